"""The Settings screen's presenter: choices kept at once, backups, files in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from rlsdiary import __version__
from rlsdiary.app.acts import Acts
from rlsdiary.app.bus import Bus
from rlsdiary.app.preferences import Preferences
from rlsdiary.domain.change import Change
from rlsdiary.domain.errors import DiaryError
from rlsdiary.services.backing_up import BackingUp
from rlsdiary.services.choosing import Choosing
from rlsdiary.services.exchanging import Exchanging, Taken
from rlsdiary.store import Store
from rlsdiary.ui.settings.state import SettingsState
from rlsdiary.ui.settings.view import SettingsView
from rlsdiary.words import ntr, tr


class Host(Protocol):
    """What the running program gives to this screen."""

    application: QApplication
    store: Store
    preferences: Preferences
    acts: Acts
    bus: Bus
    diary: Path

    @property
    def clock(self) -> Callable[[], datetime]:
        """Tells the present moment, with its time zone."""


class SettingsPresenter(QObject):
    """Shows what is chosen and keeps each choice the moment it is made."""

    def __init__(self, view: SettingsView, program: Host) -> None:
        super().__init__(view)
        self._view = view
        self._program = program
        self._choosing = Choosing(program.store)
        self._backing_up = BackingUp(program.store, program.clock)
        self._exchanging = Exchanging(program.store, program.clock)
        view.day_start_requested.connect(self._day_start)
        view.theme_requested.connect(self._theme)
        view.text_requested.connect(self._text)
        view.folder_requested.connect(self._folder)
        view.backup_requested.connect(self._backup)
        view.preview_requested.connect(self._preview)
        view.import_requested.connect(self._import)
        view.export_requested.connect(self._export)
        program.bus.changed.connect(self._was_changed)
        self._show()

    # --- choices

    def _day_start(self, clock: str) -> None:
        if self._program.acts.do(lambda: self._choosing.day_start(clock)) is None:
            self._show()

    def _theme(self, theme: str) -> None:
        self._program.preferences.theme = theme
        self._dress()

    def _text(self, percent: int) -> None:
        self._program.preferences.text_percent = percent
        self._dress()

    def _dress(self) -> None:
        self._program.preferences.apply(self._program.application)
        tell = getattr(self._program, "look_changed", None)
        if tell is not None:
            tell()

    # --- the diary file

    def _folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._program.diary.parent)))

    def _backup(self) -> None:
        try:
            with _busy():
                target = self._backing_up.backup()
        except DiaryError as error:
            self._view.say_backup(f"{error.title}.\n{error.message}", is_problem=True)
            return
        words = tr("Backed up and checked: {name}").format(name=target.name)
        self._view.say_backup(words)

    # --- files in and out

    def _preview(self, path: str) -> None:
        """Read a file and say what it would do, with nothing written."""
        self._view.show_busy(tr("Reading {name} …").format(name=Path(path).name))
        try:
            with _busy():
                taken = self._exchanging.import_csv(Path(path), dry_run=True)
        except DiaryError as error:
            self._say_files_problem(error)
            return
        if taken.new or taken.changed:
            self._view.offer_import(path, _would_words(taken))
        else:
            self._view.say_files(_would_words(taken))

    def _import(self, path: str) -> None:
        """Take a file in, whole or not at all; one undo takes it back."""
        self._view.show_busy(tr("Taking in {name} …").format(name=Path(path).name))
        try:
            with _busy():
                taken = self._exchanging.import_csv(Path(path))
                self._program.acts.do(lambda: taken.change)
        except DiaryError as error:
            self._say_files_problem(error)
            return
        self._view.say_files(_taken_words(taken))

    def _export(self, path: str) -> None:
        self._view.show_busy(tr("Writing {name} …").format(name=Path(path).name))
        try:
            with _busy():
                count = self._exchanging.export_csv(Path(path))
        except DiaryError as error:
            self._say_files_problem(error)
            return
        days = ntr("{n} day", "{n} days", count)
        words = tr("{days} written to {name}.").format(days=days, name=Path(path).name)
        self._view.say_files(words)

    def _say_files_problem(self, error: DiaryError) -> None:
        self._view.say_files(f"{error.title}.\n{error.message}", is_problem=True)

    # --- the state

    def _was_changed(self, change: Change) -> None:
        if change.touches("settings"):
            self._show()

    def _show(self) -> None:
        program = self._program
        self._view.show_state(
            SettingsState(
                day_start=program.store.rule().start.strftime("%H:%M"),
                theme=program.preferences.theme,
                text_percent=program.preferences.text_percent,
                diary=str(program.diary),
                backups=str(program.diary.parent / "backups"),
                version=__version__,
            )
        )


@contextmanager
def _busy() -> Iterator[None]:
    """Show by the pointer that the program is at work."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


def _would_words(taken: Taken) -> str:
    read = ntr("This file holds {n} day.", "This file holds {n} days.", taken.read)
    if not (taken.new or taken.changed):
        return tr("{read} The diary has all of it already; nothing to do.").format(read=read)
    return f"{read} {_counts(taken)}"


def _taken_words(taken: Taken) -> str:
    return tr("Taken in. {counts} Ctrl+Z takes it back.").format(counts=_counts(taken))


def _counts(taken: Taken) -> str:
    """Say the parts that are not nothing: “230 new, 10 changed”."""
    parts = (
        ntr("{n} new", "{n} new", taken.new) if taken.new else "",
        ntr("{n} changed", "{n} changed", taken.changed) if taken.changed else "",
        ntr("{n} the same", "{n} the same", taken.same) if taken.same else "",
    )
    return ", ".join(part for part in parts if part) + "."
