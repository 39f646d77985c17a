"""The rating row: its keys, clicks and what it says of itself."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rlsdiary.ui.kit.rating import RatingRow
from tests.ui.kit.conftest import Stage

Rows = tuple[RatingRow, RatingRow]


@pytest.fixture
def rows(stage: Stage) -> Rows:
    """Two rating rows, the first one holding the keys."""
    made = [stage.add(RatingRow, name, "none", "worst") for name in ("urge", "stress")]
    stage.show()
    made[0].setFocus()
    return made[0], made[1]


@pytest.mark.parametrize("digit", [0, 2, 3, 4, 5, 6, 7, 8, 9])
def test_a_digit_records_and_goes_on(stage: Stage, rows: Rows, digit: int) -> None:
    stage.type(str(digit))
    assert stage.said == [("urge", digit)]
    assert stage.keys_are_at(rows[1])


def test_one_is_kept_at_once_and_waits(stage: Stage, rows: Rows) -> None:
    stage.type("1")
    assert stage.said == [("urge", 1)]
    assert stage.keys_are_at(rows[0])
    assert rows[0].waiting


def test_one_and_zero_make_ten(stage: Stage, rows: Rows) -> None:
    stage.type("10")
    assert stage.said == [("urge", 1), ("urge", 10)]
    assert stage.keys_are_at(rows[1])
    assert not rows[0].waiting


@pytest.mark.parametrize("second", [2, 5, 9])
def test_another_digit_after_one_answers_the_next_row(
    stage: Stage, rows: Rows, second: int
) -> None:
    stage.type(f"1{second}")
    assert stage.said == [("urge", 1), ("stress", second)]


def test_two_ones_answer_two_rows_and_the_second_waits(stage: Stage, rows: Rows) -> None:
    stage.type("11")
    assert stage.said == [("urge", 1), ("stress", 1)]
    assert stage.keys_are_at(rows[1])
    assert rows[1].waiting


def test_a_digit_after_one_stays_where_there_is_no_other_row(stage: Stage) -> None:
    row = stage.add(RatingRow, "urge", "none", "worst")
    stage.show()
    row.setFocus()
    stage.type("15")
    assert row.value == 5


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_enter_and_down_go_on_from_a_waiting_one(stage: Stage, rows: Rows, key: Qt.Key) -> None:
    stage.type("1")
    stage.press(key)
    assert stage.keys_are_at(rows[1])
    assert not rows[0].waiting
    stage.type("0")
    assert stage.said == [("urge", 1), ("stress", 0)]


def test_tab_goes_on_from_a_waiting_one(stage: Stage, rows: Rows) -> None:
    stage.type("1")
    stage.press(Qt.Key.Key_Tab)
    assert stage.keys_are_at(rows[1])
    assert not rows[0].waiting


def test_up_goes_back(stage: Stage, rows: Rows) -> None:
    rows[1].setFocus()
    stage.press(Qt.Key.Key_Up)
    assert stage.keys_are_at(rows[0])
    assert stage.said == []


@pytest.mark.parametrize("letter", ["x", "X"])
def test_x_is_ten(stage: Stage, rows: Rows, letter: str) -> None:
    stage.type(letter)
    assert stage.said == [("urge", 10)]
    assert stage.keys_are_at(rows[1])


def test_the_recorded_digit_clears_and_stays(stage: Stage, rows: Rows) -> None:
    rows[1].show_value(6)
    rows[1].setFocus()
    stage.type("6")
    assert stage.said == [("stress", None)]
    assert stage.keys_are_at(rows[1])


def test_a_digit_after_clearing_records_again(stage: Stage, rows: Rows) -> None:
    rows[1].show_value(6)
    rows[1].setFocus()
    stage.type("66")
    assert stage.said == [("stress", None), ("stress", 6)]


def test_ten_typed_over_a_recorded_one_is_ten_and_never_zero(stage: Stage, rows: Rows) -> None:
    rows[1].show_value(1)
    rows[1].setFocus()
    stage.type("10")
    assert rows[1].value == 10


def test_a_number_reached_by_click_is_confirmed_by_its_digit(stage: Stage, rows: Rows) -> None:
    stage.click(rows[0], 4)
    stage.type("4")
    assert stage.said == [("urge", 4)]
    assert stage.keys_are_at(rows[1])


def test_arrows_change_by_one_within_the_scale(stage: Stage, rows: Rows) -> None:
    stage.press(Qt.Key.Key_Left)
    stage.press(Qt.Key.Key_Right)
    stage.press(Qt.Key.Key_Left)
    stage.press(Qt.Key.Key_Right)
    stage.press(Qt.Key.Key_Right)
    stage.press(Qt.Key.Key_Left)
    assert [value for _, value in stage.said] == [0, 1, 2, 1]
    rows[0].show_value(10)
    stage.press(Qt.Key.Key_Right)
    assert rows[0].value == 10
    assert stage.keys_are_at(rows[0])


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_clears_and_stays(stage: Stage, rows: Rows, key: Qt.Key) -> None:
    rows[0].show_value(7)
    stage.press(key)
    assert stage.said == [("urge", None)]
    assert stage.keys_are_at(rows[0])


@pytest.mark.parametrize(
    "modifier",
    [
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.MetaModifier,
    ],
)
def test_keys_of_shortcuts_are_left_alone(
    stage: Stage, rows: Rows, modifier: Qt.KeyboardModifier
) -> None:
    stage.press(Qt.Key.Key_5, modifier)
    assert stage.said == []
    assert stage.keys_are_at(rows[0])


def test_a_digit_held_down_fills_no_other_row(stage: Stage, rows: Rows) -> None:
    stage.type("6")
    none = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_6, none, "6", True)
    QApplication.sendEvent(stage.holder, held)
    assert stage.said == [("urge", 6)]


@pytest.mark.parametrize("number", range(11))
def test_a_click_records_and_a_second_click_clears(stage: Stage, rows: Rows, number: int) -> None:
    stage.click(rows[0], number)
    stage.click(rows[0], number)
    assert stage.said == [("urge", number), ("urge", None)]
    assert stage.keys_are_at(rows[0])


def test_a_press_that_slips_off_its_button_records_nothing(
    qtbot: QtBot, stage: Stage, rows: Rows
) -> None:
    row = rows[0]
    qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=row.cell_box(3).center())
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton, pos=row.cell_box(4).center())
    assert stage.said == []


def test_showing_a_value_is_silent_and_ends_the_waiting(stage: Stage, rows: Rows) -> None:
    stage.type("1")
    stage.said.clear()
    rows[0].show_value(8)
    rows[0].show_value(None)
    rows[0].show_value(0)
    assert stage.said == []
    assert rows[0].value == 0
    assert not rows[0].waiting


def test_showing_the_value_just_given_keeps_the_one_waiting(stage: Stage, rows: Rows) -> None:
    rows[0].answered.connect(rows[0].show_value)
    stage.type("10")
    assert rows[0].value == 10


def test_a_slot_may_lead_elsewhere(stage: Stage, rows: Rows) -> None:
    third = stage.add(RatingRow, "mood", "bad", "good")
    stage.show()
    rows[0].setFocus()
    rows[0].go_on.connect(third.setFocus)
    stage.type("6")
    assert stage.keys_are_at(third)


def test_it_says_its_question_its_ends_and_its_value(rows: Rows) -> None:
    row = rows[0]
    assert row.accessibleName() == "urge, from 0, none, to 10, worst"
    assert row.accessibleDescription() == "not recorded"
    row.show_value(0)
    assert row.accessibleDescription() == "0 of 10"
    row.set_late("entered 3 days later")
    assert row.accessibleDescription() == "0 of 10, entered 3 days later"


def test_the_words_change_as_one_types(stage: Stage, rows: Rows) -> None:
    stage.type("6")
    assert rows[0].accessibleDescription() == "6 of 10"
