"""Some days of the week, each of them on or off."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.geometry import flow
from rlsdiary.ui.kit.keys import digit_of
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import current_look, space, target
from rlsdiary.words import tr

DAYS = range(7)


class WeekdaysRow(AnswerRow):
    """Seven days to switch on and off by a click or by 1 (Monday) to 7; its text is "0,2,4"."""

    edited = Signal()

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.show_value(())
        self.answered.connect(self._was_answered)

    def text(self) -> str:
        """Return the chosen days, Monday as 0, such as "0,2,4"."""
        return ",".join(map(str, self._chosen()))

    def set_text(self, text: str) -> None:
        """Choose the days of ``text``, in the form of ``text()``."""
        self.show_value(tuple(int(day) for day in text.split(",") if day))

    def say_problem(self, problem: str) -> None:
        """Say below the days what does not fit."""
        self._say_problem(problem)

    @property
    def problem(self) -> str:
        """What does not fit, "" where nothing is wrong."""
        return self._problem

    def _chosen(self) -> tuple[int, ...]:
        return self._value if isinstance(self._value, tuple) else ()

    def _switch(self, day: int) -> None:
        chosen = {*self._chosen()} ^ {day}
        self._give(tuple(sorted(chosen)))

    def _was_answered(self, _value: object) -> None:
        self._say_problem("")
        self.edited.emit()

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        self._switch(index)

    def _take_key(self, key: int, text: str) -> bool:
        digit = digit_of(text)
        if digit is None or not 1 <= digit <= 7:
            return key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        self._switch(digit - 1)
        return True

    def _in_words(self) -> str:
        days = (QLocale().dayName(day + 1) for day in self._chosen())
        return ", ".join(days) or tr("no day chosen")

    # --- what it looks like

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        metrics = self._fonts.bold_metrics
        widest = max(metrics.horizontalAdvance(_short(day)) for day in DAYS)
        return flow([widest + 2 * space(12)] * len(DAYS), target(), space(8), room)

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        chosen = index in self._chosen()
        state = CellState(chosen, state.hovered, state.pressed)
        colour = cell_box(painter, box, current_look(), state)
        cell_words(painter, box, _short(index), colour, bold=chosen)

    def _below_words(self) -> str:
        return self._problem or _hint()


def _short(day: int) -> str:
    return QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat)


def _hint() -> str:
    return tr("Click the days, or type 1 for {first} to 7 for {last}.").format(
        first=QLocale().dayName(1), last=QLocale().dayName(7)
    )
