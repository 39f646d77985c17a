"""Chips to press: habits, triggers and measures, in lines, with a word for "none of the others"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.geometry import flow
from rlsdiary.ui.kit.keys import digit_of
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words, focus_ring
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import current_look, space, target
from rlsdiary.ui.today.chip_words import chip_words, spoken
from rlsdiary.ui.today.state import ChipState
from rlsdiary.words import tr


class ChipBoard(AnswerRow):
    """Chips side by side; one of them has the keys.

    Arrows go from chip to chip, a first letter to the next that begins with it. Space or Enter
    presses, a digit says how much, Delete clears, n says no, 0 says none of the others.
    """

    pressed = Signal(str)
    digit_typed = Signal(str, int)
    cleared = Signal(str)
    refused = Signal(str)
    """The person said no to one chip."""
    none_pressed = Signal()

    def __init__(self, label: str, parent: QWidget, *, with_none: bool) -> None:
        self._chips: tuple[ChipState, ...] = ()
        self._with_none = with_none
        self._at = 0
        self._open_key = ""
        super().__init__(label, parent)

    def show_chips(self, chips: Sequence[ChipState], open_key: str) -> None:
        """Show these; the one of ``open_key`` has its editor open."""
        if (tuple(chips), open_key) == (self._chips, self._open_key):
            return
        self._chips, self._open_key = tuple(chips), open_key
        self._at = min(self._at, max(0, len(self._chips) - 1))
        self._describe()
        self._arrange_anew()

    @property
    def chips(self) -> tuple[ChipState, ...]:
        """What is shown."""
        return self._chips

    def go_to(self, key: str) -> None:
        """Put the keys on the chip of ``key``, where there is one."""
        keys = [chip.key for chip in self._chips]
        if key in keys:
            self._go(keys.index(key))

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        if index == len(self._chips):
            self.none_pressed.emit()
            return
        self._at = index
        self.pressed.emit(self._chips[index].key)

    def _take_key(self, key: int, text: str) -> bool:
        if not self._chips:
            return False
        chip, digit = self._chips[self._at], digit_of(text)
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if key in steps:
            self._go((self._at + steps[Qt.Key(key)]) % len(self._chips))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(chip.key)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit(chip.key)
        elif digit is not None:
            self._type_digit(chip, digit)
        elif text.lower() == tr("n"):
            self.refused.emit(chip.key)
        else:
            return self._jump(text)
        return True

    def _type_digit(self, chip: ChipState, digit: int) -> None:
        if digit == 0 and self._with_none and chip.kind == "yes":
            self.none_pressed.emit()
        else:
            self.digit_typed.emit(chip.key, digit)

    def _jump(self, text: str) -> bool:
        letter = text.casefold()
        if not letter or not letter.isalpha():
            return False
        order = [*range(self._at + 1, len(self._chips)), *range(self._at + 1)]
        found = next((n for n in order if self._chips[n].label.casefold()[:1] == letter), None)
        if found is not None:
            self._go(found)
        return found is not None

    def _go(self, index: int) -> None:
        self._at = index
        self._describe()
        self._announce()
        self.update()

    # --- what it looks like

    def _in_words(self) -> str:
        return ""

    def _describe(self) -> None:
        here = spoken(self._chips[self._at]) if self._chips else ""
        self.setAccessibleDescription(here)

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        metrics = self._fonts.bold_metrics  # so that nothing moves when one is pressed
        words = [chip_words(chip) for chip in self._chips]
        words = [said if said.startswith("✓") else f"✓ {said}" for said in words]
        if self._with_none:
            words.append(tr("None of the others"))
        widths = [metrics.horizontalAdvance(said) + 2 * space(12) for said in words]
        return flow(widths, target(), space(8), room)

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        look = current_look()
        if index == len(self._chips):
            painter.setPen(QColor(look.accent))
            if state.hovered or state.pressed:
                cell_box(painter, box, look, state)
            cell_words(painter, box, tr("None of the others"), QColor(look.accent))
            return
        chip = self._chips[index]
        state = CellState(chip.is_yes, state.hovered, state.pressed, fullness=0.3)
        colour = cell_box(painter, box, look, state)
        if chip.is_no:
            colour = soft_words(look)
        cell_words(painter, box, chip_words(chip), colour, bold=chip.is_yes)
        if chip.is_no:
            self._strike(painter, box, chip)
        if chip.key == self._open_key:
            self._join(painter, box)
        if index == self._at and self._has_keys() and self.isActiveWindow():
            focus_ring(painter, box.adjusted(-3, -3, 3, 3), look)

    def _strike(self, painter: QPainter, box: QRect, chip: ChipState) -> None:
        """Strike through what is recorded as none: its words alone may be overlooked."""
        metrics = painter.fontMetrics()
        half = metrics.horizontalAdvance(chip_words(chip)) // 2
        middle = box.center()
        painter.setPen(QPen(soft_words(current_look()), 1.2))
        painter.drawLine(middle.x() - half, middle.y() + 1, middle.x() + half, middle.y() + 1)

    def _join(self, painter: QPainter, box: QRect) -> None:
        """Mark the chip that the editor below belongs to."""
        painter.setPen(QPen(QColor(current_look().accent), 3))
        y = box.bottom() + 3
        painter.drawLine(box.left() + space(8), y, box.right() - space(8), y)

    def _shows_focus(self) -> bool:
        return False  # the chip shows it
