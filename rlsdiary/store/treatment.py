"""What is taken and tracked, its plan, and the markers on the time line."""

from __future__ import annotations

from datetime import date

from rlsdiary.domain.doses import Item, Plan
from rlsdiary.domain.treatment import Marker
from rlsdiary.store.columns import (
    item_of,
    item_row,
    marker_of,
    marker_row,
    plan_of,
    plan_row,
)
from rlsdiary.store.driver import speaks_plainly
from rlsdiary.store.ledger import Writer
from rlsdiary.store.tables import IntakeRow, ItemRow, MarkerRow, PlanRow


@speaks_plainly
class Treatment:
    """Reads and writes items, plans and markers."""

    def items(self) -> dict[int, Item]:
        """Return every item by its number, archived ones included."""
        rows = ItemRow.select().order_by(ItemRow.position, ItemRow.id).dicts()
        return {row["id"]: item_of(row) for row in rows}

    def find_item(self, name: str, unit: str) -> Item | None:
        """Return the item of that name and unit, whatever the case of its letters."""
        # Compared here: SQLite knows the two cases of the letters a to z only.
        wanted = name.casefold(), unit.casefold()
        same = (
            i for i in self.items().values() if (i.name.casefold(), i.unit.casefold()) == wanted
        )
        return next(same, None)

    def keep_item(self, writer: Writer, item: Item) -> int:
        """Write one item (a new one where its id is 0); return its id."""
        return int(writer.put(ItemRow, item_row(item)))

    def plans(self) -> tuple[Plan, ...]:
        """Return every plan, past and present, by start."""
        rows = PlanRow.select().order_by(PlanRow.first, PlanRow.id).dicts()
        return tuple(plan_of(row) for row in rows)

    def plans_on(self, day: date) -> tuple[Plan, ...]:
        """Return the plans in force on ``day``, by time of day."""
        in_force = (PlanRow.first <= day) & (PlanRow.last.is_null() | (PlanRow.last >= day))
        rows = PlanRow.select().where(in_force).order_by(PlanRow.minute, PlanRow.id).dicts()
        return tuple(plan_of(row) for row in rows)

    def keep_plan(self, writer: Writer, plan: Plan) -> int:
        """Write one plan (a new one where its id is 0); return its id."""
        return int(writer.put(PlanRow, plan_row(plan)))

    def remove_plan(self, writer: Writer, plan_id: int) -> None:
        """Delete a plan that no intake refers to."""
        writer.remove(PlanRow, (plan_id,))

    def is_plan_used(self, plan_id: int) -> bool:
        """Return whether any intake was recorded for a plan."""
        return bool(IntakeRow.select().where(IntakeRow.plan_id == plan_id).exists())

    def markers(self) -> tuple[Marker, ...]:
        """Return every marker by day."""
        rows = MarkerRow.select().order_by(MarkerRow.day, MarkerRow.id).dicts()
        return tuple(marker_of(row) for row in rows)

    def keep_marker(self, writer: Writer, marker: Marker) -> int:
        """Write one marker (a new one where its id is 0); return its id."""
        return int(writer.put(MarkerRow, marker_row(marker)))

    def remove_marker(self, writer: Writer, marker_id: int) -> None:
        """Delete a marker."""
        writer.remove(MarkerRow, (marker_id,))
