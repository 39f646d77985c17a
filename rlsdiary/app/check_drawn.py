"""The part of the self-check that looks: letters, icons, a chart, the report, every screen."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontInfo, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from rlsdiary.app import screenshots
from rlsdiary.app.report_pages import report_pages
from rlsdiary.app.soundness import is_blank, need, paper
from rlsdiary.app.trends_picture import trends_picture
from rlsdiary.charts.look import LIGHT
from rlsdiary.charts.paper import save_trends
from rlsdiary.report.content import ReportOptions
from rlsdiary.report.pages import save_pdf
from rlsdiary.services.reading import Reading
from rlsdiary.store import Store
from rlsdiary.ui.kit.icons import ICON_NAMES, pixmap
from rlsdiary.ui.kit.theme import body_font
from rlsdiary.words import ntr, tr

_CHART_SIZE = 800, 600
_PAGE_WIDTH = 800
_WINDOW_SIZE = 1000, 700


def check_letters() -> str:
    """Draw two letters: without a font they are missing, or two equal boxes."""
    drawn = [_letter(letter) for letter in "Ag"]
    need(
        drawn[0] != drawn[1] and not any(map(is_blank, drawn)),
        tr("There is no font with letters; on Linux install one, such as fonts-dejavu-core."),
    )
    return QFontInfo(body_font()).family()


def _letter(letter: str) -> QImage:
    image = paper(64, 64)
    painter = QPainter(image)
    painter.setFont(body_font())
    painter.drawText(QRectF(image.rect()), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return image


def check_icons() -> str:
    """Draw every icon that the program names."""
    for name in ICON_NAMES:
        image = pixmap(name, "#000000", 48).toImage()
        need(not is_blank(image), tr("The icon “{name}” is blank.").format(name=name))
    return ntr("{n} drawn", "{n} drawn", len(ICON_NAMES))


def check_chart(store: Store, first: date, last: date, folder: Path) -> str:
    """Draw the trends into a PNG and an SVG and look at both."""
    picture = trends_picture(Reading(store), first, last)
    for ending in (".png", ".svg"):
        path = folder / f"trends{ending}"
        save_trends(path, picture, first, last, LIGHT, _CHART_SIZE)
        image = QImage(str(path)) if ending == ".png" else _svg_image(path)
        has_size = (image.width(), image.height()) == _CHART_SIZE
        blank = tr("The chart as {ending} is blank.").format(ending=ending)
        need(has_size and not is_blank(image), blank)
    return tr("drawn as PNG and SVG")


def _svg_image(path: Path) -> QImage:
    image = paper(*_CHART_SIZE)
    painter = QPainter(image)
    QSvgRenderer(str(path)).render(painter)
    painter.end()
    return image


def check_report(store: Store, moment: datetime, first: date, last: date, folder: Path) -> str:
    """Look at every page of the report, and whether the PDF has them all, with their letters."""
    pages = report_pages(store, ReportOptions(first, last), moment)
    for index in range(pages.count):
        image = screenshots.page_image(pages, index, _PAGE_WIDTH)
        blank = tr("Page {n} of the report is blank.").format(n=index + 1)
        need(not is_blank(image), blank)
    path = folder / "report.pdf"
    save_pdf(path, pages, tr("RLS Diary"))
    need(_is_whole(path.read_bytes(), pages.count), tr("The PDF of the report is not whole."))
    return ntr("{n} page as PDF", "{n} pages as PDF", pages.count)


def _is_whole(pdf: bytes, pages: int) -> bool:
    has_ends = pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")
    return has_ends and pdf.count(b"/Type /Page\n") == pages and b"/FontFile" in pdf


def check_window(diary: Path, moment: datetime) -> str:
    """Open the window on the diary, without showing it anywhere, and look at every screen."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - the command has started it
    subject = screenshots.Subject(diary, moment)
    dress = screenshots.Dress("light", 100, _WINDOW_SIZE)
    for key, image in screenshots.screens(application, subject, dress, screenshots.SCREENS):
        need(not is_blank(image), tr("The screen “{key}” is blank.").format(key=key))
    return ntr("{n} screen drawn", "{n} screens drawn", len(screenshots.SCREENS))
