"""Legs now: each press is kept at once, with its moment, under the diary day it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from rlsdiary.domain.change import Change
from rlsdiary.domain.day import Entered
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.moments import MEASURES, Moment, MomentKind
from rlsdiary.store import Store
from rlsdiary.words import tr

_ONE_PRESS_S = 1
"""Seconds within which the same once more is a hand that shook, not a second press."""
_KINDS = frozenset({"moments"})


class Noticing:
    """What a person can note down in a moment, at three in the morning."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        """``clock`` returns the present moment with its time zone."""
        self._store = store
        self._clock = clock

    def today(self) -> date:
        """Return the diary day of this moment: 03:12 belongs to the day before."""
        return self._store.rule().day_of(self._clock())

    def level(self, level: int) -> Change:
        """Keep how strong it is now, 0-10. BadValue for any other number."""
        return self._keep(self._moment(MomentKind.LEGS, level=level))

    def better(self) -> Change:
        """Keep that it is better now."""
        return self._keep(self._moment(MomentKind.BETTER))

    def measure(self, measure: str) -> Change:
        """Keep what is being done about it, one of ``MEASURES``. BadValue for any other word."""
        if measure not in dict(MEASURES):
            raise BadValue(tr("Say what you are doing about it, such as walking."))
        return self._keep(self._moment(MomentKind.MEASURE, measure=measure))

    def change_level(self, moment: Moment, level: int) -> Change:
        """Correct the number of a kept moment; when it was stays."""
        corrected = replace(moment, level=level)
        return self._written(corrected, tr("{what} kept"))

    def take_away(self, moment: Moment) -> Change:
        """Make a kept moment not recorded."""
        with self._store.ledger.writing() as writer:
            self._store.moments.remove(writer, moment.id)
        words = _words(moment, tr("{what} taken away"))
        return Change(words, _KINDS, frozenset({moment.day}), tuple(writer.rows))

    def _keep(self, moment: Moment) -> Change:
        """Write a moment; an empty Change where it is the newest one over again."""
        newest = next(reversed(self._store.moments.on(moment.day)), None)
        if newest is not None and _is_one_press(newest, moment):
            return Change(_words(moment, tr("{what} kept")), _KINDS, frozenset({moment.day}))
        return self._written(moment, tr("{what} kept"))

    def _written(self, moment: Moment, words: str) -> Change:
        with self._store.ledger.writing() as writer:
            self._store.moments.keep(writer, moment)
        return Change(_words(moment, words), _KINDS, frozenset({moment.day}), tuple(writer.rows))

    def _moment(self, kind: MomentKind, level: int | None = None, measure: str = "") -> Moment:
        now = self._clock()
        return Moment(self._store.rule().day_of(now), kind, Entered.at(now), level, measure)


def _is_one_press(old: Moment, new: Moment) -> bool:
    apart = (new.entered.instant - old.entered.instant).total_seconds()
    return old.says_same(new) and 0 <= apart <= _ONE_PRESS_S


def _words(moment: Moment, words: str) -> str:
    legs = tr("Legs now: {what}").format(what=moment.in_words())
    return words.format(what=legs)
