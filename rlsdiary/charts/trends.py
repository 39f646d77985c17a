"""The Trends chart as a widget: moved through time by wheel, drag and keys."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rlsdiary.charts.crosshair import words_of_day
from rlsdiary.charts.drawing import empty_words
from rlsdiary.charts.lettering import Lettering
from rlsdiary.charts.look import Look
from rlsdiary.charts.picture import TrendsPicture
from rlsdiary.charts.sheet import ROOMY_BAND_LINES, Sheet, edges_of, least_size, make_sheet
from rlsdiary.charts.stage import CrosshairLayer, Pane, SheetLayer, TimeBox
from rlsdiary.words import tr

ZOOM_STEP = 1.5
MARGIN_LINES, NARROW_MARGIN = 0.8, 0.03  # white around the sheet: lines of text, share of it
_LEAST_WIDTH = 240  # pixels; less room makes the type smaller
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_NEVER = TrendsPicture((), date(2000, 1, 1), date(2000, 1, 14))


class TrendsChart(QWidget):
    """Panels on one time axis, shown by ``show_picture`` and looked at by wheel, drag and keys.

    Left and Right move the crosshair by a day, Home and End to the ends of the diary, Page Up
    and Page Down move by a window, + and - zoom, Enter opens the day, Esc takes the crosshair
    away.
    """

    day_pointed = Signal(object)  # date or None
    day_opened = Signal(object)  # date
    window_changed = Signal(object, object)  # first and last date in sight

    def __init__(self, parent: QWidget | None, look: Look, point_size: float) -> None:
        super().__init__(parent)
        self._look = look
        self._point_size = point_size
        self._picture = _NEVER
        self._pointed: date | None = None
        self._window: tuple[date, date] = _NEVER.reach
        self._pane = Pane(self)
        self._box = TimeBox()
        self._layers = (SheetLayer(), CrosshairLayer())
        self._arrange()
        self._connect()
        self.show_picture(_NEVER)

    def show_picture(self, picture: TrendsPicture) -> None:
        """Show another picture. The window stays where it is as far as the diary reaches.

        A window that showed the whole diary, or reached its newest day, goes on doing so.
        """
        old, window = self._picture, self._window
        self._picture = picture
        self._box.limit(*edges_of(*picture.reach))
        if old.is_empty or window == old.reach:
            window = picture.reach
        elif window[1] == old.reach[1]:
            window = (window[0] + (picture.last - old.last), picture.last)
        self._box.show_edges(*edges_of(*window))
        self.updateGeometry()
        self._describe()
        self._redraw()

    def set_window(self, first: date, last: date) -> None:
        """Show the days ``first`` to ``last``, at least a week, no further than the diary."""
        self._box.show_edges(*edges_of(first, last))

    def days_in_sight(self) -> tuple[date, date]:
        """Return the first and the last day in sight."""
        return self._window

    def set_look(self, look: Look) -> None:
        """Show in another theme."""
        self._look = look
        self._redraw()

    def set_point_size(self, point_size: float) -> None:
        """Show with another size of text, in points."""
        self._point_size = point_size
        self.updateGeometry()
        self._redraw()

    def leave_wheel(self, leaves: bool) -> None:
        """Let the plain wheel scroll the screen around the chart; with Ctrl it still zooms."""
        self._box.leaves_wheel = leaves

    @property
    def leaves_wheel(self) -> bool:
        """True where the plain wheel is left to the screen."""
        return self._box.leaves_wheel

    def point_at(self, day: date | None) -> None:
        """Draw the crosshair through ``day``, or take it away."""
        if day == self._pointed:
            return
        self._pointed = day
        self._layers[1].point_at(day)
        self._describe()
        self.day_pointed.emit(day)

    @property
    def sheet(self) -> Sheet:
        """What is painted now, and where."""
        sheet = self._layers[0].sheet
        assert sheet is not None  # noqa: S101 - one is made on construction
        return sheet

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pane)
        self._pane.scene().addItem(self._box)
        for layer in self._layers:
            self._pane.scene().addItem(layer)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pane.setFocusProxy(self)
        self.setAccessibleName(tr("Trends"))

    def _connect(self) -> None:
        self._pane.resized.connect(self._redraw)
        self._box.sigXRangeChanged.connect(self._moved)
        self._box.clicked.connect(self._clicked)
        self._pane.scene().sigMouseMoved.connect(self._hovered)

    def _moved(self) -> None:
        first, last = self._box.edges()
        window = _whole_days(first, last)
        self._redraw()
        if window != self._window:
            self._window = window
            self.window_changed.emit(*window)

    def _redraw(self) -> None:
        whole = QRectF(self._pane.viewport().rect())
        type_ = Lettering(self._point_size, self)
        margin = min(type_.line * MARGIN_LINES, whole.width() * NARROW_MARGIN)
        rect = whole.adjusted(margin, margin, -margin, -margin)
        sheet = make_sheet(self._picture, self._box.edges(), rect, self._look, type_)
        self._pane.setBackground(self._look.card)
        place = QRectF(sheet.time.left, rect.top(), sheet.time.width, rect.height())
        self._box.place(place)
        for layer in self._layers:
            layer.show_sheet(sheet, whole)

    def _hovered(self, at: QPointF) -> None:
        self.point_at(self._day_at(at))

    def _clicked(self, at: QPointF) -> None:
        day = self._day_at(at)
        if day is not None:
            self.day_opened.emit(day)

    def _day_at(self, at: QPointF) -> date | None:
        sheet = self.sheet
        if sheet.is_empty or not sheet.time.left <= at.x() <= sheet.time.right:
            return None
        first, last = (day.toordinal() for day in self._picture.reach)
        return date.fromordinal(min(max(sheet.time.day_at(at.x()), first), last))

    def _describe(self) -> None:
        if self._picture.is_empty:
            self.setAccessibleDescription(empty_words())
        elif self._pointed is not None:
            self.setAccessibleDescription(words_of_day(self._picture, self._pointed))
        else:
            words = tr("{titles}, day by day. Left and Right go through the days.")
            titles = ", ".join(panel.title for panel in self._picture.panels)
            self.setAccessibleDescription(words.format(titles=titles))

    def _step(self, days: int) -> None:
        """Move the crosshair; from nothing it begins at the newest day in sight."""
        first, last = self._picture.reach
        day = self._window[1] if self._pointed is None else self._pointed + timedelta(days=days)
        self._show_day(min(max(day, first), last))

    def _show_day(self, day: date) -> None:
        """Point at ``day`` and move the window just so far that it is in sight."""
        first, last = self._window
        short = min((day - first).days, 0) or max((day - last).days, 0)
        if short:
            self._box.pan(short)
        self.point_at(day)

    def _zoom(self, factor: float) -> None:
        """Zoom about the pointed day or, where none is in sight, the newest in sight."""
        first, last = self._box.edges()
        about = last if self._pointed is None else float(self._pointed.toordinal())
        self._box.zoom(factor, about if first <= about <= last else last)

    def _take_key(self, key: int) -> bool:
        first, last = self._picture.reach
        length = (self._window[1] - self._window[0]).days + 1
        match key:
            case Qt.Key.Key_Left:
                self._step(-1)
            case Qt.Key.Key_Right:
                self._step(1)
            case Qt.Key.Key_Home:
                self._show_day(first)
            case Qt.Key.Key_End:
                self._show_day(last)
            case Qt.Key.Key_PageUp:
                self._box.pan(-length)
            case Qt.Key.Key_PageDown:
                self._box.pan(length)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom(1 / ZOOM_STEP)
            case Qt.Key.Key_Minus:
                self._zoom(ZOOM_STEP)
            case Qt.Key.Key_Escape if self._pointed is not None:
                self.point_at(None)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._pointed is not None:
                self.day_opened.emit(self._pointed)
            case _:
                return False
        return True

    def minimumSizeHint(self) -> QSize:
        type_ = Lettering(self._point_size, self)
        lines = least_size(self._picture, type_, band_lines=ROOMY_BAND_LINES).height()
        return QSize(_LEAST_WIDTH, int(lines + 2 * MARGIN_LINES * type_.line) + 1)

    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        return QSize(3 * least.width(), least.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._picture.is_empty or not self._take_key(event.key()):
            super().keyPressEvent(event)
        else:
            self._layers[1].show_focus(True)

    def leaveEvent(self, event: QEvent) -> None:
        self.point_at(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEY:
            self._layers[1].show_focus(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._layers[1].show_focus(False)
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LocaleChange):
            self._redraw()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.point_at(None)
        super().closeEvent(event)


def _whole_days(first: float, last: float) -> tuple[date, date]:
    """Return the first and last day whose middle is in sight."""
    low, high = int(np.ceil(first - 1e-6)), int(np.floor(last + 1e-6))
    return date.fromordinal(low), date.fromordinal(max(low, high))
