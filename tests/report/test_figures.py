"""Medians, shares and first-symptom times: what is counted, and what is honestly not said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from rlsdiary.domain.day import DayRule
from rlsdiary.domain.questions import Value
from rlsdiary.domain.record import DayRecord
from rlsdiary.report.figures import (
    Spread,
    count_symptoms,
    count_weeks,
    entry_times,
    last_spans,
    onset_of,
    spread_of,
    summary_of,
)
from tests.report.diaries import LAST, extract, record


def days_of(key: str, values: Sequence[Value | None]) -> list[DayRecord]:
    first = LAST - timedelta(days=len(values) - 1)
    return [
        record(first + timedelta(days=n), {} if value is None else {key: value})
        for n, value in enumerate(values)
    ]


def test_a_spread_has_median_and_quartiles_between_neighbours() -> None:
    assert spread_of([9, 1, 2, 3, 4, 5, 6, 8]) == Spread(8, 4.5, 2.75, 6.5, 1, 9)


def test_fewer_than_seven_days_have_no_median() -> None:
    assert spread_of([1, 2, 3, 4, 5, 6]) == Spread(6)
    assert spread_of([1, 2, 3, 4, 5, 6, 7]).median == 4


def test_a_day_without_a_rating_is_neither_answered_nor_zero() -> None:
    count = count_symptoms(days_of("urge", [0, None, 3, 0, None]))
    assert (count.evenings, count.answered, count.with_symptoms) == (5, 3, 1)


def test_days_a_week_refer_to_answered_days_only() -> None:
    count = count_symptoms(days_of("urge", [1, 1, 1, 1, 0, 0, 0, 0, *[None] * 20]))
    assert count.a_week == pytest.approx(3.5)
    assert count_symptoms(days_of("urge", [1] * 6)).a_week is None


def test_the_last_fourteen_days_are_set_against_the_fourteen_before() -> None:
    summary = summary_of("urge", days_of("urge", [9] * 5 + [7] * 14 + [3] * 14))
    assert summary.recent is not None
    assert summary.before is not None
    assert (summary.recent.median, summary.before.median) == (3, 7)


def test_a_period_below_twenty_eight_days_is_not_compared() -> None:
    assert last_spans(days_of("urge", [1] * 27)) == (None, None)
    assert last_spans(days_of("urge", [1] * 28)) != (None, None)


def test_weeks_begin_on_monday_and_hold_only_days_of_the_period() -> None:
    weeks = count_weeks(days_of("urge", [1] * 9))  # Saturday 14 to Sunday 22 November
    assert [(week.monday.day, week.count.evenings) for week in weeks] == [(9, 2), (16, 7)]


def test_entry_times_tell_same_day_from_soon_from_late_from_unknown() -> None:
    delays = (0, 1, 2, 3, 5)
    records = [
        record(LAST - timedelta(days=n), {"urge": 1}, days_late=late)
        for n, late in enumerate(delays)
    ]
    records.append(record(LAST - timedelta(days=9), {"urge": 1}, source="diary CSV"))
    records.append(record(LAST - timedelta(days=10), {"stress": 1}))
    times = entry_times(records, DayRule())
    assert (times.same_day, times.soon, times.late, times.unknown) == (1, 2, 2, 1)
    assert times.known == 5


def test_half_past_midnight_counts_as_later_than_eleven() -> None:
    onset = onset_of(days_of("onset", [1380] * 3 + [1410] + [1470] * 3))
    assert (onset.middle, onset.median) == ("time", 1410)


def test_days_without_symptoms_count_as_later_than_any_time() -> None:
    onset = onset_of(days_of("onset", ["none"] * 3 + [1200, 1260, 1320, 1380, 1410]))
    assert (onset.middle, onset.median) == ("time", (1380 + 1410) / 2)


def test_no_median_time_where_most_days_are_without() -> None:
    onset = onset_of(days_of("onset", ["none"] * 5 + [1200] * 4))
    assert (onset.middle, onset.median) == ("none", None)


def test_half_with_and_half_without_have_no_single_middle() -> None:
    onset = onset_of(days_of("onset", ["none"] * 4 + [1200] * 4))
    assert (onset.middle, onset.median) == ("between", None)


def test_symptoms_on_waking_count_as_earlier_than_any_time() -> None:
    onset = onset_of(days_of("onset", ["waking"] * 3 + [1200, 1260, 1320, 1380]))
    assert (onset.middle, onset.median) == ("time", 1200)
    assert onset_of(days_of("onset", ["waking"] * 5 + [1200] * 4)).middle == "waking"


def test_onset_counts_each_kind_of_answer() -> None:
    onset = onset_of(days_of("onset", ["none", "waking", 1200, 1210, None]))
    assert (onset.times, onset.none, onset.waking, onset.middle) == (2, 1, 1, "")


def test_an_extract_gives_every_day_of_the_period() -> None:
    diary = extract(record(LAST, {"urge": 1}), first=LAST - timedelta(days=6))
    assert count_symptoms(diary).evenings == 7
