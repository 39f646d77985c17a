"""A huge button that a finger finds in the dark; the one pressed last stands out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rlsdiary.ui.kit.colours import mix
from rlsdiary.ui.kit.paint import CORNER, CellState, cell_box, focus_ring
from rlsdiary.ui.legs.night import LOOK

TARGET = 64
"""The least width and height of anything to be pressed here, in pixels."""
SIDE = 6
"""The pixels left and right of the words on a button."""
_DEEP, _THICK = 0.14, 3.0  # share of the hue, and outline: seen at once, and still dark
_EDGE = 1  # around the button; while it has the keys, there is room for the ring
_EDGE_IN_RING = 4
_WORDS = (
    Qt.AlignmentFlag.AlignCenter.value
    | Qt.TextFlag.TextWordWrap.value
    | Qt.TextFlag.TextShowMnemonic.value
)


class BigButton(QPushButton):
    """A button with words or a number. ``key`` names it; an underlined letter is its key."""

    def __init__(self, key: str, text: str, parent: QWidget, name: str = "") -> None:
        super().__init__(text, parent)
        self.key = key
        self._is_newest = False
        self.setAccessibleName(name or self.words)
        self.setMinimumSize(TARGET, TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAutoDefault(False)

    @property
    def words(self) -> str:
        """What stands on the button, without the mark of its letter."""
        return self.text().replace("&", "")

    @property
    def letter(self) -> str:
        """The letter that presses the button, "" where there is none."""
        _before, marked, after = self.text().partition("&")
        return after[:1].lower() if marked else ""

    @property
    def is_newest(self) -> bool:
        """True while this is what was pressed last."""
        return self._is_newest

    def set_newest(self, is_newest: bool) -> None:
        """Let the button stand out as the one that was pressed last, or no longer."""
        if is_newest != self._is_newest:
            self._is_newest = is_newest
            self.update()

    def _paint_box(self, painter: QPainter, box: QRect) -> QColor:
        """Draw the button's outline and ground; return the colour of its words."""
        if not self._is_newest:
            touched = self.isDown() or self.underMouse()
            return cell_box(painter, box, LOOK, CellState(hovered=touched))
        accent = QColor(LOOK.accent)
        painter.setPen(QPen(accent, _THICK))
        painter.setBrush(mix(LOOK.window, LOOK.accent, _DEEP))
        half = _THICK / 2
        painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), CORNER, CORNER)
        return accent

    # --- Qt's own

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.words)
        return QSize(max(TARGET, words + 2 * (SIDE + _EDGE)), TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = _EDGE_IN_RING if self.hasFocus() else _EDGE
        box = self.rect().adjusted(edge, edge, -edge, -edge)
        if self.isEnabled():
            painter.setPen(self._paint_box(painter, box))
            painter.drawText(box, _WORDS, self.text())
        if self.hasFocus():
            focus_ring(painter, self.rect(), LOOK)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)
