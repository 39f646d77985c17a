"""The foot of a card: the button for "more", and what is recorded below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rlsdiary.ui.kit.fold import FoldButton
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.theme import ROW_SIDE, space, target, text_percent

_NARROW = 420  # words in less room than this stand below the button


class Foot(QWidget):
    """Says in one soft line what a closed "more" holds: what is recorded is never hidden."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = FoldButton(title, self)
        self._told = SoftWords("", self)
        self._told.hide()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._told, 1)
        self._dress()

    def show_fold(self, *, is_open: bool, told: str) -> None:
        """Show whether "more" is open, and what is recorded there while it is not."""
        self.button.show_open(is_open=is_open)
        words = "" if is_open else told
        if words != self._told.text():
            self._told.setText(words)
            self._told.setVisible(bool(words))
            self.button.setAccessibleDescription(words)

    def _dress(self) -> None:
        narrow = self.width() < _NARROW * text_percent() / 100
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)
        self._line.setContentsMargins(0, space(4), ROW_SIDE, 0)
        self._line.setSpacing(0 if narrow else space(8))
        self._told.setContentsMargins(ROW_SIDE if narrow else 0, 0, 0, 0)
        self._told.setMinimumHeight(0 if narrow else target())

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._dress()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._dress()
