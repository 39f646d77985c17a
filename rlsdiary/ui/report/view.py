"""The Report screen: period, paper and name left, the pages as they will be printed right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rlsdiary.ui.kit.banner import Banner
from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.heading import Heading, SoftWords
from rlsdiary.ui.kit.theme import body_font, space
from rlsdiary.ui.report.options import OptionsPanel
from rlsdiary.ui.report.preview import Preview
from rlsdiary.ui.report.state import ReportState
from rlsdiary.words import ntr, tr

_LETTERS = 26
"""The options are as wide as so many wide letters."""


class ReportView(QWidget):
    """Shows a ReportState; every wish of the person is a signal."""

    period_requested = Signal(object, object)
    paper_requested = Signal(str)
    name_requested = Signal(str)
    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = QScrollArea(self)
        self._page = QWidget(self._left)
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
        self.page_count.setText(ntr("{n} page", "{n} pages", pages.count) if pages else making)
        self._show_message(state)

    def _show_message(self, state: ReportState) -> None:
        if state.message:
            self.banner.show_message(state.message, kind="error" if state.is_problem else "info")
        else:
            with QSignalBlocker(self.banner):
                self.banner.dismiss()

    def _arrange(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(space(24), space(16), space(16), space(16))
        column.setSpacing(space(8))
        column.addWidget(Heading(tr("Report"), 1, self._page))
        column.addWidget(self.options)
        column.addSpacing(space(12))
        column.addWidget(self.pdf_button)
        column.addWidget(self.print_button)
        column.addWidget(self.page_count)
        column.addStretch(1)
        self._left.setWidget(self._page)
        self._left.setWidgetResizable(True)
        self._left.setFrameShape(QFrame.Shape.NoFrame)
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QVBoxLayout()
        right.setContentsMargins(0, space(16), 0, 0)
        right.addWidget(self.banner)
        right.addWidget(self.preview, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left)
        whole.addLayout(right, 1)
        self._fit()

    def _fit(self) -> None:
        letter = QFontMetrics(body_font()).horizontalAdvance("n")
        self._left.setFixedWidth(letter * _LETTERS + space(24))

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()
