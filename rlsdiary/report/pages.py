"""The pages of the report: one layout, painted alike on screen, on a printer and into a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, QUuid
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from rlsdiary.charts.look import PAPER, Look
from rlsdiary.charts.picture import TrendsPicture
from rlsdiary.report.content import PAPERS, ReportContent
from rlsdiary.report.daypages import DayPages
from rlsdiary.report.flow import Page, Row, Space, paginate
from rlsdiary.report.localformats import LocalFormats
from rlsdiary.report.painting import PagePainter
from rlsdiary.report.sheet import Sheet
from rlsdiary.report.typeset import SOFT, UNITS_PER_INCH, Faces, Mark, Rule, Text, mm, pt
from rlsdiary.report.wording import Wording
from rlsdiary.whole_file import write_whole
from rlsdiary.words import tr

SIDE, EDGE = mm(15), mm(12.1)
"""Margins at the sides, and above and below; no mark lies outside them."""
_GAP = mm(3)


class ReportPages:
    """The laid-out report. Making it measures every row; marks are made one page at a time."""

    def __init__(self, content: ReportContent, picture: TrendsPicture | None, paper: str) -> None:
        self.page_size_mm = PAPERS[paper]
        self.page_size = (mm(self.page_size_mm[0]), mm(self.page_size_mm[1]))
        self.paper = paper
        self.content = content
        self._picture = None if picture is None or picture.is_empty else picture
        self._faces = Faces()
        self._wording = Wording(LocalFormats())
        self._pages = self._lay_out()

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return len(self._pages)

    def marks(self, page_index: int) -> tuple[Mark, ...]:
        """Return every mark of a page, in units of 1/1200 inch from its top left corner."""
        body = chain.from_iterable(placed.marks() for placed in self._pages[page_index])
        return (*self._frame(page_index), *body)

    def paint(self, painter: QPainter, page_index: int, rect: QRectF, look: Look = PAPER) -> None:
        """Paint a page into ``rect``, as large as fits, keeping its shape; no ground.

        Paper is always printed in the colours of PAPER; another ``look`` is for the screen.
        """
        width, height = self.page_size
        scale = min(rect.width() / width, rect.height() / height)
        painter.save()
        painter.translate(rect.center() - QPointF(width, height) * scale / 2)
        painter.scale(scale, scale)
        period = (self.content.first, self.content.last)
        pen = PagePainter(painter, self._faces, self._picture, period, look)
        for mark in self.marks(page_index):
            pen.draw(mark)
        painter.restore()

    def _lay_out(self) -> tuple[Page, ...]:
        width, height = self.page_size
        place = (self.content, self._wording, self._faces, SIDE, width - 2 * SIDE)
        line = self._faces[SOFT].line
        sheet = Sheet(*place).rows(self._chart_lines())
        days: Iterable[Row] = ()
        if not self.content.is_empty:
            days = chain((Space(mm(8), keep=True),), DayPages(*place).rows())
        # The first page has its title where the others have a running head.
        tops = EDGE, EDGE + line + _GAP
        return paginate(chain(sheet, days), *tops, height - EDGE - 2 * line - _GAP)

    def _chart_lines(self) -> float:
        """Return how many lines of type the chart is high at least, 0 where there is none."""
        if self._picture is None:
            return 0.0
        from rlsdiary.charts.sheet import (  # noqa: PLC0415 - charts load slowly
            edges_of,
            least_lines,
        )

        edges = edges_of(self.content.first, self.content.last)
        return least_lines(self._picture, edges=edges) * 1.01

    def _frame(self, page_index: int) -> Iterator[Mark]:
        """Yield what stands on every page: whose it is, which page, what it is not."""
        content, wording = self.content, self._wording
        line = self._faces[SOFT].line
        foot = self.page_size[1] - EDGE - 2 * line
        if page_index:
            title = tr("Restless legs diary") + "  ·  " + wording.period(content)
            yield from self._line(title, "", EDGE)
        yield Rule(SIDE, foot - pt(3), self.page_size[0] - SIDE, foot - pt(3), pt(0.4))
        number = tr("page {n}/{m}").format(n=page_index + 1, m=self.count)
        yield from self._line(content.name or tr("No name given"), number, foot)
        printed = tr("printed {when}").format(when=wording.formats.moment(content.printed))
        notice = tr("Self-reported; not a medical device; no warranty")
        yield from self._line(notice, printed, foot + line)

    def _line(self, left: str, right: str, top: float) -> Iterator[Text]:
        face = self._faces[SOFT]
        end = self.page_size[0] - SIDE
        right_width = face.width(right) if right else 0.0
        if right:
            yield Text(end - right_width, top, right_width, face.line, right, SOFT)
        left = face.elide(left, end - SIDE - right_width - _GAP)
        yield Text(SIDE, top, face.width(left), face.line, left, SOFT)


def save_pdf(path: Path, pages: ReportPages, title: str) -> None:
    """Write the pages as a PDF to ``path``, whole or not at all; OSError where it cannot be."""
    write_whole(path, [make_pdf(pages, title)])


def make_pdf(pages: ReportPages, title: str) -> bytes:
    """Return the pages as a PDF; the same pages give the same bytes but for the dates in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageSize(QPageSize(QSizeF(*pages.page_size_mm), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title)
    writer.setCreator(f"RLS Diary {pages.content.version}")
    # A random identity would make two files of the same diary differ.
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), repr(pages.content).encode()))
    painter = QPainter(writer)
    for index in range(pages.count):
        if index:
            writer.newPage()
        pages.paint(painter, index, QRectF(QPointF(), QSizeF(*pages.page_size)))
    painter.end()
    return bytes(buffer.data().data())
