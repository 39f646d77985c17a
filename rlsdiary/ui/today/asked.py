"""A card of questions: those that are shown, and those below "more"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rlsdiary.domain.questions import Card as CardOf
from rlsdiary.domain.questions import Place, Question
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.fold import FoldButton
from rlsdiary.ui.kit.heading import Heading
from rlsdiary.ui.kit.keys import key_holder
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.surface import label_room
from rlsdiary.ui.kit.theme import ROW_SIDE, body_font, space
from rlsdiary.ui.today.foot import Foot
from rlsdiary.ui.today.night import Doubt, SleepWords
from rlsdiary.ui.today.rows import SLEEP_TIMES, section_of
from rlsdiary.ui.today.state import SleepState, TodayState
from rlsdiary.ui.today.stock import RowStock
from rlsdiary.words import tr


class AskedCard(Card):
    """Asks what the state says for its card, in the person's order.

    A question that is off is there all the same on a day that has an answer to it, below "more".
    Rows below "more" are made when it is first opened.
    """

    fold_requested = Signal(object, bool)
    odd_value_kept = Signal(str)

    def __init__(self, card: CardOf, title: str, parent: QWidget) -> None:
        super().__init__(title, "", parent)
        self.card = card
        self.stock = RowStock(self)
        self._day: date | None = None
        self._shown: list[Question] = []
        self._more: list[Question] = []
        self._headings: dict[str, Heading] = {}
        self._sleep: SleepWords | None = None
        self._doubt: Doubt | None = None
        self._shown_box = QVBoxLayout()
        self._below = QWidget(self)
        self._below.hide()
        self._more_box = QVBoxLayout(self._below)
        self._more_box.setContentsMargins(0, 0, 0, 0)
        self._foot = Foot(title, self)
        self._foot.hide()
        for box in (self._shown_box, self._more_box):
            box.setSpacing(0)
        self.body.addLayout(self._shown_box)
        self.body.addWidget(self._below)
        self.body.addWidget(self._foot)
        self._foot.button.fold_requested.connect(self._fold_wished)

    def set_asked(self, state: TodayState) -> bool:
        """Take in what is asked on a day; say whether that is other than before."""
        before = self._shown, self._more
        questions = state.asked.get(self.card, ())
        # What was off and is cleared stays until another day is shown: it may be typed anew.
        cleared = {q.key for q in self._more if q.place is Place.OFF and self._day == state.day}
        told = state.values.keys() | cleared
        self._day = state.day
        self._shown = [q for q in questions if q.place is Place.SHOWN]
        self._more = [
            q
            for q in questions
            if q.place is Place.MORE or (q.place is Place.OFF and q.key in told)
        ]
        changed = before != (self._shown, self._more)
        if changed:
            self._give_up_all_but(questions)
        return changed

    def show_asked(self, state: TodayState) -> bool:
        """Show the answers of a day; say whether other rows stand here now."""
        is_open = self.card in state.open_cards and bool(self._more)
        changed = is_open != self.is_open
        self._below.setVisible(is_open)
        changed |= _fill(self._shown_box, self._widgets(self._shown, self, state.sleep))
        if is_open:
            more = self._widgets(self._more, self._below, state.sleep)
            changed |= _fill(self._more_box, more)
        for key in self._seen_keys():
            self.stock.show_answer(key, state)
        self._foot.setVisible(bool(self._more))
        self._foot.show_fold(is_open=is_open, told=state.told.get(self.card, ""))
        return changed

    @property
    def is_open(self) -> bool:
        """True while what is below "more" is shown."""
        return not self._below.isHidden()

    @property
    def has_more(self) -> bool:
        """True where anything is below "more"."""
        return bool(self._more)

    @property
    def fold_button(self) -> FoldButton:
        """The button that opens and closes what is below."""
        return self._foot.button

    @property
    def always_rows(self) -> list[AnswerRow]:
        """The rows above "more", top to bottom."""
        return [self.stock[q.key] for q in self._shown]

    @property
    def below_rows(self) -> list[AnswerRow]:
        """The rows below "more", top to bottom; none while it is closed."""
        return [self.stock[q.key] for q in self._more] if self.is_open else []

    @property
    def has_keys_below(self) -> bool:
        """True while the keys are below "more"."""
        held = key_holder(self)
        return held is not None and self._below.isAncestorOf(held)

    def asks(self, key: str) -> bool:
        """Return whether a question is on the card, perhaps below a closed "more"."""
        return any(q.key == key for q in (*self._shown, *self._more))

    def sees(self, key: str) -> bool:
        """Return whether the row of a question is seen."""
        return key in self._seen_keys()

    def row(self, key: str) -> AnswerRow:
        """Return the row that asks a question; KeyError where none is seen."""
        if not self.sees(key):
            raise KeyError(key)
        return self.stock[key]

    def tab_chain(self) -> Iterator[QWidget]:
        """Yield what takes the keys, in the order of Tab."""
        for widget in (*_widgets_in(self._shown_box), *_widgets_in(self._more_box)):
            if isinstance(widget, Doubt):
                yield from widget.buttons
            elif isinstance(widget, AnswerRow):
                yield widget
        yield self._foot.button

    def label_width(self) -> int:
        """Return the width for the widest label, so that nothing moves when "more" opens."""
        metrics = QFontMetrics(body_font())
        asked = (q for q in (*self._shown, *self._more) if q.place is not Place.OFF)
        return max((label_room(metrics, tr(q.label)) for q in asked), default=0)

    # --- what stands below each other

    def _seen_keys(self) -> list[str]:
        return [q.key for q in (*self._shown, *(self._more if self.is_open else ()))]

    def _widgets(
        self, questions: Sequence[Question], parent: QWidget, sleep: SleepState
    ) -> list[QWidget]:
        """Return the rows for ``questions`` with what stands between them."""
        found: list[QWidget] = []
        last_time = next((k for k in reversed(self._seen_keys()) if k in SLEEP_TIMES), "")
        section = ""
        for question in questions:
            key, before = question.key, section
            section = section_of(key) if parent is self._below else ""
            if section not in ("", before):
                found.append(self._heading(section, parent))
            found.append(self._row(question, parent))
            if sleep.doubt is not None and key == (sleep.doubt.question or last_time):
                found.append(self._shown_doubt(sleep))
            if sleep.words and key == last_time:
                found.append(self._shown_sleep(sleep))
        return found

    def _row(self, question: Question, parent: QWidget) -> AnswerRow:
        if question.key in self.stock:
            return self.stock[question.key]
        row = self.stock.make(question, parent)
        self.join(row)
        return row

    def _give_up_all_but(self, questions: Sequence[Question]) -> None:
        for row in self.stock.give_up_all_but(questions):
            self.leave(row)
            row.hide()
            row.deleteLater()

    def _heading(self, section: str, parent: QWidget) -> Heading:
        known = self._headings.get(section)
        if known is None:
            known = self._headings[section] = Heading(tr(section), 3, parent)
            known.setContentsMargins(ROW_SIDE, space(12), ROW_SIDE, space(4))
        return known

    def _shown_sleep(self, sleep: SleepState) -> SleepWords:
        if self._sleep is None:
            self._sleep = SleepWords(self)
        self._sleep.show_sleep(sleep)
        return self._sleep

    def _shown_doubt(self, sleep: SleepState) -> Doubt:
        if self._doubt is None:
            self._doubt = Doubt(self)
            self._doubt.mended.connect(self._was_mended)
            self._doubt.kept.connect(self._was_kept)
        if sleep.doubt is not None:
            self._doubt.show_doubt(sleep.doubt)
        return self._doubt

    # --- wishes

    def _was_mended(self, key: str, value: object) -> None:
        self.stock.answered.emit(key, value)
        self._leave_doubt(key)

    def _was_kept(self, key: str) -> None:
        self.odd_value_kept.emit(key)
        self._leave_doubt(key)

    def _leave_doubt(self, key: str) -> None:
        """Take the keys from a question that came up in the place of the answered one."""
        if self._doubt is not None and self._doubt.has_keys and key in self.stock:
            self.stock.went_on.emit(self.stock[key])

    def _fold_wished(self, wished: bool) -> None:
        self.fold_requested.emit(self.card, wished)


def _widgets_in(box: QVBoxLayout) -> list[QWidget]:
    items = (box.itemAt(index) for index in range(box.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [widget for widget in widgets if widget is not None]


def _fill(box: QVBoxLayout, wanted: list[QWidget]) -> bool:
    """Let ``wanted`` stand in a box, top to bottom; say whether something else did."""
    before = _widgets_in(box)
    if before == wanted:
        return False
    for widget in before:
        box.removeWidget(widget)
        if widget not in wanted:
            widget.hide()
    for widget in wanted:
        box.addWidget(widget)
        widget.show()
    return True
