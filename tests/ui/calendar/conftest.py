"""A calendar on 22 November 2026 with a few marked days, and what it asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import LIGHT
from rlsdiary.domain.day_mark import DayMark
from rlsdiary.ui.calendar.months import MonthsPane
from rlsdiary.ui.calendar.state import CalendarState, RatingChoice
from rlsdiary.ui.calendar.view import CalendarView
from rlsdiary.ui.kit.theme import apply_look

TODAY = date(2026, 11, 22)
URGE = RatingChoice("urge", "Strongest urge to move", "none", "the worst I can imagine")
SLEEP = RatingChoice("sleep_quality", "How was the sleep", "terrible", "excellent", of_night=True)
MARKS = {
    date(2026, 11, 2): DayMark(0),
    date(2026, 11, 3): DayMark(10),
    date(2026, 11, 4): DayMark(5, note="Cinema"),
    date(2026, 11, 5): DayMark(5, late=4),
    date(2026, 11, 6): DayMark(note="Only a note"),
}
STATE = CalendarState((URGE, SLEEP), URGE, TODAY, TODAY, first_year=2024, marks=MARKS)
YEAR = replace(STATE, is_year=True)


@dataclass
class Calendar:
    """The screen, and what was wished."""

    view: CalendarView
    wished: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def pane(self) -> MonthsPane:
        return self.view.months

    def was_day(self, day: object) -> None:
        self.wished.append(("day", day))

    def was_period(self, day: object) -> None:
        self.wished.append(("period", day))

    def was_way(self, is_year: bool, day: object) -> None:
        self.wished.append(("way", is_year, day))

    def was_rating(self, key: str) -> None:
        self.wished.append(("rating", key))

    def was_search(self, text: str) -> None:
        self.wished.append(("search", text))

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.pane, key)

    def click(self, day: date) -> None:
        month = self.pane.month_of(day)
        QTest.mouseClick(month, Qt.MouseButton.LeftButton, pos=month.box_of(day).center())

    def click_at(self, first: date, where: QPoint) -> None:
        QTest.mouseClick(self.pane.month_of(first), Qt.MouseButton.LeftButton, pos=where)


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    """Start every test in British English, in the light look at 100 %."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    apply_look(qapp, LIGHT, 100)
    yield
    QLocale.setDefault(before)


@pytest.fixture
def made(qtbot: QtBot) -> Callable[[CalendarState], Calendar]:
    """Return a function that opens a calendar on a state."""

    def make(state: CalendarState) -> Calendar:
        calendar = Calendar(CalendarView(None))
        view = calendar.view
        qtbot.addWidget(view)
        view.day_requested.connect(calendar.was_day)
        view.period_requested.connect(calendar.was_period)
        view.way_requested.connect(calendar.was_way)
        view.rating_requested.connect(calendar.was_rating)
        view.search_requested.connect(calendar.was_search)
        view.resize(1000, 820)
        view.show_state(state)
        view.show()
        view.activateWindow()
        view.focus_days()
        QApplication.processEvents()
        return calendar

    return make


@pytest.fixture
def calendar(made: Callable[[CalendarState], Calendar]) -> Calendar:
    """The month of the state above."""
    return made(STATE)


@pytest.fixture
def year(made: Callable[[CalendarState], Calendar]) -> Calendar:
    """The year of the state above."""
    return made(YEAR)
