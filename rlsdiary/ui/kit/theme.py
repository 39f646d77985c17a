"""The look of the whole window: colours, type and space, set once for the application."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from rlsdiary.charts.look import DARK, LIGHT, Look
from rlsdiary.ui.kit.colours import hover, soft_words

LEAST_PERCENT, MOST_PERCENT = 100, 200
_BODY_POINTS = 15.0 if sys.platform == "darwin" else 11.5  # macOS counts 72 points to the inch
_SMALL = 0.87
_HEADINGS = {1: 1.55, 2: 1.22, 3: 1.0}

ROW_SIDE = 12
"""The pixels left and right of everything on a card; the ring of the focus lies in them."""
BUTTON_GAP = 4
"""The pixels between two buttons of a rating."""


@dataclass(slots=True)
class _Worn:
    look: Look = LIGHT
    percent: int = 100
    scheme_is_forced: bool = False


_worn = _Worn()


def apply_look(app: QApplication, look: Look, text_percent: int) -> None:
    """Dress every present and future window in ``look`` with text of ``text_percent`` (100-200)."""
    _worn.look = look
    _worn.percent = min(MOST_PERCENT, max(LEAST_PERCENT, text_percent))
    _force_scheme(app, look)
    app.setPalette(_palette(look))
    app.setFont(body_font())


def current_look() -> Look:
    """Return the look that was applied last, light before any was."""
    return _worn.look


def text_percent() -> int:
    """Return the size of text in per cent, 100-200."""
    return _worn.percent


def system_look() -> Look:
    """Return the light or the dark look, as the person's desktop is set."""
    hints = QApplication.styleHints()
    if _worn.scheme_is_forced:
        hints.unsetColorScheme()
        _worn.scheme_is_forced = False
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def darken_frame(app: QApplication, *, is_dark: bool) -> None:
    """Let the title bar be dark for a screen in night colours, and then as the look has it."""
    hints = app.styleHints()
    if _worn.look.is_dark:
        return
    if is_dark:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        return
    hints.unsetColorScheme()
    _worn.scheme_is_forced = False
    _force_scheme(app, _worn.look)


def space(step: int) -> int:
    """Return a distance of the 4 8 12 16 24 32 scale in pixels.

    It grows half as fast as the text, so that large type does not push everything out.
    """
    return round(step * (1 + (_worn.percent / 100 - 1) / 2))


def target() -> int:
    """Return the height of anything that can be pressed, in pixels; at least 36.

    It grows a little slower than the text: at 36 pixels there is air to spare around a word.
    """
    return round(36 * (1 + (_worn.percent / 100 - 1) * 0.6))


def rating_button() -> int:
    """Return the width that a button of a rating likes, in pixels."""
    return round(40 * _worn.percent / 100)


def answer_column() -> int:
    """Return the width that a rating likes, in pixels; wider answers take a second line."""
    return 11 * rating_button() + 10 * BUTTON_GAP


def body_font(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the platform's own font in the size of running text."""
    return _font(1.0, weight)


def small_font(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of words that explain: anchors, hints, units."""
    return _font(_SMALL, weight)


def heading_font(level: int) -> QFont:
    """Return the font of a heading: 1 names a screen, 2 a card, 3 a group of rows."""
    weight = QFont.Weight.DemiBold if level > 1 else QFont.Weight.Medium
    # Grows slower than running text: a doubled heading would fill the window.
    return _font(1 + (_HEADINGS[level] - 1) * 100 / _worn.percent, weight)


@dataclass(frozen=True, slots=True)
class TypeSet:
    """The fonts a control writes in, with their measures; kept by the control, not by us.

    (Fonts that outlive the application can bring its end down.)
    """

    body: QFont
    small: QFont
    body_metrics: QFontMetrics
    bold_metrics: QFontMetrics
    small_metrics: QFontMetrics

    @classmethod
    def worn(cls) -> TypeSet:
        """Return the fonts of the present text size."""
        body, small = body_font(), small_font()
        bold = QFontMetrics(body_font(QFont.Weight.Bold))
        return cls(body, small, QFontMetrics(body), bold, QFontMetrics(small))


def _font(factor: float, weight: QFont.Weight) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    points = max(_BODY_POINTS, font.pointSizeF())
    font.setPointSizeF(points * factor * _worn.percent / 100)
    font.setWeight(weight)
    return font


def _force_scheme(app: QApplication, look: Look) -> None:
    """Let title bars go dark with a dark look that the desktop itself does not wear."""
    hints = app.styleHints()
    wanted = Qt.ColorScheme.Dark if look.is_dark else Qt.ColorScheme.Light
    if hints.colorScheme() not in (wanted, Qt.ColorScheme.Unknown):
        hints.setColorScheme(wanted)
        _worn.scheme_is_forced = True


def _palette(look: Look) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(look.card), QColor(look.window))
    colours: dict[QPalette.ColorRole, QColor | str] = {
        role.Window: look.window,
        role.WindowText: look.text,
        role.Base: look.card,
        role.AlternateBase: look.window,
        role.Text: look.text,
        role.PlaceholderText: soft_words(look),
        role.Button: look.card,
        role.ButtonText: look.text,
        role.BrightText: look.on_accent,
        role.Highlight: look.accent,
        role.HighlightedText: look.on_accent,
        role.Accent: look.accent,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.ToolTipBase: look.card,
        role.ToolTipText: look.text,
        role.Mid: look.hairline,
        role.Midlight: hover(look),
    }
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, soft_words(look))
    return palette
