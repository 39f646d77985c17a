"""What was recorded day by day: answers, intakes and notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.doses import Intake
from rlsdiary.domain.record import DayRecord, Note
from rlsdiary.store.columns import (
    answer_of,
    answer_row,
    entered_columns,
    intake_of,
    intake_row,
    note_of,
)
from rlsdiary.store.connection import Connection
from rlsdiary.store.driver import speaks_plainly

if TYPE_CHECKING:
    from rlsdiary.store.ledger import Writer


@speaks_plainly
class Days:
    """Reads and writes days. Three queries read any stretch of days, however long."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, day: date) -> DayRecord:
        """Return everything recorded for ``day``."""
        return self.between(day, day).get(day) or DayRecord(day)

    def between(self, first: date, last: date) -> dict[date, DayRecord]:
        """Return the records from ``first`` to ``last``, only days that have one."""
        read, stretch = self._connection.rows, (first.isoformat(), last.isoformat())
        answers: dict[str, dict[str, Answer]] = defaultdict(dict)
        for row in read("SELECT * FROM answer WHERE day BETWEEN ? AND ?", *stretch):
            answers[row["day"]][row["question"]] = answer_of(row)
        intakes: dict[str, list[Intake]] = defaultdict(list)
        for row in read("SELECT * FROM intake WHERE day BETWEEN ? AND ? ORDER BY id", *stretch):
            intakes[row["day"]].append(intake_of(row))
        notes = {
            row["day"]: note_of(row)
            for row in read("SELECT * FROM note WHERE day BETWEEN ? AND ?", *stretch)
        }
        records = {}
        for text in sorted(answers.keys() | intakes.keys() | notes.keys()):
            day = date.fromisoformat(text)
            doses = tuple(intakes.get(text, ()))
            records[day] = DayRecord(day, answers.get(text, {}), doses, notes.get(text))
        return records

    def span(self) -> tuple[date, date] | None:
        """Return the first and last day with any record, or None for an empty diary."""
        # One MIN or MAX a query: only then SQLite looks at the index's end and not at every row.
        ends = " UNION ALL ".join(
            f"SELECT (SELECT MIN(day) FROM {table}), (SELECT MAX(day) FROM {table})"  # noqa: S608 - our names
            for table in ("answer", "intake", "note", "moment")
        )
        found = [pair for pair in self._connection.tuples(ends) if pair[0] is not None]
        if not found:
            return None
        lows, highs = zip(*found, strict=True)
        return date.fromisoformat(min(lows)), date.fromisoformat(max(highs))

    def numbers(self, question: str) -> list[tuple[date, float]]:
        """Return (day, number) for every day on which a question was answered with a number."""
        sql = (
            "SELECT day, number FROM answer WHERE question = ? AND number IS NOT NULL ORDER BY day"
        )
        return _dated(self._connection.tuples(sql, question))

    def newest(self, question: str, before: date, count: int) -> list[float]:
        """Return the ``count`` newest numbers that answer a question before a day."""
        sql = """
            SELECT number FROM answer WHERE question = ? AND day < ? AND number IS NOT NULL
            ORDER BY day DESC LIMIT ?
            """
        found = self._connection.tuples(sql, question, before.isoformat(), count)
        return [number for (number,) in found]

    def element_mg(self, element: str) -> list[tuple[date, float]]:
        """Return (day, elemental mg) summed over products; an explicit none is 0."""
        sql = f"""
            SELECT day, {_total("intake.elemental_mg")}
            FROM intake JOIN item ON item.id = intake.item_id
            WHERE item.element = ? GROUP BY day ORDER BY day
            """  # noqa: S608 - our own words
        return _dated(self._connection.tuples(sql, element))

    def amounts(self, item_id: int) -> list[tuple[date, float]]:
        """Return (day, amount) of one item; an explicit none is 0."""
        sql = f"""
            SELECT day, {_total("amount")} FROM intake
            WHERE item_id = ? GROUP BY day ORDER BY day
            """  # noqa: S608 - our own words
        return _dated(self._connection.tuples(sql, item_id))

    def keep_answer(self, writer: Writer, day: date, answer: Answer) -> None:
        """Write one answer, in place of any earlier one."""
        writer.put("answer", answer_row(day, answer))

    def clear_answer(self, writer: Writer, day: date, question: str) -> None:
        """Make a question not recorded."""
        writer.remove("answer", (day, question))

    def keep_intake(self, writer: Writer, intake: Intake) -> int:
        """Write one intake (a new one where its id is 0); return its id."""
        return int(writer.put("intake", intake_row(intake)))

    def remove_intake(self, writer: Writer, intake_id: int) -> None:
        """Make an intake not recorded."""
        writer.remove("intake", (intake_id,))

    def intakes_of(self, item_id: int) -> list[Intake]:
        """Return every recorded dose of an item, by day."""
        sql = "SELECT * FROM intake WHERE item_id = ? ORDER BY day, id"
        return [intake_of(row) for row in self._connection.rows(sql, item_id)]

    def keep_note(self, writer: Writer, day: date, note: Note) -> None:
        """Write the note of a day; an empty text removes it."""
        found = self._connection.value("SELECT id FROM note WHERE day = ?", day.isoformat())
        if not note.text:
            if found is not None:
                writer.remove("note", (found,))
            return
        row = {
            "day": day,
            "text": note.text,
            "for_doctor": int(note.for_doctor),
            **entered_columns(note.entered),
        }
        writer.put("note", row if found is None else {"id": found, **row})

    def add_all(
        self, writer: Writer, answers: Iterable[tuple[date, Answer]], intakes: Sequence[Intake]
    ) -> None:
        """Write many answers and intakes that are known to be new."""
        writer.add_all("answer", [answer_row(day, answer) for day, answer in answers])
        first_id = writer.next_id("intake")
        rows = [{"id": first_id + n, **intake_row(intake)} for n, intake in enumerate(intakes)]
        writer.add_all("intake", rows)


def _total(column: str) -> str:
    return f"SUM(CASE WHEN status = 'skipped' THEN 0.0 ELSE {column} END)"


def _dated(pairs: list[tuple[str, float | None]]) -> list[tuple[date, float]]:
    return [(date.fromisoformat(day), number) for day, number in pairs if number is not None]
