"""The presenter of “Legs now”: presses to kept moments, the night's moments to words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import groupby

from PySide6.QtCore import QLocale, QObject, QTime, Signal

from rlsdiary.app.acts import Acts
from rlsdiary.app.bus import Bus
from rlsdiary.domain.change import Change
from rlsdiary.domain.moments import HIGHEST, Moment, MomentKind
from rlsdiary.services.noticing import Noticing
from rlsdiary.services.reading import Reading
from rlsdiary.ui.legs.board import BETTER
from rlsdiary.ui.legs.state import LegsState
from rlsdiary.ui.legs.view import LegsView
from rlsdiary.words import tr

_TEN_WITHIN_S = 5
"""Seconds in which a 0 makes a typed 1 a 10; later it is what it says: none."""


class LegsPresenter(QObject):
    """Keeps each press and shows this night's; undo takes moments back and nothing else."""

    left = Signal()
    """The person wants back to where they were."""

    def __init__(
        self,
        view: LegsView,
        reading: Reading,
        noticing: Noticing,
        acts: Acts,
        bus: Bus,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._reading = reading
        self._noticing = noticing
        self._acts = acts
        self._clock = clock
        self._pressed: list[Change] = []
        self._can_redo = 0
        self._newest_id = 0
        self._day = noticing.today()
        self._moments: tuple[Moment, ...] = ()
        view.level_requested.connect(self._level)
        view.ten_requested.connect(self._ten)
        view.better_requested.connect(self._better)
        view.measure_requested.connect(self._measure)
        view.undo_requested.connect(self.undo)
        view.leave_requested.connect(self.left)
        bus.changed.connect(self._was_changed)

    def came_to_front(self) -> None:
        """Begin afresh: no button stands out until one is pressed."""
        self._newest_id = self._last_id()
        self._can_redo = 0
        self.refresh()

    def new_moment(self) -> None:
        """Look at the clock: another diary day may have begun."""
        if self._noticing.today() != self._day:
            self.refresh()

    def refresh(self) -> None:
        """Read this night's moments afresh and show them."""
        self._day = self._noticing.today()
        self._moments = self._reading.moments(self._day)
        self._view.show_state(self._state())

    def undo(self) -> None:
        """Take back the newest moment of this night, also where it was kept in another sitting."""
        self.refresh()
        if not self._moments:
            return
        newest, before = self._moments[-1], self._moments
        is_act = self._is_ours(self._acts.newest)
        if is_act:
            self._acts.undo()
        else:
            self._acts.do(lambda: self._noticing.take_away(newest))
        if self._moments != before:  # else it was said what went wrong
            self._can_redo = self._can_redo + 1 if is_act else 0
            self._view.say(tr("Taken back: {what}").format(what=_with_time(newest)))

    def redo(self) -> None:
        """Do again what was taken back last on this screen."""
        if self._can_redo:
            self._can_redo -= 1
            self._acts.redo()
            self._remember(self._acts.newest)

    # --- wishes

    def _level(self, level: int) -> None:
        self._keep(lambda: self._noticing.level(level))

    def _better(self) -> None:
        self._keep(self._noticing.better)

    def _measure(self, measure: str) -> None:
        self._keep(lambda: self._noticing.measure(measure))

    def _ten(self) -> None:
        one = self._moments[-1] if self._moments else None
        if one is not None and one.level == 1 and self._is_fresh(one):
            self._keep(lambda: self._noticing.change_level(one, HIGHEST), join=True)
        else:
            self._level(0)

    def _keep(self, act: Callable[[], Change], *, join: bool = False) -> None:
        self._remember(self._acts.do(act, join=join))
        self._can_redo = 0

    def _remember(self, change: Change | None) -> None:
        if change:
            self._pressed.append(change)

    def _is_ours(self, change: Change | None) -> bool:
        return any(change is pressed for pressed in self._pressed)

    def _is_fresh(self, moment: Moment) -> bool:
        apart = (self._clock() - moment.entered.instant).total_seconds()
        return apart <= _TEN_WITHIN_S and self._is_ours(self._acts.newest)

    def _was_changed(self, change: Change) -> None:
        if change.touches("moments", "settings"):
            self.refresh()

    # --- the state

    def _last_id(self) -> int:
        moments = self._reading.moments(self._noticing.today())
        return max((moment.id for moment in moments), default=0)

    def _state(self) -> LegsState:
        lines = [
            " · ".join((when, *(moment.in_words() for moment in together)))
            for when, together in groupby(self._moments, _clock_words)
        ]
        newest = self._moments[-1] if self._moments else None
        return LegsState(
            newest=lines[-1] if lines else "",
            earlier=tuple(lines[:-1]),
            pressed=_key(newest) if newest is not None and newest.id > self._newest_id else "",
            undo_name=tr("Undo {what}").format(what=_with_time(newest)) if newest else "",
        )


def _key(moment: Moment) -> str:
    """Return the name of the button that keeps such a moment."""
    if moment.kind is MomentKind.BETTER:
        return BETTER
    return moment.measure or str(moment.level)


def _with_time(moment: Moment) -> str:
    return f"{_clock_words(moment)} · {moment.in_words()}"


def _clock_words(moment: Moment) -> str:
    wall = moment.entered.wall
    return QLocale().toString(QTime(wall.hour, wall.minute), QLocale.FormatType.ShortFormat)
