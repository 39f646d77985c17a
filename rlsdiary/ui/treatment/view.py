"""The Treatment screen as the person sees it; it shows a state and emits wishes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.button_row import ButtonRow
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.form import Form
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.keys import key_holder
from rlsdiary.ui.kit.page import CardPage
from rlsdiary.ui.kit.theme import space
from rlsdiary.ui.treatment.forms import (
    AddForm,
    ContentForm,
    DoseForm,
    ItemForm,
    MarkerForm,
    StopForm,
)
from rlsdiary.ui.treatment.lines import Line
from rlsdiary.ui.treatment.rows import iron_words, medicine_words
from rlsdiary.ui.treatment.state import MarkerLine, PlanLine, TreatmentState
from rlsdiary.words import tr

FormKey = tuple[str, str]
"""What a form is for ("add", "dose", "stop", "item", "marker") and about which line ("" new)."""


class TreatmentView(CardPage):
    """What is taken now, what was taken before, and the markers on the time line."""

    keep_requested = Signal(str, str, object)
    """Keep the values of a form: what it is for, about which line, its texts by key."""
    content_requested = Signal(str, str, object)
    """Say what the typed content of an item comes to."""
    remove_marker_requested = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(tr("Treatment"), parent)
        self._state = TreatmentState()
        self._forms: dict[FormKey, Form] = {}
        self._lines: dict[str, Line] = {}
        self._current = Card(tr("What I take"), "", self.page)
        self._past = Card(tr("Taken before"), "", self.page)
        self._markers = Card(tr("Markers"), "", self.page)
        self._add = MainButton(tr("Add a supplement or medicine"), self.page)
        self._add_marker = MainButton(tr("Add a marker"), self.page)
        self._iron = SoftWords(iron_words(), self._current)
        self._medicine = SoftWords(medicine_words(), self._current)
        self._current_box = QVBoxLayout()
        self._past_box = QVBoxLayout()
        self._marker_box = QVBoxLayout()
        self._arrange()
        self._add.clicked.connect(self._open_add)
        self._add_marker.clicked.connect(self._open_marker)

    def show_state(self, state: TreatmentState) -> None:
        """Show the plan as it stands; what is being typed stays."""
        self._state = state
        self._show_titles(state)
        plans = {line.key for line in (*state.current, *state.past)}
        self._forget_lines(plans | {line.key for line in state.markers})
        for box, lines in (
            (self._current_box, state.current),
            (self._past_box, state.past),
            (self._marker_box, state.markers),
        ):
            self._show_lines(box, lines)
        self._iron.setVisible(any(line.has_iron for line in state.current))
        self._medicine.setVisible(any(line.is_medicine for line in state.current))
        self._past.setVisible(bool(state.past))
        self._order_tabs()

    def form(self, what: str, key: str = "") -> Form | None:
        """Return an open form, None where it is not open."""
        return self._forms.get((what, key))

    def say_problems(self, what: str, key: str, problems: Mapping[str, str]) -> None:
        """Say in a form what does not fit; nothing that was typed is lost."""
        if (what, key) in self._forms:
            self._forms[what, key].say_problems(problems)

    def say_content(self, what: str, key: str, words: str) -> None:
        """Say in a form how much of an element is in the item."""
        form = self._forms.get((what, key))
        if isinstance(form, ContentForm):
            form.say_content(words)

    def close_form(self, what: str, key: str) -> None:
        """Close a form: it was kept, or given up."""
        form = self._forms.pop((what, key), None)
        if form is None:
            return
        form.hide()
        form.deleteLater()
        opener = self._opener(what, key)
        _row_of(opener).show()
        opener.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- opening forms

    def _open_add(self) -> None:
        if ("add", "") not in self._forms:
            form = AddForm(self._state.compounds, self._current)
            form.fill({"first": self._state.day_typed})
            self._current_foot.addWidget(form)
            _row_of(self._add).hide()
            self._opened(form, ("add", ""))
        self._go_to("add", "")

    def _open_marker(self) -> None:
        if ("marker", "") not in self._forms:
            form = MarkerForm(tr("Add a marker"), self._markers)
            form.fill({"day": self._state.day_typed})
            self._marker_foot.addWidget(form)
            _row_of(self._add_marker).hide()
            self._opened(form, ("marker", ""))
        self._go_to("marker", "")

    def _line_pressed(self, what: str) -> None:
        line = self.sender()
        assert isinstance(line, Line)  # noqa: S101 - only lines are connected here
        if what == "remove":
            self.remove_marker_requested.emit(line.key)
            return
        if (what, line.key) not in self._forms:
            form = self._made_form(what, line)
            line.add_form(form)
            self._opened(form, (what, line.key))
        self._go_to(what, line.key)

    def _made_form(self, what: str, line: Line) -> Form:
        if what == "marker":
            form: Form = MarkerForm(tr("Correct this marker"), line)
            form.fill(self._marker(line.key).values)
            return form
        plan = self._plan(line.key)
        match what:
            case "dose":
                form = DoseForm(plan.name, plan.values.get("unit", ""), line)
            case "stop":
                form = StopForm(plan.name, plan.is_medicine, line)
            case _:
                form = ItemForm(self._state.compounds, line)
        today = self._state.day_typed
        form.fill({**plan.values, "since": today, "last": today})
        return form

    def _opened(self, form: Form, key: FormKey) -> None:
        self._forms[key] = form
        form.keep_requested.connect(self._was_kept)
        form.edited.connect(self._was_edited)
        form.closed.connect(self._was_given_up)
        form.show()
        self._order_tabs()
        if isinstance(form, ContentForm):
            self.content_requested.emit(*key, form.values())

    def _go_to(self, what: str, key: str) -> None:
        form = self._forms[what, key]
        form.start()
        self.bring_into_view(form)

    def _was_kept(self, values: object) -> None:
        what, key = self._key_of(self.sender())
        self.keep_requested.emit(what, key, values)

    def _was_edited(self, values: object) -> None:
        form = self.sender()
        if isinstance(form, ContentForm):
            self.content_requested.emit(*self._key_of(form), values)

    def _was_given_up(self) -> None:
        self.close_form(*self._key_of(self.sender()))

    def _key_of(self, form: object) -> FormKey:
        return next(key for key, opened in self._forms.items() if opened is form)

    def _opener(self, what: str, key: str) -> QuietButton:
        if key in self._lines:
            return self._lines[key].button(what)
        return self._add_marker if what == "marker" else self._add

    def _plan(self, key: str) -> PlanLine:
        lines = (*self._state.current, *self._state.past)
        return next(line for line in lines if line.key == key)

    def _marker(self, key: str) -> MarkerLine:
        return next(line for line in self._state.markers if line.key == key)

    # --- lines

    def _show_lines(self, box: QVBoxLayout, lines: Sequence[PlanLine | MarkerLine]) -> None:
        for line in lines:
            shown = self._lines.get(line.key)
            if shown is not None and box.indexOf(shown) < 0:
                self._drop_line(line.key)  # a plan that ended stands among the past now
                shown = None
            if shown is None:
                shown = self._made_line(line, in_past=box is self._past_box)
            box.addWidget(shown)  # in the order of the state
            shown.show_words(*_words(line))

    def _made_line(self, line: PlanLine | MarkerLine, *, in_past: bool) -> Line:
        card = self._markers if isinstance(line, MarkerLine) else self._current
        made = Line(line.key, self._past if in_past else card)
        if isinstance(line, MarkerLine):
            made.add_button("marker", tr("Correct"))
            made.add_button("remove", tr("Remove"))
        else:
            if not in_past:
                made.add_button("dose", tr("Change the dose"))
                made.add_button("stop", tr("Stop"))
            made.add_button("item", tr("Correct"))
        made.pressed.connect(self._line_pressed)
        self._lines[line.key] = made
        return made

    def _forget_lines(self, wanted: set[str]) -> None:
        for key in [key for key in self._lines if key not in wanted]:
            self._drop_line(key)

    def _drop_line(self, key: str) -> None:
        """Take a line away, and the forms that were open under it."""
        for form_key in [known for known in self._forms if known[1] == key]:
            del self._forms[form_key]
        line = self._lines.pop(key)
        holder = key_holder(self)
        if holder is not None and line.isAncestorOf(holder):
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        line.hide()
        line.deleteLater()

    def _show_titles(self, state: TreatmentState) -> None:
        nothing = tr(
            "Nothing is on the plan yet. Add what you take; each evening one key then records it."
        )
        none = tr(
            "A marker is a dated event, such as an infusion, a new medicine or a journey. "
            "It becomes a line in the charts."
        )
        self._current.set_title(tr("What I take"), "" if state.current else nothing)
        self._markers.set_title(tr("Markers"), "" if state.markers else none)

    def _order_tabs(self) -> None:
        """From the plan and what can be added to it, down to the markers."""
        current, past, markers = (
            [line.key for line in lines]
            for lines in (self._state.current, self._state.past, self._state.markers)
        )
        chain = self._tabs_of(current, "add", self._add)
        chain += self._tabs_of([*past, *markers], "marker", self._add_marker)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _tabs_of(self, keys: Sequence[str], what: str, button: QWidget) -> list[QWidget]:
        """Return the controls of some lines, then the button and its open form."""
        chain: list[QWidget] = []
        for key in keys:
            chain += self._lines[key].buttons()
            forms = (form for form_key, form in self._forms.items() if form_key[1] == key)
            chain += [control for form in forms for control in form.controls()]
        form = self._forms.get((what, ""))
        return [*chain, button, *(form.controls() if form else ())]

    def _arrange(self) -> None:
        self._current_foot = self._fill(self._current, self._current_box, self._add)
        self._past.body.addLayout(self._past_box)
        self._marker_foot = self._fill(self._markers, self._marker_box, self._add_marker)
        for words in (self._iron, self._medicine):
            words.setContentsMargins(space(8), space(4), space(8), space(4))
            self._current.body.addWidget(words)
        for card in (self._current, self._past, self._markers):
            self.add_card(card)

    def _fill(self, card: Card, lines: QVBoxLayout, button: MainButton) -> QVBoxLayout:
        """Put the lines, the button and the place for its form on a card."""
        row = ButtonRow(card)
        row.add(button)
        row.setContentsMargins(space(8), space(8), space(8), space(4))
        foot = QVBoxLayout()
        lines.setSpacing(0)
        card.body.addLayout(lines)
        card.body.addWidget(row)
        card.body.addLayout(foot)
        return foot


def _row_of(button: QuietButton) -> ButtonRow:
    row = button.parentWidget()
    assert isinstance(row, ButtonRow)  # noqa: S101 - every button of the screen is in one
    return row


def _words(line: PlanLine | MarkerLine) -> tuple[str, str, str]:
    if isinstance(line, MarkerLine):
        return line.title, "", " · ".join(part for part in (line.day, line.kind) if part)
    return line.name, line.dose, f"{line.rhythm} · {line.span}"
