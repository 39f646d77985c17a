"""The Treatment screen as the person sees it; it shows a state and emits wishes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.form import Form
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.keys import key_holder
from rlsdiary.ui.kit.page import CardPage
from rlsdiary.ui.kit.theme import ROW_SIDE, space
from rlsdiary.ui.treatment.forms import (
    AddForm,
    ContentForm,
    DoseForm,
    ItemForm,
    MarkerForm,
    StopForm,
)
from rlsdiary.ui.treatment.lines import marker_entries, past_entries, plan_entries
from rlsdiary.ui.treatment.rows import iron_words, medicine_words
from rlsdiary.ui.treatment.shelf import Shelf
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
        self._current, self._past, self._markers = self._shelves()
        self._add = self._current.add_button
        self._add_marker = self._markers.add_button
        self._iron = SoftWords(iron_words(), self._current)
        self._medicine = SoftWords(medicine_words(), self._current)
        self._arrange()

    def show_state(self, state: TreatmentState) -> None:
        """Show the plan as it stands; what is being typed stays."""
        self._state = state
        self._show_titles(state)
        shown = (
            (self._current, plan_entries(state.current)),
            (self._past, past_entries(state.past)),
            (self._markers, marker_entries(state.markers)),
        )
        for shelf, entries in shown:
            self._forget(shelf, shelf.keys() - {entry.key for entry in entries})
            shelf.show_entries(entries)
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
        for shelf in self._all:
            line = shelf.line(key)
            if line is not None:
                line.close_form(form)
            shelf.close_form(form)
        form.hide()
        form.deleteLater()
        self._opener(what, key).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- opening forms

    def _open_add(self) -> None:
        if ("add", "") not in self._forms:
            form = AddForm(self._state, self._current)
            form.fill({"first": self._state.day_typed})
            self._current.add_form(form)
            self._opened(form, ("add", ""))
        self._go_to("add", "")

    def _open_marker(self) -> None:
        if ("marker", "") not in self._forms:
            form = MarkerForm(tr("Add a marker"), self._markers)
            form.fill({"day": self._state.day_typed})
            self._markers.add_form(form)
            self._opened(form, ("marker", ""))
        self._go_to("marker", "")

    def _line_pressed(self, what: str, key: str) -> None:
        shelf = self.sender()
        assert isinstance(shelf, Shelf)  # noqa: S101 - only shelves are connected here
        if what == "remove":
            self.remove_marker_requested.emit(key)
            return
        line = shelf.line(key)
        if line is not None and (what, key) not in self._forms:
            form = self._made_form(what, key, line)
            line.add_form(form)
            self._opened(form, (what, key))
        self._go_to(what, key)

    def _made_form(self, what: str, key: str, line: QWidget) -> Form:
        if what == "marker":
            form: Form = MarkerForm(tr("Correct this marker"), line)
            form.fill(self._marker(key).values)
            return form
        plan = self._plan(key)
        match what:
            case "dose":
                form = DoseForm(plan.name, plan.values.get("unit", ""), line)
            case "stop":
                form = StopForm(plan.name, plan.is_medicine, line)
            case "again":
                form = AddForm(self._state, line)
            case _:
                form = ItemForm(self._state, has_end="last" in plan.values, parent=line)
        today = self._state.day_typed
        fresh = {"since": today, "last": today} if what != "item" else {}
        again = {"first": today, "mark": "no"} if what == "again" else {}
        form.fill({"mark": plan.mark, **plan.values, **fresh, **again})
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
        for shelf in self._all:
            line = shelf.line(key)
            if line is not None:
                return line.button(what)
        return self._add_marker if what == "marker" else self._add

    def _plan(self, key: str) -> PlanLine:
        lines = (*self._state.current, *self._state.past)
        return next(line for line in lines if line.key == key)

    def _marker(self, key: str) -> MarkerLine:
        return next(line for line in self._state.markers if line.key == key)

    # --- lines

    def _forget(self, shelf: Shelf, keys: set[str]) -> None:
        """Forget the forms that are open under lines about to go, and keep the keys here."""
        for form_key in [known for known in self._forms if known[1] in keys]:
            if shelf.line(form_key[1]) is not None:
                del self._forms[form_key]
        holder = key_holder(self)
        if holder is not None and shelf.holds(holder, keys):
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

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
        chain = [control for shelf in self._all for control in shelf.tab_chain()]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    # --- arranging

    @property
    def _all(self) -> tuple[Shelf, Shelf, Shelf]:
        return self._current, self._past, self._markers

    def _shelves(self) -> tuple[Shelf, Shelf, Shelf]:
        dose, stop = ("dose", tr("Change the dose")), ("stop", tr("Stop"))
        item, marker = ("item", tr("Correct")), ("marker", tr("Correct"))
        remove, again = ("remove", tr("Remove")), ("again", tr("Take it again"))
        add = tr("Add a supplement or medicine")
        return (
            Shelf(tr("What I take"), (dose, stop, item), add, self.page),
            Shelf(tr("Taken before"), (again, item), "", self.page),
            Shelf(tr("Markers"), (marker, remove), tr("Add a marker"), self.page),
        )

    def _arrange(self) -> None:
        for words in (self._iron, self._medicine):
            words.setContentsMargins(ROW_SIDE, space(4), ROW_SIDE, space(4))
            self._current.body.addWidget(words)
        for shelf in self._all:
            shelf.line_pressed.connect(self._line_pressed)
            self.add_card(shelf)
        self._add.clicked.connect(self._open_add)
        self._add_marker.clicked.connect(self._open_marker)
