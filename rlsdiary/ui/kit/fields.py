"""A line to type in, with the rounded frame that all fields share."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from rlsdiary.ui.kit.paint import field_box
from rlsdiary.ui.kit.theme import current_look, target

PADDING = 10
"""The pixels between the frame of a field and its words."""


def paint_frame(painter: QPainter, field: QWidget, *, has_problem: bool = False) -> None:
    """Draw the frame around ``field``: in the accent while it has the keys."""
    look = current_look()
    line = QColor(look.accent) if field.hasFocus() else None
    if line is None and has_problem:
        line = QColor(look.series["urge"])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    field_box(painter, QRectF(field.rect()), look, line)


def see_through(field: QWidget) -> None:
    """Let the frame show where Qt would fill the field with a rectangle."""
    palette = QPalette()
    palette.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
    field.setPalette(palette)


class LineField(QLineEdit):
    """A line to type in."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._has_problem = False
        self.setFrame(False)
        self.setTextMargins(PADDING, 0, PADDING, 0)
        see_through(self)

    def mark_problem(self, has_problem: bool) -> None:
        """Show by the frame whether what is typed does not fit; the words say why."""
        self._has_problem = has_problem
        self.update()

    # --- Qt's own

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), target())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), target())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self, has_problem=self._has_problem)
        painter.end()
        super().paintEvent(event)
