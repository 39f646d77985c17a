"""What stands above the months: the period with its steps, the rating, month or year."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from rlsdiary.ui.calendar.state import CalendarState
from rlsdiary.ui.calendar.wording import month_name, night_words
from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.button_row import ButtonRow
from rlsdiary.ui.kit.fields import PADDING
from rlsdiary.ui.kit.heading import Heading, SoftWords
from rlsdiary.ui.kit.list_field import ListField
from rlsdiary.ui.kit.paint import CellState, cell_box
from rlsdiary.ui.kit.theme import ROW_SIDE, body_font, current_look, space, target
from rlsdiary.words import tr


class Switch(QuietButton):
    """One of a few ways to show something; the one in use is filled."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    def show_chosen(self, chosen: bool) -> None:
        """Show whether this way is in use."""
        self.setChecked(chosen)

    def hang(self) -> int:
        return 0  # its outline is what aligns

    def _side(self) -> int:
        return space(16)

    def _font(self) -> QFont:
        return body_font(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)

    def _paint_body(self, painter: QPainter, box: QRect) -> QColor:
        state = CellState(chosen=self.isChecked(), hovered=self.underMouse())
        return cell_box(painter, box.adjusted(3, 3, -3, -3), current_look(), state)

    # --- Qt's own

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave it to the state to say which one is in use."""


class CalendarHead(QWidget):
    """Names the period; wishes another one, another rating, or the other way to show it."""

    turn_requested = Signal(int)
    year_requested = Signal(int)
    today_requested = Signal()
    rating_requested = Signal(str)
    way_requested = Signal(bool)
    """Show a year (True) or a month."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._back = QuietButton("", self, "previous", tr("Back"))
        self._name = Heading("", 2, self)
        self._forward = QuietButton("", self, "next", tr("On"))
        self._years = ListField(self)
        self._years.setAccessibleName(tr("Year"))
        self._today = QuietButton(tr("Today"), self)
        self._ratings = ListField(self)
        self._ratings.setAccessibleName(tr("Rating shown"))
        self._buttons = ButtonRow(self)
        self._month, self._year = Switch(tr("Month"), self), Switch(tr("Year"), self)
        self._night = SoftWords("", self)
        self._arrange()
        self._connect()

    def show_state(self, state: CalendarState) -> None:
        """Name the period and the choices of ``state``."""
        self._name.setText(month_name(state.day))
        self._name.setVisible(not state.is_year)
        self._forward.setEnabled(state.months[-1] < state.today.replace(day=1))
        self._month.show_chosen(not state.is_year)
        self._year.show_chosen(state.is_year)
        self._show_years(state)
        self._show_ratings(state)
        words = night_words(state.chosen)
        self._night.setText(words)
        self._night.setVisible(bool(words))
        self._buttons.fit()
        self._dress()

    def _show_years(self, state: CalendarState) -> None:
        years = [str(year) for year in range(state.today.year, state.first_year - 1, -1)]
        with QSignalBlocker(self._years):
            self._years.clear()
            self._years.addItems(years)
            self._years.setCurrentText(str(state.day.year))

    def _show_ratings(self, state: CalendarState) -> None:
        with QSignalBlocker(self._ratings):
            self._ratings.clear()
            for rating in state.ratings:
                self._ratings.addItem(rating.label, rating.key)
            self._ratings.setCurrentIndex(state.ratings.index(state.chosen))

    def _arrange(self) -> None:
        self._name.setContentsMargins(space(8), 0, space(4), 0)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name.setWordWrap(False)
        for button in (self._today, self._month, self._year):
            self._buttons.add(button)
        period = QHBoxLayout()
        period.setSpacing(space(4))
        for widget in (self._back, self._forward, self._name, self._years):
            period.addWidget(widget)
        period.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self._ratings)
        self._line.addStretch(1)
        self._line.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROW_SIDE, 0, ROW_SIDE, space(4))
        column.setSpacing(space(8))
        column.addLayout(self._line)
        column.addWidget(self._night)
        column.addLayout(period)
        self._dress()

    def _dress(self) -> None:
        """Set the buttons beside the rating, or below it where there is no room."""
        for field in (self._years, self._ratings):
            field.setMinimumWidth(_width_of(field))
        both = self._ratings.minimumWidth() + self._buttons.sizeHint().width()
        beside = self.width() >= both + 2 * ROW_SIDE + space(24)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(way)
        self._line.setSpacing(space(8))

    def _connect(self) -> None:
        self._back.clicked.connect(self._was_back)
        self._forward.clicked.connect(self._was_forward)
        self._today.clicked.connect(self.today_requested)
        self._month.clicked.connect(self._was_month)
        self._year.clicked.connect(self._was_year)
        self._years.currentTextChanged.connect(self._was_year_chosen)
        self._ratings.currentIndexChanged.connect(self._was_rating)

    def _was_back(self) -> None:
        self.turn_requested.emit(-1)

    def _was_forward(self) -> None:
        self.turn_requested.emit(1)

    def _was_month(self) -> None:
        self.way_requested.emit(False)

    def _was_year(self) -> None:
        self.way_requested.emit(True)

    def _was_year_chosen(self, year: str) -> None:
        self.year_requested.emit(int(year))

    def _was_rating(self, index: int) -> None:
        self.rating_requested.emit(self._ratings.itemData(index))

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._dress()


def _width_of(field: ListField) -> int:
    """Return the pixels in which the longest words of ``field`` can be read."""
    metrics = field.fontMetrics()
    words = (field.itemText(at) for at in range(field.count()))
    widest = max(map(metrics.horizontalAdvance, words), default=0)
    return widest + target() // 3 + 4 * PADDING
