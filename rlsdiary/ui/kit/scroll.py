"""Calm scroll bars of our own: a thin rounded handle, no arrows, seen in every look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from rlsdiary.ui.kit.colours import border, soft_words
from rlsdiary.ui.kit.theme import current_look

BAR = 12
"""The width of a scroll bar in pixels."""
_AIR = 3
_HANDLE = QStyle.SubControl.SC_ScrollBarSlider


class CalmBar(QScrollBar):
    """A scroll bar that is only a handle, wider in colour while the pointer is on it.

    It paints itself: a style of our own written in Python would slow every other control down.
    """

    def handle_box(self) -> QRectF:
        """Return where the handle is; Qt's style reckons it, so it moves as the pointer does."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        across = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, _HANDLE, self
        )
        box = QRectF(across)
        if self.orientation() is Qt.Orientation.Vertical:
            return QRectF(_AIR, box.y(), self.width() - 2 * _AIR, box.height())
        return QRectF(box.x(), _AIR, box.width(), self.height() - 2 * _AIR)

    # --- Qt's own

    def sizeHint(self) -> QSize:
        if self.orientation() is Qt.Orientation.Vertical:
            return QSize(BAR, super().sizeHint().height())
        return QSize(super().sizeHint().width(), BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.minimum() == self.maximum():
            return
        look, box = current_look(), self.handle_box()
        held = self.isSliderDown() or self.underMouse()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(soft_words(look)) if held else border(look))
        round_ = min(box.width(), box.height()) / 2
        painter.drawRoundedRect(box, round_, round_)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)


def calm_bars(area: QAbstractScrollArea) -> None:
    """Give ``area`` our scroll bars, and no frame."""
    area.setVerticalScrollBar(CalmBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(CalmBar(Qt.Orientation.Horizontal, area))
    area.setFrameShape(QFrame.Shape.NoFrame)


class CalmScroll(QScrollArea):
    """Scrolls ``page`` up and down, never sideways; its bar keeps its room, so nothing jumps."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        calm_bars(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
