"""What the diary holds for a day, and an extract of days for the report and the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.day import DayRule, Entered
from rlsdiary.domain.doses import ELEMENTS, Intake, Item, Plan, Status
from rlsdiary.domain.questions import Value
from rlsdiary.domain.treatment import Marker


@dataclass(frozen=True, slots=True)
class Note:
    """The note of a day. ``for_doctor`` marks it "show the doctor"."""

    text: str
    entered: Entered
    for_doctor: bool = False


@dataclass(frozen=True, slots=True)
class DayRecord:
    """All that was recorded for one diary day; what was not recorded is simply not in it."""

    day: date
    answers: Mapping[str, Answer] = field(default_factory=dict)
    intakes: tuple[Intake, ...] = ()
    note: Note | None = None

    def value(self, question: str) -> Value | None:
        """Return the recorded value of a question, or None where it is not recorded."""
        answer = self.answers.get(question)
        return None if answer is None else answer.value

    def number(self, question: str) -> float | None:
        """Return a recorded number, or None where not recorded or answered in words."""
        value = self.value(question)
        return None if value is None or isinstance(value, str) else float(value)

    @property
    def is_empty(self) -> bool:
        """True where nothing at all was recorded."""
        return not (self.answers or self.intakes or self.note)


@dataclass(frozen=True, slots=True)
class Extract:
    """The diary from ``first`` to ``last`` (both included), frozen.

    ``days`` holds only days with a record. ``plans`` and ``items`` are complete.
    """

    first: date
    last: date
    days: Mapping[date, DayRecord] = field(default_factory=dict)
    items: Mapping[int, Item] = field(default_factory=dict)
    plans: tuple[Plan, ...] = ()
    markers: tuple[Marker, ...] = ()
    rule: DayRule = field(default_factory=DayRule)

    def __iter__(self) -> Iterator[DayRecord]:
        """Yield one record for every calendar day, empty where nothing was recorded."""
        for offset in range((self.last - self.first).days + 1):
            day = self.first + timedelta(days=offset)
            yield self.days.get(day) or DayRecord(day)

    def element_mg(self, day: date, element: str) -> float | None:
        """Return elemental milligrams taken on ``day``; 0 is an explicit none.

        None where nothing about that element was recorded.
        """
        amounts = [
            0.0 if intake.status is Status.SKIPPED else intake.elemental_mg
            for intake in self._intakes(day)
            if self.items[intake.item_id].element == element
        ]
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if known else None

    def taken(self, day: date, item_id: int) -> float | None:
        """Return the amount of an item taken on ``day``; 0 is an explicit none, None unknown."""
        amounts = [
            0.0 if intake.status is Status.SKIPPED else intake.amount
            for intake in self._intakes(day)
            if intake.item_id == item_id
        ]
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if known else None

    def elements(self) -> tuple[str, ...]:
        """Return the elements that any intake of the extract contains, in fixed order."""
        present = {self.items[i.item_id].element for d in self.days.values() for i in d.intakes}
        return tuple(element for element in ELEMENTS if element in present)

    def _intakes(self, day: date) -> tuple[Intake, ...]:
        record = self.days.get(day)
        return record.intakes if record else ()
