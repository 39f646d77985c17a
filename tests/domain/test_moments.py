"""A moment says one thing: a number, that it is better, or what is done about it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from rlsdiary.domain.day import Entered
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.moments import MEASURES, Moment, MomentKind, measure_words

DAY = date(2026, 11, 22)
ENTERED = Entered.at(datetime(2026, 11, 23, 3, 12, tzinfo=ZoneInfo("Europe/Berlin")))
LEGS, BETTER, MEASURE = MomentKind.LEGS, MomentKind.BETTER, MomentKind.MEASURE


@pytest.mark.parametrize("level", [0, 1, 10])
def test_a_number_from_none_to_the_worst_is_a_moment(level: int) -> None:
    assert Moment(DAY, LEGS, ENTERED, level=level).in_words() == str(level)


@pytest.mark.parametrize("level", [-1, 11, 6.5, True, "6"])
def test_no_other_number_is(level: object) -> None:
    with pytest.raises(BadValue):
        Moment(DAY, LEGS, ENTERED, level=level)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "level", "measure"),
    [(LEGS, None, ""), (BETTER, 3, ""), (MEASURE, 3, "cold"), (LEGS, 3, "cold")],
)
def test_a_number_belongs_to_the_legs_alone(
    kind: MomentKind, level: int | None, measure: str
) -> None:
    with pytest.raises(BadValue):
        Moment(DAY, kind, ENTERED, level=level, measure=measure)


@pytest.mark.parametrize(("kind", "measure"), [(MEASURE, ""), (BETTER, "walking")])
def test_a_measure_has_its_word_and_nothing_else_has(kind: MomentKind, measure: str) -> None:
    with pytest.raises(BadValue):
        Moment(DAY, kind, ENTERED, measure=measure)


def test_measures_are_said_in_words_and_an_unknown_one_as_it_is() -> None:
    assert Moment(DAY, MEASURE, ENTERED, measure="bath").in_words() == "bath or shower"
    assert Moment(DAY, BETTER, ENTERED).in_words() == "better"
    assert measure_words("humming") == "humming"
    assert len({word for word, _shown in MEASURES}) == len(MEASURES) == 8


def test_two_moments_say_the_same_whenever_they_were() -> None:
    later = Entered.at(datetime(2026, 11, 23, 4, 0, tzinfo=ZoneInfo("Europe/Berlin")))
    seven = Moment(DAY, LEGS, ENTERED, level=7, id=1)
    assert seven.says_same(Moment(DAY, LEGS, later, level=7, id=2))
    assert not seven.says_same(Moment(DAY, LEGS, ENTERED, level=8))
    assert not seven.says_same(Moment(DAY, BETTER, ENTERED))
