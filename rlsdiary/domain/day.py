"""The diary day, its night, and moments of local time: the only place that computes them.

A diary day is the local calendar day that starts at the *day start* (06:00 unless the person
chose otherwise). 01:30 on the 5th belongs to the 4th. The night of the 4th is the sleep that
began in the evening of the 4th.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from rlsdiary.domain.errors import BadValue, DiaryError
from rlsdiary.words import tr

MINUTES_A_DAY = 24 * 60
DEFAULT_DAY_START = time(6, 0)
EARLIEST_DAY_START = time(3, 0)
LATEST_DAY_START = time(12, 0)
TOLD_FROM = 2
"""Days late (``Entered.days_late``) from which paper says so: the next day is nothing unusual."""
LATE_FROM = 3
"""Days late from which an answer is ``is_late``: more than 48 hours after its day ended."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
_CLOCK_SEPARATOR = re.compile(r"\s*[.:h]\s*|\s+")


@dataclass(frozen=True, slots=True)
class DayRule:
    """Where one diary day ends and the next begins.

    ``start`` is wall-clock time, 03:00 to 12:00.
    """

    start: time = DEFAULT_DAY_START

    def __post_init__(self) -> None:
        if not EARLIEST_DAY_START <= self.start <= LATEST_DAY_START:
            raise BadValue(tr("The day can start between 03:00 and 12:00."))

    @property
    def start_minute(self) -> int:
        """Minutes from midnight to the start of the day, 180-720."""
        return self.start.hour * 60 + self.start.minute

    def begins(self, day: date, zone: tzinfo) -> datetime:
        """Return the instant at which ``day`` begins in ``zone``.

        Where clocks skip the day start, the first moment after the gap; where they show it
        twice, the first of the two. A date that a country skipped altogether (Samoa, 30 December
        2011) begins and ends with the start of the next: nobody lived a minute of it.
        """
        wall = datetime.combine(day, self.start, tzinfo=zone)
        moment = wall.astimezone(UTC).astimezone(zone)
        if moment.replace(tzinfo=None) == wall.replace(tzinfo=None):
            return moment
        after = _end_of_gap(wall, zone)
        return after if after.date() == day else self.begins(after.date(), zone)

    def day_of(self, moment: datetime) -> date:
        """Return the diary day of an aware ``moment``, by the clock of its own time zone."""
        zone = moment.tzinfo
        if zone is None:
            raise ValueError("moment must carry its time zone")
        day = moment.date()
        # Compared as instants: two datetimes of one zone would be compared by their clock faces.
        while moment.timestamp() < self.begins(day, zone).timestamp():
            day -= timedelta(days=1)  # more than once only where the calendar skipped a date
        return day

    def minute_of(self, wall: time) -> int:
        """Return minutes from the diary day's own midnight for a clock time of that day.

        The result lies in [start, start + 24 h): 00:30 becomes 1470, later than 23:00.
        """
        minute = wall.hour * 60 + wall.minute
        return minute if minute >= self.start_minute else minute + MINUTES_A_DAY

    def after_start(self, minute: int) -> int:
        """Return minutes after the start of the diary day, for charts and medians of onset."""
        return minute - self.start_minute


@dataclass(frozen=True, slots=True)
class Entered:
    """When and where a value was written down: wall clock, IANA zone, offset in minutes.

    ``source`` is "" for what a person typed and names the file kind for what was imported.
    """

    wall: datetime
    zone: str
    offset: int
    source: str = ""

    @classmethod
    def at(cls, moment: datetime, source: str = "") -> Entered:
        """Freeze an aware ``moment``, to the second."""
        offset = moment.utcoffset()
        if offset is None:
            raise ValueError("moment must carry its time zone")
        zone = getattr(moment.tzinfo, "key", None) or moment.tzname() or ""
        wall = moment.replace(tzinfo=None, microsecond=0, fold=0)
        return cls(wall, zone, int(offset.total_seconds() // 60), source)

    @property
    def instant(self) -> datetime:
        """The same moment in UTC."""
        return (self.wall - timedelta(minutes=self.offset)).replace(tzinfo=UTC)

    def days_late(self, day: date, rule: DayRule) -> int | None:
        """Return how many diary days after ``day`` this was written down; 0 is in time.

        Diary days are counted, not hours: one minute after the end of ``day`` is the next diary
        day, and so 1. For an answer about a night ``day`` is the one on which that night ends
        (``answers.due_day``). None where it was imported: when it was first written down is
        then not known.
        """
        if self.source:
            return None
        end = datetime.combine(day + timedelta(days=1), rule.start)
        return max(0, -((end - self.wall) // timedelta(days=1)))

    def is_late(self, day: date, rule: DayRule) -> bool:
        """Return whether this was entered more than 48 hours after the diary day ended."""
        return (self.days_late(day, rule) or 0) >= LATE_FROM


def night_after(day: date) -> tuple[date, date]:
    """Return the two calendar dates of the night that began in the evening of ``day``."""
    return day, day + timedelta(days=1)


def parse_day(text: str) -> date:
    """Read YYYY-MM-DD; raise BadValue that says what is wrong with it."""
    parts = text.strip().split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(_is_digits(part) for part in parts):
        raise BadValue(
            tr("“{text}” is not a date; write it as 2026-11-22.").format(text=text.strip())
        )
    year, month, day = map(int, parts)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValue(tr("The year {year} cannot be right.").format(year=year))
    try:
        return date(year, month, day)
    except ValueError:
        raise BadValue(
            tr("There is no {text} in the calendar.").format(text=text.strip())
        ) from None


def parse_clock(text: str) -> time:
    """Read a time of day as people type it: 20:40, 2040, 8:40 pm, 9, 21.15, 21h15."""
    raw = text.strip().lower()
    half = next((h for h in ("am", "pm", "a.m.", "p.m.") if raw.endswith(h)), "")
    digits = raw.removesuffix(half).strip() if half else raw
    hour, minute = _split_clock(_CLOCK_SEPARATOR.sub(":", digits).removesuffix(":"))
    if half and hour is not None:
        hour = _from_half_day(hour, half[0])
    if hour is None or minute is None or not (0 <= hour <= 23 and 0 <= minute <= 59):
        raise BadValue(
            tr("“{text}” is not a time of day; write it as 20:40.").format(text=text.strip())
        )
    return time(hour, minute)


def clock_text(minute: int) -> str:
    """Write minutes from the day's midnight (may pass 24 h) as HH:MM."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def check_day_known(day: date, today: date) -> None:
    """Raise DiaryError where ``day`` has not come yet: a diary holds no future evenings."""
    if day > today:
        raise DiaryError(
            tr("This day has not come yet"),
            tr("{day} is after today, {today}. Choose today or an earlier day.").format(
                day=day.isoformat(), today=today.isoformat()
            ),
        )


def _end_of_gap(wall: datetime, zone: tzinfo) -> datetime:
    """Return the first moment after the gap of ``zone``'s clocks in which ``wall`` lies."""
    early, late = wall.replace(fold=1).astimezone(UTC), wall.replace(fold=0).astimezone(UTC)
    before = early.astimezone(zone).utcoffset()
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late.astimezone(zone)


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _split_clock(text: str) -> tuple[int | None, int | None]:
    hour, colon, minute = text.partition(":")
    if not colon and len(text) in (3, 4):
        hour, minute = text[:-2], text[-2:]
    elif not colon:
        minute = "00"
    if not (_is_digits(hour) and _is_digits(minute) and len(hour) <= 2 and len(minute) == 2):
        return None, None
    return int(hour), int(minute)


def _from_half_day(hour: int, half: str) -> int | None:
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half == "p" else 0)
