"""What all months wear: shades, fonts, and small cells drawn once instead of hundreds of times."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap

from rlsdiary.ui.calendar.marks import Shades, number_box, paint_body
from rlsdiary.ui.kit.theme import body_font, current_look, heading_font, small_font

_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(slots=True)
class Wear:
    """The shades and fonts that all months share; made anew when the look or text size changes."""

    shades: Shades = field(default_factory=lambda: Shades.of(current_look()))
    name: QFont = field(default_factory=lambda: body_font(QFont.Weight.DemiBold))
    value: QFont = field(default_factory=lambda: heading_font(2))
    body: QFont = field(default_factory=body_font)
    small: QFont = field(default_factory=small_font)
    days: dict[tuple[int | None, int, int, float], QPixmap] = field(default_factory=dict)

    def height(self, font: QFont) -> int:
        """Return the height of a line."""
        return QFontMetrics(font).height()

    def small_cell(self) -> int:
        """Return the least width of a small cell: ten with very little air."""
        return QFontMetrics(self.small).horizontalAdvance("10") + 2

    def small_day(self, value: int | None, size: QSize, ratio: float) -> QPixmap:
        """Return a small cell with its number: a year has hundreds of cells, few of them unlike."""
        key = (value, size.width(), size.height(), ratio)
        if key not in self.days:
            self.days[key] = self._drawn(value, size, ratio)
        return self.days[key]

    def _drawn(self, value: int | None, size: QSize, ratio: float) -> QPixmap:
        drawn = QPixmap(size * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        box = QRect(QPoint(0, 0), size)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(paint_body(painter, box, self.shades, value))
        painter.setFont(self.small)
        if value is not None:
            painter.drawText(number_box(box, self.shades), _CENTRE, str(value))
        painter.end()
        return drawn
