"""An invented year of a believable person, made by code from a seed.

A woman in her sixties: the urge slowly worsens, an iron course eases it for some months, a
medicine helps at first and then the symptoms begin earlier and earlier. She is away on holiday
twice, forgets some evenings, and takes zinc in blocks. Nothing of it is anybody's data.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.day import Entered
from rlsdiary.domain.doses import Intake, Item, ItemKind, Plan, Rhythm, Status
from rlsdiary.domain.questions import Value
from rlsdiary.domain.record import Note
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.store import Store
from rlsdiary.words import tr

if TYPE_CHECKING:
    from rlsdiary.store.ledger import Writer

SEED = 20260117
YEAR = 365
_ZONE = "Europe/Berlin"


@dataclass(frozen=True, slots=True)
class _Course:
    """When things happened, in days from the first day, for a diary of ``days`` days."""

    days: int

    @property
    def iron(self) -> range:
        return range(int(self.days * 0.22), int(self.days * 0.55))

    @property
    def zinc(self) -> tuple[range, ...]:
        return tuple(
            range(int(self.days * a), int(self.days * b)) for a, b in ((0.1, 0.3), (0.62, 0.85))
        )

    @property
    def medicine(self) -> range:
        return range(int(self.days * 0.4), self.days)

    @property
    def raised(self) -> int:
        return int(self.days * 0.72)

    @property
    def away(self) -> tuple[range, ...]:
        return tuple(range(n, n + 12) for n in (int(self.days * 0.31), int(self.days * 0.88)))


def fill_with_sample(store: Store, last: date, days: int = YEAR, seed: int = SEED) -> None:
    """Fill an empty diary with ``days`` invented days that end on ``last``."""
    chance = random.Random(seed)
    course = _Course(days)
    first = last - timedelta(days=days - 1)
    with store.ledger.writing() as writer:
        items = [_keep(store, writer, item) for item in _items()]
        plans = [
            (item, [store.treatment.keep_plan(writer, plan) for plan in made], made)
            for item, made in _plans(items, first, course)
        ]
        for marker in _markers(first, course):
            store.treatment.keep_marker(writer, marker)
        answers: list[tuple[date, Answer]] = []
        intakes: list[Intake] = []
        for number, values, note in _evenings(chance, course):
            day = first + timedelta(days=number)
            entered = _entered(day, chance)
            answers += [(day, Answer(key, value, entered)) for key, value in values.items()]
            for item, ids, made in plans:
                intakes += _doses(chance, day, item, ids, made, entered)
            if note:
                store.days.keep_note(writer, day, Note(note, entered))
        store.days.add_all(writer, answers, intakes)


def _keep(store: Store, writer: Writer, item: Item) -> Item:
    return replace(item, id=store.treatment.keep_item(writer, item))


def _items() -> tuple[Item, ...]:
    return (
        Item(
            tr("Iron bisglycinate"),
            ItemKind.SUPPLEMENT,
            tr("capsule"),
            element="iron",
            elemental_mg=25.0,
            compound="bisglycinate",
        ),
        Item(tr("Zinc"), ItemKind.SUPPLEMENT, "mg", element="zinc", elemental_mg=1.0),
        Item(tr("Pramipexole (salt)"), ItemKind.MEDICINE, "mg", substance="pramipexole"),
    )


def _plans(items: list[Item], first: date, course: _Course) -> Iterator[tuple[Item, list[Plan]]]:
    def at(number: int) -> date:
        return first + timedelta(days=number)

    iron, zinc, medicine = items
    evening, night = 20 * 60, 21 * 60
    yield (
        iron,
        [
            Plan(
                iron.id,
                2,
                at(course.iron.start),
                at(course.iron.stop - 1),
                (evening,),
                Rhythm.EVERY_SECOND_DAY,
            )
        ],
    )
    yield (
        zinc,
        [
            Plan(zinc.id, 15, at(block.start), at(block.stop - 1), (evening,))
            for block in course.zinc
        ],
    )
    yield (
        medicine,
        [
            Plan(medicine.id, 0.125, at(course.medicine.start), at(course.raised - 1), (night,)),
            Plan(medicine.id, 0.25, at(course.raised), None, (night,)),
        ],
    )


def _markers(first: date, course: _Course) -> Iterator[Marker]:
    for number, kind, title in (
        (course.iron.start, MarkerKind.OWN, tr("Iron course begins")),
        (course.away[0].start, MarkerKind.TRAVEL, tr("At the sea")),
        (course.medicine.start, MarkerKind.NEW_MEDICINE, tr("Pramipexole begins")),
        (course.raised, MarkerKind.DOSE_CHANGE, tr("Pramipexole 0.125 → 0.25 mg")),
        (course.days - 20, MarkerKind.APPOINTMENT, tr("Sleep clinic")),
    ):
        yield Marker(first + timedelta(days=number), kind, title)


def _evenings(
    chance: random.Random, course: _Course
) -> Iterator[tuple[int, dict[str, Value], str]]:
    drift = strain = 0.0
    for number in range(course.days):
        drift = 0.75 * drift + chance.gauss(0, 0.9)
        strain = 0.6 * strain + chance.gauss(0, 1.1)
        away = any(number in stretch for stretch in course.away)
        if (away and chance.random() < 0.8) or chance.random() < 0.07:
            continue
        stress = _rated(3.6 + strain - (2 if away else 0) + (0.8 if number % 7 < 5 else -0.6))
        urge = _rated(_level(course, number) + drift + 0.3 * (stress - 3.6))
        yield number, _values(chance, course, number, urge, stress), _note(chance, number)


def _values(
    chance: random.Random, course: _Course, number: int, urge: int, stress: int
) -> dict[str, Value]:
    values: dict[str, Value] = {"urge": urge, "stress": stress}
    sleep = _rated(8.0 - 0.55 * urge - 0.15 * stress + chance.gauss(0, 1))
    if chance.random() < 0.9:
        values["sleep_quality"] = sleep
        values["leg_wakings"] = max(0, round(urge * 0.4 + chance.gauss(0, 0.8)))
    values["tiredness"] = _rated(8.5 - sleep * 0.8 + chance.gauss(0, 1))
    values["rest"] = chance.choices(("no", "little", "hour"), (1, 4, 6))[0]
    values["onset"] = "none" if urge == 0 else _onset(chance, course, number)
    return values


def _level(course: _Course, number: int) -> float:
    """Return the underlying worst urge of a day: worsening, eased by iron, then by medicine."""
    years = number / YEAR
    level = 4.6 + 1.6 * min(years, 2) + 0.5 * math.sin(2 * math.pi * years)
    since_iron = number - course.iron.start
    if since_iron > 0:
        level -= 1.2 * min(1.0, since_iron / 60)
    since_medicine = (number - course.medicine.start) / max(1, course.days)
    if since_medicine > 0:
        level += -2.6 + min(3.4, 7.0 * since_medicine)
    return level


def _onset(chance: random.Random, course: _Course, number: int) -> int:
    since = (number - course.medicine.start) / max(1, course.days)
    minute = 21 * 60 + (20 - 420 * since if since > 0 else -30) + chance.gauss(0, 45)
    return int(min(max(minute, 7 * 60), 29 * 60) // 15 * 15)


def _doses(
    chance: random.Random,
    day: date,
    item: Item,
    ids: list[int],
    plans: list[Plan],
    entered: Entered,
) -> Iterator[Intake]:
    for number, plan in zip(ids, plans, strict=True):
        if plan.asks_on(day) and chance.random() < 0.96:
            taken = chance.random() < 0.95
            yield Intake(
                item_id=item.id,
                day=day,
                status=Status.TAKEN if taken else Status.SKIPPED,
                amount=plan.amount,
                entered=entered,
                elemental_mg=item.elemental(plan.amount),
                minute=plan.minutes[0],
                plan_id=number,
            )


def _note(chance: random.Random, number: int) -> str:
    if chance.random() < 0.9:
        return ""
    notes = (
        tr("Long train ride, could not sit still."),
        tr("Walked an hour after dinner, slept better."),
        tr("Cinema. Had to stand at the back for half the film."),
        tr("Coffee at five, I know."),
        tr("Calves, both sides. Cold shower at two."),
        tr("A quiet evening for once."),
        tr("Forgot the evening dose until ten."),
        tr("Grandchildren here. No time to sit, no legs."),
    )
    return notes[number % len(notes)]


def _entered(day: date, chance: random.Random) -> Entered:
    late = timedelta(days=chance.choice((1, 1, 2, 4)) if chance.random() < 0.06 else 0)
    wall = datetime.combine(day, time(21, chance.randrange(60))) + late
    return Entered(wall, _ZONE, 60)


def _rated(value: float) -> int:
    return max(0, min(10, round(value)))
