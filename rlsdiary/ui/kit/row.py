"""The row that asks one question: its value, how it is told, and the keys all rows share."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.keys import key_holder
from rlsdiary.ui.kit.speech import announce
from rlsdiary.ui.kit.surface import CellSurface
from rlsdiary.words import tr

_SHORTCUT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_STEPS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class AnswerRow(CellSurface):
    """One question and its answer; the value is None while nothing is recorded.

    A kind of row says what its cells are (``_cells_in``, ``_paint_cell``), what a click and a key
    mean (``_cell_clicked``, ``_take_key``) and how a value is put in words (``_in_words``).
    """

    answered = Signal(object)
    """The person recorded this value, or cleared it (None)."""
    go_on = Signal()
    """The person is done here. Unless a slot moves the focus, it goes to the next control."""
    go_back = Signal()
    """The person wants to go back. Unless a slot moves the focus, to the control before."""

    def __init__(self, label: str, parent: QWidget | None) -> None:
        super().__init__(label, parent)
        self._value: object = None
        self._value_on_entry: object = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(label)
        self._describe()

    @property
    def value(self) -> object:
        """The recorded value, None where there is none."""
        return self._value

    def show_value(self, value: object) -> None:
        """Show what is recorded (None: nothing), without saying so to anyone."""
        if value == self._value:
            return
        self._value = self._value_on_entry = value
        self._value_shown()
        self._describe()
        self.update()

    def forget_typing(self) -> None:
        """Forget what is half typed: another day is shown."""
        self._forget_typing()
        self._value_shown()

    def set_late(self, text: str) -> None:
        """Show a small mark such as "entered 3 days later"; "" takes it away."""
        if text != self._late:
            self._late = text
            self._arrange_anew()
            self._describe()

    # --- what each kind of row says

    def _take_key(self, key: int, text: str) -> bool:
        """Act on a key and return True, or return False to leave it to the others."""
        raise NotImplementedError

    def _in_words(self) -> str:
        """Put the recorded value (never None here) in words."""
        raise NotImplementedError

    def _forget_typing(self) -> None:
        """Forget what was half typed, since the keys go elsewhere."""

    def _value_shown(self) -> None:
        """Forget what was half typed, since another value is shown."""
        self._forget_typing()

    # --- what rows do

    def _give(self, value: object) -> None:
        """Record ``value`` for the person (None clears) and tell it where it is new."""
        if value == self._value:
            return
        self._value = value
        self._describe()
        self._announce()
        self.update()
        self.answered.emit(value)

    def _give_or_clear(self, value: object) -> None:
        """Record ``value``, or clear it where it is the recorded one already."""
        self._give(None if value == self._value else value)

    def _pick(self, value: object) -> None:
        """Record ``value`` and go on; clear it and stay where it was there on entering."""
        if value == self._value == self._value_on_entry:
            self._give(None)
            return
        self._give(value)
        self._move_on()

    def _move_on(self) -> None:
        self.go_on.emit()
        if self._has_keys():
            self.focusNextChild()

    def _move_back(self) -> None:
        self.go_back.emit()
        if self._has_keys():
            self.focusPreviousChild()

    def _has_keys(self) -> bool:
        held = key_holder(self)
        return held is not None and (held is self or self.isAncestorOf(held))

    def _shows_focus(self) -> bool:
        return self.isActiveWindow() and self._has_keys()

    def _say_problem(self, text: str) -> None:
        if text != self._problem:
            self._problem = text
            self._describe()
            self._announce()
            self._arrange_anew()

    def _describe(self) -> None:
        value = tr("not recorded") if self._value is None else self._in_words()
        parts = (value, self._late, self._problem)
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def _announce(self) -> None:
        """Say the new value to a screen reader while the keys are here."""
        announce(self, self.accessibleDescription())

    def _share_key(self, key: int) -> bool:
        """Act on the keys that mean the same in every row."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._move_on()
        elif key == Qt.Key.Key_Up:
            self._move_back()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._give(None)
        else:
            return False
        return True

    # --- Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _SHORTCUT:
            event.ignore()
            return
        # A digit held down too long must not run on into the rows below.
        if event.isAutoRepeat() and event.key() not in _STEPS:
            return
        if not (self._take_key(event.key(), event.text()) or self._share_key(event.key())):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._value_on_entry = self._value
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._forget_typing()
        self.update()
        super().focusOutEvent(event)
