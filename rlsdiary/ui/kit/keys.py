"""What typed text means to the controls, and keys handed from one control to another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


def digit_of(text: str) -> int | None:
    """Return the digit that was typed, in any script, or None where it was none."""
    return int(text) if len(text) == 1 and text.isdecimal() else None


def is_typed(key: int, text: str) -> bool:
    """Return whether a key writes into a field: a character, or the one that takes it back."""
    return (bool(text) and text.isprintable()) or key == Qt.Key.Key_Backspace


def key_press(key: int, text: str) -> QKeyEvent:
    """Return the press of a plain key, to be handed on to another control."""
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key(key), none, text)


def key_holder(widget: QWidget) -> QWidget | None:
    """Return the control of ``widget``'s window that has the keys, or would have them."""
    return widget.window().focusWidget()
