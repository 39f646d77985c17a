"""What is taken and tracked, its plan, and the markers on the time line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

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
from rlsdiary.store.connection import Connection
from rlsdiary.store.driver import speaks_plainly

if TYPE_CHECKING:
    from rlsdiary.store.ledger import Writer


@speaks_plainly
class Treatment:
    """Reads and writes items, plans and markers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def items(self) -> dict[int, Item]:
        """Return every item by its number, archived ones included."""
        rows = self._connection.rows("SELECT * FROM item ORDER BY position, id")
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
        return int(writer.put("item", item_row(item)))

    def plans(self) -> tuple[Plan, ...]:
        """Return every plan, past and present, by start."""
        rows = self._connection.rows("SELECT * FROM plan ORDER BY first, id")
        return tuple(plan_of(row) for row in rows)

    def plans_on(self, day: date) -> tuple[Plan, ...]:
        """Return the plans in force on ``day``, by time of day; as-needed ones come last."""
        sql = """
            SELECT * FROM plan WHERE first <= ?1 AND (last IS NULL OR last >= ?1)
            ORDER BY rhythm = 'as-needed', times LIKE '-%', CAST(times AS INTEGER), id
            """
        rows = self._connection.rows(sql, day.isoformat())
        return tuple(plan_of(row) for row in rows)

    def keep_plan(self, writer: Writer, plan: Plan) -> int:
        """Write one plan (a new one where its id is 0); return its id."""
        return int(writer.put("plan", plan_row(plan)))

    def remove_plan(self, writer: Writer, plan_id: int) -> None:
        """Delete a plan that no intake refers to."""
        writer.remove("plan", (plan_id,))

    def is_plan_used(self, plan_id: int) -> bool:
        """Return whether any intake was recorded for a plan."""
        sql = "SELECT EXISTS (SELECT 1 FROM intake WHERE plan_id = ?)"
        return bool(self._connection.value(sql, plan_id))

    def markers(self) -> tuple[Marker, ...]:
        """Return every marker by day."""
        rows = self._connection.rows("SELECT * FROM marker ORDER BY day, id")
        return tuple(marker_of(row) for row in rows)

    def keep_marker(self, writer: Writer, marker: Marker) -> int:
        """Write one marker (a new one where its id is 0); return its id."""
        return int(writer.put("marker", marker_row(marker)))

    def remove_marker(self, writer: Writer, marker_id: int) -> None:
        """Delete a marker."""
        writer.remove("marker", (marker_id,))
