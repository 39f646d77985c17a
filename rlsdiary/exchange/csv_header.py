"""The columns of the diary CSV: which there are, and what a header line asks to be read."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from rlsdiary.domain.day import DayRule
from rlsdiary.domain.doses import check_name, check_unit
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.questions import Value
from rlsdiary.exchange.csv_cells import read_amount, read_answer, read_tracked, shown
from rlsdiary.exchange.csv_day import Problems
from rlsdiary.words import tr

DATE, NOTE, TAKE, TRACK = "date", "note", "take:", "track:"
ANSWER_COLUMNS = (
    *("urge", "stress", "tiredness", "mood"),
    *("urge_morning", "urge_afternoon", "urge_evening", "urge_night"),
    *("onset", "rest", "sleep_quality", "legs_asleep", "legs_night"),
    *("wakings", "leg_wakings", "walk_min", "sleep_min"),
)
ELEMENT_COLUMNS: Mapping[str, str] = {
    "iron_mg": "iron",
    "zinc_mg": "zinc",
    "magnesium_mg": "magnesium",
}
KNOWN_COLUMNS = (DATE, *ANSWER_COLUMNS, *ELEMENT_COLUMNS, NOTE)


@dataclass(slots=True)
class Draft:
    """The values of a row while its cells are read."""

    answers: dict[str, Value] = field(default_factory=dict)
    elements: dict[str, float] = field(default_factory=dict)
    takes: dict[tuple[str, str], float] = field(default_factory=dict)
    tracks: dict[str, float] = field(default_factory=dict)


Keep = Callable[[Draft, str, DayRule], None]
"""Reads a cell into a draft; raises BadValue."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header line, understood: where date and note are, and how every other cell is kept."""

    names: tuple[str, ...]
    date_at: int
    note_at: int | None
    keeps: tuple[tuple[int, Keep], ...]


def read_header(cells: Sequence[str]) -> Header:
    """Understand the header line; raise CsvRefused naming every column that is wrong."""
    problems = Problems()
    names = [_tidy(cell) for cell in cells]
    keeps: list[tuple[int, Keep]] = []
    known = [_identity(name) for name in names]
    for at, name in enumerate(names):
        if name and known[at] in known[:at]:
            problems.add(_twice(name, known.index(known[at]), at))
        elif name not in (DATE, NOTE):
            try:
                keeps.append((at, _keep_of(name)))
            except BadValue as bad:
                problems.add(_column_words(at, name, bad))
    if DATE not in names:
        problems.add(tr("Row 1 names no column “date”. Add one with the diary day of each row."))
    problems.raise_any()
    note_at = names.index(NOTE) if NOTE in names else None
    return Header(tuple(names), names.index(DATE), note_at, tuple(keeps))


def take_column(name: str, unit: str) -> str:
    """Return the column of a supplement or medicine; its unit is what follows the last “_”."""
    return f"{TAKE}{name}_{unit}"


def track_column(name: str) -> str:
    """Return the column of a tracked item."""
    return TRACK + name


def _keep_of(column: str) -> Keep:
    if column in ANSWER_COLUMNS:
        return _keep_answer(column)
    if column in ELEMENT_COLUMNS:
        return _keep_element(ELEMENT_COLUMNS[column])
    if column.startswith(TAKE):
        return _keep_take(*_split_take(column))
    if column.startswith(TRACK):
        return _keep_track(check_name(column.removeprefix(TRACK)))
    raise BadValue(_unknown_words(column))


def _keep_answer(key: str) -> Keep:
    def keep(draft: Draft, text: str, rule: DayRule) -> None:
        draft.answers[key] = read_answer(key, text, rule)

    return keep


def _keep_element(element: str) -> Keep:
    def keep(draft: Draft, text: str, _rule: DayRule) -> None:
        draft.elements[element] = read_amount(text)

    return keep


def _keep_take(name: str, unit: str) -> Keep:
    def keep(draft: Draft, text: str, _rule: DayRule) -> None:
        draft.takes[name, unit] = read_amount(text)

    return keep


def _keep_track(name: str) -> Keep:
    def keep(draft: Draft, text: str, _rule: DayRule) -> None:
        draft.tracks[name] = read_tracked(text)

    return keep


def _tidy(cell: str) -> str:
    """Return a column's name with its blanks as an item's name and unit are kept."""
    name = " ".join(cell.split())
    for prefix in (TAKE, TRACK):
        if name.startswith(prefix):
            item, underscore, unit = name.removeprefix(prefix).rpartition("_")
            if prefix == TAKE and underscore:
                return take_column(item.strip(), unit.strip())
            return prefix + name.removeprefix(prefix).strip()
    return name


def _identity(column: str) -> str:
    """Return what two columns of one item share: names of items differ by more than case."""
    return column.casefold() if column.startswith((TAKE, TRACK)) else column


def _split_take(column: str) -> tuple[str, str]:
    name, underscore, unit = column.removeprefix(TAKE).rpartition("_")
    if not underscore:
        raise BadValue(tr("Write the unit after “_”, as take:ropinirole_mg."))
    return check_name(name), check_unit(unit)


def _unknown_words(column: str) -> str:
    if not column:
        return tr("It has no name. Name it, or delete the column.")
    near = difflib.get_close_matches(column.lower(), KNOWN_COLUMNS, n=1)
    if near:
        return tr("The diary does not know it. Did you mean “{near}”?").format(near=near[0])
    return tr(
        "The diary does not know it. Call it “track:…” (a number) or “take:…_mg” (an amount), "
        "or delete the column."
    )


def _twice(name: str, first: int, second: int) -> str:
    return tr("Row 1 names “{column}” twice, in columns {first} and {second}. Delete one.").format(
        column=shown(name), first=first + 1, second=second + 1
    )


def _column_words(at: int, name: str, bad: BadValue) -> str:
    return tr("Row 1, column {number} “{column}”: {why}").format(
        number=at + 1, column=shown(name), why=bad.message
    )
