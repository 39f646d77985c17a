"""The months: where days stand, how they are drawn, keys and clicks."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import DARK, LIGHT, NIGHT, Look
from rlsdiary.domain.day_mark import DayMark
from rlsdiary.ui.calendar.marks import Shades
from rlsdiary.ui.calendar.months import EARLIEST, months_later
from rlsdiary.ui.calendar.state import CalendarState, SearchState
from rlsdiary.ui.calendar.view import CalendarView
from rlsdiary.ui.calendar.weeks import Weeks, weekdays
from rlsdiary.ui.kit.colours import contrast
from rlsdiary.ui.kit.theme import apply_look
from tests.ui.calendar.conftest import MARKS, SLEEP, STATE, TODAY, YEAR, Calendar

Made = Callable[[CalendarState], Calendar]
LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK, NIGHT], ids=lambda look: look.name)


def november(day: int) -> date:
    return date(2026, 11, day)


def cell(calendar: Calendar, day: date) -> QImage:
    """Return what is painted in the cell of a day, without rings."""
    month = calendar.pane.month_of(day)
    month.show_cursor(None)
    return month.grab(month.box_of(day).adjusted(3, 3, -3, -3)).toImage()


def row_and_column(weeks: Weeks, day: date) -> tuple[int, int]:
    box = weeks.box(day)
    step = weeks.cell_height + weeks.gap
    return (box.y() - weeks.top) // step, round(box.x() / (weeks.width / 7))


# --- where days stand


def test_the_first_day_of_the_week_is_that_of_the_country() -> None:
    weeks = Weeks(november(1), 700, 40, 20, 4)  # 1 November 2026 is a Sunday
    assert row_and_column(weeks, november(1)) == (0, 6)
    assert row_and_column(weeks, november(2)) == (1, 0)
    assert weekdays() == (1, 2, 3, 4, 5, 6, 7)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    assert row_and_column(weeks, november(1)) == (0, 0)
    assert row_and_column(weeks, november(7)) == (0, 6)
    assert weekdays() == (7, 1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize("width", [171, 300, 911])
def test_cells_never_touch_and_each_is_found_by_a_point_in_it(width: int) -> None:
    for first in (date(2026, month, 1) for month in range(1, 13)):
        weeks = Weeks(first, width, 20, 30, 2)
        days = [first + timedelta(days=n) for n in range(31)]
        days = [day for day in days if day.month == first.month]
        boxes = [weeks.box(day) for day in days]
        assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
        assert [weeks.day_at(box.center()) for box in boxes] == days
        assert max(box.bottom() for box in boxes) < weeks.height
        assert max(box.right() for box in boxes) < width


def test_days_that_have_not_come_are_not_there(calendar: Calendar) -> None:
    tomorrow = TODAY + timedelta(days=1)
    month = calendar.pane.month_of(TODAY)
    assert month.day_at(month.box_of(TODAY).center()) == TODAY
    assert month.day_at(month.box_of(tomorrow).center()) is None
    calendar.click(tomorrow)
    assert calendar.wished == []
    image = cell(calendar, tomorrow)
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    assert len({image.pixel(*place) for place in places}) == 1


# --- how they are drawn


@LOOKS
def test_every_number_can_be_read_on_its_shade(look: Look) -> None:
    shades = Shades.of(look)
    for fill, ink in (*shades.of_value, shades.hollow):
        assert contrast(fill, ink) >= 4.5


@LOOKS
@pytest.mark.parametrize("state", [STATE, YEAR], ids=["month", "year"])
def test_all_values_and_none_look_different(
    made: Made, qapp: QApplication, look: Look, state: CalendarState
) -> None:
    apply_look(qapp, look, 100)
    day = november(10)  # the same cell for all: only the value differs
    seen = []
    calendar = made(state)
    for mark in (*map(DayMark, range(11)), DayMark()):
        calendar.view.show_state(replace(state, marks={day: mark}))
        seen.append(cell(calendar, day))
    assert all(a != b for at, a in enumerate(seen) for b in seen[at + 1 :])


def test_shades_go_from_pale_to_full() -> None:
    grounds = [contrast(fill, LIGHT.card) for fill, _ink in Shades.of(LIGHT).of_value]
    assert grounds == sorted(grounds)
    assert grounds[-1] > 2 * grounds[0]


def test_the_night_stays_dark(made: Made, qapp: QApplication) -> None:
    apply_look(qapp, NIGHT, 100)
    shades = Shades.of(NIGHT)
    assert shades.has_bars
    assert {fill.name() for fill, _ink in shades.of_value} == {QColor(NIGHT.card).name()}


def test_not_recorded_is_hollow_and_not_a_pale_zero(calendar: Calendar) -> None:
    hollow, zero = cell(calendar, november(9)), cell(calendar, november(2))
    middle = hollow.rect().center() + QPoint(20, 10)
    assert QColor(hollow.pixel(middle)) == QColor(LIGHT.card)
    assert QColor(zero.pixel(middle)) == Shades.of(LIGHT).of_value[0][0]


@pytest.mark.parametrize("state", [STATE, YEAR], ids=["month", "year"])
def test_note_and_late_have_marks_of_their_own(made: Made, state: CalendarState) -> None:
    day, calendar = november(10), made(state)
    seen = []
    for mark in (DayMark(5), DayMark(5, "x"), DayMark(5, late=3), DayMark(5, "x", 3)):
        calendar.view.show_state(replace(state, marks={day: mark}))
        seen.append(cell(calendar, day))
    plain, note, late, both = seen
    right = plain.width() // 2
    halves = (right, 0, right, plain.height() // 2), (right, plain.height() // 2, right, 999)
    assert note.copy(*halves[0]) != plain.copy(*halves[0])
    assert note.copy(*halves[1]) == plain.copy(*halves[1])
    assert late.copy(*halves[1]) != plain.copy(*halves[1])
    assert late.copy(*halves[0]) == plain.copy(*halves[0])
    assert (both.copy(*halves[0]), both.copy(*halves[1])) == (
        note.copy(*halves[0]),
        late.copy(*halves[1]),
    )


def test_today_has_a_ring(calendar: Calendar) -> None:
    def edge(day: date) -> QColor:
        month = calendar.pane.month_of(day)
        month.show_cursor(None)
        box = month.box_of(day)
        return QColor(month.grab().toImage().pixel(box.center().x(), box.y() + 1))

    assert edge(TODAY) == QColor(LIGHT.text)
    assert edge(november(20)) != QColor(LIGHT.text)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [620, 1020])
@pytest.mark.parametrize("state", [STATE, YEAR], ids=["month", "year"])
def test_nothing_is_cut_off_sideways(
    made: Made, qapp: QApplication, state: CalendarState, width: int, percent: int
) -> None:
    apply_look(qapp, LIGHT, percent)
    calendar = made(state)
    calendar.view.resize(width, 700)
    for _ in range(3):
        qapp.processEvents()
    assert calendar.view.page.width() <= width
    assert calendar.view.page.minimumSizeHint().width() <= width
    for first in state.months:
        month = calendar.pane.month_of(first)
        assert month.geometry().right() < calendar.pane.width()
        assert month.box_of(first.replace(day=28)).bottom() < month.height()


# --- keys


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ((Qt.Key.Key_Left,), 21),
        ((Qt.Key.Key_Up,), 15),
        ((Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right), 17),
        ((Qt.Key.Key_Up, Qt.Key.Key_Down), 22),
        ((Qt.Key.Key_Home,), 1),
        ((Qt.Key.Key_Home, Qt.Key.Key_End), 22),
        ((Qt.Key.Key_Home, Qt.Key.Key_T), 22),
        ((Qt.Key.Key_Right,), 22),
        ((Qt.Key.Key_Down,), 22),
        ((Qt.Key.Key_PageDown,), 22),
    ],
)
def test_keys_move_from_day_to_day_and_never_past_today(
    calendar: Calendar, keys: tuple[Qt.Key, ...], day: int
) -> None:
    calendar.press(*keys)
    assert calendar.pane.day == november(day)
    assert calendar.wished == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_opens_the_day_that_has_the_keys(calendar: Calendar, key: Qt.Key) -> None:
    calendar.press(Qt.Key.Key_Left, key)
    assert calendar.wished == [("day", november(21))]


def test_leaving_the_month_asks_for_another(calendar: Calendar) -> None:
    calendar.press(Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_PageUp)
    assert calendar.wished == [("period", date(2026, 10, 31)), ("period", date(2026, 10, 1))]


def test_a_page_of_a_year_is_a_year(year: Calendar) -> None:
    year.press(Qt.Key.Key_PageUp)
    assert year.wished == [("period", date(2025, 11, 22))]


def test_keys_go_from_month_to_month_in_a_year(year: Calendar) -> None:
    year.press(*[Qt.Key.Key_Up] * 4)
    assert year.pane.day == date(2026, 10, 25)
    assert year.wished == []


def test_a_page_ends_on_a_day_that_exists() -> None:
    assert months_later(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert months_later(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_later(date(2026, 12, 5), 1) == date(2027, 1, 5)
    assert months_later(EARLIEST, -1) == EARLIEST


def test_the_focus_is_seen_on_its_day_alone(calendar: Calendar) -> None:
    def drawn() -> QImage:
        return calendar.pane.grab().toImage()

    at_today = drawn()
    calendar.press(Qt.Key.Key_Left)
    before = drawn()
    assert before != at_today
    calendar.view.bar.field.setFocus()
    assert drawn() != before


def test_a_screen_reader_hears_date_value_note_and_lateness(calendar: Calendar) -> None:
    def heard(day: int) -> str:
        calendar.view.show_state(replace(STATE, day=november(day)))
        return calendar.pane.accessibleName()

    assert heard(22) == "Sunday 22 November, today, Strongest urge to move: not recorded"
    assert heard(2) == "Monday 2 November, Strongest urge to move: 0 of 10"
    assert heard(4).endswith("5 of 10, with a note")
    assert heard(5).endswith("5 of 10, entered 4 days later")
    assert heard(6).endswith("not recorded, with a note")


# --- clicks and choices


def test_a_click_opens_the_day(calendar: Calendar) -> None:
    calendar.click(november(4))
    assert calendar.wished == [("day", november(4))]


def test_a_click_in_a_year_opens_the_day_and_one_on_its_name_the_month(year: Calendar) -> None:
    year.click(date(2026, 3, 9))
    year.click_at(date(2026, 5, 1), QPoint(20, 8))
    assert year.wished == [("day", date(2026, 3, 9)), ("way", False, date(2026, 5, 1))]


def test_the_day_under_the_pointer_is_said_with_its_note(calendar: Calendar) -> None:
    month = calendar.pane.month_of(TODAY)
    QTest.mouseMove(month, month.box_of(november(4)).center())
    assert calendar.view.line.words.startswith("Wednesday 4 November")
    assert calendar.view.line.note == "Cinema"
    QApplication.sendEvent(month, QEvent(QEvent.Type.Leave))
    assert calendar.view.line.words.startswith("Sunday 22 November")


def test_steps_years_and_today_ask_for_a_period(calendar: Calendar) -> None:
    head = calendar.view.head
    head._back.click()
    head._years.setCurrentText("2024")
    head._today.click()
    assert calendar.wished == [
        ("period", date(2026, 10, 22)),
        ("period", date(2024, 11, 22)),
        ("period", TODAY),
    ]
    assert not head._forward.isEnabled()


def test_a_rating_and_a_way_are_asked_for(calendar: Calendar) -> None:
    head = calendar.view.head
    head._ratings.setCurrentIndex(1)
    head._year.click()
    assert calendar.wished == [("rating", "sleep_quality"), ("way", True, TODAY)]
    assert head._month.isChecked()  # until the state says otherwise


def test_showing_a_state_wishes_nothing(calendar: Calendar) -> None:
    calendar.view.show_state(replace(YEAR, chosen=SLEEP, day=date(2024, 2, 29)))
    assert calendar.wished == []
    assert "night" in calendar.view.head._night.text()


def test_an_empty_diary_is_one_sentence(made: Made) -> None:
    view = made(replace(STATE, marks={}, is_empty=True)).view
    assert not view.months.isVisible()
    assert not view.bar.isVisible()
    assert view._empty.isVisible()


def test_a_closed_screen_is_freed(qtbot: QtBot, qapp: QApplication) -> None:
    view = CalendarView(None)
    view.show()
    view.show_state(replace(YEAR, marks=MARKS))
    view.show_search(SearchState("co", "1 note"))
    gone = weakref.ref(view)
    view.close()
    view.deleteLater()
    del view
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
