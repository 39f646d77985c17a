"""A window to put controls into, and what they said."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import LIGHT
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import apply_look

R = TypeVar("R", bound=AnswerRow)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say what it always says when a window is shown."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("plugin does not support"))


class Stage:
    """A window with rows below each other; keys go to whatever holds the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.layout = QVBoxLayout(self.window)
        self.said: list[tuple[str, object]] = []

    def add(self, make: Callable[..., R], *args: object, **kwargs: object) -> R:
        row = make(*args, parent=self.window, **kwargs)
        self.layout.addWidget(row)
        row.answered.connect(lambda value: self.said.append((row.label, value)))
        return row

    def show(self, width: int = 900, height: int = 600) -> None:
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    @property
    def holder(self) -> QWidget:
        """Whatever has the keys."""
        return self.window.focusWidget()

    def keys_are_at(self, control: QWidget) -> bool:
        return self.holder is control

    def type(self, keys: str) -> None:
        for key in keys:
            QTest.keyClicks(self.holder, key)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.holder, key, modifier or Qt.KeyboardModifier.NoModifier)

    def click(self, row: AnswerRow, cell: int) -> None:
        middle = row.cell_box(cell).center()
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=middle)


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    """Start every test in the light look at 100 %."""
    apply_look(qapp, LIGHT, 100)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """Give an empty window for rows."""
    return Stage(qtbot)
