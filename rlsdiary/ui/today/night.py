"""What follows from the times of a night, in words, and the question about an odd one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.button_row import ButtonRow
from rlsdiary.ui.kit.colours import hover
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.keys import key_holder
from rlsdiary.ui.kit.paint import CORNER
from rlsdiary.ui.kit.speech import announce
from rlsdiary.ui.kit.theme import ROW_SIDE, current_look, space
from rlsdiary.ui.today.state import DoubtState, SleepState


class SleepWords(QWidget):
    """Says how long the sleep was, and below how that is reckoned."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._definition = SoftWords("", self)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._words)
        self._layout.addWidget(self._definition)
        self._dress()

    def show_sleep(self, sleep: SleepState) -> None:
        """Show other words."""
        self._words.setText(sleep.words)
        self._definition.setText(sleep.definition)
        self._definition.setVisible(bool(sleep.definition))

    def _dress(self) -> None:
        self._layout.setContentsMargins(ROW_SIDE, space(8), ROW_SIDE, space(8))

    # --- Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._dress()


class Doubt(QWidget):
    """Asks about one odd value; either answer is one press, and going on is none."""

    mended = Signal(str, object)
    """The person meant this value: question and value."""
    kept = Signal(str)
    """The person stands by the value as it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._doubt = DoubtState("", "", "")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._buttons = ButtonRow(self)
        self._instead = MainButton("", self._buttons)
        self._keep = QuietButton("", self._buttons)
        for button in (self._instead, self._keep):
            self._buttons.add(button)
        self._instead.clicked.connect(self._mend)
        self._keep.clicked.connect(self._stand_by)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._words)
        self._layout.addWidget(self._buttons)
        self._dress()

    @property
    def buttons(self) -> tuple[QuietButton, ...]:
        """The two answers."""
        return self._instead, self._keep

    @property
    def has_keys(self) -> bool:
        """True while the keys are at one of the answers."""
        return key_holder(self) in self.buttons

    def show_doubt(self, doubt: DoubtState) -> None:
        """Ask about another value."""
        if doubt == self._doubt:
            return
        self._doubt = doubt
        self._words.setText(doubt.words)
        self._instead.setText(doubt.instead_words)
        self._instead.setVisible(bool(doubt.instead))
        self._keep.setText(doubt.keep_words)
        self._buttons.fit()
        announce(self, doubt.words)

    def _mend(self) -> None:
        self.mended.emit(self._doubt.question, self._doubt.instead)

    def _stand_by(self) -> None:
        self.kept.emit(self._doubt.question)

    def _dress(self) -> None:
        side = space(12)
        self._layout.setContentsMargins(ROW_SIDE + side, space(8), ROW_SIDE + side, space(8))
        self._layout.setSpacing(space(4))

    # --- Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(ROW_SIDE, 0, -ROW_SIDE, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hover(look))
        painter.drawRoundedRect(box, CORNER, CORNER)
        painter.setBrush(QColor(look.accent))
        painter.drawRoundedRect(QRectF(box.x(), box.y(), 4, box.height()), 2, 2)
        painter.end()
