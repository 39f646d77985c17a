"""The date axis: days, weeks, months, quarters or years in the person's own words and order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale

from rlsdiary.charts.scales import TimeScale

Measure = Callable[[str], float]
_Words = Callable[[date, QLocale], str]
SHORT, LONG = QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid at ``x``; ``strong`` where a month or year begins."""

    x: float
    strong: bool


@dataclass(frozen=True, slots=True)
class Label:
    """Words of the axis from ``left`` on; ``row`` 0 is the upper one, 1 names month or year."""

    text: str
    left: float
    width: float
    row: int


@dataclass(frozen=True, slots=True)
class DateAxis:
    """What the date axis shows; ``unit`` names its steps ("day", "week" … "50 years").

    ``borders`` are where one month or year of the lower row ends and the next begins.
    """

    unit: str
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]
    borders: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class _Level:
    """One choice of steps of at least ``days`` days: where they begin, their words.

    ``words`` go from long to short; ``samples`` are days on which they are as wide as they get,
    so that the choice hangs on the time in sight and the room, never on which months they are.
    ``air`` is how many times the gap a step needs beside its words.
    """

    unit: str
    days: int
    starts: Callable[[int, int, QLocale], list[int]]
    words: tuple[Callable[[date, QLocale], str], ...]
    samples: tuple[date, ...]
    centred: bool = True
    context: str = ""
    air: float = 1.0


def date_axis(time: TimeScale, measure: Measure, gap: float, locale: QLocale) -> DateAxis:
    """Return the finest axis whose words keep at least ``gap`` from one another.

    ``measure`` gives the width of words in the painter's coordinates.
    """
    for level in LEVELS:
        room = level.days * time.per_day - gap * level.air
        for words in level.words:
            if _fits_everywhere(level, words, room, measure, locale) or level is LEVELS[-1]:
                labels = _labels(level, words, time, measure, locale)
                if labels or level is LEVELS[-1]:
                    return _with_context(level, labels, time, measure, gap, locale)
    return DateAxis("", (), ())


def long_day(day: date, locale: QLocale) -> str:
    """Return a day in full words: Wednesday, 4 March 2026."""
    return locale.toString(_qdate(day), LONG)


def short_day(day: date, locale: QLocale) -> str:
    """Return day and month: 4 Mar, Mar 4."""
    return locale.toString(_qdate(day), "MMM d" if _month_leads(locale) else "d MMM")


def short_month(day: date, locale: QLocale) -> str:
    """Return month and year: Mar 2026."""
    return locale.toString(_qdate(day), "yyyy MMM" if _year_leads(locale) else "MMM yyyy")


def _fits_everywhere(
    level: _Level, words: _Words, room: float, measure: Measure, locale: QLocale
) -> bool:
    return all(measure(words(day, locale)) <= room for day in level.samples)


def _labels(
    level: _Level, words: _Words, time: TimeScale, measure: Measure, locale: QLocale
) -> list[Label]:
    """Return the words of every step; of one cut short at an edge a shorter form, or none."""
    found = []
    forms = level.words[level.words.index(words) :]
    for left, right, start in _spans(level, time, locale):
        # Words that are not centred stand under the day on which the step begins.
        middle = (left + right) / 2 if level.centred else time.at(start)
        room = right - left if level.centred else time.width
        text, width = _form_for(forms, start, room, measure, locale)
        if text:
            found.append(Label(text, middle - width / 2, width, 0))
    inside = (time.left - 0.5, time.right + 0.5)
    return [w for w in found if w.left >= inside[0] and w.left + w.width <= inside[1]]


def _form_for(
    forms: tuple[_Words, ...], start: int, room: float, measure: Measure, locale: QLocale
) -> tuple[str, float]:
    for words in forms:
        text = words(date.fromordinal(start), locale)
        if (width := measure(text)) <= room:
            return text, width
    return "", 0.0


def _spans(level: _Level, time: TimeScale, locale: QLocale) -> Iterator[tuple[float, float, int]]:
    """Yield left, right and first day of each step that begins or lies in sight.

    A centred step is cut to its part in sight; one with its words at the start must begin there.
    """
    first, last = int(time.first + 0.5), int(time.last + 0.5)
    starts = level.starts(first, last, locale)
    for start, stop in zip(starts, [*starts[1:], last + 1], strict=True):
        left, right = time.at(start - 0.5), time.at(stop - 0.5)
        if level.centred:
            left, right = max(left, time.left), min(right, time.right)
        elif left < time.left - 0.5:
            continue
        if right > left:
            yield left, right, start


def _with_context(
    level: _Level,
    labels: list[Label],
    time: TimeScale,
    measure: Measure,
    gap: float,
    locale: QLocale,
) -> DateAxis:
    edges = {left for left, _right, start in _spans(level, time, locale) if left > time.left + 0.5}
    strong: set[float] = set()
    if level.context:
        context = _CONTEXTS[level.context]
        spans = list(_spans(context, time, locale))
        strong = {left for left, _right, _start in spans if left > time.left + 0.5}
        labels = labels + list(_context_labels(context, spans, measure, gap, locale))
    if level.unit == "day":
        edges = {left for left, *_ in _spans(_WEEK, time, locale) if left > time.left + 0.5}
    ticks = [Tick(x, x in strong) for x in sorted(edges | strong)]
    return DateAxis(level.unit, tuple(ticks), tuple(labels), tuple(sorted(strong)))


def _context_labels(
    context: _Level,
    spans: list[tuple[float, float, int]],
    measure: Measure,
    gap: float,
    locale: QLocale,
) -> Iterator[Label]:
    """Yield the words of months or years in the middle of what is in sight of each.

    The year is told once: beside the month of it that has the most room.
    """
    widest: dict[int, float] = {}
    for left, right, start in spans:
        year = date.fromordinal(start).year
        widest[year] = max(widest.get(year, 0.0), right - left)
    for left, right, start in spans:
        tells = widest.get(date.fromordinal(start).year) == right - left
        if tells:
            widest.pop(date.fromordinal(start).year)
        forms = (*(context.words if tells else ()), *_MONTH.words)
        if context.unit == "year":
            forms = context.words
        text, width = _form_for(forms, start, right - left - gap, measure, locale)
        if text:
            yield Label(text, (left + right - width) / 2, width, 1)


def _days(first: int, last: int, _locale: QLocale) -> list[int]:
    return list(range(first, last + 1))


def _weeks(first: int, last: int, locale: QLocale) -> list[int]:
    begins = locale.firstDayOfWeek().value % 7  # date.toordinal() % 7 is 1 on Mondays
    return list(range(first - (first - begins) % 7, last + 1, 7))


def _months_of(step: int) -> Callable[[int, int, QLocale], list[int]]:
    def months(first: int, last: int, _locale: QLocale) -> list[int]:
        begin, end = date.fromordinal(max(first, 1)), date.fromordinal(max(last, 1))
        low, high = begin.year * 12 + begin.month - 1, end.year * 12 + end.month - 1
        low -= low % step
        found = [date(month // 12, month % 12 + 1, 1) for month in range(low, high + 1, step)]
        return [day.toordinal() for day in found]

    return months


def _format(pattern: str) -> Callable[[date, QLocale], str]:
    def words(day: date, locale: QLocale) -> str:
        return locale.toString(_qdate(day), pattern)

    return words


def _year_text(day: date, _locale: QLocale) -> str:
    return str(day.year)


def _month_year(day: date, locale: QLocale) -> str:
    return locale.toString(_qdate(day), "yyyy MMMM" if _year_leads(locale) else "MMMM yyyy")


def _month_name(length: QLocale.FormatType) -> Callable[[date, QLocale], str]:
    def words(day: date, locale: QLocale) -> str:
        return locale.standaloneMonthName(day.month, length)

    return words


def _quarter(day: date, locale: QLocale) -> str:
    names = [locale.standaloneMonthName(month, SHORT) for month in (day.month, day.month + 2)]
    return "–".join(names)


def _month_leads(locale: QLocale) -> bool:
    pattern = locale.dateFormat(SHORT)
    return pattern.find("M") < pattern.find("d")


def _year_leads(locale: QLocale) -> bool:
    pattern = locale.dateFormat(SHORT)
    return pattern.find("y") < pattern.find("M")


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


_EVERY_DAY = tuple(date(2026, 7, day) for day in range(20, 27))
_EVERY_MONTH = tuple(date(2026, month, 1) for month in range(1, 13))
_A_YEAR = (date(2026, 1, 1),)

_DAY = _Level("day", 1, _days, (_format("ddd d"), _format("d")), _EVERY_DAY, context="month")
_WEEK = _Level(
    "week", 7, _weeks, (_format("d"),), _EVERY_DAY[:1], centred=False, context="month", air=3
)
_MONTH = _Level(
    *("month", 28, _months_of(1), (_month_name(LONG), _month_name(SHORT)), _EVERY_MONTH),
    context="year",
)
_QUARTER = _Level("quarter", 90, _months_of(3), (_quarter,), _EVERY_MONTH[::3], context="year")
_YEARS = tuple(
    _Level(f"{n} years", 365 * n, _months_of(12 * n), (_year_text,), _A_YEAR, centred=False)
    for n in (2, 5, 10, 20, 50)
)
LEVELS = (
    _DAY,
    _WEEK,
    _MONTH,
    _QUARTER,
    _Level("year", 365, _months_of(12), (_year_text,), _A_YEAR),
    *_YEARS,
)
_CONTEXTS = {
    "month": _Level("month", 28, _months_of(1), (_month_year, short_month), _EVERY_MONTH),
    "year": _Level("year", 365, _months_of(12), (_year_text,), _A_YEAR),
}
