"""Sends the pages to a printer that the person chooses; says plainly where that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from rlsdiary.domain.errors import DiaryError
from rlsdiary.report.pages import ReportPages
from rlsdiary.report.typeset import UNITS_PER_INCH
from rlsdiary.words import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def ask_and_print(pages: ReportPages, title: str, parent: QWidget | None) -> bool:
    """Let the person choose a printer and print; False where they thought better of it.

    Raises DiaryError where the printer did not take the pages.
    """
    # Loading the printing library takes time that only printing should cost.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - see above

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, pages, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages.count)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if accepted:
        print_pages(printer, pages)
    return accepted


def prepare(printer: QPrinter, pages: ReportPages, title: str) -> None:
    """Set the paper of the pages, to be painted from edge to edge."""
    size = QPageSize(QSizeF(*pages.page_size_mm), QPageSize.Unit.Millimeter)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setResolution(min(printer.resolution(), UNITS_PER_INCH))


def print_pages(printer: QPrinter, pages: ReportPages) -> None:
    """Print the chosen pages; raise DiaryError where the printer does not take them."""
    painter = QPainter()
    if not painter.begin(printer):
        raise _refusal()
    try:
        for number, index in enumerate(_chosen(printer, pages.count)):
            if number and not printer.newPage():
                raise _refusal()
            paper = printer.pageLayout().fullRectPixels(printer.resolution())
            pages.paint(painter, index, QRectF(paper))
    finally:
        finished = painter.end()
    if not finished or printer.printerState() in (
        printer.PrinterState.Error,
        printer.PrinterState.Aborted,
    ):
        raise _refusal()


def _chosen(printer: QPrinter, count: int) -> range:
    if printer.printRange() is not printer.PrintRange.PageRange or printer.fromPage() < 1:
        return range(count)
    return range(printer.fromPage() - 1, min(count, max(printer.fromPage(), printer.toPage())))


def _refusal() -> DiaryError:
    return DiaryError(
        tr("The report was not printed"),
        tr(
            "The printer did not take the pages. Check that it is on and has paper, choose another "
            "printer, or save the report as a PDF."
        ),
    )
