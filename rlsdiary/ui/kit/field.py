"""A line to type in that opens where a control needs it and tells how it was left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.fields import LineField


class InlineField(LineField):
    """A field inside a control: Enter and Down finish, Up goes back, Esc gives up.

    Tab and Shift+Tab finish too, and leave it to the control where the keys go next.
    """

    finished = Signal(bool)
    """The person is done typing; True where they want to go on, False where back."""
    given_up = Signal()
    left = Signal()
    """The keys went elsewhere, by a click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()

    def open_with(self, text: str, *, select: bool) -> None:
        """Appear with ``text`` in it, take the keys, and mark the text where asked to."""
        self.setText(text)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if select:
            self.selectAll()

    # --- Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.finished.emit(True)
            case Qt.Key.Key_Up:
                self.finished.emit(False)
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case _:
                super().keyPressEvent(event)
        # Nothing goes back to the control around the field, which hands its own keys to it.
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        self.finished.emit(next)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.MouseFocusReason:
            self.left.emit()
