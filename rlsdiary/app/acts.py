"""Doing, undoing and redoing: the one way from a wish to a kept and announced Change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, SignalInstance

from rlsdiary.app.bus import Bus
from rlsdiary.domain.change import Change
from rlsdiary.domain.errors import BadValue, DiaryError


class Acts(QObject):
    """Keeps the acts of this sitting, newest last, and takes them back one by one.

    ``failed`` carries a DiaryError in words; ``undone`` and ``redone`` the Change that was taken
    back, or done again.
    """

    failed = Signal(object)
    undone = Signal(object)
    redone = Signal(object)

    def __init__(self, bus: Bus, take_back: Callable[[Change], Change], parent: QObject) -> None:
        """``take_back`` puts all rows of a Change back and returns the reverse Change."""
        super().__init__(parent)
        self._bus = bus
        self._take_back = take_back
        self._done: list[Change] = []
        self._taken_back: list[Change] = []

    @property
    def newest(self) -> Change | None:
        """The act that ``undo`` would take back, None where there is none."""
        return self._done[-1] if self._done else None

    def do(
        self, act: Callable[[], Change], *, inline: bool = False, join: bool = False
    ) -> Change | None:
        """Run ``act``, remember and announce what it changed; None where it failed.

        A failure is announced by ``failed``. With ``inline`` a BadValue is raised instead, for
        the control that the value was typed into. With ``join`` it completes the act before it,
        and both are taken back together.
        """
        try:
            change = act()
        except BadValue as error:
            if inline:
                raise
            self.failed.emit(error)
            return None
        except DiaryError as error:
            self.failed.emit(error)
            return None
        if change and join and self._done:
            change = replace(change, rows=self._done.pop().rows + change.rows)
        if change:
            self._done.append(change)
            self._taken_back.clear()
        self._bus.changed.emit(change)
        return change

    def undo(self) -> None:
        """Take the newest act back."""
        self._reverse(self._done, self._taken_back, self.undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._reverse(self._taken_back, self._done, self.redone)

    def _reverse(self, source: list[Change], target: list[Change], said: SignalInstance) -> None:
        if not source:
            return
        change = source.pop()
        try:
            reverse = self._take_back(change)
        except DiaryError as error:
            self.failed.emit(error)
            return
        target.append(reverse)
        self._bus.changed.emit(reverse)
        said.emit(reverse)
