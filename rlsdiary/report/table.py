"""Tables of the printed pages: columns by content, cells on several lines, rows that continue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rlsdiary.report.figures import Spread
from rlsdiary.report.flow import Row
from rlsdiary.report.typeset import (
    SMALL,
    SMALL_BOLD,
    SOFT,
    Box,
    Disc,
    Faces,
    Mark,
    Rule,
    Style,
    Text,
    pt,
)

GAP = pt(7)
PADDING = pt(1.2)
WHOLE_LINES = 8
"""A row of at most so many lines stays in one piece; a longer one may go on overleaf."""
CONTINUED = " …"
_SHORT = 60
"""Cells of at most so many letters come again and again: their lines are remembered."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``grow`` is its share of the room that is left; 0 takes what its words need."""

    title: str
    right: bool = False
    grow: float = 0.0
    group: str = ""
    narrow_title: bool = False


@dataclass(frozen=True, slots=True)
class RangeMark:
    """A cell that draws where the ratings lie from 0 to ``high``: range, middle half, median."""

    spread: Spread
    high: float = 10


Cell = str | RangeMark


@dataclass(frozen=True, slots=True)
class TableRow:
    """Some lines of one row of a table, ready to be placed."""

    table: Table
    cells: tuple[tuple[str, ...] | RangeMark, ...]
    styles: tuple[Style, ...]
    height: float
    keep: bool
    head: Row | None
    padding: float = PADDING
    ruled: bool = False
    again: str = ""

    def marks(self, top: float, opens_page: bool) -> Iterator[Mark]:
        """Yield the texts, the range marks and the line above."""
        table = self.table
        if self.ruled and not opens_page:
            yield Rule(table.left, top, table.right, top, pt(0.4))
        cells = self.cells
        if opens_page and self.again:
            cells = ((self.again,), *cells[1:])
        for index, cell in enumerate(cells):
            if isinstance(cell, RangeMark):
                yield from table.range_marks(index, cell, top)
            else:
                yield from table.texts(index, cell, self.styles[index], top + self.padding)


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The titles of the columns over a line, with the titles of their groups above them."""

    table: Table
    titles: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[str, int, int], ...]
    height: float
    keep: bool = True
    head: Row | None = None

    def marks(self, top: float, _opens_page: bool) -> Iterator[Mark]:
        """Yield the titles, aligned at their feet, and the line below."""
        table = self.table
        face = table.faces[SMALL_BOLD]
        for title, first, last in self.groups:
            left, right = table.places[first], table.places[last] + table.widths[last]
            foot = top + face.line + pt(1)
            short = table.faces[SOFT].elide(title, right - left)
            yield from table.line_of(short, SOFT, left, top)
            yield Rule(left, foot, right, foot, pt(0.4))
        bottom = top + self.height - pt(3)
        for index, lines in enumerate(self.titles):
            start = bottom - len(lines) * face.line
            yield from table.texts(index, lines, SMALL_BOLD, start)
        yield Rule(table.left, bottom + pt(1.5), table.right, bottom + pt(1.5), pt(0.7), soft=False)


class Table:
    """Columns at their places between ``left`` and ``left + width``; makes its own rows."""

    def __init__(
        self,
        faces: Faces,
        columns: Sequence[Column],
        widths: Sequence[float],
        left: float,
    ) -> None:
        self.faces = faces
        self.columns = tuple(columns)
        self.widths = tuple(widths)
        self.left = left
        self.places = tuple(_places(left, widths))
        self.right = self.places[-1] + self.widths[-1]
        self.line = faces[SMALL].line
        self._short: dict[tuple[int, str, bool], tuple[str, ...]] = {}
        self.header = self._header()

    def rows(
        self,
        cells: Sequence[Cell],
        styles: Sequence[Style] | None = None,
        *,
        ruled: bool = False,
        keep: bool = False,
    ) -> list[Row]:
        """Return the row of ``cells``, in several pieces where it is longer than WHOLE_LINES."""
        styles = tuple(styles or (SMALL,) * len(cells))
        wrapped = tuple(self._wrapped(i, cell, styles[i]) for i, cell in enumerate(cells))
        lines = max(1 if isinstance(cell, RangeMark) else len(cell) for cell in wrapped)
        height = lines * self.line + 2 * PADDING
        if lines <= WHOLE_LINES:
            return [TableRow(self, wrapped, styles, height, keep, self.header, ruled=ruled)]
        return list(self._pieces(wrapped, styles, lines, ruled))

    def texts(self, index: int, lines: Iterable[str], style: Style, top: float) -> Iterator[Text]:
        """Yield ``lines`` one below the other in column ``index``."""
        face = self.faces[style]
        for number, line in enumerate(lines):
            if line:
                width = face.width(line)
                slack = self.widths[index] - width if self.columns[index].right else 0.0
                y = top + number * face.line
                yield Text(self.places[index] + slack, y, width, face.line, line, style)

    def line_of(self, text: str, style: Style, left: float, top: float) -> Iterator[Text]:
        """Yield one line of text at ``left``."""
        face = self.faces[style]
        yield Text(left, top, face.width(text), face.line, text, style)

    def range_marks(self, index: int, cell: RangeMark, top: float) -> Iterator[Mark]:
        """Yield a spread as a picture: a line for the range, a box for its middle half, a dot."""
        spread = cell.spread
        left, width = self.places[index], self.widths[index]
        y = top + PADDING + self.line / 2
        if None in (spread.least, spread.low, spread.median, spread.high, spread.most):
            return
        for end in (left, left + width):
            yield Rule(end, y - pt(3.2), end, y + pt(3.2), pt(0.7), soft=False)
        least, low, middle, high, most = (
            left + width * min(1.0, (value or 0.0) / cell.high)
            for value in (spread.least, spread.low, spread.median, spread.high, spread.most)
        )
        # Black outlines only: greys and thin lines are lost on a poor printer.
        for start, end in ((least, low), (high, most)):
            if end > start:
                yield Rule(start, y, end, y, pt(0.9), soft=False)
        if high > low:
            yield Box(low, y - pt(2.8), high - low, pt(5.6), filled=False, thick=pt(0.9))
        yield Disc(middle, y, pt(2.6))

    def _wrapped(self, index: int, cell: Cell, style: Style) -> tuple[str, ...] | RangeMark:
        if isinstance(cell, RangeMark):
            return cell
        if len(cell) > _SHORT:
            return tuple(self.faces[style].wrap(cell, self.widths[index]))
        key = (index, cell, style.bold)
        lines = self._short.get(key)
        if lines is None:
            lines = tuple(self.faces[style].wrap(cell, self.widths[index]))
            self._short[key] = lines
        return lines

    def _pieces(
        self,
        wrapped: tuple[tuple[str, ...] | RangeMark, ...],
        styles: tuple[Style, ...],
        lines: int,
        ruled: bool,
    ) -> Iterator[Row]:
        line = self.line
        first = wrapped[0]
        again = "" if isinstance(first, RangeMark) or not first else first[0] + CONTINUED
        for number in range(lines):
            cells = tuple(_line_of(cell, number) for cell in wrapped)
            opens, ends = number == 0, number == lines - 1
            yield TableRow(
                self,
                cells,
                styles,
                height=line + (opens + ends) * PADDING,
                # Neither the first nor the last line of a long row stands alone on a page.
                keep=number in (0, lines - 2),
                head=self.header,
                padding=PADDING if opens else 0.0,
                ruled=ruled and opens,
                again="" if opens else again,
            )

    def _header(self) -> HeaderRow:
        face = self.faces[SMALL_BOLD]
        titles = tuple(
            tuple(face.wrap(column.title, width)) if column.title else ()
            for column, width in zip(self.columns, self.widths, strict=True)
        )
        groups = tuple(_groups(self.columns))
        height = max(map(len, titles), default=1) * face.line + pt(3)
        if groups:
            height += face.line + pt(3)
        return HeaderRow(self, titles, groups, height)


def fit_widths(
    faces: Faces, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: float
) -> list[float]:
    """Return column widths that fill ``width``: what the words need, the rest by ``grow``.

    A column without ``grow`` never takes more than a third of the width; its words are broken.
    """
    room = width - GAP * (len(columns) - 1)
    widths = [
        0.0 if column.grow else min(_need(faces, column, rows, index), room / 3)
        for index, column in enumerate(columns)
    ]
    shares = sum(column.grow for column in columns)
    left = room - sum(widths)
    least = room * 0.3
    if shares and left < least:
        squeeze = (room - least) / sum(widths)
        widths = [size * squeeze for size in widths]
        left = least
    return [
        left * column.grow / shares if column.grow else size
        for column, size in zip(columns, widths, strict=True)
    ]


def _need(faces: Faces, column: Column, rows: Sequence[Sequence[Cell]], index: int) -> float:
    bold, plain = faces[SMALL_BOLD], faces[SMALL]
    words = column.title.split(" ") if column.narrow_title else [column.title]
    title = max((bold.width(word) for word in words), default=0.0)
    cells = (row[index] for row in rows)
    texts = {cell for cell in cells if isinstance(cell, str)}
    return max([title, *(plain.width(line) for text in texts for line in text.split("\n"))])


def _places(left: float, widths: Iterable[float]) -> Iterator[float]:
    for width in widths:
        yield left
        left += width + GAP


def _line_of(cell: tuple[str, ...] | RangeMark, number: int) -> tuple[str, ...] | RangeMark:
    if isinstance(cell, RangeMark):
        return cell if number == 0 else ()
    return cell[number : number + 1]


def _groups(columns: Sequence[Column]) -> Iterator[tuple[str, int, int]]:
    first = 0
    for index, column in enumerate(columns):
        if index + 1 == len(columns) or columns[index + 1].group != column.group:
            if column.group:
                yield column.group, first, index
            first = index + 1
