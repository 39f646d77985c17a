"""Invented diaries for the tests of the report."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

import numpy as np

from rlsdiary.analysis.series import DaySeries
from rlsdiary.charts.picture import Panel, PanelKind, TrendsPicture
from rlsdiary.domain.answers import Answer
from rlsdiary.domain.day import Entered
from rlsdiary.domain.doses import Intake, Item, ItemKind, Plan, Rhythm, Status
from rlsdiary.domain.questions import Value
from rlsdiary.domain.record import DayRecord, Extract, Note
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.report.content import ReportContent, ReportOptions, make_content

LAST = date(2026, 11, 22)
PRINTED = datetime(2026, 11, 22, 21, 14, tzinfo=UTC)
IRON = Item(
    "Iron",
    ItemKind.SUPPLEMENT,
    "tablet",
    compound="bisglycinate",
    element="iron",
    elemental_mg=25.0,
    id=1,
)
ZINC = Item("Zinc", ItemKind.SUPPLEMENT, "mg", element="zinc", elemental_mg=1.0, id=2)
MEDICINE = Item("Pramipexole", ItemKind.MEDICINE, "mg", id=3)
COFFEE = Item("Coffee", ItemKind.HABIT, "cups", id=4)
ITEMS = {item.id: item for item in (IRON, ZINC, MEDICINE, COFFEE)}


def entered(day: date, days_late: int = 0, source: str = "") -> Entered:
    """Written down at 21:00 of ``day``, or so many days later."""
    wall = datetime.combine(day + timedelta(days=days_late), time(21))
    return Entered(wall, "Europe/Berlin", 60, source)


def record(
    day: date,
    values: Mapping[str, Value] | None = None,
    intakes: tuple[Intake, ...] = (),
    note: str = "",
    days_late: int = 0,
    source: str = "",
) -> DayRecord:
    """A day with these answers, all written down at one time."""
    when = entered(day, days_late, source)
    answers = {key: Answer(key, value, when) for key, value in (values or {}).items()}
    return DayRecord(day, answers, intakes, Note(note, when) if note else None)


def intake(
    item: Item, day: date, amount: float | None, status: Status = Status.TAKEN, minute: int = 1200
) -> Intake:
    """One intake at 20:00."""
    mg = item.elemental(amount)
    return Intake(item.id, day, status, amount, entered(day), mg, minute)


def extract(
    *records: DayRecord,
    first: date | None = None,
    last: date = LAST,
    plans: tuple[Plan, ...] = (),
    markers: tuple[Marker, ...] = (),
    items: Mapping[int, Item] | None = None,
) -> Extract:
    """The diary that holds just these days."""
    days = {record.day: record for record in records}
    start = first or min(days, default=last)
    return Extract(start, last, days, ITEMS if items is None else items, plans, markers)


def content_of(diary: Extract, *, paper: str = "A4", name: str = "Anna Example") -> ReportContent:
    """The report over the whole of ``diary``."""
    options = ReportOptions(diary.first, diary.last, paper, name)
    return make_content(diary, options, PRINTED, "Europe/Berlin", "0.1.0")


def invented(days: int = 93, seed: int = 4) -> Extract:
    """A plausible diary: gaps, a doubled medicine, iron from the middle on, notes."""
    chance = random.Random(seed)
    first = LAST - timedelta(days=days - 1)
    middle = first + timedelta(days=days // 2)
    plans = (
        Plan(MEDICINE.id, 0.088, date(2026, 1, 10), middle - timedelta(days=1), (1200,)),
        Plan(MEDICINE.id, 0.18, middle, None, (1200,)),
        Plan(IRON.id, 1, first + timedelta(days=20), None, (1260,), Rhythm.EVERY_SECOND_DAY),
        Plan(ZINC.id, 15, date(2026, 2, 1), None),
    )
    markers = (Marker(first + timedelta(days=30), MarkerKind.TRAVEL, "Travel to Lisbon"),)
    records = [
        _invented_day(first + timedelta(days=n), plans, chance)
        for n in range(days)
        if n % 17 not in (5, 6) and n != 40
    ]
    return extract(*records, first=first, plans=plans, markers=markers)


def _invented_day(day: date, plans: tuple[Plan, ...], chance: random.Random) -> DayRecord:
    urge = max(0, min(10, round(chance.gauss(4, 2.4))))
    values: dict[str, Value] = {
        "urge": urge,
        "onset": chance.choice((1170, 1215, 1290, 1470)) if urge else "none",
        "rest": chance.choice(("no", "little", "hour")),
        "stress": chance.randint(0, 8),
        "tiredness": chance.randint(1, 9),
    }
    if chance.random() < 0.8:
        values["sleep_quality"] = max(0, min(10, round(8 - urge * 0.6 + chance.gauss(0, 1))))
        values["leg_wakings"] = chance.randint(0, 4)
    if chance.random() < 0.3:
        values[COFFEE.question] = chance.randint(0, 4)
    intakes = tuple(_taken(plan, day, chance) for plan in plans if plan.asks_on(day))
    note = chance.choice(("", "", "", "", "Long flight, no chance to walk about. Bad evening."))
    late = 3 if chance.random() < 0.05 else 0
    return record(day, values, intakes, note, late)


def _taken(plan: Plan, day: date, chance: random.Random) -> Intake:
    status = Status.SKIPPED if chance.random() < 0.07 else Status.TAKEN
    return intake(ITEMS[plan.item_id], day, plan.amount, status, plan.minutes[0] or 1200)


def picture_of(diary: Extract) -> TrendsPicture:
    """The trend chart of a diary: urge, sleep, stress and iron."""
    rated = (("urge", "urge"), ("sleep_quality", "sleep"), ("stress", "stress"))
    panels = [
        Panel(key, key.capitalize(), _series(diary, key), PanelKind.RATING, role)
        for key, role in rated
    ]
    iron = [(r.day, mg) for r in diary if (mg := diary.element_mg(r.day, "iron")) is not None]
    series = DaySeries.from_pairs(diary.first, diary.last, iron)
    if not np.isnan(series.values).all():
        panels.append(Panel("iron", "Iron", series, PanelKind.BARS, "iron", "mg", None))
    return TrendsPicture(tuple(panels), diary.first, diary.last)


def _series(diary: Extract, key: str) -> DaySeries:
    pairs = [(r.day, n) for r in diary if (n := r.number(key)) is not None]
    return DaySeries.from_pairs(diary.first, diary.last, pairs)
