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

    def start(self, item: Item, plan: Plan, marker: Marker | None = None) -> Change:
        """Put an item on the plan, with ``plan.item_id`` filled in; BadValue where it cannot be.

        ``marker`` is put on the time line with it.
        """
        tidy = checked_item(item)
        check_amount(plan.amount)
        known = self._store.treatment.find_item(tidy.name, tidy.unit)
        _check_variant(tidy, known)
        with self._store.ledger.writing() as writer:
            number = self._store.treatment.keep_item(writer, _completed(tidy, known))
            self._store.treatment.keep_plan(writer, replace(plan, item_id=number))
            self._mark(writer, marker, number)
        words = tr("{name} is on the plan").format(name=tidy.full_name)
        return Change(words, _kinds(marker), rows=_rows(writer))

    def change_dose(
        self, plan: Plan, changed: Plan, since: date, marker: Marker | None = None
    ) -> Change:
        """Let ``changed`` replace ``plan`` from ``since`` on; what was before stays as it was.

        ``marker`` is put on the time line with it.
        """
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
            self._mark(writer, marker, plan.item_id)
        words = self._words(plan, tr("{name}: dose changed"))
        return Change(words, _kinds(marker), rows=_rows(writer))

    def correct(self, item: Item, plan: Plan | None = None, *, with_doses: bool = False) -> Change:
        """Mend what was written down wrongly, of an item and its plan; this is no dose change.

        Recorded doses keep their amounts. With ``with_doses`` their elemental milligrams follow
        the corrected content, years back.
        """
        tidy = self._free(item)
        if plan is not None:
            check_amount(plan.amount)
            _check_span(plan)
        with self._store.ledger.writing() as writer:
            self._store.treatment.keep_item(writer, tidy)
            if plan is not None:
                self._store.treatment.keep_plan(writer, plan)
            if with_doses:
                for intake in self._store.days.intakes_of(item.id):
                    mg = tidy.elemental(intake.amount)
                    self._store.days.keep_intake(writer, replace(intake, elemental_mg=mg))
        kinds = _KINDS | {"intakes"} if with_doses else _KINDS
        words = tr("{name} corrected").format(name=tidy.full_name)
        return Change(words, kinds, rows=_rows(writer))

    def stop(self, plan: Plan, last: date) -> Change:
        """End a plan after ``last``; what was taken stays recorded."""
        with self._store.ledger.writing() as writer:
            self._end(writer, plan, last)
        return Change(self._words(plan, tr("{name} stopped")), _KINDS, rows=_rows(writer))

    def keep_item(self, item: Item) -> Change:
        """Rename or correct an item; its history stays with it."""
        tidy = self._free(item)
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

    def _mark(self, writer: Writer, marker: Marker | None, item_id: int) -> None:
        if marker is not None:
            named = replace(marker, title=check_name(marker.title), item_id=item_id)
            self._store.treatment.keep_marker(writer, named)

    def _free(self, item: Item) -> Item:
        """Return the item tidied; BadValue where another has its name and unit."""
        tidy = checked_item(item)
        known = self._store.treatment.find_item(tidy.name, tidy.unit)
        if known is not None and known.id != item.id:
            raise BadValue(
                tr("There is already an item named {name} counted in {unit}.").format(
                    name=tidy.name, unit=tidy.unit
                )
            )
        return tidy

    def _words(self, plan: Plan, words: str) -> str:
        return words.format(name=self._store.treatment.items()[plan.item_id].full_name)


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


def _check_variant(item: Item, known: Item | None) -> None:
    """Refuse to count one item both as salt and as base: its amounts would mean two things."""
    if known is None or not (item.variant and known.variant) or item.variant == known.variant:
        return
    other = {"salt": tr("salt"), "base": tr("base")}
    raise BadValue(
        tr(
            "{name} in {unit} is counted as {known} in this diary. Name this one “{name} "
            "{variant}”, so that the amounts are not mixed."
        ).format(
            name=item.name,
            unit=item.unit,
            known=other[known.variant],
            variant=other[item.variant],
        )
    )


def _check_span(plan: Plan) -> None:
    if plan.last is not None and plan.last < plan.first:
        raise BadValue(
            tr("The last day, {last}, is before the first, {first}.").format(
                last=plan.last.isoformat(), first=plan.first.isoformat()
            )
        )


def _kinds(marker: Marker | None) -> frozenset[str]:
    return _KINDS if marker is None else _KINDS | {"markers"}


def _completed(item: Item, known: Item | None) -> Item:
    """Return ``item`` under the number of ``known``, with what only ``known`` says."""
    if known is None:
        return replace(item, id=0)
    told = replace(
        known,
        name=item.name,
        kind=item.kind,
        unit=item.unit,
        archived=False,
        substance=item.substance or known.substance,
        variant=item.variant or known.variant,
    )
    if item.element is None:
        return told
    return replace(
        told, element=item.element, elemental_mg=item.elemental_mg, compound=item.compound
    )


def _rows(writer: Writer) -> tuple[RowChange, ...]:
    return tuple(writer.rows)
