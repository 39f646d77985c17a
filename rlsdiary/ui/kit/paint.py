"""The few strokes all controls share: a cell to press, the ring of the focus, soft words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rlsdiary.charts.look import Look
from rlsdiary.ui.kit.colours import border, chosen_fill, hover

CORNER = 8
RING = 2


@dataclass(frozen=True, slots=True)
class CellState:
    """How a pressable cell is at the moment. ``fullness`` (0-1) counts where it is chosen.

    With ``has_level`` a bar along the bottom shows the fullness too, since a hue alone may not.
    """

    chosen: bool = False
    hovered: bool = False
    pressed: bool = False
    fullness: float = 1.0
    has_level: bool = False


def cell_box(painter: QPainter, box: QRect, look: Look, state: CellState) -> QColor:
    """Draw the body of a cell and return the colour for the words upon it.

    A chosen cell differs by its fill, its thick outline and its size; a hollow one is only
    outlined.
    """
    if state.chosen:
        fill, text = chosen_fill(look, state.fullness)
        _outlined(painter, QRectF(box).adjusted(-1, -1, 1, 1), QColor(look.accent), 2.5, fill)
        if state.has_level:
            _level(painter, QRectF(box), text, state.fullness)
        return text
    ground = hover(look) if state.hovered or state.pressed else None
    line = QColor(look.accent) if state.hovered or state.pressed else border(look)
    _outlined(painter, QRectF(box), line, 1.0, ground)
    return QColor(look.text)


def field_box(painter: QPainter, box: QRectF, look: Look, line: QColor | None = None) -> None:
    """Draw the body of something to type or choose in; ``line`` marks it (focus, a problem)."""
    outline, width = (border(look), 1.0) if line is None else (line, float(RING))
    _outlined(painter, box, outline, width, QColor(look.card))


def chevron(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw the sign of a list that drops down, in the middle of ``box``."""
    arm = min(box.width(), box.height()) / 2
    middle = box.center()
    pen = QPen(colour, max(1.6, arm / 4))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left, right, down = QPointF(-arm, -arm / 2), QPointF(arm, -arm / 2), QPointF(0, arm / 2)
    painter.drawPolyline([middle + left, middle + down, middle + right])


def cell_words(
    painter: QPainter, box: QRect, words: str, colour: QColor, *, bold: bool = False
) -> None:
    """Write ``words`` in the painter's font in the middle of a cell, bold where it is chosen."""
    font = painter.font()
    if font.bold() != bold:
        font.setBold(bold)
        painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def step_sign(painter: QPainter, box: QRect, *, is_more: bool) -> None:
    """Draw in the painter's pen the sign of a step in the middle of a cell: less, or more."""
    arm, middle = max(5, box.height() // 7), box.center()
    pen = painter.pen()
    pen.setWidthF(max(1.6, box.height() / 20))
    painter.setPen(pen)
    painter.drawLine(middle.x() - arm, middle.y(), middle.x() + arm, middle.y())
    if is_more:
        painter.drawLine(middle.x(), middle.y() - arm, middle.x(), middle.y() + arm)


def focus_ring(painter: QPainter, box: QRect, look: Look) -> None:
    """Draw the ring that shows where the keys go."""
    _outlined(painter, QRectF(box).adjusted(1, 1, -1, -1), QColor(look.accent), RING, None)


def _level(painter: QPainter, box: QRectF, ink: QColor, share: float) -> None:
    """Draw a bar along the bottom, filled from the left by ``share``."""
    height = max(4.0, round(box.height() / 10))
    side = CORNER - 3
    track = QRectF(box.x() + side, box.bottom() - 1.8 * height, box.width() - 2 * side, height)
    pale = QColor(ink)
    pale.setAlphaF(0.22)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, part in ((pale, 1.0), (ink, share)):
        painter.setBrush(colour)
        filled = QRectF(track.topLeft(), QSizeF(track.width() * part, height))
        painter.drawRoundedRect(filled, height / 2, height / 2)


def _outlined(
    painter: QPainter, box: QRectF, line: QColor, width: float, fill: QColor | None
) -> None:
    inset = width / 2
    painter.setPen(QPen(line, width))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), CORNER - 1, CORNER - 1)
