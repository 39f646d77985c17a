"""The Today screen as the person sees it; it shows a state and emits wishes."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rlsdiary.domain.questions import Card as CardOf
from rlsdiary.ui.kit.card import Card, align
from rlsdiary.ui.kit.clock import ClockRow
from rlsdiary.ui.kit.date_heading import DateHeading
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.page import CardColumn
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import ROW_SIDE, space
from rlsdiary.ui.today.asked import AskedCard
from rlsdiary.ui.today.chips import ChipCard
from rlsdiary.ui.today.doses import DoseRow
from rlsdiary.ui.today.note import NoteField
from rlsdiary.ui.today.state import TodayState
from rlsdiary.ui.today.taken import TakenCard
from rlsdiary.ui.today.way import KeyWay
from rlsdiary.ui.today.welcome import Welcome
from rlsdiary.words import tr

_LETTERS = {"u": "urge", "b": "bed"}
"""Letters that lead to a question from anywhere on the screen."""
_HANG = 8  # the words of the heading stand below other titles, the air around them does not
_AFTER_PAINT_MS = 50  # the note is below what is first seen, and Qt's editor is slow to make


class TodayView(CardColumn):
    """Everything about one diary day, on two cards, a list of doses and a note."""

    answer_requested = Signal(str, object)
    timed_answer_requested = Signal(str, object, str)
    """An answer with its time of day: question, value, "HH:MM" or ""."""
    usual_requested = Signal(str)
    """A question about a time of day is to begin at its usual one: ``take_usual`` gives it."""
    odd_value_kept = Signal(str)
    """The person stands by what was asked about ("": the sleep as a whole)."""
    none_of_others_requested = Signal()
    fold_requested = Signal(object, bool)
    """A card's "more" is to be opened, or closed."""
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
        self._heading = DateHeading(self)
        self._kept = SoftWords("", self)
        self._kept.setWordWrap(False)
        self._welcome: Welcome | None = None
        self._night = AskedCard(CardOf.NIGHT, tr("Last night"), self.page)
        self._today = AskedCard(CardOf.TODAY, tr("Today"), self.page)
        self._asked = (self._night, self._today)
        self._taken = TakenCard(self.page)
        self._note_card = Card(tr("Note"), "", self.page)
        self._note: NoteField | None = None
        self._chips: dict[CardOf, ChipCard] = {}
        self._way = KeyWay(self, self._asked, self._taken)
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
        self._show_asked(state)
        self._taken.show_doses(state)
        self._show_chips(other_day=other_day)
        if state.note or self._note is not None:
            self._note_field().show_note(state.note, other_day=other_day)
        self._note_card.set_title(tr("Note"), state.note_late)

    def begin(self) -> None:
        """Start at the top of the page, with the keys at the first question without an answer."""
        self.focus_first()
        self._scroll.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the keys where the evening begins: at the first question without an answer."""
        self._way.to_first()

    def asks(self, key: str) -> bool:
        """Return whether a question is asked, perhaps below "more"."""
        return any(card.asks(key) for card in self._asked)

    def focus_question(self, key: str) -> None:
        """Put the keys on one question, below "more" too; KeyError where it is not asked."""
        self._way.to_question(key)

    def take_usual(self, key: str, clock: str) -> None:
        """Record the usual time of day that was wished for a question."""
        row = self.row(key)
        if isinstance(row, ClockRow):
            row.take(clock)

    @property
    def is_greeting(self) -> bool:
        """True while the page begins with the greeting of an empty diary."""
        return self._welcome is not None

    @property
    def dose_rows(self) -> tuple[DoseRow, ...]:
        """The lines of the doses, top to bottom."""
        return self._taken.dose_rows

    def row(self, key: str) -> AnswerRow:
        """Return the row of one question; KeyError where none is seen."""
        for card in self._asked:
            if card.sees(key):
                return card.row(key)
        raise KeyError(key)

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

    def _show_asked(self, state: TodayState) -> None:
        changed = [card.set_asked(state) for card in self._asked]
        if any(changed):
            self._align()  # before rows are made, so that they are laid out once
        changed = [card.show_asked(state) for card in self._asked]
        if any(changed):
            self._order_tabs()

    def _order_tabs(self) -> None:
        below = [widget for card in self._chips.values() for widget in card.tab_chain()]
        self._way.order_tabs([*below, *([self._note] if self._note is not None else [])])

    def _show_chips(self, *, other_day: bool) -> None:
        state = self._state
        if state is None:
            return
        for of, card in self._chips.items():
            chips, is_open = state.chips.get(of, ()), of in state.open_cards
            card.show_chips(chips, is_open=is_open, other_day=other_day)
        if self._chips:
            self._order_tabs()

    def complete(self) -> None:
        """Make what is below what is first seen; it happens by itself soon after the painting."""
        if not self._chips:
            for of, title, label in (
                (CardOf.HABITS, tr("Habits and triggers"), tr("There was")),
                (CardOf.TRIED, tr("What I tried"), tr("I tried")),
            ):
                self._chips[of] = self._made_chips(of, title, label)
            self._show_chips(other_day=True)
            self._align()
        self._note_field()

    def _made_chips(self, of: CardOf, title: str, label: str) -> ChipCard:
        card = ChipCard(title, label, self.page, with_none=of is CardOf.HABITS)
        card.answer_requested.connect(self.timed_answer_requested)
        card.none_of_others_requested.connect(self.none_of_others_requested)
        card.fold_requested.connect(self._fold_of_chips)
        self._column.insertWidget(self._column.indexOf(self._note_card), card)
        return card

    def _fold_of_chips(self, wished: bool) -> None:
        of = next(of for of, card in self._chips.items() if card is self.sender())
        self.fold_requested.emit(of, wished)
        self._chips[of].take_keys()
        self.bring_into_view(self._chips[of])

    def _arrange(self) -> None:
        for card in (self._night, self._today, self._taken, self._note_card):
            self.add_card(card)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self._heading, 1)
        self._line.addWidget(self._kept)
        self._set_top(self._line)
        self._fit()

    def _align(self) -> None:
        """Let all answers stand under each other."""
        align(*self._asked)
        width = max(card.label_width() for card in self._asked)
        self._taken.align_doses(width)
        for card in self._chips.values():
            card.set_label_width(width)

    def _connect(self) -> None:
        for card in self._asked:
            card.stock.answered.connect(self.answer_requested)
            card.stock.timed.connect(self.timed_answer_requested)
            card.stock.usual_requested.connect(self.usual_requested)
            card.odd_value_kept.connect(self.odd_value_kept)
        self._way.fold_requested.connect(self.fold_requested)
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
        QTimer.singleShot(_AFTER_PAINT_MS, self, self.complete)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._state is not None:
            self._align()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _LETTERS.get(event.text().lower(), "")
        if self.asks(key) and not event.modifiers():
            self.focus_question(key)
        elif not self._way.hand_on(event.key(), event.text()):
            super().keyPressEvent(event)
