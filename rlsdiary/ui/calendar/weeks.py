"""Where the days of a month stand: weeks as rows, the first day of the week as people here have it.

Plain rectangles; nothing is drawn.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, QPoint, QRect

WEEKS = 6
"""Rows of every month, also where five would do: nothing moves from month to month."""
DAYS = 7


@dataclass(frozen=True, slots=True)
class Weeks:
    """The days of the month that begins with ``first``, in cells below ``top`` pixels."""

    first: date
    width: int
    cell_height: int
    top: int
    gap: int

    def box(self, day: date) -> QRect:
        """Return the cell of a day of this month."""
        row, column = divmod(_lead(self.first) + day.day - 1, DAYS)
        return self._cell(row, column)

    def column(self, column: int) -> QRect:
        """Return the room above a column, for the name of its day of the week."""
        cell = self._cell(0, column)
        return QRect(cell.x(), 0, cell.width(), self.top)

    def day_at(self, where: QPoint) -> date | None:
        """Return the day whose cell is there, None between and beside them."""
        _weekday, days = monthrange(self.first.year, self.first.month)
        all_days = (self.first.replace(day=number) for number in range(1, days + 1))
        return next((day for day in all_days if self.box(day).contains(where)), None)

    @property
    def height(self) -> int:
        """The pixels from the top of all to the end of the last week."""
        return self.top + WEEKS * (self.cell_height + self.gap) - self.gap

    def _cell(self, row: int, column: int) -> QRect:
        # Reckoned from both sides, so that the columns share every pixel there is.
        left = column * (self.width + self.gap) // DAYS
        right = (column + 1) * (self.width + self.gap) // DAYS - self.gap
        top = self.top + row * (self.cell_height + self.gap)
        return QRect(left, top, right - left, self.cell_height)


def weekdays() -> tuple[int, ...]:
    """Return the days of the week in order, 1 for Monday to 7."""
    first = _first_weekday()
    return tuple((first - 1 + number) % DAYS + 1 for number in range(DAYS))


def _lead(first: date) -> int:
    """Return how many cells of the first week belong to the month before."""
    return (first.isoweekday() - _first_weekday()) % DAYS


def _first_weekday() -> int:
    return QLocale().firstDayOfWeek().value
