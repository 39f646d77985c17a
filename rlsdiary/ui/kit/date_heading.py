"""The heading that names the evening shown, and leads to any other one up to today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from rlsdiary.domain.errors import BadValue
from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.date_reading import heading_day, read_day, short_day
from rlsdiary.ui.kit.field import InlineField
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.keys import key_holder
from rlsdiary.ui.kit.theme import current_look, heading_font, space, target
from rlsdiary.words import tr

if TYPE_CHECKING:
    from rlsdiary.ui.kit.day_calendar import DayCalendar


_AIR = 8
_LONG_DAY = date(2026, 9, 30)  # a Wednesday in September: about as long as a day's name gets


class _DayButton(QuietButton):
    """The words of the heading, shorter where room is short; a press lets one type a day.

    They keep the width of a long day, so that the arrows beside them stay where they are, and
    reach out to the left by the air around them, so that they stand below other titles.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._forms: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Type another date"))
        self.setAccessibleDescription(tr("Press to type another date"))

    def set_forms(self, *forms: str) -> None:
        """Show the first of ``forms`` that fits; a screen reader always says the first."""
        self._forms = forms
        self.setAccessibleName(forms[0])
        self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        fitting = (form for form in self._forms if self._width_of(form) <= self.width())
        self.setText(next(fitting, self._forms[-1]))

    def _width_of(self, words: str) -> int:
        return QFontMetrics(self._font()).horizontalAdvance(words) + 2 * _AIR

    def _font(self) -> QFont:
        return heading_font(1)

    def _side(self) -> int:
        return _AIR

    def _words_left(self, inside: int) -> int:
        return _AIR

    def _words_colour(self) -> QColor:
        return QColor(current_look().text)

    # --- Qt's own

    def sizeHint(self) -> QSize:
        longest = _evening(heading_day(_LONG_DAY, _LONG_DAY))
        return QSize(max(map(self._width_of, (self._forms[0], longest))), target())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_of(self._forms[-1]), target())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class DateHeading(QWidget):
    """The evening shown, between steps back and forth; typing and a calendar, never past today."""

    day_requested = Signal(object)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._day = self._today = date.min
        self._calendar: DayCalendar | None = None
        self._is_narrow = False
        self._words = _DayButton(self)
        self._back = QuietButton("", self, "previous", tr("The evening before"))
        self._forward = QuietButton("", self, "next", tr("The evening after"))
        self._field: InlineField | None = None
        self._open_calendar = QuietButton("", self, "calendar", tr("Choose in a calendar"))
        self._problem = SoftWords("", self)
        self._problem.hide()
        self._arrange()
        self._connect()

    def show_day(self, day: date, today: date) -> None:
        """Name ``day``; it can be left for any day up to ``today``."""
        self._day, self._today = day, today
        named = heading_day(day, today)
        self._words.set_forms(_evening(named), named, short_day(day))
        self._forward.setEnabled(day < today)
        self._stop_typing()

    @property
    def problem(self) -> str:
        """What is wrong with the date being typed, "" while nothing is."""
        return self._problem.text()

    def start_typing(self) -> None:
        """Turn the words into a field for a date."""
        if self._field is None:
            self._field = self._made_field()
        self._words.hide()
        self._field.open_with(self._day.isoformat(), select=True)

    def _arrange(self) -> None:
        self._layout = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(0)
        layout.setVerticalSpacing(0)
        layout.addWidget(self._words, 0, 0, 1, 3)
        layout.addWidget(self._problem, 2, 0, 1, 7)
        self._problem.setContentsMargins(_AIR, 0, 0, 0)
        layout.setColumnStretch(6, 1)
        self._place_steps()

    def _place_steps(self) -> None:
        """Set the arrows and the calendar beside the words, or on a line of their own."""
        first = 0 if self._is_narrow else 3
        for column, button in enumerate((self._back, self._forward, self._open_calendar)):
            self._layout.addWidget(button, int(self._is_narrow), first + column)

    def _connect(self) -> None:
        self._back.clicked.connect(self._go_back)
        self._forward.clicked.connect(self._go_forward)
        self._words.clicked.connect(self.start_typing)
        self._open_calendar.clicked.connect(self._show_calendar)

    def _made_field(self) -> InlineField:
        field = InlineField(self)
        field.setPlaceholderText("2026-11-20")
        field.setAccessibleName(tr("Date"))
        field.setMinimumHeight(target())
        field.finished.connect(self._finish)
        field.given_up.connect(self._stop_typing)
        field.left.connect(self._stop_typing)
        field.textEdited.connect(self._forget_problem)
        self._layout.addWidget(field, 0, 0, 1, 3)
        QWidget.setTabOrder(self._words, field)
        return field

    def _go_back(self) -> None:
        self.day_requested.emit(self._day - timedelta(days=1))

    def _go_forward(self) -> None:
        if self._day < self._today:
            self.day_requested.emit(self._day + timedelta(days=1))

    def _finish(self, _forward: bool) -> None:
        text = self._field.text() if self._field is not None else ""
        try:
            day = read_day(text, self._today)
        except BadValue as problem:
            self._say(problem.message)
            return
        self._stop_typing()
        if day != self._day:
            self.day_requested.emit(day)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if self._field is not None:
            self._field.setAccessibleDescription(problem)

    def _forget_problem(self, _text: str) -> None:
        self._say("")

    def _stop_typing(self) -> None:
        self._say("")
        if self._field is None:
            return
        had_keys = key_holder(self) is self._field
        self._words.show()
        if had_keys:
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.hide()

    def least_width(self) -> int:
        """Return the pixels in which all of it has room on one line."""
        return self._words.minimumSizeHint().width() + self._steps_width()

    def _steps_width(self) -> int:
        steps = (self._back, self._forward, self._open_calendar)
        return sum(button.sizeHint().width() for button in steps)

    # --- the calendar

    def _show_calendar(self) -> None:
        if self._calendar is None:
            # Made when first wanted: Qt's calendar is a large widget that few evenings need.
            from rlsdiary.ui.kit.day_calendar import DayCalendar  # noqa: PLC0415

            self._calendar = DayCalendar(self)
            self._calendar.picked.connect(self._picked)
        below = QPoint(0, self._open_calendar.height() + space(4))
        place = self._open_calendar.mapToGlobal(below)
        self._calendar.show_at(place, self._day, self._today)

    def _picked(self, day: date) -> None:
        if day != self._day:
            self.day_requested.emit(day)

    # --- Qt's own

    def sizeHint(self) -> QSize:
        return QSize(self._words.sizeHint().width() + self._steps_width(), target())

    def minimumSizeHint(self) -> QSize:
        words = self._words.minimumSizeHint().width()
        return QSize(max(words, self._steps_width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < self.least_width()
        if narrow is not self._is_narrow:
            self._is_narrow = narrow
            self._place_steps()
        super().resizeEvent(event)


def _evening(day: str) -> str:
    return tr("Evening of {day}").format(day=day)
