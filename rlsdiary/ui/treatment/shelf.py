"""A card of lines, what can be added to it, and the forms that are open on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rlsdiary.ui.kit.button import MainButton
from rlsdiary.ui.kit.button_row import ButtonRow
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.form import Form
from rlsdiary.ui.kit.theme import ROW_SIDE, space
from rlsdiary.ui.treatment.lines import Entry, Line

Buttons = tuple[tuple[str, str], ...]
"""What can be done about a line: a key and the words of its button."""


class Shelf(Card):
    """Lines in order, each with the same buttons; below them perhaps a button to add one."""

    line_pressed = Signal(str, str)
    """The person pressed a button: its key, and the key of the line."""

    def __init__(self, title: str, buttons: Buttons, add_words: str, parent: QWidget) -> None:
        super().__init__(title, "", parent)
        self._buttons = buttons
        self._lines: dict[str, Line] = {}
        self._forms: list[Form] = []
        self._row = ButtonRow(self)
        self.add_button = MainButton(add_words, self._row)
        self._row.add(self.add_button)
        self._row.setVisible(bool(add_words))
        self._box = QVBoxLayout()
        self._foot = QVBoxLayout()
        self._arrange()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines in their order; those that stay keep the forms open under them."""
        self.drop({*self._lines} - {entry.key for entry in entries})
        for entry in entries:
            line = self._lines.get(entry.key) or self._made_line(entry.key)
            self._box.addWidget(line)
            line.show_words(entry.name, entry.middle, entry.soft)

    def line(self, key: str) -> Line | None:
        """Return the line of ``key``, None where it does not stand here."""
        return self._lines.get(key)

    def holds(self, widget: QWidget, keys: Iterable[str]) -> bool:
        """Say whether ``widget`` is in one of these lines."""
        lines = (self._lines[key] for key in keys if key in self._lines)
        return any(line.isAncestorOf(widget) for line in lines)

    def add_form(self, form: Form) -> None:
        """Open ``form`` at the foot, in the place of the button."""
        self._forms.append(form)
        self._foot.addWidget(form)
        self._row.hide()

    def close_form(self, form: Form) -> None:
        """Show the button again in the place of ``form``, where that stood at the foot."""
        if form in self._forms:
            self._forms.remove(form)
            self._row.show()

    def tab_chain(self) -> list[QWidget]:
        """Return what takes the keys, in the order of Tab."""
        chain: list[QWidget] = []
        for line in sorted(self._lines.values(), key=self._box.indexOf):
            chain += line.tab_chain()
        forms = (control for form in self._forms for control in form.controls())
        return [*chain, self.add_button, *forms]

    def drop(self, keys: Iterable[str]) -> None:
        """Take lines away, and the forms that are open under them."""
        for key in keys:
            line = self._lines.pop(key)
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()

    def keys(self) -> set[str]:
        """Return the keys of all lines."""
        return set(self._lines)

    def _made_line(self, key: str) -> Line:
        line = Line(key, self)
        for what, words in self._buttons:
            line.add_button(what, words)
        line.pressed.connect(self._was_pressed)
        self._lines[key] = line
        return line

    def _was_pressed(self, what: str) -> None:
        line = self.sender()
        assert isinstance(line, Line)  # noqa: S101 - only lines are connected here
        self.line_pressed.emit(what, line.key)

    def _arrange(self) -> None:
        self._box.setSpacing(0)
        self._row.setContentsMargins(ROW_SIDE, space(8), ROW_SIDE, space(4))
        self.body.addLayout(self._box)
        self.body.addWidget(self._row)
        self.body.addLayout(self._foot)
