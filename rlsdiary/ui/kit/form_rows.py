"""Rows of a form: a line to type in, one of a few words, one of a long list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QCompleter, QWidget

from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.ui.kit.fields import LineField
from rlsdiary.ui.kit.list_field import ListField
from rlsdiary.ui.kit.paint import CellState
from rlsdiary.ui.kit.surface import CellSurface
from rlsdiary.ui.kit.theme import target

Choices = tuple[tuple[str, str], ...]
Control = LineField | ListField


class ControlRow(CellSurface):
    """A label and a field, with a hint or a problem below it."""

    edited = Signal()
    """The person typed or chose something."""
    submitted = Signal()
    """The person pressed Enter: the form may be kept."""

    def __init__(self, label: str, control: Control, letters: int, parent: QWidget) -> None:
        super().__init__(label, parent)
        self._control = control
        self._letters = letters
        self._hint = ""
        control.setParent(self)
        control.setAccessibleName(label)

    @property
    def control(self) -> QWidget:
        """What takes the keys; not a focus proxy, with which Tab would go round in the form."""
        return self._control

    def set_label(self, label: str) -> None:
        """Ask with other words."""
        if label != self._label:
            self._label = label
            self._control.setAccessibleName(label)
            self._arrange_anew()

    def set_hint(self, hint: str) -> None:
        """Explain below the control."""
        if hint != self._hint:
            self._hint = hint
            self._describe()
            self._arrange_anew()

    def say_problem(self, problem: str) -> None:
        """Say below the control what does not fit; "" takes it away."""
        if problem != self._problem:
            self._problem = problem
            self._control.mark_problem(bool(problem))
            self._describe()
            self._arrange_anew()

    @property
    def problem(self) -> str:
        """What does not fit, "" where nothing is wrong."""
        return self._problem

    def _describe(self) -> None:
        self._control.setAccessibleDescription(self._problem or self._hint)

    def _place(self) -> None:
        self._control.setGeometry(self.cell_box(0))

    # --- what the surface asks

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        wanted = self._fonts.body_metrics.averageCharWidth() * self._letters
        return (QRect(0, 0, min(wanted, room), target()),)

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        """Leave it to the control, which lies on the cell."""

    def _cell_clicked(self, index: int) -> None:
        self._control.setFocus(Qt.FocusReason.MouseFocusReason)

    def _shows_focus(self) -> bool:
        return False  # the control shows its own

    def _below_words(self) -> str:
        return self._problem or self._hint

    def _arrange_anew(self) -> None:
        super()._arrange_anew()
        self._place()

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


class FieldRow(ControlRow):
    """A line to type in, some ``letters`` wide."""

    def __init__(
        self, label: str, parent: QWidget, *, letters: int = 14, placeholder: str = ""
    ) -> None:
        self._field = LineField(parent)
        self._field.setPlaceholderText(placeholder)
        self._field.setMaxLength(200)
        super().__init__(label, self._field, letters, parent)
        self._field.textEdited.connect(self._was_edited)
        self._field.returnPressed.connect(self.submitted)

    def offer(self, words: Sequence[str]) -> None:
        """Offer these to complete what is typed, whatever the case of its letters."""
        completer = QCompleter(list(words), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._was_edited)
        self._field.setCompleter(completer)

    def text(self) -> str:
        """Return what is typed."""
        return self._field.text()

    def set_text(self, text: str) -> None:
        """Put ``text`` into the field."""
        self._field.setText(text)

    def _was_edited(self, _text: str) -> None:
        self.say_problem("")
        self.edited.emit()


class ListRow(ControlRow):
    """One of a long list; its text is the key of what is chosen."""

    def __init__(self, label: str, choices: Choices, parent: QWidget, *, letters: int = 30) -> None:
        self._box = ListField(parent)
        super().__init__(label, self._box, letters, parent)
        self.set_choices(choices)
        self._box.activated.connect(self._was_chosen)

    def set_choices(self, choices: Choices) -> None:
        """Offer other choices; what was chosen stays where it is still offered."""
        kept = self.text()
        self._box.clear()
        for key, words in choices:
            self._box.addItem(words, key)
        self.set_text(kept)

    def text(self) -> str:
        """Return the key of what is chosen, "" for nothing."""
        return str(self._box.currentData() or "")

    def set_text(self, text: str) -> None:
        """Choose the key ``text``, or the first choice where it is not offered."""
        self._box.setCurrentIndex(max(0, self._box.findData(text)))

    def _was_chosen(self, _index: int) -> None:
        self.say_problem("")
        self.edited.emit()


class OneOfRow(ChoiceRow):
    """One of a few words side by side, of which exactly one is always chosen."""

    edited = Signal()

    def __init__(self, label: str, choices: Choices, parent: QWidget) -> None:
        super().__init__(label, choices, parent)
        self.show_value(choices[0][0])
        self.answered.connect(self._was_answered)

    def text(self) -> str:
        """Return the key that is chosen."""
        return str(self.value)

    def set_text(self, text: str) -> None:
        """Choose the key ``text``, or the first where it is not offered."""
        keys = [key for key, _words in self._choices]
        self.show_value(text if text in keys else keys[0])

    def say_problem(self, problem: str) -> None:
        """Say below the words what does not fit."""
        self._say_problem(problem)

    @property
    def problem(self) -> str:
        """What does not fit, "" where nothing is wrong."""
        return self._problem

    def _give(self, value: object) -> None:
        if value is not None:
            super()._give(value)

    def _give_or_clear(self, value: object) -> None:
        self._give(value)

    def _was_answered(self, _value: object) -> None:
        self._say_problem("")
        self.edited.emit()
