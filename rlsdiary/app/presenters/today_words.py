"""What the Today screen says about days, nights and moments, written as the country does."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from rlsdiary.domain.day import DayRule, Entered, clock_text
from rlsdiary.domain.doses import amount_text
from rlsdiary.domain.questions import ONSET_NONE, Kind, Question, Value
from rlsdiary.ui.kit.clock import local_clock
from rlsdiary.words import ntr, tr

_ON_ONE_LINE = 36


def late_words(entered: Entered, day: date, rule: DayRule) -> str:
    """Say how late something of ``day`` was written down; "" where it was not late."""
    days = entered.days_late(day, rule)
    return ntr("entered {n} day later", "entered {n} days later", days) if days else ""


def kept_words(newest: datetime, today: date) -> str:
    """Say when the newest thing was kept, with its date where it was not ``today``."""
    words = short_time(newest)
    if newest.date() != today:
        stamp = QDateTime(qdate(newest.date()), QTime(newest.hour, newest.minute))
        words = QLocale().toString(stamp, QLocale.FormatType.ShortFormat)
    return tr("kept {when}").format(when=words)


def short_time(wall: datetime) -> str:
    """Write the time of day."""
    return QLocale().toString(QTime(wall.hour, wall.minute), QLocale.FormatType.ShortFormat)


def told_words(question: Question, value: Value) -> str:
    """Tell an answer with its question, on one line where it is short: "Into bed: 23:10"."""
    words = tr("{label}: {answer}").format(
        label=tr(question.label), answer=answer_words(question, value)
    )
    return words.replace(" ", "\u00a0") if len(words) <= _ON_ONE_LINE else words


def answer_words(question: Question, value: Value) -> str:
    """Put an answer in a few words: "6", "23:10", "20 min", "yes"."""
    unit = tr(question.unit)
    match question.kind:
        case Kind.CLOCK | Kind.ONSET if not isinstance(value, str):
            return local_clock(clock_text(int(value)))
        case Kind.ONSET:
            return tr("none") if value == ONSET_NONE else tr("on waking")
        case Kind.CHOICE | Kind.SET:
            words = dict(question.choices)
            return ", ".join(tr(words.get(word, word)) for word in str(value).split(","))
        case Kind.YES:
            return tr("yes") if value else tr("no")
    number = value if isinstance(value, str) else amount_text(value)
    return f"{number} {unit}".strip()


def qdate(day: date) -> QDate:
    """Return ``day`` as Qt has it."""
    return QDate(day.year, day.month, day.day)


def night_words(day: date) -> str:
    """Name the night that ended on ``day``: "Sat 21 → Sun 22 Nov"."""
    before = qdate(day).addDays(-1)
    locale = QLocale()
    return tr("{first} → {last}").format(
        first=locale.toString(before, "ddd d"), last=locale.toString(qdate(day), "ddd d MMM")
    )


def day_words(day: date, today: date) -> str:
    """Name a day: "Today", or its weekday."""
    if day == today:
        return tr("Today")
    return QLocale().toString(qdate(day), "dddd")
