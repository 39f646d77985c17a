"""Each press is kept under the right diary day, with wall clock, zone and offset."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.moments import MEASURES, MomentKind
from rlsdiary.services.noticing import Noticing
from rlsdiary.services.reading import Reading
from rlsdiary.services.recording import Recording
from rlsdiary.store import Store
from tests.store.diary import BERLIN, opened

DAY = date(2026, 11, 22)
THREE = datetime(2026, 11, 23, 3, 12, 40, tzinfo=BERLIN)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: datetime = THREE) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **step: float) -> None:
        """Move on by real time, also over a change of clocks."""
        zone = self.moment.tzinfo
        self.moment = (self.moment.astimezone(UTC) + timedelta(**step)).astimezone(zone)


def said(store: Store, day: date = DAY) -> list[str]:
    """Return what is kept of a day, in words."""
    return [moment.in_words() for moment in Reading(store).moments(day)]


def berlin(*parts: int, fold: int = 0) -> datetime:
    """Return a moment by Berlin's clocks."""
    year, month, day, hour, minute = parts
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN, fold=fold)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (berlin(2026, 11, 23, 1, 30), date(2026, 11, 22)),
        (berlin(2026, 11, 23, 3, 12), date(2026, 11, 22)),
        (berlin(2026, 11, 23, 5, 59), date(2026, 11, 22)),
        (berlin(2026, 11, 23, 6, 0), date(2026, 11, 23)),
        (berlin(2026, 11, 23, 23, 40), date(2026, 11, 23)),
        (berlin(2026, 3, 29, 1, 59), date(2026, 3, 28)),  # clocks go to 03:00
        (berlin(2026, 3, 29, 3, 0), date(2026, 3, 28)),
        (berlin(2026, 3, 29, 6, 0), date(2026, 3, 29)),
        (berlin(2026, 10, 25, 2, 30), date(2026, 10, 24)),  # clocks go back to 02:00
        (berlin(2026, 10, 25, 2, 30, fold=1), date(2026, 10, 24)),
        (berlin(2026, 10, 25, 5, 59), date(2026, 10, 24)),
        (berlin(2026, 10, 25, 6, 0), date(2026, 10, 25)),
    ],
)
def test_a_press_belongs_to_the_diary_day_of_its_moment(
    store: Store, moment: datetime, day: date
) -> None:
    noticing = Noticing(store, Clock(moment))
    change = noticing.level(7)
    assert noticing.today() == day
    assert change.days == {day}
    (kept,) = Reading(store).moments(day)
    assert (kept.day, kept.level) == (day, 7)


@pytest.mark.parametrize(
    ("moment", "wall", "offset"),
    [
        (berlin(2026, 10, 25, 2, 30), "2026-10-25T02:30:00", 120),
        (berlin(2026, 10, 25, 2, 30, fold=1), "2026-10-25T02:30:00", 60),
        (berlin(2026, 3, 29, 3, 5), "2026-03-29T03:05:00", 120),
        (berlin(2026, 3, 29, 1, 55), "2026-03-29T01:55:00", 60),
    ],
)
def test_the_wall_clock_the_zone_and_the_offset_are_kept(
    store: Store, moment: datetime, wall: str, offset: int
) -> None:
    noticing = Noticing(store, Clock(moment))
    noticing.better()
    (kept,) = Reading(store).moments(noticing.today())
    entered = kept.entered
    assert (entered.wall.isoformat(), entered.zone, entered.offset, entered.source) == (
        wall,
        "Europe/Berlin",
        offset,
        "",
    )


def test_two_presses_in_the_doubled_hour_stand_in_the_order_of_time(store: Store) -> None:
    clock = Clock(berlin(2026, 10, 25, 2, 50))
    noticing = Noticing(store, clock)
    noticing.level(8)
    clock.forward(minutes=20)  # 02:10, for the second time
    noticing.better()
    kept = Reading(store).moments(date(2026, 10, 24))
    assert [(m.in_words(), m.entered.wall.hour, m.entered.wall.minute) for m in kept] == [
        ("8", 2, 50),
        ("better", 2, 10),
    ]


def test_the_persons_own_day_start_counts(store: Store) -> None:
    from rlsdiary.services.choosing import Choosing

    Choosing(store).day_start("03:00")
    Noticing(store, Clock()).level(7)
    assert said(store, date(2026, 11, 23)) == ["7"]
    assert said(store) == []


def test_every_press_is_in_the_file_at_once(store: Store, path: Path) -> None:
    clock = Clock()
    noticing = Noticing(store, clock)
    noticing.level(7)
    noticing.measure("walking")
    with opened(path) as other:
        assert said(other) == ["7", "walking"]
    clock.forward(minutes=25)
    noticing.better()
    with opened(path) as other:
        assert said(other) == ["7", "walking", "better"]


def test_every_measure_can_be_kept_and_no_other_word(store: Store) -> None:
    noticing = Noticing(store, Clock())
    for measure, _words in MEASURES:
        assert noticing.measure(measure)
    kept = Reading(store).moments(DAY)
    assert [moment.measure for moment in kept] == [measure for measure, _words in MEASURES]
    assert {moment.kind for moment in kept} == {MomentKind.MEASURE}
    with pytest.raises(BadValue):
        noticing.measure("dancing")
    with pytest.raises(BadValue):
        noticing.level(11)
    assert len(Reading(store).moments(DAY)) == len(MEASURES)


def test_a_change_says_what_it_touched_and_is_taken_back(store: Store) -> None:
    noticing, recording = Noticing(store, Clock()), Recording(store, Clock())
    change = noticing.level(7)
    assert change.kinds == {"moments"}
    assert change.words == "Legs now: 7 kept"
    reverse = recording.undo(change)
    assert said(store) == []
    recording.undo(reverse)
    assert said(store) == ["7"]


def test_a_kept_moment_is_taken_away_and_brought_back_as_it_was(store: Store) -> None:
    noticing = Noticing(store, Clock())
    noticing.measure("cold")
    before = Reading(store).moments(DAY)
    change = noticing.take_away(before[0])
    assert said(store) == []
    assert change.days == {DAY}
    Recording(store, Clock()).undo(change)
    assert Reading(store).moments(DAY) == before


def test_a_corrected_number_keeps_its_moment(store: Store) -> None:
    clock = Clock()
    noticing = Noticing(store, clock)
    noticing.level(1)
    (one,) = Reading(store).moments(DAY)
    clock.forward(seconds=2)
    noticing.change_level(one, 10)
    (ten,) = Reading(store).moments(DAY)
    assert (ten.level, ten.entered, ten.id) == (10, one.entered, one.id)


def test_a_shaking_hand_presses_once_and_a_second_press_later_counts(store: Store) -> None:
    clock = Clock()
    noticing = Noticing(store, clock)
    noticing.level(7)
    clock.forward(seconds=1)
    assert not noticing.level(7)
    assert noticing.level(8)
    clock.forward(seconds=2)
    assert noticing.level(8)
    assert said(store) == ["7", "8", "8"]


def test_a_moment_in_another_zone_keeps_that_zone(store: Store) -> None:
    tokyo = datetime(2026, 11, 23, 3, 12, tzinfo=ZoneInfo("Asia/Tokyo"))
    Noticing(store, Clock(tokyo)).level(5)
    (kept,) = Reading(store).moments(DAY)
    assert (kept.entered.zone, kept.entered.offset) == ("Asia/Tokyo", 540)
