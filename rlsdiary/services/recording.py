"""Recording a day: answers, doses and the note, one transaction and one Change each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.asking import questions_with
from rlsdiary.domain.catalogue import QUESTIONS, is_of_night
from rlsdiary.domain.change import Change
from rlsdiary.domain.day import Entered, check_day_known
from rlsdiary.domain.doses import Intake, Item, Plan, Rhythm, Status, check_amount
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.questions import Question, Value
from rlsdiary.domain.record import Note
from rlsdiary.services.reading import MEANT
from rlsdiary.services.treating import checked_item, checked_text
from rlsdiary.store import Store
from rlsdiary.words import ntr, tr

if TYPE_CHECKING:
    from rlsdiary.store.ledger import Writer

Clock = Callable[[], datetime]
LONGEST_NOTE = 100_000


class Recording:
    """What a person can write down about a day. Days that have not come yet are refused."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """``clock`` returns the present moment with its time zone."""
        self._store = store
        self._clock = clock

    def today(self) -> date:
        """Return the diary day of this moment."""
        return self._store.rule().day_of(self._clock())

    def answer(
        self, day: date, question: str, value: Value | None, at: int | None = None
    ) -> Change:
        """Keep an answer, or make it not recorded with None. BadValue where it does not fit.

        ``at`` is when it happened, in minutes from the day's midnight, where that was told.
        """
        asked = self._question(question)
        with self._writing(day) as writer:
            self._put_answer(writer, day, asked, value, at)
        label = tr(asked.label)
        words = tr("{label} cleared") if value is None else tr("{label} answered")
        change = _change(writer, words.format(label=label), "answers", day)
        return replace(change, question=question)

    def stand_by(self, day: date, question: str, value: int) -> Change:
        """Remember that an odd value is meant as it is, and is not to be asked about again."""
        told = self._store.setting(MEANT)
        known = told if isinstance(told, dict) else {}
        of_day = known.get(day.isoformat())
        mine = {**(of_day if isinstance(of_day, dict) else {}), question: value}
        with self._writing(day) as writer:
            self._store.keep_setting(writer, MEANT, {**known, day.isoformat(): mine})
        return _change(writer, tr("Kept as it was typed"), "answers", day)

    def none_of(self, day: date, keys: Iterable[str]) -> Change:
        """Record an explicit none of several habits and triggers that are not recorded."""
        asked = [self._question(key) for key in keys]
        known = self._store.days.record(day).answers
        with self._writing(day) as writer:
            for question in asked:
                if question.key not in known:
                    self._put_answer(writer, day, question, 0)
        return _change(writer, tr("None of the others"), "answers", day)

    def note(self, day: date, text: str) -> Change:
        """Keep the note of a day; an empty text removes it."""
        with self._writing(day) as writer:
            old = self._store.days.record(day).note
            for_doctor = old.for_doctor if old else False
            self._put_note(writer, day, text, for_doctor)
        return _change(
            writer, tr("Note written") if text.strip() else tr("Note removed"), "notes", day
        )

    def as_usual(self, day: date) -> Change:
        """Record every dose that the plan asks for on ``day`` and that is not yet recorded."""
        with self._writing(day) as writer:
            done = {(each.plan_id, each.slot) for each in self._store.days.record(day).intakes}
            items = self._store.treatment.items()
            for plan in self._store.treatment.plans_on(day):
                slots = range(len(plan.minutes)) if plan.asks_on(day) else ()
                for slot in slots:
                    if (plan.id, slot) not in done:
                        item = items[plan.item_id]
                        intake = self._planned(plan, item, day, Status.TAKEN, slot)
                        self._store.days.keep_intake(writer, intake)
        count = len(writer.rows)
        return _change(
            writer,
            ntr("{n} dose recorded as usual", "{n} doses recorded as usual", count),
            "intakes",
            day,
        )

    def planned(self, day: date, plan_id: int, status: Status | None, slot: int = 0) -> Change:
        """Record one planned dose as taken or skipped; None makes it not recorded.

        ``slot`` says which of the plan's doses of that day it is. A dose as needed is one more
        each time, at the present time where ``day`` is today.
        """
        plan = next(plan for plan in self._store.treatment.plans_on(day) if plan.id == plan_id)
        item = self._store.treatment.items()[plan.item_id]
        with self._writing(day) as writer:
            is_needed = plan.rhythm is Rhythm.AS_NEEDED and status is not None
            found = [] if is_needed else self._recorded(day, plan_id, slot)
            for old in found if status is None else found[1:]:
                self._store.days.remove_intake(writer, old.id)
            if status is not None:
                intake = self._planned(plan, item, day, status, slot)
                self._store.days.keep_intake(
                    writer, replace(intake, id=found[0].id) if found else intake
                )
        return _change(writer, _dose_words(item, status), "intakes", day)

    def planned_otherwise(
        self, day: date, plan_id: int, amount: float, minute: int | None, slot: int = 0
    ) -> Change:
        """Record one planned dose as taken, with another amount or time than planned.

        In place of what was recorded for it that day.
        """
        plan = next(plan for plan in self._store.treatment.plans_on(day) if plan.id == plan_id)
        item = self._store.treatment.items()[plan.item_id]
        status = Status.NEEDED if plan.rhythm is Rhythm.AS_NEEDED else Status.TAKEN
        intake = self._intake(item, day, status, amount, minute)
        with self._writing(day) as writer:
            is_needed = plan.rhythm is Rhythm.AS_NEEDED
            found = [] if is_needed else self._recorded(day, plan_id, slot)
            for old in found[1:]:
                self._store.days.remove_intake(writer, old.id)
            number = found[0].id if found else 0
            kept = replace(intake, plan_id=plan.id, slot=slot, id=number)
            self._store.days.keep_intake(writer, kept)
        return _change(writer, _dose_words(item, status), "intakes", day)

    def extra(self, day: date, item: Item, amount: float, minute: int | None = None) -> Change:
        """Record a dose beside the plan; an item that is not known yet is made."""
        with self._writing(day) as writer:
            taken = self._item(writer, item)
            intake = self._intake(taken, day, Status.EXTRA, amount, minute)
            self._store.days.keep_intake(writer, intake)
        change = _change(writer, _dose_words(taken, Status.EXTRA), "intakes", day)
        return replace(change, kinds=frozenset({"intakes", "items"}))

    def change_status(self, intake: Intake, status: Status) -> Change:
        """Correct whether a recorded dose was taken, skipped, extra or as needed."""
        item = self._store.treatment.items()[intake.item_id]
        corrected = replace(intake, status=status, entered=Entered.at(self._clock()))
        with self._writing(intake.day) as writer:
            self._store.days.keep_intake(writer, corrected)
        return _change(writer, _dose_words(item, status), "intakes", intake.day)

    def change_intake(self, intake: Intake, amount: float | None, minute: int | None) -> Change:
        """Correct amount and time of a recorded dose, also years later."""
        item = self._store.treatment.items()[intake.item_id]
        if amount is not None:
            check_amount(amount)
        corrected = replace(
            intake,
            amount=amount,
            minute=minute,
            elemental_mg=item.elemental(amount),
            entered=Entered.at(self._clock()),
        )
        with self._writing(intake.day) as writer:
            self._store.days.keep_intake(writer, corrected)
        return _change(writer, tr("{name} corrected").format(name=item.name), "intakes", intake.day)

    def circumstances(
        self, intake: Intake, with_food: bool | None, with_vitamin_c: bool | None
    ) -> Change:
        """Say whether a dose was taken with food and with vitamin C; None is not said."""
        item = self._store.treatment.items()[intake.item_id]
        told = replace(intake, with_food=with_food, with_vitamin_c=with_vitamin_c)
        with self._writing(intake.day) as writer:
            self._store.days.keep_intake(writer, told)
        return _change(writer, tr("{name} corrected").format(name=item.name), "intakes", intake.day)

    def remove_intake(self, intake: Intake) -> Change:
        """Make a recorded dose not recorded."""
        item = self._store.treatment.items()[intake.item_id]
        with self._writing(intake.day) as writer:
            self._store.days.remove_intake(writer, intake.id)
        return _change(writer, _dose_words(item, None), "intakes", intake.day)

    def log(
        self,
        day: date,
        answers: Mapping[str, Value],
        takes: Iterable[tuple[Item, float]] = (),
        note: str | None = None,
    ) -> Change:
        """Keep a whole evening at once, or nothing of it. Items that are not known are made.

        Answers about a night go to ``night_told_on(day)``.
        """
        night = self.night_told_on(day)
        with self._writing(day) as writer:
            for question, value in answers.items():
                of = night if is_of_night(question) else day
                self._put_answer(writer, of, self._question(question), value)
            for item, amount in takes:
                status = Status.TAKEN if amount else Status.SKIPPED
                intake = self._intake(self._item(writer, item), day, status, amount, None)
                self._store.days.keep_intake(writer, intake)
            if note is not None:
                self._put_note(writer, day, note, for_doctor=False)
        kinds = frozenset({"answers", "intakes", "items", "notes"})
        days = frozenset({day, night} if any(map(is_of_night, answers)) else {day})
        return Change(tr("Evening kept"), kinds, days, tuple(writer.rows))

    def night_told_on(self, day: date) -> date:
        """Return the diary day whose night is meant by what is told together with ``day``.

        A day in the past has its own night. Tonight is not over: with today, last night is meant.
        """
        return day if day < self.today() else day - timedelta(days=1)

    def undo(self, change: Change) -> Change:
        """Take a change back whole; the Change returned would do it again.

        DiaryError, and nothing is taken back, where one of its rows was changed again since.
        """
        rows = self._store.ledger.take_back(change.rows)
        return replace(change, rows=rows)

    def _writing(self, day: date) -> AbstractContextManager[Writer]:
        check_day_known(day, self.today())
        return self._store.ledger.writing()

    def _question(self, key: str) -> Question:
        if key in QUESTIONS:
            return QUESTIONS[key]
        found = questions_with(self._store.treatment.items().values()).get(key)
        if found is None:
            raise BadValue(tr("There is no question named {key}.").format(key=key))
        return found

    def _put_answer(
        self,
        writer: Writer,
        day: date,
        question: Question,
        value: Value | None,
        at: int | None = None,
    ) -> None:
        if value is None:
            self._store.days.clear_answer(writer, day, question.key)
            return
        checked = question.check(value)
        old = self._store.days.record(day).answers.get(question.key)
        if old is None or (old.value, old.at) != (checked, at):
            answer = Answer(question.key, checked, Entered.at(self._clock()), at)
            self._store.days.keep_answer(writer, day, answer)

    def _put_note(self, writer: Writer, day: date, text: str, for_doctor: bool) -> None:
        tidy = checked_text(text.replace("\r\n", "\n").replace("\x00", ""))
        if len(tidy) > LONGEST_NOTE:
            raise BadValue(
                tr("A note has room for {n} letters; this one has {m}.").format(
                    n=LONGEST_NOTE, m=len(tidy)
                )
            )
        old = self._store.days.record(day).note
        if old is None or old.text != tidy:
            note = Note(tidy if tidy.strip() else "", Entered.at(self._clock()), for_doctor)
            self._store.days.keep_note(writer, day, note)

    def _recorded(self, day: date, plan_id: int, slot: int) -> list[Intake]:
        intakes = self._store.days.record(day).intakes
        return [i for i in intakes if (i.plan_id, i.slot) == (plan_id, slot)]

    def _item(self, writer: Writer, wanted: Item) -> Item:
        """Return the diary's item of that name and unit, made where there is none."""
        name, unit = " ".join(wanted.name.split()), " ".join(wanted.unit.split())
        known = self._store.treatment.find_item(name, unit)
        if known is not None:
            return known
        tidy = checked_item(wanted)
        return replace(tidy, id=self._store.treatment.keep_item(writer, tidy))

    def _planned(self, plan: Plan, item: Item, day: date, status: Status, slot: int) -> Intake:
        minute = plan.minutes[slot] if slot < len(plan.minutes) else None
        if plan.rhythm is Rhythm.AS_NEEDED:
            status = Status.NEEDED if status is Status.TAKEN else status
            minute = self._minute_now(day) if minute is None else minute
        intake = self._intake(item, day, status, plan.amount, minute)
        return replace(intake, plan_id=plan.id, slot=slot)

    def _minute_now(self, day: date) -> int | None:
        """Return the present time of ``day`` in minutes from its midnight, None on another day."""
        moment, rule = self._clock(), self._store.rule()
        if rule.day_of(moment) != day:
            return None
        return rule.minute_of(moment.time())

    def _intake(
        self, item: Item, day: date, status: Status, amount: float, minute: int | None
    ) -> Intake:
        return Intake(
            item_id=item.id,
            day=day,
            status=status,
            amount=check_amount(amount),
            entered=Entered.at(self._clock()),
            elemental_mg=item.elemental(amount),
            minute=minute,
        )


def _change(writer: Writer, words: str, kind: str, day: date) -> Change:
    return Change(words, frozenset({kind}), frozenset({day}), tuple(writer.rows))


def _dose_words(item: Item, status: Status | None) -> str:
    match status:
        case None:
            words = tr("{name} cleared")
        case Status.SKIPPED:
            words = tr("{name} skipped")
        case _:
            words = tr("{name} taken")
    return words.format(name=item.name)
