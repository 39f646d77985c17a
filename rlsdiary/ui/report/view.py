"""The Report screen: period, paper and name left, the pages as they will be printed right.

Where the pages would become too small beside the options, they stand below them instead.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rlsdiary.ui.kit.banner import Banner
from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.button_row import ButtonRow
from rlsdiary.ui.kit.heading import Heading, SoftWords
from rlsdiary.ui.kit.keys import key_holder
from rlsdiary.ui.kit.page import page_side
from rlsdiary.ui.kit.scroll import CalmScroll
from rlsdiary.ui.kit.theme import ROW_SIDE, body_font, current_look, space
from rlsdiary.ui.report.options import OptionsPanel
from rlsdiary.ui.report.preview import Preview
from rlsdiary.ui.report.state import ReportState
from rlsdiary.words import ntr, tr

_LETTERS = 26
"""The options are as wide as so many wide letters."""
_LEAST_PAGES = 480
"""Pixels that the pages get beside the options, or they stand below."""


class ReportView(QWidget):
    """Shows a ReportState; every wish of the person is a signal."""

    period_requested = Signal(object, object)
    paper_requested = Signal(str)
    name_requested = Signal(str)
    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QWidget(self)
        self._left = CalmScroll(self._page, self)
        self._is_stacked = False
        self.options = OptionsPanel(self._page)
        self.pdf_button = MainButton(tr("&Save as PDF…"), self._page)
        self.print_button = QuietButton(tr("&Print…"), self._page)
        self.page_count = SoftWords("", self._page)
        self.banner = Banner(self)
        self.preview = Preview(self)
        self._arrange()
        self._connect()

    def show_state(self, state: ReportState) -> None:
        """Show ``state``, without any wish being made by it."""
        self.options.show_state(state)
        pages = state.pages
        self.preview.show_pages(pages)
        self.print_button.setEnabled(pages is not None)
        self.pdf_button.setEnabled(pages is not None)
        making = tr("The pages are being made …")
        count = ntr("{n} page", "{n} pages", pages.count) if pages else making
        if current_look().is_dark and pages:
            count += " · " + tr("printed black on white")
        self.page_count.setText(count)
        self._show_message(state)

    def _show_message(self, state: ReportState) -> None:
        if state.message:
            self.banner.show_message(state.message, kind="error" if state.is_problem else "info")
        else:
            with QSignalBlocker(self.banner):
                self.banner.dismiss()

    def _arrange(self) -> None:
        self._heading = Heading(tr("Report"), 1, self._page)
        self._buttons = ButtonRow(self._page)
        self._buttons.add(self.pdf_button)
        self._buttons.add(self.print_button)
        self._column = QVBoxLayout(self._page)
        for part in (self._heading, self.options, self._buttons, self.page_count):
            self._column.addWidget(part)
        self._column.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self.preview, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left)
        whole.addLayout(right, 1)
        self._fit()

    def _fit(self) -> None:
        """Give the options their room, and put the pages beside or below them."""
        side = page_side(self.width())
        letter = QFontMetrics(body_font()).horizontalAdvance("n")
        wanted = letter * _LETTERS + space(24)
        self._left.setFixedWidth(wanted)
        self._column.setContentsMargins(side - ROW_SIDE, space(16), 0, space(16))
        self._column.setSpacing(space(8))
        for part in (self._heading, self._buttons, self.page_count):
            part.setContentsMargins(ROW_SIDE, 0, ROW_SIDE, 0)
        stacked = self.width() < wanted + _LEAST_PAGES
        if stacked is not self._is_stacked:
            self._stack(stacked)

    def _stack(self, stacked: bool) -> None:
        """Put the options above the pages, or beside them; the keys stay where they are."""
        self._is_stacked = stacked
        held = key_holder(self)
        if stacked:
            self._left.takeWidget()
            self.preview.put_above(self._page)
        else:
            self._left.setWidget(self._page)
            self._page.show()
        self._left.setVisible(not stacked)
        if held is not None and self._page.isAncestorOf(held):
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.options.period_requested.connect(self.period_requested)
        self.options.paper_requested.connect(self.paper_requested)
        self.options.name_requested.connect(self.name_requested)
        self.print_button.clicked.connect(self._wants_print)
        self.pdf_button.clicked.connect(self._wants_pdf)

    def _wants_print(self) -> None:
        self.print_requested.emit()

    def _wants_pdf(self) -> None:
        self.pdf_requested.emit()

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()
