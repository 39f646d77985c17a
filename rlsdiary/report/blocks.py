"""The blocks every page is made of: paragraphs, headings and tables over the whole width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rlsdiary.report.content import ReportContent
from rlsdiary.report.flow import Row, Space, Strip
from rlsdiary.report.table import Cell, Column, Table, fit_widths
from rlsdiary.report.typeset import BODY, HEADING, Faces, Style, Text, mm
from rlsdiary.report.wording import Wording

WHOLE = 12
"""A table of at most so many rows is never torn."""


class Blocks:
    """Makes rows between ``left`` and ``left + width``."""

    def __init__(
        self, content: ReportContent, wording: Wording, faces: Faces, left: float, width: float
    ) -> None:
        self.content = content
        self.wording = wording
        self.faces = faces
        self.left, self.width = left, width

    def paragraph(self, text: str, style: Style = BODY, keep: bool = False) -> Iterator[Row]:
        """Yield ``text`` line by line over the whole width."""
        face = self.faces[style]
        for line in face.wrap(text, self.width):
            yield Strip(face.line, (self.text(line, style, self.left, 0),), keep)

    def heading(self, text: str) -> Iterator[Row]:
        """Yield a heading, tied to what follows."""
        yield Space(mm(2.8), keep=True)
        yield from self.paragraph(text, HEADING, keep=True)
        yield Space(mm(0.8), keep=True)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Iterator[Row]:
        """Yield a table over the whole width, its header tied to its first row; WHOLE if small."""
        widths = fit_widths(self.faces, columns, rows, self.width)
        table = Table(self.faces, columns, widths, self.left)
        yield table.header
        last = len(rows) - 1
        for number, cells in enumerate(rows):
            yield from table.rows(cells, keep=len(rows) <= WHOLE and number < last)

    def text(self, text: str, style: Style, x: float, y: float) -> Text:
        """Return one line of text in its measured box."""
        face = self.faces[style]
        return Text(x, y, face.width(text), face.line, text, style)
