"""A file on the disk as numbered rows of text cells, in little memory, or a refusal in words."""

from __future__ import annotations

import codecs
import csv
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from rlsdiary.exchange.csv_day import CsvRefused
from rlsdiary.words import mark, tr

BIGGEST_FILE = 100_000_000
LONGEST_LINE = 1_000_000
"""Bytes. Twenty years with a page of notes each day come to about 25 MB."""

# A note may be long; the csv module's own limit is 131,072 characters, for the whole process.
csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))

_SAVE_AS = mark("In the spreadsheet, save it as “CSV UTF-8”.")
_FOREIGN = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, which begins with the same two bytes
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_OTHER_SEPARATORS = {
    ";": mark("semicolons (;)"),
    "\t": mark("tabs"),
    "|": mark("bars (|)"),
}
_ZIP = b"PK\x03\x04"


Row = tuple[int, list[str]]
"""The line where a row begins, 1 for the first, and its cells."""


def open_csv(path: Path) -> BinaryIO:
    """Open ``path`` for ``records``; raise CsvRefused for what is no ordinary file of fair size."""
    try:
        kind = path.stat()
    except FileNotFoundError:
        raise _refuse(tr("There is no file “{path}”. Check its name.").format(path=path)) from None
    if stat.S_ISDIR(kind.st_mode):
        raise _refuse(tr("“{path}” is a folder. Choose a file in it.").format(path=path))
    if not stat.S_ISREG(kind.st_mode):
        raise _refuse(tr("“{path}” is not an ordinary file. Choose another.").format(path=path))
    if kind.st_size > BIGGEST_FILE:
        raise _refuse(
            tr(
                "The file has {size} MB; a diary of many years has less than {limit} MB. "
                "Choose another file, or split this one by years."
            ).format(size=-(-kind.st_size // 1_000_000), limit=BIGGEST_FILE // 1_000_000)
        )
    return path.open("rb")


def records(file: BinaryIO) -> Iterator[Row]:
    """Yield the rows of a file; skip those without any text.

    Raises CsvRefused for bytes that are no UTF-8 text, quotation marks that do not match and
    lines longer than ``LONGEST_LINE``.
    """
    reader = csv.reader(_lines(file), strict=True)
    row = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield row, cells
            row = reader.line_num + 1
    except csv.Error:
        raise _refuse(
            tr(
                'Row {row}: the quotation marks (") do not match, or a cell has more than '
                "{limit} letters. A cell in quotation marks ends with one, and one that belongs "
                "to the text is written twice."
            ).format(row=row, limit=csv.field_size_limit())
        ) from None


def _lines(file: BinaryIO) -> Iterator[str]:
    place, row = 0, 0
    while line := file.readline(LONGEST_LINE + 1):
        row += 1
        if row == 1:
            _check_first(line)
        text = _decoded(line, place, row)
        if row == 1:
            _check_separator(text)
        yield text
        place += len(line)


def _check_first(line: bytes) -> None:
    for begins, name in _FOREIGN:
        if line.startswith(begins):
            raise _refuse(
                tr("The file is written in {name}, not in UTF-8.").format(name=name), tr(_SAVE_AS)
            )
    if line.startswith(_ZIP):
        raise _refuse(tr("This is a spreadsheet or an archive, not a CSV file."), tr(_SAVE_AS))
    if b"\r" in line.rstrip(b"\r\n"):
        raise _refuse(tr("The lines end as on very old Macintosh computers."), tr(_SAVE_AS))


def _check_separator(first: str) -> None:
    if "date" in _parts(first, ","):
        return
    for separator, words in _OTHER_SEPARATORS.items():
        if "date" in _parts(first, separator):
            raise _refuse(
                tr("Row 1: the columns are separated by {separator}.").format(separator=tr(words)),
                tr("Save the file again with commas between the columns."),
            )


def _parts(line: str, separator: str) -> list[str]:
    return [part.strip(' "\r\n').lower() for part in line.split(separator)]


def _decoded(line: bytes, place: int, row: int) -> str:
    if (nul := line.find(b"\0")) >= 0:
        raise _refuse(
            tr("Row {row}, byte {place}: this is not text (a zero byte).").format(
                row=row, place=place + nul + 1
            ),
            tr("Choose a CSV file."),
        )
    if len(line) > LONGEST_LINE:
        raise _refuse(
            tr("Row {row} is longer than {limit} bytes.").format(row=row, limit=LONGEST_LINE),
            tr("A diary has one line a day; choose a CSV file."),
        )
    try:
        return line.decode("utf-8-sig" if row == 1 else "utf-8")
    except UnicodeDecodeError as error:
        # With "utf-8-sig" the start is counted after the mark.
        at = place + error.start + 1 + (3 if row == 1 and line.startswith(codecs.BOM_UTF8) else 0)
        raise _refuse(
            tr("Row {row}, byte {place}: this is not UTF-8 text.").format(row=row, place=at),
            tr(_SAVE_AS),
        ) from None


def _refuse(*sentences: str) -> CsvRefused:
    return CsvRefused(" ".join(sentences))
