"""The type of a sheet: fonts and their measures on the device that is painted on."""

from __future__ import annotations

import math

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPaintDevice

_USUAL_POINT_SIZE = 11.0
_DOTS_PER_INCH = 96.0
_SMALL, _LEAST_SMALL = 0.9, 9.0  # small type is smaller by so much, but hardly below 9 points


class Lettering:
    """Fonts of one sheet, in ``family`` or the platform's own; digits as wide as one another.

    ``point_size`` is the body size; small text is a little less. ``unit`` is the length, in the
    painter's coordinates, that is one pixel on an ordinary screen at ordinary text size.
    """

    def __init__(self, point_size: float, device: QPaintDevice, family: str = "") -> None:
        self.point_size = point_size
        self.family = family
        self._device = device
        small = max(point_size * _SMALL, min(point_size, _LEAST_SMALL))
        self.body = _font(family, point_size, QFont.Weight.Normal)
        self.strong = _font(family, point_size, QFont.Weight.DemiBold)
        self.small = _font(family, small, QFont.Weight.Normal)
        self.on_body = QFontMetricsF(self.body, device)
        self.on_strong = QFontMetricsF(self.strong, device)
        self.on_small = QFontMetricsF(self.small, device)
        dots = device.logicalDpiY() / _DOTS_PER_INCH
        self.unit = dots * math.sqrt(point_size / _USUAL_POINT_SIZE)

    @property
    def line(self) -> float:
        """Height of a line of the body text."""
        return max(self.on_body.height(), self.on_strong.height())

    @property
    def small_line(self) -> float:
        """Height of a line of the small text."""
        return self.on_small.height()

    def smaller(self, share: float) -> Lettering:
        """Return the same type at a share of its size."""
        return Lettering(self.point_size * share, self._device, self.family)


def _font(family: str, point_size: float, weight: QFont.Weight) -> QFont:
    font = QFont(QGuiApplication.font())
    if family:
        font.setFamily(family)
    font.setPointSizeF(point_size)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
