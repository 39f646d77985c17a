"""The months that are shown, side by side, with one day that has the keys."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rlsdiary.domain.day import FIRST_YEAR
from rlsdiary.ui.calendar.month import EDGE, Month
from rlsdiary.ui.calendar.state import NO_MARK, CalendarState
from rlsdiary.ui.calendar.wear import Wear
from rlsdiary.ui.calendar.wording import day_words
from rlsdiary.ui.kit.speech import announce
from rlsdiary.ui.kit.theme import space
from rlsdiary.words import tr

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_SPLITS = (4, 3, 2, 1)  # months side by side in a year
EARLIEST = date(FIRST_YEAR, 1, 1)


class MonthsPane(QWidget):
    """Shows one month or twelve; arrow keys go from day to day, Enter and a click open one."""

    day_requested = Signal(object)
    day_pointed = Signal(object)
    """The day that is to be put in words: under the pointer, or the one that has the keys."""
    day_moved = Signal()
    """Another day has the keys."""
    period_requested = Signal(object)
    """Show the month or year of this day, and give it the keys."""
    month_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state: CalendarState | None = None
        self._months: list[Month] = []
        self._wear = Wear()
        self._day = EARLIEST
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def day(self) -> date:
        """The day that has, or would have, the keys."""
        return self._day

    def show_state(self, state: CalendarState) -> None:
        """Show the months of ``state``."""
        self._state, self._day = state, state.day
        firsts = state.months
        while len(self._months) < len(firsts):
            self._months.append(self._made_month())
        for number, month in enumerate(self._months):
            month.setVisible(number < len(firsts))
        for month, first in zip(self._months, firsts, strict=False):
            month.show_month(first, state)
        self._place()
        self.updateGeometry()
        self._tell()

    def month_of(self, day: date) -> Month:
        """Return the control that shows ``day``; StopIteration where none does."""
        return next(month for month in self._shown() if month.first == day.replace(day=1))

    def cursor_box(self) -> QRect:
        """Return the cell of the day that has the keys."""
        month = self.month_of(self._day)
        return month.box_of(self._day).translated(month.pos())

    def _made_month(self) -> Month:
        month = Month(self._wear, self)
        month.day_clicked.connect(self._was_clicked)
        month.day_hovered.connect(self._was_hovered)
        month.name_clicked.connect(self.month_requested)
        return month

    def _shown(self) -> list[Month]:
        return self._months[: len(self._state.months)] if self._state else []

    # --- moving

    def _step(self, key: int) -> None:
        mirrored = self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        days = _STEPS[Qt.Key(key)] * (-1 if mirrored else 1)
        self._go(self._day + timedelta(days=days))

    def turn(self, pages: int) -> None:
        """Go some months on, or years where a year is shown; back where ``pages`` is negative."""
        assert self._state is not None  # noqa: S101 - nothing turns before it is shown
        self._go(months_later(self._day, pages * len(self._state.months)))

    def _go(self, day: date) -> None:
        """Give the keys to ``day``, or to the nearest one that there is."""
        assert self._state is not None  # noqa: S101 - nothing moves before it is shown
        day = min(max(day, EARLIEST), self._state.today)
        if day == self._day:
            return
        if day.replace(day=1) in self._state.months:
            self._day = day
            self._tell()
            self.day_moved.emit()
        else:
            self.period_requested.emit(day)

    def _tell(self) -> None:
        """Show and say which day has the keys."""
        assert self._state is not None  # noqa: S101 - see above
        for month in self._shown():
            mine = self.hasFocus() and month.first == self._day.replace(day=1)
            month.show_cursor(self._day if mine else None)
        mark = self._state.marks.get(self._day, NO_MARK)
        self.setAccessibleName(", ".join(day_words(self._day, mark, self._state)))
        self.setAccessibleDescription(mark.note or tr("Enter opens the day."))
        if self.hasFocus():
            announce(self, self.accessibleName())
        self.day_pointed.emit(self._day)

    def _was_clicked(self, day: date) -> None:
        self._go(day)
        self.day_requested.emit(day)

    def _was_hovered(self, day: date | None) -> None:
        self.day_pointed.emit(day or self._day)

    # --- arranging

    def _columns(self, width: int) -> int:
        if len(self._shown()) <= 1:
            return 1
        least = self.minimumSizeHint().width()
        return next((n for n in _SPLITS if n * least <= width), 1)

    def _boxes(self, width: int) -> list[QRect]:
        columns, gap = self._columns(width), space(8)
        across = width // columns
        boxes = []
        for number, month in enumerate(self._shown()):
            row, column = divmod(number, columns)
            height = month.height_in(across, is_small=len(self._shown()) > 1)
            boxes.append(QRect(column * across, row * (height + gap), across, height))
        return boxes

    def _place(self) -> None:
        for month, box in zip(self._shown(), self._boxes(self.width()), strict=True):
            month.setGeometry(box)

    # --- Qt's own

    def sizeHint(self) -> QSize:
        return QSize(7 * self._wear.small_cell() * 2, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(7 * (self._wear.small_cell() + 2) + 2 * EDGE, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.y() + box.height() for box in self._boxes(width)), default=0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self._state is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._step(key)
        elif key in _PAGES:
            self.turn(_PAGES[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self._go(self._day.replace(day=1))
        elif key == Qt.Key.Key_End:
            self._go(self._day.replace(day=_length(self._day)))
        elif key == Qt.Key.Key_T:
            self._go(self._state.today)
        elif key in _OPENING and not event.isAutoRepeat():
            self.day_requested.emit(self._day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_changed()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_changed()

    def _focus_changed(self) -> None:
        if self._state is not None:
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._wear = Wear()
            for month in self._months:
                month.dress(self._wear)
            self._place()
            self.updateGeometry()


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < FIRST_YEAR:
        return EARLIEST
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, _length(first)))


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]
