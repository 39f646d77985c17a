"""One month, painted by one control: large with the date in each cell, small with values alone."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rlsdiary.domain.day_mark import DayMark
from rlsdiary.ui.calendar.marks import (
    number_box,
    paint_body,
    paint_focus,
    paint_late,
    paint_note,
    paint_today,
)
from rlsdiary.ui.calendar.state import NO_MARK, CalendarState
from rlsdiary.ui.calendar.wear import Wear
from rlsdiary.ui.calendar.weeks import Weeks, weekdays
from rlsdiary.ui.calendar.wording import month_name
from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.theme import ROW_SIDE, current_look, space

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DATE = Qt.AlignmentFlag.AlignLeft
_BIG_SHARE = 0.6  # the height of a large cell, of its width
_SMALL_SHARE = 0.74
EDGE = ROW_SIDE
"""Pixels beside the cells, in which the ring of the focus lies."""
_FOOT = 6


class Month(QWidget):
    """A month of days. The keys are the business of the pane around it."""

    day_clicked = Signal(object)
    day_hovered = Signal(object)
    """The day that the pointer is on, None where it left them."""
    name_clicked = Signal(object)

    def __init__(self, wear: Wear, parent: QWidget) -> None:
        super().__init__(parent)
        self._wear = wear
        self._state: CalendarState | None = None
        self._first = date(1, 1, 1)
        self._cursor: date | None = None
        self._hovered: date | None = None
        self._is_on_name = False
        self.setMouseTracking(True)

    @property
    def first(self) -> date:
        """The first day of the month shown."""
        return self._first

    def show_month(self, first: date, state: CalendarState) -> None:
        """Show the month of ``state`` that begins with ``first``."""
        self._first, self._state, self._hovered = first, state, None
        self.update()

    def show_cursor(self, day: date | None) -> None:
        """Draw the ring of the focus around ``day``, or take it away."""
        if day != self._cursor:
            self._cursor = day
            self.update()

    def box_of(self, day: date) -> QRect:
        """Return the cell of a day of this month."""
        return self._weeks().box(day).translated(EDGE, 0)

    def day_at(self, where: QPoint) -> date | None:
        """Return the day at a place, None where none is, or one that has not come yet."""
        day = self._weeks().day_at(where - QPoint(EDGE, 0))
        return day if day is not None and self._has_come(day) else None

    def height_in(self, width: int, *, is_small: bool) -> int:
        """Return the height that a month needs in ``width`` pixels."""
        return self._weeks_in(width, is_small=is_small).height + _FOOT

    def dress(self, wear: Wear) -> None:
        """Take on another look or text size."""
        self._wear = wear
        self.update()

    # --- where things are

    @property
    def _is_small(self) -> bool:
        return self._state is not None and self._state.is_year

    def _weeks(self) -> Weeks:
        return self._weeks_in(self.width(), is_small=self._is_small)

    def _weeks_in(self, width: int, *, is_small: bool) -> Weeks:
        inside, gap = max(7, width - 2 * EDGE), 2 if is_small else 4
        wear = self._wear
        small = wear.height(wear.small)
        if is_small:
            least = small + 4
            top = wear.height(wear.name) + small + space(8)
            cell = max(least, round(inside / 7 * _SMALL_SHARE))
        else:
            least = small + wear.height(wear.value) + space(4)
            top = small + space(12)
            cell = max(least, round(inside / 7 * _BIG_SHARE))
        return Weeks(self._first, inside, cell, top, gap)

    def _name_box(self) -> QRect:
        return QRect(0, 0, self.width(), self._wear.height(self._wear.name) + 2)

    def _has_come(self, day: date) -> bool:
        return self._state is not None and day <= self._state.today

    # --- painting

    def _paint_weekdays(self, painter: QPainter, weeks: Weeks) -> None:
        form = QLocale.FormatType.NarrowFormat if self._is_small else QLocale.FormatType.ShortFormat
        height = self._wear.height(self._wear.small)
        painter.setFont(self._wear.small)
        painter.setPen(soft_words(current_look()))
        for column, weekday in enumerate(weekdays()):
            room = weeks.column(column).translated(EDGE, 0)
            room.setTop(weeks.top - height - space(4))
            painter.drawText(room, _CENTRE, QLocale().standaloneDayName(weekday, form))

    def _paint_name(self, painter: QPainter) -> None:
        look = current_look()
        painter.setFont(self._wear.name)
        painter.setPen(QColor(look.accent if self._is_on_name else look.text))
        painter.drawText(self._name_box().adjusted(EDGE, 0, 0, 0), _LEFT, month_name(self._first))

    def _paint_day(self, painter: QPainter, day: date, box: QRect, mark: DayMark) -> None:
        hovered = day == self._hovered
        if self._is_small and not hovered:
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(box.topLeft(), self._wear.small_day(mark.value, box.size(), ratio))
            ink = self._wear.shades.ink(mark.value)
        else:
            ink = paint_body(painter, box, self._wear.shades, mark.value, hovered=hovered)
            self._paint_words(painter, day, box, mark.value, ink)
        if mark.note:
            paint_note(painter, box, ink)
        if mark.late:
            paint_late(painter, box, ink)

    def _paint_words(
        self, painter: QPainter, day: date, box: QRect, value: int | None, ink: QColor
    ) -> None:
        """Write the number of a day, in a large cell below its date."""
        wear, room = self._wear, number_box(box, self._wear.shades)
        painter.setPen(ink)
        if not self._is_small:
            side = space(8)
            painter.setFont(wear.small)
            painter.drawText(box.adjusted(side, 3, -side, 0), _DATE, str(day.day))
            painter.setFont(wear.value)
            low = max(0, 2 * wear.height(wear.small) - box.height() // 4)
            room.setTop(room.top() + low // 2)
        if value is not None:
            painter.drawText(room, _CENTRE, str(value))

    def _paint_days(self, painter: QPainter, weeks: Weeks, state: CalendarState) -> None:
        _weekday, days = monthrange(self._first.year, self._first.month)
        look = current_look()
        painter.setFont(self._wear.small)
        for number in range(days):
            day = self._first + timedelta(days=number)
            if day > state.today:
                break
            box = weeks.box(day).translated(EDGE, 0)
            self._paint_day(painter, day, box, state.marks.get(day, NO_MARK))
            if day == state.today:
                paint_today(painter, box, look)
        if self._cursor is not None:
            paint_focus(painter, self.box_of(self._cursor), look)

    # --- the pointer

    def _hover(self, day: date | None, *, on_name: bool = False) -> None:
        if on_name != self._is_on_name:
            self._is_on_name = on_name
            self.update()
        if day != self._hovered:
            self._hovered = day
            self.update()
            self.day_hovered.emit(day)

    # --- Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._state is None:
            return
        weeks = self._weeks()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_small:
            self._paint_name(painter)
        self._paint_weekdays(painter, weeks)
        self._paint_days(painter, weeks, self._state)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        where = event.position().toPoint()
        day = self.day_at(where)
        if day is not None:
            self.day_clicked.emit(day)
        elif self._is_small and self._name_box().contains(where):
            self.name_clicked.emit(self._first)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        day = self.day_at(where)
        on_name = self._is_small and self._name_box().contains(where)
        pointing = Qt.CursorShape.PointingHandCursor
        self.setCursor(pointing if day or on_name else Qt.CursorShape.ArrowCursor)
        self._hover(day, on_name=on_name)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)
