"""What was recorded day by day: answers, intakes and notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from peewee import Case, fn

from rlsdiary.domain.doses import Intake, Status
from rlsdiary.domain.questions import Answer
from rlsdiary.domain.record import DayRecord, Note
from rlsdiary.store.columns import (
    answer_of,
    answer_row,
    entered_columns,
    intake_of,
    intake_row,
    note_of,
)
from rlsdiary.store.driver import speaks_plainly
from rlsdiary.store.ledger import Writer
from rlsdiary.store.tables import AnswerRow, IntakeRow, ItemRow, NoteRow

_NOTHING_TAKEN = Status.SKIPPED.value


@speaks_plainly
class Days:
    """Reads and writes days. Three queries read any stretch of days, however long."""

    def record(self, day: date) -> DayRecord:
        """Return everything recorded for ``day``."""
        return self.between(day, day).get(day) or DayRecord(day)

    def between(self, first: date, last: date) -> dict[date, DayRecord]:
        """Return the records from ``first`` to ``last``, only days that have one."""
        answers: dict[date, dict[str, Answer]] = defaultdict(dict)
        for row in AnswerRow.select().where(AnswerRow.day.between(first, last)).dicts():
            answers[row["day"]][row["question"]] = answer_of(row)
        intakes: dict[date, list[Intake]] = defaultdict(list)
        stretch = IntakeRow.day.between(first, last)
        for row in IntakeRow.select().where(stretch).order_by(IntakeRow.id).dicts():
            intakes[row["day"]].append(intake_of(row))
        notes = {
            row["day"]: note_of(row)
            for row in NoteRow.select().where(NoteRow.day.between(first, last)).dicts()
        }
        return {
            day: DayRecord(day, answers.get(day, {}), tuple(intakes.get(day, ())), notes.get(day))
            for day in sorted(answers.keys() | intakes.keys() | notes.keys())
        }

    def span(self) -> tuple[date, date] | None:
        """Return the first and last day with any record, or None for an empty diary."""
        days = [
            table.select(fn.MIN(table.day), fn.MAX(table.day)).scalar(as_tuple=True)
            for table in (AnswerRow, IntakeRow, NoteRow)
        ]
        lows, highs = ([pair[i] for pair in days if pair[i]] for i in (0, 1))
        return (_day(min(lows)), _day(max(highs))) if lows else None

    def numbers(self, question: str) -> list[tuple[date, float]]:
        """Return (day, number) for every day on which a question was answered with a number."""
        rows = (
            AnswerRow.select(AnswerRow.day, AnswerRow.number)
            .where(AnswerRow.question == question, AnswerRow.number.is_null(False))
            .order_by(AnswerRow.day)
        )
        return list(rows.tuples())

    def element_mg(self, element: str) -> list[tuple[date, float]]:
        """Return (day, elemental mg) summed over products; an explicit none is 0."""
        amount = fn.SUM(_unless_skipped(IntakeRow.elemental_mg))
        rows = (
            IntakeRow.select(IntakeRow.day, amount)
            .join(ItemRow, on=(ItemRow.id == IntakeRow.item_id))
            .where(ItemRow.element == element)
            .group_by(IntakeRow.day)
            .order_by(IntakeRow.day)
        )
        return [(_day(day), total) for day, total in rows.tuples() if total is not None]

    def amounts(self, item_id: int) -> list[tuple[date, float]]:
        """Return (day, amount) of one item; an explicit none is 0."""
        amount = fn.SUM(_unless_skipped(IntakeRow.amount))
        rows = (
            IntakeRow.select(IntakeRow.day, amount)
            .where(IntakeRow.item_id == item_id)
            .group_by(IntakeRow.day)
            .order_by(IntakeRow.day)
        )
        return [(_day(day), total) for day, total in rows.tuples() if total is not None]

    def keep_answer(self, writer: Writer, day: date, answer: Answer) -> None:
        """Write one answer, in place of any earlier one."""
        writer.put(AnswerRow, answer_row(day, answer))

    def clear_answer(self, writer: Writer, day: date, question: str) -> None:
        """Make a question not recorded."""
        writer.remove(AnswerRow, (day, question))

    def keep_intake(self, writer: Writer, intake: Intake) -> int:
        """Write one intake (a new one where its id is 0); return its id."""
        return int(writer.put(IntakeRow, intake_row(intake)))

    def remove_intake(self, writer: Writer, intake_id: int) -> None:
        """Make an intake not recorded."""
        writer.remove(IntakeRow, (intake_id,))

    def keep_note(self, writer: Writer, day: date, note: Note) -> None:
        """Write the note of a day; an empty text removes it."""
        found = NoteRow.select(NoteRow.id).where(NoteRow.day == day).scalar()
        if not note.text:
            if found is not None:
                writer.remove(NoteRow, (found,))
            return
        row = {
            "day": day,
            "text": note.text,
            "for_doctor": int(note.for_doctor),
            **entered_columns(note.entered),
        }
        writer.put(NoteRow, row if found is None else {"id": found, **row})

    def add_all(
        self, writer: Writer, answers: Iterable[tuple[date, Answer]], intakes: Sequence[Intake]
    ) -> None:
        """Write many answers and intakes that are known to be new."""
        writer.add_all(AnswerRow, [answer_row(day, answer) for day, answer in answers])
        first_id = writer.next_id(IntakeRow)
        rows = [{"id": first_id + n, **intake_row(intake)} for n, intake in enumerate(intakes)]
        writer.add_all(IntakeRow, rows)


def _unless_skipped(column: object) -> object:
    return Case(None, [(IntakeRow.status == _NOTHING_TAKEN, 0.0)], column)


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
