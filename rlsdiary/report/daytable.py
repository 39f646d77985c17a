"""The rows of the day table: every recorded value of every day, the empty days included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.day import TOLD_FROM
from rlsdiary.domain.doses import Item
from rlsdiary.domain.questions import Value
from rlsdiary.domain.record import DayRecord, Extract
from rlsdiary.report.dosing import DoseTaken, doses_of
from rlsdiary.report.figures import recorded_keys
from rlsdiary.words import mark, tr

_SHORT = {
    "urge": mark("Urge"),
    "onset": mark("Began"),
    "rest": mark("Rest"),
    "sleep_quality": mark("Sleep"),
    "stress": mark("Stress"),
    "tiredness": mark("Tired"),
    "mood": mark("Mood"),
    "pain": mark("Pain"),
    "leg_wakings": mark("By legs"),
    "wakings": mark("Woken"),
    "legs_asleep": mark("Legs, bed"),
    "legs_night": mark("Legs, night"),
    "sleep_min": mark("Asleep"),
    "walk_min": mark("Walked"),
    "urge_morning": mark("06–12"),
    "urge_afternoon": mark("12–18"),
    "urge_evening": mark("18–24"),
    "urge_night": mark("00–06"),
    "rested": mark("Rested"),
    "fall_asleep_min": mark("To sleep"),
    "awake_min": mark("Awake"),
    "bed": mark("To bed"),
    "lights_out": mark("Lights out"),
    "final_waking": mark("Waking"),
    "up": mark("Up"),
    "rest_latency": mark("After"),
    "duration": mark("Lasted"),
}
_PLAIN = frozenset(
    (
        *("urge", "onset", "stress", "tiredness", "mood", "pain"),
        *("sleep_quality", "wakings", "bed", "lights_out", "up"),
    )
)
"""Short words that need no explanation below the table's title."""
_NOUNS = {
    "urge": mark("Strongest urge to move"),
    "sleep_quality": mark("Sleep quality"),
    "onset": mark("First symptoms"),
}
PRINT_ORDER = tuple(dict.fromkeys((*_SHORT, *QUESTIONS)))
"""Question keys by how much a reader needs them side by side."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day. ``days_late`` is set where its urge was written down TOLD_FROM days late or more."""

    day: date
    values: Mapping[str, Value]
    doses: tuple[DoseTaken, ...] = ()
    note: str = ""
    for_doctor: bool = False
    days_late: int | None = None

    @property
    def is_empty(self) -> bool:
        """True where nothing at all was recorded."""
        return not (self.values or self.doses or self.note)


@dataclass(frozen=True, slots=True)
class DayTable:
    """All days of the period; ``keys`` are the questions answered at all, in print order.

    ``names`` gives the words for each key: short ones for a column, full ones for a line of text.
    """

    rows: tuple[DayRow, ...]
    keys: tuple[str, ...]
    names: Mapping[str, tuple[str, str]]


def make_table(extract: Extract, records: Iterable[DayRecord]) -> DayTable:
    """Return the day table of ``records``, which holds every day of the period in order."""
    days = tuple(records)
    keys = recorded_keys(days, dict.fromkeys(PRINT_ORDER))
    rows = tuple(_row(extract, record) for record in days)
    return DayTable(rows, keys, {key: names_of(key, extract.items) for key in keys})


def names_of(key: str, items: Mapping[int, Item]) -> tuple[str, str]:
    """Return the short and the full words for a question or a tracked item."""
    if key in QUESTIONS:
        label = QUESTIONS[key].label
        return tr(_SHORT.get(key, label)), tr(_NOUNS.get(key, label))
    number = key.removeprefix("item:")
    item = items.get(int(number)) if number.isdecimal() else None
    if item is None:
        return key, key
    full = f"{item.name} ({item.unit})" if item.unit else item.name
    return full, full


def legend(key: str, names: Mapping[str, tuple[str, str]]) -> str:
    """Return what the short words of a column stand for, "" where they speak for themselves."""
    if key == "rest":
        return tr("Rest: chance to sit still, 1 h+ is an hour or more")
    short, full = names[key]
    return "" if key in _PLAIN or short == full else f"{short}: {full}"


def _row(extract: Extract, record: DayRecord) -> DayRow:
    urge = record.answers.get("urge")
    late = None
    if urge is not None:
        days = urge.days_late(record.day, extract.rule) or 0
        late = days if days >= TOLD_FROM else None
    note = record.note
    return DayRow(
        record.day,
        {key: answer.value for key, answer in record.answers.items()},
        doses_of(extract, record),
        note.text if note else "",
        bool(note and note.for_doctor),
        late,
    )
