"""The button that opens and closes what a card keeps below "more"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.words import tr


class FoldButton(QuietButton):
    """Says "More" while closed and "Less" while open; ``fold_requested`` carries what is wished."""

    fold_requested = Signal(bool)

    def __init__(self, card_title: str, parent: QWidget | None) -> None:
        super().__init__(tr("More"), parent, "more")
        self._title = card_title
        self._is_open = False
        self.clicked.connect(self._wish)
        self._describe()

    @property
    def is_open(self) -> bool:
        """True while what is below is shown."""
        return self._is_open

    def show_open(self, *, is_open: bool) -> None:
        """Show whether what is below is open; nobody is told."""
        if is_open != self._is_open:
            self._is_open = is_open
            self.setText(tr("Less") if is_open else tr("More"))
            self.set_icon_name("less" if is_open else "more")
            self._describe()

    def _wish(self) -> None:
        self.fold_requested.emit(not self._is_open)

    def _describe(self) -> None:
        words = tr("{title}: show less") if self._is_open else tr("{title}: show more")
        self.setAccessibleName(words.format(title=self._title))
