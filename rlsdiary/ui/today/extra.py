"""Something else that was taken: what, how much, kept or given up, all in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.fields import LineField
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.theme import ROW_SIDE, space, target, text_percent
from rlsdiary.words import tr

_NARROW = 480


class ExtraDose(QWidget):
    """A button that opens a small form below the doses.

    It wishes name, amount, unit and time as typed. The form is made when it is first opened.
    """

    extra_requested = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._units: dict[str, str] = {}
        self._form: _Form | None = None
        self.button = QuietButton(tr("Something else taken"), self, "plus")
        self.button.clicked.connect(self.open)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, space(4), 0, 0)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_known(self, items: tuple[tuple[str, str], ...]) -> None:
        """Offer these (name, unit) pairs while the name is typed."""
        self._units = dict(items)
        if self._form is not None:
            self._form.set_known(self._units)

    def say_problem(self, text: str) -> None:
        """Say what does not fit; what was typed stays."""
        if self._form is not None:
            self._form.say_problem(text)

    def open(self) -> None:
        """Show the form and take the keys."""
        if self._form is None:
            self._form = _Form(self)
            self._form.set_known(self._units)
            self._form.wished.connect(self.extra_requested)
            self._form.given_up.connect(self.close_form)
            self._layout.addWidget(self._form)
        self.button.hide()
        self._form.show()
        self._form.take_keys()

    def close_form(self) -> None:
        """Hide the form and forget what was typed."""
        if self._form is not None:
            self._form.forget()
            self._form.hide()
        self.button.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


class _Form(QWidget):
    wished = Signal(str, str, str, str)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._units: dict[str, str] = {}
        self._name = self._field(tr("what"), tr("What was taken"))
        self._amount = self._field(tr("how much"), tr("How much was taken"))
        self._unit = self._field(tr("mg, tablet …"), tr("Unit"))
        self._clock = self._field(tr("when"), tr("Time of day, may be left empty"))
        self._keep = MainButton(tr("Keep"), self)
        self._close = QuietButton("", self, "close", tr("Close without keeping"))
        self._problem = SoftWords("", self)
        self._problem.hide()
        self._arrange()
        self._keep.clicked.connect(self._wish)
        self._close.clicked.connect(self._give_up)
        self._name.editingFinished.connect(self._fill_unit)
        for field in self._fields():
            field.returnPressed.connect(self._wish)

    def set_known(self, units: dict[str, str]) -> None:
        if units == self._units:
            return
        self._units = dict(units)
        completer = QCompleter(list(units), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._name.setCompleter(completer)

    def say_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def take_keys(self) -> None:
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        for field in self._fields():
            field.clear()
        self.say_problem("")

    def _fields(self) -> tuple[LineField, ...]:
        return self._name, self._amount, self._unit, self._clock

    def _field(self, placeholder: str, name: str) -> LineField:
        field = LineField(self)
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(name)
        field.setMaxLength(80)
        field.setMinimumHeight(target())
        return field

    def _arrange(self) -> None:
        amounts, buttons = QHBoxLayout(), QHBoxLayout()
        for field in (self._amount, self._unit, self._clock):
            amounts.addWidget(field, 1)
        for button in (self._keep, self._close):
            buttons.addWidget(button)
        buttons.addStretch()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self._name, 3)
        self._line.addLayout(amounts, 4)
        self._line.addLayout(buttons)
        for layout in (self._line, amounts, buttons):
            layout.setSpacing(space(8))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(ROW_SIDE, 0, ROW_SIDE, space(4))
        whole.addLayout(self._line)
        whole.addWidget(self._problem)

    def _fill_unit(self) -> None:
        known = {name.casefold(): unit for name, unit in self._units.items()}
        unit = known.get(self._name.text().strip().casefold())
        if unit and not self._unit.text():
            self._unit.setText(unit)

    def _wish(self) -> None:
        self._fill_unit()
        self.say_problem("")
        self.wished.emit(*(field.text() for field in self._fields()))

    def _give_up(self) -> None:
        self.given_up.emit()

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _NARROW * text_percent() // 100
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)
