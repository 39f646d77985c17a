"""Words that head a screen or a card, and soft words that explain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.theme import current_look, heading_font, small_font, target


def redress(window: QWidget) -> None:
    """Let all headings in ``window`` take on the look that was applied last.

    Qt tells only windows of a new look, and those widgets that have no type of their own.
    """
    for heading in window.findChildren(Heading):
        heading.wear_look()


class Heading(QLabel):
    """A heading of level 1 (screen), 2 (card) or 3 (group); it grows with the text size."""

    def __init__(self, text: str, level: int, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._level = level
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.wear_look()

    def wear_look(self) -> None:
        """Take on the type and colours of the look that was applied last."""
        font = self._wanted_font()
        if font != self.font():
            self.setFont(font)
        if self._level == 1:
            # As high as the buttons beside it on some screens: all titles stand level.
            self.setMinimumHeight(target())

    def _wanted_font(self) -> QFont:
        return heading_font(self._level)


class SoftWords(Heading):
    """Small words in the soft text colour."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, 3, parent)

    def _wanted_font(self) -> QFont:
        return small_font()

    def wear_look(self) -> None:
        """Take on the type and colours of the look that was applied last."""
        super().wear_look()
        soft = soft_words(current_look())
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != soft:
            palette.setColor(QPalette.ColorRole.WindowText, soft)
            self.setPalette(palette)
