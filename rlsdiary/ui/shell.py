"""The one window: side bar left, the open screen right, a line for messages above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from rlsdiary.ui.kit.banner import Banner
from rlsdiary.ui.kit.heading import redress
from rlsdiary.ui.kit.page import page_side
from rlsdiary.ui.kit.sidebar import SideBar
from rlsdiary.ui.kit.theme import space, text_percent

_COMPACT_BELOW = 760
LEGS_KEYS = "F9", "Ctrl+L"
"""What leads to “Legs now” from anywhere."""


class Shell(QMainWindow):
    """Holds the screens; knows none of them."""

    screen_requested = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()
    action_requested = Signal()
    activated = Signal()
    closing = Signal(QCloseEvent)
    uncovered = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self._screens: dict[str, QWidget] = {}
        self._keys: list[str] = []
        middle = QWidget(self)
        self._sidebar = SideBar(middle)
        self._banner = Banner(middle)
        self._stack = QStackedWidget(middle)
        self._banner_box = QVBoxLayout()
        self._banner_box.addWidget(self._banner)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._banner_box)
        right.addWidget(self._stack, 1)
        whole = QHBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._sidebar)
        whole.addLayout(right, 1)
        self._whole = QStackedWidget(self)
        self._whole.addWidget(middle)
        self.setCentralWidget(self._whole)
        self._sidebar.screen_requested.connect(self.screen_requested)
        self._banner.action_requested.connect(self.action_requested)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._was_undone)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            QShortcut(QKeySequence(keys), self, self._was_redone)
        for keys in LEGS_KEYS:
            QShortcut(QKeySequence(keys), self, self._wants_legs)
        self._dress()

    def add_entry(self, key: str, icon_name: str, word: str, *, at_bottom: bool = False) -> None:
        """Offer a screen in the side bar; Ctrl+1, Ctrl+2 … lead to them in order."""
        self._sidebar.add_entry(key, icon_name, word, at_bottom=at_bottom)
        self._keys.append(key)
        shortcut = QShortcut(QKeySequence(f"Ctrl+{len(self._keys)}"), self)
        shortcut.activated.connect(self._was_numbered)

    def show_screen(self, key: str, screen: QWidget) -> None:
        """Bring a screen to the front; it becomes a part of the window the first time."""
        self.uncover()
        if key not in self._screens:
            self._screens[key] = screen
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self._sidebar.set_current(key)

    def cover(self, screen: QWidget) -> None:
        """Let ``screen`` take the whole window, side bar included, and the keys."""
        if self._whole.indexOf(screen) < 0:
            self._whole.addWidget(screen)
        self._whole.setCurrentWidget(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Bring back what was covered; the keys go where they were."""
        if self.is_covered:
            self._whole.setCurrentIndex(0)
            self.uncovered.emit()

    @property
    def is_covered(self) -> bool:
        """True while a screen takes the whole window."""
        return self._whole.currentIndex() > 0

    @property
    def current(self) -> str:
        """The key of the screen that is open."""
        return self._sidebar.current

    @property
    def message(self) -> str:
        """The line above the screen, "" while there is none."""
        return self._banner.text

    def say(self, text: str, *, action: str = "", is_error: bool = False) -> None:
        """Show a line above the screen; ``action`` is the word that undoes."""
        self._banner.show_message(text, action, "error" if is_error else "info")
        self._dress()

    def say_nothing(self) -> None:
        """Take the line away."""
        self._banner.dismiss()
        self._dress()

    def come_forward(self) -> None:
        """Show the window above the others."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _was_numbered(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QShortcut)  # noqa: S101 - only shortcuts are connected here
        number = int(sender.key().toString()[-1])
        self.screen_requested.emit(self._keys[number - 1])

    def _wants_legs(self) -> None:
        self.screen_requested.emit("legs")

    def _was_undone(self) -> None:
        self.undo_requested.emit()

    def _was_redone(self) -> None:
        self.redo_requested.emit()

    def _dress(self) -> None:
        self._sidebar.set_compact(self.width() < _COMPACT_BELOW * text_percent() / 100)
        shown = not self._banner.isHidden()
        top, side = (space(12), page_side(self._stack.width())) if shown else (0, 0)
        self._banner_box.setContentsMargins(side, top, side, 0)

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._dress()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            redress(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closing.emit(event)
