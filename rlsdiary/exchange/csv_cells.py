"""How one cell of the diary CSV becomes a value, and a value a cell."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.day import DayRule, clock_text, parse_clock
from rlsdiary.domain.doses import check_amount
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.questions import BIGGEST_NUMBER, ONSET_NONE, ONSET_WAKING, Kind, Value
from rlsdiary.words import tr

_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_COMMA_NUMBER = re.compile(r"-?[0-9.]*,[0-9.,]*")
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]")
_SHOWN = 40


def read_answer(key: str, text: str, rule: DayRule) -> Value:
    """Read a cell of a built-in question; raise BadValue saying what would do.

    A whole number may be written 5.0, as some spreadsheets do; 5.5, 1e1 and NaN are refused.
    """
    question = QUESTIONS[key]
    if question.kind is Kind.ONSET:
        return _read_onset(text, rule)
    if question.kind is Kind.CHOICE:
        return question.check(text)
    return question.check(float(text) if _NUMBER.fullmatch(text) else text)


def read_amount(text: str) -> float:
    """Read milligrams or another amount, 0 to a million; raise BadValue otherwise."""
    return check_amount(_read_number(text))


def read_tracked(text: str) -> float:
    """Read the number of a tracked item, less than a thousand million; raise BadValue otherwise."""
    number = _read_number(text)
    if abs(number) >= BIGGEST_NUMBER:
        raise BadValue(tr("The number is too big."))
    return number


def answer_text(key: str, value: Value) -> str:
    """Write the value of a built-in question; raise BadValue where it is not one of its values.

    An onset is written as the clock showed it; the reader's day rule puts it on its side of
    midnight again.
    """
    value = QUESTIONS[key].check(value)
    if isinstance(value, str):
        return value
    return clock_text(int(value)) if QUESTIONS[key].kind is Kind.ONSET else number_text(value)


def number_text(number: float) -> str:
    """Write a number exactly and without needless zeros or an exponent: 25, 0.088, 0.00001."""
    if not math.isfinite(number):
        raise BadValue(tr("A number must be finite."))
    if number == int(number):
        return str(int(number))
    return format(Decimal(repr(float(number))), "f")


def shown(text: str) -> str:
    """Return ``text`` short enough for a message, on one line, with nothing that cannot be seen."""
    start = text[: _SHOWN * 2]
    one_line = " ".join("".join(c if c.isprintable() else " " for c in start).split())
    cut = len(one_line) > _SHOWN or len(text) > len(start)
    return one_line[: _SHOWN - 1] + "…" if cut else one_line


def _read_onset(text: str, rule: DayRule) -> Value:
    if _CLOCK.fullmatch(text):
        return rule.minute_of(parse_clock(text))
    if text not in (ONSET_NONE, ONSET_WAKING):
        raise BadValue(tr("Write a time from 00:00 to 23:59, or “none”, or “waking”."))
    return text


def _read_number(text: str) -> float:
    if _NUMBER.fullmatch(text):
        return float(text) + 0.0  # turns -0 into 0
    if _COMMA_NUMBER.fullmatch(text):
        raise BadValue(tr("Write the number with a decimal point, as 0.5, and no other comma."))
    raise BadValue(tr("Write a plain number, as 25 or 0.5."))
