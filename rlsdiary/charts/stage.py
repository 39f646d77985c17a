"""The one door to pyqtgraph: its settings, the pane, the time box and the two painted layers."""

from __future__ import annotations

from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsSceneWheelEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from rlsdiary.charts.crosshair import paint_crosshair, paint_rim
from rlsdiary.charts.drawing import paint_sheet
from rlsdiary.charts.sheet import Sheet

pg.setConfigOptions(antialias=True, useOpenGL=False, exitCleanup=False, foreground="k")

FEWEST_DAYS = 7.0
ZOOM_STEP = 1.35  # a notch of the wheel
NOTCH = 120  # what Qt calls a notch, in eighths of a degree


class Pane(pg.GraphicsView):
    """The view that holds the layers; says when its size has changed."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class TimeBox(pg.ViewBox):
    """The time axis as pyqtgraph's view box: wheel zooms about the pointer, drag pans.

    Only time moves, and never beyond the limits of the diary.
    """

    clicked = Signal(QPointF)  # where, in the scene

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.leaves_wheel = False  # the plain wheel scrolls the screen; with Ctrl it zooms
        self.setMouseEnabled(x=True, y=False)
        self.disableAutoRange()
        self.setYRange(0, 1, padding=0)

    def zoom(self, factor: float, about: float) -> None:
        """Make the time in sight ``factor`` times as long; ``about`` (day number) stays put."""
        first, last = self.edges()
        low, high = self.state["limits"]["xRange"]
        length = min(max((last - first) * factor, low), high)
        start = about - (about - first) / (last - first) * length
        self.show_edges(start, start + length)

    def pan(self, days: float) -> None:
        """Move by so many days, as far as the diary reaches."""
        first, last = self.edges()
        self.show_edges(first + days, last + days)

    def place(self, rect: QRectF) -> None:
        """Lie at ``rect`` in the scene, with the mapping of the pointer up to date at once."""
        self.setGeometry(rect)
        self.updateMatrix()  # pyqtgraph would wait for the next painting

    def limit(self, first: float, last: float) -> None:
        """Keep the axis between two edges (day numbers)."""
        whole = last - first
        self.setLimits(xMin=first, xMax=last, minXRange=min(FEWEST_DAYS, whole), maxXRange=whole)

    def show_edges(self, first: float, last: float) -> None:
        """Show the days between two edges (day numbers), as far as the limits allow."""
        self.setXRange(first, last, padding=0)

    def edges(self) -> tuple[float, float]:
        """Return the edges in sight (day numbers)."""
        first, last = self.viewRange()[0]
        return float(first), float(last)

    def wheelEvent(self, ev: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        is_sideways = ev.orientation() == Qt.Orientation.Horizontal
        is_held = bool(ev.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.leaves_wheel and not (is_sideways or is_held):
            ev.ignore()
            return
        first, last = self.edges()
        share = ev.pos().x() / max(self.width(), 1.0)
        days = last - first
        if is_sideways:
            self.pan(-ev.delta() / NOTCH * days / 10)
        else:
            self.zoom(ZOOM_STEP ** (-ev.delta() / NOTCH), first + share * days)
        ev.accept()

    def mouseDragEvent(self, ev, axis=None) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
        if ev.button() == Qt.MouseButton.LeftButton:
            super().mouseDragEvent(ev, axis=0)
        else:
            ev.ignore()

    def mouseClickEvent(self, ev) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
        if ev.button() == Qt.MouseButton.LeftButton:
            ev.accept()
            self.clicked.emit(ev.scenePos())


class _Layer(pg.GraphicsObject):
    """A layer as large as the sheet, in the coordinates of the scene."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self._rect = QRectF()

    def show_sheet(self, sheet: Sheet, whole: QRectF) -> None:
        """Paint ``sheet`` from now on; ``whole`` is the area of the pane."""
        if whole != self._rect:
            self.prepareGeometryChange()
            self._rect = whole
        self.sheet = sheet
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect


class SheetLayer(_Layer):
    """The sheet itself, kept as an image so that the moving crosshair need not repaint it."""

    def __init__(self) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the sheet."""
        if self.sheet is not None:
            paint_sheet(painter, self.sheet)


class CrosshairLayer(_Layer):
    """The crosshair of the pointed day, and the rim, which shows that the keys go here."""

    def __init__(self) -> None:
        super().__init__()
        self.day: date | None = None
        self.has_focus = False
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def point_at(self, day: date | None) -> None:
        """Move the crosshair to ``day``, or take it away."""
        self.day = day
        self.update()

    def show_focus(self, has_focus: bool) -> None:
        """Show or hide the sign of the focus."""
        self.has_focus = has_focus
        self.update()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint crosshair and rim."""
        if self.sheet is None:
            return
        paint_rim(painter, self.sheet, self._rect, has_focus=self.has_focus)
        if self.day is not None:
            paint_crosshair(painter, self.sheet, self.day)
