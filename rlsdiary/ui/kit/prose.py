"""Words of ordinary size, and words too long for one line."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.heading import Heading
from rlsdiary.ui.kit.theme import body_font

_LONGEST_WORD = 10


class BodyWords(Heading):
    """Words of ordinary size and weight."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, 3, parent)

    def _wanted_font(self) -> QFont:
        return body_font()


def breakable(text: str) -> str:
    """Let a very long word go on to the next line: a zero-width space after every few letters."""
    return " ".join(_broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    if len(word) <= 2 * _LONGEST_WORD:
        return word
    starts = range(0, len(word), _LONGEST_WORD)
    return "\u200b".join(word[start : start + _LONGEST_WORD] for start in starts)
