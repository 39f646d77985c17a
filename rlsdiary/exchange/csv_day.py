"""One day of the diary CSV as values, and the refusal of a file that cannot be taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rlsdiary.domain.errors import DiaryError
from rlsdiary.domain.questions import Value
from rlsdiary.words import ntr, tr

PROBLEMS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class CsvDay:
    """What one row of the diary CSV holds; what was not recorded is simply not in it.

    ``answers`` has the values as the diary stores them, ``elements`` elemental milligrams,
    ``takes`` amounts by (name, unit), ``tracks`` numbers by name; 0 is an explicit none. ``row``
    is the line of the file where the row begins, 1 for the first; 0 when not from a file. It is
    no part of what the day says, so two days are equal whatever their rows.
    """

    day: date
    answers: Mapping[str, Value] = field(default_factory=dict)
    elements: Mapping[str, float] = field(default_factory=dict)
    takes: Mapping[tuple[str, str], float] = field(default_factory=dict)
    tracks: Mapping[str, float] = field(default_factory=dict)
    note: str | None = None
    row: int = field(default=0, compare=False)


class CsvRefused(DiaryError):
    """A file that was not taken, and nothing of it.

    ``problems`` holds the first ten sentences, each with the place, the value and what to do;
    ``more`` is how many others there were.
    """

    def __init__(self, *problems: str, more: int = 0) -> None:
        self.problems = problems
        self.more = more
        lines = list(self.problems)
        if more:
            lines.append(ntr("And {n} more problem.", "And {n} more problems.", more))
        lines.append(tr("Nothing was taken from this file."))
        super().__init__(tr("This file cannot be read as a diary"), "\n".join(lines))


class Problems:
    """Collects what is wrong with a file: the first sentences, and the number of the others."""

    def __init__(self) -> None:
        self._first: list[str] = []
        self._more = 0

    def add(self, sentence: str) -> None:
        """Note one more problem."""
        if len(self._first) < PROBLEMS_SHOWN:
            self._first.append(sentence)
        else:
            self._more += 1

    def raise_any(self) -> None:
        """Raise CsvRefused where anything was noted."""
        if self._first:
            raise CsvRefused(*self._first, more=self._more)
