"""What the Today screen says about days, nights and moments, written as the country does."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from rlsdiary.domain.day import DayRule, Entered
from rlsdiary.words import ntr, tr


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
