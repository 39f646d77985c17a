"""Where the parts of an answer row go for a given width: plain rectangles, nothing is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize


@dataclass(frozen=True, slots=True)
class RowPlan:
    """The rectangles of one row: label, late mark, the pressable cells, and the words below."""

    label: QRect
    late: QRect
    cells: tuple[QRect, ...]
    below: QRect
    height: int
    stacked: bool


def flow(widths: Sequence[int], height: int, gap: int, room: int) -> tuple[QRect, ...]:
    """Set boxes of ``widths`` side by side, starting a new line where ``room`` runs out."""
    return flow_sizes([QSize(min(width, room), height) for width in widths], gap, room)


def flow_sizes(sizes: Sequence[QSize], gap: int, room: int) -> tuple[QRect, ...]:
    """Do as ``flow`` with boxes of several heights; a line is as high as its highest box."""
    boxes: list[QRect] = []
    x = y = line = 0
    for size in sizes:
        if x and x + size.width() > room:
            x, y, line = 0, y + line + gap, 0
        boxes.append(QRect(QPoint(x, y), size))
        x, line = x + size.width() + gap, max(line, size.height())
    return tuple(boxes)


def even(count: int, ideal: int, least: int, height: int, gap: int, room: int) -> tuple[QRect, ...]:
    """Set ``count`` equal boxes on one line, or on two or three where they would be too narrow.

    Boxes are ``ideal`` wide at most and ``least`` at least.
    """
    splits = (math.ceil(count / lines) for lines in (1, 2, 3))
    line = next((n for n in splits if _share(room, n, gap) >= least), math.ceil(count / 3))
    width = max(least, min(ideal, _share(room, line, gap)))
    return tuple(
        QRect(i % line * (width + gap), i // line * (height + gap), width, height)
        for i in range(count)
    )


def bottom(boxes: Sequence[QRect]) -> int:
    """Return the height that ``boxes`` take together."""
    return max((box.y() + box.height() for box in boxes), default=0)


def moved(boxes: Sequence[QRect], by: QPoint) -> tuple[QRect, ...]:
    """Return ``boxes`` shifted ``by``."""
    return tuple(box.translated(by) for box in boxes)


def _share(room: int, count: int, gap: int) -> int:
    return (room + gap) // count - gap
