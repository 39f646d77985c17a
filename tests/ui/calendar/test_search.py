"""The search on the screen: typing, what is listed, opening a day, and going back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rlsdiary.ui.calendar.results import _bold_parts
from rlsdiary.ui.calendar.state import ResultLine, SearchState
from tests.ui.calendar.conftest import Calendar

DAY, OTHER = date(2026, 11, 4), date(2026, 3, 1)
LINES = (
    ResultLine("treatment", "not recorded on any day", (("Coffee", True),)),
    ResultLine(
        "note", "Wednesday 4 November", (("🙂 ", False), ("Cof", True), ("fee", False)), DAY
    ),
    ResultLine("note", "Sunday 1 March", (("x " * 300, False),), OTHER),
)
FOUND = SearchState("cof", "1 item · 2 notes", LINES)


@pytest.fixture
def searched(calendar: Calendar) -> Calendar:
    """The screen with the results above."""
    calendar.view.show_search(FOUND)
    QApplication.processEvents()
    return calendar


def press_in_list(calendar: Calendar, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(calendar.view.results.list, key)


def test_each_key_typed_searches(calendar: Calendar) -> None:
    QTest.keyClicks(calendar.view.bar.field, "cof")
    assert calendar.wished == [("search", "c"), ("search", "co"), ("search", "cof")]


def test_results_take_the_place_of_the_months_and_leave_it(searched: Calendar) -> None:
    view = searched.view
    assert view.results.isVisible()
    assert not view.months.isVisible()
    assert view.results.list.lines == LINES
    view.show_search(SearchState())
    assert view.months.isVisible()
    assert not view.results.isVisible()
    assert view.focusWidget() is view.months


def test_how_much_was_found_is_said_also_where_it_is_nothing(searched: Calendar) -> None:
    assert searched.view.results._subtitle.text() == "1 item · 2 notes"
    searched.view.show_search(SearchState("xyz", "No note"))
    assert searched.view.results._subtitle.text() == "No note"
    assert searched.view.results.list.lines == ()


def test_enter_and_down_go_on_to_the_results_and_enter_opens_the_day(searched: Calendar) -> None:
    QTest.keyClick(searched.view.bar.field, Qt.Key.Key_Down)
    assert searched.view.focusWidget() is searched.view.results.list
    press_in_list(searched, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert searched.wished == [("day", DAY)]  # the first opens nothing: it was never recorded


def test_up_from_the_first_result_goes_back_to_the_words(searched: Calendar) -> None:
    QTest.keyClick(searched.view.bar.field, Qt.Key.Key_Return)
    press_in_list(searched, Qt.Key.Key_Up)
    assert searched.view.focusWidget() is searched.view.bar.field


def test_a_click_opens_the_day(searched: Calendar) -> None:
    listed = searched.view.results.list
    where = listed.visualRect(listed.model().index(2, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert searched.wished == [("day", OTHER)]


def test_escape_and_the_cross_end_the_search(searched: Calendar) -> None:
    QTest.keyClick(searched.view.bar.field, Qt.Key.Key_Escape)
    searched.view.bar._end.click()
    assert searched.wished == [("search", ""), ("search", "")]


def test_with_no_result_the_keys_stay_where_words_are_typed(calendar: Calendar) -> None:
    calendar.view.show_search(SearchState("xyz", "No note"))
    calendar.view.bar.field.setFocus()
    QTest.keyClick(calendar.view.bar.field, Qt.Key.Key_Return)
    assert calendar.view.focusWidget() is calendar.view.bar.field


def test_ctrl_f_leads_to_the_search(calendar: Calendar) -> None:
    calendar.view.months.setFocus()
    QTest.keyClick(calendar.pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert calendar.view.focusWidget() is calendar.view.bar.field


def test_found_words_are_bold_where_they_stand_also_after_a_smiley() -> None:
    (part,) = _bold_parts(LINES[1])
    assert (part.start, part.length) == (3, 3)  # a smiley is two of Qt's characters


def test_a_long_note_goes_on_to_a_few_lines_and_no_more(searched: Calendar) -> None:
    listed = searched.view.results.list
    short, long = (listed.visualRect(listed.model().index(row, 0)).height() for row in (1, 2))
    assert short < long < 4 * short


def test_a_screen_reader_hears_day_and_words(searched: Calendar) -> None:
    index = searched.view.results.list.model().index(1, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Wednesday 4 November: 🙂 Coffee"
