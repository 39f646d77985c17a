"""Searching notes through the full-text index, and how often an item was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rlsdiary.store.connection import Connection
from rlsdiary.store.driver import speaks_plainly

EDGE = "\x02"
"""What stands before and after each found word of a snippet."""
_TOKENS = 20  # words of a snippet: about one line and a half

_FEW = "SELECT COUNT(*) FROM (SELECT 1 FROM note_search WHERE note_search MATCH ? LIMIT ?)"
# "+id" keeps the day's index in charge: it is read from its newest end, and no further than the
# rows that are wanted.
_NEWEST = """
    WITH found AS MATERIALIZED (
        SELECT rowid AS id FROM note_search WHERE note_search MATCH ?
    )
    SELECT (SELECT COUNT(*) FROM found), id, day FROM note
    WHERE +id IN (SELECT id FROM found) ORDER BY day DESC LIMIT ?
    """
_SNIPPETS = f"""
    SELECT note.day, snippet(note_search, 0, '{EDGE}', '{EDGE}', '…', {_TOKENS})
    FROM note_search JOIN note ON note.id = note_search.rowid
    WHERE note_search MATCH ? AND note_search.rowid BETWEEN ? AND ? AND note.day >= ?
    ORDER BY note.day DESC
    """  # noqa: S608 - our own words
_EVERY_ID = 1, 2**63 - 1


@dataclass(frozen=True, slots=True)
class Matches:
    """How many notes match, and (day, snippet) of the newest ones, newest first."""

    count: int = 0
    newest: tuple[tuple[date, str], ...] = ()


@speaks_plainly
class Search:
    """Finds; what may be asked is the business of the service."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def notes(self, expression: str, most: int) -> Matches:
        """Return the notes that an FTS5 ``expression`` matches, snippets of ``most`` of them."""
        count = int(self._connection.value(_FEW, expression, most + 1))
        if count <= most:
            return Matches(count, self._snippets(expression, *_EVERY_ID, oldest=""))
        # Making a snippet is the dear part: only those that are shown are made.
        newest = self._connection.tuples(_NEWEST, expression, most)
        ids = [row[1] for row in newest]
        count, _id, oldest = newest[-1]
        return Matches(count, self._snippets(expression, min(ids), max(ids), oldest))

    def _snippets(
        self, expression: str, first_id: int, last_id: int, oldest: str
    ) -> tuple[tuple[date, str], ...]:
        found = self._connection.tuples(_SNIPPETS, expression, first_id, last_id, oldest)
        return tuple((date.fromisoformat(day), text) for day, text in found)

    def days_of_item(self, item_id: int) -> tuple[int, date | None]:
        """Return on how many days an item was taken or tracked, and the last of them.

        A dose that was skipped is no such day.
        """
        sql = """
            SELECT COUNT(*), MAX(day) FROM (
                SELECT day FROM intake WHERE item_id = ?1 AND status <> 'skipped'
                UNION SELECT day FROM answer WHERE question = 'item:' || ?1
            )
            """
        ((count, last),) = self._connection.tuples(sql, item_id)
        return count, date.fromisoformat(last) if last else None
