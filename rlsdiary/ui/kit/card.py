"""A card: a quiet rounded sheet with a heading and rows whose columns align."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rlsdiary.ui.kit.heading import Heading, SoftWords
from rlsdiary.ui.kit.paint import CORNER
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import ROW_SIDE, current_look, space

_NARROW = 640
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_BOTTOM = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class Card(QWidget):
    """A titled group of rows; the rows share their label and answer columns."""

    def __init__(self, title: str, subtitle: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._rows: list[AnswerRow] = []
        self._label_width = 0
        self._columns = (0, 0)
        self._title = Heading(title, 2, self)
        self._subtitle = SoftWords(subtitle, self)
        self._subtitle.setVisible(bool(subtitle))
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.addWidget(self._title)
        self._head.addWidget(self._subtitle, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addLayout(self._head)
        self._dress()

    @property
    def body(self) -> QVBoxLayout:
        """The layout below the heading, for what is not an answer row."""
        return self._layout

    def set_title(self, title: str, subtitle: str) -> None:
        """Show another heading; an empty subtitle takes no room."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._dress()

    def add_row(self, widget: QWidget) -> None:
        """Append ``widget``; an answer row joins the columns of the card."""
        self._layout.addWidget(widget)
        if isinstance(widget, AnswerRow):
            self.join(widget)

    def join(self, row: AnswerRow) -> None:
        """Let a row that stands somewhere on the card share its columns."""
        wider = self._grows_with(row)
        self._rows.append(row)
        for each in self._rows if wider else (row,):
            each.set_columns(*self._columns)

    def leave(self, row: AnswerRow) -> None:
        """Let a row no longer share the columns."""
        self._rows.remove(row)

    def label_width(self) -> int:
        """Return the width that the widest label of the card would like."""
        return max((row.label_width() for row in self._rows), default=0)

    def set_label_width(self, pixels: int) -> None:
        """Share the label column with other cards; 0 goes back to the card's own."""
        if pixels != self._label_width:
            self._label_width = pixels
            self._align()

    def _align(self) -> None:
        self._columns = (0, 0)
        for row in self._rows:
            self._grows_with(row)
        for row in self._rows:
            row.set_columns(*self._columns)

    def _grows_with(self, row: AnswerRow) -> bool:
        """Widen the columns to what ``row`` would like; say whether that changed them."""
        before = self._columns
        label, answer = before
        label = self._label_width or max(label, row.label_width())
        self._columns = (label, max(answer, row.answer_width()))
        return self._columns != before

    def _dress(self) -> None:
        # Rows keep some pixels around themselves for the ring of the focus.
        side = (24 if self.width() >= _NARROW else 16) - ROW_SIDE
        self._layout.setContentsMargins(side, 14, side, 12)
        self._head.setContentsMargins(ROW_SIDE, 0, ROW_SIDE, space(4))
        self._head.setSpacing(space(12) if self._set_beside(side) else 2)

    def _set_beside(self, side: int) -> bool:
        """Set a short subtitle beside the title, a longer one below it; say whether beside."""
        title = QFontMetrics(self._title.font()).horizontalAdvance(self._title.text())
        words = QFontMetrics(self._subtitle.font()).horizontalAdvance(self._subtitle.text())
        room = self.width() - 2 * (side + ROW_SIDE) - space(12)
        beside = 0 < words < room - title
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if beside is self._subtitle.wordWrap():
            self._subtitle.setWordWrap(not beside)
            self._subtitle.setAlignment(_BOTTOM if beside else _TOP)
            self._subtitle.setContentsMargins(0, 0, 0, 2 if beside else 0)
            self._head.setDirection(way)
        return beside

    # --- Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.hairline), 1))
        painter.setBrush(QColor(look.card))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, CORNER, CORNER)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._dress()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._label_width = 0
            self._dress()
            self._align()


def align(*cards: Card) -> None:
    """Give ``cards`` one label column, so that their answers stand under each other."""
    width = max((card.label_width() for card in cards), default=0)
    for card in cards:
        card.set_label_width(width)
