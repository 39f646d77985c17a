"""A question answered by a time of day, or by one of two words instead."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rlsdiary.domain.questions import ONSET_NONE, ONSET_WAKING
from rlsdiary.ui.kit.clock import ClockRow
from rlsdiary.ui.kit.geometry import flow
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words
from rlsdiary.ui.kit.theme import current_look, space, target
from rlsdiary.words import tr

_TIME = 0


class OnsetRow(ClockRow):
    """When it began: the value is "HH:MM", "none" or "waking".

    Digits open the field; the fourth valid one keeps the time and goes on. What is no time of
    day is said below the field and stays there to be mended. "n" is none, "w" on waking.
    """

    _time_cell = _TIME
    _fullness = 1.0

    def __init__(self, label: str, parent: QWidget | None) -> None:
        self._words = _answers(tr("none so far"))
        super().__init__(label, parent)
        words = ", ".join(words for _value, words in self._words)
        name = tr("{label}: a time of day, or {words}").format(label=label, words=words)
        self.setAccessibleName(name)

    def set_over(self, over: bool) -> None:
        """Say "none" where the day is over, and "none so far" while it is not."""
        words = _answers(tr("none") if over else tr("none so far"))
        if words != self._words:
            self._words = words
            self._describe()
            self._arrange_anew()

    def _in_words(self) -> str:
        return dict(self._words).get(str(self._value)) or super()._in_words()

    def _clock_value(self) -> str:
        return "" if self._value in dict(self._words) else super()._clock_value()

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        if index == _TIME:
            self._open(_TIME)
        else:
            self._close()
            self._give_or_clear(self._words[index - 1][0])

    def _take_key(self, key: int, text: str) -> bool:
        if not self._typing and text.lower() in ("n", "w"):
            self._pick(ONSET_NONE if text.lower() == "n" else ONSET_WAKING)
            return True
        return super()._take_key(key, text)

    def _take_step(self, key: int, text: str) -> bool:
        """Leave the arrows alone: here they would hide which of three answers is meant."""
        return False

    # --- what it looks like

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        metrics = self._fonts.bold_metrics
        widths = [self._time_width()]
        widths += [
            metrics.horizontalAdvance(words) + 2 * space(16) for _value, words in self._words
        ]
        return flow(widths, target(), space(8), room)

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        if index == _TIME:
            self._paint_time(painter, box, state)
            return
        value, words = self._words[index - 1]
        state = CellState(value == self._value, state.hovered, state.pressed)
        colour = cell_box(painter, box, current_look(), state)
        cell_words(painter, box, words, colour, bold=state.chosen)


def _answers(none: str) -> tuple[tuple[str, str], ...]:
    return (ONSET_NONE, none), (ONSET_WAKING, tr("on waking"))
