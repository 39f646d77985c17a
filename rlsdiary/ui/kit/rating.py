"""A question answered by a number from 0 to 10: eleven buttons with words at both ends."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.geometry import even
from rlsdiary.ui.kit.keys import digit_of, key_holder, key_press
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import BUTTON_GAP, current_look, rating_button, space, target
from rlsdiary.words import tr

HIGHEST = 10
TEN_WITHIN = 3.0  # seconds from the 1 to the 0 that makes it 10; a later 0 is the next answer
_AIR = 3  # between a number and the line around it
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class RatingRow(AnswerRow):
    """A rating row. One click or digit records, the same again clears; the value is 0-10.

    The digit 1 is kept at once and waits in the row, since a 0 after it makes it 10.
    """

    def __init__(self, label: str, low_words: str, high_words: str, parent: QWidget | None) -> None:
        self._low, self._high = low_words, high_words
        self._waiting = False
        self._waiting_since = 0.0
        super().__init__(label, parent)
        self.setAccessibleName(self._full_name())

    @property
    def waiting(self) -> bool:
        """True while a 0 would make the number 10."""
        return self._waiting

    def _full_name(self) -> str:
        if not (self._low and self._high):
            return self._label
        return tr("{label}, from 0, {low}, to 10, {high}").format(
            label=self._label, low=self._low, high=self._high
        )

    def _in_words(self) -> str:
        return tr("{number} of 10").format(number=self._value)

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        self._set_waiting(False)
        self._give_or_clear(index)

    def _take_key(self, key: int, text: str) -> bool:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
            return True
        number = HIGHEST if text.lower() == "x" else digit_of(text)
        if number is None:
            self._set_waiting(False)
            return False
        if self._waiting and number == 0 and self._is_fresh():
            self._record(HIGHEST)
        elif self._waiting and self._value is not None and number != HIGHEST:
            self._hand_on(key, text, number)
        else:
            self._first_digit(number)
        return True

    def _first_digit(self, number: int) -> None:
        if number == self._value == self._value_on_entry:
            self._give(None)
            # Whoever types 10 over a recorded 1 must get 10, not 0.
            self._set_waiting(number == 1)
        elif number == 1:
            self._set_waiting(True)
            self._give(1)
        else:
            self._record(number)

    def _record(self, number: int) -> None:
        self._set_waiting(False)
        self._give(number)
        self._move_on()

    def _hand_on(self, key: int, text: str, number: int) -> None:
        """Give a digit that follows a waiting 1 to the control that comes next."""
        self._set_waiting(False)
        self._move_on()
        held = key_holder(self)
        if held is None or held is self:
            self._first_digit(number)
        else:
            QApplication.sendEvent(held, key_press(key, text))

    def _step(self, by: int) -> None:
        self._set_waiting(False)
        if isinstance(self._value, int):
            self._give(min(HIGHEST, max(0, self._value + by)))
        elif by > 0:
            self._give(0)

    def _is_fresh(self) -> bool:
        """Return whether the 1 was typed just now: who types 10 does not stop to think between."""
        return monotonic() - self._waiting_since <= TEN_WITHIN

    def _set_waiting(self, waiting: bool) -> None:
        if waiting != self._waiting:
            self._waiting = waiting
            self._waiting_since = monotonic()
            self.update()

    def _forget_typing(self) -> None:
        self._waiting = False

    # --- what it looks like

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        ideal = rating_button()
        least = max(30, self._fonts.body_metrics.horizontalAdvance("10") + 2 * _AIR)
        gap = BUTTON_GAP if room >= (ideal + BUTTON_GAP) * (HIGHEST + 1) else BUTTON_GAP // 2
        return even(HIGHEST + 1, ideal, least, target(), gap, room)

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        chosen = index == self._value
        state = CellState(chosen, state.hovered, state.pressed, index / HIGHEST, has_level=True)
        colour = cell_box(painter, box, current_look(), state)
        words = str(index)
        # Where large type leaves no room, a filled and framed number need not be bold as well.
        fits = self._fonts.bold_metrics.horizontalAdvance(words) + 2 * _AIR <= box.width()
        cell_words(painter, box, words, colour, bold=chosen and fits)

    def _below_height(self, room: int) -> int:
        metrics = self._fonts.small_metrics
        low, high = (metrics.horizontalAdvance(words) for words in self._anchors(room))
        lines = 1 if low + high + space(12) <= self._span(room) else 2
        return lines * metrics.height()

    def _span(self, room: int) -> int:
        """Return how far the buttons reach to the right."""
        return max(box.x() + box.width() for box in self._cells(room))

    def _anchors(self, room: int) -> tuple[str, str]:
        """Return the words of both ends, with their numbers where the ends share no line."""
        cells = self._cells(room)
        if cells[0].y() == cells[-1].y():
            return self._low, self._high
        return f"0 {self._low}", f"10 {self._high}"

    def _paint_below(self, painter: QPainter, box: QRect) -> None:
        painter.setFont(self._fonts.small)
        if self._waiting:
            painter.setPen(QColor(current_look().text))
            painter.drawText(box, _LEFT, self._waiting_words(box.width()))
            return
        painter.setPen(soft_words(current_look()))
        ends = QRect(box.x(), box.y(), self._span(box.width()), box.height())
        low, high = self._anchors(box.width())
        painter.drawText(ends, _LEFT | Qt.AlignmentFlag.AlignTop, low)
        painter.drawText(ends, _RIGHT | Qt.AlignmentFlag.AlignBottom, high)

    def _waiting_words(self, room: int) -> str:
        words = tr("0 makes it 10 · Enter goes on")
        fits = self._fonts.small_metrics.horizontalAdvance(words) <= room
        return words if fits else tr("0 makes it 10")
