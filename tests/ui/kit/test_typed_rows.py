"""Clock, number, amount and yes rows: what keys and clicks record, and where they go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLineEdit

from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.questions import Value
from rlsdiary.ui.kit.clock import EARLIER, LATER, TIME, ClockRow
from rlsdiary.ui.kit.number import AMOUNT, CLOCK, LESS, MORE, AmountRow, NumberRow
from rlsdiary.ui.kit.rating import RatingRow
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.yes import YesRow
from tests.ui.kit.conftest import Stage

LEFT, RIGHT, ENTER = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return


def with_next(stage: Stage, row: AnswerRow) -> AnswerRow:
    after = stage.add(RatingRow, "after", "none", "worst")
    stage.show()
    row.setFocus()
    return after


def said(stage: Stage) -> list[object]:
    return [value for _label, value in stage.said]


def small(value: Value) -> Value:
    """Let nothing be larger than a thousand, and nothing negative."""
    if isinstance(value, str) or not 0 <= value <= 1000:
        raise BadValue(f"{value} is too much.")
    return value


# --- clock


@pytest.mark.parametrize("typed", ["2310", "0030"])
def test_four_digits_keep_a_time_and_go_on(stage: Stage, typed: str) -> None:
    after = with_next(stage, stage.add(ClockRow, "Into bed"))
    stage.type(typed)
    assert said(stage) == [f"{typed[:2]}:{typed[2:]}"]
    assert stage.keys_are_at(after)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        *(("23:10", "23:10"), ("11 pm", "23:00"), ("11.10 pm", "23:10"), ("11", "11:00")),
        *(("12 am", "00:00"), ("12 pm", "12:00"), ("7", "07:00"), ("23h10", "23:10")),
    ],
)
def test_a_time_is_read_as_people_write_it(stage: Stage, typed: str, clock: str) -> None:
    after = with_next(stage, stage.add(ClockRow, "Into bed"))
    stage.type(typed)
    stage.press(ENTER)
    assert said(stage) == [clock]
    assert stage.keys_are_at(after)


@pytest.mark.parametrize("typed", ["2560", "25:00", "13 pm", "11x", "later"])
def test_what_is_no_time_is_said_kindly_and_stays_to_be_mended(stage: Stage, typed: str) -> None:
    row = stage.add(ClockRow, "Into bed")
    with_next(stage, row)
    stage.press(Qt.Key.Key_F2)
    stage.type(typed)
    stage.press(ENTER)
    field = stage.holder
    assert isinstance(field, QLineEdit)
    assert field.text() == typed
    assert f"“{typed}” is not a time of day; write it as 20:40." in row.accessibleDescription()
    assert said(stage) == []
    stage.press(ENTER)  # who goes on all the same is not held
    assert not stage.keys_are_at(field)


@pytest.mark.parametrize(
    ("at", "key", "clock"),
    [
        *(("23:10", RIGHT, "23:15"), ("23:10", LEFT, "23:00"), ("23:15", RIGHT, "23:30")),
        *(("23:15", LEFT, "23:00"), ("23:50", RIGHT, "00:00"), ("00:00", LEFT, "23:45")),
    ],
)
def test_arrows_go_from_quarter_to_quarter(stage: Stage, at: str, key: Qt.Key, clock: str) -> None:
    row = stage.add(ClockRow, "Into bed")
    row.show_value(at)
    with_next(stage, row)
    stage.press(key)
    assert said(stage) == [clock]
    assert stage.keys_are_at(row)


def test_from_nothing_an_arrow_wishes_the_usual_time_and_records_none_by_itself(
    stage: Stage,
) -> None:
    row = stage.add(ClockRow, "Into bed")
    wishes: list[None] = []
    row.usual_requested.connect(lambda: wishes.append(None))
    with_next(stage, row)
    stage.press(LEFT)
    assert not wishes
    stage.press(RIGHT)
    assert len(wishes) == 1
    assert said(stage) == []
    row.take("22:45")
    assert said(stage) == ["22:45"]


def test_a_time_can_be_told_with_the_mouse_alone(stage: Stage) -> None:
    row = stage.add(ClockRow, "Into bed")
    row.usual_requested.connect(lambda: row.take("22:45"))
    stage.show()
    for cell in (LATER, LATER, EARLIER):
        stage.click(row, cell)
    assert said(stage) == ["22:45", "23:00", "22:45"]
    stage.click(row, TIME)
    assert isinstance(stage.holder, QLineEdit)


def test_a_time_that_is_emptied_is_not_recorded(stage: Stage) -> None:
    row = stage.add(ClockRow, "Into bed")
    row.show_value("23:10")
    with_next(stage, row)
    stage.press(Qt.Key.Key_F2)
    stage.press(Qt.Key.Key_Backspace)
    stage.press(ENTER)
    assert said(stage) == [None]


def test_a_time_is_shown_as_the_country_writes_it(stage: Stage) -> None:
    row = stage.add(ClockRow, "Into bed")
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("en_US"))
        row.show_value("23:10")
        assert row.accessibleDescription().replace("\u202f", " ") == "11:10 PM"
        QLocale.setDefault(QLocale("de_DE"))
        row.show_value("23:15")
        assert row.accessibleDescription() == "23:15"
    finally:
        QLocale.setDefault(before)
    assert row.accessibleName() == "Into bed, time of day"


# --- number


@pytest.mark.parametrize(
    ("typed", "value"), [("72.5", 72.5), ("72,5", 72.5), ("80", 80), ("0", 0), (".5", 0.5)]
)
def test_a_number_is_typed_and_kept_on_enter(stage: Stage, typed: str, value: float) -> None:
    row = stage.add(NumberRow, "Weight", unit="kg", check=small)
    after = with_next(stage, row)
    stage.type(typed)
    assert said(stage) == []
    stage.press(ENTER)
    assert said(stage) == [value]
    assert stage.keys_are_at(after)


@pytest.mark.parametrize(
    ("typed", "words"), [("7x", "“7x” is not a number."), ("1001", "1001.0 is too much.")]
)
def test_a_number_that_does_not_fit_is_said_in_words(stage: Stage, typed: str, words: str) -> None:
    row = stage.add(NumberRow, "Weight", unit="kg", check=small)
    with_next(stage, row)
    stage.type(typed)
    stage.press(ENTER)
    assert words in row.accessibleDescription()
    assert said(stage) == []


def test_a_number_says_its_unit(stage: Stage) -> None:
    row = stage.add(NumberRow, "Weight", unit="kg", check=small)
    row.show_value(72.0)
    assert row.accessibleDescription() == "72 kg"
    assert row.accessibleName() == "Weight, a number, kg"


# --- amount


def amount(stage: Stage, *, timed: bool = False) -> AmountRow:
    return stage.add(AmountRow, "Cola", unit="glasses", check=small, timed=timed)


def test_clicks_step_an_amount_and_less_than_none_clears(stage: Stage) -> None:
    row = amount(stage)
    stage.show()
    for cell in (MORE, MORE, LESS, LESS, LESS, LESS):
        stage.click(row, cell)
    assert said(stage) == [1, 2, 1, 0, None, 0]


def test_an_amount_is_typed_with_its_decimals(stage: Stage) -> None:
    after = with_next(stage, amount(stage))
    stage.type("1.5")
    stage.press(ENTER)
    assert said(stage) == [1.5]
    assert stage.keys_are_at(after)


def test_when_it_was_is_told_beside_the_amount(stage: Stage) -> None:
    row = amount(stage, timed=True)
    clocks: list[str] = []
    row.clock_given.connect(clocks.append)
    after = with_next(stage, row)
    stage.press(RIGHT)
    stage.press(Qt.Key.Key_F3)
    stage.type("1630")
    assert (said(stage), clocks, row.clock) == ([1], ["16:30"], "16:30")
    assert stage.keys_are_at(after)
    assert "16:30" in row.accessibleDescription() or "4:30" in row.accessibleDescription()


def test_a_time_without_an_amount_is_asked_for_in_words(stage: Stage) -> None:
    row = amount(stage, timed=True)
    stage.show()
    stage.click(row, CLOCK)
    assert "Say first how much it was." in row.accessibleDescription()
    stage.click(row, MORE)
    assert "Say first" not in row.accessibleDescription()
    stage.click(row, CLOCK)
    assert isinstance(stage.holder, QLineEdit)


def test_a_cleared_amount_forgets_when_it_was(stage: Stage) -> None:
    row = amount(stage, timed=True)
    row.show_value(1)
    row.show_clock("16:30")
    with_next(stage, row)
    stage.press(Qt.Key.Key_Delete)
    assert (said(stage), row.clock) == ([None], "")


def test_without_a_time_of_day_there_is_no_cell_for_it(stage: Stage) -> None:
    row = amount(stage)
    stage.show()
    assert row.cell_box(AMOUNT).isValid()
    with pytest.raises(IndexError):
        row.cell_box(CLOCK)


# --- yes


@pytest.mark.parametrize(("key", "value"), [("1", 1), ("y", 1), ("0", 0), ("n", 0)])
def test_yes_and_no_are_told_by_digit_or_letter(stage: Stage, key: str, value: int) -> None:
    after = with_next(stage, stage.add(YesRow, "Dreams"))
    stage.type(key)
    assert said(stage) == [value]
    assert stage.keys_are_at(after)


@pytest.mark.parametrize("key", ["2", "9"])
def test_other_digits_are_no_answer(stage: Stage, key: str) -> None:
    with_next(stage, stage.add(YesRow, "Dreams"))
    stage.type(key)
    assert said(stage) == []


def test_no_is_an_answer_and_the_same_again_is_none(stage: Stage) -> None:
    row = stage.add(YesRow, "Dreams")
    stage.show()
    stage.click(row, 1)
    assert row.accessibleDescription() == "no"
    stage.click(row, 1)
    assert said(stage) == [0, None]
    assert row.accessibleDescription() == "not recorded"


def test_arrows_go_from_yes_to_no(stage: Stage) -> None:
    with_next(stage, stage.add(YesRow, "Dreams"))
    stage.press(RIGHT)
    stage.press(RIGHT)
    assert said(stage) == [1, 0]
