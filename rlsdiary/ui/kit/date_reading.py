"""Days as people type them: 2026-11-20, 20.11., 11/20, "20 November", "yesterday", -3."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from rlsdiary.domain.day import FIRST_YEAR, LAST_YEAR
from rlsdiary.domain.errors import BadValue
from rlsdiary.words import tr

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2})?)?")
_AGO = re.compile(r"[-−–](\d{1,4})")


def read_day(text: str, today: date) -> date:
    """Return the day that ``text`` names; one without a year is the last such day up to today.

    Raises BadValue, in words, where it names none, or one after ``today``.
    """
    typed = text.strip()
    day = _relative(typed.lower(), today) or _numbers(typed, today) or _in_locale(typed, today)
    if day is None:
        raise BadValue(
            tr("“{text}” is not a date; write it as 2026-11-20 or {short}.").format(
                text=typed, short=short_example().rstrip(".")
            )
        )
    if day > today:
        raise BadValue(
            tr("{day} has not come yet; choose today or an earlier day.").format(day=long_day(day))
        )
    return day


def long_day(day: date) -> str:
    """Write a day with its year, as the person's country does."""
    return QLocale().toString(to_qdate(day), QLocale.FormatType.LongFormat)


def heading_day(day: date, today: date) -> str:
    """Write a day as "Sunday 22 November", with the year where it is not this one."""
    locale = QLocale()
    order = "dddd d MMMM" if _day_first(locale) else "dddd, MMMM d"
    if day.year != today.year:
        order += " yyyy" if _day_first(locale) else ", yyyy"
    return locale.toString(to_qdate(day), order)


def short_day(day: date) -> str:
    """Write a day as "Sun 22 Nov", for where room is short."""
    locale = QLocale()
    return locale.toString(to_qdate(day), "ddd d MMM" if _day_first(locale) else "ddd, MMM d")


def short_example() -> str:
    """Return a date without year as one would type it here: 20.11. or 11/20."""
    return "20.11." if _day_first(QLocale()) else "11/20"


def to_qdate(day: date) -> QDate:
    """Return the same day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def to_date(day: QDate) -> date:
    """Return the same day as Python has it."""
    return date(day.year(), day.month(), day.day())


def _relative(text: str, today: date) -> date | None:
    words = {tr("today").lower(): 0, tr("yesterday").lower(): 1}
    ago = _AGO.fullmatch(text)
    days = int(ago[1]) if ago else words.get(text)
    return None if days is None else today - timedelta(days=days)


def _numbers(text: str, today: date) -> date | None:
    iso = _ISO.fullmatch(text)
    if iso:
        return _existing(int(iso[1]), int(iso[2]), int(iso[3]), text)
    short = _SHORT.fullmatch(text)
    if not short:
        return None
    first, second = int(short[1]), int(short[3])
    day_first = short[2] == "." or _day_first(QLocale())
    day, month = (first, second) if day_first else (second, first)
    return _with_year(short[4], month, day, today, text)


def _with_year(year: str | None, month: int, day: int, today: date, text: str) -> date:
    if year:
        full = int(year) if len(year) == 4 else today.year // 100 * 100 + int(year)
        return _existing(full, month, day, text)
    for candidate in range(today.year, today.year - 8, -1):
        try:
            found = date(candidate, month, day)
        except ValueError:  # 29 February: an earlier year may have it
            continue
        if found <= today:
            return found
    return _existing(today.year, month, day, text)


def _existing(year: int, month: int, day: int, text: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValue(tr("The year {year} cannot be right.").format(year=year))
    try:
        return date(year, month, day)
    except ValueError:
        raise BadValue(tr("There is no {text} in the calendar.").format(text=text)) from None


def _in_locale(text: str, today: date) -> date | None:
    locale = QLocale()
    for form in ("d MMMM yyyy", "MMMM d yyyy", "d MMM yyyy", "MMM d yyyy"):
        found = locale.toDate(text.replace(",", ""), form)
        if found.isValid():
            return to_date(found)
    for form in ("d MMMM", "MMMM d", "d MMM", "MMM d"):
        # 2000 is a leap year, so that 29 February can be read before its year is known.
        found = locale.toDate(f"{text.replace(',', '')} 2000", f"{form} yyyy")
        if found.isValid():
            return _with_year(None, found.month(), found.day(), today, text)
    return None


def _day_first(locale: QLocale) -> bool:
    order = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return order.find("d") < order.find("M")
