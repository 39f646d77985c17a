"""The list of what a search found: soft words, and below them a text with its found words bold."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rlsdiary.ui.calendar.state import ResultLine
from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.icons import pixmap
from rlsdiary.ui.kit.paint import CellState, cell_box, focus_ring
from rlsdiary.ui.kit.scroll import calm_bars
from rlsdiary.ui.kit.theme import ROW_SIDE, body_font, current_look, small_font, space

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
_MOST_LINES = 4
_TOP = 8
_NOWHERE = QModelIndex()


class ResultsModel(QAbstractListModel):
    """The lines of a search."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[ResultLine, ...] = ()

    def set_rows(self, rows: tuple[ResultLine, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    # --- Qt's own

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        line = self._rows[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.head}: {line.text}"
        return None


class ResultPainter(QStyledItemDelegate):
    """Draws one line; its text goes on to a second line where it must."""

    def _text(self, line: ResultLine, width: int) -> tuple[QTextLayout, float]:
        """Return the text laid out in ``width`` pixels, and its height."""
        layout = QTextLayout(line.text, body_font())
        way = QTextOption()
        way.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(way)
        layout.setFormats(_bold_parts(line))
        layout.beginLayout()
        height = 0.0
        for _ in range(_MOST_LINES):
            row = layout.createLine()
            if not row.isValid():
                break
            row.setLineWidth(width)
            row.setPosition(QPointF(0, height))
            height += row.height()
        layout.endLayout()
        return layout, height

    def _room(self, width: int) -> int:
        return max(1, width - 2 * ROW_SIDE - _icon_size() - space(12))

    # --- Qt's own

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        _layout, height = self._text(index.data(LINE_ROLE), self._room(width))
        return QSize(width, round(height) + _head_height() + 2 * _TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, line = current_look(), index.data(LINE_ROLE)
        box = QRect(option.rect)  # type: ignore[attr-defined]  # the stubs forget its fields
        state = option.state  # type: ignore[attr-defined]  # the same
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_MouseOver and line.day is not None:
            cell_box(painter, box, look, CellState(hovered=True))
        size, left = _icon_size(), box.x() + ROW_SIDE
        drawn = pixmap(
            line.icon, soft_words(look).name(), size, painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(left, box.y() + _TOP + (_head_height() - size) // 2, drawn)
        left += size + space(12)
        room = self._room(box.width())
        head = QRect(left, box.y() + _TOP, room, _head_height())
        painter.setFont(small_font())
        painter.setPen(soft_words(look))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, _elided(line.head, room))
        painter.setPen(QColor(look.text))
        layout, _height = self._text(line, room)
        layout.draw(painter, QPointF(left, head.bottom() + 1))
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, box, look)
        painter.restore()


class ResultsList(QListView):
    """The results; Enter and a click open one, Up on the first goes back to what was typed."""

    day_requested = Signal(object)
    left_upwards = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = ResultsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ResultPainter(self))
        calm_bars(self)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._open)

    @property
    def lines(self) -> tuple[ResultLine, ...]:
        """What is listed."""
        return tuple(
            self._model.index(row).data(LINE_ROLE) for row in range(self._model.rowCount())
        )

    def show_lines(self, lines: tuple[ResultLine, ...]) -> None:
        """List other lines, from their top."""
        self._model.set_rows(lines)
        self.scrollToTop()

    def enter(self) -> None:
        """Take the keys, at the first line."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, index: Index) -> None:
        line = index.data(LINE_ROLE) if index.isValid() else None
        if line is not None and line.day is not None:
            self.day_requested.emit(line.day)

    # --- Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


def _bold_parts(line: ResultLine) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for piece, found in line.parts:
        length = len(piece.encode("utf-16-le")) // 2  # as Qt counts
        if found:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, length  # type: ignore[attr-defined]  # as above
            part.format = _bold()  # type: ignore[attr-defined]
            ranges.append(part)
        start += length
    return ranges


def _bold() -> QTextCharFormat:
    weight = QTextCharFormat()
    weight.setFontWeight(QFont.Weight.Bold)
    return weight


def _elided(text: str, room: int) -> str:
    return QFontMetrics(small_font()).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _head_height() -> int:
    return QFontMetrics(small_font()).height() + 2


def _icon_size() -> int:
    return QFontMetrics(body_font()).height()
