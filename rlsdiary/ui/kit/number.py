"""Questions answered by any number, or by an amount of something and perhaps when it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rlsdiary.domain.day import parse_clock
from rlsdiary.domain.doses import amount_text, parse_number
from rlsdiary.domain.questions import Value
from rlsdiary.ui.kit.clock import local_clock
from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.geometry import flow
from rlsdiary.ui.kit.keys import digit_of
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words, step_sign
from rlsdiary.ui.kit.theme import current_look, space, target
from rlsdiary.ui.kit.typed import TypedRow
from rlsdiary.words import tr

NUMBER = 0
LESS, AMOUNT, MORE, CLOCK = range(4)
_EMPTY = "–"
_ROOM_FOR = "0" * 7
_SIGNS = ("-", "−", "–", "+", ".", ",")

Check = Callable[[Value], Value]
"""Returns a value that fits; raises BadValue in words for one that does not."""


class NumberRow(TypedRow):
    """A number followed by its unit, typed into the one cell; Enter goes on."""

    def __init__(self, label: str, parent: QWidget | None, unit: str, check: Check) -> None:
        self._unit, self._check = unit, check
        super().__init__(label, parent)
        name = tr("{label}, a number").format(label=label)
        self.setAccessibleName(f"{name}, {unit}" if unit else name)

    @property
    def number_cell(self) -> int:
        """The cell that holds the number."""
        return NUMBER

    def _in_words(self) -> str:
        return f"{self._number_text()} {self._unit}".strip()

    def _number_text(self) -> str:
        return amount_text(self._value) if isinstance(self._value, int | float) else ""

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        self._open(index)

    def _take_key(self, key: int, text: str) -> bool:
        if self._typing:
            return self._type_on(key, text)
        if digit_of(text) is not None or text in _SIGNS:
            self._open(self.number_cell, text)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            self._open(self.number_cell)
        else:
            return False
        return True

    # --- what is typed

    def _text_of(self, _cell: int) -> str:
        return self._number_text()

    def _read(self, _cell: int, text: str) -> object:
        return self._check(parse_number(text))

    def _keep_read(self, _cell: int, value: object) -> None:
        self._give(value)

    def _field_name(self, _cell: int) -> str:
        return self.accessibleName()

    # --- what it looks like

    def _number_width(self) -> int:
        words = f"{_ROOM_FOR} {self._unit}".strip()
        return self._fonts.bold_metrics.horizontalAdvance(words) + 2 * space(12)

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        return flow((self._number_width(),), target(), space(4), max(room, 1))

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        known, look = self._value is not None, current_look()
        state = CellState(known, state.hovered, state.pressed, fullness=0.1)
        colour = cell_box(painter, box, look, state)
        number = self._number_text() if known else _EMPTY
        words = f"{number} {self._unit}".strip()
        cell_words(painter, box, words, colour if known else soft_words(look), bold=known)


class AmountRow(NumberRow):
    """How much of something, with steps on both sides; where asked, also at what time of day.

    From empty, "less" gives 0 and "more" gives 1; "less" at 0 clears. F3 opens the time, which
    needs an amount to belong to and is told by ``clock_given``.
    """

    clock_given = Signal(str)
    """The person said when it was ("HH:MM"), or took that back ("")."""

    def __init__(
        self, label: str, parent: QWidget | None, unit: str, check: Check, *, timed: bool = False
    ) -> None:
        self._timed, self._clock = timed, ""
        super().__init__(label, parent, unit, check)

    @property
    def number_cell(self) -> int:
        """The cell that holds the amount."""
        return AMOUNT

    @property
    def clock(self) -> str:
        """When it was, "HH:MM", "" where that is not recorded."""
        return self._clock

    def show_clock(self, clock: str) -> None:
        """Show when it was, without saying so to anyone."""
        if clock != self._clock:
            self._clock = clock
            self._describe()
            self.update()

    def _in_words(self) -> str:
        when = local_clock(self._clock) if self._clock else ""
        return ", ".join(part for part in (super()._in_words(), when) if part)

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        if index in (LESS, MORE):
            self._close()
            self._step(1 if index == MORE else -1)
        else:
            self._open_or_refuse(index)

    def _take_key(self, key: int, text: str) -> bool:
        if self._typing:
            return self._type_on(key, text)
        if key == Qt.Key.Key_Left or text in ("-", "−", "–"):
            self._step(-1)
        elif key == Qt.Key.Key_Right or text == "+":
            self._step(1)
        elif key == Qt.Key.Key_F3 and self._timed:
            self._open_or_refuse(CLOCK)
        else:
            return super()._take_key(key, text)
        return True

    def _step(self, by: int) -> None:
        if not isinstance(self._value, int | float):
            self._give(max(0, by))
        elif self._value == 0 and by < 0:
            self._give(None)
        else:
            self._give(max(0, self._value + by))

    def _open_or_refuse(self, cell: int) -> None:
        if cell == CLOCK and self._value is None:
            self._say_problem(tr("Say first how much it was."))
        else:
            self._open(cell)

    # --- what is typed

    def _text_of(self, cell: int) -> str:
        return self._clock if cell == CLOCK else super()._text_of(cell)

    def _read(self, cell: int, text: str) -> object:
        return f"{parse_clock(text):%H:%M}" if cell == CLOCK else super()._read(cell, text)

    def _keep_read(self, cell: int, value: object) -> None:
        if cell != CLOCK:
            super()._keep_read(cell, value)
            return
        self.show_clock("" if value is None else str(value))
        self.clock_given.emit(self._clock)

    def _field_name(self, cell: int) -> str:
        if cell == CLOCK:
            return tr("{label}, time of day").format(label=self._label)
        return super()._field_name(cell)

    def _is_whole(self, text: str) -> bool:
        return self._typed_cell == CLOCK and len(text) == 4 and text.isdecimal()

    def _give(self, value: object) -> None:
        self._say_problem("")
        if value is None:
            self._clock = ""
        super()._give(value)

    # --- what it looks like

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        step = max(target(), 40)
        widths = [step, self._number_width(), step]
        if self._timed:
            metrics = self._fonts.bold_metrics
            words = (tr("time"), local_clock("20:40"), "20:40 pm")
            widths.append(max(map(metrics.horizontalAdvance, words)) + 2 * space(12))
        return flow(widths, target(), space(4), max(room, 1))

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        if index == AMOUNT:
            super()._paint_cell(painter, index, box, state)
        elif index == CLOCK:
            chosen, look = bool(self._clock), current_look()
            words = local_clock(self._clock) if chosen else tr("time")
            colour = cell_box(painter, box, look, CellState(chosen, state.hovered, state.pressed))
            cell_words(painter, box, words, colour if chosen else soft_words(look), bold=chosen)
        else:
            painter.setPen(cell_box(painter, box, current_look(), state))
            step_sign(painter, box, is_more=index == MORE)
