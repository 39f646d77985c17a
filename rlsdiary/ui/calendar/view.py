"""The Calendar screen as the person sees it: the search on top, the months or the results below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rlsdiary.ui.calendar.head import CalendarHead
from rlsdiary.ui.calendar.legend import DayLine, Legend
from rlsdiary.ui.calendar.months import MonthsPane, months_later
from rlsdiary.ui.calendar.search import ResultsCard, SearchBar
from rlsdiary.ui.calendar.state import NO_MARK, CalendarState, SearchState
from rlsdiary.ui.calendar.wording import day_words, short_words
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.heading import Heading
from rlsdiary.ui.kit.page import CardColumn
from rlsdiary.ui.kit.prose import BodyWords
from rlsdiary.ui.kit.theme import ROW_SIDE, space, text_percent
from rlsdiary.words import tr

_NARROW = 520
_FIELD = 380  # pixels of the search field where there is room for more


class Sheet(Card):
    """A card without a title of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self._title.hide()


class CalendarView(CardColumn):
    """Shows the days of a month or year and what was found; wishes a day, a period, a rating."""

    day_requested = Signal(object)
    period_requested = Signal(object)
    way_requested = Signal(bool, object)
    """Show the year (True) or the month of this day."""
    rating_requested = Signal(str)
    search_requested = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._state: CalendarState | None = None
        self._search = SearchState()
        self._heading = Heading(tr("Calendar"), 1, self)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.bar = SearchBar(self)
        self._card = Sheet(self.page)
        self.head = CalendarHead(self._card)
        self.months = MonthsPane(self._card)
        self.line = DayLine(self)
        self.legend = Legend(self._card)
        self._empty = Sheet(self.page)
        self._found = QWidget(self)
        self.results = ResultsCard(self._found)
        self._arrange()
        self._connect()

    def show_state(self, state: CalendarState) -> None:
        """Show the months of ``state``."""
        self._state = state
        self._show_parts()
        self.head.show_state(state)
        self.months.show_state(state)
        self.legend.show_rating(state.chosen)

    def show_search(self, search: SearchState) -> None:
        """Show what was found, or, where nothing is looked for, the months."""
        was_searching, self._search = self.is_searching, search
        self.bar.show_text(search.text)
        self.results.show_state(search)
        self._show_parts()
        if was_searching and not self.is_searching:
            self.focus_days()

    @property
    def is_searching(self) -> bool:
        """Whether results are shown instead of the months."""
        return bool(self._search.text)

    def focus_days(self) -> None:
        """Let the keys move through the days, or stay with the search while there is one."""
        if self.is_searching:
            self.bar.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.months.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self) -> None:
        """Show the results, the months, or what there will be."""
        is_empty = self._state is not None and self._state.is_empty
        self._empty.setVisible(is_empty)
        self._card.setVisible(not is_empty)
        self.bar.setVisible(not is_empty)
        self.line.setVisible(not (is_empty or self.is_searching))
        self._found.setVisible(self.is_searching)
        self._scroll.setVisible(not self.is_searching)

    def _show_cursor(self) -> None:
        """Scroll to the day that has the keys."""
        box = self.months.cursor_box()
        middle = self.months.mapTo(self.page, box.center())
        around = space(16)
        self._scroll.ensureVisible(
            middle.x(), middle.y(), box.width() // 2 + around, box.height() // 2 + around
        )

    # --- arranging

    def _arrange(self) -> None:
        self._top_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top_line.addWidget(self._heading, 1)
        self._top_line.addWidget(self.bar)
        self._set_top(self._top_line)
        words = BodyWords(_empty_words(), self._empty)
        words.setContentsMargins(ROW_SIDE, space(4), ROW_SIDE, space(8))
        self._empty.body.addWidget(words)
        self._empty.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (self.head, self.months, self.legend):
            self._card.body.addWidget(part)
        self.add_card(self._card)
        self.add_card(self._empty)
        self._frame = QVBoxLayout(self._found)
        self._frame.addWidget(self.results)
        self._whole.addWidget(self._found, 1)
        self._whole.addWidget(self.line)
        self._show_parts()
        self._fit()

    def _connect(self) -> None:
        self.head.turn_requested.connect(self.months.turn)
        self.head.year_requested.connect(self._was_year)
        self.head.today_requested.connect(self._was_today)
        self.head.rating_requested.connect(self.rating_requested)
        self.head.way_requested.connect(self._was_way)
        self.months.day_requested.connect(self.day_requested)
        self.months.period_requested.connect(self.period_requested)
        self.months.month_requested.connect(self._was_month)
        self.months.day_pointed.connect(self._was_pointed)
        self.months.day_moved.connect(self._show_cursor)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._was_ranged)
        self.bar.search_requested.connect(self.search_requested)
        self.bar.go_on.connect(self._was_going_on)
        self.results.list.day_requested.connect(self.day_requested)
        self.results.list.left_upwards.connect(self._was_left)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._was_find)

    def _fit(self) -> None:
        super()._fit()
        narrow = self.width() < _NARROW * text_percent() // 100
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._top_line.setDirection(way)
        self._top_line.setSpacing(space(8))
        self.bar.setMaximumWidth(self.width() if narrow else _FIELD * text_percent() // 100)
        self.bar.setMinimumWidth(0 if narrow else self.bar.maximumWidth() * 2 // 3)
        top = self._top.contentsMargins()
        self._frame.setContentsMargins(top.left(), space(4), top.right(), space(16))
        self.line.setContentsMargins(top.left(), space(8), top.right(), space(8))
        self.legend.setContentsMargins(ROW_SIDE, space(12), ROW_SIDE, space(4))

    # --- wishes

    def _was_year(self, year: int) -> None:
        self.period_requested.emit(
            months_later(self.months.day, 12 * (year - self.months.day.year))
        )

    def _was_today(self) -> None:
        if self._state is not None:
            self.period_requested.emit(self._state.today)

    def _was_way(self, is_year: bool) -> None:
        self.way_requested.emit(is_year, self.months.day)

    def _was_month(self, first: date) -> None:
        self.way_requested.emit(False, first)

    def _was_pointed(self, day: date) -> None:
        if self._state is not None:
            mark = self._state.marks.get(day, NO_MARK)
            words = " · ".join(day_words(day, mark, self._state))
            self.line.say(words, " · ".join(short_words(day, mark)), mark.note)

    def _was_ranged(self, _least: int, _most: int) -> None:
        """Keep the day that has the keys in sight, also in a year that has just opened."""
        if self.months.hasFocus():
            self._show_cursor()

    def _was_going_on(self) -> None:
        if self._search.lines:
            self.results.list.enter()

    def _was_left(self) -> None:
        self.bar.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _was_find(self) -> None:
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()


def _empty_words() -> str:
    return tr("Your months will be here, day by day, once the first evening is recorded.")
