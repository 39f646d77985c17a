"""Reads and writes the diary CSV: one row a diary day, empty cells for what is not recorded.

A file is taken whole or not at all. A row that has nothing but its date is kept as a day without
values: it counts as read, changes nothing in a diary, and is written again. Rows without any text
are skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from rlsdiary.domain.day import DayRule, check_day_known, parse_day
from rlsdiary.domain.errors import BadValue, DiaryError
from rlsdiary.exchange.csv_cells import answer_text, number_text, shown
from rlsdiary.exchange.csv_day import CsvDay, CsvRefused, Problems
from rlsdiary.exchange.csv_header import (
    ANSWER_COLUMNS,
    DATE,
    ELEMENT_COLUMNS,
    NOTE,
    Draft,
    Header,
    read_header,
    take_column,
    track_column,
)
from rlsdiary.exchange.csv_lines import LONGEST_LINE, Row, open_csv, records
from rlsdiary.exchange.replacing import replace_file
from rlsdiary.words import tr

__all__ = ["CsvDay", "CsvRefused", "read_diary_csv", "write_diary_csv"]

Column = tuple[str, Callable[[CsvDay], str]]
"""A column's name, and what it says of a day ("" for not recorded)."""


def read_diary_csv(path: Path, rule: DayRule, today: date) -> tuple[CsvDay, ...]:
    """Read the days of a file in date order; a file with only its first line has none.

    ``rule`` says to which side of midnight a time of onset belongs; days after ``today`` are
    refused. Raises CsvRefused, with the place of everything that is wrong.
    """
    try:
        with open_csv(path) as file:
            return _read(records(file), rule, today)
    except OSError as error:
        raise CsvRefused(
            tr("“{path}” cannot be read: {reason}. Check that you may open it.").format(
                path=path, reason=error.strerror or error
            )
        ) from error


def write_diary_csv(
    path: Path,
    days: Iterable[CsvDay],
    rule: DayRule,  # noqa: ARG001 - a clock time reads the same whenever the day starts
) -> int:
    """Write ``days`` in date order with the columns that have a value; return the rows written.

    Answers to questions that are no column of the diary CSV are left out. The file is replaced
    whole or not at all. Raises DiaryError where it cannot be written or a day cannot be put in
    a CSV, ValueError for a day given twice.
    """
    ordered = sorted(days, key=lambda day: day.day)
    if len({day.day for day in ordered}) < len(ordered):
        raise ValueError("a day was given twice")
    columns = _columns(ordered)
    lines = [_line([name for name, _cell in columns], DATE)]
    lines += [_line([cell(day) for _name, cell in columns], day.day.isoformat()) for day in ordered]
    replace_file(path, lines)
    return len(ordered)


def _read(rows: Iterator[Row], rule: DayRule, today: date) -> tuple[CsvDay, ...]:
    _row, first = next(rows, (0, None))
    if first is None:
        raise CsvRefused(tr("The file is empty. Choose a diary CSV file."))
    reading = _Reading(read_header(first), rule, today)
    for row, cells in rows:
        reading.take(row, cells)
    reading.problems.raise_any()
    return tuple(reading.days[day] for day in sorted(reading.days))


class _Reading:
    """The rows read so far, and what was wrong with them."""

    def __init__(self, header: Header, rule: DayRule, today: date) -> None:
        self._header, self._rule, self._today = header, rule, today
        self.days: dict[date, CsvDay] = {}
        self.problems = Problems()

    def take(self, row: int, cells: Sequence[str]) -> None:
        """Read one row into ``days``, or note what is wrong with it."""
        columns, date_at = len(self._header.names), self._header.date_at
        shown_day = shown(cells[date_at]) if date_at < len(cells) else "?"
        if len(cells) != columns:
            self.problems.add(_length_words(row, shown_day, len(cells), columns))
            return
        day = self._day(row, shown_day)
        draft = self._values(row, shown_day, cells)
        note_at = self._header.note_at
        note = (cells[note_at] or None) if note_at is not None else None
        if day is not None:
            self.days[day] = CsvDay(
                day, draft.answers, draft.elements, draft.takes, draft.tracks, note, row
            )

    def _day(self, row: int, text: str) -> date | None:
        try:
            day = parse_day(text)
            check_day_known(day, self._today)
        except DiaryError as bad:
            self.problems.add(
                tr("Row {row}, column “date”: {why}").format(row=row, why=bad.message)
            )
            return None
        if day in self.days:
            self.problems.add(
                tr(
                    "Row {row}, column “date”: {day} is already in row {first}. Keep one row a day."
                ).format(row=row, day=text, first=self.days[day].row)
            )
        return day

    def _values(self, row: int, day: str, cells: Sequence[str]) -> Draft:
        draft = Draft()
        for at, keep in self._header.keeps:
            text = cells[at].strip()
            if text:
                try:
                    keep(draft, text, self._rule)
                except BadValue as bad:
                    self.problems.add(
                        _cell_words(row, day, self._header.names[at], text, bad.message)
                    )
        return draft


def _cell_words(row: int, day: str, column: str, value: str, why: str) -> str:
    return tr(
        "Row {row} ({day}), column “{column}”: “{value}” does not fit. {why} "
        "Correct it, or leave the cell empty."
    ).format(row=row, day=day, column=shown(column), value=shown(value), why=why)


def _length_words(row: int, day: str, cells: int, columns: int) -> str:
    said = tr("Row {row} ({day}) has {cells} cells, but row 1 names {columns} columns.")
    mend = (
        tr("It may have been cut off; add what is missing, or save the file again.")
        if cells < columns
        else tr(
            "Write numbers with a decimal point (0.5), and a note with commas in quotation marks."
        )
    )
    return f"{said.format(row=row, day=day, cells=cells, columns=columns)} {mend}"


def _columns(days: Sequence[CsvDay]) -> list[Column]:
    columns: list[Column] = [(DATE, lambda day: day.day.isoformat())]
    answered = {key for day in days for key in day.answers}
    columns += [(key, _answer_cell(key)) for key in ANSWER_COLUMNS if key in answered]
    elements = {key for day in days for key in day.elements}
    columns += [(n, _element_cell(e)) for n, e in ELEMENT_COLUMNS.items() if e in elements]
    takes = sorted({key for day in days for key in day.takes})
    columns += [(take_column(*key), _take_cell(key)) for key in takes]
    tracks = sorted({key for day in days for key in day.tracks})
    columns += [(track_column(key), _track_cell(key)) for key in tracks]
    if any(day.note for day in days):
        columns.append((NOTE, lambda day: day.note or ""))
    return columns


def _answer_cell(key: str) -> Callable[[CsvDay], str]:
    return lambda day: answer_text(key, day.answers[key]) if key in day.answers else ""


def _element_cell(element: str) -> Callable[[CsvDay], str]:
    return lambda day: _number_cell(day.elements.get(element))


def _take_cell(key: tuple[str, str]) -> Callable[[CsvDay], str]:
    return lambda day: _number_cell(day.takes.get(key))


def _track_cell(name: str) -> Callable[[CsvDay], str]:
    return lambda day: _number_cell(day.tracks.get(name))


def _number_cell(number: float | None) -> str:
    return "" if number is None else number_text(number)


def _line(cells: Iterable[str], where: str) -> bytes:
    """Return a row as bytes. Not csv.writer: before Python 3.13 a lone CR stays unquoted."""
    text = ",".join(map(_quoted, cells)) + "\n"
    try:
        line = text.encode()
    except UnicodeEncodeError:
        line = b""
    if not line or b"\0" in line or max(map(len, line.splitlines())) >= LONGEST_LINE:
        raise DiaryError(
            tr("The file could not be written"),
            tr(
                "{where}: a name or the note is too long for one line of a CSV file, or has a "
                "character that is no text. Shorten or correct it in the diary."
            ).format(where=where),
        )
    return line


def _quoted(cell: str) -> str:
    if not any(mark in cell for mark in ',"\r\n'):
        return cell
    return '"' + cell.replace('"', '""') + '"'
