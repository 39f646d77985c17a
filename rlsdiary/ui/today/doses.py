"""The doses of a day: a line each, with amount and time to correct, and one for something else."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from rlsdiary.ui.kit.field import InlineField
from rlsdiary.ui.kit.geometry import flow
from rlsdiary.ui.kit.keys import digit_of, is_typed
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words, field_box
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import body_font, current_look, space, target
from rlsdiary.ui.today.state import DoseState
from rlsdiary.words import tr

TAKEN, SKIPPED, AMOUNT, CLOCK, TOLD = range(5)
_NEXT = {"": "yes", "yes": "no", "no": ""}
_TYPED = (AMOUNT, CLOCK)


class DoseRow(AnswerRow):
    """One dose: taken or skipped, its amount and its time.

    Space or t takes it, s skips it, digits and F2 open the amount, F3 the time; the same again
    clears. Of iron, f tells "with food" and v "with vitamin C". Wishes carry the dose's key.
    """

    status_requested = Signal(str, str)
    amended = Signal(str, str, str)
    told = Signal(str, str, str)

    def __init__(self, state: DoseState, parent: QWidget | None) -> None:
        self._state = state
        self._field: InlineField | None = None
        self._typed_cell = AMOUNT
        super().__init__(state.name, parent)
        self.answered.connect(self._was_answered)

    @property
    def key(self) -> str:
        """The name of this dose in wishes."""
        return self._state.key

    def show_dose(self, state: DoseState) -> None:
        """Show another state of the same dose."""
        changed, self._state = state != self._state, state
        self.show_value(state.status or None)
        self._say_problem("")
        if changed:
            self._close()
            self._describe()
            self._arrange_anew()

    def say_problem(self, text: str) -> None:
        """Say below the line what is wrong with what was typed."""
        self._say_problem(text)

    # --- keys and clicks

    def _was_answered(self, value: object) -> None:
        self.status_requested.emit(self._state.key, str(value or ""))

    def _cell_clicked(self, index: int) -> None:
        if index >= TOLD:
            self._tell(index - TOLD)
        elif index in _TYPED:
            self._open(index, self._cell_text(index), select=True)
        else:
            self._give_or_clear(self._status_of(index))

    def _tell(self, index: int) -> None:
        """Go from not said to yes, to no, and back."""
        if index < len(self._state.told):
            what, told = self._state.told[index]
            self.told.emit(self._state.key, what, _NEXT[told])

    def _status_of(self, index: int) -> str:
        if index == SKIPPED:
            return "skipped"
        return self._state.status if self._state.status in ("extra", "needed") else "taken"

    def _take_key(self, key: int, text: str) -> bool:
        letter = text.lower()
        if self._field is not None and self._typing and is_typed(key, text):
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(self._field, QKeyEvent(QKeyEvent.Type.KeyPress, key, none, text))
        elif self._typing:
            return False
        elif key == Qt.Key.Key_Space or letter == "t":
            self._give_or_clear(self._status_of(TAKEN))
        elif letter == "s":
            self._give_or_clear("skipped")
        elif letter and letter in "fv" and self._state.told:
            self._tell("fv".index(letter))
        elif digit_of(text) is not None:
            self._open(AMOUNT, text, select=False)
        elif key == Qt.Key.Key_F2:
            self._open(AMOUNT, self._state.amount, select=True)
        elif key == Qt.Key.Key_F3:
            self._open(CLOCK, self._state.clock, select=True)
        else:
            return False
        return True

    # --- the field

    @property
    def _typing(self) -> bool:
        return self._field is not None and not self._field.isHidden()

    def _cell_text(self, index: int) -> str:
        return self._state.amount if index == AMOUNT else self._state.clock

    def _open(self, cell: int, text: str, *, select: bool) -> None:
        if self._field is None:
            self._field = InlineField(self)
            self._field.setMaxLength(12)
            self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._field.finished.connect(self._finish)
            self._field.given_up.connect(self._close)
            self._field.left.connect(self._keep_typed)
        self._typed_cell = cell
        name = tr("{label}, amount") if cell == AMOUNT else tr("{label}, time of day")
        self._field.setAccessibleName(name.format(label=self.label))
        self._place_field()
        self._field.open_with(text, select=select)

    def _place_field(self) -> None:
        if self._field is not None:
            self._field.setGeometry(self._plan(self.width()).cells[self._typed_cell])

    def _finish(self, forward: bool) -> None:
        self._keep_typed()
        if self._typing:
            return
        if forward:
            self._move_on()
        else:
            self.focusPreviousChild()

    def _keep_typed(self) -> None:
        """Wish the typed amount or time; the field stays open where it did not fit."""
        if self._field is None or not self._typing:
            return
        text = self._field.text().strip()
        amount = text if self._typed_cell == AMOUNT else self._state.amount
        clock = text if self._typed_cell == CLOCK else self._state.clock
        if (amount, clock) == (self._state.amount, self._state.clock):
            self._close()
        else:
            self._say_problem("")
            self.amended.emit(self._state.key, amount, clock)
            if not self._problem:
                self._close()

    def _close(self) -> None:
        if self._field is not None and self._typing:
            if self.window().focusWidget() is self._field:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.hide()
            self._say_problem("")

    # --- what it looks like

    def _in_words(self) -> str:
        words = {
            "taken": tr("taken"),
            "skipped": tr("skipped"),
            "extra": tr("taken, beside the plan"),
            "needed": tr("taken, as needed"),
        }
        return ", ".join(
            part
            for part in (
                words.get(self._state.status, tr("not recorded")),
                f"{self._state.amount} {self._state.unit}".strip(),
                self._state.clock,
                *(_told_words(what, told) for what, told in self._state.told if told),
            )
            if part
        )

    def _cell_words(self, index: int) -> str:
        match index:
            case 0:
                return self._taken_words(checked=self._is_chosen(TAKEN))
            case 1:
                return tr("skipped")
            case 2:
                return f"{self._state.amount} {self._state.unit}".strip()
            case 3:
                return self._state.clock or tr("time")
            case _:
                return _told_words(*self._state.told[index - TOLD])

    def _taken_words(self, *, checked: bool) -> str:
        needed = self._state.as_needed or self._state.status == "needed"
        words = tr("taken, needed") if needed else tr("taken")
        return f"✓ {words}" if checked else words

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        metrics = QFontMetrics(body_font(QFont.Weight.Bold))
        words = [self._taken_words(checked=True), *map(self._cell_words, range(SKIPPED, CLOCK + 1))]
        words += [_widest(what) for what, _told in self._state.told]
        widths = [metrics.horizontalAdvance(each) + 2 * space(12) for each in words]
        return flow(widths, target(), space(8), room)

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        look = current_look()
        words = self._cell_words(index)
        if index in _TYPED:
            self._paint_typed(painter, box, words, state)
            return
        chosen = self._is_chosen(index)
        colour = cell_box(painter, box, look, CellState(chosen, state.hovered, state.pressed))
        cell_words(painter, box, words, colour, bold=chosen)

    def _paint_typed(self, painter: QPainter, box: QRect, words: str, state: CellState) -> None:
        """Draw what can be typed anew: dots under the words tell it from what is pressed."""
        look = current_look()
        near = state.hovered or state.pressed
        if near:
            field_box(painter, QRectF(box), look, QColor(look.accent))
        cell_words(painter, box, words, QColor(look.text))
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(words)
        left = box.center().x() - width // 2
        line = box.center().y() + metrics.height() // 2 + 1
        painter.setPen(
            QPen(QColor(look.accent), max(1.5, metrics.height() / 14), Qt.PenStyle.DotLine)
        )
        painter.drawLine(left, line, left + width, line)

    def _is_chosen(self, index: int) -> bool:
        if index >= TOLD:
            return self._state.told[index - TOLD][1] == "yes"
        status = self._state.status
        return (index == SKIPPED and status == "skipped") or (
            index == TAKEN and bool(status) and status != "skipped"
        )

    def _below_words(self) -> str:
        return self._problem or self._state.detail

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_field()


def _told_words(what: str, told: str) -> str:
    """Say whether a dose was taken with food or vitamin C."""
    if what == "food":
        return {"yes": tr("✓ with food"), "no": tr("without food"), "": tr("with food?")}[told]
    return {"yes": tr("✓ vitamin C"), "no": tr("no vitamin C"), "": tr("vitamin C?")}[told]


def _widest(what: str) -> str:
    """Return the longest that is ever said, so that nothing moves."""
    return max((_told_words(what, told) for told in _NEXT), key=len)
