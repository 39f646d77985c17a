"""The few strokes all controls share: a cell to press, the ring of the focus, soft words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from rlsdiary.charts.look import Look
from rlsdiary.ui.kit.colours import border, chosen_fill, hover

CORNER = 8
RING = 2


@dataclass(frozen=True, slots=True)
class CellState:
    """How a pressable cell is at the moment. ``fullness`` (0-1) counts where it is chosen."""

    chosen: bool = False
    hovered: bool = False
    pressed: bool = False
    fullness: float = 1.0


def cell_box(painter: QPainter, box: QRect, look: Look, state: CellState) -> QColor:
    """Draw the body of a cell and return the colour for the words upon it.

    A chosen cell differs by its fill, its thick outline and its size; a hollow one is only
    outlined.
    """
    if state.chosen:
        fill, text = chosen_fill(look, state.fullness)
        _outlined(painter, QRectF(box).adjusted(-1, -1, 1, 1), QColor(look.accent), 2.5, fill)
        return text
    ground = hover(look) if state.hovered or state.pressed else None
    line = QColor(look.accent) if state.hovered or state.pressed else border(look)
    _outlined(painter, QRectF(box), line, 1.0, ground)
    return QColor(look.text)


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


def focus_ring(painter: QPainter, box: QRect, look: Look) -> None:
    """Draw the ring that shows where the keys go."""
    _outlined(painter, QRectF(box).adjusted(1, 1, -1, -1), QColor(look.accent), RING, None)


def _outlined(
    painter: QPainter, box: QRectF, line: QColor, width: float, fill: QColor | None
) -> None:
    inset = width / 2
    painter.setPen(QPen(line, width))
    painter.setBrush(fill if fill is not None else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), CORNER - 1, CORNER - 1)
