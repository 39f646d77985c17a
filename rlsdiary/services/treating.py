"""The plan of supplements and medicines: new items, changed doses, and markers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rlsdiary.domain.change import Change, RowChange
from rlsdiary.domain.doses import Item, Plan, check_amount, check_name, check_unit
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.treatment import Marker
from rlsdiary.store import Store
from rlsdiary.words import tr

if TYPE_CHECKING:
    from rlsdiary.store.ledger import Writer

_KINDS = frozenset({"items", "plans"})


class Treating:
    """What a person can do with their plan. A dose change is history, never an overwriting."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def start(self, item: Item, plan: Plan) -> Change:
        """Put an item on the plan, with ``plan.item_id`` filled in; BadValue where it cannot be."""
        tidy = checked_item(item)
        check_amount(plan.amount)
        known = self._store.treatment.find_item(tidy.name, tidy.unit)
        with self._store.ledger.writing() as writer:
            number = self._store.treatment.keep_item(writer, _completed(tidy, known))
            self._store.treatment.keep_plan(writer, replace(plan, item_id=number))
        return Change(
            tr("{name} is on the plan").format(name=tidy.name), _KINDS, rows=_rows(writer)
        )

    def change_dose(self, plan: Plan, changed: Plan, since: date) -> Change:
        """Let ``changed`` replace ``plan`` from ``since`` on; what was before stays as it was."""
        check_amount(changed.amount)
        if since < plan.first:
            raise BadValue(
                tr("This dose began on {first}; a change cannot be earlier.").format(
                    first=plan.first.isoformat()
                )
            )
        with self._store.ledger.writing() as writer:
            if since == plan.first and not self._store.treatment.is_plan_used(plan.id):
                self._store.treatment.keep_plan(writer, replace(changed, id=plan.id, first=since))
            else:
                self._end(writer, plan, since - timedelta(days=1))
                self._store.treatment.keep_plan(writer, replace(changed, id=0, first=since))
        return Change(self._words(plan, tr("{name}: dose changed")), _KINDS, rows=_rows(writer))

    def stop(self, plan: Plan, last: date) -> Change:
        """End a plan after ``last``; what was taken stays recorded."""
        with self._store.ledger.writing() as writer:
            self._end(writer, plan, last)
        return Change(self._words(plan, tr("{name} stopped")), _KINDS, rows=_rows(writer))

    def keep_item(self, item: Item) -> Change:
        """Rename or correct an item; its history stays with it."""
        tidy = checked_item(item)
        known = self._store.treatment.find_item(tidy.name, tidy.unit)
        if known is not None and known.id != item.id:
            raise BadValue(
                tr("There is already an item named {name} counted in {unit}.").format(
                    name=tidy.name, unit=tidy.unit
                )
            )
        with self._store.ledger.writing() as writer:
            self._store.treatment.keep_item(writer, tidy)
        return Change(tr("{name} kept").format(name=tidy.name), _KINDS, rows=_rows(writer))

    def keep_marker(self, marker: Marker) -> Change:
        """Put a marker on the time line."""
        titled = replace(marker, title=check_name(marker.title))
        with self._store.ledger.writing() as writer:
            self._store.treatment.keep_marker(writer, titled)
        days = frozenset({marker.day})
        return Change(tr("Marker kept"), frozenset({"markers"}), days, _rows(writer))

    def remove_marker(self, marker: Marker) -> Change:
        """Take a marker off the time line."""
        with self._store.ledger.writing() as writer:
            self._store.treatment.remove_marker(writer, marker.id)
        days = frozenset({marker.day})
        return Change(tr("Marker removed"), frozenset({"markers"}), days, _rows(writer))

    def _end(self, writer: Writer, plan: Plan, last: date) -> None:
        if last >= plan.first:
            self._store.treatment.keep_plan(writer, replace(plan, last=last))
        elif self._store.treatment.is_plan_used(plan.id):
            raise BadValue(tr("Doses of this plan are recorded; choose a later day."))
        else:
            self._store.treatment.remove_plan(writer, plan.id)

    def _words(self, plan: Plan, words: str) -> str:
        return words.format(name=self._store.treatment.items()[plan.item_id].name)


def checked_item(item: Item) -> Item:
    """Return the item with tidy name and unit; BadValue says what is missing."""
    unit = check_unit(item.unit)
    if item.kind.is_taken and not unit:
        raise BadValue(tr("It needs a unit, such as mg, tablet or drop."))
    if item.elemental_mg is not None:
        check_amount(item.elemental_mg)
    return replace(item, name=checked_text(check_name(item.name)), unit=checked_text(unit))


def checked_text(text: str) -> str:
    """Return ``text`` where it can be written to a file; BadValue otherwise."""
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character, as a terminal or a clipboard may hand it over
        raise BadValue(tr("It has a character that is no text; type it again.")) from None
    return text


def _completed(item: Item, known: Item | None) -> Item:
    """Return ``item`` under the number of ``known``, with what only ``known`` says."""
    if known is None:
        return replace(item, id=0)
    if item.element is not None:
        return replace(item, id=known.id, substance=item.substance or known.substance)
    return replace(known, name=item.name, kind=item.kind, unit=item.unit, archived=False)


def _rows(writer: Writer) -> tuple[RowChange, ...]:
    return tuple(writer.rows)
