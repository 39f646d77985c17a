"""A row with cells that open a field to type in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from rlsdiary.domain.errors import BadValue
from rlsdiary.ui.kit.field import InlineField
from rlsdiary.ui.kit.keys import is_typed, key_holder, key_press
from rlsdiary.ui.kit.row import AnswerRow

_LONGEST = 12


class TypedRow(AnswerRow):
    """Opens a field over one of its cells, and keeps what is typed when the keys go on.

    What does not fit is said below and stays in the field to be mended. A kind of row says what
    a cell holds (``_text_of``), reads what was typed (``_read``) and keeps it (``_keep_read``).
    """

    def __init__(self, label: str, parent: QWidget | None) -> None:
        self._field: InlineField | None = None
        self._typed_cell = 0
        self._refused = ""
        super().__init__(label, parent)

    # --- what each kind of row says

    def _text_of(self, cell: int) -> str:
        """Return what is recorded in a cell as it is typed, "" where nothing is."""
        raise NotImplementedError

    def _read(self, cell: int, text: str) -> object:
        """Return what ``text``, never empty, means in a cell; BadValue where it means nothing."""
        raise NotImplementedError

    def _keep_read(self, cell: int, value: object) -> None:
        """Record what was read in a cell; None where it was emptied."""
        raise NotImplementedError

    def _field_name(self, cell: int) -> str:
        """Say to a screen reader what is typed in a cell."""
        raise NotImplementedError

    def _is_whole(self, text: str) -> bool:
        """Return whether nothing more can follow what is typed, so that the row goes on."""
        return False

    # --- the field

    @property
    def _typing(self) -> bool:
        return self._field is not None and not self._field.isHidden()

    def _type_on(self, key: int, text: str) -> bool:
        """Hand a key to the open field; False where it is none that writes."""
        if self._field is None or not is_typed(key, text):
            return False
        QApplication.sendEvent(self._field, key_press(key, text))
        return True

    def _open(self, cell: int, text: str | None = None) -> None:
        """Open the field over a cell with ``text``, or with what is recorded, to be replaced."""
        if self._typing:
            return
        if self._field is None:
            self._field = self._made_field()
        self._typed_cell = cell
        self._field.setAccessibleName(self._field_name(cell))
        self._place_field()
        self._field.open_with(self._text_of(cell) if text is None else text, select=text is None)
        self.update()

    def _made_field(self) -> InlineField:
        field = InlineField(self)
        field.setMaxLength(_LONGEST)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.textEdited.connect(self._typed)
        field.finished.connect(self._finish)
        field.given_up.connect(self._close)
        field.left.connect(self._keep_typed)
        QWidget.setTabOrder(self, field)
        return field

    def _place_field(self) -> None:
        if self._field is not None:
            self._field.setGeometry(self._plan(self.width()).cells[self._typed_cell])

    def _typed(self, text: str) -> None:
        self._say_problem("")
        if self._is_whole(text) and self._keep_typed():
            self._move_on()

    def _finish(self, forward: bool) -> None:
        if not self._keep_typed() and self._is_new_refusal():
            return
        if forward:
            self._move_on()
        else:
            self._move_back()

    def _is_new_refusal(self) -> bool:
        """Return whether what is typed is refused for the first time.

        Then the keys stay here; who goes on a second time leaves it as it is, to be mended later.
        """
        text = self._field.text() if self._field is not None else ""
        refused_before, self._refused = self._refused, text
        return text != refused_before

    def _keep_typed(self) -> bool:
        """Record what the field says; False where that means nothing, and then it stays."""
        if self._field is None or not self._typing:
            return True
        cell, text = self._typed_cell, self._field.text().strip()
        try:
            value = self._read(cell, text) if text else None
        except BadValue as problem:
            self._say_problem(problem.message)
            return False
        self._close()
        if text != self._text_of(cell):
            self._keep_read(cell, value)
        return True

    def _close(self) -> None:
        self._say_problem("")
        if self._field is not None and self._typing:
            if key_holder(self) is self._field:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.hide()
            self.update()

    def _value_shown(self) -> None:
        self._close()

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_field()
