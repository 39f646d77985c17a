"""How a day's cell is drawn: its fill and number, and the shapes beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from rlsdiary.charts.look import Look
from rlsdiary.ui.kit.colours import border, chosen_fill, hover, soft_words
from rlsdiary.ui.kit.rating import HIGHEST

_ROUND = 0.16  # corners, as a share of the cell's height
_MOST_ROUND = 8.0

Shade = tuple[QColor, QColor]
"""A fill, and the colour of what stands on it."""
Paint = Callable[[QPainter, QRect, Look], None]


@dataclass(frozen=True, slots=True)
class Shades:
    """How each of the eleven values is filled, pale to full, with an ink that can be read on it.

    A look that has too few shades on which words can be read (the night's) shows how far the
    value goes by a bar instead, ``has_bars``, and stays dark.
    """

    look: Look
    of_value: tuple[Shade, ...]
    hollow: Shade
    has_bars: bool = False

    @classmethod
    def of(cls, look: Look) -> Shades:
        """Return the shades of a look."""
        shades = tuple(chosen_fill(look, n / HIGHEST) for n in range(HIGHEST + 1))
        hollow = QColor(look.card), soft_words(look)
        if len({fill.name() for fill, _ink in shades}) > HIGHEST // 2:
            return cls(look, shades, hollow)
        dark = QColor(look.card), QColor(look.text)
        return cls(look, (dark,) * (HIGHEST + 1), hollow, has_bars=True)

    def ink(self, value: int | None) -> QColor:
        """Return the colour of what stands on a value's fill."""
        return (self.hollow if value is None else self.of_value[value])[1]


def paint_body(
    painter: QPainter, box: QRect, shades: Shades, value: int | None, *, hovered: bool = False
) -> QColor:
    """Draw a day's cell, filled by its value or hollow; return the colour for what is on it."""
    look, round_ = shades.look, _rounding(box)
    fill, ink = shades.hollow if value is None else shades.of_value[value]
    line = QColor(look.accent) if hovered else QColor(look.hairline)
    if value is not None:
        line = QColor(look.text) if hovered else border(look) if shades.has_bars else fill
    painter.setPen(QPen(line, 1))
    painter.setBrush(hover(look) if hovered and value is None else fill)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
    if shades.has_bars and value:
        _paint_bar(painter, box, look, value / HIGHEST)
    return ink


def number_box(box: QRect, shades: Shades) -> QRect:
    """Return where in a cell its number has room: above the bar where there is one."""
    return box.adjusted(0, 0, 0, -round(_bar_height(box)) if shades.has_bars else 0)


def _bar_height(box: QRect) -> float:
    return max(3.0, box.height() / 9)


def _paint_bar(painter: QPainter, box: QRect, look: Look, share: float) -> None:
    """Draw along the bottom of a cell how far its value goes."""
    height = _bar_height(box)
    room = QRectF(box).adjusted(3, 0, -3, -2.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.accent))
    painter.drawRect(QRectF(room.x(), room.bottom() - height, room.width() * share, height))


def paint_today(painter: QPainter, box: QRect, look: Look) -> None:
    """Draw the ring around today."""
    _ring(painter, QRectF(box), QColor(look.text), max(2.0, box.height() / 30))


def paint_focus(painter: QPainter, box: QRect, look: Look) -> None:
    """Draw the ring of the focus, with air between it and the cell: also seen around today."""
    air = max(3.0, box.height() / 24)
    _ring(painter, QRectF(box).adjusted(-air, -air, air, air), QColor(look.accent), 2.5)


def paint_note(painter: QPainter, box: QRect, ink: QColor) -> None:
    """Draw the mark of a note: a folded corner, top right."""
    size = _mark_size(box)
    inset = max(1.0, size / 4)
    corner = QPointF(box.right() + 1 - inset, box.y() + inset)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([corner, corner - QPointF(size, 0), corner + QPointF(0, size)]))


def paint_late(painter: QPainter, box: QRect, ink: QColor) -> None:
    """Draw the mark of a value that was entered late: a small clock, bottom right."""
    size = _mark_size(box)
    inset = max(1.5, size / 3.4)
    face = QRectF(box.right() + 1 - inset - size, box.bottom() + 1 - inset - size, size, size)
    painter.setPen(QPen(ink, max(1.1, size / 8)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(face)
    middle = face.center()
    painter.drawPolyline(
        [middle - QPointF(0, size * 0.3), middle, middle + QPointF(size * 0.24, 0)]
    )


def paint_not_recorded(painter: QPainter, box: QRect, look: Look) -> None:
    """Draw a hollow cell, a little stronger than in the calendar: it stands alone."""
    painter.setPen(QPen(border(look), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    round_ = _rounding(box)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)


def _rounding(box: QRect) -> float:
    return min(_MOST_ROUND, box.height() * _ROUND)


def _mark_size(box: QRect) -> float:
    return max(6.0, min(16.0, box.height() * 0.22))


def _ring(painter: QPainter, box: QRectF, line: QColor, width: float) -> None:
    inset = width / 2
    painter.setPen(QPen(line, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    round_ = min(_MOST_ROUND, box.height() * _ROUND)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), round_, round_)
