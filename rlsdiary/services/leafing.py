"""Leafing through the months: which ratings there are, and how the days of a period stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.catalogue import QUESTIONS, RATINGS
from rlsdiary.domain.day import DayRule
from rlsdiary.domain.day_mark import DayMark
from rlsdiary.domain.questions import Card
from rlsdiary.store import Store
from rlsdiary.words import tr

FIRST_CHOICE = "urge"


@dataclass(frozen=True, slots=True)
class Rated:
    """Something that is rated from 0 to 10, in the person's language.

    With ``of_night`` the rating of a day is about the night that began on its evening.
    """

    key: str
    label: str
    low_words: str = ""
    high_words: str = ""
    of_night: bool = False


class Leafing:
    """What the calendar reads."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ratings(self) -> tuple[Rated, ...]:
        """Return every rating that was ever recorded, the urge first and in any case."""
        known = self._store.months.questions() | {FIRST_CHOICE}
        keys = sorted(known.intersection(RATINGS), key=_place)
        own = (Rated(*pair) for pair in self._store.months.own_ratings() if pair[0] in known)
        return (*map(_rated, keys), *own)

    def marks(self, question: str, first: date, last: date) -> dict[date, DayMark]:
        """Return the days from ``first`` to ``last`` that have the rating or a note."""
        rule = self._store.rule()
        answers = self._store.months.answers(question, first, last)
        notes = self._store.months.notes(first, last)
        return {
            day: _mark(day, answers.get(day), notes.get(day, ""), rule)
            for day in answers.keys() | notes.keys()
        }

    def span(self) -> tuple[date, date] | None:
        """Return the first and last recorded day, or None for an empty diary."""
        return self._store.days.span()


def _mark(day: date, answer: Answer | None, note: str, rule: DayRule) -> DayMark:
    if answer is None or isinstance(answer.value, str):
        return DayMark(note=note)
    late = answer.days_late(day, rule) if answer.is_late(day, rule) else 0
    return DayMark(round(answer.value), note, late or 0)


def _place(key: str) -> tuple[bool, int]:
    return key != FIRST_CHOICE, RATINGS.index(key)


def _rated(key: str) -> Rated:
    question = QUESTIONS[key]
    return Rated(
        key,
        tr(question.label),
        tr(question.low_words),
        tr(question.high_words),
        question.card is Card.NIGHT,
    )
