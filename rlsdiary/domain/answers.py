"""An answer of one day, and how late it was written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rlsdiary.domain.catalogue import is_of_night
from rlsdiary.domain.day import DayRule, Entered
from rlsdiary.domain.questions import Value


@dataclass(frozen=True, slots=True)
class Answer:
    """One recorded answer. ``at`` is when it happened, in minutes from the day's midnight."""

    question: str
    value: Value
    entered: Entered
    at: int | None = None

    def days_late(self, day: date, rule: DayRule) -> int | None:
        """Return how many diary days late the answer of ``day`` came; None where imported."""
        return self.entered.days_late(due_day(self.question, day), rule)

    def is_late(self, day: date, rule: DayRule) -> bool:
        """Return whether the answer of ``day`` came more than 48 hours late."""
        return self.entered.is_late(due_day(self.question, day), rule)


def due_day(key: str, day: date) -> date:
    """Return the diary day by whose end an answer of ``day`` is in time.

    What is asked about a night is answered when it is over: the night that began on ``day``
    ends on the following day, and that day's end is early enough.
    """
    return day + timedelta(days=1) if is_of_night(key) else day
