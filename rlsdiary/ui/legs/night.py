"""The night colours and the large type of “Legs now”, whatever theme the person chose."""

from __future__ import annotations

from PySide6.QtGui import QFont, QPalette

from rlsdiary.charts.look import NIGHT
from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.theme import body_font, text_percent

LOOK = NIGHT
_LEAST_POINTS = 13.0
_LEAST_SIDE_POINTS = 11.5


def night_palette() -> QPalette:
    """Return the colours for everything on the screen."""
    role, palette = QPalette.ColorRole, QPalette()
    for ground in (role.Window, role.Base, role.Button):
        palette.setColor(ground, LOOK.window)
    for words in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(words, LOOK.text)
    return palette


def soft_palette() -> QPalette:
    """Return the colours for words that explain."""
    palette = night_palette()
    palette.setColor(QPalette.ColorRole.WindowText, soft_words(LOOK))
    return palette


def word_sizes() -> tuple[float, ...]:
    """Return the points that words on buttons may have, from the wanted to the least."""
    body = body_font().pointSizeF()
    # Running text is small here; doubled text is large already.
    wanted = body * (1 + 0.8 * 100 / text_percent())
    least = max(_LEAST_POINTS, 0.65 * body)
    return tuple(wanted - step for step in range(int(wanted - least) + 1))


def side_font(points: float) -> QFont:
    """Return the font of what explains buttons whose words have ``points``."""
    body = body_font()
    body.setPointSizeF(max(_LEAST_SIDE_POINTS, 0.72 * points))
    return body


def large_font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the platform's own font in a size of ours."""
    font = body_font(weight)
    font.setPointSizeF(points)
    return font
