"""A card of chips: habits and triggers, or what was tried; folded to a line until it is opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rlsdiary.domain.doses import check_amount
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.questions import MOST_HELP, TRIED, Value
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.ui.kit.fold import FoldButton
from rlsdiary.ui.kit.keys import key_holder
from rlsdiary.ui.kit.number import AmountRow
from rlsdiary.ui.today.chip_board import ChipBoard
from rlsdiary.ui.today.chip_words import help_choices, summary_words
from rlsdiary.ui.today.state import ChipState
from rlsdiary.words import tr

_TYPED_UNITS = frozenset({"min"})  # one of them says nothing: the amount is asked for


class ChipCard(Card):
    """Shows chips; wishes carry a key, a value (None clears) and a time of day ("" none)."""

    answer_requested = Signal(str, object, str)
    none_of_others_requested = Signal()
    fold_requested = Signal(bool)

    def __init__(self, title: str, label: str, parent: QWidget, *, with_none: bool) -> None:
        super().__init__(title, "", parent)
        self._title_words, self._label, self._with_none = title, label, with_none
        self._chips: tuple[ChipState, ...] = ()
        self._said = ""
        self._open_key = ""
        self._board: ChipBoard | None = None
        self._editor: AmountRow | ChoiceRow | None = None
        self._place = QVBoxLayout()
        self._place.setSpacing(0)
        self.fold = FoldButton(title, self)
        self.body.addLayout(self._place)
        self.body.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.fold.fold_requested.connect(self.fold_requested)

    def show_chips(
        self, chips: Sequence[ChipState], *, is_open: bool, other_day: bool, said: str = ""
    ) -> None:
        """Show the chips of a day; ``said`` stands beside the title of an open card."""
        self._chips, self._said = tuple(chips), said
        if other_day:
            self._open_key = ""
        self.fold.show_open(is_open=is_open)
        hidden = [chip for chip in chips if not chip.always]
        self.fold.setVisible(bool(hidden))
        summary = summary_words(hidden) if not is_open else ""
        told = " · ".join(part for part in (summary, said) if part)
        self.set_title(self._title_words, told)
        shown = chips if is_open else [chip for chip in chips if chip.always]
        self._show_board(shown)
        self.setVisible(bool(chips))

    @property
    def board(self) -> ChipBoard | None:
        """The chips, None while none is shown."""
        return self._board

    @property
    def editor(self) -> AmountRow | ChoiceRow | None:
        """What is open below the chips, None where nothing is."""
        return self._editor

    def tab_chain(self) -> list[QWidget]:
        """Return what takes the keys, in the order of Tab."""
        parts: list[QWidget | None] = [self._board, self._editor, self.fold]
        return [part for part in parts if part is not None]

    def take_keys(self) -> None:
        """Put the keys on the chips, or on what opens them."""
        holder = self._board if self._board is not None else self.fold
        holder.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- wishes

    def _was_pressed(self, key: str) -> None:
        chip = self._chip(key)
        if chip.kind == "yes":
            self.answer_requested.emit(key, None if chip.is_yes else 1, "")
        elif key == self._open_key:
            self._open_key = ""
            self._wish_clear(chip)
        else:
            self._open_key = key
            if not chip.is_yes and chip.unit not in _TYPED_UNITS:
                self.answer_requested.emit(key, TRIED if chip.kind == "help" else 1, "")
            else:
                self._show_again()
            if chip.unit in _TYPED_UNITS and self._editor is not None:
                self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _was_digit(self, key: str, digit: int) -> None:
        chip = self._chip(key)
        if chip.kind == "yes":
            value: object = 1 if digit else 0
        elif chip.kind == "help" and digit > MOST_HELP:
            return
        else:
            value = digit
        self._open_key = "" if chip.kind == "yes" else key
        self.answer_requested.emit(key, value, chip.clock)

    def _was_cleared(self, key: str) -> None:
        self._open_key = ""
        self._wish_clear(self._chip(key))

    def _was_refused(self, key: str) -> None:
        self._open_key = ""
        self.answer_requested.emit(key, 0, "")

    def _wish_clear(self, chip: ChipState) -> None:
        if chip.value is None:
            self._show_again()
        else:
            self.answer_requested.emit(chip.key, None, "")

    def _was_edited(self, value: object) -> None:
        chip = self._chip(self._open_key)
        if chip.kind == "help":
            self.answer_requested.emit(chip.key, TRIED if value is None else int(str(value)), "")
        else:
            self.answer_requested.emit(chip.key, value, chip.clock if value is not None else "")

    def _was_timed(self, clock: str) -> None:
        chip = self._chip(self._open_key)
        self.answer_requested.emit(chip.key, chip.value, clock)

    def _chip(self, key: str) -> ChipState:
        return next(chip for chip in self._chips if chip.key == key)

    # --- parts

    def _show_again(self) -> None:
        shown = [c for c in self._chips if c.always or self.fold.is_open]
        self._show_board(shown)

    def _show_board(self, chips: Sequence[ChipState]) -> None:
        if not chips:
            self._drop_editor()
            if self._board is not None:
                self._place.removeWidget(self._board)
                self._board.hide()
                self._board.deleteLater()
                self._board = None
            return
        if self._open_key not in {chip.key for chip in chips}:
            self._open_key = ""
        board = self._board or self._made_board()
        board.show_chips(chips, self._open_key)
        self._show_editor()

    def _made_board(self) -> ChipBoard:
        board = ChipBoard(self._label, self, with_none=self._with_none)
        board.pressed.connect(self._was_pressed)
        board.digit_typed.connect(self._was_digit)
        board.cleared.connect(self._was_cleared)
        board.refused.connect(self._was_refused)
        board.none_pressed.connect(self.none_of_others_requested)
        self._place.addWidget(board)
        board.set_label_width(self._label_width)
        board.show()
        self._board = board
        return board

    def _show_editor(self) -> None:
        """Show what more can be told of the pressed chip."""
        if not self._open_key:
            self._drop_editor()
            return
        chip = self._chip(self._open_key)
        editor = self._editor
        if editor is None or editor.property("chip") != chip.key:
            self._drop_editor()
            editor = self._editor = self._made_editor(chip)
        if isinstance(editor, AmountRow):
            editor.show_value(chip.value)
            editor.show_clock(chip.clock)
        else:
            editor.show_value(None if chip.value in (None, TRIED) else str(chip.value))
        editor.set_late(chip.late)

    def _made_editor(self, chip: ChipState) -> AmountRow | ChoiceRow:
        editor: AmountRow | ChoiceRow
        if chip.kind == "help":
            editor = ChoiceRow(tr("Did it help"), help_choices(), self)
        else:
            label = tr("{label}: how much").format(label=chip.label)
            editor = AmountRow(label, self, chip.unit, _checked, timed=chip.timed)
            editor.clock_given.connect(self._was_timed)
        editor.setProperty("chip", chip.key)
        editor.answered.connect(self._was_edited)
        editor.set_label_width(self._label_width)
        self._place.addWidget(editor)
        editor.show()
        if self._board is not None:
            QWidget.setTabOrder(self._board, editor)
        return editor

    def _drop_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        held = key_holder(self)
        if held is not None and (held is editor or editor.isAncestorOf(held)):
            self.take_keys()
        self._place.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def set_label_width(self, pixels: int) -> None:
        super().set_label_width(pixels)
        for row in (self._board, self._editor):
            if row is not None:
                row.set_label_width(pixels)


def _checked(value: Value) -> Value:
    if isinstance(value, str):
        raise BadValue(tr("Write a number, such as 2."))
    return check_amount(float(value)) if value != int(value) else int(check_amount(value))
