"""One line of the plan, of the history, or of the markers, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.button_row import ButtonRow
from rlsdiary.ui.kit.form import Form
from rlsdiary.ui.kit.heading import Heading, SoftWords
from rlsdiary.ui.kit.prose import BodyWords, breakable
from rlsdiary.ui.kit.theme import current_look, space


class Line(QWidget):
    """A name, words below it, and buttons; a form can open under it."""

    pressed = Signal(str)
    """The person pressed the button of this key."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._buttons: dict[str, QuietButton] = {}
        self._name = Heading("", 3, self)
        self._middle = BodyWords("", self)
        self._words = SoftWords("", self)
        self._row = ButtonRow(self)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole = QVBoxLayout(self)
        self._arrange()

    @property
    def name(self) -> str:
        """The name that is shown."""
        return self._name.accessibleName()

    def show_words(self, name: str, middle: str, soft: str) -> None:
        """Show a name, words of ordinary size ("" takes no room) and soft words."""
        for label, text in ((self._name, name), (self._middle, middle), (self._words, soft)):
            label.setText(breakable(text))
            label.setAccessibleName(text)
        self._middle.setVisible(bool(middle))
        for button in self._buttons.values():
            button.setAccessibleName(f"{button.text()}: {name}")

    def add_button(self, key: str, words: str) -> None:
        """Offer something to do."""
        button = QuietButton(words, self._row)
        button.clicked.connect(self._was_pressed)
        self._buttons[key] = button
        self._row.add(button)

    def button(self, key: str) -> QuietButton:
        """Return the button of ``key``; KeyError where there is none."""
        return self._buttons[key]

    def buttons(self) -> list[QuietButton]:
        """Return all buttons in order."""
        return list(self._buttons.values())

    def add_form(self, form: Form) -> None:
        """Set ``form`` below the words."""
        self._whole.addWidget(form)

    def _was_pressed(self) -> None:
        sender = self.sender()
        self.pressed.emit(next(k for k, button in self._buttons.items() if button is sender))

    def _arrange(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(space(4))
        texts.addWidget(self._name)
        texts.addWidget(self._middle)
        texts.addWidget(self._words)
        self._box.addLayout(texts, 1)
        self._box.addWidget(self._row)
        self._whole.setSpacing(space(8))
        self._whole.setContentsMargins(space(8), space(12), space(8), space(12))
        self._whole.addLayout(self._box)

    def _turn(self) -> None:
        """Set the buttons beside the words, or below them where they would crowd them."""
        beside = self.width() >= 2 * self._row.sizeHint().width() + space(32)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not way:
            self._box.setDirection(way)

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        hairline = QRectF(space(8), 0, self.width() - 2 * space(8), 1)
        painter.fillRect(hairline, QColor(current_look().hairline))
        painter.end()
