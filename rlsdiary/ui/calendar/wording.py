"""The calendar's days and periods in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale

from rlsdiary.domain.day_mark import DayMark
from rlsdiary.ui.calendar.state import CalendarState, RatingChoice
from rlsdiary.ui.kit.date_reading import heading_day, short_day
from rlsdiary.words import ntr, tr

_LONG = QLocale.FormatType.LongFormat


def day_words(day: date, mark: DayMark, state: CalendarState) -> tuple[str, ...]:
    """Return what there is to say of a day: date, value, note, lateness; only what applies."""
    value = f"{state.chosen.label}: {_value_words(mark)}"
    is_today = (tr("today"),) if day == state.today else ()
    return (heading_day(day, state.today), *is_today, value, *_mark_words(mark))


def short_words(day: date, mark: DayMark) -> tuple[str, ...]:
    """Say the same where room is short."""
    return (short_day(day), _value_words(mark), *_mark_words(mark))


def _value_words(mark: DayMark) -> str:
    if mark.value is None:
        return tr("not recorded")
    return tr("{number} of 10").format(number=mark.value)


def _mark_words(mark: DayMark) -> tuple[str, ...]:
    note = (tr("with a note"),) if mark.note else ()
    late = (late_words(mark.late),) if mark.late else ()
    return (*note, *late)


def late_words(days: int) -> str:
    """Say how late a value was entered."""
    return ntr("entered {n} day later", "entered {n} days later", days)


def month_name(day: date) -> str:
    """Return "November"."""
    return QLocale().standaloneMonthName(day.month, _LONG)


def night_words(rating: RatingChoice) -> str:
    """Say whose night a rating is; "" where it is about the day itself."""
    return tr("Each day shows the night that began on its evening.") if rating.of_night else ""
