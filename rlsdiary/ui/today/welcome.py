"""The greeting on an empty diary: what it is and is not, and a look around in a sample."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.theme import ROW_SIDE, space
from rlsdiary.words import tr


class Welcome(Card):
    """A card that wishes the sample diary."""

    sample_requested = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(tr("Welcome"), "", parent)
        words = QLabel(
            tr(
                "This diary stores what you write. It does not diagnose, and it cannot tell you "
                "which treatment to take. Show it to your doctor. Everything is optional and "
                "kept at once; one number is a good evening."
            ),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setContentsMargins(ROW_SIDE, space(4), ROW_SIDE, space(4))
        self._look = QuietButton(tr("Look around in a sample diary"), self, "trends")
        self.body.addWidget(words)
        self.body.addWidget(self._look, 0, Qt.AlignmentFlag.AlignLeft)
        self._look.clicked.connect(self._was_clicked)

    def _was_clicked(self) -> None:
        self.sample_requested.emit()
