"""The card of what was taken: "as usual", a line a dose, and something else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.button_row import ButtonRow
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.keys import key_holder
from rlsdiary.ui.kit.theme import ROW_SIDE, space
from rlsdiary.ui.today.doses import DoseRow
from rlsdiary.ui.today.extra import ExtraDose
from rlsdiary.ui.today.state import DoseState, TodayState
from rlsdiary.words import tr


class TakenCard(Card):
    """Shows the doses of a day; wishes carry the key of a dose."""

    dose_status_requested = Signal(str, str)
    dose_amended = Signal(str, str, str)
    dose_told = Signal(str, str, str)
    """Of a dose: "food" or "vitamin-c", and "yes", "no" or "" for not said."""
    as_usual_requested = Signal()
    plan_requested = Signal()
    rows_changed = Signal()
    """Other lines stand here now: the order of Tab is to be made anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Taken"), "", parent)
        self._doses: list[DoseRow] = []
        self._least_label = 0
        self._no_plan = SoftWords(
            tr("What you take every day can be put on a plan, and then kept with one key."), self
        )
        self._actions = ButtonRow(self)
        self._as_usual = MainButton(tr("As usual"), self._actions)
        self._set_up = QuietButton(tr("Set up the plan"), self._actions, "treatment")
        self._all_recorded = SoftWords(tr("✓ All of it is recorded"), self)
        self._dose_rows = QVBoxLayout()
        self.extra = ExtraDose(self)
        self._arrange()
        self._as_usual.clicked.connect(self.as_usual_requested)
        self._set_up.clicked.connect(self.plan_requested)

    @property
    def dose_rows(self) -> tuple[DoseRow, ...]:
        """The lines of the doses, top to bottom."""
        return tuple(self._doses)

    def show_doses(self, state: TodayState) -> None:
        """Show the doses of a day, and what is left to do about them."""
        self.extra.set_known(state.known_items)
        self._show_actions(state)
        if [row.key for row in self._doses] != [dose.key for dose in state.doses]:
            self._make_rows(state.doses)
        for row, dose in zip(self._doses, state.doses, strict=True):
            row.show_dose(dose)
        self.align_doses(self._least_label)

    def align_doses(self, least_label: int) -> None:
        """Give all lines the same columns; their labels take ``least_label`` pixels or more."""
        self._least_label = least_label
        label = max((row.label_width() for row in self._doses), default=0)
        answer = max((row.answer_width() for row in self._doses), default=0)
        for row in self._doses:
            row.set_columns(max(label, least_label), answer)

    def tab_chain(self) -> list[QWidget]:
        """Return what takes the keys, in the order of Tab."""
        return [self._as_usual, self._set_up, *self._doses, self.extra.button]

    def say_problem(self, key: str, text: str) -> None:
        """Say at a dose (or, for "", at the form for something else) what does not fit."""
        if not key:
            self.extra.say_problem(text)
        for row in self._doses:
            if row.key == key:
                row.say_problem(text)

    def _show_actions(self, state: TodayState) -> None:
        waits = state.has_plan and state.waits_for_as_usual
        planned = any(dose.planned and not dose.as_needed for dose in state.doses)
        self._no_plan.setVisible(not state.has_plan)
        self._set_up.setVisible(not state.has_plan)
        self._all_recorded.setVisible(planned and not waits)
        if not waits and key_holder(self) is self._as_usual:
            self.focusNextChild()
        self._as_usual.setVisible(waits)
        self._actions.setVisible(waits or not state.has_plan)
        self._actions.fit()

    def _make_rows(self, doses: tuple[DoseState, ...]) -> None:
        """Make the rows anew, keeping those whose dose is still there."""
        known = {row.key: row for row in self._doses}
        self._doses = []
        for dose in doses:
            row = known.pop(dose.key, None) or self._made_row(dose)
            self._dose_rows.addWidget(row)
            self._doses.append(row)
        for row in known.values():
            self._dose_rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows_changed.emit()

    def _made_row(self, dose: DoseState) -> DoseRow:
        row = DoseRow(dose, self)
        row.status_requested.connect(self.dose_status_requested)
        row.amended.connect(self.dose_amended)
        row.told.connect(self.dose_told)
        return row

    def _arrange(self) -> None:
        for button in (self._as_usual, self._set_up):
            self._actions.add(button)
        self._dose_rows.setSpacing(0)
        for words in (self._no_plan, self._all_recorded):
            words.setContentsMargins(ROW_SIDE, space(4), ROW_SIDE, space(4))
        self._actions.setContentsMargins(ROW_SIDE, space(4), ROW_SIDE, space(4))
        self.body.addWidget(self._no_plan)
        self.body.addWidget(self._actions)
        self.body.addWidget(self._all_recorded)
        self.body.addLayout(self._dose_rows)
        self.body.addWidget(self.extra)
