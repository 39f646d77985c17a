"""Three in the morning, as it is lived: by key, in the whole program, read back from the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QApplication

from rlsdiary.app.preferences import Preferences
from rlsdiary.domain.errors import DiaryError
from rlsdiary.services.noticing import Noticing
from rlsdiary.store import Store
from rlsdiary.ui.kit.theme import current_look
from rlsdiary.ui.legs.view import LegsView
from rlsdiary.ui.shell import Shell
from tests.app.opened import BERLIN, Clock, Evening

TODAY = date(2026, 11, 22)
THREE = datetime(2026, 11, 23, 3, 12, tzinfo=BERLIN)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def night(open_diary: Callable[..., Evening]) -> Evening:
    """A diary open at 03:12, on Today."""
    return open_diary(clock=Clock(THREE))


@pytest.fixture
def legs(night: Evening) -> Evening:
    """The same, with “Legs now” open."""
    night.press(Qt.Key.Key_F9)
    return night


def kept(evening: Evening, day: date = TODAY) -> list[str]:
    """Return what the diary holds of a night."""
    return [
        f"{moment.entered.wall:%H:%M} {moment.in_words()}"
        for moment in evening.store.moments.on(day)
    ]


def view(evening: Evening) -> LegsView:
    """Return the screen."""
    screen = evening.program._screens["legs"]
    assert isinstance(screen, LegsView)
    return screen


# --- coming and going


@pytest.mark.parametrize("screen", ["today", "trends", "treatment", "report", "settings"])
def test_one_key_leads_there_from_anywhere_and_escape_back(night: Evening, screen: str) -> None:
    shell = night.program.shell
    for key, modifier in ((Qt.Key.Key_F9, None), (Qt.Key.Key_L, CONTROL)):
        night.program.show_screen(screen)
        night.shortcut(key, modifier or Qt.KeyboardModifier.NoModifier)
        assert view(night).isVisible()
        assert view(night).size() == shell.size()
        assert not shell._sidebar.isVisible()
        night.press(Qt.Key.Key_Escape)
        assert not view(night).isVisible()
        assert shell.current == screen
        assert night.program._screens[screen].isVisible()
        assert shell._sidebar.isVisible()


def test_the_side_bar_leads_there_too(night: Evening) -> None:
    night.program.shell._sidebar._entries["legs"].click()
    assert view(night).isVisible()
    assert view(night).hasFocus() or night.focused() is view(night)


def test_the_keys_go_back_to_where_they_were_and_the_look_is_the_same(night: Evening) -> None:
    night.press("u")
    before, look = night.focused(), current_look()
    palette = QApplication.palette()
    night.press(Qt.Key.Key_F9, "7", Qt.Key.Key_Escape)
    assert night.focused() is before
    assert current_look() is look
    assert QApplication.palette() == palette
    assert Preferences().theme == "system"
    night.press("6")
    assert night.store.days.record(TODAY).value("urge") == 6


@pytest.mark.parametrize("leaving", ["escape", "screen", "close"])
def test_the_title_bar_is_dark_only_while_the_screen_is(
    night: Evening, monkeypatch: pytest.MonkeyPatch, leaving: str
) -> None:
    frames: list[bool] = []
    monkeypatch.setattr(
        "rlsdiary.app.program.darken_frame", lambda _app, *, is_dark: frames.append(is_dark)
    )
    night.press(Qt.Key.Key_F9)
    assert frames == [True]
    match leaving:
        case "escape":
            night.press(Qt.Key.Key_Escape)
        case "screen":
            night.program.show_screen("settings")
        case _:
            night.program.close()
    assert frames == [True, False]


def test_another_screen_can_be_asked_for_from_there(legs: Evening) -> None:
    legs.shortcut(Qt.Key.Key_2, CONTROL)
    assert not legs.program.shell.is_covered
    assert legs.program.shell.current == "calendar"


def test_keys_on_the_dark_screen_answer_nothing_on_the_covered_one(legs: Evening) -> None:
    legs.press("7", Qt.Key.Key_Tab, "w")
    legs.shortcut(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not legs.store.days.between(date(2026, 11, 20), date(2026, 11, 24))
    legs.press(Qt.Key.Key_Escape)
    assert legs.program._presenters["today"].day == TODAY  # type: ignore[attr-defined]


# --- pressing


def test_a_night_is_kept_press_by_press_under_the_day_before(legs: Evening) -> None:
    legs.press("7", "w")
    when = QLocale().toString(QTime(3, 12), QLocale.FormatType.ShortFormat)
    assert view(legs).foot.words == (f"{when} · 7 · walking",)
    legs.clock.forward(minutes=25)
    legs.press("b")
    assert kept(legs) == ["03:12 7", "03:12 walking", "03:37 better"]
    (first, *_rest) = legs.store.moments.on(TODAY)
    assert (first.day, first.entered.zone, first.entered.offset) == (TODAY, "Europe/Berlin", 60)
    newest, earlier = view(legs).foot.words
    assert newest.endswith(" · better")
    assert earlier == f"{when} · 7 · walking"


def test_what_was_pressed_is_in_the_file_before_anything_else_happens(
    legs: Evening, tmp_path: Path
) -> None:
    legs.press("7")
    other = Store(tmp_path / "diary.rlsdiary", THREE)
    found = other.moments.on(TODAY)
    other.close()
    assert [moment.level for moment in found] == [7]


def test_ten_is_typed_as_one_and_nought_and_undone_as_one_press(legs: Evening) -> None:
    legs.press("1")
    assert kept(legs) == ["03:12 1"]
    legs.clock.forward(seconds=2)
    legs.press("0")
    assert kept(legs) == ["03:12 10"]
    legs.undo()
    assert kept(legs) == []
    legs.program.shell.redo_requested.emit()
    assert kept(legs) == ["03:12 10"]


def test_a_nought_half_an_hour_after_a_one_is_a_nought(legs: Evening) -> None:
    legs.press("1")
    legs.clock.forward(minutes=30)
    legs.press("0")
    assert kept(legs) == ["03:12 1", "03:42 0"]


def test_a_minute_that_passes_between_does_not_break_the_ten(legs: Evening) -> None:
    legs.press("1")
    legs.program._minute_passed()
    legs.press("0")
    assert kept(legs) == ["03:12 10"]


def test_a_nought_after_a_one_taken_back_is_a_nought(legs: Evening) -> None:
    legs.press("1")
    legs.undo()
    legs.press("0")
    assert kept(legs) == ["03:12 0"]


def test_the_button_pressed_last_stands_out_until_the_screen_is_left(legs: Evening) -> None:
    board = view(legs).board
    legs.press("7", "w")
    assert [b.key for b in board.buttons if b.is_newest] == ["walking"]
    legs.press(Qt.Key.Key_Escape, Qt.Key.Key_F9)
    assert not any(b.is_newest for b in board.buttons)
    assert view(legs).foot.words[0].endswith("7 · walking")


def test_when_the_next_day_begins_the_night_before_goes_out_of_sight(legs: Evening) -> None:
    legs.press("7")
    legs.clock.forward(hours=3)
    legs.program._minute_passed()
    assert len(view(legs).foot.words) == 1
    legs.press("2")
    assert kept(legs) == ["03:12 7"]
    assert kept(legs, date(2026, 11, 23)) == ["06:12 2"]


# --- undo


def test_each_press_is_taken_back_newest_first_by_key_or_button(legs: Evening) -> None:
    legs.press("7", "w", "b")
    legs.undo()
    assert kept(legs) == ["03:12 7", "03:12 walking"]
    assert view(legs).foot.words[1].startswith("Taken back: ")
    view(legs).foot.undo.click()
    assert kept(legs) == ["03:12 7"]
    legs.press("u")
    assert kept(legs) == []
    legs.undo()
    assert kept(legs) == []
    for _ in range(3):
        legs.program.shell.redo_requested.emit()
    assert kept(legs) == ["03:12 7", "03:12 walking", "03:12 better"]


def test_undo_there_takes_back_nothing_that_is_not_seen_there(night: Evening) -> None:
    night.press("u", "6", Qt.Key.Key_F9)
    night.undo()
    assert night.store.days.record(TODAY).value("urge") == 6
    night.press("7")
    night.undo()
    night.undo()
    assert kept(night) == []
    assert night.store.days.record(TODAY).value("urge") == 6
    night.press(Qt.Key.Key_Escape)
    night.undo()
    assert night.store.days.record(TODAY).value("urge") is None


def test_redo_there_does_nothing_that_was_undone_elsewhere(night: Evening) -> None:
    night.press("u", "6")
    night.undo()
    night.press(Qt.Key.Key_F9)
    night.program.shell.redo_requested.emit()
    assert night.store.days.record(TODAY).value("urge") is None


def test_what_was_kept_in_another_sitting_is_taken_back_too(
    open_diary: Callable[..., Evening], tmp_path: Path
) -> None:
    path = tmp_path / "earlier.rlsdiary"
    store = Store(path, THREE)
    Noticing(store, lambda: datetime(2026, 11, 22, 23, 40, tzinfo=BERLIN)).level(4)
    Noticing(store, lambda: datetime(2026, 11, 22, 23, 55, tzinfo=BERLIN)).better()
    store.close()
    night = open_diary(path, Clock(THREE))
    night.press(Qt.Key.Key_F9, "7")
    night.undo()
    night.undo()
    assert kept(night) == ["23:40 4"]
    night.undo()
    night.undo()
    assert kept(night) == []
    night.press(Qt.Key.Key_Escape)
    night.undo()
    assert kept(night) == ["23:40 4"]


# --- what goes wrong


def test_what_could_not_be_kept_is_said_there_and_not_shown_as_kept(
    legs: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise DiaryError("The disk is full", "Free some space.")

    legs.press("4")
    with monkeypatch.context() as broken:
        broken.setattr(legs.store.moments, "keep", full)
        legs.press("1")
    assert kept(legs) == ["03:12 4"]
    assert view(legs).foot.words[1] == "The disk is full. Free some space."
    legs.press("0")
    assert kept(legs) == ["03:12 4", "03:12 0"]


def test_what_cannot_be_taken_back_is_not_said_to_be(
    legs: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(*_args: object) -> None:
        raise DiaryError("This cannot be undone any more", "It was changed again.")

    legs.press("4")
    monkeypatch.setattr(legs.program.acts, "_take_back", changed)
    legs.undo()
    assert kept(legs) == ["03:12 4"]
    assert view(legs).foot.words[1].startswith("This cannot be undone any more")


def test_a_mistake_of_the_program_is_said_there_too(legs: Evening) -> None:
    legs.program.report_bug(ValueError, ValueError("wrong"))
    assert view(legs).foot.words[-1] == legs.program.shell.message


def test_a_note_that_cannot_be_kept_is_shown_when_the_window_should_close(
    legs: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise DiaryError("The disk is full", "Free some space.")

    legs.program.today_view._note_field().insertPlainText("do not lose me")
    with monkeypatch.context() as broken:
        broken.setattr(legs.store.days, "keep_note", full)
        legs.program.shell.close()
    assert not legs.program.shell.is_covered
    assert "disk is full" in legs.program.shell.message
    legs.program.close()


def test_a_window_closed_on_the_dark_screen_closes(legs: Evening) -> None:
    legs.press("7")
    legs.program.shell.close()
    assert not legs.program.shell.isVisible()
    legs.program.close()
    assert not any(isinstance(window, Shell) for window in QApplication.topLevelWidgets())
