"""How much of the diary is looked at: the same few words wherever it is asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.ui.kit.colours import border
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words
from rlsdiary.ui.kit.theme import current_look
from rlsdiary.words import tr

PERIODS = (14, 30, 90, 365, 0)
"""Days up to the newest of the diary; 0 is the whole diary."""


def period_words(days: int) -> str:
    """Return how a period is called."""
    words = {14: tr("14 days"), 30: tr("30 days"), 90: tr("90 days"), 365: tr("year"), 0: tr("all")}
    return words[days]


class PeriodRow(ChoiceRow):
    """The periods side by side; what is chosen is shown, not kept: it may also be none of them."""

    period_requested = Signal(int)

    def __init__(self, label: str, parent: QWidget | None) -> None:
        choices = tuple((str(days), period_words(days)) for days in PERIODS)
        super().__init__(label, choices, parent)
        self.answered.connect(self._was_answered)

    def show_period(self, days: int | None) -> None:
        """Mark the period of so many days, or none."""
        self.show_value(None if days is None else str(days))

    def _was_answered(self, value: object) -> None:
        if value is not None:
            self.period_requested.emit(int(str(value)))

    def _give(self, value: object) -> None:
        if value is not None:  # a period is left by choosing another
            super()._give(value)

    def _give_or_clear(self, value: object) -> None:
        self._give(value)

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        if self.isEnabled():
            super()._paint_cell(painter, index, box, state)
            return
        look = current_look()
        cell_box(painter, box, look, CellState())
        cell_words(painter, box, self._choices[index][1], border(look))

    # --- Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.update()
