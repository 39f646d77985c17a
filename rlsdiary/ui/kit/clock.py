"""A question answered by a time of day: a quarter earlier, the time, a quarter later."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QLocale, QRect, Qt, QTime, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rlsdiary.domain.day import MINUTES_A_DAY, clock_text, parse_clock
from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.geometry import flow
from rlsdiary.ui.kit.keys import digit_of
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words, step_sign
from rlsdiary.ui.kit.theme import current_look, space, target
from rlsdiary.ui.kit.typed import TypedRow
from rlsdiary.words import tr

EARLIER, TIME, LATER = range(3)
_QUARTER = 15
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ClockRow(TypedRow):
    """A time of day; the value is "HH:MM".

    Digits open the field; the fourth valid one keeps the time and goes on. The arrows, and the
    cells beside the time, go to the quarter hour before and after. Where nothing is recorded,
    "later" wishes the usual time (``usual_requested``), which ``take`` then records.
    """

    usual_requested = Signal()

    _time_cell = TIME
    _fullness = 0.1  # as a count: the steps beside it say that it is no choice of several

    def __init__(self, label: str, parent: QWidget | None) -> None:
        super().__init__(label, parent)
        self.setAccessibleName(tr("{label}, time of day").format(label=label))

    def take(self, clock: str) -> None:
        """Record ``clock`` ("HH:MM") for the person, who wished it."""
        self._give(clock)

    def _in_words(self) -> str:
        return local_clock(str(self._value))

    def _clock_value(self) -> str:
        """Return the recorded time, "" where there is none."""
        return "" if self._value is None else str(self._value)

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        if index == TIME:
            self._open(TIME)
        else:
            self._close()
            self._step(1 if index == LATER else -1)

    def _take_key(self, key: int, text: str) -> bool:
        if self._typing:
            return self._type_on(key, text)
        if digit_of(text) is not None:
            self._open(self._time_cell, text)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            self._open(self._time_cell)
        else:
            return self._take_step(key, text)
        return True

    def _take_step(self, key: int, text: str) -> bool:
        if key == Qt.Key.Key_Left or text in ("-", "−", "–"):
            self._step(-1)
        elif key == Qt.Key.Key_Right or text == "+":
            self._step(1)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """Go to the next full quarter; from nothing only forward, to the usual time."""
        clock = self._clock_value()
        if clock:
            known = time.fromisoformat(clock)
            minute = known.hour * 60 + known.minute
            quarter = minute // _QUARTER + by if by > 0 else -(-minute // _QUARTER) + by
            self._give(clock_text(quarter * _QUARTER % MINUTES_A_DAY))
        elif by > 0:
            self.usual_requested.emit()

    # --- what is typed

    def _text_of(self, _cell: int) -> str:
        return self._clock_value()

    def _read(self, _cell: int, text: str) -> object:
        return f"{parse_clock(text):%H:%M}"

    def _keep_read(self, _cell: int, value: object) -> None:
        if value is not None or self._clock_value():
            self._give(value)

    def _field_name(self, _cell: int) -> str:
        return tr("{label}, time of day").format(label=self._label)

    def _is_whole(self, text: str) -> bool:
        return len(text) == 4 and text.isdecimal()

    # --- what it looks like

    def _time_width(self) -> int:
        metrics = self._fonts.bold_metrics
        words = (tr("time"), local_clock("20:40"), "20:40 pm")
        return max(metrics.horizontalAdvance(each) for each in words) + 2 * space(12)

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        step = max(target(), 40)
        return flow((step, self._time_width(), step), target(), space(4), max(room, 1))

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        if index == TIME:
            self._paint_time(painter, box, state)
            return
        painter.setPen(cell_box(painter, box, current_look(), state))
        step_sign(painter, box, is_more=index == LATER)
        if index == LATER:
            self._paint_hint(painter, box)

    def _paint_time(self, painter: QPainter, box: QRect, state: CellState) -> None:
        look, clock = current_look(), self._clock_value()
        words = local_clock(clock) if clock else tr("time")
        state = CellState(bool(clock), state.hovered, state.pressed, self._fullness)
        colour = cell_box(painter, box, look, state)
        cell_words(painter, box, words, colour if clock else soft_words(look), bold=bool(clock))

    def _paint_hint(self, painter: QPainter, box: QRect) -> None:
        """Say beside an empty row that has the keys what they do, where there is room."""
        if self._value is not None or self._typing or not self._shows_focus():
            return
        words = tr("type 2310 · → takes the usual time")
        left = box.right() + space(12)
        if left + self._fonts.small_metrics.horizontalAdvance(words) > self.width():
            return
        painter.setFont(self._fonts.small)
        painter.setPen(soft_words(current_look()))
        painter.drawText(QRect(left, box.y(), self.width(), box.height()), _BESIDE, words)


def local_clock(clock: str) -> str:
    """Write HH:MM as the person's country does."""
    known = time.fromisoformat(clock)
    return QLocale().toString(QTime(known.hour, known.minute), QLocale.FormatType.ShortFormat)
