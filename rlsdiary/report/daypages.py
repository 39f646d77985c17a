"""The day table as rows of a page: which values get a column, and which are told in words."""

from __future__ import annotations

from collections.abc import Iterator

from rlsdiary.domain.catalogue import QUESTIONS, is_of_night
from rlsdiary.domain.questions import Kind
from rlsdiary.report.blocks import Blocks
from rlsdiary.report.content import ReportContent
from rlsdiary.report.daytable import DayRow, legend
from rlsdiary.report.flow import Row, Space
from rlsdiary.report.nottaken import not_taken_for_long, without
from rlsdiary.report.spans import span_rows
from rlsdiary.report.table import GAP, Column, Table
from rlsdiary.report.typeset import HEADING, SMALL, SMALL_BOLD, SOFT, Faces, mm
from rlsdiary.report.wording import NOT_RECORDED, Wording
from rlsdiary.words import ntr, tr

_LEAST_TEXT = mm(56)
"""What is always kept free for words, where any day has some."""
_DAYS_OF_EVERY_NAME = 400
"""In so many days every weekday and every month has come."""
_MOST_WORDS = 0.45
"""The share of the room beside the columns that other values never pass, for the doses' sake."""
_TOGETHER = 3
"""So many days stay under the heading at the foot of a page."""
_MOST_VALUE = mm(15)
"""No value gets a wider column than this; longer words of an answer are broken."""
_MOST_TITLE = mm(24)
"""Only the names of the person's own items are longer, and broken."""


class DayPages:
    """Makes the rows of the day table of one report."""

    def __init__(
        self, content: ReportContent, wording: Wording, faces: Faces, left: float, width: float
    ) -> None:
        self._content = content
        self._wording = wording
        self._faces = faces
        self._blocks = Blocks(content, wording, faces, left, width)
        self._many_years = content.first.year != content.last.year
        data = content.table
        self._not_taken = not_taken_for_long(data.rows)
        self._has_doses = any(without(row, self._not_taken).doses for row in data.rows)
        self.in_columns = self._columns_that_fit(width)
        self._in_words = tuple(key for key in data.keys if key not in self.in_columns)
        self._has_words = any(map(self._needs_words, data.rows))
        self._table = self._make_table(left, width)

    def rows(self) -> Iterator[Row]:
        """Yield the heading, a line of explanation and one row a day."""
        blocks = self._blocks
        yield from blocks.paragraph(tr("Day by day"), HEADING, keep=True)
        words = tr(
            "{dash} is not recorded. A day begins at {clock}. Values of the night belong to the "
            "night that began on that date."
        )
        clock = f"{self._content.day_start:%H:%M}"
        text = words.format(dash=NOT_RECORDED, clock=clock)
        legends = (legend(key, self._content.table.names) for key in self.in_columns)
        told = [f"{words}." for words in legends if words]
        yield from blocks.paragraph(" ".join((text, *told)), SOFT, keep=True)
        for time in self._not_taken:
            yield from blocks.paragraph(self._wording.not_taken(time), SMALL, keep=True)
        yield Space(mm(1), keep=True)
        yield self._table.header
        styles = (SMALL,) * len(self._table.columns)
        soft = (SOFT,) * len(styles)
        for number, row in enumerate(self._content.table.rows):
            style = soft if row.is_empty else styles
            below = self._below(row)
            keep = bool(below) or number < _TOGETHER
            ruled = row.day.weekday() == 0
            yield from self._table.rows(self._cells(row), style, ruled=ruled, keep=keep)
            if below:
                yield from span_rows(self._table, below, 1, self._day_text(row))

    def _below(self, row: DayRow) -> str:
        """Return what stands below a row over all columns: the note, and that it came late."""
        late = ""
        if row.days_late:
            late = ntr("(entered {n} day later)", "(entered {n} days later)", row.days_late)
        return " ".join(filter(None, (row.note.strip(), late)))

    def _columns_that_fit(self, width: float) -> tuple[str, ...]:
        """Return the questions that get a column of their own; the others are told in words."""
        data = self._content.table
        keys = tuple(key for key in data.keys if not key.startswith("item:"))
        room = width - self._day_width() - GAP
        least = _LEAST_TEXT + GAP if self._has_doses or len(keys) < len(data.keys) else 0.0
        fitting = self._fitting(keys, room - least)
        if len(fitting) < len(keys) and not least:
            fitting = self._fitting(keys, room - _LEAST_TEXT - GAP)
        return tuple(sorted(fitting, key=lambda key: (is_of_night(key), keys.index(key))))

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
        title = bold.width(data.names[key][0])
        words = {self._wording.short_value(key, value) for value in values}
        widest = max((plain.width(text) for text in words), default=0.0)
        return max(min(title, _MOST_TITLE), min(widest, _MOST_VALUE))

    def _day_width(self) -> float:
        return max(
            self._faces[SMALL].width(self._day_text(row) + " …")
            for row in self._content.table.rows[:_DAYS_OF_EVERY_NAME]
        )

    def _make_table(self, left: float, width: float) -> Table:
        names = self._content.table.names
        night, evening = tr("Night"), tr("Day and evening")
        grouped = any(map(is_of_night, self.in_columns))
        columns = [Column(tr("Day"))]
        for key in self.in_columns:
            group = (night if is_of_night(key) else evening) if grouped else ""
            in_words = key in QUESTIONS and QUESTIONS[key].kind in (Kind.CHOICE, Kind.SET)
            columns.append(Column(names[key][0], right=not in_words, group=group))
        widths = [self._day_width(), *map(self._value_width, self.in_columns)]
        titles = [tr("Taken")] if self._has_doses else []
        if self._has_words or not self._has_doses:
            titles.append(tr("Other values") if self._has_words else "")
        room = width - sum(widths) - GAP * (len(widths) + len(titles) - 1)
        words = self._words_width(room) if len(titles) > 1 else room
        columns += map(Column, titles)
        widths += [room - words, words] if len(titles) > 1 else [room]
        return Table(self._faces, columns, widths, left)

    def _words_width(self, room: float) -> float:
        """Return the part of ``room`` that other values get beside the doses: what they need."""
        plain = self._faces[SMALL]
        title = self._faces[SMALL_BOLD].width(tr("Other values"))
        needs = (plain.width(self._words(row)) for row in self._content.table.rows)
        return min(max(title, *needs), room * _MOST_WORDS)

    def _cells(self, row: DayRow) -> list[str]:
        wording = self._wording
        cells = [self._day_text(row)]
        cells += [wording.short_value(key, row.values.get(key)) for key in self.in_columns]
        if self._has_doses:
            left = without(row, self._not_taken).doses
            # What is told above leaves its cell empty: a dash would say "not recorded".
            cells.append(wording.doses(left) or ("" if row.doses else NOT_RECORDED))
        if self._has_words or not self._has_doses:
            cells.append(self._words(row))
        return cells

    def _day_text(self, row: DayRow) -> str:
        formats = self._wording.formats
        write = formats.full_date if self._many_years else formats.short_date
        return f"{formats.weekday(row.day)} {write(row.day)}"

    def _needs_words(self, row: DayRow) -> bool:
        return any(key in row.values for key in self._in_words)

    def _words(self, row: DayRow) -> str:
        names = self._content.table.names
        parts = [
            f"{names[key][1]}: {self._wording.value(key, row.values[key])}"
            for key in self._in_words
            if key in row.values
        ]
        return "; ".join(parts)
