"""Small parts of the Settings cards: words, buttons, and the answer to a press."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.button_row import ButtonRow
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.heading import Heading, SoftWords
from rlsdiary.ui.kit.prose import BodyWords
from rlsdiary.ui.kit.theme import ROW_SIDE, body_font, space
from rlsdiary.words import tr


def add_words(card: Card, text: str, *, strong: bool = False) -> Heading:
    """Append words to a card; what matters stands in ordinary size."""
    words: Heading = BodyWords(text, card) if strong else SoftWords(text, card)
    words.setContentsMargins(ROW_SIDE, space(4), ROW_SIDE, space(4))
    card.body.addWidget(words)
    return words


def add_buttons(card: Card, *buttons: QuietButton) -> ButtonRow:
    """Append buttons to a card, side by side."""
    row = ButtonRow(card)
    row.setContentsMargins(ROW_SIDE, space(8), ROW_SIDE, space(4))
    for button in buttons:
        row.add(button)
    card.body.addWidget(row)
    return row


class Answering(Heading):
    """What came of the last press; nothing at first. A problem says that it is one."""

    def __init__(self, parent: QWidget) -> None:
        self._is_problem = False
        super().__init__("", 3, parent)
        self.setContentsMargins(ROW_SIDE, space(4), ROW_SIDE, space(4))
        self.hide()

    @property
    def is_problem(self) -> bool:
        """True where something went wrong."""
        return self._is_problem

    def say(self, text: str, *, is_problem: bool = False) -> None:
        """Show ``text`` ("" nothing), and tell it to a screen reader."""
        self._is_problem = is_problem
        self.setText(tr("That did not work. {text}").format(text=text) if is_problem else text)
        self.setVisible(bool(text))
        if text and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, self.text())
            QAccessible.updateAccessibility(event)

    def show_now(self) -> None:
        """Paint at once, though the program is about to be busy."""
        layout = self.window().layout()
        if layout is not None:
            layout.activate()
        self.window().repaint()

    def _wanted_font(self) -> QFont:
        return body_font()
