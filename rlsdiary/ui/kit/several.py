"""A question answered by any number of words."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.geometry import flow
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import answer_column, current_look, space, target

_COMMA = ","


class SeveralRow(AnswerRow):
    """Words to choose any of; the value is their keys in the order of ``choices``, with commas.

    The arrows go from word to word, Space takes the one they stand on in or out.
    """

    def __init__(
        self, label: str, choices: tuple[tuple[str, str], ...], parent: QWidget | None
    ) -> None:
        self._choices = choices
        self._at = 0
        super().__init__(label, parent)
        words = ", ".join(words for _key, words in choices)
        self.setAccessibleName(f"{label}: {words}")

    def _chosen(self) -> set[str]:
        return set(str(self._value).split(_COMMA)) if self._value else set()

    def _in_words(self) -> str:
        chosen = self._chosen()
        return ", ".join(words for key, words in self._choices if key in chosen)

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        self._at = index
        wanted = self._chosen() ^ {self._choices[index][0]}
        self._give(_COMMA.join(key for key, _words in self._choices if key in wanted) or None)

    def _take_key(self, key: int, text: str) -> bool:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if key == Qt.Key.Key_Right else -1
            self._at = min(len(self._choices) - 1, max(0, self._at + by))
            self.update()
        elif key == Qt.Key.Key_Space:
            self._cell_clicked(self._at)
        else:
            return False
        return True

    # --- what it looks like

    def answer_width(self) -> int:
        """Return the pixels that the words would like; many of them take a second line."""
        return min(super().answer_width(), answer_column())

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        metrics = self._fonts.bold_metrics
        widths = [metrics.horizontalAdvance(words) + 2 * space(12) for _key, words in self._choices]
        return flow(widths, target(), space(8), room)

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        key, words = self._choices[index]
        chosen = key in self._chosen()
        hovered = state.hovered or (index == self._at and self._shows_focus())
        state = CellState(chosen, hovered, state.pressed)
        colour = cell_box(painter, box, current_look(), state)
        cell_words(painter, box, words, colour, bold=chosen)
