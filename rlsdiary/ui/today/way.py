"""The way of the keys over the Today screen: from row to row, and in and out of "more"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from rlsdiary.domain.questions import Card as CardOf
from rlsdiary.ui.kit.keys import digit_of, key_holder, key_press
from rlsdiary.ui.kit.page import CardColumn
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.today.asked import AskedCard
from rlsdiary.ui.today.taken import TakenCard

_MORE = "M"


class KeyWay(QObject):
    """Leads the keys; Tab goes everywhere, Enter and an answer from one row to the next."""

    fold_requested = Signal(object, bool)

    def __init__(self, screen: CardColumn, asked: Sequence[AskedCard], taken: TakenCard) -> None:
        super().__init__(screen)
        self._screen, self._asked, self._taken = screen, asked, taken
        for card in asked:
            card.stock.went_on.connect(self._go_on)
            card.stock.went_back.connect(self._go_back)
            card.fold_requested.connect(self._fold_pressed)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(_MORE), screen, self._more_pressed, context=within)

    def order_tabs(self, below: Sequence[QWidget]) -> None:
        """From question to question, to "as usual", down the doses, and to what is ``below``."""
        chain = [widget for card in self._asked for widget in card.tab_chain()]
        chain += [*self._taken.tab_chain(), *below]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def to_first(self) -> None:
        """Go where the evening begins: to the first question without an answer."""
        rows = [row for card in self._asked for row in card.always_rows] or self._rows()
        empty = [row for row in rows if row.value is None]
        for row in (*empty, *rows)[:1]:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_question(self, key: str) -> None:
        """Go to a question, below "more" too; KeyError where it is not asked."""
        card = next((card for card in self._asked if card.asks(key)), None)
        if card is None:
            raise KeyError(key)
        if not card.sees(key):
            self.fold_requested.emit(card.card, True)
        self._take_keys(card.row(key))

    def hand_on(self, key: int, text: str) -> bool:
        """Give a digit typed at "more", which takes none, to the question that comes after it."""
        held = key_holder(self._screen)
        for card, after in pairwise(self._asked):
            if held is card.fold_button and digit_of(text) is not None and after.always_rows:
                self._take_keys(after.always_rows[0])
                QApplication.sendEvent(after.always_rows[0], key_press(key, text))
                return True
        return False

    def _rows(self) -> list[AnswerRow]:
        return [row for card in self._asked for row in (*card.always_rows, *card.below_rows)]

    def _take_keys(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._screen.bring_into_view(widget)

    def _go_on(self, row: AnswerRow) -> None:
        """Go to the next row, past "more"; from the last one to what is taken."""
        rows = self._rows()
        below = rows[rows.index(row) + 1 :] + self._taken.tab_chain()
        after = next((widget for widget in below if not widget.isHidden()), None)
        if after is not None:
            self._take_keys(after)

    def _go_back(self, row: AnswerRow) -> None:
        rows = self._rows()
        index = rows.index(row)
        if index > 0:
            self._take_keys(rows[index - 1])

    # --- more

    def _more_pressed(self) -> None:
        held = key_holder(self._screen)
        for card in self._asked:
            if held is not None and card.isAncestorOf(held) and card.has_more:
                self._fold(card, held)

    def _fold(self, card: AskedCard, held: QWidget) -> None:
        """Open or close "more"; the keys stay in their row where that is still there."""
        if held is card.fold_button:
            self._fold_pressed(card.card, not card.is_open)
            return
        if card.has_keys_below:
            card.fold_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.fold_requested.emit(card.card, not card.is_open)

    def _fold_pressed(self, of: CardOf, wished: bool) -> None:
        """Open or close "more" from its button, and go to the first row that comes to light."""
        self.fold_requested.emit(of, wished)
        card = next(card for card in self._asked if card.card is of)
        below = card.below_rows
        self._take_keys(below[0] if below else card.fold_button)
