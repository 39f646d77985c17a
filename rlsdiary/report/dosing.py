"""The doses of the printed report: what is planned, what changed and what was taken, as values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from rlsdiary.domain.doses import Intake, Item, ItemKind, Plan, Rhythm, Status
from rlsdiary.domain.record import DayRecord, Extract
from rlsdiary.report.figures import ENOUGH_DAYS

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dosage:
    """How much is meant to be taken each time, how often and when.

    ``minutes`` has an entry for each dose of a day: from the day's midnight, None for no set time.
    """

    amount: float
    unit: str
    rhythm: Rhythm = Rhythm.DAILY
    weekdays: tuple[int, ...] = ()
    minutes: tuple[int | None, ...] = (None,)
    elemental_mg: float | None = None
    element: str | None = None

    @property
    def first_minute(self) -> int:
        """The first set time of a day, -1 where there is none."""
        return min((minute for minute in self.minutes if minute is not None), default=-1)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One dose in force at the end of the period."""

    name: str
    kind: ItemKind
    dosage: Dosage
    since: date


@dataclass(frozen=True, slots=True)
class DatedChange:
    """What became different on ``day``: doses before and after; both empty for a marker."""

    day: date
    what: str
    before: tuple[Dosage, ...] = ()
    after: tuple[Dosage, ...] = ()
    once: bool = False


@dataclass(frozen=True, slots=True)
class ItemTotal:
    """What was recorded of one item in the period.

    ``missed`` counts doses recorded as skipped on days a plan asked for them; ``none_days`` days
    recorded as none or skipped altogether; ``unrecorded`` planned days with nothing recorded.
    ``a_day`` is the middle amount of the days it was taken on, one that was really taken.
    """

    name: str
    unit: str
    taken_days: int
    none_days: int
    missed: int
    needed: int
    extra: int
    unrecorded: int
    a_day: float | None


@dataclass(frozen=True, slots=True)
class ElementTotal:
    """Elemental milligrams a day over the ``days`` on which they are known, zeros included."""

    element: str
    days: int
    zero_days: int
    median_mg: float | None


@dataclass(frozen=True, slots=True)
class DoseTaken:
    """One recorded intake, as the day table prints it."""

    name: str
    amount: float | None
    unit: str
    status: Status
    minute: int | None = None


def item_name(item: Item) -> str:
    """Return an item's name with its compound where the name does not say it."""
    if item.compound and item.compound.casefold() not in item.name.casefold():
        return f"{item.full_name} ({item.compound})"
    return item.full_name


def current_plan(extract: Extract, day: date) -> tuple[PlanRow, ...]:
    """Return the doses in force on ``day``, medicines first, then by name and time."""
    rows = [
        _plan_row(plan, extract.items[plan.item_id])
        for plan in extract.plans
        if plan.covers(day) and (plan.rhythm is not Rhythm.ONCE or plan.first == day)
    ]
    return tuple(sorted(rows, key=_plan_order))


def changes_between(extract: Extract, first: date, last: date) -> tuple[DatedChange, ...]:
    """Return every start, change and end of a planned dose and every marker, by date."""
    changes = [DatedChange(m.day, m.title) for m in extract.markers if first <= m.day <= last]
    for item_id, plans in _plans_by_item(extract).items():
        changes += _item_changes(extract.items[item_id], plans, first, last)
    return tuple(sorted(changes, key=lambda change: (change.day, change.what.casefold())))


def item_totals(extract: Extract, records: list[DayRecord]) -> tuple[ItemTotal, ...]:
    """Return what was recorded of every item taken, skipped or planned in the period."""
    intakes: dict[int, list[Intake]] = defaultdict(list)
    for record in records:
        for intake in record.intakes:
            intakes[intake.item_id].append(intake)
    plans = _plans_by_item(extract)
    totals = [
        (item.kind is not ItemKind.MEDICINE, _item_total(item, intakes[item.id], plans, records))
        for item in extract.items.values()
        if item.kind.is_taken and (intakes[item.id] or _is_planned(plans[item.id], records))
    ]
    totals.sort(key=lambda total: (total[0], total[1].name.casefold()))
    return tuple(total for _order, total in totals)


def element_totals(extract: Extract, records: Iterable[DayRecord]) -> tuple[ElementTotal, ...]:
    """Return the median elemental milligrams a day of each element that was recorded."""
    days = [record.day for record in records if record.intakes]
    totals = []
    for element in extract.elements():
        amounts = [mg for day in days if (mg := extract.element_mg(day, element)) is not None]
        middle = median_low(amounts) if len(amounts) >= ENOUGH_DAYS else None
        if amounts:
            totals.append(ElementTotal(element, len(amounts), amounts.count(0.0), middle))
    return tuple(totals)


def doses_of(extract: Extract, record: DayRecord) -> tuple[DoseTaken, ...]:
    """Return a day's intakes by time, then by name."""
    doses = [_dose_taken(intake, extract.items[intake.item_id]) for intake in record.intakes]
    return tuple(sorted(doses, key=lambda d: (d.minute is None, d.minute or 0, d.name.casefold())))


def _plan_row(plan: Plan, item: Item) -> PlanRow:
    return PlanRow(item_name(item), item.kind, _dosage(plan, item), plan.first)


def _dose_taken(intake: Intake, item: Item) -> DoseTaken:
    return DoseTaken(item.full_name, intake.amount, item.unit, intake.status, intake.minute)


def _dosage(plan: Plan, item: Item) -> Dosage:
    mg = item.elemental(plan.amount)
    return Dosage(
        plan.amount, item.unit, plan.rhythm, plan.weekdays, plan.minutes, mg, item.element
    )


def _plan_order(row: PlanRow) -> tuple[bool, str, int]:
    return row.kind is not ItemKind.MEDICINE, row.name.casefold(), row.dosage.first_minute


def _plans_by_item(extract: Extract) -> defaultdict[int, list[Plan]]:
    plans: defaultdict[int, list[Plan]] = defaultdict(list)
    for plan in extract.plans:
        plans[plan.item_id].append(plan)
    return plans


def _item_changes(item: Item, plans: list[Plan], first: date, last: date) -> list[DatedChange]:
    once = [plan for plan in plans if plan.rhythm is Rhythm.ONCE]
    lasting = [plan for plan in plans if plan.rhythm is not Rhythm.ONCE]
    starts = {plan.first for plan in lasting}
    ends = {plan.last + _DAY for plan in lasting if plan.last is not None}
    changes = [
        DatedChange(plan.first, item_name(item), after=(_dosage(plan, item),), once=True)
        for plan in once
        if first <= plan.first <= last
    ]
    for day in sorted(starts | ends):
        before, after = _in_force(lasting, item, day - _DAY), _in_force(lasting, item, day)
        if first <= day <= last and before != after:
            changes.append(DatedChange(day, item_name(item), before, after))
    return changes


def _in_force(plans: list[Plan], item: Item, day: date) -> tuple[Dosage, ...]:
    doses = [_dosage(plan, item) for plan in plans if plan.covers(day)]
    return tuple(sorted(doses, key=lambda dose: dose.first_minute))


def _is_planned(plans: list[Plan], records: list[DayRecord]) -> bool:
    if not records:
        return False
    first, last = records[0].day, records[-1].day
    return any(plan.first <= last and (plan.last is None or plan.last >= first) for plan in plans)


def _item_total(
    item: Item,
    intakes: list[Intake],
    plans: defaultdict[int, list[Plan]],
    records: list[DayRecord],
) -> ItemTotal:
    asked = _asked_days(plans[item.id], records[0].day, records[-1].day)
    taken: dict[date, list[float | None]] = defaultdict(list)
    for intake in intakes:
        if intake.status is not Status.SKIPPED:
            taken[intake.day].append(intake.amount)
    known = [[a for a in day if a is not None] for day in taken.values() if None not in day]
    amounts = [sum(day) for day in known]
    skipped = [intake for intake in intakes if intake.status is Status.SKIPPED]
    return ItemTotal(
        item_name(item),
        item.unit,
        taken_days=len(taken),
        none_days=len({intake.day for intake in skipped} - taken.keys()),
        missed=sum(intake.day in asked for intake in skipped),
        needed=sum(intake.status is Status.NEEDED for intake in intakes),
        extra=sum(intake.status is Status.EXTRA for intake in intakes),
        unrecorded=len(asked - {intake.day for intake in intakes}),
        a_day=median_low(amounts) if amounts else None,
    )


def _asked_days(plans: list[Plan], first: date, last: date) -> set[date]:
    asked: set[date] = set()
    for plan in plans:
        start, end = max(first, plan.first), min(last, plan.last or last)
        for offset in range((end - start).days + 1):
            if plan.asks_on(day := start + offset * _DAY):
                asked.add(day)
    return asked
