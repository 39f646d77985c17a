"""The times of a night in their order, and the sleep that follows from them.

Clock times are told without a date; their order gives it: into bed <= lights out < final
waking <= out of bed. Durations are those of instants, so that the night on which the clocks
change has its 23 or 25 hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from rlsdiary.domain.day import MINUTES_A_DAY, Entered
from rlsdiary.domain.record import DayRecord

BED, LIGHTS, WAKING, UP = "bed", "lights_out", "final_waking", "up"
TIMES = (BED, LIGHTS, WAKING, UP)
"""The questions that take a clock time of the night, in the order of what happens."""
EVENING_TIMES = (BED, LIGHTS)
FALL_ASLEEP, AWAKE, TRIED, TYPED = "fall_asleep_min", "awake_min", "tried_min", "sleep_min"
LATEST = 3 * MINUTES_A_DAY
"""Minutes that a kept time stays below (``questions``); it is set in order again when read."""

_FROM_NOON = 12 * 60  # who goes to bed from noon to noon belongs to the evening between
_FROM_EVENING = 20 * 60  # a waking that stands alone ends a sleep from 20:00 to 20:00


@dataclass(frozen=True, slots=True)
class Sleep:
    """What follows from a night's answers, in minutes; None where an input is not recorded.

    ============ ==================================== =====================================
    ``onset``    minute from the day's midnight       lights out + minutes to fall asleep
    ``period``   SPT, sleep period time               final waking - sleep onset
    ``asleep``   TST, total sleep time                SPT - minutes awake after sleep onset
    ``in_bed``   TIB, time in bed                     out of bed - into bed
    ``trying``   DSE, duration of the sleep episode   minutes to fall asleep + TST + minutes
                                                      awake + minutes trying to sleep on
    ============ ==================================== =====================================

    The minutes awake end with the final waking; lying awake after it is "trying to sleep on"
    (0 where that is not recorded). Where TST does not follow from times, it is the minutes
    asleep as they were typed (``is_typed``). DSE, and why time in bed misjudges those who leave
    it at night: Reed and Sacco, J Clin Sleep Med 2016 (PMC4751425).

    ``is_negative`` says that more minutes awake were told than the times leave room for;
    nothing is derived then. ``clock_change`` is by how many minutes the clocks were put forward
    (negative: back) in this night.
    """

    onset: int | None = None
    period: int | None = None
    asleep: int | None = None
    in_bed: int | None = None
    trying: int | None = None
    is_typed: bool = False
    is_negative: bool = False
    clock_change: int = 0

    @property
    def efficiency(self) -> float | None:
        """Sleep efficiency of the time spent trying to sleep: 100 x TST / DSE."""
        return _share(self.asleep, self.trying)

    @property
    def efficiency_in_bed(self) -> float | None:
        """Sleep efficiency as classically defined, of the time in bed: 100 x TST / TIB."""
        return _share(self.asleep, self.in_bed)


def placed(faces: Mapping[str, int]) -> dict[str, int]:
    """Set clock times of one night in order, as minutes from midnight of its evening.

    ``faces`` gives minutes by question, of which the time of day counts. The first one told lies
    between noon and noon (a final waking that stands alone: between 20:00 and 20:00), each later
    one is the first such time of day from there on.
    """
    times: dict[str, int] = {}
    for key in TIMES:
        if key in faces:
            earliest = _earliest(key, times)
            times[key] = earliest + (faces[key] - earliest) % MINUTES_A_DAY
    return times


def minute_for(record: DayRecord, question: str, wall: time) -> int:
    """Return how ``wall`` is kept as the answer to ``question`` of the night of ``record``."""
    faces = recorded_times(record) | {question: wall.hour * 60 + wall.minute}
    minute = placed(faces)[question]
    over = max(0, minute - LATEST + MINUTES_A_DAY) // MINUTES_A_DAY
    return minute - over * MINUTES_A_DAY


def recorded_times(record: DayRecord) -> dict[str, int]:
    """Return the recorded clock times of the night that began on the day of ``record``."""
    found = {key: record.number(key) for key in TIMES}
    return {key: int(minute) for key, minute in found.items() if minute is not None}


def sleep_of(record: DayRecord) -> Sleep:
    """Return the sleep of the night that began on the day of ``record``."""
    times = placed(recorded_times(record))
    moments = {key: _moment(record, key, minute) for key, minute in times.items()}
    fall_asleep, awake = _minutes(record, FALL_ASLEEP), _minutes(record, AWAKE)
    dark = _between(moments, LIGHTS, WAKING)
    period = None if dark is None or fall_asleep is None else dark - fall_asleep
    asleep = None if period is None or awake is None else period - awake
    change = _clock_change(record, times)
    if any(minutes is not None and minutes < 0 for minutes in (period, asleep)):
        return Sleep(is_negative=True, clock_change=change)
    is_typed = asleep is None
    asleep = _minutes(record, TYPED) if is_typed else asleep
    return Sleep(
        onset=_onset(record, times, fall_asleep),
        period=period,
        asleep=asleep,
        in_bed=_between(moments, BED, UP),
        trying=_sum(fall_asleep, asleep, awake, _minutes(record, TRIED) or 0),
        is_typed=is_typed and asleep is not None,
        clock_change=change,
    )


def _earliest(key: str, times: Mapping[str, int]) -> int:
    """Return the first minute at which ``key`` can be, after the ``times`` before it."""
    if not times:
        return _FROM_NOON if key in EVENING_TIMES else _FROM_EVENING
    before = list(times)[-1]
    # Between these two lies the night: the same time of day again is a day later.
    is_night_between = before in EVENING_TIMES and key not in EVENING_TIMES
    return times[before] + 1 if is_night_between else times[before]


def _moment(record: DayRecord, key: str, minute: int) -> datetime:
    """Return the instant of a time of this night, by the clocks of where it was written down."""
    midnight = datetime.combine(record.day, time())
    wall = midnight + timedelta(minutes=minute)
    return wall.replace(tzinfo=_zone(record.answers[key].entered)).astimezone(UTC)


def _onset(record: DayRecord, times: Mapping[str, int], fall_asleep: int | None) -> int | None:
    if LIGHTS not in times or fall_asleep is None:
        return None
    zone = _zone(record.answers[LIGHTS].entered)
    moment = _moment(record, LIGHTS, times[LIGHTS]) + timedelta(minutes=fall_asleep)
    wall = moment.astimezone(zone).replace(tzinfo=None)
    return int((wall - datetime.combine(record.day, time())).total_seconds() // 60)


def _clock_change(record: DayRecord, times: Mapping[str, int]) -> int:
    told = list(times)
    if len({record.answers[key].entered.zone for key in told}) != 1:
        return 0  # nothing told, or told on a journey: then the clocks of two places differ
    first, last = told[0], told[-1]
    moments = (_moment(record, key, times[key]) for key in (first, last))
    return times[last] - times[first] - _elapsed(*moments)


def _zone(entered: Entered) -> tzinfo:
    try:
        return ZoneInfo(entered.zone)
    except (KeyError, OSError, ValueError):  # not a zone of this computer: as its clocks stood
        return timezone(timedelta(minutes=entered.offset))


def _between(moments: Mapping[str, datetime], first: str, last: str) -> int | None:
    if first not in moments or last not in moments:
        return None
    return _elapsed(moments[first], moments[last])


def _elapsed(first: datetime, last: datetime) -> int:
    return int((last - first).total_seconds() // 60)


def _minutes(record: DayRecord, question: str) -> int | None:
    minutes = record.number(question)
    return None if minutes is None else int(minutes)


def _sum(*minutes: int | None) -> int | None:
    known = [each for each in minutes if each is not None]
    return sum(known) if len(known) == len(minutes) else None


def _share(part: int | None, whole: int | None) -> float | None:
    """Return ``part`` of ``whole`` in per cent; None where it cannot be a part of it."""
    if part is None or not whole or part > whole:
        return None
    return 100 * part / whole
