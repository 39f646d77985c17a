"""The sleep of a night: times set in order, figures from instants, nothing from what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.day import MINUTES_A_DAY, Entered
from rlsdiary.domain.record import DayRecord
from rlsdiary.domain.sleep import TIMES, Sleep, minute_for, placed, sleep_of

ORDINARY, SPRING, AUTUMN = date(2026, 11, 21), date(2026, 3, 28), date(2026, 10, 24)
WHOLE: dict[str, str | int] = {
    "bed": "23:10",
    "lights_out": "23:30",
    "fall_asleep_min": 30,
    "awake_min": 45,
    "final_waking": "06:45",
    "tried_min": 15,
    "up": "07:10",
}


def face(clock: str) -> int:
    told = time.fromisoformat(clock)
    return told.hour * 60 + told.minute


def night(
    told: Mapping[str, str | int] | None = None,
    day: date = ORDINARY,
    zone: str = "Europe/Berlin",
) -> DayRecord:
    """Return a night as it was typed at noon of the next day."""
    entered = Entered(datetime(day.year, day.month, day.day, 12), zone, 60)
    values = {k: face(v) if isinstance(v, str) else v for k, v in (told or {}).items()}
    return DayRecord(day, {key: Answer(key, value, entered) for key, value in values.items()})


faces = st.dictionaries(st.sampled_from(TIMES), st.integers(0, MINUTES_A_DAY - 1))


# --- in order


@pytest.mark.parametrize(
    ("told", "times"),
    [
        (("23:10", "23:30", "06:45", "07:10"), (1390, 1410, 1845, 1870)),
        (("23:50", "00:30", "06:45", "06:45"), (1430, 1470, 1845, 1845)),
        (("23:10", "23:10", "06:45", "07:10"), (1390, 1390, 1845, 1870)),
        (("08:00", "08:30", "15:00", "15:30"), (1920, 1950, 2340, 2370)),  # after a night shift
        (("12:00", "12:00", "11:59", "11:59"), (720, 720, 2159, 2159)),
        (("22:00", "22:10", "22:10", "22:30"), (1320, 1330, 2770, 2790)),  # not no time at all
    ],
)
def test_times_of_a_night_are_set_in_their_order(
    told: tuple[str, ...], times: tuple[int, ...]
) -> None:
    found = placed({key: face(clock) for key, clock in zip(TIMES, told, strict=True)})
    assert tuple(found.values()) == times


@pytest.mark.parametrize(
    ("key", "clock", "minute"),
    [
        ("bed", "23:10", 1390),
        ("bed", "00:30", 1470),
        ("bed", "11:59", 2159),
        ("bed", "12:00", 720),
        ("lights_out", "01:00", 1500),
        ("final_waking", "06:45", 1845),
        ("final_waking", "19:59", 2639),
        ("final_waking", "20:00", 1200),
        ("up", "14:00", 2280),
    ],
)
def test_a_time_that_stands_alone_belongs_to_the_night_around_it(
    key: str, clock: str, minute: int
) -> None:
    assert placed({key: face(clock)}) == {key: minute}


@given(faces)
def test_setting_in_order_twice_changes_nothing(told: dict[str, int]) -> None:
    assert placed(placed(told)) == placed(told)


@given(faces)
def test_no_time_comes_before_the_one_that_happens_before_it(told: dict[str, int]) -> None:
    times = list(placed(told).values())
    assert times == sorted(times)
    assert all(b - a <= MINUTES_A_DAY for a, b in pairwise(times))


@given(faces)
def test_every_time_keeps_its_face(told: dict[str, int]) -> None:
    assert {key: minute % MINUTES_A_DAY for key, minute in placed(told).items()} == told


@given(faces)
def test_sleep_ends_after_it_began(told: dict[str, int]) -> None:
    times = placed(told)
    begun = [times[key] for key in ("bed", "lights_out") if key in times]
    ended = [times[key] for key in ("final_waking", "up") if key in times]
    assert all(a < b for a in begun for b in ended)


@given(faces, st.sampled_from(TIMES), st.times())
def test_whatever_is_typed_can_be_kept_and_is_read_as_it_was_meant(
    told: dict[str, int], key: str, wall: time
) -> None:
    record = night(told)
    minute = minute_for(record, key, wall)
    assert QUESTIONS[key].check(minute) == minute
    assert minute % MINUTES_A_DAY == wall.hour * 60 + wall.minute
    both = night({**told, key: minute})
    assert placed({k: int(both.number(k) or 0) for k in both.answers}) == placed(
        {**told, key: minute}
    )


def test_a_time_is_kept_as_minutes_of_the_evening_on_which_the_night_began() -> None:
    record = night({"bed": "23:10"})
    assert minute_for(record, "lights_out", time(0, 30)) == 1470
    assert minute_for(record, "final_waking", time(6, 45)) == 1845


# --- figures


def test_the_figures_of_a_night_by_hand() -> None:
    sleep = sleep_of(night(WHOLE))
    assert sleep.onset == 24 * 60  # 23:30 and half an hour
    assert sleep.period == 6 * 60 + 45
    assert sleep.asleep == 6 * 60
    assert sleep.in_bed == 8 * 60
    assert sleep.trying == 30 + 360 + 45 + 15
    assert sleep.efficiency == 80
    assert sleep.efficiency_in_bed == 75
    assert (sleep.is_typed, sleep.is_negative, sleep.clock_change) == (False, False, 0)


def test_trying_to_sleep_on_counts_as_none_where_it_is_not_recorded() -> None:
    told = {key: value for key, value in WHOLE.items() if key != "tried_min"}
    assert sleep_of(night(told)).trying == 30 + 360 + 45


@pytest.mark.parametrize(
    ("missing", "unknown"),
    [
        ("bed", {"in_bed", "efficiency_in_bed"}),
        ("up", {"in_bed", "efficiency_in_bed"}),
        (
            "lights_out",
            {"onset", "period", "asleep", "trying", "efficiency", "efficiency_in_bed"},
        ),
        ("final_waking", {"period", "asleep", "trying", "efficiency", "efficiency_in_bed"}),
        (
            "fall_asleep_min",
            {"onset", "period", "asleep", "trying", "efficiency", "efficiency_in_bed"},
        ),
        ("awake_min", {"asleep", "trying", "efficiency", "efficiency_in_bed"}),
    ],
)
def test_what_is_not_recorded_leaves_its_figures_out(missing: str, unknown: set[str]) -> None:
    sleep = sleep_of(night({key: value for key, value in WHOLE.items() if key != missing}))
    names = [field.name for field in fields(Sleep)] + ["efficiency", "efficiency_in_bed"]
    assert {name for name in names if getattr(sleep, name) is None} == unknown


def test_nothing_recorded_is_no_figure_and_not_nought() -> None:
    assert sleep_of(night()) == Sleep()
    assert sleep_of(night({"sleep_quality": 5})) == Sleep()


@pytest.mark.parametrize(
    ("day", "hours", "change"), [(SPRING, 7, 60), (AUTUMN, 9, -60), (ORDINARY, 8, 0)]
)
def test_the_night_of_a_clock_change_has_its_hours(day: date, hours: int, change: int) -> None:
    told: dict[str, str | int] = {
        "bed": "22:30",
        "lights_out": "23:00",
        "final_waking": "07:00",
        "up": "07:30",
        "fall_asleep_min": 0,
        "awake_min": 0,
    }
    sleep = sleep_of(night(told, day))
    assert sleep.asleep == hours * 60
    assert sleep.in_bed == hours * 60 + 60
    assert sleep.clock_change == change


def test_sleep_that_begins_after_the_clocks_changed_is_told_by_the_new_clock() -> None:
    told: dict[str, str | int] = {"lights_out": "01:30", "fall_asleep_min": 90}
    assert sleep_of(night(told, SPRING)).onset == (24 + 4) * 60
    assert sleep_of(night(told, AUTUMN)).onset == (24 + 2) * 60
    assert sleep_of(night(told, ORDINARY)).onset == (24 + 3) * 60


@pytest.mark.parametrize("zone", ["", "XYZ", "Mars/Olympus", "../etc", "Europe"])
def test_a_zone_nobody_knows_counts_as_clocks_that_never_change(zone: str) -> None:
    sleep = sleep_of(night(WHOLE, SPRING, zone))
    assert sleep.asleep == 6 * 60
    assert sleep.clock_change == 0


def test_times_written_down_in_two_zones_are_no_clock_change() -> None:
    there, here = night({"bed": "23:10"}, zone="America/New_York"), night({"up": "07:10"})
    sleep = sleep_of(DayRecord(ORDINARY, {**there.answers, **here.answers}))
    assert sleep.in_bed == 2 * 60
    assert sleep.clock_change == 0


@pytest.mark.parametrize(("key", "minutes"), [("awake_min", 406), ("fall_asleep_min", 436)])
def test_more_minutes_awake_than_there_were_give_no_figure(key: str, minutes: int) -> None:
    sleep = sleep_of(night({**WHOLE, key: minutes}))
    assert sleep == Sleep(is_negative=True)


def test_a_night_without_sleep_is_nought_and_an_answer() -> None:
    sleep = sleep_of(night({**WHOLE, "awake_min": 405}))
    assert (sleep.asleep, sleep.efficiency, sleep.is_negative) == (0, 0, False)


def test_minutes_asleep_as_typed_stand_in_where_there_are_no_times() -> None:
    sleep = sleep_of(night({"sleep_min": 330}))
    assert (sleep.asleep, sleep.is_typed) == (330, True)
    assert sleep.efficiency is None
    assert (
        sleep_of(night({"sleep_min": 330, "fall_asleep_min": 30, "awake_min": 40})).efficiency
        == 82.5
    )
    assert sleep_of(night({**WHOLE, "sleep_min": 100})).asleep == 360


def test_more_sleep_than_time_in_bed_is_no_share_of_it() -> None:
    sleep = sleep_of(night({"bed": "23:00", "up": "05:00", "sleep_min": 400}))
    assert sleep.efficiency_in_bed is None


@given(st.fixed_dictionaries({key: st.integers(0, MINUTES_A_DAY - 1) for key in WHOLE}))
def test_no_figure_is_ever_negative_nor_a_share_above_the_whole(told: dict[str, int]) -> None:
    sleep = sleep_of(night(told))
    for minutes in (sleep.period, sleep.asleep, sleep.in_bed, sleep.trying):
        assert minutes is None or minutes >= 0
    for share in (sleep.efficiency, sleep.efficiency_in_bed):
        assert share is None or 0 <= share <= 100
