"""One line of the plan, of the history, or of the markers, with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.button_row import ButtonRow
from rlsdiary.ui.kit.form import Form
from rlsdiary.ui.kit.heading import Heading, SoftWords
from rlsdiary.ui.kit.prose import BodyWords, breakable
from rlsdiary.ui.kit.theme import ROW_SIDE, current_look, space
from rlsdiary.ui.treatment.state import MarkerLine, PlanLine

_FEW_LETTERS = 36  # words in less room than this would become a thin column


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line says: a name, words of ordinary size ("" takes no room) and soft words."""

    key: str
    name: str
    middle: str
    soft: str


class Line(QWidget):
    """A name, words below it, and buttons; a form can open under it."""

    pressed = Signal(str)
    """The person pressed the button of this key."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._buttons: dict[str, QuietButton] = {}
        self._forms: list[Form] = []
        self._name = Heading("", 3, self)
        self._middle = BodyWords("", self)
        self._words = SoftWords("", self)
        self._row = ButtonRow(self)
        self._texts = QVBoxLayout()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole = QVBoxLayout(self)
        self._arrange()

    @property
    def name(self) -> str:
        """The name that is shown."""
        return self._name.accessibleName()

    def show_words(self, name: str, middle: str, soft: str) -> None:
        """Show a name, words of ordinary size ("" takes no room) and soft words."""
        for label, text in ((self._name, name), (self._middle, middle), (self._words, soft)):
            label.setText(breakable(text))
            label.setAccessibleName(text)
        self._middle.setVisible(bool(middle))
        for button in self._buttons.values():
            button.setAccessibleName(f"{button.text()}: {name}")

    def add_button(self, key: str, words: str) -> None:
        """Offer something to do."""
        button = QuietButton(words, self._row)
        button.clicked.connect(self._was_pressed)
        self._buttons[key] = button
        self._row.add(button)

    def button(self, key: str) -> QuietButton:
        """Return the button of ``key``; KeyError where there is none."""
        return self._buttons[key]

    def tab_chain(self) -> list[QWidget]:
        """Return what takes the keys, in the order of Tab."""
        forms = (control for form in self._forms for control in form.controls())
        return [*self._buttons.values(), *forms]

    def add_form(self, form: Form) -> None:
        """Set ``form`` below the words."""
        self._forms.append(form)
        self._whole.addWidget(form)

    def close_form(self, form: Form) -> None:
        """Forget ``form``, which is about to go."""
        self._forms.remove(form)

    def _was_pressed(self) -> None:
        sender = self.sender()
        self.pressed.emit(next(k for k, button in self._buttons.items() if button is sender))

    def _arrange(self) -> None:
        self._texts.setSpacing(2)
        for label in (self._name, self._middle, self._words):
            self._texts.addWidget(label)
        self._box.addLayout(self._texts, 1)
        self._box.addWidget(self._row)
        self._whole.setSpacing(space(8))
        self._whole.setContentsMargins(0, 10, 0, 10)
        self._whole.addLayout(self._box)
        self._pad(beside=True)

    def _turn(self) -> None:
        """Set the buttons beside the words, or below them where they would crowd them."""
        letter = self._words.fontMetrics().averageCharWidth()
        rest = self.width() - self._row.sizeHint().width() - 2 * ROW_SIDE
        beside = rest >= letter * _FEW_LETTERS
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not way:
            self._box.setDirection(way)
            self._pad(beside=beside)

    def _pad(self, *, beside: bool) -> None:
        """Let the words of the outermost button end, or begin, where the hairline does."""
        self._texts.setContentsMargins(ROW_SIDE, 0, ROW_SIDE, 0)
        side = 0 if beside else ROW_SIDE
        self._row.setContentsMargins(side, 0, side, 0)
        self._box.setSpacing(0 if beside else 2)

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        hairline = QRectF(ROW_SIDE, 0, self.width() - 2 * ROW_SIDE, 1)
        painter.fillRect(hairline, QColor(current_look().hairline))
        painter.end()


def plan_entries(lines: Sequence[PlanLine]) -> list[Entry]:
    """Return a line for each plan."""
    return [Entry(p.key, p.name, p.dose, f"{p.rhythm} · {p.span}") for p in lines]


def past_entries(lines: Sequence[PlanLine]) -> list[Entry]:
    """Return a line for each item, its periods below its name; it bears the first one's key."""
    periods: dict[str, list[PlanLine]] = {}
    for plan in lines:
        periods.setdefault(plan.name, []).append(plan)
    return [
        Entry(plans[0].key, name, "", "\n".join(f"{p.dose} · {p.rhythm} · {p.span}" for p in plans))
        for name, plans in periods.items()
    ]


def marker_entries(lines: Sequence[MarkerLine]) -> list[Entry]:
    """Return a line for each marker."""
    return [
        Entry(m.key, m.title, "", " · ".join(part for part in (m.day, m.kind) if part))
        for m in lines
    ]
