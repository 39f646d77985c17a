"""What the colours and shapes of the calendar mean, and the day pointed at in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rlsdiary.ui.calendar.marks import (
    Shades,
    number_box,
    paint_body,
    paint_late,
    paint_not_recorded,
    paint_note,
    paint_today,
)
from rlsdiary.ui.calendar.state import RatingChoice
from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.geometry import bottom, flow
from rlsdiary.ui.kit.theme import body_font, current_look, small_font, space
from rlsdiary.words import tr

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SAMPLES = (0, 2, 4, 6, 8, 10)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing that is explained: what is drawn, words before and after it."""

    what: str
    before: str
    after: str

    @property
    def cells(self) -> int:
        return len(_SAMPLES) if self.what == "scale" else 1


class Legend(QWidget):
    """The scale from pale to full with its words, and the marks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: tuple[_Entry, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rating(self, rating: RatingChoice) -> None:
        """Explain the cells of ``rating``."""
        self._entries = (
            _Entry("scale", rating.low_words, rating.high_words),
            _Entry("hollow", "", tr("not recorded")),
            _Entry("note", "", tr("note")),
            _Entry("late", "", tr("entered over two days late")),
            _Entry("today", "", tr("today")),
        )
        self.setAccessibleName(self._in_words(rating))
        self.updateGeometry()
        self.update()

    def _in_words(self, rating: RatingChoice) -> str:
        if not rating.low_words:
            return rating.label
        return tr("{label}, from 0, {low}, to 10, {high}").format(
            label=rating.label, low=rating.low_words, high=rating.high_words
        )

    def _cell(self) -> QSize:
        metrics = QFontMetrics(small_font())
        return QSize(metrics.horizontalAdvance("10") + space(8), metrics.height() + 4)

    def _width(self, entry: _Entry) -> int:
        metrics, gap = QFontMetrics(small_font()), space(8)
        words = [text for text in (entry.before, entry.after) if text]
        room = sum(metrics.horizontalAdvance(text) + gap for text in words)
        return room + entry.cells * (self._cell().width() + 2)

    def _boxes(self, width: int) -> tuple[QRect, ...]:
        widths = [self._width(entry) for entry in self._entries]
        return flow(widths, self._cell().height(), space(16), width)

    def _paint_entry(self, painter: QPainter, entry: _Entry, box: QRect, shades: Shades) -> None:
        metrics, gap, size = QFontMetrics(painter.font()), space(8), self._cell()
        left = box.x()
        if entry.before:
            left = self._say(painter, entry.before, box, left) + gap
        for number in range(entry.cells):
            cell = QRect(QPoint(left, box.y()), size)
            self._paint_cell(painter, entry.what, number, cell, shades)
            left += size.width() + 2
        room = QRect(left + gap - 2, box.y(), box.right() - left, box.height())
        painter.setPen(soft_words(current_look()))
        words = metrics.elidedText(entry.after, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, words)

    def _say(self, painter: QPainter, words: str, box: QRect, left: int) -> int:
        """Write words and return where they end."""
        painter.setPen(soft_words(current_look()))
        painter.drawText(QRect(left, box.y(), box.width(), box.height()), _LEFT, words)
        return left + QFontMetrics(painter.font()).horizontalAdvance(words)

    def _paint_cell(
        self, painter: QPainter, what: str, number: int, cell: QRect, shades: Shades
    ) -> None:
        look = current_look()
        if what == "scale":
            value = _SAMPLES[number]
            painter.setPen(paint_body(painter, cell, shades, value))
            room = number_box(cell, shades)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(value))
            return
        paint_not_recorded(painter, cell, look)
        if what == "note":
            paint_note(painter, cell, QColor(look.text))
        elif what == "late":
            paint_late(painter, cell, QColor(look.text))
        elif what == "today":
            paint_today(painter, cell, look)

    # --- Qt's own

    def sizeHint(self) -> QSize:
        widest = max(map(self._width, self._entries), default=0)
        return QSize(widest, self.heightForWidth(max(widest, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._cell().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        sides = self.contentsMargins()
        inside = width - sides.left() - sides.right()
        return bottom(self._boxes(inside)) + sides.top() + sides.bottom()

    def paintEvent(self, _event: QPaintEvent) -> None:
        inside = self.contentsRect()
        shades = Shades.of(current_look())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font())
        for entry, box in zip(self._entries, self._boxes(inside.width()), strict=True):
            self._paint_entry(painter, entry, box.translated(inside.topLeft()), shades)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()


class DayLine(QWidget):
    """Two lines that keep their place: a day in words, and how its note begins."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = self.note = ""
        self._short = ""

    def say(self, words: str, short: str, note: str) -> None:
        """Say ``words``, or ``short`` where they are too long, and how ``note`` begins."""
        self.words, self._short, self.note = words, short, " ".join(note.split())
        self.setToolTip(note if self._shown(small_font(), self.note) != self.note else "")
        self.update()

    def _fitting(self) -> str:
        fits = self._shown(body_font(), self.words) == self.words
        return self.words if fits else self._shown(body_font(), self._short)

    def _shown(self, font: QFont, text: str) -> str:
        room = self.contentsRect().width()
        return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _heights(self) -> tuple[int, int]:
        return QFontMetrics(body_font()).height() + 2, QFontMetrics(small_font()).height() + 2

    # --- Qt's own

    def sizeHint(self) -> QSize:
        sides = self.contentsMargins()
        return QSize(0, sum(self._heights()) + sides.top() + sides.bottom())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, room = current_look(), self.contentsRect()
        first, second = self._heights()
        painter = QPainter(self)
        painter.setFont(body_font())
        painter.setPen(QColor(look.text))
        line = QRect(room.x(), room.y(), room.width(), first)
        painter.drawText(line, _LEFT, self._fitting())
        painter.setFont(small_font())
        painter.setPen(soft_words(look))
        line = QRect(room.x(), room.y() + first, room.width(), second)
        painter.drawText(line, _LEFT, self._shown(small_font(), self.note))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
