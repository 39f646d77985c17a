"""Rows of marks flowing down pages: what belongs together stays, headers are repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rlsdiary.report.typeset import Chart, Mark, Rule


class Row(Protocol):
    """A strip of the page that is never cut. ``keep`` ties it to the row below it.

    ``head`` is repeated above it where it is the first on its page.
    """

    @property
    def height(self) -> float:
        """How much of the page it takes."""

    @property
    def keep(self) -> bool:
        """Whether it may not be the last on its page."""

    @property
    def head(self) -> Row | None:
        """What is repeated above it at the top of a page."""

    def marks(self, top: float, opens_page: bool, /) -> Iterable[Mark]:
        """Yield its marks with its upper edge at ``top``."""


@dataclass(frozen=True, slots=True)
class Space:
    """Empty space, which vanishes at the top of a page."""

    height: float
    keep: bool = False
    head: Row | None = None

    def marks(self, _top: float, _opens_page: bool) -> Iterable[Mark]:
        """Yield nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Strip:
    """Marks that keep their places to each other; their heights count from the strip's top."""

    height: float
    content: tuple[Mark, ...]
    keep: bool = False
    head: Row | None = None

    def marks(self, top: float, _opens_page: bool) -> Iterator[Mark]:
        """Yield the marks, moved down to ``top``."""
        for mark in self.content:
            if isinstance(mark, Rule):
                yield replace(mark, y1=mark.y1 + top, y2=mark.y2 + top)
            else:
                yield replace(mark, y=mark.y + top)


@dataclass(frozen=True, slots=True)
class ChartStrip:
    """The trend chart, which takes what is left of its page between two heights.

    ``reserve`` is the height of what follows: that stays on its page where both have room.
    """

    left: float
    width: float
    height: float
    most: float
    reserve: float = 0.0
    keep: bool = False
    head: Row | None = None

    def fitted(self, room: float) -> ChartStrip:
        """Return it as high as ``room`` allows, with what follows below it where that fits."""
        if self.height + self.reserve <= room:
            room -= self.reserve
        return replace(self, height=max(self.height, min(self.most, room)))

    def marks(self, top: float, _opens_page: bool) -> Iterator[Mark]:
        """Yield the place of the chart."""
        yield Chart(self.left, top, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Placed:
    """A row at its place on a page."""

    row: Row
    top: float
    opens_page: bool

    def marks(self) -> Iterable[Mark]:
        """Yield the row's marks."""
        return self.row.marks(self.top, self.opens_page)


Page = tuple[Placed, ...]


class _Paginator:
    """Fills pages from the top; knows only heights, never what is in a row."""

    def __init__(self, first_top: float, top: float, bottom: float) -> None:
        self._top, self._bottom = top, bottom
        self._pages: list[Page] = []
        self._page: list[Placed] = []
        self._y = first_top

    def add(self, group: Sequence[Row]) -> None:
        """Place rows that belong together; only a group taller than a page is torn."""
        height = sum(row.height for row in group)
        if self._page and self._y + height > self._bottom:
            self.end_page()
        for row in group:
            self._place(row)

    def end_page(self) -> None:
        """Close the page in hand, if there is anything on it."""
        if self._page:
            self._pages.append(tuple(self._page))
        self._page, self._y = [], self._top

    def pages(self) -> tuple[Page, ...]:
        """Return all pages; at least one."""
        self.end_page()
        return tuple(self._pages) or ((),)

    def _place(self, row: Row) -> None:
        if self._page and self._y + row.height > self._bottom:
            self.end_page()
        opens = not self._page
        if opens and isinstance(row, Space):
            return
        if opens and row.head is not None:
            self._put(row.head, opens=True)
        if isinstance(row, ChartStrip):
            row = row.fitted(self._bottom - self._y)
        self._put(row, opens)

    def _put(self, row: Row, opens: bool) -> None:
        self._page.append(Placed(row, self._y, opens))
        self._y += row.height


def paginate(rows: Iterable[Row], first_top: float, top: float, bottom: float) -> tuple[Page, ...]:
    """Return the pages that ``rows`` fill from ``top`` to ``bottom``, the first from its own."""
    paginator = _Paginator(first_top, top, bottom)
    for group in _groups(rows):
        paginator.add(group)
    return paginator.pages()


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if not row.keep:
            yield group
            group = []
    if group:
        yield group
