"""What a person chooses, backs up, takes in and writes out, read back from where it is kept."""

import gc
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from rlsdiary.app.acts import Acts
from rlsdiary.app.bus import Bus
from rlsdiary.app.preferences import Preferences
from rlsdiary.app.presenters.settings import SettingsPresenter
from rlsdiary.charts.look import NIGHT
from rlsdiary.services.recording import Recording
from rlsdiary.store import Store
from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.theme import current_look, text_percent
from rlsdiary.ui.settings.view import SettingsView
from tests.store.diary import TODAY, clock, contents, opened
from tests.store.template import copy_of_empty

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")

CSV = "date,urge,stress\n2026-11-01,6,4\n2026-11-02,,3\n"


@dataclass
class Program:
    """As much of the running program as the screen needs."""

    application: QApplication
    store: Store
    bus: Bus
    acts: Acts
    diary: Path
    preferences: Preferences = field(default_factory=Preferences)
    looks_changed: int = 0

    def clock(self) -> datetime:
        return clock()

    def look_changed(self) -> None:
        self.looks_changed += 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an open, empty diary."""
    with opened(copy_of_empty(tmp_path / "diary.rlsdiary")) as store:
        yield store


@pytest.fixture
def program(qapp: QApplication, store: Store) -> Iterator[Program]:
    """Return the program around an empty diary, in its everyday look."""
    bus = Bus()
    program = Program(qapp, store, bus, Acts(bus, Recording(store, clock).undo, bus), store.path)
    program.preferences.theme = "light"
    program.preferences.apply(qapp)
    yield program
    program.preferences.theme = "light"
    program.preferences.text_percent = 100
    program.preferences.apply(qapp)


@pytest.fixture
def view(qtbot: QtBot, program: Program) -> SettingsView:
    """Return the screen, shown."""
    return made_view(qtbot, program)


def made_view(qtbot: QtBot, program: Program) -> SettingsView:
    view = SettingsView(None)
    qtbot.addWidget(view)
    SettingsPresenter(view, program)
    view.resize(900, 900)
    view.show()
    return view


def press(view: SettingsView, words: str) -> None:
    (button,) = (b for b in view.findChildren(QuietButton) if b.text() == words and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def visible(view: SettingsView, words: str) -> bool:
    return any(b.text() == words and b.isVisible() for b in view.findChildren(QuietButton))


def choose_time(view: SettingsView, text: str) -> None:
    box = view._start.control
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(text))
    box.activated.emit(box.currentIndex())


def written(path: Path, text: str = CSV) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


# --- choices


def test_the_day_start_is_kept_in_the_diary_and_undone(
    view: SettingsView, program: Program
) -> None:
    choose_time(view, "04:30")
    assert program.store.rule().start == time(4, 30)
    program.acts.undo()
    assert program.store.rule().start == time(6)
    assert view._start.text() == "06:00"


def test_an_unusual_day_start_is_shown_as_it_is(qtbot: QtBot, program: Program) -> None:
    with program.store.ledger.writing() as writer:
        program.store.keep_setting(writer, "day_start", "05:10")
    assert made_view(qtbot, program)._start.text() == "05:10"


def test_the_wheel_does_not_change_the_day_start_by_the_way(
    view: SettingsView, program: Program
) -> None:
    view._theme.setFocus()
    middle = QPointF(10, 10)
    wheel = QWheelEvent(
        middle, view._start.control.mapToGlobal(middle), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view._start.control, wheel)
    assert view._start.text() == "06:00"
    assert program.store.setting("day_start") is None


def test_a_theme_is_worn_at_once_and_remembered(view: SettingsView, program: Program) -> None:
    view._theme.setFocus()
    QTest.keyClicks(view._theme, "4")
    assert current_look() is NIGHT
    assert program.looks_changed == 1
    assert Preferences().theme == "night"


def test_a_text_size_is_worn_at_once_and_remembered(view: SettingsView, program: Program) -> None:
    view._text.setFocus()
    QTest.keyClicks(view._text, "5")
    assert text_percent() == 200
    assert Preferences().text_percent == 200
    assert program.looks_changed == 1


def test_a_choice_cannot_be_taken_away(view: SettingsView) -> None:
    view._text.setFocus()
    QTest.keyClick(view._text, Qt.Key.Key_Delete)
    QTest.keyClicks(view._text, "1")
    assert view._text.text() == "100"


# --- backups


def test_back_up_now_writes_a_whole_copy_and_says_where(
    view: SettingsView, program: Program
) -> None:
    Recording(program.store, clock).answer(TODAY, "urge", 6)
    press(view, "Back up now")
    target = program.diary.parent / "backups" / "diary-2026-11-22-213000.rlsdiary"
    assert contents(target) == contents(program.diary)
    assert target.name in view._backup_answer.text()
    assert not view._backup_answer.is_problem


def test_a_backup_that_failed_says_so(view: SettingsView, program: Program) -> None:
    (program.diary.parent / "backups").write_text("in the way")
    press(view, "Back up now")
    assert view._backup_answer.is_problem
    assert "No backup was written" in view._backup_answer.text()


# --- files


def import_file(view: SettingsView, path: Path) -> None:
    view.ask_open_path = lambda: str(path)  # type: ignore[method-assign]
    press(view, "Import a diary CSV …")


def test_an_import_is_shown_before_it_is_done(
    view: SettingsView, program: Program, tmp_path: Path
) -> None:
    import_file(view, written(tmp_path / "in.csv"))
    assert view._files_answer.text() == "This file holds 2 days. 2 new."
    assert program.store.days.span() is None
    assert visible(view, "Take it in")


def test_a_confirmed_import_is_in_the_diary_and_one_undo_takes_it_back(
    view: SettingsView, program: Program, tmp_path: Path
) -> None:
    import_file(view, written(tmp_path / "in.csv"))
    press(view, "Take it in")
    assert [row[:4] for row in contents(program.diary)["answer"]] == [
        ("2026-11-01", "stress", 4.0, None),
        ("2026-11-01", "urge", 6.0, None),
        ("2026-11-02", "stress", 3.0, None),
    ]
    assert "Taken in" in view._files_answer.text()
    assert not visible(view, "Take it in")
    program.acts.undo()
    assert contents(program.diary)["answer"] == []


def test_an_import_that_is_left_changes_nothing(
    view: SettingsView, program: Program, tmp_path: Path
) -> None:
    import_file(view, written(tmp_path / "in.csv"))
    press(view, "Leave it")
    assert program.store.days.span() is None
    assert not visible(view, "Take it in")


def test_the_same_file_again_asks_for_nothing(view: SettingsView, tmp_path: Path) -> None:
    path = written(tmp_path / "in.csv")
    import_file(view, path)
    press(view, "Take it in")
    import_file(view, path)
    assert "nothing to do" in view._files_answer.text()
    assert not visible(view, "Take it in")


def test_a_bad_file_is_refused_in_words(
    view: SettingsView, program: Program, tmp_path: Path
) -> None:
    import_file(view, written(tmp_path / "in.csv", "date,urge\n2026-11-01,11\n"))
    assert view._files_answer.is_problem
    assert "Row 2" in view._files_answer.text()
    assert not visible(view, "Take it in")
    assert program.store.days.span() is None


def test_a_file_gone_bad_after_the_preview_is_refused(
    view: SettingsView, program: Program, tmp_path: Path
) -> None:
    path = written(tmp_path / "in.csv")
    import_file(view, path)
    written(path, "date,urge\n2026-11-01,99\n")
    press(view, "Take it in")
    assert view._files_answer.is_problem
    assert program.store.days.span() is None


def test_no_chosen_file_means_nothing(view: SettingsView) -> None:
    view.ask_open_path = lambda: ""  # type: ignore[method-assign]
    press(view, "Import a diary CSV …")
    assert not view._files_answer.isVisible()


def test_an_export_comes_in_again_unchanged(
    view: SettingsView, program: Program, tmp_path: Path
) -> None:
    Recording(program.store, clock).answer(TODAY, "urge", 6)
    target = tmp_path / "out"
    view.ask_save_path = lambda: str(target)  # type: ignore[method-assign]
    press(view, "Export as CSV …")
    assert view._files_answer.text() == "1 day written to out.csv."
    import_file(view, tmp_path / "out.csv")
    assert "nothing to do" in view._files_answer.text()


def test_an_export_that_failed_says_so(view: SettingsView, tmp_path: Path) -> None:
    view.ask_save_path = lambda: str(tmp_path / "none" / "out.csv")  # type: ignore[method-assign]
    press(view, "Export as CSV …")
    assert view._files_answer.is_problem


def test_a_busy_program_says_so_and_gives_the_pointer_back(
    view: SettingsView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    answer = view._files_answer
    monkeypatch.setattr(answer, "show_now", lambda: said.append(answer.text()))
    import_file(view, written(tmp_path / "in.csv"))
    assert said == ["Reading in.csv …"]
    assert QApplication.overrideCursor() is None


# --- the screen


def test_it_says_what_it_is_and_is_not(view: SettingsView) -> None:
    words = [label.text() for label in view._about.findChildren(QLabel)]
    assert any("does not diagnose" in text and "Show it to your doctor" in text for text in words)
    assert "0.1.0" in view._version.text()


def test_a_closed_screen_is_freed(qtbot: QtBot, program: Program, qapp: QApplication) -> None:
    view = made_view(qtbot, program)
    gone = weakref.ref(view)
    view.close()
    view.deleteLater()
    del view
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None
