"""What was not taken for weeks on end: said once above the day table instead of on every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rlsdiary.domain.doses import Status
from rlsdiary.report.daytable import DayRow

FROM_DAYS = 14
"""So many rows in a row that say the same of an item are told in one line."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """An item recorded as not taken on every recorded day from ``first`` to ``last``."""

    name: str
    unit: str
    first: date
    last: date
    days: int


def not_taken_for_long(rows: Sequence[DayRow]) -> tuple[NotTaken, ...]:
    """Return the long times in which an item was not taken, by item.

    Days on which nothing at all is recorded do not end such a time: their rows say so
    themselves. A day that has a record, but none of the item, does.
    """
    items = dict.fromkeys((dose.name, dose.unit) for row in rows for dose in row.doses)
    return tuple(time for item in items for time in _times(item, rows) if time.days >= FROM_DAYS)


def without(row: DayRow, times: Sequence[NotTaken]) -> DayRow:
    """Return ``row`` without the doses that ``times`` tell of."""
    told = {(time.name, time.unit) for time in times if time.first <= row.day <= time.last}
    doses = tuple(dose for dose in row.doses if (dose.name, dose.unit) not in told)
    return row if doses == row.doses else replace(row, doses=doses)


def _times(item: tuple[str, str], rows: Sequence[DayRow]) -> Iterator[NotTaken]:
    days: list[date] = []
    for row in rows:
        if row.is_empty:
            continue
        statuses = {dose.status for dose in row.doses if (dose.name, dose.unit) == item}
        if statuses == {Status.SKIPPED}:
            days.append(row.day)
        elif days:
            yield NotTaken(*item, days[0], days[-1], len(days))
            days = []
    if days:
        yield NotTaken(*item, days[0], days[-1], len(days))
