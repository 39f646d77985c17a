"""What the calendar shows of one day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DayMark:
    """The chosen rating of a day (None: not recorded), its note ("" for none), and lateness.

    ``late`` is how many diary days late the rating was entered, 0 where it was in time or
    imported; see ``Answer.is_late`` for when it counts as late.
    """

    value: int | None = None
    note: str = ""
    late: int = 0
