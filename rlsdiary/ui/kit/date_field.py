"""A day to type or to choose in a calendar; in the frame that all fields share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from rlsdiary.ui.kit.fields import PADDING, paint_frame, see_through
from rlsdiary.ui.kit.paint import chevron
from rlsdiary.ui.kit.theme import current_look, target


class DateField(QDateEdit):
    """A date with a calendar that drops down."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setFrame(False)
        line = self.lineEdit()
        assert isinstance(line, QLineEdit)  # noqa: S101 - Qt makes one for every date field
        line.setTextMargins(PADDING - 4, 0, 0, 0)
        see_through(line)

    # --- Qt's own

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + PADDING, target())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), target())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, arrow = current_look(), target() // 3
        painter = QPainter(self)
        paint_frame(painter, self)
        box = QRectF(self.width() - PADDING - arrow, (self.height() - arrow) / 2, arrow, arrow)
        chevron(painter, box, QColor(look.accent if self.underMouse() else look.text))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)
