"""A list to choose one from that drops down; in the frame that all fields share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from rlsdiary.ui.kit.fields import PADDING, paint_frame
from rlsdiary.ui.kit.paint import chevron
from rlsdiary.ui.kit.scroll import calm_bars
from rlsdiary.ui.kit.theme import current_look, target

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MOST_SHOWN = 14


class ListField(QComboBox):
    """A list that the wheel only turns while it has the keys: scrolling by changes nothing."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._has_problem = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(_MOST_SHOWN)
        calm_bars(self.view())

    def mark_problem(self, has_problem: bool) -> None:
        """Show by the frame whether the choice does not fit; the words say why."""
        self._has_problem = has_problem
        self.update()

    # --- Qt's own

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + PADDING, target())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), target())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, text = current_look(), self.currentText()
        painter = QPainter(self)
        paint_frame(painter, self, has_problem=self._has_problem)
        arrow = target() // 3
        right = self.width() - PADDING - arrow
        room = QRect(PADDING, 0, right - 2 * PADDING, self.height())
        colour = QColor(look.accent if self.underMouse() else look.text)
        painter.setPen(QColor(look.text))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)
        chevron(painter, QRectF(right, (self.height() - arrow) / 2, arrow, arrow), colour)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
