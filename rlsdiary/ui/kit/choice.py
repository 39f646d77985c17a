"""A question answered by one of a few words, set side by side."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.geometry import flow
from rlsdiary.ui.kit.keys import digit_of
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import answer_column, current_look, space, target


class ChoiceRow(AnswerRow):
    """A row of words to choose one from; ``choices`` are (key, words), the value is a key.

    The keys 1, 2, 3 … choose and go on; so does a first letter that only one of them has. A
    shared first letter goes through those that have it, and stays.
    """

    def __init__(
        self, label: str, choices: tuple[tuple[str, str], ...], parent: QWidget | None
    ) -> None:
        self._choices = choices
        super().__init__(label, parent)
        words = ", ".join(words for _key, words in choices)
        self.setAccessibleName(f"{label}: {words}")

    def _keys(self) -> list[object]:
        return [key for key, _words in self._choices]

    def _in_words(self) -> str:
        return dict(self._choices).get(str(self._value), str(self._value))

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        self._give_or_clear(self._keys()[index])

    def _take_key(self, key: int, text: str) -> bool:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
            return True
        number = digit_of(text)
        picked = None if number is None else self._key_of_digit(number)
        if picked is not None:
            self._pick(picked)
            return True
        return self._take_letter(text.lower())

    def _key_of_digit(self, digit: int) -> object | None:
        return self._keys()[digit - 1] if 1 <= digit <= len(self._choices) else None

    def _take_letter(self, letter: str) -> bool:
        starts = [i for i, (_, words) in enumerate(self._choices) if _initial(words) == letter]
        if not letter or not starts:
            return False
        if len(starts) == 1:
            self._pick(self._keys()[starts[0]])
        else:
            self._give(self._keys()[self._next_of(starts)])
        return True

    def _next_of(self, starts: list[int]) -> int:
        keys = self._keys()
        here = keys.index(self._value) if self._value in keys else -1
        return starts[(starts.index(here) + 1) % len(starts)] if here in starts else starts[0]

    def _step(self, by: int) -> None:
        keys = self._keys()
        if self._value in keys:
            self._give(keys[min(len(keys) - 1, max(0, keys.index(self._value) + by))])
        elif by > 0:
            self._give(keys[0])

    # --- what it looks like

    def answer_width(self) -> int:
        """Return the pixels that the words would like; many of them take a second line."""
        return min(super().answer_width(), answer_column())

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        # Measured bold, so that nothing moves when one is chosen.
        metrics = self._fonts.bold_metrics
        widths = [
            max(2 * target(), metrics.horizontalAdvance(words) + 2 * space(16))
            for _key, words in self._choices
        ]
        return flow(widths, target(), space(8), room)

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        _key, words = self._choices[index]
        chosen = self._keys()[index] == self._value
        state = CellState(chosen, state.hovered, state.pressed)
        colour = cell_box(painter, box, current_look(), state)
        cell_words(painter, box, words, colour, bold=chosen)


def _initial(words: str) -> str:
    return words[:1].lower()
