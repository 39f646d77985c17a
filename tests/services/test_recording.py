"""Recording a day: what is kept, what is refused, and that everything can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from rlsdiary.domain.change import Change
from rlsdiary.domain.day import Entered
from rlsdiary.domain.doses import Intake, Item, ItemKind, Plan, Rhythm, Status, generic_item
from rlsdiary.domain.errors import BadValue, DiaryError
from rlsdiary.services.reading import MEANT, Reading
from rlsdiary.services.recording import LONGEST_NOTE, Recording
from rlsdiary.services.treating import Treating
from rlsdiary.store import Store
from tests.store.diary import BERLIN, ENTERED, NOW, TODAY, clock, contents

YESTERDAY = TODAY - timedelta(days=1)
IRON = Item("Iron", ItemKind.SUPPLEMENT, "tablet", element="iron", elemental_mg=65.0)
ZINC = Item("Zinc", ItemKind.SUPPLEMENT, "mg", element="zinc", elemental_mg=1.0)
REMEDY = Item("Hot bath salt", ItemKind.MEDICINE, "spoon")


@pytest.fixture
def recording(store: Store) -> Recording:
    """Record in the empty diary, on the one evening of these tests."""
    return Recording(store, clock)


@pytest.fixture
def planned(store: Store) -> tuple[int, int, int]:
    """Put iron, zinc every second day, and something as needed on the plan; return the plans."""
    first = TODAY - timedelta(days=3)  # so that today is no day for zinc
    treating = Treating(store)
    treating.start(IRON, Plan(0, 1, first, minutes=(1200,)))
    treating.start(ZINC, Plan(0, 15, first, rhythm=Rhythm.EVERY_SECOND_DAY))
    treating.start(REMEDY, Plan(0, 2, first, rhythm=Rhythm.AS_NEEDED))
    iron, zinc, remedy = sorted(plan.id for plan in store.treatment.plans())
    return iron, zinc, remedy


# --- answers


def test_an_answer_is_kept_with_the_moment_it_was_entered(
    store: Store, recording: Recording
) -> None:
    change = recording.answer(TODAY, "urge", 6)
    answer = store.days.record(TODAY).answers["urge"]
    assert (answer.value, answer.entered) == (6, ENTERED)
    assert change.kinds == {"answers"}
    assert change.days == {TODAY}


def test_the_change_names_the_question_that_was_answered(recording: Recording) -> None:
    assert recording.answer(TODAY, "urge", 6).question == "urge"
    assert recording.note(TODAY, "a word").question == ""


def test_what_the_person_stood_by_is_remembered_for_that_night_alone(
    store: Store, recording: Recording
) -> None:
    reading = Reading(store)
    assert reading.meant(YESTERDAY) == {}
    recording.stand_by(YESTERDAY, "bed", 660)
    change = recording.stand_by(YESTERDAY, "sleep", 100)
    assert reading.meant(YESTERDAY) == {"bed": 660, "sleep": 100}
    assert reading.meant(TODAY) == {}
    recording.undo(change)
    assert reading.meant(YESTERDAY) == {"bed": 660}


@pytest.mark.parametrize("spoilt", [[], "x", {"2026-11-21": 5}])
def test_a_setting_that_does_not_fit_is_as_if_nothing_was_stood_by(
    store: Store, recording: Recording, spoilt: object
) -> None:
    with store.ledger.writing() as writer:
        store.keep_setting(writer, MEANT, spoilt)
    assert Reading(store).meant(YESTERDAY) == {}
    recording.stand_by(YESTERDAY, "bed", 660)
    assert Reading(store).meant(YESTERDAY) == {"bed": 660}


def test_a_zero_is_an_answer_and_cleared_is_none(store: Store, recording: Recording) -> None:
    recording.answer(TODAY, "urge", 0)
    assert store.days.record(TODAY).value("urge") == 0
    recording.answer(TODAY, "urge", None)
    assert store.days.record(TODAY).is_empty


def test_the_same_answer_again_changes_nothing_and_keeps_its_moment(store: Store) -> None:
    Recording(store, clock).answer(TODAY, "urge", 6)
    later = Recording(store, lambda: NOW + timedelta(hours=1))
    assert not later.answer(TODAY, "urge", 6)
    assert store.days.record(TODAY).answers["urge"].entered == ENTERED
    assert later.answer(TODAY, "urge", 7)
    assert store.days.record(TODAY).answers["urge"].entered.wall.hour == 22


@pytest.mark.parametrize("value", [11, -1, 5.5, "five", True, float("nan")])
def test_what_is_no_rating_is_refused(recording: Recording, path: Path, value: object) -> None:
    with pytest.raises(BadValue, match="whole number from 0 to 10"):
        recording.answer(TODAY, "urge", value)  # type: ignore[arg-type]
    assert contents(path)["answer"] == []


def test_an_unknown_question_is_refused_in_an_evening(recording: Recording, path: Path) -> None:
    with pytest.raises(BadValue, match="no question named ugre"):
        recording.log(TODAY, {"urge": 5, "ugre": 5})
    assert contents(path)["answer"] == []


@pytest.mark.parametrize(
    "act",
    [
        lambda r, d: r.answer(d, "urge", 5),
        lambda r, d: r.answer(d, "urge", None),
        lambda r, d: r.note(d, "x"),
        lambda r, d: r.as_usual(d),
        lambda r, d: r.extra(d, REMEDY, 1),
        lambda r, d: r.log(d, {"urge": 5}),
    ],
)
def test_a_day_that_has_not_come_is_refused(
    recording: Recording, path: Path, act: Callable[[Recording, date], Change]
) -> None:
    before = contents(path)
    with pytest.raises(DiaryError, match="has not come yet"):
        act(recording, TODAY + timedelta(days=1))
    assert contents(path) == before


def test_after_midnight_the_evening_goes_on(store: Store) -> None:
    at_night = Recording(store, lambda: datetime(2026, 11, 23, 1, 30, tzinfo=BERLIN))
    assert at_night.today() == TODAY


# --- notes


@pytest.mark.parametrize(
    "text",
    [
        "  two blanks before and after  ",
        "line one\nline two\n\n",
        "tab\tand “quotes”, 'single', \"double\"",
        "naïve 🙂 und Füße – Ω",
        "=1+1; DROP TABLE note; --",
    ],
)
def test_a_note_is_kept_to_the_letter(store: Store, recording: Recording, text: str) -> None:
    recording.note(TODAY, text)
    note = store.days.record(TODAY).note
    assert note is not None
    assert note.text == text


def test_a_note_of_blanks_only_is_no_note(store: Store, recording: Recording) -> None:
    recording.note(TODAY, "something")
    recording.note(TODAY, " \n ")
    assert store.days.record(TODAY).note is None


def test_a_note_that_is_too_long_is_refused_and_the_old_one_stays(
    store: Store, recording: Recording
) -> None:
    recording.note(TODAY, "a" * LONGEST_NOTE)
    with pytest.raises(BadValue, match=f"{LONGEST_NOTE}"):
        recording.note(TODAY, "b" * (LONGEST_NOTE + 1))
    note = store.days.record(TODAY).note
    assert note is not None
    assert note.text == "a" * LONGEST_NOTE


def test_half_a_character_is_refused_in_words(recording: Recording) -> None:
    with pytest.raises(BadValue, match="no text"):
        recording.note(TODAY, "half \udcff")
    with pytest.raises(BadValue, match="no text"):
        recording.extra(TODAY, Item("half \udcff", ItemKind.MEDICINE, "mg"), 1)


# --- doses


def test_as_usual_records_what_the_plan_asks_for_and_nothing_else(
    store: Store, recording: Recording, planned: tuple[int, int, int]
) -> None:
    change = recording.as_usual(TODAY)
    (intake,) = _intakes(store)
    assert (intake.plan_id, intake.status, intake.amount) == (planned[0], Status.TAKEN, 1)
    assert (intake.elemental_mg, intake.minute) == (65, 1200)
    assert change.words == "1 dose recorded as usual"


def test_as_usual_a_second_time_changes_nothing(
    store: Store, recording: Recording, planned: tuple[int, int, int]
) -> None:
    recording.as_usual(YESTERDAY)
    assert len(_intakes(store, YESTERDAY)) == 2
    assert not recording.as_usual(YESTERDAY)
    assert len(_intakes(store, YESTERDAY)) == 2


def test_as_usual_leaves_a_skipped_dose_skipped(
    store: Store, recording: Recording, planned: tuple[int, int, int]
) -> None:
    recording.planned(TODAY, planned[0], Status.SKIPPED)
    assert not recording.as_usual(TODAY)
    assert [intake.status for intake in _intakes(store)] == [Status.SKIPPED]


def test_a_planned_dose_goes_from_taken_to_skipped_to_not_recorded(
    store: Store, recording: Recording, planned: tuple[int, int, int]
) -> None:
    for status in (Status.TAKEN, Status.SKIPPED):
        recording.planned(TODAY, planned[0], status)
        assert [intake.status for intake in _intakes(store)] == [status]
    recording.planned(TODAY, planned[0], None)
    assert _intakes(store) == ()


def test_a_dose_as_needed_is_recorded_as_needed(
    store: Store, recording: Recording, planned: tuple[int, int, int]
) -> None:
    recording.planned(TODAY, planned[2], Status.TAKEN)
    assert [intake.status for intake in _intakes(store)] == [Status.NEEDED]


def test_a_planned_dose_taken_otherwise_stands_in_place_of_what_was_recorded(
    store: Store, recording: Recording, planned: tuple[int, int, int]
) -> None:
    recording.planned(TODAY, planned[0], Status.SKIPPED)
    recording.planned_otherwise(TODAY, planned[0], 2, 1290)
    (intake,) = _intakes(store)
    assert (intake.status, intake.amount, intake.minute) == (Status.TAKEN, 2, 1290)
    assert (intake.elemental_mg, intake.plan_id) == (130, planned[0])


def test_an_extra_dose_makes_its_item_once(store: Store, recording: Recording) -> None:
    recording.extra(TODAY, REMEDY, 1)
    change = recording.extra(TODAY, Item(" hot  bath SALT ", ItemKind.MEDICINE, "Spoon"), 0.5)
    assert [item.name for item in store.treatment.items().values()] == ["Hot bath salt"]
    assert [intake.amount for intake in _intakes(store)] == [1, 0.5]
    assert {intake.status for intake in _intakes(store)} == {Status.EXTRA}
    assert change.touches("items")


def test_two_names_that_differ_by_the_case_of_any_letter_are_one_item(
    store: Store, recording: Recording
) -> None:
    recording.extra(TODAY, Item("Ätherisches Öl", ItemKind.MEDICINE, "drop"), 1)
    recording.extra(TODAY, Item("ätherisches öl", ItemKind.MEDICINE, "drop"), 1)
    assert len(store.treatment.items()) == 1


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Item(" ", ItemKind.MEDICINE, "mg"), "needs a name"),
        (Item("x" * 81, ItemKind.MEDICINE, "mg"), "at most 80"),
        (Item("x", ItemKind.MEDICINE, "m_g"), "short word"),
        (Item("x", ItemKind.MEDICINE, ""), "needs a unit"),
    ],
)
def test_an_item_that_a_file_could_not_hold_is_refused(
    recording: Recording, path: Path, item: Item, words: str
) -> None:
    for act in (
        lambda: recording.extra(TODAY, item, 1),
        lambda: recording.log(TODAY, {}, [(item, 1)]),
    ):
        with pytest.raises(BadValue, match=words):
            act()
    assert contents(path)["item"] == []


@pytest.mark.parametrize("amount", [-1, 1e7, float("nan"), float("inf")])
def test_an_impossible_amount_is_refused(
    store: Store, recording: Recording, planned: tuple[int, int, int], amount: float
) -> None:
    recording.as_usual(TODAY)
    before = _intakes(store)
    for act in (
        lambda: recording.extra(TODAY, REMEDY, amount),
        lambda: recording.planned_otherwise(TODAY, planned[0], amount, None),
        lambda: recording.change_intake(before[0], amount, None),
        lambda: recording.log(TODAY, {}, [(REMEDY, amount)]),
    ):
        with pytest.raises(BadValue, match="from 0 to 1,000,000"):
            act()
    assert _intakes(store) == before


def test_amount_and_time_of_an_old_dose_are_corrected(
    store: Store, recording: Recording, planned: tuple[int, int, int]
) -> None:
    recording.as_usual(YESTERDAY)
    intake = _of_plan(store, planned[0])
    recording.change_intake(intake, 3, 1110)
    corrected = _of_plan(store, planned[0])
    assert (corrected.amount, corrected.minute, corrected.elemental_mg) == (3, 1110, 195)
    assert (corrected.id, corrected.plan_id) == (intake.id, intake.plan_id)


def test_the_status_of_a_dose_is_corrected(store: Store, recording: Recording) -> None:
    recording.extra(TODAY, REMEDY, 1)
    recording.change_status(_intakes(store)[0], Status.NEEDED)
    assert [intake.status for intake in _intakes(store)] == [Status.NEEDED]


def test_a_dose_is_removed(store: Store, recording: Recording) -> None:
    recording.extra(TODAY, REMEDY, 1)
    recording.remove_intake(_intakes(store)[0])
    assert _intakes(store) == ()


# --- a whole evening at once


def test_an_evening_is_kept_whole(store: Store, recording: Recording) -> None:
    takes = [(generic_item("iron"), 65.0), (REMEDY, 0.0)]
    recording.log(YESTERDAY, {"urge": 6, "onset": 1300, "rest": "hour"}, takes, "a note")
    record = store.days.record(YESTERDAY)
    assert {key: answer.value for key, answer in record.answers.items()} == {
        "urge": 6,
        "onset": 1300,
        "rest": "hour",
    }
    assert [i.status for i in record.intakes] == [Status.TAKEN, Status.SKIPPED]
    assert record.note is not None


def test_nothing_of_an_evening_is_kept_where_a_part_does_not_fit(
    recording: Recording, path: Path
) -> None:
    before = contents(path)
    with pytest.raises(BadValue):
        recording.log(TODAY, {"urge": 6, "stress": 11}, [(REMEDY, 1)], "a note")
    assert contents(path) == before


def test_the_sleep_told_today_is_that_of_last_night(store: Store, recording: Recording) -> None:
    change = recording.log(TODAY, {"urge": 6, "sleep_quality": 4})
    assert store.days.record(YESTERDAY).value("sleep_quality") == 4
    assert store.days.record(TODAY).value("sleep_quality") is None
    assert store.days.record(TODAY).value("urge") == 6
    assert change.days == {YESTERDAY, TODAY}


def test_the_sleep_told_of_a_past_day_is_that_of_its_own_night(
    store: Store, recording: Recording
) -> None:
    change = recording.log(YESTERDAY, {"urge": 6, "sleep_quality": 4})
    record = store.days.record(YESTERDAY)
    assert (record.value("urge"), record.value("sleep_quality")) == (6, 4)
    assert change.days == {YESTERDAY}


# --- undo and redo


def _acts(plan: int) -> dict[str, Callable[[Recording], Change]]:
    def first(recording: Recording) -> Intake:
        return recording._store.days.record(TODAY).intakes[0]

    return {
        "answer": lambda r: r.answer(TODAY, "urge", 9),
        "clear": lambda r: r.answer(TODAY, "mood", None),
        "note": lambda r: r.note(TODAY, "new"),
        "note removed": lambda r: r.note(TODAY, ""),
        "as usual": lambda r: r.as_usual(YESTERDAY),
        "skipped": lambda r: r.planned(TODAY, plan, Status.SKIPPED),
        "not recorded": lambda r: r.planned(TODAY, plan, None),
        "otherwise": lambda r: r.planned_otherwise(TODAY, plan, 2, 1290),
        "extra": lambda r: r.extra(TODAY, Item("New", ItemKind.MEDICINE, "mg"), 1),
        "amount": lambda r: r.change_intake(first(r), 5, None),
        "status": lambda r: r.change_status(first(r), Status.SKIPPED),
        "removed": lambda r: r.remove_intake(first(r)),
        "evening": lambda r: r.log(TODAY, {"urge": 1, "sleep_quality": 2}, [(REMEDY, 1)], "n"),
    }


@pytest.mark.parametrize("name", list(_acts(0)))
def test_every_act_is_undone_and_redone_exactly(
    store: Store, path: Path, planned: tuple[int, int, int], name: str
) -> None:
    earlier = Recording(store, lambda: NOW - timedelta(hours=2))
    earlier.log(TODAY, {"urge": 4, "mood": 5}, (), "old")
    earlier.as_usual(TODAY)
    recording = Recording(store, clock)
    before = contents(path)
    change = _acts(planned[0])[name](recording)
    after = contents(path)
    assert change
    assert after != before
    reverse = recording.undo(change)
    assert contents(path) == before
    assert (reverse.kinds, reverse.days) == (change.kinds, change.days)
    recording.undo(reverse)
    assert contents(path) == after


def test_the_moment_of_entering_survives_an_undo(store: Store, recording: Recording) -> None:
    old = Entered.at(NOW - timedelta(hours=2))
    Recording(store, lambda: NOW - timedelta(hours=2)).answer(TODAY, "urge", 4)
    recording.undo(recording.answer(TODAY, "urge", 6))
    assert store.days.record(TODAY).answers["urge"].entered == old


def _of_plan(store: Store, plan: int) -> Intake:
    return next(i for i in _intakes(store, YESTERDAY) if i.plan_id == plan)


def _intakes(store: Store, day: date = TODAY) -> tuple[Intake, ...]:
    return store.days.record(day).intakes
