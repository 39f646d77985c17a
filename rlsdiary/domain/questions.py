"""What a question is: its kind, range and words, and the check of an answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rlsdiary.domain.day import MINUTES_A_DAY
from rlsdiary.domain.errors import BadValue
from rlsdiary.words import tr

Value = int | float | str
"""A recorded value: a number, or one of the question's words. Not recorded is None or absent."""

ONSET_NONE, ONSET_WAKING = "none", "waking"
TRIED = "tried"
"""Tried, without a word on whether it helped."""
MOST_HELP = 3
BIGGEST_NUMBER = 1e9


class Kind(Enum):
    """What sort of answer a question takes."""

    RATING = "rating"  # whole number 0-10
    COUNT = "count"  # whole number
    MINUTES = "minutes"  # whole number of minutes
    CLOCK = "clock"  # minutes from the diary day's midnight, may pass 24 h
    ONSET = "onset"  # a CLOCK, or "none", or "waking"
    CHOICE = "choice"  # one of the question's words
    SET = "set"  # any of the question's words, comma-separated
    NUMBER = "number"  # any number, for own items
    YES = "yes"  # 1, or an explicit no, 0
    AMOUNT = "amount"  # how much of something, 0 is an explicit none
    HELP = "help"  # how much something helped, 0-3, or "tried"


class Card(Enum):
    """Which card of the Today screen asks it."""

    NIGHT = "night"
    TODAY = "today"
    HABITS = "habits"
    TRIED = "tried"


class Place(Enum):
    """Where on its card a question stands, until the person puts it elsewhere."""

    SHOWN = "shown"
    MORE = "more"  # below "more"
    OFF = "off"  # not asked


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``key`` is also the diary CSV's column where the CSV has one.

    ``track`` names its column "track:…" where it has none of its own; "" for no column at all.
    ``timed`` asks for a time of day as well (``Answer.at``). What is ``private`` is not printed
    unless the person says so.
    """

    key: str
    kind: Kind
    card: Card
    label: str
    low_words: str = ""
    high_words: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    high: int = 10
    unit: str = ""
    high_is_better: bool = False
    place: Place = Place.SHOWN
    timed: bool = False
    private: bool = False
    track: str = ""

    def check(self, value: Value) -> Value:
        """Return ``value`` as it is stored; raise BadValue saying what would do."""
        return _CHECKS[self.kind](self, value)


def _whole(question: Question, value: Value) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
        raise BadValue(_range_words(question))
    if not 0 <= value <= question.high:
        raise BadValue(_range_words(question))
    return int(value)


def _range_words(question: Question) -> str:
    return tr("{label} takes a whole number from 0 to {high}.").format(
        label=tr(question.label), high=question.high
    )


def _clock(question: Question, value: Value) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 3 * MINUTES_A_DAY:
        raise BadValue(tr("{label} takes a time of day.").format(label=tr(question.label)))
    return value


def _onset(question: Question, value: Value) -> Value:
    if value in (ONSET_NONE, ONSET_WAKING):
        return value
    if isinstance(value, str):
        raise BadValue(tr("It began takes a time of day, “none” or “waking”."))
    return _clock(question, value)


def _choice(question: Question, value: Value) -> Value:
    words = [word for word, _label in question.choices]
    if value not in words:
        raise BadValue(
            tr("{label} takes one of: {words}.").format(
                label=tr(question.label), words=", ".join(words)
            )
        )
    return value


def _set(question: Question, value: Value) -> Value:
    for word in str(value).split(","):
        _choice(question, word)
    return value


def _number(question: Question, value: Value) -> Value:
    if isinstance(value, bool | str) or not abs(value) < BIGGEST_NUMBER:
        raise BadValue(tr("{label} takes a number.").format(label=tr(question.label)))
    return value


def _yes(question: Question, value: Value) -> int:
    if value not in (0, 1):
        raise BadValue(tr("{label} takes yes (1) or no (0).").format(label=tr(question.label)))
    return int(value)


def _amount(question: Question, value: Value) -> Value:
    number = _number(question, value)
    if isinstance(number, str) or number < 0:
        raise BadValue(tr("{label} takes an amount, 0 or more.").format(label=tr(question.label)))
    return number


def _help(question: Question, value: Value) -> Value:
    if value != TRIED and (isinstance(value, bool) or value not in range(MOST_HELP + 1)):
        raise BadValue(
            tr("{label} takes 0 (no help) to 3 (a lot), or “tried”.").format(
                label=tr(question.label)
            )
        )
    return value if isinstance(value, str) else int(value)


_CHECKS = {
    Kind.RATING: _whole,
    Kind.COUNT: _whole,
    Kind.MINUTES: _whole,
    Kind.CLOCK: _clock,
    Kind.ONSET: _onset,
    Kind.CHOICE: _choice,
    Kind.SET: _set,
    Kind.NUMBER: _number,
    Kind.YES: _yes,
    Kind.AMOUNT: _amount,
    Kind.HELP: _help,
}
