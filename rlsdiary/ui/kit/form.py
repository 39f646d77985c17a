"""A form that opens in its place on a card: rows, what does not fit, keep and close."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.button_row import ButtonRow
from rlsdiary.ui.kit.form_rows import ControlRow, FieldRow, ListRow, OneOfRow
from rlsdiary.ui.kit.heading import Heading, SoftWords
from rlsdiary.ui.kit.paint import CORNER
from rlsdiary.ui.kit.surface import CellSurface
from rlsdiary.ui.kit.theme import ROW_SIDE, current_look, space
from rlsdiary.ui.kit.weekdays import WeekdaysRow
from rlsdiary.words import tr

FormRow = FieldRow | ListRow | OneOfRow | WeekdaysRow


class Form(QWidget):
    """Rows named by keys. Its values go out as they were typed, a text for each key."""

    keep_requested = Signal(object)
    """The person wants these values kept; the form stays open until it is closed."""
    edited = Signal(object)
    closed = Signal()

    def __init__(self, title: str, keep_words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[str, FormRow] = {}
        self._title = Heading(title, 3, self)
        self._problem = Heading("", 3, self)
        self._problem.hide()
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(0)
        self._keep = MainButton(keep_words, self)
        self._close = QuietButton(tr("Close without keeping"), self)
        self._words: list[SoftWords] = []
        self._arrange()
        self._keep.clicked.connect(self._wish)
        self._close.clicked.connect(self.closed)

    def add_row(self, key: str, row: FormRow) -> None:
        """Append a row whose text is the value ``key``."""
        self._rows[key] = row
        self._rows_box.addWidget(row)
        row.edited.connect(self._was_edited)
        if isinstance(row, ControlRow):
            row.submitted.connect(self._wish)

    def add_words(self, text: str) -> SoftWords:
        """Append soft words that explain."""
        words = SoftWords(text, self)
        words.setContentsMargins(ROW_SIDE, space(4), ROW_SIDE, space(4))
        self._words.append(words)
        self._rows_box.addWidget(words)
        return words

    def row(self, key: str) -> FormRow:
        """Return the row of a value; KeyError where there is none."""
        return self._rows[key]

    def values(self) -> dict[str, str]:
        """Return what is typed and chosen."""
        return {key: row.text() for key, row in self._rows.items()}

    def fill(self, values: Mapping[str, str]) -> None:
        """Put values into the rows that have one."""
        for key, row in self._rows.items():
            if key in values:
                row.set_text(values[key])
                self._fit_rows()  # a choice may decide what a later row offers
        self._was_edited()

    def say_problems(self, problems: Mapping[str, str]) -> None:
        """Say at each row what does not fit ("" names the whole form); go to the first."""
        for key, row in self._rows.items():
            row.say_problem(problems.get(key, ""))
        self._problem.setText(problems.get("", ""))
        self._problem.setVisible("" in problems)
        first = next((row for key, row in self._rows.items() if key in problems), None)
        if first is not None:
            control_of(first).setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> dict[str, str]:
        """Return what is said not to fit, by row."""
        said = {key: row.problem for key, row in self._rows.items()}
        return {key: text for key, text in (said | {"": self._problem.text()}).items() if text}

    def start(self) -> None:
        """Take the keys at the first row that is shown."""
        first = next(row for row in self._rows.values() if not row.isHidden())
        control_of(first).setFocus(Qt.FocusReason.OtherFocusReason)

    def controls(self) -> list[QWidget]:
        """Return what takes the keys, in the order of Tab."""
        return [*map(control_of, self._rows.values()), self._keep, self._close]

    def _fit_rows(self) -> None:
        """Show the rows that the values so far ask for."""

    def _wish(self) -> None:
        self.say_problems({})
        self.keep_requested.emit(self.values())

    def _was_edited(self) -> None:
        self._fit_rows()
        self.edited.emit(self.values())

    def _arrange(self) -> None:
        self._buttons = ButtonRow(self)
        self._buttons.add(self._keep)
        self._buttons.add(self._close)
        whole = QVBoxLayout(self)
        whole.setSpacing(space(4))
        whole.setContentsMargins(4, 16, 4, 12)
        self._title.setContentsMargins(ROW_SIDE, 0, ROW_SIDE, space(4))
        self._problem.setContentsMargins(ROW_SIDE, space(4), ROW_SIDE, space(4))
        self._buttons.setContentsMargins(ROW_SIDE, space(8), ROW_SIDE, 0)
        whole.addWidget(self._title)
        whole.addLayout(self._rows_box)
        whole.addWidget(self._problem)
        whole.addWidget(self._buttons)

    def align(self) -> None:
        """Give all rows the same two columns."""
        rows: list[CellSurface] = list(self._rows.values())
        label = max((row.label_width() for row in rows), default=0)
        controls = [row for row in rows if isinstance(row, ControlRow)]
        answer = max((row.answer_width() for row in controls), default=0)
        for row in rows:
            row.set_columns(label, answer)

    # --- Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.hairline), 1))
        painter.setBrush(QColor(look.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.align()


def control_of(row: FormRow) -> QWidget:
    """Return what takes the keys of a row: the row itself, or the control in it."""
    return row.control if isinstance(row, ControlRow) else row
