"""The row that asks one question: label left, answer right, and the keys all rows share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from rlsdiary.ui.kit.geometry import RowPlan, bottom, moved
from rlsdiary.ui.kit.paint import CellState, focus_ring
from rlsdiary.ui.kit.theme import body_font, current_look, small_font, space, target
from rlsdiary.words import tr

_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
_SHORTCUT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_BOUNDLESS = 100_000


class AnswerRow(QWidget):
    """One question and its answer; the value is None while nothing is recorded.

    A kind of row says what its cells are (``_cells_in``, ``_paint_cell``), what a click and a key
    mean (``_cell_clicked``, ``_take_key``) and how a value is put in words (``_in_words``).
    """

    answered = Signal(object)
    """The person recorded this value, or cleared it (None)."""
    go_on = Signal()
    """The person is done here. Unless a slot moves the focus, it goes to the next control."""

    def __init__(self, label: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._label = label
        self._late = ""
        self._problem = ""
        self._value: object = None
        self._value_on_entry: object = None
        self._label_width = 0
        self._answer_width = 0
        self._hovered = self._pressed = -1
        self._plans: dict[int, RowPlan] = {}
        self._make_focusable()
        self.setAccessibleName(label)
        self._describe()

    def _make_focusable(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # --- what others see

    @property
    def label(self) -> str:
        """The question, in the person's language."""
        return self._label

    @property
    def value(self) -> object:
        """The recorded value, None where there is none."""
        return self._value

    def show_value(self, value: object) -> None:
        """Show what is recorded (None: nothing), without saying so to anyone."""
        if value == self._value and type(value) is type(self._value):
            return
        self._value = self._value_on_entry = value
        self._value_shown()
        self._describe()
        self.update()

    def set_late(self, text: str) -> None:
        """Show a small mark such as "entered 3 days later"; "" takes it away."""
        if text != self._late:
            self._late = text
            self._arrange_anew()
            self._describe()

    def label_width(self) -> int:
        """Return the pixels that the label would like, up to some 26 letters."""
        metrics = QFontMetrics(body_font())
        most = metrics.averageCharWidth() * 26
        return min(most, metrics.horizontalAdvance(self._label) + 1)

    def set_label_width(self, pixels: int) -> None:
        """Give the label column a width shared with other rows; 0 goes back to one's own."""
        self.set_columns(pixels, self._answer_width)

    def answer_width(self) -> int:
        """Return the pixels that the answer would like."""
        boxes = self._cells_in(_BOUNDLESS)
        return max((box.x() + box.width() for box in boxes), default=0)

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

    def _take_key(self, key: int, text: str) -> bool:
        """Act on a key and return True, or return False to leave it to the others."""
        raise NotImplementedError

    def _in_words(self) -> str:
        """Put the recorded value (never None here) in words."""
        raise NotImplementedError

    def _below_height(self, room: int) -> int:
        """Return the height of the words below the cells; here only of a problem."""
        return wrapped_height(self._problem, room) if self._problem else 0

    def _paint_below(self, painter: QPainter, box: QRect) -> None:
        painter.setFont(small_font())
        painter.setPen(QColor(current_look().text))
        painter.drawText(box, _WRAP, self._problem)

    def _value_shown(self) -> None:
        """Forget what was half typed, since another value is shown now."""

    def _left(self) -> None:
        """Forget what only counts while the keys go here."""

    # --- what rows do

    def _give(self, value: object) -> None:
        """Record ``value`` for the person (None clears) and tell it where it is new."""
        if value == self._value:
            return
        self._value = value
        self._describe()
        self._announce()
        self.update()
        self.answered.emit(value)

    def _give_or_clear(self, value: object) -> None:
        self._give(None if value == self._value else value)

    def _move_on(self) -> None:
        self.go_on.emit()
        if self._has_keys():
            self.focusNextChild()

    def _has_keys(self) -> bool:
        held = self.window().focusWidget()
        return held is not None and (held is self or self.isAncestorOf(held))

    def _say_problem(self, text: str) -> None:
        if text != self._problem:
            self._problem = text
            self._describe()
            self._announce()
            self._arrange_anew()

    def _describe(self) -> None:
        parts = (
            self._in_words() if self._value is not None else tr("not recorded"),
            self._late,
            self._problem,
        )
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def _announce(self) -> None:
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, self.accessibleDescription())
            QAccessible.updateAccessibility(event)

    def _share_key(self, key: int) -> bool:
        """Act on the keys that mean the same in every row."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._move_on()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._give(None)
        else:
            return False
        return True

    # --- arranging

    def _plan(self, width: int) -> RowPlan:
        plan = self._plans.get(width)
        if plan is None:
            plan = self._plans[width] = self._planned(width)
        return plan

    def _planned(self, width: int) -> RowPlan:
        pad, gap = space(8), space(24)
        column = self._label_width or self.label_width()
        wanted = max(self._answer_width, self.answer_width())
        stacked = width < pad + column + gap + wanted + pad
        room = width - 2 * pad if stacked else width - 2 * pad - column - gap
        label = self._label_box(pad, width - 2 * pad if stacked else column, stacked)
        late_height = wrapped_height(self._late, label.width()) if self._late else 0
        late = QRect(pad, label.bottom() + 1, label.width(), late_height)
        origin = QPoint(pad if stacked else pad + column + gap, pad)
        if stacked:
            origin.setY(late.bottom() + 1 + space(4))
        cells = self._cells_in(max(1, room))
        below_height = self._below_height(room)
        below = QRect(origin.x(), origin.y() + bottom(cells) + space(4), room, below_height)
        end = below.y() + below_height if below_height else origin.y() + bottom(cells)
        height = max(end, late.bottom() + 1) + pad
        return RowPlan(label, late, moved(cells, origin), below, height, stacked)

    def _label_box(self, pad: int, width: int, stacked: bool) -> QRect:
        metrics = QFontMetrics(body_font())
        height = metrics.boundingRect(0, 0, width, _BOUNDLESS, _WRAP, self._label).height()
        # Beside the cells, a label of one line stands level with their words.
        top = pad if stacked else pad + max(0, (target() - height) // 2)
        return QRect(pad, top, width, height)

    def _arrange_anew(self) -> None:
        self._plans.clear()
        self.updateGeometry()
        self.update()

    def _cell_at(self, where: QPoint) -> int:
        cells = self._plan(self.width()).cells
        return next((i for i, box in enumerate(cells) if box.contains(where)), -1)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    # --- Qt's own

    def sizeHint(self) -> QSize:
        column = self._label_width or self.label_width()
        answer = max(self._answer_width, self.answer_width())
        width = 2 * space(8) + column + space(24) + answer
        return QSize(width, self._plan(width).height)

    def minimumSizeHint(self) -> QSize:
        cells = self._cells_in(1)
        least = max((box.x() + box.width() for box in cells), default=0)
        return QSize(least + 2 * space(8), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._plan(width).height

    def paintEvent(self, event: QPaintEvent) -> None:
        look, plan = current_look(), self._plan(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(body_font())
        painter.setPen(QColor(look.text))
        painter.drawText(plan.label, _WRAP, self._label)
        if self._late:
            painter.setFont(small_font())
            painter.setPen(QColor(look.soft_text))
            painter.drawText(plan.late, _WRAP, self._late)
        for index, box in enumerate(plan.cells):
            state = CellState(hovered=index == self._hovered, pressed=index == self._pressed)
            self._paint_cell(painter, index, box, state)
        if plan.below.height():
            self._paint_below(painter, plan.below)
        if self._has_keys() and self.isActiveWindow():
            focus_ring(painter, self.rect(), look)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _SHORTCUT:
            event.ignore()
            return
        # A digit held down too long must not run on into the rows below.
        steps = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.isAutoRepeat() and event.key() not in steps:
            return
        if not (self._take_key(event.key(), event.text()) or self._share_key(event.key())):
            super().keyPressEvent(event)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._value_on_entry = self._value
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._left()
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._plans.clear()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange_anew()
        super().changeEvent(event)


def wrapped_height(text: str, width: int) -> int:
    """Return the height of small ``text`` set in ``width`` pixels."""
    metrics = QFontMetrics(small_font())
    return metrics.boundingRect(0, 0, max(1, width), _BOUNDLESS, _WRAP, text).height()
