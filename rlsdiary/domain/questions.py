"""What the diary asks: each question with its kind, range, words and the day it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from rlsdiary.domain.day import MINUTES_A_DAY, DayRule, Entered
from rlsdiary.domain.errors import BadValue
from rlsdiary.words import mark, tr

Value = int | float | str
"""A recorded value: a number, or one of the question's words. Not recorded is None or absent."""

ONSET_NONE, ONSET_WAKING = "none", "waking"
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


class Card(Enum):
    """Which card of the Today screen asks it."""

    NIGHT = "night"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``key`` is also the diary CSV's column where the CSV has one."""

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

    def check(self, value: Value) -> Value:
        """Return ``value`` as it is stored; raise BadValue saying what would do."""
        return _CHECKS[self.kind](self, value)


@dataclass(frozen=True, slots=True)
class Answer:
    """One recorded answer. ``at`` is when it happened, in minutes from the day's midnight."""

    question: str
    value: Value
    entered: Entered
    at: int | None = None

    def days_late(self, day: date, rule: DayRule) -> int | None:
        """Return how many diary days late the answer of ``day`` came; None where imported."""
        return self.entered.days_late(due_day(self.question, day), rule)

    def is_late(self, day: date, rule: DayRule) -> bool:
        """Return whether the answer of ``day`` came more than 48 hours late."""
        return self.entered.is_late(due_day(self.question, day), rule)


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


_CHECKS = {
    Kind.RATING: _whole,
    Kind.COUNT: _whole,
    Kind.MINUTES: _whole,
    Kind.CLOCK: _clock,
    Kind.ONSET: _onset,
    Kind.CHOICE: _choice,
    Kind.SET: _set,
    Kind.NUMBER: _number,
}


def _rating(
    key: str, card: Card, label: str, low: str, high: str, better: bool = False
) -> Question:
    return Question(
        key, Kind.RATING, card, label, low_words=low, high_words=high, high_is_better=better
    )


_NONE = mark("none")
_WORST = mark("the worst I can imagine")
REST_CHOICES = (
    ("no", mark("no")),
    ("little", mark("a little")),
    ("hour", mark("an hour or more")),
)
LATENCY_CHOICES = (
    ("5", mark("under 5 min")),
    ("15", mark("5–15 min")),
    ("30", mark("15–30 min")),
    ("60", mark("30–60 min")),
    ("later", mark("later")),
    ("no-rest", mark("did not rest")),
)
DURATION_CHOICES = (
    ("1", mark("under 1 hour")),
    ("3", mark("1–3 hours")),
    ("8", mark("3–8 hours")),
    ("more", mark("more than 8 hours")),
)
KICK_CHOICES = (
    ("none", mark("none")),
    ("some", mark("some")),
    ("lot", mark("a lot")),
    ("unobserved", mark("not observed")),
)
BODY_REGIONS = tuple(
    (f"{region}.{side}", f"{region} {side}")
    for region in (
        *("foot", "calf", "thigh", "hip", "trunk", "hand", "forearm", "upper-arm", "other"),
    )
    for side in ("left", "right")
)

_ALL = (
    _rating(
        "sleep_quality",
        Card.NIGHT,
        mark("How was the sleep"),
        mark("terrible"),
        mark("excellent"),
        better=True,
    ),
    Question("leg_wakings", Kind.COUNT, Card.NIGHT, mark("Woken by the legs"), high=99),
    Question("wakings", Kind.COUNT, Card.NIGHT, mark("Woken, for any reason"), high=99),
    _rating("legs_asleep", Card.NIGHT, mark("Legs when falling asleep"), _NONE, _WORST),
    _rating("legs_night", Card.NIGHT, mark("Legs during the night"), _NONE, _WORST),
    Question(
        "walk_min", Kind.MINUTES, Card.NIGHT, mark("Minutes up and walking"), high=1440, unit="min"
    ),
    Question("sleep_min", Kind.MINUTES, Card.NIGHT, mark("Minutes asleep"), high=1440, unit="min"),
    Question("bed", Kind.CLOCK, Card.NIGHT, mark("Into bed")),
    Question("lights_out", Kind.CLOCK, Card.NIGHT, mark("Lights out")),
    Question(
        "fall_asleep_min",
        Kind.MINUTES,
        Card.NIGHT,
        mark("Minutes to fall asleep"),
        high=1440,
        unit="min",
    ),
    Question(
        "awake_min",
        Kind.MINUTES,
        Card.NIGHT,
        mark("Minutes awake after that"),
        high=1440,
        unit="min",
    ),
    Question("final_waking", Kind.CLOCK, Card.NIGHT, mark("Final waking")),
    Question("up", Kind.CLOCK, Card.NIGHT, mark("Out of bed")),
    _rating(
        "rested",
        Card.NIGHT,
        mark("Rested on waking"),
        mark("not at all"),
        mark("fully"),
        better=True,
    ),
    Question(
        "partner_kicks",
        Kind.CHOICE,
        Card.NIGHT,
        mark("Kicking, seen by partner"),
        choices=KICK_CHOICES,
    ),
    _rating("urge", Card.TODAY, mark("Strongest urge to move"), _NONE, _WORST),
    Question("onset", Kind.ONSET, Card.TODAY, mark("It began")),
    Question("rest", Kind.CHOICE, Card.TODAY, mark("Chance to sit still"), choices=REST_CHOICES),
    _rating("stress", Card.TODAY, mark("Stress"), _NONE, _WORST),
    _rating("tiredness", Card.TODAY, mark("Tiredness in the day"), _NONE, _WORST),
    _rating("mood", Card.TODAY, mark("Mood"), mark("terrible"), mark("excellent"), better=True),
    _rating("pain", Card.TODAY, mark("Pain"), _NONE, _WORST),
    _rating("urge_morning", Card.TODAY, mark("Urge, morning 06–12"), _NONE, _WORST),
    _rating("urge_afternoon", Card.TODAY, mark("Urge, afternoon 12–18"), _NONE, _WORST),
    _rating("urge_evening", Card.TODAY, mark("Urge, evening 18–24"), _NONE, _WORST),
    _rating("urge_night", Card.TODAY, mark("Urge, night 00–06"), _NONE, _WORST),
    Question(
        "rest_latency",
        Kind.CHOICE,
        Card.TODAY,
        mark("After sitting down it came"),
        choices=LATENCY_CHOICES,
    ),
    Question(
        "duration", Kind.CHOICE, Card.TODAY, mark("How long altogether"), choices=DURATION_CHOICES
    ),
    Question("where", Kind.SET, Card.TODAY, mark("Where"), choices=BODY_REGIONS),
)

QUESTIONS: dict[str, Question] = {question.key: question for question in _ALL}
"""Every built-in question by key, in the order the cards show them."""

RATINGS = tuple(q.key for q in _ALL if q.kind is Kind.RATING)


def question(key: str) -> Question:
    """Return the built-in question of ``key``; KeyError where there is none."""
    return QUESTIONS[key]


def due_day(key: str, day: date) -> date:
    """Return the diary day by whose end an answer of ``day`` is in time.

    What is asked about a night is answered when it is over: the night that began on ``day``
    ends on the following day, and that day's end is early enough.
    """
    is_of_night = key in QUESTIONS and QUESTIONS[key].card is Card.NIGHT
    return day + timedelta(days=1) if is_of_night else day
