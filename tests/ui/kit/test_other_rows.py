"""Choice, count and onset rows: what keys and clicks record, and where they go on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.ui.kit.count import LESS, MORE, NUMBER, CountRow
from rlsdiary.ui.kit.onset import OnsetRow
from rlsdiary.ui.kit.rating import RatingRow
from rlsdiary.ui.kit.row import AnswerRow
from tests.ui.kit.conftest import Stage

REST = (("no", "no"), ("little", "a little"), ("hour", "an hour or more"))


def with_next(stage: Stage, row: AnswerRow) -> AnswerRow:
    after = stage.add(RatingRow, "after", "none", "worst")
    stage.show()
    row.setFocus()
    return after


# --- choice


@pytest.mark.parametrize(
    ("key", "value"), [("1", "no"), ("2", "little"), ("3", "hour"), ("n", "no")]
)
def test_a_key_chooses_and_goes_on(stage: Stage, key: str, value: str) -> None:
    after = with_next(stage, stage.add(ChoiceRow, "rest", REST))
    stage.type(key)
    assert stage.said == [("rest", value)]
    assert stage.keys_are_at(after)


def test_a_shared_letter_goes_through_its_words_and_stays(stage: Stage) -> None:
    row = stage.add(ChoiceRow, "rest", REST)
    with_next(stage, row)
    stage.type("aaa")
    assert [value for _, value in stage.said] == ["little", "hour", "little"]
    assert stage.keys_are_at(row)


def test_the_chosen_key_clears_and_stays(stage: Stage) -> None:
    row = stage.add(ChoiceRow, "rest", REST)
    row.show_value("little")
    with_next(stage, row)
    stage.type("2")
    assert stage.said == [("rest", None)]
    assert stage.keys_are_at(row)


@pytest.mark.parametrize("key", ["0", "4", "q"])
def test_other_keys_choose_nothing(stage: Stage, key: str) -> None:
    row = stage.add(ChoiceRow, "rest", REST)
    with_next(stage, row)
    stage.type(key)
    assert stage.said == []
    assert stage.keys_are_at(row)


def test_arrows_step_through_choices(stage: Stage) -> None:
    row = stage.add(ChoiceRow, "rest", REST)
    with_next(stage, row)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        stage.press(key)
    assert [value for _, value in stage.said] == ["no", "little", "no"]


def test_a_choice_clicked_again_is_cleared(stage: Stage) -> None:
    row = stage.add(ChoiceRow, "rest", REST)
    stage.show()
    stage.click(row, 2)
    stage.click(row, 2)
    assert stage.said == [("rest", "hour"), ("rest", None)]


def test_a_choice_says_its_words(stage: Stage) -> None:
    row = stage.add(ChoiceRow, "rest", REST)
    assert row.accessibleName() == "rest: no, a little, an hour or more"
    row.show_value("hour")
    assert row.accessibleDescription() == "an hour or more"


# --- count


def test_one_digit_is_a_count_and_the_next_belongs_to_the_next_question(stage: Stage) -> None:
    row = stage.add(CountRow, "woken")
    after = with_next(stage, row)
    stage.type("25")
    assert stage.said == [("woken", 2), ("after", 5)]
    assert after.value == 5


@pytest.mark.parametrize("opens", [Qt.Key.Key_F2, Qt.Key.Key_Space])
def test_more_digits_than_one_are_typed_where_they_are_asked_for(
    stage: Stage, opens: Qt.Key
) -> None:
    row = stage.add(CountRow, "woken")
    after = with_next(stage, row)
    stage.press(opens)
    stage.type("12")
    assert stage.said == [("woken", 1), ("woken", 12)]
    assert stage.keys_are_at(after)


def test_nought_needs_no_second_digit(stage: Stage) -> None:
    after = with_next(stage, stage.add(CountRow, "woken"))
    stage.type("0")
    assert stage.said == [("woken", 0)]
    assert stage.keys_are_at(after)


def test_minutes_are_typed_until_enter(stage: Stage) -> None:
    row = stage.add(CountRow, "walking", unit="min", high=1440)
    after = with_next(stage, row)
    stage.type("150")
    assert row.value == 150
    assert stage.keys_are_at(row)
    stage.press(Qt.Key.Key_Return)
    assert stage.keys_are_at(after)


def test_as_many_digits_as_there_can_be_go_on(stage: Stage) -> None:
    row = stage.add(CountRow, "walking", unit="min", high=1440)
    after = with_next(stage, row)
    stage.type("1440")
    assert row.value == 1440
    assert stage.keys_are_at(after)


def test_too_large_a_number_is_said_in_words_and_nothing_is_made_of_it(stage: Stage) -> None:
    row = stage.add(CountRow, "walking", unit="min", high=1440)
    after = with_next(stage, row)
    stage.type("1500")
    assert row.accessibleDescription().endswith(
        "1500? walking takes a whole number from 0 to 1440."
    )
    assert row.value == 150
    assert stage.keys_are_at(row)
    stage.type("90")
    assert row.accessibleDescription() == "90 min"
    stage.press(Qt.Key.Key_Return)
    assert stage.keys_are_at(after)
    assert after.value is None


def test_typing_starts_anew_after_coming_back(stage: Stage) -> None:
    row = stage.add(CountRow, "woken")
    with_next(stage, row)
    stage.type("2")
    stage.press(Qt.Key.Key_Up)
    stage.type("3")
    assert row.value == 3


@pytest.mark.parametrize(
    ("keys", "values"), [("+", [1]), ("-", [0]), ("++-", [1, 2, 1]), ("--", [0])]
)
def test_plus_and_minus_step(stage: Stage, keys: str, values: list[int]) -> None:
    with_next(stage, stage.add(CountRow, "woken"))
    stage.type(keys)
    assert [value for _, value in stage.said] == values


def test_arrows_step_a_count_up_to_its_end(stage: Stage) -> None:
    row = stage.add(CountRow, "woken", high=2)
    row.show_value(1)
    with_next(stage, row)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        stage.press(key)
    assert [value for _, value in stage.said] == [2, 1]


def test_delete_clears_a_count(stage: Stage) -> None:
    row = stage.add(CountRow, "woken")
    row.show_value(3)
    with_next(stage, row)
    stage.press(Qt.Key.Key_Delete)
    assert stage.said == [("woken", None)]


def test_clicks_step_a_count_and_fewer_than_none_clears(stage: Stage) -> None:
    row = stage.add(CountRow, "woken")
    stage.show()
    for cell in (MORE, MORE, NUMBER, LESS, LESS, LESS):
        stage.click(row, cell)
    assert [value for _, value in stage.said] == [1, 2, 1, 0, None]


# --- onset


@pytest.mark.parametrize("typed", ["2040", "0005"])
def test_four_digits_keep_a_time_and_go_on(stage: Stage, typed: str) -> None:
    row = stage.add(OnsetRow, "began")
    after = with_next(stage, row)
    stage.type(typed)
    assert stage.said == [("began", f"{typed[:2]}:{typed[2:]}")]
    assert stage.keys_are_at(after)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("20:40", "20:40"),
        ("8:40 pm", "20:40"),
        ("9", "09:00"),
        ("840", "08:40"),
        ("21.15", "21:15"),
    ],
)
def test_other_ways_to_write_a_time_are_kept_on_enter(stage: Stage, typed: str, clock: str) -> None:
    row = stage.add(OnsetRow, "began")
    after = with_next(stage, row)
    stage.type(typed)
    assert stage.said == []
    stage.press(Qt.Key.Key_Return)
    assert stage.said == [("began", clock)]
    assert stage.keys_are_at(after)


@pytest.mark.parametrize("leave", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down])
def test_a_wrong_time_is_said_in_words_and_stays_to_be_mended(stage: Stage, leave: Qt.Key) -> None:
    row = stage.add(OnsetRow, "began")
    after = with_next(stage, row)
    height = row.heightForWidth(900)
    stage.type("25:30")
    stage.press(leave)
    field = stage.holder
    assert isinstance(field, QLineEdit)
    assert field.text() == "25:30"
    assert "25:30" in row.accessibleDescription()
    assert row.heightForWidth(900) > height
    assert stage.said == []
    for _ in range(5):
        stage.press(Qt.Key.Key_Backspace)
    stage.type("2130")
    assert stage.said == [("began", "21:30")]
    assert row.accessibleDescription() == "21:30" or "9:30" in row.accessibleDescription()
    assert stage.keys_are_at(after)


def test_four_digits_that_are_no_time_are_said_at_once(stage: Stage) -> None:
    row = stage.add(OnsetRow, "began")
    with_next(stage, row)
    stage.type("2570")
    assert "2570" in row.accessibleDescription()
    assert stage.said == []


@pytest.mark.parametrize(("key", "value"), [("n", "none"), ("w", "waking"), ("W", "waking")])
def test_letters_answer_in_words(stage: Stage, key: str, value: str) -> None:
    after = with_next(stage, stage.add(OnsetRow, "began"))
    stage.type(key)
    assert stage.said == [("began", value)]
    assert stage.keys_are_at(after)


def test_the_same_letter_clears_and_stays(stage: Stage) -> None:
    row = stage.add(OnsetRow, "began")
    row.show_value("none")
    with_next(stage, row)
    stage.type("n")
    assert stage.said == [("began", None)]
    assert stage.keys_are_at(row)


def test_escape_gives_up_typing_and_keeps_what_was(stage: Stage) -> None:
    row = stage.add(OnsetRow, "began")
    row.show_value("20:40")
    with_next(stage, row)
    stage.type("21")
    stage.press(Qt.Key.Key_Escape)
    assert row.value == "20:40"
    assert stage.said == []
    assert stage.keys_are_at(row)


def test_a_click_into_the_time_opens_it_and_emptying_it_clears(stage: Stage) -> None:
    row = stage.add(OnsetRow, "began")
    row.show_value("20:40")
    with_next(stage, row)
    stage.click(row, 0)
    assert isinstance(stage.holder, QLineEdit)
    stage.press(Qt.Key.Key_Backspace)
    stage.press(Qt.Key.Key_Return)
    assert stage.said == [("began", None)]


def test_shift_tab_from_the_field_keeps_the_time_and_goes_back(stage: Stage) -> None:
    before = stage.add(RatingRow, "before", "none", "worst")
    row = stage.add(OnsetRow, "began")
    with_next(stage, row)
    stage.type("9")
    stage.press(Qt.Key.Key_Backtab)
    assert stage.said == [("began", "09:00")]
    assert stage.keys_are_at(before)


def test_clicks_on_words_answer_and_clear(stage: Stage) -> None:
    row = stage.add(OnsetRow, "began")
    stage.show()
    stage.click(row, 1)
    stage.click(row, 2)
    stage.click(row, 2)
    assert [value for _, value in stage.said] == ["none", "waking", None]


def test_a_waiting_one_hands_its_digit_to_the_time(stage: Stage) -> None:
    urge = stage.add(RatingRow, "urge", "none", "worst")
    row = stage.add(OnsetRow, "began")
    stage.show()
    urge.setFocus()
    stage.type("12040")
    assert stage.said == [("urge", 1), ("began", "20:40")]
    assert row.value == "20:40"


@pytest.mark.parametrize(
    ("make", "args", "value"),
    [
        (ChoiceRow, (REST,), "no"),
        (CountRow, (), 3),
        (OnsetRow, (), "20:40"),
        (OnsetRow, (), "none"),
    ],
)
def test_showing_is_silent_in_every_row(
    stage: Stage, make: type[AnswerRow], args: tuple[object, ...], value: object
) -> None:
    row = stage.add(make, "row", *args)
    row.show_value(value)
    shown = row.accessibleDescription()
    row.show_value(None)
    assert shown != row.accessibleDescription() == "not recorded"
    assert stage.said == []
