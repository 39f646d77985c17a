"""The search: a field to type in, and a card with what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rlsdiary.ui.calendar.results import ResultsList
from rlsdiary.ui.calendar.state import SearchState
from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.fields import LineField
from rlsdiary.ui.kit.theme import space
from rlsdiary.words import tr

_LONGEST = 200
_INTO_RESULTS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class _Field(LineField):
    """A line to type in; Enter and Down go on to the results, Esc ends the search."""

    go_on = Signal()
    given_up = Signal()

    # --- Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _INTO_RESULTS:
            self.go_on.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class SearchBar(QWidget):
    """The field, and a button that ends the search."""

    search_requested = Signal(str)
    """Look for these words; "" ends the search."""
    go_on = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = _Field(self)
        self.field.setPlaceholderText(tr("Search notes and items"))
        self.field.setAccessibleName(tr("Search notes and items"))
        self.field.setMaxLength(_LONGEST)
        self._end = QuietButton("", self, "close", tr("End the search"))
        self._end.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(4))
        row.addWidget(self.field, 1)
        row.addWidget(self._end)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.textEdited.connect(self._was_edited)
        self.field.go_on.connect(self.go_on)
        self.field.given_up.connect(self.end)
        self._end.clicked.connect(self.end)

    def show_text(self, text: str) -> None:
        """Show what is being looked for; what is just being typed stays as it is."""
        if text != self.field.text():
            self.field.setText(text)
        self._end.setVisible(bool(text))

    def end(self) -> None:
        """End the search."""
        self.search_requested.emit("")

    def _was_edited(self, text: str) -> None:
        self.search_requested.emit(text)


class ResultsCard(Card):
    """What was found: how much in words, and the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Found"), "", parent)
        self.list = ResultsList(self)
        self.list.setAccessibleName(tr("Found"))
        self.body.addWidget(self.list, 1)

    def show_state(self, state: SearchState) -> None:
        """Show what was found."""
        self.set_title(tr("Found"), state.words)
        self.list.show_lines(state.lines)
        focus = Qt.FocusPolicy.StrongFocus if state.lines else Qt.FocusPolicy.NoFocus
        self.list.setFocusPolicy(focus)  # an empty list is no place for the keys
