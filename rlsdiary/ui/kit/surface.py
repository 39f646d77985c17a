"""The surface of an answer row: a label, cells to press, words below; where they go and look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.geometry import RowPlan, bottom, moved
from rlsdiary.ui.kit.paint import CellState, focus_ring
from rlsdiary.ui.kit.theme import ROW_SIDE, TypeSet, current_look, space, target

WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
_BOUNDLESS = 100_000
_LETTERS = 26
_FEW_LETTERS = 34  # words in less room than this would become a thin column
_EDGE, _GAP = 8, 4  # above and below all; between what stands below each other
_KEPT_PLANS = 8


class CellSurface(QWidget):
    """Label left and cells right, or label above where there is no room beside."""

    def __init__(self, label: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._label = label
        self._late = ""
        self._problem = ""
        self._label_width = self._answer_width = 0
        self._hovered = self._pressed = -1
        self._font_set: TypeSet | None = None
        self._plans: dict[int, RowPlan] = {}
        self._cell_sets: dict[int, tuple[QRect, ...]] = {}
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def label(self) -> str:
        """The question, in the person's language."""
        return self._label

    @property
    def is_stacked(self) -> bool:
        """True where the label stands above the answer for want of room."""
        return self._plan(self.width()).stacked

    def cell_box(self, index: int) -> QRect:
        """Return where the cell ``index`` is; IndexError where there is none."""
        return self._plan(self.width()).cells[index]

    def label_width(self) -> int:
        """Return the pixels that the label would like, up to some 26 letters."""
        return label_room(self._fonts.body_metrics, self._label)

    def set_label_width(self, pixels: int) -> None:
        """Give the label column a width shared with other rows; 0 goes back to one's own."""
        self.set_columns(pixels, self._answer_width)

    def answer_width(self) -> int:
        """Return the pixels that the answer would like."""
        return _right(self._cells(_BOUNDLESS))

    def set_columns(self, label: int, answer: int) -> None:
        """Share both columns with other rows, so that they align and wrap together."""
        if (label, answer) != (self._label_width, self._answer_width):
            self._label_width, self._answer_width = label, answer
            self._arrange_anew()

    # --- what each kind of row says

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        """Return the pressable cells for ``room`` pixels, the first at (0, 0)."""
        raise NotImplementedError

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        raise NotImplementedError

    def _cell_clicked(self, index: int) -> None:
        raise NotImplementedError

    def _shows_focus(self) -> bool:
        raise NotImplementedError

    def _below_words(self) -> str:
        """Return what is said below the cells; here only a problem."""
        return self._problem

    def _below_height(self, room: int) -> int:
        return self._small_height(self._below_words(), room)

    def _paint_below(self, painter: QPainter, box: QRect) -> None:
        look = current_look()
        painter.setFont(self._fonts.small)
        painter.setPen(QColor(look.text) if self._problem else soft_words(look))
        painter.drawText(box, WRAP, self._below_words())

    # --- arranging

    @property
    def _fonts(self) -> TypeSet:
        if self._font_set is None:
            self._font_set = TypeSet.worn()
        return self._font_set

    def _cells(self, room: int) -> tuple[QRect, ...]:
        cells = self._cell_sets.get(room)
        if cells is None:
            cells = self._cell_sets[room] = self._cells_in(room)
        return cells

    def _plan(self, width: int) -> RowPlan:
        plan = self._plans.get(width)
        if plan is None:
            if len(self._plans) >= _KEPT_PLANS:
                self._plans.clear()
                self._cell_sets.clear()
            plan = self._plans[width] = self._planned(width)
        return plan

    def _planned(self, width: int) -> RowPlan:
        gap = space(24)
        column, answer = self._columns()
        whole = max(1, width - 2 * ROW_SIDE)
        stacked = whole < column + gap + answer
        room = whole if stacked else max(1, whole - column - gap)
        label = self._label_box(whole if stacked else column, stacked)
        late_height = self._small_height(self._late, label.width())
        late = QRect(ROW_SIDE, label.y() + label.height(), label.width(), late_height)
        left = ROW_SIDE + whole - room
        top = late.y() + late_height + _GAP if stacked else _EDGE
        cells = self._cells(room)
        foot = max(top + bottom(cells), late.y() + late_height)
        if room >= self._few_letters():
            below = QRect(left, top + bottom(cells) + _GAP, room, self._below_height(room))
        else:
            below = QRect(ROW_SIDE, foot + _GAP, whole, self._below_height(whole))
        if below.height() > 0:
            foot = max(foot, below.y() + below.height())
        return RowPlan(label, late, moved(cells, QPoint(left, top)), below, foot + _EDGE, stacked)

    def _few_letters(self) -> int:
        return self._fonts.small_metrics.averageCharWidth() * _FEW_LETTERS

    def _columns(self) -> tuple[int, int]:
        label = self._label_width or self.label_width()
        return label, max(self._answer_width, self.answer_width())

    def _label_box(self, width: int, stacked: bool) -> QRect:
        metrics = self._fonts.body_metrics
        height = metrics.boundingRect(0, 0, width, _BOUNDLESS, WRAP, self._label).height()
        # Beside the cells, a label of one line stands level with their words.
        top = _EDGE if stacked else _EDGE + max(0, (target() - height) // 2)
        return QRect(ROW_SIDE, top, width, height)

    def _ring_box(self, plan: RowPlan) -> QRect:
        """Return where the ring goes: around what the row holds, alike in rows that align."""
        if plan.stacked:
            return self.rect()
        words = self._fonts.small_metrics.horizontalAdvance(self._below_words())
        _label, answer = self._columns()
        end = max(plan.cells[0].x() + max(answer, words), _right(plan.cells)) + ROW_SIDE
        return QRect(0, 0, min(self.width(), end), self.height())

    def _small_height(self, text: str, width: int) -> int:
        if not text:
            return 0
        metrics = self._fonts.small_metrics
        return metrics.boundingRect(0, 0, max(1, width), _BOUNDLESS, WRAP, text).height()

    def _arrange_anew(self) -> None:
        self._plans.clear()
        self._cell_sets.clear()
        self.updateGeometry()
        self.update()

    # --- the pointer

    def _cell_at(self, where: QPoint) -> int:
        cells = self._plan(self.width()).cells
        return next((i for i, box in enumerate(cells) if box.contains(where)), -1)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    # --- Qt's own

    def sizeHint(self) -> QSize:
        label, answer = self._columns()
        width = 2 * ROW_SIDE + label + space(24) + answer
        return QSize(width, self._plan(width).height)

    def minimumSizeHint(self) -> QSize:
        return QSize(_right(self._cells(1)) + 2 * ROW_SIDE, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._plan(width).height

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, plan, fonts = current_look(), self._plan(self.width()), self._fonts
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._late:
            painter.setFont(fonts.small)
            painter.setPen(soft_words(look))
            painter.drawText(plan.late, WRAP, self._late)
        painter.setFont(fonts.body)
        painter.setPen(QColor(look.text))
        painter.drawText(plan.label, WRAP, self._label)
        for index, box in enumerate(plan.cells):
            state = CellState(hovered=index == self._hovered, pressed=index == self._pressed)
            self._paint_cell(painter, index, box, state)
        if plan.below.height() > 0:
            self._paint_below(painter, plan.below)
        if self._shows_focus():
            focus_ring(painter, self._ring_box(plan), look)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._cell_at(event.position().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index, self._pressed = self._pressed, -1
        if index >= 0 and index == self._cell_at(event.position().toPoint()):
            self._cell_clicked(index)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._cell_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._font_set = None
            self._arrange_anew()
        super().changeEvent(event)


def label_room(metrics: QFontMetrics, label: str) -> int:
    """Return the pixels that a label would like, up to some 26 letters."""
    return min(metrics.averageCharWidth() * _LETTERS, metrics.horizontalAdvance(label) + 1)


def _right(boxes: tuple[QRect, ...]) -> int:
    return max((box.x() + box.width() for box in boxes), default=0)
