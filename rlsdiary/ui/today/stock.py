"""The rows of a card: made when they are first wanted, told apart by their question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rlsdiary.domain.questions import Question
from rlsdiary.ui.kit.clock import ClockRow
from rlsdiary.ui.kit.number import AmountRow
from rlsdiary.ui.kit.onset import OnsetRow
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.today.rows import row_for
from rlsdiary.ui.today.state import TodayState


class RowStock(QObject):
    """Keeps one row a question and says which question a row spoke of."""

    answered = Signal(str, object)
    timed = Signal(str, object, str)
    """An answer with its time of day: question, value, "HH:MM" or ""."""
    usual_requested = Signal(str)
    went_on = Signal(object)
    """The person is done with this row."""
    went_back = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[str, AnswerRow] = {}
        self._asks: dict[str, Question] = {}
        self._days: dict[str, date] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._rows

    def __getitem__(self, key: str) -> AnswerRow:
        return self._rows[key]

    def make(self, question: Question, parent: QWidget) -> AnswerRow:
        """Make the row that asks ``question``."""
        row = row_for(question, parent)
        row.answered.connect(self._was_answered)
        row.go_on.connect(self._was_done)
        row.go_back.connect(self._was_left)
        if isinstance(row, ClockRow):
            row.usual_requested.connect(self._wishes_usual)
        if isinstance(row, AmountRow):
            row.clock_given.connect(self._was_timed)
        self._rows[question.key], self._asks[question.key] = row, question
        return row

    def give_up_all_but(self, questions: Iterable[Question]) -> list[AnswerRow]:
        """Return, for the last time, the rows that ask something else, or in other words."""
        asked = {question.key: question for question in questions}
        given_up = []
        for key, known in list(self._asks.items()):
            now = asked.get(key)
            if now is None or replace(now, place=known.place) != known:
                given_up.append(self._rows.pop(key))
                del self._asks[key]
                self._days.pop(key, None)
        return given_up

    def show_answer(self, key: str, state: TodayState) -> None:
        """Let the row of a question show what a day holds."""
        row = self._rows[key]
        if self._days.get(key) != state.day:
            self._days[key] = state.day
            row.forget_typing()
        if isinstance(row, OnsetRow):
            row.set_over(state.day < state.today)
        row.show_value(state.values.get(key))
        if isinstance(row, AmountRow):
            row.show_clock(state.clocks.get(key, ""))
        row.set_late(state.late.get(key, ""))

    def _spoke(self) -> tuple[str, AnswerRow]:
        sender = self.sender()
        return next((key, row) for key, row in self._rows.items() if row is sender)

    def _was_answered(self, value: object) -> None:
        key, row = self._spoke()
        if isinstance(row, AmountRow) and row.clock:
            self.timed.emit(key, value, row.clock)
        else:
            self.answered.emit(key, value)

    def _was_timed(self, clock: str) -> None:
        key, row = self._spoke()
        self.timed.emit(key, row.value, clock)

    def _wishes_usual(self) -> None:
        self.usual_requested.emit(self._spoke()[0])

    def _was_done(self) -> None:
        self.went_on.emit(self._spoke()[1])

    def _was_left(self) -> None:
        self.went_back.emit(self._spoke()[1])
