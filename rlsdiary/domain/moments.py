"""Moments of the night: how strong the legs are now, that it is better, what is done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from rlsdiary.domain.catalogue import MEASURES as ALL_MEASURES
from rlsdiary.domain.day import Entered
from rlsdiary.domain.errors import BadValue
from rlsdiary.words import mark, tr

HIGHEST = 10
BETTER_WORDS = mark("better")

_BY_DAY = ("vibration", "standing", "stimulation")
MEASURES = tuple(measure for measure in ALL_MEASURES if measure[0] not in _BY_DAY)
"""What people do about it in the night: the word that is kept, and the words that are shown."""


class MomentKind(Enum):
    """What a moment says."""

    LEGS = "legs"  # how strong it is now, 0-10
    BETTER = "better"  # it has become better
    MEASURE = "measure"  # what is done about it


@dataclass(frozen=True, slots=True)
class Moment:
    """One press at one moment. ``day`` is the diary day that ``entered`` belongs to.

    ``level`` (0-10) is there for LEGS only, ``measure`` for MEASURE only. BadValue otherwise.
    """

    day: date
    kind: MomentKind
    entered: Entered
    level: int | None = None
    measure: str = ""
    id: int = 0

    def __post_init__(self) -> None:
        if (self.kind is MomentKind.LEGS) != (self.level is not None):
            raise BadValue(tr("Only “legs now” has a number, and it always has one."))
        if (self.kind is MomentKind.MEASURE) != bool(self.measure):
            raise BadValue(tr("Say what you are doing about it, such as walking."))
        if self.level is not None and not _is_level(self.level):
            raise BadValue(tr("Legs now takes a whole number from 0 to 10."))

    def says_same(self, other: Moment) -> bool:
        """Return whether both say the same, at whatever moment."""
        return self._said == other._said

    @property
    def _said(self) -> tuple[MomentKind, int | None, str]:
        return self.kind, self.level, self.measure

    def in_words(self) -> str:
        """Say it in a word: “7”, “better”, “walking”."""
        if self.level is not None:
            return str(self.level)
        return measure_words(self.measure) if self.measure else tr(BETTER_WORDS)


def measure_words(measure: str) -> str:
    """Return the words for a measure; one that is not known stands for itself."""
    return tr(dict(ALL_MEASURES).get(measure, measure))


def _is_level(level: object) -> bool:
    return isinstance(level, int) and not isinstance(level, bool) and 0 <= level <= HIGHEST
