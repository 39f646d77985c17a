"""Moments of the night: what was pressed, when, and on which diary day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rlsdiary.domain.moments import Moment, MomentKind
from rlsdiary.store.columns import entered_columns, entered_of
from rlsdiary.store.connection import Connection
from rlsdiary.store.driver import speaks_plainly

if TYPE_CHECKING:
    from rlsdiary.store.ledger import Writer

Row = dict[str, Any]


@speaks_plainly
class Moments:
    """Reads and writes moments."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def on(self, day: date) -> tuple[Moment, ...]:
        """Return the moments of a diary day in the order in which they happened."""
        # A kind that is not known here was written by a newer program: it is left alone.
        sql = """
            SELECT * FROM moment WHERE day = ? AND (
                (kind = 'legs' AND level IS NOT NULL AND text = '')
                OR (kind = 'better' AND level IS NULL AND text = '')
                OR (kind = 'measure' AND level IS NULL AND text <> ''))
            """
        found = [_moment_of(row) for row in self._connection.rows(sql, day.isoformat())]
        # By instants: in the night in which clocks go back the wall shows an hour twice.
        return tuple(sorted(found, key=_order))

    def keep(self, writer: Writer, moment: Moment) -> int:
        """Write one moment (a new one where its id is 0); return its id."""
        return int(writer.put("moment", _moment_row(moment)))

    def remove(self, writer: Writer, moment_id: int) -> None:
        """Delete a moment."""
        writer.remove("moment", (moment_id,))


def _order(moment: Moment) -> tuple[float, int]:
    return moment.entered.instant.timestamp(), moment.id


def _moment_row(moment: Moment) -> Row:
    row = {
        "day": moment.day,
        "kind": moment.kind.value,
        "level": moment.level,
        "text": moment.measure,
        **entered_columns(moment.entered),
    }
    return {"id": moment.id, **row} if moment.id else row


def _moment_of(row: Row) -> Moment:
    return Moment(
        day=date.fromisoformat(row["day"]),
        kind=MomentKind(row["kind"]),
        entered=entered_of(row),
        level=row["level"],
        measure=row["text"],
        id=row["id"],
    )
