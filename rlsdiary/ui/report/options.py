"""What can be chosen for the report: its period, the paper, the name printed on it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.date_field import DateField
from rlsdiary.ui.kit.fields import LineField
from rlsdiary.ui.kit.heading import Heading
from rlsdiary.ui.kit.list_field import ListField
from rlsdiary.ui.kit.paint import CellState, cell_box
from rlsdiary.ui.kit.theme import body_font, current_look, space, target
from rlsdiary.ui.report.state import PAPERS, ReportState
from rlsdiary.words import ntr, tr

_PRESETS = (30, 90, 365)
_EARLIEST, _LATEST = QDate(1900, 1, 1), QDate(2199, 12, 31)


class PresetButton(QuietButton):
    """A period to choose; the one that is shown is filled."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    def _font(self) -> QFont:
        return body_font(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)

    def _side(self) -> int:
        return space(16)

    def _paint_body(self, painter: QPainter, box: QRect) -> QColor:
        state = CellState(chosen=self.isChecked(), hovered=self.underMouse(), fullness=0.2)
        return cell_box(painter, box.adjusted(2, 2, -2, -2), current_look(), state)


class OptionsPanel(QWidget):
    """The choices of the report, one below the other."""

    period_requested = Signal(object, object)
    paper_requested = Signal(str)
    name_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state: ReportState | None = None
        self.presets = QButtonGroup(self)
        for days in _PRESETS:
            self.presets.addButton(PresetButton(ntr("{n} day", "{n} days", days), self), days)
        self.presets.addButton(PresetButton(tr("All"), self), 0)
        self.first_field = self._date_field(tr("First day"))
        self.last_field = self._date_field(tr("Last day"))
        self.paper_field = ListField(self)
        self.paper_field.addItems(PAPERS)
        self.paper_field.setAccessibleName(tr("Paper"))
        self.name_field = LineField(self)
        self.name_field.setAccessibleName(tr("Name printed"))
        self.name_field.setPlaceholderText(tr("name or initials, if you like"))
        self._arrange()
        self._connect()

    def show_state(self, state: ReportState) -> None:
        """Show what is chosen, without any wish being made by it."""
        self._state = state
        self._show_date(self.first_field, state.first)
        self._show_date(self.last_field, state.last)
        with QSignalBlocker(self.paper_field):
            self.paper_field.setCurrentIndex(PAPERS.index(state.paper))
        # A name that is just being typed is not taken away by pages that became ready.
        if not self.name_field.isModified():
            with QSignalBlocker(self.name_field):
                self.name_field.setText(state.name)
        self.presets.setExclusive(False)
        for button in self.presets.buttons():
            span = self._span_of(self.presets.id(button))
            button.setChecked(span == (state.first, state.last))
        self.presets.setExclusive(True)

    def _show_date(self, field: DateField, day: date) -> None:
        with QSignalBlocker(field):
            field.setDate(QDate(day.year, day.month, day.day))

    def _date_field(self, name: str) -> DateField:
        field = DateField(self)
        field.setDateRange(_EARLIEST, _LATEST)
        # Without this every typed digit would ask for other pages.
        field.setKeyboardTracking(False)
        field.setAccessibleName(name)
        return field

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addWidget(Heading(tr("Period"), 3, self))
        column.addLayout(self._preset_grid())
        for words, field in (
            (tr("&First day"), self.first_field),
            (tr("&Last day"), self.last_field),
            (tr("P&aper"), self.paper_field),
            (tr("&Name printed"), self.name_field),
        ):
            field.setMinimumHeight(target())
            label = QLabel(words, self)
            label.setBuddy(field)
            column.addSpacing(space(4))
            column.addWidget(label)
            column.addWidget(field)

    def _preset_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(space(4))
        for index, button in enumerate(self.presets.buttons()):
            grid.addWidget(button, index // 2, index % 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(2, 1)
        return grid

    def _connect(self) -> None:
        self.presets.idClicked.connect(self._choose_preset)
        self.first_field.dateChanged.connect(self._first_was_chosen)
        self.last_field.dateChanged.connect(self._last_was_chosen)
        self.paper_field.currentTextChanged.connect(self.paper_requested)
        self.name_field.editingFinished.connect(self._name_was_typed)

    def _span_of(self, days: int) -> tuple[date, date] | None:
        """Return the span of a preset: so many days up to the diary's end, or all (0)."""
        state = self._state
        if state is None:
            return None
        last = state.latest or state.last
        if days:
            return last - timedelta(days=days - 1), last
        return state.earliest or state.first, last

    def _choose_preset(self, days: int) -> None:
        span = self._span_of(days)
        if span is not None:
            self.period_requested.emit(*span)

    def _first_was_chosen(self, chosen: QDate) -> None:
        first = _day(chosen)
        # The other end moves along instead of a complaint.
        self.period_requested.emit(first, max(first, _day(self.last_field.date())))

    def _last_was_chosen(self, chosen: QDate) -> None:
        last = _day(chosen)
        self.period_requested.emit(min(last, _day(self.first_field.date())), last)

    def _name_was_typed(self) -> None:
        if self.name_field.isModified():
            self.name_field.setModified(False)
            self.name_requested.emit(self.name_field.text())


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
