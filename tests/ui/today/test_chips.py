"""The chips of habits, triggers and measures: presses, keys, numbers and times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import LIGHT
from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.ui.kit.number import AMOUNT, CLOCK, LESS, MORE, AmountRow
from rlsdiary.ui.kit.theme import apply_look
from rlsdiary.ui.today.chip_words import chip_words, summary_words
from rlsdiary.ui.today.chips import ChipCard
from rlsdiary.ui.today.state import ChipState

COFFEE = ChipState("habit:coffee", "Coffee or tea", "amount", unit="cups", timed=True)
SPORT = ChipState("habit:exercise", "Exercise", "amount", unit="min", timed=True)
SITTING = ChipState("trigger:long-sitting", "Long sitting", "yes")
HEAT = ChipState("trigger:heat", "Heat", "yes")
HABITS = (COFFEE, SPORT, SITTING, HEAT)
WALKING = ChipState("relief:walking", "walking", "help")
COLD = ChipState("relief:cold", "cold", "help")


class Stage:
    """A card that keeps what it is asked to keep, as the presenter would."""

    def __init__(self, qtbot: QtBot, chips: Sequence[ChipState], *, with_none: bool) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.card = ChipCard("Habits and triggers", "There was", self.window, with_none=with_none)
        QVBoxLayout(self.window).addWidget(self.card)
        self.chips = {chip.key: chip for chip in chips}
        self.wishes: list[tuple[str, object, str]] = []
        self.is_open = True
        self.card.answer_requested.connect(self.keep)
        self.card.fold_requested.connect(self.fold)
        self.show(other_day=True)
        self.window.resize(900, 500)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def show(self, *, other_day: bool = False) -> None:
        chips = tuple(self.chips.values())
        self.card.show_chips(chips, is_open=self.is_open, other_day=other_day)

    def keep(self, key: str, value: object, clock: str) -> None:
        self.wishes.append((key, value, clock))
        assert value is None or isinstance(value, int | float | str)
        self.chips[key] = replace(self.chips[key], value=value, clock=clock)
        self.show()

    def fold(self, wished: bool) -> None:
        self.is_open = wished
        self.show()

    def click(self, key: str) -> None:
        board = self.card.board
        assert board is not None
        index = [chip.key for chip in board.chips].index(key)
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=board.cell_box(index).center())

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            holder = self.window.focusWidget()
            assert holder is not None
            QTest.keyClick(holder, key)  # type: ignore[arg-type]

    def value(self, key: str) -> tuple[object, str]:
        return self.chips[key].value, self.chips[key].clock


@pytest.fixture
def habits(qapp: QApplication, qtbot: QtBot) -> Stage:
    apply_look(qapp, LIGHT, 100)
    return Stage(qtbot, HABITS, with_none=True)


@pytest.fixture
def tried(qapp: QApplication, qtbot: QtBot) -> Stage:
    apply_look(qapp, LIGHT, 100)
    return Stage(qtbot, (WALKING, COLD), with_none=False)


def amount_editor(stage: Stage) -> AmountRow:
    editor = stage.card.editor
    assert isinstance(editor, AmountRow)
    return editor


# --- yes and no


def test_a_press_says_yes_and_another_takes_it_back(habits: Stage) -> None:
    habits.click(HEAT.key)
    assert habits.value(HEAT.key) == (1, "")
    habits.click(HEAT.key)
    assert habits.value(HEAT.key) == (None, "")


def test_a_no_becomes_a_yes_by_a_press(habits: Stage) -> None:
    habits.keep(HEAT.key, 0, "")
    habits.click(HEAT.key)
    assert habits.value(HEAT.key) == (1, "")


def test_none_of_the_others_is_one_press(habits: Stage) -> None:
    asked: list[bool] = []
    habits.card.none_of_others_requested.connect(lambda: asked.append(True))
    board = habits.card.board
    assert board is not None
    last = board.cell_box(len(HABITS)).center()
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=last)
    assert asked == [True]


def test_what_was_tried_has_no_such_word(tried: Stage) -> None:
    board = tried.card.board
    assert board is not None
    with pytest.raises(IndexError):
        board.cell_box(2)


# --- amounts


def test_a_press_is_one_cup_and_asks_how_much_and_when(habits: Stage) -> None:
    habits.click(COFFEE.key)
    assert habits.value(COFFEE.key) == (1, "")
    editor = amount_editor(habits)
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=editor.cell_box(MORE).center())
    assert habits.value(COFFEE.key) == (2, "")
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=editor.cell_box(CLOCK).center())
    habits.press("1", "6", "3", "0")
    assert habits.value(COFFEE.key) == (2, "16:30")
    assert chip_words(habits.chips[COFFEE.key]).startswith("✓ Coffee or tea, 2 cups, last ")


def test_less_at_one_is_an_explicit_none_and_less_again_clears(habits: Stage) -> None:
    habits.click(COFFEE.key)
    editor = amount_editor(habits)
    less = editor.cell_box(LESS).center()
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=less)
    assert habits.value(COFFEE.key) == (0, "")
    QTest.mouseClick(amount_editor(habits), Qt.MouseButton.LeftButton, pos=less)
    assert habits.value(COFFEE.key) == (None, "")


def test_a_second_press_takes_it_all_back(habits: Stage) -> None:
    habits.click(COFFEE.key)
    habits.click(COFFEE.key)
    assert habits.value(COFFEE.key) == (None, "")
    assert habits.card.editor is None


def test_minutes_are_asked_for_and_not_guessed(habits: Stage) -> None:
    habits.click(SPORT.key)
    assert habits.wishes == []
    habits.press("4", "5", Qt.Key.Key_Return)
    assert habits.value(SPORT.key) == (45, "")


@pytest.mark.parametrize("typed", ["many", "-3", "1,500"])
def test_what_is_no_amount_is_said_and_nothing_is_kept(habits: Stage, typed: str) -> None:
    habits.click(COFFEE.key)
    editor = amount_editor(habits)
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=editor.cell_box(AMOUNT).center())
    before = habits.value(COFFEE.key)
    habits.press(*typed, Qt.Key.Key_Return)
    assert habits.value(COFFEE.key) == before
    assert editor.accessibleDescription().count(".") or "“" in editor.accessibleDescription()


# --- help


def test_a_measure_is_tried_and_then_rated(tried: Stage) -> None:
    tried.click(WALKING.key)
    assert tried.value(WALKING.key) == ("tried", "")
    editor = tried.card.editor
    assert isinstance(editor, ChoiceRow)
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=editor.cell_box(3).center())
    assert tried.value(WALKING.key) == (3, "")
    assert chip_words(tried.chips[WALKING.key]) == "✓ Walking, helped a lot"
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=editor.cell_box(3).center())
    assert tried.value(WALKING.key) == ("tried", "")


def test_no_help_is_something_tried_and_not_something_left_out(tried: Stage) -> None:
    tried.click(COLD.key)
    editor = tried.card.editor
    assert isinstance(editor, ChoiceRow)
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=editor.cell_box(0).center())
    assert tried.value(COLD.key) == (0, "")
    assert tried.chips[COLD.key].is_yes
    assert chip_words(tried.chips[COLD.key]) == "✓ Cold, no help"


# --- keys


def test_everything_by_keys(habits: Stage) -> None:
    habits.card.take_keys()
    habits.press("2")
    assert habits.value(COFFEE.key) == (2, "")
    habits.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert habits.value(SITTING.key) == (1, "")
    habits.press("h", "n")
    assert habits.value(HEAT.key) == (0, "")
    habits.press(Qt.Key.Key_Delete)
    assert habits.value(HEAT.key) == (None, "")
    habits.press(Qt.Key.Key_Right)
    assert habits.card.board is not None
    assert habits.card.board.accessibleDescription().startswith("Coffee or tea, 2 cups")


def test_a_digit_rates_what_was_tried_and_one_too_big_does_nothing(tried: Stage) -> None:
    tried.card.take_keys()
    tried.press("2", "7")
    assert tried.value(WALKING.key) == (2, "")


def test_nought_on_a_yes_chip_says_none_of_the_others(habits: Stage) -> None:
    asked: list[bool] = []
    habits.card.none_of_others_requested.connect(lambda: asked.append(True))
    habits.card.take_keys()
    habits.press("h", "0")
    assert asked == [True]


# --- folding


def test_a_folded_card_tells_what_is_recorded_and_makes_no_chips(habits: Stage) -> None:
    habits.keep(COFFEE.key, 2, "16:30")
    habits.keep(SITTING.key, 1, "")
    habits.fold(False)
    assert habits.card.board is None
    assert "Coffee or tea, 2 cups" in habits.card._subtitle.text()
    assert "Long sitting" in habits.card._subtitle.text()
    habits.card.fold.click()
    assert habits.card.board is not None


def test_a_chip_that_always_shows_is_there_on_a_folded_card(habits: Stage) -> None:
    habits.chips[HEAT.key] = replace(HEAT, always=True)
    habits.fold(False)
    assert habits.card.board is not None
    assert [chip.key for chip in habits.card.board.chips] == [HEAT.key]


def test_none_of_it_is_told_too() -> None:
    assert summary_words([replace(HEAT, value=0)]) == "none of it"
    assert summary_words([HEAT]) == ""
    assert chip_words(replace(HEAT, value=0)) == "Heat: no"
