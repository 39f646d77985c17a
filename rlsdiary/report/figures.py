"""Medians, counts and shares of the printed report: records in, values out, no words and no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from rlsdiary.domain.day import DayRule
from rlsdiary.domain.questions import ONSET_NONE, ONSET_WAKING
from rlsdiary.domain.record import DayRecord

ENOUGH_DAYS = 7
"""Below this many days no median is printed (bounded ordinal ratings say nothing with fewer)."""
WINDOW = 14
"""Days in each of the two spans compared at the end of the period."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How ``days`` recorded numbers lie; all None below ENOUGH_DAYS, for then they say nothing."""

    days: int
    median: float | None = None
    low: float | None = None
    high: float | None = None
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class ValueSummary:
    """One question over the period and over the two last spans (None where too short)."""

    key: str
    whole: Spread
    recent: Spread | None = None
    before: Spread | None = None


@dataclass(frozen=True, slots=True)
class SymptomCount:
    """Of ``evenings`` days, how many were answered and how many of these had symptoms."""

    evenings: int
    answered: int
    with_symptoms: int

    @property
    def a_week(self) -> float | None:
        """Days with symptoms in seven answered days; None below ENOUGH_DAYS answers."""
        if self.answered < ENOUGH_DAYS:
            return None
        return 7 * self.with_symptoms / self.answered


@dataclass(frozen=True, slots=True)
class WeekCount:
    """The days of the period in the week that begins on Monday ``monday``."""

    monday: date
    count: SymptomCount


@dataclass(frozen=True, slots=True)
class EntryTimes:
    """When the evenings' urge was written down; imported values are ``unknown``.

    Evenings are counted by their urge alone: a night's answers may well come on the next day.
    ``soon`` is within 48 hours after the day's end, ``late`` is later.
    """

    same_day: int
    soon: int
    late: int
    unknown: int

    @property
    def known(self) -> int:
        """Evenings of which it is known when they were written down."""
        return self.same_day + self.soon + self.late


@dataclass(frozen=True, slots=True)
class OnsetSummary:
    """First-symptom times. ``median`` is minutes from the diary day's midnight.

    ``middle`` says what the middle day was like: "time" (then ``median`` holds it), "none",
    "waking", "between" (the middle pair is a time and a day without one), or "" where there are
    fewer than ENOUGH_DAYS. A day without symptoms counts as later than any time, a day on which
    they were there on waking as earlier than any: neither is left out, neither is averaged.
    """

    times: int = 0
    none: int = 0
    waking: int = 0
    middle: str = ""
    median: float | None = None

    @property
    def days(self) -> int:
        """Days with an answer of any kind."""
        return self.times + self.none + self.waking


def spread_of(numbers: Iterable[float]) -> Spread:
    """Return median, quartiles (linear between neighbours) and range of ``numbers``."""
    ordered = sorted(numbers)
    if len(ordered) < ENOUGH_DAYS:
        return Spread(len(ordered))
    return Spread(
        len(ordered),
        median(ordered),
        _quantile(ordered, 0.25),
        _quantile(ordered, 0.75),
        ordered[0],
        ordered[-1],
    )


def summary_of(key: str, records: Sequence[DayRecord]) -> ValueSummary:
    """Return the spreads of one question; ``records`` holds every day of the period in order."""
    recent, before = last_spans(records)
    return ValueSummary(
        key,
        spread_of(_numbers(key, records)),
        None if recent is None else spread_of(_numbers(key, recent)),
        None if before is None else spread_of(_numbers(key, before)),
    )


def last_spans(
    records: Sequence[DayRecord],
) -> tuple[Sequence[DayRecord] | None, Sequence[DayRecord] | None]:
    """Return the last 14 days and the 14 before; None and None where the period is shorter."""
    if len(records) < 2 * WINDOW:
        return None, None
    return records[-WINDOW:], records[-2 * WINDOW : -WINDOW]


def count_symptoms(records: Iterable[DayRecord]) -> SymptomCount:
    """Count evenings, answered evenings (urge recorded) and those with an urge above 0."""
    evenings = answered = with_symptoms = 0
    for record in records:
        evenings += 1
        urge = record.number("urge")
        if urge is not None:
            answered += 1
            with_symptoms += urge > 0
    return SymptomCount(evenings, answered, with_symptoms)


def count_weeks(records: Iterable[DayRecord]) -> tuple[WeekCount, ...]:
    """Count symptoms week by week, Monday to Sunday; weeks at the ends may be shorter."""
    weeks: dict[date, list[DayRecord]] = {}
    for record in records:
        monday = record.day - timedelta(days=record.day.weekday())
        weeks.setdefault(monday, []).append(record)
    return tuple(WeekCount(monday, count_symptoms(days)) for monday, days in weeks.items())


def entry_times(records: Iterable[DayRecord], rule: DayRule) -> EntryTimes:
    """Count how soon each recorded urge was written down."""
    counts = {"same": 0, "soon": 0, "late": 0, "unknown": 0}
    for record in records:
        answer = record.answers.get("urge")
        if answer is None:
            continue
        late = answer.days_late(record.day, rule)
        if late is None:
            counts["unknown"] += 1
        elif late == 0:
            counts["same"] += 1
        else:
            counts["late" if answer.is_late(record.day, rule) else "soon"] += 1
    return EntryTimes(counts["same"], counts["soon"], counts["late"], counts["unknown"])


def onset_of(records: Iterable[DayRecord]) -> OnsetSummary:
    """Summarise first-symptom times, days without and days already on waking as they are."""
    answers = [record.value("onset") for record in records]
    times = sorted(float(value) for value in answers if isinstance(value, int | float))
    none, waking = answers.count(ONSET_NONE), answers.count(ONSET_WAKING)
    days = len(times) + none + waking
    if days < ENOUGH_DAYS:
        return OnsetSummary(len(times), none, waking)
    ranked = [-1.0] * waking + times + [float("inf")] * none
    low, high = ranked[(days - 1) // 2], ranked[days // 2]
    return OnsetSummary(len(times), none, waking, *_middle(low, high))


def _middle(low: float, high: float) -> tuple[str, float | None]:
    if high < 0:
        return "waking", None
    if low == float("inf"):
        return "none", None
    if low < 0 or high == float("inf"):
        return "between", None
    return "time", (low + high) / 2


def _numbers(key: str, records: Iterable[DayRecord]) -> list[float]:
    numbers = (record.number(key) for record in records)
    return [number for number in numbers if number is not None]


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def recorded_keys(records: Iterable[DayRecord], known: Mapping[str, object]) -> tuple[str, ...]:
    """Return the question keys with any answer: those of ``known`` in its order, then others."""
    present: dict[str, None] = {}
    for record in records:
        present.update(dict.fromkeys(record.answers))
    return (*(key for key in known if key in present), *sorted(present.keys() - known.keys()))
