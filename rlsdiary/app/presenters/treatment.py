"""The Treatment screen's presenter: plans and markers to a state, wishes to acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from rlsdiary.app.acts import Acts
from rlsdiary.app.bus import Bus
from rlsdiary.app.presenters.treatment_typed import Typed, Values
from rlsdiary.app.presenters.treatment_words import (
    change_marker,
    compound_choices,
    known_names,
    marker_line,
    mg_words,
    plan_line,
    start_marker,
)
from rlsdiary.domain.change import Change
from rlsdiary.domain.doses import Plan
from rlsdiary.domain.errors import BadValue
from rlsdiary.services.medicines import doubt_about
from rlsdiary.services.reading import Reading
from rlsdiary.services.treating import Treating
from rlsdiary.ui.treatment.state import TreatmentState
from rlsdiary.ui.treatment.view import TreatmentView
from rlsdiary.words import tr

_TOUCHING = ("items", "plans", "markers", "settings")
Act = Callable[[], Change]


class TreatmentPresenter(QObject):
    """Shows the plan and the markers, and keeps what is wished for them."""

    def __init__(
        self,
        view: TreatmentView,
        reading: Reading,
        treating: Treating,
        acts: Acts,
        bus: Bus,
        today: Callable[[], date],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._reading = reading
        self._treating = treating
        self._acts = acts
        self._today = today
        self._page = reading.treatment_page()
        self._slip = self._asked = ""
        view.keep_requested.connect(self._keep)
        view.content_requested.connect(self._say_content)
        view.remove_marker_requested.connect(self._remove_marker)
        bus.changed.connect(self._was_changed)
        self._show()

    def came_to_front(self) -> None:
        """Look at the clock: what is current depends on the day."""
        self._show()

    # --- wishes

    def _keep(self, what: str, key: str, values: Values) -> None:
        """Keep the values of a form, or say in it what does not fit."""
        typed = Typed(values, self._today(), self._page.rule)
        makers = {
            "add": self._adding,
            "again": self._adding,
            "dose": self._changing,
            "stop": self._stopping,
            "item": self._correcting,
            "marker": self._marking,
        }
        act = makers[what](typed, key)
        self._ask_about_a_slip(typed)
        if typed.problems:
            self._view.say_problems(what, key, typed.problems)
            return
        try:
            kept = self._acts.do(act, inline=True)
        except BadValue as problem:
            self._view.say_problems(what, key, {"": problem.message})
            return
        if kept is not None:
            self._view.close_form(what, key)

    def _adding(self, typed: Typed, _key: str) -> Act:
        item = typed.item()
        plan = typed.plan(Plan(0, 0, self._today()), "first")
        self._slip = doubt_about(item, plan)
        marker = start_marker(item, plan) if typed.is_marked else None
        return lambda: self._treating.start(item, plan, marker)

    def _changing(self, typed: Typed, key: str) -> Act:
        old = self._plan(key)
        item = self._page.items[old.item_id]
        changed = typed.plan(old, "since")
        self._slip = doubt_about(item, changed)
        _check_within(typed, "since", old, changed.first)
        marker = change_marker(item, old, changed) if typed.is_marked else None
        return lambda: self._treating.change_dose(old, changed, changed.first, marker)

    def _stopping(self, typed: Typed, key: str) -> Act:
        old = self._plan(key)
        last = typed.day("last")
        _check_within(typed, "last", old, last)
        return lambda: self._treating.stop(old, last)

    def _correcting(self, typed: Typed, key: str) -> Act:
        old = self._plan(key)
        item = typed.item(self._page.items[old.item_id])
        plan = typed.plan(old, "first")
        self._slip = doubt_about(item, plan)
        follow = typed.doses_follow
        return lambda: self._treating.correct(item, plan, with_doses=follow)

    def _ask_about_a_slip(self, typed: Typed) -> None:
        """Ask once about an amount that looks mistyped; kept again, it is kept."""
        slip, self._slip = self._slip, ""
        if slip and slip != self._asked and not typed.problems:
            self._asked = slip
            typed.problems["amount"] = tr("{question} If so, press Keep again.").format(
                question=slip
            )

    def _marking(self, typed: Typed, key: str) -> Act:
        marker = typed.marker(_number(key) if key else 0)
        return lambda: self._treating.keep_marker(marker)

    def _remove_marker(self, key: str) -> None:
        marker = next(each for each in self._page.markers if each.id == _number(key))
        self._acts.do(lambda: self._treating.remove_marker(marker))

    def _say_content(self, what: str, key: str, values: Values) -> None:
        """Say what the typed content comes to; while it does not fit, say nothing."""
        typed = Typed(values, self._today(), self._page.rule)
        element, unit = values["element"], values["unit"].strip()
        elemental = typed.elemental(element)
        words = ""
        if elemental is not None and not typed.problems:
            words = tr("One {unit} holds {content}.").format(
                unit=unit or tr("unit"), content=mg_words(elemental, element)
            )
        self._view.say_content(what, key, words)

    # --- the state

    def _was_changed(self, change: Change) -> None:
        if change.touches(*_TOUCHING):
            self._page = self._reading.treatment_page()
            self._show()

    def _show(self) -> None:
        today, page = self._today(), self._page
        lines = [(plan, plan_line(plan, page.items[plan.item_id], today)) for plan in page.plans]
        self._view.show_state(
            TreatmentState(
                current=tuple(line for plan, line in lines if _is_current(plan, today)),
                past=tuple(line for plan, line in reversed(lines) if not _is_current(plan, today)),
                markers=tuple(marker_line(marker) for marker in reversed(page.markers)),
                compounds=compound_choices(),
                names=known_names(page.items.values()),
                day_typed=today.isoformat(),
            )
        )

    def _plan(self, key: str) -> Plan:
        return next(plan for plan in self._page.plans if plan.id == _number(key))


def _is_current(plan: Plan, today: date) -> bool:
    return plan.last is None or plan.last >= today


def _check_within(typed: Typed, row: str, plan: Plan, day: date) -> None:
    """Refuse a day after a plan that has its end already."""
    if plan.last is not None and day > plan.last and row not in typed.problems:
        typed.problems[row] = tr("This dose ends on {day} already.").format(
            day=plan.last.isoformat()
        )


def _number(key: str) -> int:
    return int(key.rpartition(" ")[2])
