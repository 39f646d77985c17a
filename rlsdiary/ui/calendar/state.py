"""What the Calendar screen shows, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rlsdiary.domain.day_mark import DayMark

NO_MARK = DayMark()


@dataclass(frozen=True, slots=True)
class RatingChoice:
    """A rating to choose; ``of_night`` ones are kept under the day on which the night began."""

    key: str
    label: str
    low_words: str = ""
    high_words: str = ""
    of_night: bool = False


@dataclass(frozen=True, slots=True)
class CalendarState:
    """The month, or with ``is_year`` the year, around ``day``, up to ``today``.

    ``marks`` holds only days that have the rating or a note.
    """

    ratings: tuple[RatingChoice, ...]
    chosen: RatingChoice
    day: date
    today: date
    first_year: int
    is_year: bool = False
    is_empty: bool = False
    marks: Mapping[date, DayMark] = field(default_factory=dict)

    @property
    def months(self) -> tuple[date, ...]:
        """The first days of the months that are shown."""
        if not self.is_year:
            return (self.day.replace(day=1),)
        return tuple(date(self.day.year, month, 1) for month in range(1, 13))


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line of the results: soft words, and below them a text with its found words.

    ``day`` is what it opens, None where there is nothing to open.
    """

    icon: str
    head: str
    parts: tuple[tuple[str, bool], ...]
    day: date | None = None

    @property
    def text(self) -> str:
        """The text in one piece."""
        return "".join(piece for piece, _found in self.parts)


@dataclass(frozen=True, slots=True)
class SearchState:
    """What was found for ``text``; ``words`` says how much, or why nothing."""

    text: str = ""
    words: str = ""
    lines: tuple[ResultLine, ...] = ()
