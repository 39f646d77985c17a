"""Every question of the diary, in the order of the cards, in our own words."""

from __future__ import annotations

from rlsdiary.domain.body import PLACES
from rlsdiary.domain.questions import Card, Kind, Place, Question
from rlsdiary.words import mark

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
MEASURES = (
    ("walking", mark("walking")),
    ("stretching", mark("stretching")),
    ("rubbing", mark("rubbing")),
    ("bath", mark("bath or shower")),
    ("cold", mark("cold")),
    ("compression", mark("compression")),
    ("vibration", mark("vibration")),
    ("distraction", mark("distraction")),
    ("standing", mark("standing desk")),
    ("stimulation", mark("nerve stimulation")),
    ("medicine", mark("medicine")),
)
"""What people do about it."""


def _rating(  # noqa: PLR0913 - all that ratings differ in
    key: str,
    card: Card,
    label: str,
    low: str,
    high: str,
    *,
    better: bool = False,
    place: Place = Place.SHOWN,
    private: bool = False,
    track: str = "",
) -> Question:
    return Question(
        key,
        Kind.RATING,
        card,
        label,
        low_words=low,
        high_words=high,
        high_is_better=better,
        place=place,
        private=private,
        track=track,
    )


def _minutes(key: str, label: str, place: Place = Place.MORE, track: str = "") -> Question:
    return Question(
        key, Kind.MINUTES, Card.NIGHT, label, high=1440, unit="min", place=place, track=track
    )


def _clock(key: str, label: str) -> Question:
    return Question(key, Kind.CLOCK, Card.NIGHT, label, place=Place.MORE)


_NIGHT = (
    _rating(
        "sleep_quality",
        Card.NIGHT,
        mark("How was the sleep"),
        mark("terrible"),
        mark("excellent"),
        better=True,
    ),
    Question("leg_wakings", Kind.COUNT, Card.NIGHT, mark("Woken by the legs"), high=99),
    Question(
        "wakings",
        Kind.COUNT,
        Card.NIGHT,
        mark("Woken, for any reason"),
        high=99,
        place=Place.MORE,
    ),
    _rating(
        "legs_asleep",
        Card.NIGHT,
        mark("Legs when falling asleep"),
        _NONE,
        _WORST,
        place=Place.MORE,
    ),
    _rating(
        "legs_night", Card.NIGHT, mark("Legs during the night"), _NONE, _WORST, place=Place.MORE
    ),
    _minutes("walk_min", mark("Minutes up and walking")),
    _clock("bed", mark("Into bed")),
    _clock("lights_out", mark("Lights out")),
    _minutes("fall_asleep_min", mark("Minutes to fall asleep"), track="minutes to fall asleep"),
    _minutes("awake_min", mark("Minutes awake after that"), track="minutes awake"),
    _clock("final_waking", mark("Final waking")),
    _minutes(
        "tried_min",
        mark("Then tried to sleep on, minutes"),
        Place.OFF,
        track="minutes trying to sleep on",
    ),
    _clock("up", mark("Out of bed")),
    _minutes("sleep_min", mark("Minutes asleep"), Place.OFF),
    _rating(
        "rested",
        Card.NIGHT,
        mark("Rested on waking"),
        mark("not at all"),
        mark("fully"),
        better=True,
        place=Place.OFF,
        track="rested",
    ),
    Question(
        "partner_kicks",
        Kind.CHOICE,
        Card.NIGHT,
        mark("Kicking, seen by partner"),
        choices=KICK_CHOICES,
        place=Place.OFF,
    ),
)


def _part_of_day(key: str, label: str) -> Question:
    return _rating(key, Card.TODAY, label, _NONE, _WORST, place=Place.MORE)


_TODAY = (
    _rating("urge", Card.TODAY, mark("Strongest urge to move"), _NONE, _WORST),
    Question("onset", Kind.ONSET, Card.TODAY, mark("It began")),
    Question("rest", Kind.CHOICE, Card.TODAY, mark("Chance to sit still"), choices=REST_CHOICES),
    _rating("stress", Card.TODAY, mark("Stress"), _NONE, _WORST),
    _rating("tiredness", Card.TODAY, mark("Tiredness in the day"), _NONE, _WORST),
    _part_of_day("urge_morning", mark("Urge, morning 06–12")),
    _part_of_day("urge_afternoon", mark("Urge, afternoon 12–18")),
    _part_of_day("urge_evening", mark("Urge, evening 18–24")),
    _part_of_day("urge_night", mark("Urge, night 00–06")),
    Question(
        "rest_latency",
        Kind.CHOICE,
        Card.TODAY,
        mark("After sitting down it came"),
        choices=LATENCY_CHOICES,
        place=Place.MORE,
    ),
    Question(
        "duration",
        Kind.CHOICE,
        Card.TODAY,
        mark("How long altogether"),
        choices=DURATION_CHOICES,
        place=Place.MORE,
    ),
    Question("where", Kind.SET, Card.TODAY, mark("Where"), choices=PLACES, place=Place.MORE),
    _rating("pain", Card.TODAY, mark("Pain"), _NONE, _WORST, place=Place.MORE, track="pain"),
    _rating(
        "mood",
        Card.TODAY,
        mark("Mood"),
        mark("terrible"),
        mark("excellent"),
        better=True,
        place=Place.MORE,
        private=True,
    ),
)


def _counted(
    key: str, label: str, unit: str, *, timed: bool = True, private: bool = False
) -> Question:
    return Question(
        f"habit:{key}",
        Kind.AMOUNT,
        Card.HABITS,
        label,
        unit=unit,
        place=Place.MORE,
        timed=timed,
        private=private,
        track=key,
    )


def _happened(
    key: str,
    label: str,
    place: Place = Place.MORE,
    *,
    timed: bool = False,
    private: bool = False,
) -> Question:
    return Question(
        f"trigger:{key}",
        Kind.YES,
        Card.HABITS,
        label,
        place=place,
        timed=timed,
        private=private,
        track=key.replace("-", " "),
    )


_HABITS = (
    _counted("coffee", mark("Coffee or tea"), mark("cups")),
    _counted("alcohol", mark("Alcohol"), mark("glasses"), private=True),
    _counted("nicotine", mark("Nicotine"), mark("times")),
    _counted("exercise", mark("Exercise"), mark("min")),
    _happened("long-sitting", mark("Long sitting")),
    _happened("late-meal", mark("Late heavy meal")),
    _happened("missed-dose", mark("Missed dose")),
    _happened("cold-remedy", mark("Cold or allergy remedy"), timed=True),
    _happened("stressful-event", mark("Stressful event")),
    _happened("short-night", mark("Too little sleep")),
    _happened("illness", mark("Illness or fever")),
    _happened("heat", mark("Heat")),
    _happened("travel", mark("Travel")),
    _happened("blood-donation", mark("Blood donation"), Place.OFF),
    _happened("period", mark("Period"), Place.OFF, private=True),
)

_TRIED = tuple(
    Question(
        f"relief:{key}",
        Kind.HELP,
        Card.TRIED,
        words,
        high=3,
        high_is_better=True,
        place=Place.MORE,
        track=f"{key} helped",
    )
    for key, words in MEASURES
)

_ALL = (*_NIGHT, *_TODAY, *_HABITS, *_TRIED)

QUESTIONS: dict[str, Question] = {question.key: question for question in _ALL}
"""Every built-in question by key, in the order the cards show them."""

RATINGS = tuple(q.key for q in _ALL if q.kind is Kind.RATING)

TRACKS: dict[str, Question] = {q.track: q for q in _ALL if q.track}
"""The built-in questions that the diary CSV keeps in a column "track:…", by its name."""


def question(key: str) -> Question:
    """Return the built-in question of ``key``; KeyError where there is none."""
    return QUESTIONS[key]


def is_of_night(key: str) -> bool:
    """Return whether an answer is about the night that began on its day, own items included."""
    if key.startswith("night-item:"):
        return True
    return key in QUESTIONS and QUESTIONS[key].card is Card.NIGHT
