"""Colours computed from a look: mixtures, contrast, and the fill of a chosen answer."""

from __future__ import annotations

from functools import cache, partial

from PySide6.QtGui import QColor

from rlsdiary.charts.look import Look

READABLE = 4.5
"""The least contrast of text to its ground (WCAG 2.2, success criterion 1.4.3)."""

_STEPS = 100  # shades from the card to the full hue
_LINEAR_BELOW = 0.04045  # WCAG 2.2, relative luminance


def mix(ground: str, over: str, share: float) -> QColor:
    """Return ``ground`` with ``share`` (0-1) of ``over`` laid upon it."""
    a, b = QColor(ground), QColor(over)
    return QColor(
        round(a.red() + (b.red() - a.red()) * share),
        round(a.green() + (b.green() - a.green()) * share),
        round(a.blue() + (b.blue() - a.blue()) * share),
    )


def contrast(one: QColor | str, other: QColor | str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _blend(ground: str, over: str, share: float) -> QColor:
    return mix(ground, over, share)


def border(look: Look) -> QColor:
    """Return the line around something that can be pressed: stronger than a hairline."""
    return _blend(look.hairline, look.soft_text, 0.45)


def hover(look: Look) -> QColor:
    """Return the ground of something the pointer rests on."""
    return _blend(look.card, look.accent, 0.16 if look.is_dark else 0.10)


def soft_words(look: Look) -> QColor:
    """Return the colour of words that explain: the look's own, made readable where it is not."""
    return _readable_soft(look.soft_text, look.text, look.window, look.card)


@cache
def _readable_soft(soft: str, text: str, *grounds: str) -> QColor:
    shades = (mix(soft, text, step / 20) for step in range(21))
    readable = (s for s in shades if all(contrast(s, g) >= READABLE for g in grounds))
    return next(readable, QColor(text))


def chosen_fill(look: Look, fullness: float) -> tuple[QColor, QColor]:
    """Return the fill and the text colour of a chosen answer; ``fullness`` runs from 0 to 1.

    The hue deepens with the fullness and the text on it stays readable: where neither text
    colour of the look is, the fill goes on deepening until one is.
    """
    palest = round(_STEPS * (0.14 + 0.86 * fullness))
    for step in range(palest, _STEPS + 1):
        fill = mix(look.card, look.accent, step / _STEPS)
        text = max(_text_colours(look), key=partial(contrast, fill))
        if contrast(text, fill) >= READABLE:
            break
    return fill, text


def _text_colours(look: Look) -> tuple[QColor, QColor, QColor]:
    return QColor(look.text), QColor(look.on_accent), QColor(look.accent)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(c / 255) for c in (colour.red(), colour.green(), colour.blue()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= _LINEAR_BELOW:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
