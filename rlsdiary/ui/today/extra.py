"""Something else that was taken: what, how much, kept or given up, all in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.theme import space, target
from rlsdiary.words import tr


class ExtraDose(QWidget):
    """A small form that opens below the doses. It wishes name, amount and unit as typed."""

    extra_requested = Signal(str, str, str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._units: dict[str, str] = {}
        self._open_button = QuietButton(tr("Something else taken"), self, "plus")
        self._name = self._field(tr("what"), tr("What was taken"))
        self._amount = self._field(tr("how much"), tr("How much was taken"))
        self._unit = self._field(tr("mg, tablet …"), tr("Unit"))
        self._keep = MainButton(tr("Keep"), self)
        self._close = QuietButton("", self, "close", tr("Close without keeping"))
        self._problem = SoftWords("", self)
        self._arrange()
        self._open_button.clicked.connect(self.open)
        self._keep.clicked.connect(self._wish)
        self._close.clicked.connect(self.close_form)
        self._name.editingFinished.connect(self._fill_unit)
        for field in (self._name, self._amount, self._unit):
            field.returnPressed.connect(self._wish)
        self.close_form()

    def set_known(self, items: tuple[tuple[str, str], ...]) -> None:
        """Offer these (name, unit) pairs while the name is typed."""
        if self._units == dict(items):
            return
        self._units = dict(items)
        completer = QCompleter(list(self._units), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._name.setCompleter(completer)

    def say_problem(self, text: str) -> None:
        """Say what does not fit; what was typed stays."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def open(self) -> None:
        """Show the form and take the keys."""
        self._show_form(True)
        self._name.setFocus()

    def close_form(self) -> None:
        """Hide the form and forget what was typed."""
        for field in (self._name, self._amount, self._unit):
            field.clear()
        self.say_problem("")
        self._show_form(False)

    def _show_form(self, shown: bool) -> None:
        for widget in (self._name, self._amount, self._unit, self._keep, self._close):
            widget.setVisible(shown)
        self._open_button.setVisible(not shown)

    def _field(self, placeholder: str, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(name)
        field.setMaxLength(80)
        field.setMinimumHeight(target())
        return field

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addWidget(self._open_button)
        line.addWidget(self._name, 3)
        line.addWidget(self._amount, 1)
        line.addWidget(self._unit, 1)
        line.addWidget(self._keep)
        line.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(8), space(4), space(8), space(4))
        whole.addLayout(line)
        whole.addWidget(self._problem)

    def _fill_unit(self) -> None:
        known = {name.casefold(): unit for name, unit in self._units.items()}
        unit = known.get(self._name.text().strip().casefold())
        if unit and not self._unit.text():
            self._unit.setText(unit)

    def _wish(self) -> None:
        self._fill_unit()
        self.say_problem("")
        self.extra_requested.emit(self._name.text(), self._amount.text(), self._unit.text())
