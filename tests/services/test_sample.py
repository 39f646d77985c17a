"""The invented diary is the same for the same seed, believable, and sound."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.doses import Status
from rlsdiary.services.sample import YEAR, fill_with_sample
from rlsdiary.store import Store
from tests.store.diary import TODAY, contents, is_sound, opened
from tests.store.template import copy_of_empty

FIRST = TODAY - timedelta(days=YEAR - 1)


@pytest.fixture
def sample(store: Store) -> Store:
    """Return a diary filled with the usual year."""
    fill_with_sample(store, TODAY)
    return store


def test_the_same_seed_makes_the_same_diary(tmp_path: Path) -> None:
    made = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        path = copy_of_empty(tmp_path / name)
        with opened(path) as store:
            fill_with_sample(store, TODAY, days=60, seed=seed)
        made.append({table: rows for table, rows in contents(path).items() if table != "setting"})
    for one in made:
        one.pop("schema_migration")
    assert made[0] == made[1]
    assert made[0] != made[2]


def test_every_answer_is_one_that_the_question_takes(sample: Store) -> None:
    answers = [
        answer
        for record in sample.days.between(FIRST, TODAY).values()
        for answer in record.answers.values()
    ]
    assert len(answers) > 1000
    for answer in answers:
        assert QUESTIONS[answer.question].check(answer.value) == answer.value


def test_ratings_are_spread_and_never_leave_the_scale(sample: Store) -> None:
    for key in ("urge", "stress", "sleep_quality", "tiredness"):
        values = [value for _day, value in sample.days.numbers(key)]
        assert 0 <= min(values) <= 2, key
        assert 7 <= max(values) <= 10, key


def test_some_evenings_are_missing_and_some_sleep(sample: Store) -> None:
    evenings = len(sample.days.numbers("urge"))
    assert 0.8 * YEAR < evenings < YEAR
    assert 0 < len(sample.days.numbers("sleep_quality")) < evenings


def test_an_urge_of_zero_has_no_onset(sample: Store) -> None:
    for record in sample.days.between(FIRST, TODAY).values():
        if record.value("urge") is not None:
            assert (record.value("urge") == 0) == (record.value("onset") == "none")


def test_doses_follow_the_plan_and_some_are_skipped(sample: Store) -> None:
    plans = {plan.id: plan for plan in sample.treatment.plans()}
    statuses = set()
    for day, record in sample.days.between(FIRST, TODAY).items():
        for intake in record.intakes:
            assert intake.plan_id is not None
            assert plans[intake.plan_id].asks_on(day)
            statuses.add(intake.status)
    assert statuses == {Status.TAKEN, Status.SKIPPED}


def test_no_day_is_after_the_last_one(sample: Store) -> None:
    assert sample.days.span() is not None
    first, last = sample.days.span() or (TODAY, TODAY)
    assert first >= FIRST
    assert last <= TODAY


def test_the_file_is_sound(sample: Store, path: Path) -> None:
    assert sample.problems() == []
    assert is_sound(path)
