"""The button that opens what a card keeps below "more"."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rlsdiary.ui.kit.fold import FoldButton


@pytest.fixture
def fold(qtbot: QtBot) -> FoldButton:
    button = FoldButton("Last night", None)
    qtbot.addWidget(button)
    button.show()
    return button


def test_a_press_wishes_the_other_state_and_waits_to_be_told(fold: FoldButton) -> None:
    wishes: list[bool] = []
    fold.fold_requested.connect(wishes.append)
    fold.click()
    assert wishes == [True]
    assert not fold.is_open
    fold.show_open(is_open=True)
    fold.click()
    assert wishes == [True, False]


def test_enter_opens_as_the_pointer_does(qtbot: QtBot, fold: FoldButton) -> None:
    wishes: list[bool] = []
    fold.fold_requested.connect(wishes.append)
    qtbot.keyClick(fold, Qt.Key.Key_Return)
    assert wishes == [True]


def test_the_words_say_what_a_press_would_do_and_of_which_card(fold: FoldButton) -> None:
    assert (fold.text(), fold.accessibleName()) == ("More", "Last night: show more")
    fold.show_open(is_open=True)
    assert (fold.text(), fold.accessibleName()) == ("Less", "Last night: show less")
