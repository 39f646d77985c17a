"""Whole evenings, by keyboard, read back from the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from rlsdiary.app.presenters.today import TodayPresenter
from rlsdiary.domain.doses import Item, ItemKind, Plan, Rhythm, Status
from rlsdiary.domain.errors import DiaryError
from rlsdiary.services.treating import Treating
from rlsdiary.store import Store
from tests.app.opened import BERLIN, EVENING, Clock, Evening

TODAY, YESTERDAY = date(2026, 11, 22), date(2026, 11, 21)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """A diary with iron and zinc on the plan."""
    path = tmp_path / "planned.rlsdiary"
    store = Store(path, EVENING)
    treating = Treating(store)
    first = date(2026, 1, 1)
    iron = Item("Iron bisglycinate", ItemKind.SUPPLEMENT, "mg", element="iron", elemental_mg=0.2)
    zinc = Item("Zinc", ItemKind.SUPPLEMENT, "mg", element="zinc", elemental_mg=1.0)
    treating.start(iron, Plan(0, 125, first, minutes=(20 * 60,)))
    treating.start(zinc, Plan(0, 15, first, minutes=(20 * 60,)))
    treating.start(
        Item("Levodopa", ItemKind.MEDICINE, "mg"), Plan(0, 100, first, rhythm=Rhythm.AS_NEEDED)
    )
    store.close()
    return path


def values(evening: Evening, day: date) -> dict[str, object]:
    """Return what the diary holds for a day."""
    return {key: a.value for key, a in evening.store.days.record(day).answers.items()}


def test_a_typical_evening_takes_at_most_twelve_keys(
    open_diary: Callable[..., Evening], planned: Path
) -> None:
    evening = open_diary(planned)
    evening.press("5", Qt.Key.Key_Tab)  # the sleep; not woken by the legs
    evening.press("6")
    evening.type("2040")
    evening.press("3", "4", "7")  # rest, stress, tiredness
    evening.press(Qt.Key.Key_Space)  # as usual
    assert evening.pressed <= 12
    assert values(evening, YESTERDAY) == {"sleep_quality": 5}
    assert values(evening, TODAY) == {
        "urge": 6,
        "onset": 20 * 60 + 40,
        "rest": "hour",
        "stress": 4,
        "tiredness": 7,
    }
    doses = evening.store.days.record(TODAY).intakes
    assert [(d.status, d.amount, d.elemental_mg, d.minute) for d in doses] == [
        (Status.TAKEN, 125.0, 25.0, 1200),
        (Status.TAKEN, 15.0, 15.0, 1200),
    ]


def test_the_bare_evening_takes_two_keys(evening: Evening) -> None:
    evening.press("u", "6")
    assert evening.pressed == 2
    assert values(evening, TODAY) == {"urge": 6}


def test_an_evening_of_none_is_an_answer_and_not_a_blank(evening: Evening) -> None:
    evening.press("u", "0", "n")
    assert values(evening, TODAY) == {"urge": 0, "onset": "none"}


def test_ten_is_typed_as_ten(evening: Evening) -> None:
    evening.press("u", "1", "0", "w")
    assert values(evening, TODAY) == {"urge": 10, "onset": "waking"}


def test_each_answer_knows_when_and_where_it_was_entered(evening: Evening) -> None:
    evening.press("u", "6")
    entered = evening.store.days.record(TODAY).answers["urge"].entered
    assert (entered.wall, entered.zone, entered.offset) == (
        datetime(2026, 11, 22, 21, 14),
        "Europe/Berlin",
        60,
    )


def test_half_past_one_still_belongs_to_the_evening_before(
    open_diary: Callable[..., Evening],
) -> None:
    evening = open_diary(clock=Clock(datetime(2026, 11, 23, 1, 30, tzinfo=BERLIN)))
    evening.press("u", "8")
    evening.type("0030")
    assert values(evening, TODAY) == {"urge": 8, "onset": 24 * 60 + 30}


def test_yesterday_forgotten_takes_at_most_fourteen_keys_and_is_marked_as_late(
    open_diary: Callable[..., Evening], planned: Path
) -> None:
    evening = open_diary(planned)
    evening.shortcut(Qt.Key.Key_Left, ALT)
    evening.program.today_view.focus_first()
    evening.press("5", Qt.Key.Key_Tab, "6")
    evening.type("2040")
    evening.press("3", "4", "7", Qt.Key.Key_Space)
    assert evening.pressed <= 14
    record = evening.store.days.record(YESTERDAY)
    assert record.value("urge") == 6
    assert len(record.intakes) == 2
    assert record.answers["urge"].entered.wall.date() == TODAY
    assert evening.store.days.record(YESTERDAY - timedelta(days=1)).value("sleep_quality") == 5
    assert not evening.store.days.record(TODAY).answers


def test_undo_takes_back_one_act_after_the_other_and_redo_does_them_again(
    open_diary: Callable[..., Evening], planned: Path
) -> None:
    evening = open_diary(planned)
    evening.press("u", "6")
    evening.program.acts.do(lambda: evening.program.recording.as_usual(TODAY))
    evening.undo()
    assert not evening.store.days.record(TODAY).intakes
    assert values(evening, TODAY) == {"urge": 6}
    evening.undo()
    assert values(evening, TODAY) == {}
    evening.undo()  # nothing left: nothing happens
    evening.program.acts.redo()
    evening.program.acts.redo()
    assert values(evening, TODAY) == {"urge": 6}
    assert len(evening.store.days.record(TODAY).intakes) == 2


def test_the_same_digit_again_clears_the_answer(evening: Evening) -> None:
    evening.press("u", "6", Qt.Key.Key_Up, "6")
    assert values(evening, TODAY) == {}


def test_a_dose_that_differs_from_the_plan_takes_at_most_six_keys(
    open_diary: Callable[..., Evening], planned: Path
) -> None:
    evening = open_diary(planned)
    row = evening.program.today_view.dose_rows[0]
    row.setFocus()
    evening.type("250")
    evening.press(Qt.Key.Key_Return)
    assert evening.pressed <= 6
    (dose,) = evening.store.days.record(TODAY).intakes
    assert (dose.amount, dose.elemental_mg, dose.status) == (250, 50, Status.TAKEN)


def test_an_amount_that_is_none_is_said_in_words_and_stays_to_be_mended(
    open_diary: Callable[..., Evening], planned: Path
) -> None:
    evening = open_diary(planned)
    row = evening.program.today_view.dose_rows[0]
    row.setFocus()
    evening.type("2x")
    evening.press(Qt.Key.Key_Return)
    assert "2x" in row.accessibleDescription()
    assert not evening.store.days.record(TODAY).intakes
    evening.press(Qt.Key.Key_Backspace, "5", Qt.Key.Key_Return)
    (dose,) = evening.store.days.record(TODAY).intakes
    assert dose.amount == 25


def test_taken_skipped_and_cleared_are_three_different_things(
    open_diary: Callable[..., Evening], planned: Path
) -> None:
    evening = open_diary(planned)
    row = evening.program.today_view.dose_rows[0]
    statuses = []
    for key in ("t", "s", "s"):
        row = evening.program.today_view.dose_rows[0]
        row.setFocus()
        evening.press(key)
        doses = evening.store.days.record(TODAY).intakes
        statuses.append([dose.status for dose in doses])
    assert statuses == [[Status.TAKEN], [Status.SKIPPED], []]


def test_a_dose_as_needed_is_kept_as_needed_and_never_by_as_usual(
    open_diary: Callable[..., Evening], planned: Path
) -> None:
    evening = open_diary(planned)
    evening.program.acts.do(lambda: evening.program.recording.as_usual(TODAY))
    needed = [row for row in evening.program.today_view.dose_rows if row.label == "Levodopa"]
    needed[0].setFocus()
    evening.press("t")
    doses = evening.store.days.record(TODAY).intakes
    assert [dose.status for dose in doses] == [Status.TAKEN, Status.TAKEN, Status.NEEDED]


def test_something_else_taken_makes_the_item_and_the_dose(evening: Evening) -> None:
    view = evening.program.today_view
    view.extra_requested.emit("Magnesium citrate", "300", "mg", "21:30")
    (dose,) = evening.store.days.record(TODAY).intakes
    assert (dose.status, dose.minute) == (Status.EXTRA, 21 * 60 + 30)
    assert evening.store.treatment.items()[dose.item_id].name == "Magnesium citrate"
    evening.undo()
    assert not evening.store.days.record(TODAY).intakes
    assert not evening.store.treatment.items()


def note_field(evening: Evening) -> QPlainTextEdit:
    """Return the editor of the note, made where it is not there yet."""
    field = evening.program.today_view._note_field()
    field.setFocus()
    return field


def test_a_note_is_kept_when_another_day_or_screen_is_opened(evening: Evening) -> None:
    note_field(evening).insertPlainText("Cinema.\nStood at the back.")
    evening.program.show_day(YESTERDAY)
    note = evening.store.days.record(TODAY).note
    assert note is not None
    assert note.text == "Cinema.\nStood at the back."
    assert note_field(evening).toPlainText() == ""
    evening.program.show_day(TODAY)
    assert note_field(evening).toPlainText() == "Cinema.\nStood at the back."


def test_a_note_is_kept_when_the_window_closes(evening: Evening, tmp_path: Path) -> None:
    note_field(evening).insertPlainText("last words")
    evening.program.close()
    store = Store(tmp_path / "diary.rlsdiary", EVENING)
    note = store.days.record(TODAY).note
    store.close()
    assert note is not None
    assert note.text == "last words"


def test_words_that_could_not_be_kept_stay_on_the_screen(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise DiaryError("The disk is full", "Free some space.")

    with monkeypatch.context() as broken:
        broken.setattr(evening.store.days, "keep_note", full)
        note_field(evening).insertPlainText("do not lose me")
        evening.program.show_day(YESTERDAY)
    assert evening.program.today_view.has_unkept
    assert note_field(evening).toPlainText() == "do not lose me"
    assert "disk is full" in evening.program.shell.message
    evening.program.show_day(YESTERDAY)
    note = evening.store.days.record(TODAY).note
    assert note is not None
    assert note.text == "do not lose me"


def test_an_answer_that_could_not_be_kept_is_not_shown_as_kept(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise DiaryError("The disk is full", "Free some space.")

    monkeypatch.setattr(evening.store.days, "keep_answer", full)
    evening.press("u", "6")
    assert evening.program.today_view.row("urge").value is None
    assert "disk is full" in evening.program.shell.message


def test_what_a_command_kept_meanwhile_is_seen_when_the_window_comes_back(
    evening: Evening, tmp_path: Path
) -> None:
    from rlsdiary.services.recording import Recording

    other = Store(tmp_path / "diary.rlsdiary", EVENING)
    Recording(other, evening.clock).answer(TODAY, "urge", 9)
    other.close()
    evening.program.shell.activated.emit()
    assert evening.program.today_view.row("urge").value == 9


def test_when_a_new_day_begins_the_evening_on_the_screen_stays(evening: Evening) -> None:
    evening.press("u", "6")
    evening.clock.forward(hours=10)
    evening.program._minute_passed()
    assert evening.program.today_view.row("urge").value == 6
    evening.shortcut(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert evening.program.today_view.row("urge").value is None


def test_a_dose_changed_by_hand_keeps_its_place_and_its_plan(
    open_diary: Callable[..., Evening], planned: Path
) -> None:
    evening = open_diary(planned)
    evening.program.acts.do(lambda: evening.program.recording.as_usual(TODAY))
    before = evening.store.days.record(TODAY).intakes[0]
    evening.program.today_view.dose_amended.emit(f"plan:{before.plan_id}:0", "100", "21:30")
    after = evening.store.days.record(TODAY).intakes[0]
    assert after == replace(before, amount=100, elemental_mg=20, minute=21 * 60 + 30)


def test_a_time_with_a_colon_is_typed_as_people_type_it(evening: Evening) -> None:
    evening.press("u", "5", "2", "0")
    # A key without letters, as Shift before a colon, must not run in a circle.
    evening.press(Qt.Key.Key_Shift, ":", "4", "0", Qt.Key.Key_Return)
    assert values(evening, TODAY) == {"urge": 5, "onset": 20 * 60 + 40}


def test_a_nought_long_after_a_one_is_the_next_answer(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = iter(range(0, 1000, 4))
    monkeypatch.setattr("rlsdiary.ui.kit.rating.monotonic", lambda: next(seconds))
    row = evening.program.today_view.row("stress")
    row.setFocus()
    evening.press("1", "0")
    assert values(evening, TODAY) == {"stress": 1, "tiredness": 0}


def test_an_undo_shows_the_day_that_it_changes_and_names_it(evening: Evening) -> None:
    day = date(2026, 11, 18)
    evening.program.show_day(day)
    evening.press("u", "6")
    evening.program.show_day(TODAY)
    evening.undo()
    today = evening.program.today_view
    assert values(evening, day) == {}
    assert "18 Nov" in evening.program.shell.message
    assert today.row("urge").value is None
    evening.program.shell.action_requested.emit()  # "do it again"
    assert values(evening, day) == {"urge": 6}
    assert today.row("urge").value == 6
    assert "Done again" in evening.program.shell.message


def test_only_a_night_that_cannot_be_mistaken_is_called_last_night(
    open_diary: Callable[..., Evening],
) -> None:
    evening = open_diary()
    assert _night_title(evening) == "Last night"
    evening.program.show_day(YESTERDAY)
    assert _night_title(evening) == "The night before"
    late = open_diary(clock=Clock(datetime(2026, 11, 23, 3, 10, tzinfo=BERLIN)))
    assert _night_title(late) == "The night before"


def _night_title(evening: Evening) -> str:
    presenter = evening.program._presenters["today"]
    assert isinstance(presenter, TodayPresenter)
    return presenter._state(presenter._page).night_title


def test_on_an_evening_that_is_over_none_is_not_none_so_far(evening: Evening) -> None:
    row = evening.program.today_view.row("onset")
    evening.press("u", "0", "n")
    assert "none so far" in row.accessibleDescription()
    evening.program.show_day(YESTERDAY)
    evening.press("u", "0", "n")
    assert row.accessibleDescription().startswith("none,")


def test_another_day_begins_at_its_first_question(evening: Evening) -> None:
    evening.press("u", "6")
    evening.shortcut(Qt.Key.Key_Left, ALT)
    assert evening.focused() is evening.program.today_view.row("sleep_quality")


def test_the_greeting_stays_through_the_first_evening(evening: Evening) -> None:
    evening.press("u", "6")
    assert evening.program.today_view.is_greeting
    evening.clock.forward(days=2)
    evening.program._minute_passed()
    evening.program.show_day(date(2026, 11, 24))
    assert not evening.program.today_view.is_greeting


def test_a_wrong_time_holds_the_keys_once_and_never_for_good(evening: Evening) -> None:
    row = evening.program.today_view.row("onset")
    evening.press("u", "5", "2", "5", "0", "0")
    evening.press(Qt.Key.Key_Return)
    assert "2500" in row.accessibleDescription()
    evening.press(Qt.Key.Key_Return)
    assert evening.focused() is evening.program.today_view.row("rest")
    assert "2500" in row.accessibleDescription()
    assert values(evening, TODAY) == {"urge": 5}
    evening.program.show_day(YESTERDAY)
    assert row.accessibleDescription() == "not recorded"


def test_a_mistake_of_the_program_is_said_in_the_window_and_written_without_the_diary(
    evening: Evening, own_home: Path
) -> None:
    evening.program.report_bug(ValueError, ValueError("my secret note"))
    assert "ValueError" in evening.program.shell.message
    assert "secret" not in evening.program.shell.message
    (report,) = own_home.rglob("problems.txt")
    assert "secret" not in report.read_text()
    assert str(report) in evening.program.shell.message


def test_what_was_pressed_at_night_is_told_on_the_day_it_belongs_to(
    open_diary: Callable[..., Evening],
) -> None:
    evening = open_diary(clock=Clock(datetime(2026, 11, 23, 3, 10, tzinfo=BERLIN)))
    evening.press(Qt.Key.Key_F9)
    evening.press("7", "w")
    evening.press(Qt.Key.Key_Escape)
    presenter = evening.program._presenters["today"]
    assert isinstance(presenter, TodayPresenter)
    words = presenter._state(presenter._page).moments_words
    assert words.startswith("Legs now: ")
    assert " 7 · " in words
    assert "walking" in words
    assert presenter.day == TODAY
    assert evening.store.days.span() == (TODAY, TODAY)
