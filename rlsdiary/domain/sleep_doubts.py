"""What looks like a slip in the times of a night: worth one question, never refused.

Times that were typed for the wrong half of the day, or the wrong day, are the usual mistake of
sleep diaries (Shaffer et al., Sleep 2023;46:zsad199).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

from rlsdiary.domain.day import MINUTES_A_DAY
from rlsdiary.domain.record import DayRecord
from rlsdiary.domain.sleep import (
    BED,
    FALL_ASLEEP,
    LIGHTS,
    UP,
    WAKING,
    placed,
    recorded_times,
    sleep_of,
)

LEAST_SLEEP, MOST_SLEEP = 2 * 60, 14 * 60
"""Minutes asleep outside which a night is asked about."""
MOST_TO_FALL_ASLEEP = 6 * 60
NIGHTS = 28
"""How many of the newest answered nights make a usual time."""
SLEEP = "sleep"
"""Names a doubt about the sleep that follows from all times, and about no single answer."""

_MOST_IN_BED = 16 * 60
_MOST_BETWEEN = 12 * 60  # from into bed to lights out, from final waking to out of bed
_HALF_DAY = 12 * 60
_NEAR, _FAR = 2 * 60, 6 * 60  # from the usual time
_FEW_NIGHTS = 5  # fewer do not make a habit that is worth a question
_AT_ONCE = 4 * 60  # who is in bed puts the lights out within so many minutes
_PAIRS = {LIGHTS: BED, UP: WAKING}
_STARTS = {BED: 22 * 60 + 30, LIGHTS: 23 * 60, WAKING: 6 * 60 + 30, UP: 7 * 60}


class About(Enum):
    """What would follow from a value that is asked about."""

    IN_BED = "in bed"  # so many minutes in bed
    ASLEEP = "asleep"  # so many minutes asleep
    FALL_ASLEEP = "fall asleep"  # so many minutes to fall asleep
    BETWEEN = "between"  # so many minutes after the time before it
    USUAL = "usual"  # another time than usual, which ``minutes`` is


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value to be asked about. Times of day are minutes from midnight, below 24 h.

    ``question`` is the one answered by ``value``, or SLEEP. ``instead`` is the time of day that
    would fit, None where no other half of the day does.
    """

    question: str
    value: int
    about: About
    minutes: int
    instead: int | None = None


def usual_times(told: Mapping[str, Sequence[int]], least: int = 1) -> dict[str, int]:
    """Return the median time of day by question, where ``least`` nights or more have one."""
    return {
        key: _median([placed({key: minute})[key] for minute in minutes]) % MINUTES_A_DAY
        for key, minutes in told.items()
        if len(minutes) >= least
    }


def suggested(record: DayRecord, question: str, told: Mapping[str, Sequence[int]]) -> int:
    """Return the time of day to begin with where ``question`` of a night has no answer yet.

    ``told`` are the times of earlier nights by question. The usual time, where it suits what is
    recorded already.
    """
    face = usual_times(told).get(question, _STARTS[question])
    before = recorded_times(record).get(_PAIRS.get(question, ""))
    if before is not None and (face - before) % MINUTES_A_DAY > _AT_ONCE:
        return before % MINUTES_A_DAY
    return face


def doubt_about(
    record: DayRecord, told: Mapping[str, Sequence[int]], meant: Mapping[str, object]
) -> Doubt | None:
    """Return what to ask about the night of ``record``, None where nothing looks like a slip.

    ``told`` are the times of earlier nights by question, ``meant`` the values that the person
    stood by when asked.
    """
    usual = usual_times(told, _FEW_NIGHTS)
    faces = {key: minute % MINUTES_A_DAY for key, minute in recorded_times(record).items()}
    open_to_doubt = [key for key in faces if meant.get(key) != faces[key]]
    slips = _slips(record, faces, open_to_doubt, usual)
    found = sorted(slips, key=partial(_from_usual, usual))
    if len(open_to_doubt) == len(faces):
        found += _without_mend(record, faces)
    found += _long_to_fall_asleep(record)
    return next((doubt for doubt in found if meant.get(doubt.question) != doubt.value), None)


def _slips(
    record: DayRecord, faces: Mapping[str, int], keys: list[str], usual: Mapping[str, int]
) -> Iterator[Doubt]:
    """Yield each time that would fit in the other half of the day, and does not where it is."""
    odd = _oddness(record)
    for key in keys:
        face = faces[key]
        instead = (face + _HALF_DAY) % MINUTES_A_DAY
        known = usual.get(key)
        if _oddness(_with(record, key, instead)) is not None:
            continue
        if odd is not None and (known is None or _apart(instead, known) < _apart(face, known)):
            yield Doubt(key, face, *odd, instead)
        elif known is not None and _apart(instead, known) <= _NEAR and _apart(face, known) > _FAR:
            yield Doubt(key, face, About.USUAL, known, instead)


def _oddness(record: DayRecord) -> tuple[About, int] | None:
    """Return what makes a night odd, and by how many minutes."""
    times, sleep = placed(recorded_times(record)), sleep_of(record)
    begun = [times[key] for key in (BED, LIGHTS) if key in times]
    ended = [times[key] for key in (WAKING, UP) if key in times]
    if begun and ended and not LEAST_SLEEP <= ended[-1] - begun[0] <= _MOST_IN_BED:
        return About.IN_BED, ended[-1] - begun[0]
    between = max(_between(times).values(), default=0)
    if between > _MOST_BETWEEN:
        return About.BETWEEN, between
    if sleep.asleep is not None and not LEAST_SLEEP <= sleep.asleep <= MOST_SLEEP:
        return About.ASLEEP, sleep.asleep
    return None


def _between(times: Mapping[str, int]) -> dict[str, int]:
    """Return the minutes from into bed to lights out, and from final waking to out of bed."""
    return {
        later: times[later] - times[before]
        for later, before in _PAIRS.items()
        if later in times and before in times
    }


def _without_mend(record: DayRecord, faces: Mapping[str, int]) -> list[Doubt]:
    times = placed(recorded_times(record))
    wide = {key: m for key, m in _between(times).items() if m > _MOST_BETWEEN}
    odd = _oddness(record)
    found = [Doubt(key, faces[key], About.BETWEEN, minutes) for key, minutes in wide.items()]
    if not found and odd is not None:
        found.append(Doubt(SLEEP, odd[1], *odd))
    return found


def _long_to_fall_asleep(record: DayRecord) -> list[Doubt]:
    minutes = record.number(FALL_ASLEEP)
    if minutes is None or minutes <= MOST_TO_FALL_ASLEEP:
        return []
    return [Doubt(FALL_ASLEEP, int(minutes), About.FALL_ASLEEP, int(minutes))]


def _with(record: DayRecord, key: str, face: int) -> DayRecord:
    return replace(
        record, answers={**record.answers, key: replace(record.answers[key], value=face)}
    )


def _median(minutes: list[int]) -> int:
    """Return the middle one; of two in the middle the earlier, since that one was typed."""
    # The standard module for this would take longer to load than all else of this screen.
    return sorted(minutes)[(len(minutes) - 1) // 2]


def _from_usual(usual: Mapping[str, int], doubt: Doubt) -> int:
    """Return how far from the usual time of day what would fit is."""
    known = usual.get(doubt.question, _STARTS[doubt.question])
    return _apart(doubt.instead or 0, known)


def _apart(one: int, other: int) -> int:
    """Return the minutes between two times of day, the shorter way round."""
    ahead = (one - other) % MINUTES_A_DAY
    return min(ahead, MINUTES_A_DAY - ahead)
