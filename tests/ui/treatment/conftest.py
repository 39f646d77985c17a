"""The Treatment screen as in the program: real services on a real file, one fixed evening."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rlsdiary.app.acts import Acts
from rlsdiary.app.bus import Bus
from rlsdiary.app.presenters.treatment import TreatmentPresenter
from rlsdiary.charts.look import LIGHT
from rlsdiary.services.reading import Reading
from rlsdiary.services.recording import Recording
from rlsdiary.services.treating import Treating
from rlsdiary.store import Store
from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.form import Form
from rlsdiary.ui.kit.theme import apply_look
from rlsdiary.ui.treatment.lines import Line
from rlsdiary.ui.treatment.view import TreatmentView
from tests.store.diary import TODAY, clock, opened, plain
from tests.store.template import copy_of_empty


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say what it always says when a window is shown."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("plugin does not support"))


@dataclass
class Screen:
    """The screen, and what a person does with it."""

    view: TreatmentView
    acts: Acts
    bus: Bus
    reading: Reading
    recording: Recording
    path: Path
    failures: list[object]

    def press(self, words: str, line: str = "") -> None:
        """Press the button that says ``words``, of the line named ``line`` where one is named."""
        QApplication.processEvents()  # lines that are new appear only now
        found = [
            button
            for button in self.view.findChildren(QuietButton)
            if button.text() == words
            and button.isVisible()
            and (not line or f": {line}" in button.accessibleName())
        ]
        assert len(found) == 1, f"{len(found)} buttons say {words!r}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def form(self, what: str, key: str = "") -> Form:
        """Return an open form."""
        form = self.view.form(what, key)
        assert form is not None, f"the form {what!r} is not open"
        return form

    def keep(self, form: Form, **values: str) -> None:
        """Fill some rows of a form and press its main button."""
        form.fill(values)
        (button,) = form.findChildren(MainButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def add(self, **values: str) -> None:
        """Add something by the form."""
        self.press("Add a supplement or medicine")
        self.keep(self.form("add"), **values)

    def lines(self) -> list[str]:
        """Return the names of all lines in the order on the screen."""
        QApplication.processEvents()
        shown = [line for line in self.view.findChildren(Line) if line.isVisible()]
        shown.sort(key=lambda line: line.mapTo(self.view, line.rect().topLeft()).y())
        return [line.name for line in shown]

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Read the diary file past the program."""
        with plain(self.path) as connection:
            return [tuple(row) for row in connection.execute(sql).fetchall()]

    def plans(self) -> list[tuple[object, ...]]:
        """Return item, amount, first, last, minute and rhythm of every plan in the file."""
        return self.rows(
            "SELECT i.name, p.amount, p.first, p.last, p.times, p.rhythm, p.weekdays "
            "FROM plan p JOIN item i ON i.id = p.item_id ORDER BY p.first, p.id"
        )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an open, empty diary."""
    with opened(copy_of_empty(tmp_path / "diary.rlsdiary")) as store:
        yield store


@pytest.fixture
def screen(qapp: QApplication, qtbot: QtBot, store: Store) -> Screen:
    """Return the screen on an empty diary."""
    apply_look(qapp, LIGHT, 100)
    return made_screen(qtbot, store)


def made_screen(qtbot: QtBot, store: Store) -> Screen:
    """Put a screen together as the program does."""
    view = TreatmentView(None)
    qtbot.addWidget(view)
    bus = Bus(view)
    recording, reading = Recording(store, clock), Reading(store)
    acts = Acts(bus, recording.undo, view)
    TreatmentPresenter(view, reading, Treating(store), acts, bus, _today)
    failures: list[object] = []
    acts.failed.connect(failures.append)
    view.resize(900, 900)
    view.show()
    return Screen(view, acts, bus, reading, recording, store.path, failures)


def _today() -> date:
    return TODAY
