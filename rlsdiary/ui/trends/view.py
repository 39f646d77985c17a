"""The Trends screen as the person sees it: periods above, the chart, the day in words below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rlsdiary.charts.trends import TrendsChart
from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.heading import Heading
from rlsdiary.ui.kit.page import page_side
from rlsdiary.ui.kit.period import PERIODS, PeriodRow
from rlsdiary.ui.kit.scroll import BAR, CalmScroll
from rlsdiary.ui.kit.theme import ROW_SIDE, body_font, current_look, small_font, space
from rlsdiary.ui.trends.state import TrendsState
from rlsdiary.words import tr


class TrendsView(QWidget):
    """Shows the picture; wishes a day to open, a window, or a picture file.

    Where there is no room for all of the chart the whole screen scrolls, up and down only.
    """

    day_requested = Signal(object)
    day_pointed = Signal(object)
    preset_requested = Signal(int)
    picture_requested = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._reach: tuple[date, date] | None = None
        self._is_empty = True
        self._said = ""
        self._page = QWidget(self)
        self._scroll = CalmScroll(self._page, self)
        self._heading = Heading(tr("Trends"), 1, self._page)
        self._periods = PeriodRow(tr("Show the last"), self._page)
        self._save = QuietButton(tr("Save as picture"), self._page)
        self._chart = TrendsChart(self._page, current_look(), body_font().pointSizeF())
        self._words = OneLine(self._page)
        self._arrange()
        self._periods.period_requested.connect(self.preset_requested)
        self._save.clicked.connect(self._was_save)
        self._chart.day_opened.connect(self.day_requested)
        self._chart.day_pointed.connect(self.day_pointed)
        self._chart.window_changed.connect(self._was_moved)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._was_ranged)

    def show_state(self, state: TrendsState, *, anew: bool) -> None:
        """Show the diary's picture; ``anew`` also goes to the state's window."""
        self._chart.set_look(state.look)
        self._chart.set_point_size(state.point_size)
        self._chart.show_picture(state.picture)
        if anew:
            self._chart.set_window(state.first, state.last)
        self._reach = state.picture.reach
        self._is_empty = state.picture.is_empty
        self._save.setEnabled(not self._is_empty)
        self._periods.setEnabled(not self._is_empty)
        self._was_moved()
        self.say(self._said)

    def show_window(self, first: date, last: date) -> None:
        """Bring the days ``first`` to ``last`` in sight."""
        self._chart.set_window(first, last)
        self._was_moved()

    def say(self, words: str) -> None:
        """Say the pointed day's values, or, with no words, how to use the chart."""
        self._said = words
        hint = tr("Click opens a day, wheel zooms.")
        if self._chart.leaves_wheel:
            hint = tr("Click opens a day, Ctrl+wheel zooms.")
        self._words.say(words or ("" if self._is_empty else hint))

    def window_in_sight(self) -> tuple[date, date]:
        """Return the first and last day in sight."""
        return self._chart.days_in_sight()

    def focus_chart(self) -> None:
        """Let the keys move through the days."""
        self._chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        top = self._top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._save)
        self._column = QVBoxLayout(self._page)
        self._column.addLayout(top)
        self._column.addWidget(self._periods)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self._chart)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self._words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._fit()

    def _fit(self) -> None:
        side = page_side(self.width())
        # The rows of the kit keep some pixels around themselves for the ring of the focus.
        self._column.setContentsMargins(side - ROW_SIDE, space(16), side - BAR, space(12))
        self._column.setSpacing(space(8))
        for part in (self._top, self._middle, self._words):
            part.setContentsMargins(ROW_SIDE, 0, 0, 0)

    def _was_save(self) -> None:
        self.picture_requested.emit()

    def _was_ranged(self, _least: int, most: int) -> None:
        """Where the screen scrolls, the wheel does that."""
        self._chart.leave_wheel(most > 0)
        self.say(self._said)

    def _was_moved(self, *_window: object) -> None:
        """Mark the period that the window is, if it is one."""
        first, last = self._chart.days_in_sight()
        reach = self._reach
        days = (last - first).days + 1
        if (first, last) == reach:
            self._periods.show_period(0)
        elif reach is not None and last == reach[1] and days in PERIODS:
            self._periods.show_period(days)
        else:
            self._periods.show_period(None)

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fit()
            self._chart.set_look(current_look())
            self._chart.set_point_size(body_font().pointSizeF())


class OneLine(QWidget):
    """Soft words on one line, shortened where they are longer: nothing moves while they change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""

    def say(self, text: str) -> None:
        """Show other words."""
        self.text = text
        self.setToolTip(text if self._shown() != text else "")
        self.setAccessibleName(text)
        self.update()

    def _shown(self) -> str:
        room = self.contentsRect().width()
        metrics = QFontMetrics(small_font())
        return metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, room)

    # --- Qt's own

    def sizeHint(self) -> QSize:
        return QSize(0, round(QFontMetrics(small_font()).height() * 1.2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(small_font())
        painter.setPen(soft_words(current_look()))
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, self._shown())
        painter.end()
