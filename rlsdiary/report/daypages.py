"""The day table as rows of a page: which values get a column, and which are told in words."""

from __future__ import annotations

from collections.abc import Iterator

from rlsdiary.report.content import ReportContent
from rlsdiary.report.daytable import DayRow, is_night
from rlsdiary.report.flow import Row
from rlsdiary.report.sheet import Sheet
from rlsdiary.report.table import GAP, Column, Table
from rlsdiary.report.typeset import HEADING, SMALL, SMALL_BOLD, SOFT, Faces, mm
from rlsdiary.report.wording import NOT_RECORDED, Wording
from rlsdiary.words import ntr, tr

_LEAST_TEXT = mm(62)
"""What is always kept free for words, where any day has some."""


class DayPages:
    """Makes the rows of the day table of one report."""

    def __init__(
        self, content: ReportContent, wording: Wording, faces: Faces, left: float, width: float
    ) -> None:
        self._content = content
        self._wording = wording
        self._faces = faces
        self._sheet = Sheet(content, wording, faces, left, width)
        self._many_years = content.first.year != content.last.year
        data = content.table
        self._has_doses = any(row.doses for row in data.rows)
        self.in_columns = self._columns_that_fit(width)
        self._in_words = tuple(key for key in data.keys if key not in self.in_columns)
        self._has_words = any(map(self._needs_words, data.rows))
        self._table = self._make_table(left, width)

    def rows(self) -> Iterator[Row]:
        """Yield the heading, a line of explanation and one row a day."""
        sheet = self._sheet
        yield from sheet.paragraph(tr("Day by day"), HEADING, keep=True)
        words = tr(
            "{dash} is not recorded. A day begins at {clock}. Values of the night belong to the "
            "night that began on that date."
        )
        clock = f"{self._content.day_start:%H:%M}"
        text = words.format(dash=NOT_RECORDED, clock=clock)
        yield from sheet.paragraph(text, SOFT, keep=True)
        yield self._table.header
        styles = (SMALL,) * len(self._table.columns)
        soft = (SOFT,) * len(styles)
        for row in self._content.table.rows:
            style = soft if row.is_empty else styles
            yield from self._table.rows(self._cells(row), style, ruled=row.day.weekday() == 0)

    def _columns_that_fit(self, width: float) -> tuple[str, ...]:
        """Return the questions that get a column of their own; the others are told in words."""
        data = self._content.table
        keys = tuple(key for key in data.keys if not key.startswith("item:"))
        room = width - self._day_width() - GAP
        texts = self._has_doses or any(row.note for row in data.rows)
        least = _LEAST_TEXT + GAP if texts or len(keys) < len(data.keys) else 0.0
        fitting = self._fitting(keys, room - least)
        if len(fitting) < len(keys) and not least:
            fitting = self._fitting(keys, room - _LEAST_TEXT - GAP)
        return tuple(sorted(fitting, key=lambda key: (is_night(key), keys.index(key))))

    def _fitting(self, keys: tuple[str, ...], room: float) -> list[str]:
        fitting = []
        for key in keys:
            need = self._value_width(key) + GAP
            if need <= room:
                fitting.append(key)
                room -= need
        return fitting

    def _value_width(self, key: str) -> float:
        bold, plain = self._faces[SMALL_BOLD], self._faces[SMALL]
        data = self._content.table
        values = {row.values[key] for row in data.rows if key in row.values}
        title = max(bold.width(word) for word in data.names[key][0].split())
        return max([title, *(plain.width(self._wording.value(key, value)) for value in values)])

    def _day_width(self) -> float:
        return max(
            self._faces[SMALL].width(self._day_text(row) + " …") for row in self._content.table.rows
        )

    def _make_table(self, left: float, width: float) -> Table:
        names = self._content.table.names
        night, evening = tr("Night that followed"), tr("Day and evening")
        grouped = any(map(is_night, self.in_columns))
        columns = [Column(tr("Day"))]
        for key in self.in_columns:
            group = (night if is_night(key) else evening) if grouped else ""
            columns.append(Column(names[key][0], right=True, group=group, narrow_title=True))
        if self._has_doses:
            columns.append(Column(tr("Taken"), grow=1))
        if self._has_words or not self._has_doses:
            words = tr("Notes and other values") if self._has_words else ""
            columns.append(Column(words, grow=1.2))
        widths = [self._day_width(), *map(self._value_width, self.in_columns)]
        shares = [column.grow for column in columns[len(widths) :]]
        room = width - sum(widths) - GAP * (len(columns) - 1)
        widths += [room * share / sum(shares) for share in shares]
        return Table(self._faces, columns, widths, left)

    def _cells(self, row: DayRow) -> list[str]:
        wording = self._wording
        cells = [self._day_text(row)]
        cells += [wording.value(key, row.values.get(key)) for key in self.in_columns]
        if self._has_doses:
            cells.append(", ".join(map(wording.dose_taken, row.doses)) or NOT_RECORDED)
        if self._has_words or not self._has_doses:
            cells.append(self._words(row))
        return cells

    def _day_text(self, row: DayRow) -> str:
        formats = self._wording.formats
        write = formats.full_date if self._many_years else formats.short_date
        return f"{formats.weekday(row.day)} {write(row.day)}"

    def _needs_words(self, row: DayRow) -> bool:
        return bool(row.note or row.days_late or any(key in row.values for key in self._in_words))

    def _words(self, row: DayRow) -> str:
        names = self._content.table.names
        parts = [
            f"{names[key][1]}: {self._wording.value(key, row.values[key])}"
            for key in self._in_words
            if key in row.values
        ]
        if row.days_late:
            parts.append(ntr("entered {n} day late", "entered {n} days late", row.days_late))
        words = "; ".join(parts)
        return "\n".join(filter(None, (words, row.note.strip())))
