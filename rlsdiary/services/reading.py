"""Reading the diary for the screens: one day as a page, and daily series for charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rlsdiary.domain.asking import Arrangement, arranged
from rlsdiary.domain.day import DayRule
from rlsdiary.domain.doses import Intake, Item, Plan, Rhythm
from rlsdiary.domain.moments import Moment
from rlsdiary.domain.questions import Card, Question
from rlsdiary.domain.record import DayRecord
from rlsdiary.domain.sleep import TIMES
from rlsdiary.domain.sleep_doubts import NIGHTS
from rlsdiary.domain.treatment import Marker
from rlsdiary.store import Store

if TYPE_CHECKING:
    from rlsdiary.analysis.series import DaySeries


ARRANGEMENT = "asked"
"""The setting that holds what the person changed about the questions."""
MEANT = "meant"
"""The setting that holds, by day and question, the odd values that the person stood by."""


@dataclass(frozen=True, slots=True)
class DoseLine:
    """One line of the doses of a day: what the plan asks, what was recorded, or both.

    ``slot`` says which of the plan's doses of that day it is, counted from 0.
    """

    item: Item
    plan: Plan | None = None
    intake: Intake | None = None
    slot: int = 0

    @property
    def minute(self) -> int | None:
        """The time of day it was taken, or else is meant to be, from the day's midnight."""
        if self.intake is not None:
            return self.intake.minute
        if self.plan is None or self.slot >= len(self.plan.minutes):
            return None
        return self.plan.minutes[self.slot]


@dataclass(frozen=True, slots=True)
class DayPage:
    """A diary day as it stands: its record, its doses beside the plan, and the night before.

    ``night`` is the record of the day before: its night is the one that ended this morning.
    ``asked`` holds every question of each card in the person's order, also those that are off.
    """

    day: date
    record: DayRecord
    night: DayRecord
    doses: tuple[DoseLine, ...]
    rule: DayRule
    asked: Mapping[Card, tuple[Question, ...]]

    @property
    def waits_for_as_usual(self) -> bool:
        """True while the plan asks for a dose of this day that is not recorded."""
        return any(
            line.plan is not None and line.intake is None and line.plan.asks_on(self.day)
            for line in self.doses
        )


@dataclass(frozen=True, slots=True)
class TreatmentPage:
    """All plans by their first day, past ones included, with their items; markers by day."""

    items: Mapping[int, Item]
    plans: tuple[Plan, ...]
    markers: tuple[Marker, ...]
    rule: DayRule


class Reading:
    """What the screens read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def day_page(self, day: date) -> DayPage:
        """Return one day with its doses, planned ones first, by time."""
        eve = day - timedelta(days=1)
        records = self._store.days.between(eve, day)
        record = records.get(day) or DayRecord(day)
        items = self._store.treatment.items()
        lines = _dose_lines(day, self._store.treatment.plans_on(day), record.intakes, items)
        night = records.get(eve) or DayRecord(eve)
        rule, told = self._store.rule_and(ARRANGEMENT)
        asked = arranged(items.values(), Arrangement.read(told))
        return DayPage(day, record, night, tuple(lines), rule, asked)

    def night_times(self, before: date) -> dict[str, list[int]]:
        """Return the times of the newest nights before a day, by question, as minutes."""
        newest = self._store.days.newest
        return {key: [int(n) for n in newest(key, before, NIGHTS)] for key in TIMES}

    def meant(self, day: date) -> Mapping[str, object]:
        """Return what the person stood by when asked about the night of ``day``."""
        told = self._store.setting(MEANT)
        of_day = told.get(day.isoformat()) if isinstance(told, dict) else None
        return of_day if isinstance(of_day, dict) else {}

    def moments(self, day: date) -> tuple[Moment, ...]:
        """Return what was pressed on “Legs now” that day and night, in the order of time."""
        return self._store.moments.on(day)

    def answers(self, question: str, first: date, last: date) -> DaySeries:
        """Return a question's numbers from ``first`` to ``last``, NaN where not recorded."""
        return _spread(self._store.days.numbers(question), first, last)

    def element_mg(self, element: str, first: date, last: date) -> DaySeries:
        """Return elemental milligrams a day, NaN where nothing about it was recorded."""
        return _spread(self._store.days.element_mg(element), first, last)

    def amounts(self, item_id: int, first: date, last: date) -> DaySeries:
        """Return the amount of an item a day, NaN where nothing about it was recorded."""
        return _spread(self._store.days.amounts(item_id), first, last)

    def products(self) -> tuple[Item, ...]:
        """Return the supplements and medicines that no element counts, in the person's order."""
        items = self._store.treatment.items().values()
        return tuple(
            item
            for item in items
            if item.kind.is_taken and (item.element is None or item.elemental_mg is None)
        )

    def taken_items(self) -> tuple[Item, ...]:
        """Return what can be taken and is not archived, in the person's order."""
        items = self._store.treatment.items().values()
        return tuple(item for item in items if item.kind.is_taken and not item.archived)

    def treatment_page(self) -> TreatmentPage:
        """Return everything that was ever planned, and every marker."""
        treatment = self._store.treatment
        return TreatmentPage(
            treatment.items(), treatment.plans(), treatment.markers(), self._store.rule()
        )

    def has_plan(self) -> bool:
        """Return whether anything was ever put on the plan."""
        return bool(self._store.treatment.plans())

    def span(self) -> tuple[date, date] | None:
        """Return the first and last recorded day, or None for an empty diary."""
        return self._store.days.span()


def _dose_lines(
    day: date, plans: Iterable[Plan], intakes: Iterable[Intake], items: Mapping[int, Item]
) -> list[DoseLine]:
    """Return the doses of a day by their time: the plan's, as-needed ones, and what is beside."""
    regular: list[DoseLine] = []
    needed: list[DoseLine] = []
    left = list(intakes)
    for plan in plans:
        item = items[plan.item_id]
        mine = [intake for intake in left if intake.plan_id == plan.id]
        left = [intake for intake in left if intake.plan_id != plan.id]
        if plan.rhythm is Rhythm.AS_NEEDED:
            needed += [DoseLine(item, plan, intake) for intake in mine]
            needed.append(DoseLine(item, plan))  # it may be needed again
            continue
        taken = {intake.slot: intake for intake in mine}
        asked = range(len(plan.minutes)) if plan.asks_on(day) else ()
        slots = sorted({*asked, *taken})
        regular += [DoseLine(item, plan, taken.get(slot), slot) for slot in slots]
        regular += [DoseLine(item, plan, i, i.slot) for i in mine if taken[i.slot] is not i]
    regular.sort(key=_planned_time)  # by the plan, so that a corrected time moves nothing
    return [*regular, *needed, *(DoseLine(items[i.item_id], None, i) for i in left)]


def _planned_time(line: DoseLine) -> tuple[bool, int]:
    minutes = line.plan.minutes if line.plan is not None else ()
    minute = minutes[line.slot] if line.slot < len(minutes) else None
    return minute is None, minute or 0


def _spread(pairs: list[tuple[date, float]], first: date, last: date) -> DaySeries:
    # The one door to numpy for the screens: Today opens without it.
    from rlsdiary.analysis.series import DaySeries  # noqa: PLC0415 - late, as said

    return DaySeries.from_pairs(first, last, pairs)
