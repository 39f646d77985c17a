"""Calm scroll bars of our own: a thin rounded handle, no arrows, seen in every look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget

from rlsdiary.ui.kit.colours import border, soft_words
from rlsdiary.ui.kit.theme import current_look

BAR = 12
"""The width of a scroll bar in pixels."""
_AIR = 3
_SHORTEST = 32
_LEFT = Qt.MouseButton.LeftButton


class CalmBar(QScrollBar):
    """A scroll bar that is only a handle, in a stronger colour while the pointer is on it.

    It paints and is dragged by itself: a style of our own would slow every other control down,
    and even asking Qt's style where the handle is costs milliseconds of the start.
    """

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._held_at = 0.0

    def handle_box(self) -> QRectF:
        """Return where the handle is."""
        start, length = self._handle()
        if self._is_upright:
            return QRectF(_AIR, start, self.width() - 2 * _AIR, length)
        return QRectF(start, _AIR, length, self.height() - 2 * _AIR)

    @property
    def _is_upright(self) -> bool:
        return self.orientation() is Qt.Orientation.Vertical

    def _groove(self) -> int:
        return self.height() if self._is_upright else self.width()

    def _handle(self) -> tuple[float, float]:
        """Return where the handle begins, and its length."""
        groove, span = self._groove(), self.maximum() - self.minimum()
        length = min(groove, max(_SHORTEST, groove * self.pageStep() / (span + self.pageStep())))
        share = (self.sliderPosition() - self.minimum()) / span if span else 0
        return (groove - length) * share, length

    def _along(self, event: QMouseEvent) -> float:
        return event.position().y() if self._is_upright else event.position().x()

    # --- Qt's own

    def sizeHint(self) -> QSize:
        if self._is_upright:
            return QSize(BAR, super().sizeHint().height())
        return QSize(super().sizeHint().width(), BAR)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not _LEFT:
            return
        start, length = self._handle()
        along = self._along(event)
        if not start <= along <= start + length:
            # A press beside the handle goes on by a page, as everywhere.
            by = self.pageStep()
            self.setValue(self.value() + (by if along > start else -by))
            return
        self._held_at = along - start
        self.setSliderDown(True)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        free = self._groove() - self._handle()[1]
        if self.isSliderDown() and free > 0:
            share = (self._along(event) - self._held_at) / free
            span = self.maximum() - self.minimum()
            self.setSliderPosition(self.minimum() + round(span * min(1.0, max(0.0, share))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is _LEFT:
            self.setSliderDown(False)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.minimum() == self.maximum():
            return
        look, box = current_look(), self.handle_box()
        held = self.isSliderDown() or self.underMouse()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(soft_words(look)) if held else border(look))
        end = min(box.width(), box.height()) / 2
        painter.drawRoundedRect(box, end, end)
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
