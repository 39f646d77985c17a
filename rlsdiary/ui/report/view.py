"""The Report screen: period, paper and name left, the pages as they will be printed right."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from rlsdiary.ui.kit.banner import Banner
from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.heading import Heading, SoftWords
from rlsdiary.ui.kit.theme import space, text_percent
from rlsdiary.ui.report.preview import Preview
from rlsdiary.ui.report.state import PAPERS, ReportState
from rlsdiary.words import ntr, tr

_PRESETS = (30, 90, 365)
_PANEL_WIDTH = 300
_EARLIEST, _LATEST = QDate(1900, 1, 1), QDate(2199, 12, 31)


class ReportView(QWidget):
    """Shows a ReportState; every wish of the person is a signal."""

    period_requested = Signal(object, object)
    paper_requested = Signal(str)
    name_requested = Signal(str)
    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ReportState | None = None
        self._make_period()
        self._make_choices()
        self._make_actions()
        self.preview = Preview(self)
        self._arrange()
        self._connect()

    def show_state(self, state: ReportState) -> None:
        """Show ``state``, without any wish being made by it."""
        self._state = state
        self._show_date(self.first_field, state.first)
        self._show_date(self.last_field, state.last)
        with QSignalBlocker(self.paper_field):
            self.paper_field.setCurrentIndex(PAPERS.index(state.paper))
        if self.name_field.text() != state.name and not self.name_field.isModified():
            with QSignalBlocker(self.name_field):
                self.name_field.setText(state.name)
        self._show_pages(state)
        self._show_preset(state)

    def _show_pages(self, state: ReportState) -> None:
        pages = state.pages
        self.preview.show_pages(pages)
        self.print_button.setEnabled(pages is not None)
        self.pdf_button.setEnabled(pages is not None)
        count = "" if pages is None else ntr("{n} page", "{n} pages", pages.count)
        self.page_count.setText(count or tr("The pages are being made …"))
        if state.message:
            self.banner.show_message(state.message, kind="error" if state.is_problem else "info")
        elif self.banner.text:
            with QSignalBlocker(self.banner):
                self.banner.dismiss()

    def _show_preset(self, state: ReportState) -> None:
        self._presets.setExclusive(False)
        for button in self._presets.buttons():
            button.setChecked(self._span_of(self._presets.id(button)) == (state.first, state.last))
        self._presets.setExclusive(True)

    def _show_date(self, field: QDateEdit, day: date) -> None:
        with QSignalBlocker(field):
            field.setDate(QDate(day.year, day.month, day.day))

    def _make_period(self) -> None:
        self._presets = QButtonGroup(self)
        for days in _PRESETS:
            words = ntr("{n} day", "{n} days", days)
            self._presets.addButton(self._preset(words), days)
        self._presets.addButton(self._preset(tr("All")), 0)
        self.first_field = self._date_field(tr("First day"))
        self.last_field = self._date_field(tr("Last day"))

    def _preset(self, words: str) -> QuietButton:
        button = QuietButton(words, self)
        button.setCheckable(True)
        return button

    def _date_field(self, name: str) -> QDateEdit:
        field = QDateEdit(self)
        field.setCalendarPopup(True)
        field.setDateRange(_EARLIEST, _LATEST)
        field.setKeyboardTracking(False)
        field.setAccessibleName(name)
        return field

    def _make_choices(self) -> None:
        self.paper_field = QComboBox(self)
        self.paper_field.addItems(PAPERS)
        self.paper_field.setAccessibleName(tr("Paper"))
        self.name_field = QLineEdit(self)
        self.name_field.setAccessibleName(tr("Name printed"))
        self.name_field.setPlaceholderText(tr("name or initials, may be empty"))

    def _make_actions(self) -> None:
        self.banner = Banner(self)
        self.print_button = QuietButton(tr("&Print…"), self)
        self.pdf_button = MainButton(tr("&Save as PDF…"), self)
        self.page_count = SoftWords("", self)

    def _arrange(self) -> None:
        panel = QVBoxLayout()
        panel.setSpacing(space(8))
        panel.addWidget(Heading(tr("Report"), 1, self))
        panel.addSpacing(space(8))
        panel.addWidget(Heading(tr("Period"), 3, self))
        panel.addLayout(self._preset_grid())
        for words, field in (
            (tr("&First day"), self.first_field),
            (tr("&Last day"), self.last_field),
            (tr("P&aper"), self.paper_field),
            (tr("&Name printed"), self.name_field),
        ):
            panel.addSpacing(space(4))
            panel.addWidget(self._label(words, field))
            panel.addWidget(field)
        panel.addSpacing(space(16))
        panel.addWidget(self.pdf_button)
        panel.addWidget(self.print_button)
        panel.addWidget(self.page_count)
        panel.addStretch(1)
        holder = QWidget(self)
        holder.setLayout(panel)
        holder.setFixedWidth(round(_PANEL_WIDTH * (1 + (text_percent() / 100 - 1) * 0.6)))
        right = QVBoxLayout()
        right.addWidget(self.banner)
        right.addWidget(self.preview, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(space(24), space(16), space(8), 0)
        whole.setSpacing(space(16))
        whole.addWidget(holder)
        whole.addLayout(right, 1)

    def _preset_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(space(4))
        for index, button in enumerate(self._presets.buttons()):
            grid.addWidget(button, index // 2, index % 2, Qt.AlignmentFlag.AlignLeft)
        return grid

    def _label(self, words: str, field: QWidget) -> QLabel:
        label = QLabel(words, self)
        label.setBuddy(field)
        return label

    def _connect(self) -> None:
        self._presets.idClicked.connect(self._choose_preset)
        self.first_field.dateChanged.connect(self._choose_dates)
        self.last_field.dateChanged.connect(self._choose_dates)
        self.paper_field.currentTextChanged.connect(self.paper_requested)
        self.name_field.editingFinished.connect(self._name_was_typed)
        self.print_button.clicked.connect(self._wants_print)
        self.pdf_button.clicked.connect(self._wants_pdf)

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

    def _choose_dates(self) -> None:
        first, last = _day(self.first_field.date()), _day(self.last_field.date())
        # A first day after the last moves the other end along instead of complaining.
        if first > last:
            first = last = first if self.sender() is self.first_field else last
        self.period_requested.emit(first, last)

    def _name_was_typed(self) -> None:
        if self.name_field.isModified():
            self.name_field.setModified(False)
            self.name_requested.emit(self.name_field.text())

    def _wants_print(self) -> None:
        self.print_requested.emit()

    def _wants_pdf(self) -> None:
        self.pdf_requested.emit()


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
