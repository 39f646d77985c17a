"""The Today screen as the person sees it; it shows a state and emits wishes."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.questions import Card as CardOf
from rlsdiary.domain.questions import Kind, Question
from rlsdiary.ui.kit.card import Card, align
from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.ui.kit.count import CountRow
from rlsdiary.ui.kit.date_heading import DateHeading
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.onset import OnsetRow
from rlsdiary.ui.kit.page import CardColumn
from rlsdiary.ui.kit.rating import RatingRow
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import ROW_SIDE, space
from rlsdiary.ui.today.doses import DoseRow
from rlsdiary.ui.today.note import NoteField
from rlsdiary.ui.today.state import TodayState
from rlsdiary.ui.today.taken import TakenCard
from rlsdiary.ui.today.welcome import Welcome
from rlsdiary.words import tr

ASKED = (
    *("sleep_quality", "leg_wakings"),
    *("urge", "onset", "rest", "stress", "tiredness"),
)
"""The questions of the simple evening, in the order of their rows."""

_HANG = 8  # the words of the heading stand below other titles, the air around them does not
_AFTER_PAINT_MS = 50  # the note is below what is first seen, and Qt's editor is slow to make


class TodayView(CardColumn):
    """Everything about one diary day, on two cards, a list of doses and a note."""

    answer_requested = Signal(str, object)
    dose_status_requested = Signal(str, str)
    dose_amended = Signal(str, str, str)
    extra_requested = Signal(str, str, str, str)
    dose_told = Signal(str, str, str)
    as_usual_requested = Signal()
    note_requested = Signal(str)
    day_requested = Signal(object)
    plan_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._state: TodayState | None = None
        self._rows: dict[str, AnswerRow] = {}
        self._heading = DateHeading(self)
        self._kept = SoftWords("", self)
        self._kept.setWordWrap(False)
        self._welcome: Welcome | None = None
        self._night = Card(tr("Last night"), "", self.page)
        self._today = Card(tr("Today"), "", self.page)
        self._taken = TakenCard(self.page)
        self._note_card = Card(tr("Note"), "", self.page)
        self._note: NoteField | None = None
        self._arrange()
        self._connect()

    def show_state(self, state: TodayState) -> None:
        """Show a day exactly as ``state`` says."""
        other_day = self._state is None or self._state.day != state.day
        self._state = state
        self._show_welcome(state.is_first_day)
        self._heading.show_day(state.day, state.today)
        self._kept.setText(state.kept_words)
        self._fit()
        self._night.set_title(state.night_title, state.night_words)
        self._today.set_title(state.day_words, state.moments_words)
        for key, row in self._rows.items():
            if other_day:
                row.forget_typing()
            if isinstance(row, OnsetRow):
                row.set_over(state.day < state.today)
            row.show_value(state.values.get(key))
            row.set_late(state.late.get(key, ""))
        self._taken.show_doses(state)
        if state.note or self._note is not None:
            self._note_field().show_note(state.note, other_day=other_day)
        self._note_card.set_title(tr("Note"), state.note_late)

    def begin(self) -> None:
        """Start at the top of the page, with the keys at the first question without an answer."""
        self.focus_first()
        self._scroll.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the keys where the evening begins: at the first question without an answer."""
        empty = (row for row in self._rows.values() if row.value is None)
        next(empty, next(iter(self._rows.values()))).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_question(self, key: str) -> None:
        """Put the keys on one question; KeyError where it is not asked."""
        self._rows[key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_greeting(self) -> bool:
        """True while the page begins with the greeting of an empty diary."""
        return self._welcome is not None

    @property
    def dose_rows(self) -> tuple[DoseRow, ...]:
        """The lines of the doses, top to bottom."""
        return self._taken.dose_rows

    def row(self, key: str) -> AnswerRow:
        """Return the row of one question; KeyError where it is not asked."""
        return self._rows[key]

    def flush(self) -> None:
        """Ask to keep what is still being written."""
        if self._note is not None:
            self._note.flush()

    @property
    def has_unkept(self) -> bool:
        """True where something is written that could not be kept."""
        return self._note is not None and self._note.has_unkept

    def say_dose_problem(self, key: str, text: str) -> None:
        """Say at a dose (or, for "", at the form for something else) what does not fit."""
        self._taken.say_problem(key, text)

    def close_extra(self) -> None:
        """Close the form for something else: it was kept."""
        self._taken.extra.close_form()

    # --- parts

    def _show_welcome(self, wanted: bool) -> None:
        """Greet on top of an empty diary; gone with the first answer."""
        if wanted and self._welcome is None:
            self._welcome = Welcome(self.page)
            self._welcome.sample_requested.connect(self.sample_requested)
            self._column.insertWidget(0, self._welcome)
        elif not wanted and self._welcome is not None:
            self._column.removeWidget(self._welcome)
            self._welcome.hide()
            self._welcome.deleteLater()
            self._welcome = None

    def _order_tabs(self) -> None:
        """From question to question, to "as usual", down the doses, and to the note."""
        chain: list[QWidget] = [*self._rows.values(), *self._taken.tab_chain()]
        if self._note is not None:
            chain.append(self._note)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _arrange(self) -> None:
        for key in ASKED:
            question = QUESTIONS[key]
            card = self._night if question.card is CardOf.NIGHT else self._today
            row = _row_for(question, card)
            card.add_row(row)
            self._rows[key] = row
        self._align()
        self._order_tabs()
        for card in (self._night, self._today, self._taken, self._note_card):
            self.add_card(card)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self._heading, 1)
        self._line.addWidget(self._kept)
        self._set_top(self._line)
        self._fit()

    def _align(self) -> None:
        """Let all answers stand under each other."""
        align(self._night, self._today)
        self._taken.align_doses(self._today.label_width())

    def _connect(self) -> None:
        for row in self._rows.values():
            row.answered.connect(self._was_answered)
        self._taken.dose_status_requested.connect(self.dose_status_requested)
        self._taken.dose_amended.connect(self.dose_amended)
        self._taken.dose_told.connect(self.dose_told)
        self._taken.as_usual_requested.connect(self.as_usual_requested)
        self._taken.plan_requested.connect(self.plan_requested)
        self._taken.extra.extra_requested.connect(self.extra_requested)
        self._taken.rows_changed.connect(self._order_tabs)
        self._heading.day_requested.connect(self.day_requested)
        for keys, slot in (
            ("Alt+Left", self._day_before),
            ("Alt+Right", self._day_after),
            ("Ctrl+T", self._back_to_today),
            ("Ctrl+G", self._heading.start_typing),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    def _note_field(self) -> NoteField:
        """Return the field of the note; an empty one is made once the evening is painted."""
        if self._note is None:
            self._note = NoteField(self._note_card)
            self._note.note_requested.connect(self.note_requested)
            place = QVBoxLayout()
            place.setContentsMargins(ROW_SIDE, space(4), ROW_SIDE, space(4))
            place.addWidget(self._note)
            self._note_card.body.addLayout(place)
            self._order_tabs()
        return self._note

    def _was_answered(self, value: object) -> None:
        sender = self.sender()
        key = next(key for key, row in self._rows.items() if row is sender)
        self.answer_requested.emit(key, value)

    def _day_before(self) -> None:
        if self._state is not None:
            self.day_requested.emit(self._state.day - timedelta(days=1))

    def _day_after(self) -> None:
        if self._state is not None and self._state.day < self._state.today:
            self.day_requested.emit(self._state.day + timedelta(days=1))

    def _back_to_today(self) -> None:
        if self._state is not None:
            self.day_requested.emit(self._state.today)

    def _fit(self) -> None:
        super()._fit()
        sides = self._top.contentsMargins()
        room = self.width() - sides.left() - sides.right() + _HANG
        sides.setLeft(sides.left() - _HANG)
        self._top.setContentsMargins(sides)
        beside = self._heading.least_width() + self._kept.sizeHint().width() <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(way)
        self._kept.setContentsMargins(0 if beside else _HANG, 0, 0, 0)

    # --- Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_AFTER_PAINT_MS, self, self._note_field)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._rows:
            self._align()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().lower() == "u" and not event.modifiers():
            self.focus_question("urge")
            return
        super().keyPressEvent(event)


def _row_for(question: Question, parent: QWidget) -> AnswerRow:
    label = tr(question.label)
    match question.kind:
        case Kind.RATING:
            return RatingRow(label, tr(question.low_words), tr(question.high_words), parent)
        case Kind.ONSET:
            return OnsetRow(label, parent)
        case Kind.CHOICE:
            choices = tuple((key, tr(words)) for key, words in question.choices)
            return ChoiceRow(label, choices, parent)
        case _:
            return CountRow(label, parent, question.unit, question.high)
