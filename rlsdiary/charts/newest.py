"""The newest value of each panel, named at the right of it: as current only where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from PySide6.QtCore import QLocale

from rlsdiary.charts.dates import short_day, short_month
from rlsdiary.charts.lettering import Lettering
from rlsdiary.charts.marks import in_sight
from rlsdiary.charts.picture import Panel, TrendsPicture, number_text
from rlsdiary.charts.scales import TimeScale
from rlsdiary.words import tr

CURRENT_DAYS = 7
"""A value so many days before the end of what is in sight, or more, is no longer current."""
_WIDEST = 0.28  # of the sheet; where full words take more, short ones stand


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest value in sight: in words, its day in words, and what it is.

    ``is_current`` is False where the series had ended by then; its words say "last".
    """

    value: str
    day: str
    number: float
    is_current: bool


def newest_of(panel: Panel, time: TimeScale, room: float, type_: Lettering) -> Newest | None:
    """Return the newest value in sight in words no wider than ``room``, None where there is none.

    ``room`` is what ``newest_room`` has returned: there are always words that fit.
    """
    days, values = in_sight(panel.series, time)
    recorded = np.flatnonzero(~np.isnan(values))
    if not len(recorded):
        return None
    number, ordinal = float(values[recorded[-1]]), int(days[recorded[-1]])
    is_current = ordinal > int(time.last) - CURRENT_DAYS
    strong, small = type_.on_strong.horizontalAdvance, type_.on_small.horizontalAdvance
    forms = panel.short_words(number), number_text(number)
    value = next((words for words in forms if strong(words) <= room), forms[-1])
    day = _day_words(date.fromordinal(ordinal), date.fromordinal(int(time.last)))
    if not is_current and small(_last(day)) <= room:
        day = _last(day)
    return Newest(value, day, number, is_current)


def newest_room(picture: TrendsPicture, sheet_width: float, type_: Lettering) -> float:
    """Return the width that any newest value takes, so that the axis stays while time moves."""
    full = max(_widths(picture, type_, full=True))
    return full if full <= sheet_width * _WIDEST else max(_widths(picture, type_, full=False))


def _widths(picture: TrendsPicture, type_: Lettering, *, full: bool) -> Iterator[float]:
    for panel in picture.panels:
        yield type_.on_strong.horizontalAdvance(panel.longest_words)
        if full and panel.has_zero:
            yield type_.on_strong.horizontalAdvance(panel.short_words(0.0))
    last = picture.last
    for month in range(1, 13):
        day = date(last.year, month, 28)
        forms = [short_day(day, QLocale())]
        if picture.reach[0].year != last.year:
            forms.append(short_month(day, QLocale()))
        for words in forms:
            yield type_.on_small.horizontalAdvance(_last(words) if full else words)


def _day_words(day: date, end: date) -> str:
    return (short_day if day.year == end.year else short_month)(day, QLocale())


def _last(day: str) -> str:
    return tr("last {day}").format(day=day)
