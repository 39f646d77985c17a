"""What the calendar reads: the ratings there are, and the days of a period."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.day import Entered
from rlsdiary.domain.day_mark import DayMark
from rlsdiary.domain.questions import Value
from rlsdiary.domain.record import Note
from rlsdiary.services.leafing import Leafing
from rlsdiary.store import Store
from tests.store.diary import BERLIN, ENTERED, TODAY, write

MONTH = TODAY.replace(day=1), TODAY


@pytest.fixture
def leafing(store: Store) -> Leafing:
    """Return the calendar's service over an empty diary."""
    return Leafing(store)


def keep(store: Store, day: date, question: str, value: Value, source: str = "") -> None:
    keep_at(store, day, question, value, Entered(ENTERED.wall, "Europe/Berlin", 60, source))


def keep_at(store: Store, day: date, question: str, value: Value, entered: Entered) -> None:
    answer = Answer(question, value, entered)
    write(store, lambda writer: store.days.keep_answer(writer, day, answer))


def keys(leafing: Leafing) -> list[str]:
    return [rated.key for rated in leafing.ratings()]


def test_an_empty_diary_offers_the_urge(leafing: Leafing) -> None:
    assert keys(leafing) == ["urge"]
    assert leafing.span() is None


def test_only_ratings_that_were_ever_recorded_are_offered_the_urge_first(
    store: Store, leafing: Leafing
) -> None:
    for question, value in (("stress", 0), ("sleep_quality", 7), ("wakings", 2), ("rest", "no")):
        keep(store, TODAY, question, value)
    assert keys(leafing) == ["urge", "sleep_quality", "stress"]


def test_night_ratings_say_that_they_are_about_the_night(store: Store, leafing: Leafing) -> None:
    keep(store, TODAY, "sleep_quality", 7)
    assert [(rated.key, rated.of_night) for rated in leafing.ratings()] == [
        ("urge", False),
        ("sleep_quality", True),
    ]


def test_not_recorded_is_no_mark_and_none_is_a_zero(store: Store, leafing: Leafing) -> None:
    keep(store, TODAY, "urge", 0)
    keep(store, TODAY - timedelta(days=1), "stress", 5)
    assert leafing.marks("urge", *MONTH) == {TODAY: DayMark(0)}


def test_days_outside_the_period_are_not_read(store: Store, leafing: Leafing) -> None:
    keep(store, MONTH[0], "urge", 3)
    keep(store, MONTH[0] - timedelta(days=1), "urge", 4)
    assert set(leafing.marks("urge", *MONTH)) == {MONTH[0]}


def test_a_note_is_a_mark_also_without_a_rating(store: Store, leafing: Leafing) -> None:
    write(store, lambda writer: store.days.keep_note(writer, TODAY, Note("sea", ENTERED)))
    assert leafing.marks("urge", *MONTH) == {TODAY: DayMark(note="sea")}


@pytest.mark.parametrize(("ago", "late"), [(0, 0), (1, 0), (2, 0), (3, 3), (9, 9)])
def test_more_than_two_days_late_is_late(
    store: Store, leafing: Leafing, ago: int, late: int
) -> None:
    day = TODAY - timedelta(days=ago)
    keep(store, day, "urge", 5)
    assert leafing.marks("urge", *MONTH)[day].late == late


@pytest.mark.parametrize(("ago", "late"), [(1, 0), (3, 0), (4, 3)])
def test_a_night_has_one_day_more(store: Store, leafing: Leafing, ago: int, late: int) -> None:
    day = TODAY - timedelta(days=ago)
    keep(store, day, "sleep_quality", 5)
    assert leafing.marks("sleep_quality", *MONTH)[day].late == late


def test_what_was_imported_is_never_late(store: Store, leafing: Leafing) -> None:
    day = TODAY - timedelta(days=20)
    keep(store, day, "urge", 5, source="csv")
    assert leafing.marks("urge", *MONTH)[day] == DayMark(5)


def test_the_day_start_of_the_person_decides_what_is_late(store: Store, leafing: Leafing) -> None:
    day = TODAY - timedelta(days=3)
    entered = Entered.at(datetime(2026, 11, 22, 8, 0, tzinfo=BERLIN))
    keep_at(store, day, "urge", 5, entered)
    assert leafing.marks("urge", *MONTH)[day].late == 3
    write(store, lambda writer: store.keep_setting(writer, "day_start", "10:00"))
    assert leafing.marks("urge", *MONTH)[day].late == 0
