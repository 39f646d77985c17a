"""The Calendar screen's presenter: a month or year to a state, a search to its lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QObject, Signal

from rlsdiary.app.bus import Bus
from rlsdiary.app.presenters.calendar_words import found_words, item_line, note_line
from rlsdiary.domain.change import Change
from rlsdiary.domain.errors import DiaryError
from rlsdiary.services.leafing import FIRST_CHOICE, Leafing, Rated
from rlsdiary.services.searching import Found, Searching
from rlsdiary.ui.calendar.state import CalendarState, RatingChoice, SearchState
from rlsdiary.ui.calendar.view import CalendarView

_TOUCHING = ("answers", "intakes", "notes", "items", "settings")


class CalendarPresenter(QObject):
    """Shows a period while the screen is in front, afresh where the diary changed meanwhile."""

    day_opened = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        view: CalendarView,
        leafing: Leafing,
        searching: Searching,
        bus: Bus,
        today: Callable[[], date],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._leafing = leafing
        self._searching = searching
        self._clock = today
        self._today = self._day = today()
        self._chosen = FIRST_CHOICE
        self._is_year = False
        self._text = ""
        self._stale = True
        view.day_requested.connect(self._open)
        view.period_requested.connect(self._go)
        view.way_requested.connect(self._show_way)
        view.rating_requested.connect(self._choose)
        view.search_requested.connect(self._search)
        bus.changed.connect(self._was_changed)

    def came_to_front(self) -> None:
        """Show what changed since the screen was last seen."""
        if self._stale or self._clock() != self._today:
            self._refresh()
        self._view.focus_days()

    # --- wishes

    def _open(self, day: date) -> None:
        self._day = day
        self.day_opened.emit(day)

    def _go(self, day: date) -> None:
        self._day = day
        self._show()

    def _show_way(self, is_year: bool, day: date) -> None:
        self._is_year, self._day = is_year, day
        self._show()

    def _choose(self, rating: str) -> None:
        self._chosen = rating
        self._day = self._view.months.day
        self._show()

    def _search(self, text: str) -> None:
        self._text = text
        try:
            found = self._searching.find(text) if text else Found()
        except DiaryError as error:
            self.failed.emit(error)
            return
        self._view.show_search(self._search_state(found))

    def _was_changed(self, change: Change) -> None:
        if change.touches(*_TOUCHING):
            self._stale = True
            if self._view.isVisible():
                self._refresh()

    # --- the state

    def _refresh(self) -> None:
        was_today = self._day == self._today
        self._today = self._clock()
        self._day = self._today if was_today else min(self._day, self._today)
        self._show()
        self._search(self._text)

    def _show(self) -> None:
        try:
            state = self._state()
        except DiaryError as error:
            self.failed.emit(error)
            return
        self._view.show_state(state)
        self._stale = False

    def _state(self) -> CalendarState:
        ratings = tuple(_choice(rated) for rated in self._leafing.ratings())
        chosen = next((each for each in ratings if each.key == self._chosen), ratings[0])
        span = self._leafing.span()
        first, last = self._period()
        return CalendarState(
            ratings,
            chosen,
            day=self._day,
            today=self._today,
            first_year=min(self._day.year, span[0].year) if span else self._day.year,
            is_year=self._is_year,
            is_empty=span is None,
            marks=self._leafing.marks(chosen.key, first, last),
        )

    def _period(self) -> tuple[date, date]:
        """Return the first and last day of the month or year that is shown."""
        if self._is_year:
            return self._day.replace(month=1, day=1), self._day.replace(month=12, day=31)
        first = self._day.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    def _search_state(self, found: Found) -> SearchState:
        items = (item_line(item, self._today) for item in found.items)
        notes = (note_line(note, self._today) for note in found.notes)
        return SearchState(self._text, found_words(found, QLocale()), (*items, *notes))


def _choice(rated: Rated) -> RatingChoice:
    return RatingChoice(*astuple(rated))
