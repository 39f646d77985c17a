"""What can be chosen for the report: its period, the paper, the name printed on it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from rlsdiary.domain.day import LAST_YEAR
from rlsdiary.domain.errors import BadValue
from rlsdiary.ui.kit.date_reading import read_day, to_qdate
from rlsdiary.ui.kit.form_rows import FieldRow, OneOfRow
from rlsdiary.ui.kit.period import PERIODS, PeriodRow
from rlsdiary.ui.report.state import PAPERS, ReportState
from rlsdiary.words import tr

_SHORT = QLocale.FormatType.ShortFormat
_DAY_LETTERS, _NAME_LETTERS = 17, 24


class OptionsPanel(QWidget):
    """The choices of the report, one below the other.

    A day typed after the newest of the diary becomes that; a first day after the last one takes
    the last one along, and the other way round, instead of a complaint.
    """

    period_requested = Signal(object, object)
    paper_requested = Signal(str)
    name_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state: ReportState | None = None
        self.periods = PeriodRow(tr("Period"), self)
        self.first_row = FieldRow(tr("First day"), self, letters=_DAY_LETTERS)
        self.last_row = FieldRow(tr("Last day"), self, letters=_DAY_LETTERS)
        self.paper_row = OneOfRow(tr("Paper"), tuple((p, p) for p in PAPERS), self)
        hint = tr("or initials, or none")
        self.name_row = FieldRow(tr("Name printed"), self, letters=_NAME_LETTERS, placeholder=hint)
        self._arrange()
        self._connect()

    def show_state(self, state: ReportState) -> None:
        """Show what is chosen, without any wish being made by it."""
        self._state = state
        self.first_row.set_text(day_text(state.first))
        self.last_row.set_text(day_text(state.last))
        self.first_row.say_problem("")
        self.last_row.say_problem("")
        self.paper_row.set_text(state.paper)
        # A name that is just being typed is not taken away by pages that became ready.
        if not self._name_field().isModified():
            self.name_row.set_text(state.name)
        shown = (state.first, state.last)
        chosen = (days for days in PERIODS if days and self._span_of(days) == shown)
        whole = 0 if self._span_of(0) == shown else None
        self.periods.show_period(next(chosen, whole))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self._rows():
            column.addWidget(row)
        self._align()

    def _rows(self) -> tuple[PeriodRow | FieldRow | OneOfRow, ...]:
        return self.periods, self.first_row, self.last_row, self.paper_row, self.name_row

    def _align(self) -> None:
        """Give all rows the same columns, so that their labels all stand above or all beside."""
        label = max(row.label_width() for row in self._rows())
        answer = max(row.answer_width() for row in self._rows())
        for row in self._rows():
            row.set_columns(label, answer)

    def _connect(self) -> None:
        self.periods.period_requested.connect(self._choose_period)
        self._first_field().editingFinished.connect(self._first_was_typed)
        self._last_field().editingFinished.connect(self._last_was_typed)
        self.paper_row.edited.connect(self._paper_was_chosen)
        self._name_field().editingFinished.connect(self._name_was_typed)

    def _first_field(self) -> QLineEdit:
        return _field_of(self.first_row)

    def _last_field(self) -> QLineEdit:
        return _field_of(self.last_row)

    def _name_field(self) -> QLineEdit:
        return _field_of(self.name_row)

    def _span_of(self, days: int) -> tuple[date, date] | None:
        """Return the span of a period: so many days up to the diary's end, or all (0)."""
        state = self._state
        if state is None:
            return None
        last = state.latest or state.last
        if days:
            return last - timedelta(days=days - 1), last
        return state.earliest or state.first, last

    def _choose_period(self, days: int) -> None:
        span = self._span_of(days)
        if span is not None:
            self.period_requested.emit(*span)

    def _first_was_typed(self) -> None:
        first = self._typed(self.first_row)
        if first is not None and self._state is not None:
            self._wish(first, max(first, self._state.last))

    def _last_was_typed(self) -> None:
        last = self._typed(self.last_row)
        if last is not None and self._state is not None:
            self._wish(min(last, self._state.first), last)

    def _wish(self, first: date, last: date) -> None:
        state = self._state
        if state is not None and (first, last) == (state.first, state.last):
            self.show_state(state)  # only written in another way
        else:
            self.period_requested.emit(first, last)

    def _typed(self, row: FieldRow) -> date | None:
        """Return the day that was typed; None where nothing was, or no day, which is said."""
        field = _field_of(row)
        if not field.isModified():
            return None
        field.setModified(False)
        try:
            return self._read(row.text())
        except BadValue as problem:
            row.say_problem(str(problem))
            return None

    def _read(self, text: str) -> date:
        state = self._state
        latest = (state.latest or state.last) if state else date(LAST_YEAR, 12, 31)
        try:
            return read_day(text, latest)
        except BadValue:
            return min(read_day(text, date(LAST_YEAR, 12, 31)), latest)

    def _paper_was_chosen(self) -> None:
        self.paper_requested.emit(self.paper_row.text())

    def _name_was_typed(self) -> None:
        field = self._name_field()
        if field.isModified():
            field.setModified(False)
            self.name_requested.emit(field.text())

    # --- Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._align()


def day_text(day: date) -> str:
    """Write a day as it can be typed: 22 Nov 2026."""
    order = QLocale().dateFormat(_SHORT)
    is_day_first = order.find("d") < order.find("M")
    return QLocale().toString(to_qdate(day), "d MMM yyyy" if is_day_first else "MMM d, yyyy")


def _field_of(row: FieldRow) -> QLineEdit:
    field = row.control
    assert isinstance(field, QLineEdit)  # noqa: S101 - it is what a FieldRow holds
    return field
