"""The program opened on a diary of its own at a fixed moment, and pressed as people press it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rlsdiary.app.program import Program
from rlsdiary.domain.day import Entered
from rlsdiary.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = datetime(2026, 11, 22, 21, 14, tzinfo=BERLIN)


@dataclass
class Clock:
    """A clock that stands still until it is set."""

    moment: datetime = EVENING

    def __call__(self) -> datetime:
        """Return the moment it shows."""
        return self.moment

    def forward(self, **step: float) -> None:
        """Move on by hours or days."""
        self.moment += timedelta(**step)


@dataclass
class Evening:
    """An open window. Every key pressed and every click is counted."""

    program: Program
    clock: Clock
    pressed: int = 0
    seen: list[str] = field(default_factory=list)

    @property
    def store(self) -> Store:
        """The open diary."""
        return self.program.store

    def press(self, *keys: str | Qt.Key) -> None:
        """Press keys, each where the keys go at that moment."""
        for key in keys:
            self.pressed += 1
            QTest.keyClick(self.focused(), key)  # type: ignore[arg-type]

    def type(self, text: str) -> None:
        """Press one key a letter."""
        self.press(*text)

    def shortcut(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press a shortcut."""
        self.pressed += 1
        QTest.keyClick(self.focused(), key, modifier)

    def focused(self) -> QWidget:
        """Return the control that has the keys."""
        holder = self.program.shell.focusWidget()
        assert holder is not None, "nothing has the keys"
        return holder

    def undo(self) -> None:
        """Press Ctrl+Z."""
        self.shortcut(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def open_evening(application: QApplication, diary: Path, clock: Clock | None = None) -> Evening:
    """Open ``diary`` in the window of the program."""
    clock = clock or Clock()
    program = Program(application, diary, clock)
    program.open()
    application.processEvents()
    return Evening(program, clock)


def entered(moment: datetime = EVENING) -> Entered:
    """Return when a value was entered, for diaries filled beforehand."""
    return Entered.at(moment)
