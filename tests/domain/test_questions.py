"""What each question takes as an answer, and what it refuses."""

import math
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.catalogue import QUESTIONS, RATINGS, question
from rlsdiary.domain.day import DayRule, Entered
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.questions import Card, Kind, Question, Value

NUMBER = Question("item:1", Kind.NUMBER, Card.TODAY, "Coffee")

GOOD: dict[Kind, tuple[Value, ...]] = {
    Kind.RATING: (0, 5, 10),
    Kind.COUNT: (0, 7, 99),
    Kind.MINUTES: (0, 45, 1440),
    Kind.CLOCK: (0, 1290, 1470, 4319),
    Kind.ONSET: (0, 1290, 4319, "none", "waking"),
    Kind.YES: (0, 1),
    Kind.AMOUNT: (0, 2, 0.5, 90),
    Kind.HELP: (0, 1, 2, 3, "tried"),
}
BAD: dict[Kind, tuple[Value, ...]] = {
    Kind.RATING: (-1, 11, 5.5, "5", "five", "", True, math.nan, math.inf, -math.inf, 10**30),
    Kind.COUNT: (-1, 100, 1.5, "3", "none", False, math.nan, math.inf),
    Kind.MINUTES: (-1, 1441, 0.5, "45", True, math.nan, math.inf),
    Kind.CLOCK: (-1, 4320, 12.5, "21:30", "none", True, math.nan),
    Kind.ONSET: (-1, 4320, 12.5, "21:30", "None", "", True, math.nan),
    Kind.CHOICE: ("", "never", "No", 0, True, math.nan),
    Kind.YES: (-1, 2, 0.5, "yes", "", math.nan),
    Kind.AMOUNT: (-1, -0.5, "2", "", True, math.nan, math.inf),
    Kind.HELP: (-1, 4, 1.5, "yes", "", True, math.nan),
    Kind.SET: ("", "knee.left", "calf.left,", "calf.left;calf.right", 0, True),
}
KINDS = [(asked, kind) for kind in Kind for asked in QUESTIONS.values() if asked.kind is kind]
GOOD_CASES = [(asked, value) for asked, kind in KINDS for value in GOOD.get(kind, ())]
BAD_CASES = [(asked, value) for asked, kind in KINDS for value in BAD.get(kind, ())]


def name(case: object) -> str:
    return case.key if isinstance(case, Question) else repr(case)


@pytest.mark.parametrize(("asked", "value"), GOOD_CASES, ids=name)
def test_a_fitting_answer_is_kept_as_it_is(asked: Question, value: Value) -> None:
    assert asked.check(value) == value


@pytest.mark.parametrize(("asked", "value"), BAD_CASES, ids=name)
def test_an_answer_that_does_not_fit_is_refused_in_words(asked: Question, value: Value) -> None:
    with pytest.raises(BadValue) as refused:
        asked.check(value)
    assert " takes " in refused.value.message
    assert refused.value.message.endswith(".")


def test_the_words_name_the_question_and_its_range() -> None:
    with pytest.raises(BadValue, match=r"Strongest urge to move takes a whole number from 0 to 10"):
        question("urge").check(11)
    with pytest.raises(BadValue, match=r"Minutes asleep takes a whole number from 0 to 1440"):
        question("sleep_min").check(1441)
    with pytest.raises(BadValue, match=r"It began takes a time of day, “none” or “waking”"):
        question("onset").check("later")
    with pytest.raises(BadValue, match=r"Chance to sit still takes one of: no, little, hour\."):
        question("rest").check("some")


def test_a_whole_number_written_with_a_point_becomes_whole() -> None:
    kept = question("urge").check(5.0)
    assert kept == 5
    assert isinstance(kept, int)


@pytest.mark.parametrize("asked", [q for q, kind in KINDS if kind is Kind.CHOICE], ids=name)
def test_each_choice_of_a_question_is_taken(asked: Question) -> None:
    assert asked.choices
    for word, label in asked.choices:
        assert asked.check(word) == word
        assert label


@given(st.lists(st.sampled_from(QUESTIONS["where"].choices), min_size=1, unique=True))
def test_any_of_the_regions_together_are_an_answer(chosen: list[tuple[str, str]]) -> None:
    joined = ",".join(word for word, _label in chosen)
    assert question("where").check(joined) == joined


@pytest.mark.parametrize("value", [0, 1, -2.5, 999_999_999])
def test_an_own_item_takes_any_number(value: float) -> None:
    assert NUMBER.check(value) == value


@pytest.mark.parametrize("value", [1e9, -1e9, math.nan, math.inf, -math.inf, "1", "", True])
def test_an_own_item_takes_nothing_but_a_number(value: Value) -> None:
    with pytest.raises(BadValue, match="Coffee takes a number"):
        NUMBER.check(value)


def test_every_question_is_found_by_its_key_and_says_what_it_asks() -> None:
    for key, asked in QUESTIONS.items():
        assert asked.key == key
        assert asked.label
        assert question(key) is asked
    with pytest.raises(KeyError):
        question("knee")


def test_ratings_have_eleven_steps_and_words_at_both_ends() -> None:
    assert RATINGS
    for asked in map(question, RATINGS):
        assert asked.high == 10
        assert asked.low_words
        assert asked.high_words


def test_more_is_better_only_for_sleep_mood_rest_and_help() -> None:
    better = {key for key, asked in QUESTIONS.items() if asked.high_is_better}
    better -= {key for key, asked in QUESTIONS.items() if asked.kind is Kind.HELP}
    assert better == {"sleep_quality", "mood", "rested"}


def test_sleep_is_asked_on_the_card_of_the_night() -> None:
    night = {key for key, asked in QUESTIONS.items() if asked.card is Card.NIGHT}
    assert {"sleep_quality", "wakings", "legs_night", "legs_asleep", "sleep_min"} <= night
    assert not {"urge", "onset", "stress", "mood"} & night


@pytest.mark.parametrize(
    ("key", "wall", "days"),
    [
        ("urge", datetime(2026, 6, 5, 5, 59), 0),
        ("urge", datetime(2026, 6, 5, 6, 1), 1),  # the next diary day, however early
        ("item:4", datetime(2026, 6, 5, 6, 1), 1),
        ("sleep_quality", datetime(2026, 6, 5, 21, 0), 0),  # its night ended that morning
        ("sleep_quality", datetime(2026, 6, 6, 5, 59), 0),
        ("sleep_quality", datetime(2026, 6, 6, 6, 1), 1),
    ],
)
def test_an_answer_about_a_night_is_in_time_until_the_following_day_has_ended(
    key: str, wall: datetime, days: int
) -> None:
    answer = Answer(key, 3, Entered(wall, "", 0))
    assert answer.days_late(date(2026, 6, 4), DayRule()) == days


def test_an_answer_about_a_night_is_late_a_day_later_than_one_about_the_evening() -> None:
    entered = Entered(datetime(2026, 6, 7, 6, 1), "", 0)
    late = {k: Answer(k, 3, entered).is_late(date(2026, 6, 4), DayRule()) for k in ("urge", "up")}
    assert late == {"urge": True, "up": False}
    imported = Answer("urge", 3, Entered(datetime(2030, 1, 1), "", 0, "csv"))
    assert imported.days_late(date(2026, 6, 4), DayRule()) is None
    assert not imported.is_late(date(2026, 6, 4), DayRule())
