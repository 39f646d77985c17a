"""The Report screen's presenter: options to pages, wishes to printer and PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from rlsdiary.app.bus import Bus
from rlsdiary.app.preferences import Preferences
from rlsdiary.app.report_pages import report_pages
from rlsdiary.domain.change import Change
from rlsdiary.domain.errors import DiaryError
from rlsdiary.report.content import ReportOptions
from rlsdiary.report.pages import ReportPages, save_pdf
from rlsdiary.store import Store
from rlsdiary.ui.report.state import ReportState
from rlsdiary.ui.report.view import ReportView
from rlsdiary.words import tr

FIRST_PERIOD = 90  # days


class ReportPresenter(QObject):
    """Keeps the pages up to date with the diary and the options while the screen is in front."""

    failed = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        view: ReportView,
        store: Store,
        bus: Bus,
        preferences: Preferences,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._store = store
        self._preferences = preferences
        self._clock = clock
        first, last = self._reach()
        start = max(first, last - timedelta(days=FIRST_PERIOD - 1))
        self._options = ReportOptions(start, last, _paper(preferences), preferences.value("name"))
        self._pages: ReportPages | None = None
        self._stale = True
        view.period_requested.connect(self._period)
        view.paper_requested.connect(self._paper_wished)
        view.name_requested.connect(self._name)
        view.print_requested.connect(self._print)
        view.pdf_requested.connect(self._pdf)
        bus.changed.connect(self._was_changed)

    def came_to_front(self) -> None:
        """Make the pages anew where the diary changed since the screen was last seen."""
        if self._stale:
            self._show()

    def _was_changed(self, _change: Change) -> None:
        self._stale = True
        if self._view.isVisible():
            self._show()

    def _reach(self) -> tuple[date, date]:
        today = self._store.rule().day_of(self._clock())
        return self._store.days.span() or (today, today)

    def _show(self) -> None:
        self._pages = report_pages(self._store, self._options, self._clock())
        self._stale = False
        earliest, latest = self._reach()
        self._view.show_state(
            ReportState(
                first=self._options.first,
                last=self._options.last,
                paper=self._options.paper,
                name=self._options.name,
                pages=self._pages,
                earliest=earliest,
                latest=latest,
            )
        )

    def _wish(self, options: ReportOptions) -> None:
        self._options = options
        self._show()

    def _period(self, first: date, last: date) -> None:
        if first <= last:
            self._wish(replace(self._options, first=first, last=last))

    def _paper_wished(self, paper: str) -> None:
        self._preferences.keep("paper", paper)
        self._wish(replace(self._options, paper=paper))

    def _name(self, name: str) -> None:
        self._preferences.keep("name", name)
        self._wish(replace(self._options, name=name))

    def _print(self) -> None:
        from rlsdiary.report.printing import ask_and_print

        if self._pages is None:
            return
        try:
            if ask_and_print(self._pages, tr("RLS Diary"), self._view):
                self.said.emit(tr("The report went to the printer."))
        except DiaryError as error:
            self.failed.emit(error)

    def _pdf(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(folder) / f"rls-diary-{self._options.last.isoformat()}.pdf"
        name, _kind = QFileDialog.getSaveFileName(
            self._view, tr("Save the report"), str(suggested), tr("PDF (*.pdf)")
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Save the pages as a PDF; success and failure are announced in words."""
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        if self._pages is None:
            return
        try:
            save_pdf(target, self._pages, tr("RLS Diary"))
        except OSError as error:
            words = tr("{path}: {reason}. Choose another place.")
            reason = error.strerror or str(error)
            self.failed.emit(
                DiaryError(
                    tr("The report could not be saved"), words.format(path=target, reason=reason)
                )
            )
            return
        self.said.emit(tr("Saved: {path}").format(path=target))


def _paper(preferences: Preferences) -> str:
    """Return the paper chosen before, else the one of the person's country."""
    inches = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return preferences.value("paper", "Letter" if inches else "A4")
