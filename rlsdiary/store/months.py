"""What the calendar reads: one question over a stretch of days, and the notes of these days."""

from __future__ import annotations

from datetime import date

from rlsdiary.domain.answers import Answer
from rlsdiary.store.columns import answer_of
from rlsdiary.store.connection import Connection
from rlsdiary.store.driver import speaks_plainly

_NEXT_QUESTION = """
    WITH RECURSIVE known (question) AS (
        SELECT MIN(question) FROM answer
        UNION ALL
        SELECT (SELECT MIN(question) FROM answer WHERE question > known.question)
        FROM known WHERE known.question IS NOT NULL
    )
    SELECT question FROM known WHERE question IS NOT NULL
    """


@speaks_plainly
class Months:
    """Reads stretches of days, never more of a day than the calendar shows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def questions(self) -> frozenset[str]:
        """Return the keys of all questions that were ever answered."""
        # From one key to the next in the index: it is not read as a whole.
        return frozenset(key for (key,) in self._connection.tuples(_NEXT_QUESTION))

    def own_ratings(self) -> tuple[tuple[str, str], ...]:
        """Return (question, name) of the person's own items that are rated from 0 to 10."""
        sql = """
            SELECT 'item:' || id, name FROM item WHERE value_kind = 'rating' ORDER BY position, id
            """
        return tuple((key, name) for key, name in self._connection.tuples(sql))

    def answers(self, question: str, first: date, last: date) -> dict[date, Answer]:
        """Return the answers to a question that are numbers, from ``first`` to ``last``."""
        sql = """
            SELECT * FROM answer
            WHERE question = ? AND day BETWEEN ? AND ? AND number IS NOT NULL
            """
        rows = self._connection.rows(sql, question, first.isoformat(), last.isoformat())
        return {date.fromisoformat(row["day"]): answer_of(row) for row in rows}

    def notes(self, first: date, last: date) -> dict[date, str]:
        """Return the words of the notes from ``first`` to ``last``."""
        sql = "SELECT day, text FROM note WHERE day BETWEEN ? AND ?"
        pairs = self._connection.tuples(sql, first.isoformat(), last.isoformat())
        return {date.fromisoformat(day): text for day, text in pairs}
