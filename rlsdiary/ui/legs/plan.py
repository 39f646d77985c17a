"""Where everything on “Legs now” goes in a given room: plain rectangles, nothing is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from rlsdiary.ui.legs.button import SIDE, TARGET

GAP = 8
NUMBERS = 11
_AIR = 8  # above and below the words of a button
_NUMBER_MOST, _BETTER_MOST, _MEASURE_MOST, _GAP_MOST = 168, 120, 116, 36


@dataclass(frozen=True, slots=True)
class Letters:
    """How much room the words need at one size of type, in pixels.

    ``measures`` holds, for each measure, its widest single word and its whole width.
    """

    line: int
    heading: int
    question: int
    ends: int
    measures: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """The rectangles of the board; an empty one for words that have no room.

    ``height`` may be more than there is: then the board scrolls.
    """

    question: QRect
    numbers: tuple[QRect, ...]
    ends: QRect
    better: QRect
    doing: QRect
    measures: tuple[QRect, ...]
    height: int


@dataclass(frozen=True, slots=True)
class _Shape:
    """How many columns and how high everything is at the least."""

    number_columns: int
    measure_columns: int
    measure_height: int
    letters: Letters
    ends_below: bool
    has_doing: bool

    @property
    def number_rows(self) -> int:
        return math.ceil(NUMBERS / self.number_columns)

    @property
    def measure_rows(self) -> int:
        return math.ceil(len(self.letters.measures) / self.measure_columns)

    @property
    def least(self) -> int:
        """The height of everything at its smallest."""
        heading = self.letters.heading
        lines = heading * (1 + self.ends_below + self.has_doing)
        numbers = self.number_rows * (TARGET + GAP) - GAP
        measures = self.measure_rows * (self.measure_height + GAP) - GAP
        return lines + numbers + TARGET + measures + 2 * GAP


def board_plan(width: int, height: int, sizes: Sequence[Letters]) -> tuple[int, BoardPlan]:
    """Return which of ``sizes`` (largest first) fits, and where everything goes then.

    Words that explain give way before the words on the buttons become small.
    """
    many, few = range(len(sizes) // 2 + 1), range(len(sizes))
    tries = [
        *((index, below, True) for below in (True, False) for index in many),
        *((index, False, False) for index in few),
    ]
    shapes = [
        (index, _shape(width, sizes[index], ends_below=below, has_doing=doing))
        for index, below, doing in tries
    ]
    fitting = ((index, shape) for index, shape in shapes if shape.least <= height)
    index, shape = next(fitting, shapes[-1])
    return index, _placed(shape, width, height)


def _shape(width: int, letters: Letters, *, ends_below: bool, has_doing: bool) -> _Shape:
    number_columns = next((n for n in (11, 6, 4) if _share(width, n) >= TARGET), 3)
    widest = max(word for word, _whole in letters.measures) + 2 * SIDE
    columns = next((n for n in (4, 3, 2) if _share(width, n) >= widest), 1)
    room = max(1, _share(width, columns) - 2 * SIDE)
    lines = 2 if any(whole > room for _word, whole in letters.measures) else 1
    high = max(TARGET, lines * letters.line + 2 * _AIR)
    return _Shape(number_columns, columns, high, letters, ends_below, has_doing)


def _placed(shape: _Shape, width: int, height: int) -> BoardPlan:
    number, better, measure, gap = _heights(shape, height)
    letters, heading = shape.letters, shape.letters.heading
    question = QRect(0, 0, width, heading)
    ends = QRect()
    numbers = _grid(NUMBERS, shape.number_columns, heading, number, width)
    foot = _foot(numbers)
    if shape.ends_below:
        ends = QRect(0, foot, width, heading)
        foot += heading
    elif letters.question + letters.ends + GAP <= width:
        ends = QRect(width - letters.ends, 0, letters.ends, heading)
        question.setWidth(width - letters.ends - GAP)
    better_box = QRect(0, foot + gap, width, better)
    foot += gap + better + gap
    doing = QRect(0, foot, width, heading) if shape.has_doing else QRect()
    foot += doing.height()
    count = len(letters.measures)
    measures = _grid(count, shape.measure_columns, foot, measure, width)
    return BoardPlan(question, numbers, ends, better_box, doing, measures, _foot(measures))


def _heights(shape: _Shape, height: int) -> tuple[int, int, int, int]:
    """Return the heights of a number, of “better”, of a measure, and the gap of two groups.

    What room there is beyond the least is shared: the numbers grow fastest.
    """
    rest = max(0, height - shape.least)
    weights = 2 * shape.number_rows + 1 + shape.measure_rows
    step = rest // weights
    number = min(_NUMBER_MOST, TARGET + 2 * step)
    better = max(TARGET, min(_BETTER_MOST, TARGET + step))
    measure = max(shape.measure_height, min(_MEASURE_MOST, shape.measure_height + step))
    used = (
        shape.number_rows * (number - TARGET)
        + better
        - TARGET
        + shape.measure_rows * (measure - shape.measure_height)
    )
    return number, better, measure, min(_GAP_MOST, GAP + (rest - used) // 2)


def _grid(count: int, columns: int, top: int, high: int, width: int) -> tuple[QRect, ...]:
    """Set boxes in lines of ``columns``; those of the last line share its whole width."""
    boxes: list[QRect] = []
    for first in range(0, count, columns):
        line = min(columns, count - first)
        share = _share(width, line)
        boxes += [QRect(i * (share + GAP), top, share, high) for i in range(line)]
        top += high + GAP
    return tuple(boxes)


def _foot(boxes: tuple[QRect, ...]) -> int:
    return boxes[-1].y() + boxes[-1].height()


def _share(width: int, count: int) -> int:
    return (width + GAP) // count - GAP
