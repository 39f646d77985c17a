"""A question answered by a small whole number: fewer, the number, more."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.geometry import flow
from rlsdiary.ui.kit.keys import digit_of
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words, step_sign
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.surface import WRAP
from rlsdiary.ui.kit.theme import current_look, space, target
from rlsdiary.words import tr

LESS, NUMBER, MORE = range(3)
_EMPTY = "–"
_SMALL = 99


class CountRow(AnswerRow):
    """A row for a whole number from 0 to ``high``, followed by its ``unit``.

    A small number (``high`` up to 99) is kept with its one digit and the row goes on, as ratings
    do; F2, Space or a click on the number lets one type more digits. Larger numbers are typed
    digit by digit until Enter; with as many digits as ``high`` has, the row goes on by itself.
    What is more than ``high`` is said in words. From empty, "fewer" gives 0 and "more" gives 1;
    "fewer" clicked at 0 clears.
    """

    def __init__(self, label: str, parent: QWidget | None, unit: str = "", high: int = 99) -> None:
        self._unit, self._high = unit, high
        self._typed = ""
        self._typing = False
        super().__init__(label, parent)
        name = tr("{label}, number up to {high}").format(label=label, high=high)
        self.setAccessibleName(f"{name}, {unit}" if unit else name)

    def _in_words(self) -> str:
        return f"{self._value} {self._unit}".strip()

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        self._forget_typing()
        if index == NUMBER:
            self._set_typing(True)
        elif index == LESS and self._value == 0:
            self._give(None)
        else:
            self._step(1 if index == MORE else -1)

    def _take_key(self, key: int, text: str) -> bool:
        digit = digit_of(text)
        if digit is not None:
            self._enter(digit)
            return True
        self._forget_typing()
        if key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            self._set_typing(True)
        elif key == Qt.Key.Key_Left or text in ("-", "−", "–"):
            self._step(-1)
        elif key == Qt.Key.Key_Right or text == "+":
            self._step(1)
        else:
            return False
        return True

    def _enter(self, digit: int) -> None:
        number = int(f"{self._typed}{digit}")
        if number > self._high:
            self._refuse(number)
            return
        self._say_problem("")
        self._typed = str(number)
        self._give(number)
        one_digit_is_all = self._high <= _SMALL and not self._typing
        if one_digit_is_all or number == 0 or len(self._typed) == len(str(self._high)):
            self._forget_typing()
            self._move_on()

    def _refuse(self, number: int) -> None:
        """Say what is too much; what was kept stays, and the next digit begins anew."""
        words = tr("{label} takes a whole number from 0 to {high}.")
        problem = words.format(label=self._label, high=self._high)
        self._forget_typing()
        self._say_problem(f"{number}? {problem}")

    def _set_typing(self, typing: bool) -> None:
        """Wait for more digits than one, and say so below the number."""
        if typing != self._typing:
            self._typing = typing
            self._arrange_anew()

    def _step(self, by: int) -> None:
        if isinstance(self._value, int):
            self._give(min(self._high, max(0, self._value + by)))
        else:
            self._give(max(0, by))

    def _forget_typing(self) -> None:
        self._typed = ""
        self._say_problem("")
        self._set_typing(False)

    def _value_shown(self) -> None:
        """Go on typing: what is shown is what was just typed."""

    # --- what it looks like

    def _below_height(self, room: int) -> int:
        hint = self._small_height(self._hint(), room) if self._typing else 0
        return hint or super()._below_height(room)

    def _paint_below(self, painter: QPainter, box: QRect) -> None:
        if not self._typing:
            super()._paint_below(painter, box)
            return
        painter.setFont(self._fonts.small)
        painter.setPen(QColor(current_look().text))
        painter.drawText(box, WRAP, self._hint())

    def _hint(self) -> str:
        return tr("Type the number · Enter goes on")

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        metrics = self._fonts.bold_metrics
        number = metrics.horizontalAdvance("0" * len(str(self._high))) + 2 * space(16)
        step = max(target(), 40)
        return flow((step, max(number, 2 * step), step), target(), space(4), max(room, 1))

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        if index != NUMBER:
            self._paint_step(painter, index, box, state)
            return
        known = self._value is not None
        look = current_look()
        colour = cell_box(painter, box, look, CellState(chosen=known, fullness=0.1))
        words = str(self._value) if known else _EMPTY
        cell_words(painter, box, words, colour if known else soft_words(look), bold=known)

    def _paint_step(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        painter.setPen(cell_box(painter, box, current_look(), state))
        step_sign(painter, box, is_more=index == MORE)
        if index == MORE:
            self._paint_unit(painter, box)

    def _paint_unit(self, painter: QPainter, box: QRect) -> None:
        painter.setFont(self._fonts.small)
        painter.setPen(soft_words(current_look()))
        beside = QRect(box.right() + space(12), box.y(), self.width(), box.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        hint = tr("Enter goes on") if self._typed and self._shows_focus() else ""
        painter.drawText(beside, flags, " · ".join(part for part in (self._unit, hint) if part))
