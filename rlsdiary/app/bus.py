"""One announcement for every kept act: each screen decides whether it cares."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """Carries each Change to whoever listens."""

    changed = Signal(object)
