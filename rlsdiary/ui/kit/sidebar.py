"""The side bar: one entry a screen, with icon and word, or the icon alone where room is short."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.colours import mix
from rlsdiary.ui.kit.icons import pixmap
from rlsdiary.ui.kit.paint import CORNER, CellState, cell_box, focus_ring
from rlsdiary.ui.kit.theme import body_font, current_look, space, target

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class SideBarEntry(QuietButton):
    """One entry of the side bar."""

    wanted = Signal(str)
    step_wanted = Signal(int)

    def __init__(self, key: str, icon_name: str, word: str, parent: QWidget) -> None:
        super().__init__(word, parent, icon_name)
        self.key = key
        self._compact = False
        self.setCheckable(True)
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self._was_clicked)

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone, the word as a tooltip."""
        self._compact = compact
        self.setToolTip(self.text() if compact else "")
        self.updateGeometry()
        self.update()

    def set_current(self, current: bool) -> None:
        """Mark the entry as the screen that is open."""
        self.setChecked(current)
        # One Tab stop for the whole side bar: the screen that is open.
        policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def _was_clicked(self) -> None:
        self.wanted.emit(self.key)

    # --- Qt's own

    def sizeHint(self) -> QSize:
        height = target() + space(8)
        if self._compact:
            return QSize(height, height)
        words = QFontMetrics(body_font(QFont.Weight.DemiBold)).horizontalAdvance(self.text())
        return QSize(2 * space(12) + self._icon_size() + space(12) + words, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, current = current_look(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(look.window, look.accent, 0.14))
            painter.drawRoundedRect(self.rect(), CORNER, CORNER)
            painter.setBrush(QColor(look.accent))
            painter.drawRoundedRect(0, self.height() // 4, 4, self.height() // 2, 2, 2)
        elif self.underMouse():
            cell_box(painter, self.rect(), look, CellState(hovered=True))
        self._paint_words(painter, QColor(look.text), current=current)
        if self.hasFocus():
            focus_ring(painter, self.rect(), look)
        painter.end()

    def _paint_words(self, painter: QPainter, colour: QColor, *, current: bool) -> None:
        size = self._icon_size()
        left = (self.width() - size) // 2 if self._compact else space(12)
        drawn = pixmap(self._icon_name, colour.name(), size, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - size) // 2, drawn)
        if self._compact:
            return
        painter.setFont(body_font(QFont.Weight.DemiBold if current else QFont.Weight.Normal))
        painter.setPen(colour)
        start = left + size + space(12)
        painter.drawText(QRect(start, 0, self.width() - start, self.height()), _LEFT, self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)


class SideBar(QWidget):
    """The list of screens; it asks for one and shows which one is open."""

    screen_requested = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._entries: dict[str, SideBarEntry] = {}
        self._current = ""
        self._compact = False
        self._top = QVBoxLayout()
        self._bottom = QVBoxLayout()
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._top)
        self._layout.addStretch(1)
        self._layout.addLayout(self._bottom)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._dress()

    def add_entry(self, key: str, icon_name: str, word: str, *, at_bottom: bool = False) -> None:
        """Append a screen; ``at_bottom`` puts it into the group at the foot."""
        entry = SideBarEntry(key, icon_name, word, self)
        entry.set_compact(self._compact)
        entry.wanted.connect(self._want)
        entry.step_wanted.connect(self._step)
        self._entries[key] = entry
        self._current = self._current or key
        entry.set_current(key == self._current)
        (self._bottom if at_bottom else self._top).addWidget(entry)

    def set_current(self, key: str) -> None:
        """Mark the screen ``key`` as the open one; KeyError where there is none."""
        self._entries[key].set_current(True)
        self._current = key
        for entry in self._entries.values():
            entry.set_current(entry.key == key)

    @property
    def current(self) -> str:
        """The key of the screen marked as open, "" while there is none."""
        return self._current

    def set_compact(self, compact: bool) -> None:
        """Show icons alone where ``compact``, else icons and words."""
        self._compact = compact
        for entry in self._entries.values():
            entry.set_compact(compact)
        self._dress()

    def _want(self, key: str) -> None:
        # The press itself has switched the mark of the entry: only ``set_current`` may.
        self.set_current(self._current)
        self.screen_requested.emit(key)

    def _step(self, by: int) -> None:
        """Move the keys to the entry above or below; Enter or Space then opens it."""
        order = list(self._entries.values())
        here = next((i for i, entry in enumerate(order) if entry.hasFocus()), 0)
        order[(here + by) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    def _dress(self) -> None:
        edge = space(8) if self._compact else space(12)
        self._layout.setContentsMargins(edge, space(16), edge, space(16))
        for part in (self._top, self._bottom):
            part.setSpacing(space(4))

    # --- Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._dress()
