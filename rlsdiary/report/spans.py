"""Text under a row of a table that runs across its columns, overleaf where it is long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rlsdiary.report.flow import Row
from rlsdiary.report.table import CONTINUED, PADDING, WHOLE_LINES, Table
from rlsdiary.report.typeset import SMALL, SOFT, Mark


@dataclass(frozen=True, slots=True)
class SpanRow:
    """Some lines from column ``column`` to the right edge.

    At the top of a page ``again`` says in the first column what they belong to.
    """

    table: Table
    lines: tuple[str, ...]
    column: int
    again: str
    height: float
    keep: bool
    head: Row | None

    def marks(self, top: float, opens_page: bool) -> Iterator[Mark]:
        """Yield the lines."""
        table = self.table
        if opens_page:
            yield from table.line_of(self.again, SOFT, table.left, top)
        for number, line in enumerate(self.lines):
            if line:
                left = table.places[self.column]
                yield from table.line_of(line, SMALL, left, top + number * table.line)


def span_rows(table: Table, text: str, column: int, belongs_to: str) -> list[Row]:
    """Return ``text`` in one piece, or line by line where it is longer than WHOLE_LINES."""
    lines = table.faces[SMALL].wrap(text, table.right - table.places[column])
    again = belongs_to + CONTINUED
    if len(lines) <= WHOLE_LINES:
        height = len(lines) * table.line + PADDING
        return [SpanRow(table, tuple(lines), column, again, height, False, table.header)]
    last = len(lines) - 1
    return [
        SpanRow(
            table,
            (line,),
            column,
            again,
            height=table.line + (PADDING if number == last else 0.0),
            # Neither the first nor the last line stands alone on a page.
            keep=number in (0, last - 1),
            head=table.header,
        )
        for number, line in enumerate(lines)
    ]
