"""The Today screen's presenter: a day to a state, wishes to acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, QTime

from rlsdiary.app.acts import Acts
from rlsdiary.app.bus import Bus
from rlsdiary.domain.answers import Answer
from rlsdiary.domain.catalogue import QUESTIONS, is_of_night
from rlsdiary.domain.change import Change
from rlsdiary.domain.day import Entered, clock_text, parse_clock
from rlsdiary.domain.doses import (
    ELEMENTS,
    Intake,
    Item,
    ItemKind,
    Rhythm,
    Status,
    amount_text,
    generic_item,
    parse_amount,
)
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.questions import ONSET_NONE, ONSET_WAKING, Kind, Value
from rlsdiary.services.reading import DayPage, DoseLine, Reading
from rlsdiary.services.recording import Recording
from rlsdiary.services.treating import checked_item
from rlsdiary.ui.today.state import DoseState, TodayState
from rlsdiary.ui.today.view import TodayView
from rlsdiary.words import ntr, tr

_TOUCHING = ("answers", "intakes", "notes", "items", "plans", "moments", "settings")


class TodayPresenter(QObject):
    """Shows one diary day and keeps what is wished for it."""

    def __init__(
        self,
        view: TodayView,
        reading: Reading,
        recording: Recording,
        acts: Acts,
        bus: Bus,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._reading = reading
        self._recording = recording
        self._acts = acts
        self._clock = clock
        self._today = recording.today()
        self._day = self._today
        self._page = reading.day_page(self._day)
        view.answer_requested.connect(self._answer)
        view.dose_status_requested.connect(self._dose_status)
        view.dose_amended.connect(self._dose_amended)
        view.extra_requested.connect(self._extra)
        view.as_usual_requested.connect(self._as_usual)
        view.note_requested.connect(self._note)
        view.day_requested.connect(self.show_day)
        bus.changed.connect(self._was_changed)
        acts.failed.connect(self.refresh)
        self._show()

    @property
    def day(self) -> date:
        """The diary day that is shown."""
        return self._day

    def show_day(self, day: date) -> None:
        """Show another day, once what is being written for this one is kept."""
        self._view.flush()
        if self._view.has_unkept:
            return  # its words could not be kept: they stay on the screen, and the reason too
        self._today = self._recording.today()
        other = self._day != min(day, self._today)
        self._day = min(day, self._today)
        self.refresh()
        if other:
            self._view.begin()

    def shows(self, day: date) -> bool:
        """Return whether the screen shows what was recorded for ``day``, its night included."""
        return day in (self._day, self._day - timedelta(days=1))

    def refresh(self) -> None:
        """Read the shown day afresh and show it."""
        self._page = self._reading.day_page(self._day)
        self._show()

    def new_moment(self) -> None:
        """Look at the clock: a new diary day may have begun. The shown day stays."""
        today = self._recording.today()
        if today != self._today:
            self._today = today
            self._show()

    # --- wishes

    def _answer(self, question: str, value: object) -> None:
        day = self._day_of(question)
        kept = None if value is None else self._as_stored(question, value)
        self._acts.do(lambda: self._recording.answer(day, question, kept))

    def _dose_status(self, key: str, status: str) -> None:
        line = self._line(key)
        wanted = Status(status) if status else None
        if line.plan is not None and (wanted is None or line.intake is None):
            plan_id = line.plan.id
            self._acts.do(lambda: self._recording.planned(self._day, plan_id, wanted))
        elif line.intake is not None:
            intake = line.intake
            if wanted is None:
                self._acts.do(lambda: self._recording.remove_intake(intake))
            else:
                self._acts.do(lambda: self._recording.change_status(intake, wanted))

    def _dose_amended(self, key: str, amount: str, clock: str) -> None:
        try:
            number = parse_amount(amount) if amount.strip() else None
            minute = self._minute(clock)
            self._acts.do(lambda: self._amend(self._line(key), number, minute), inline=True)
        except BadValue as problem:
            self._view.say_dose_problem(key, problem.message)

    def _amend(self, line: DoseLine, amount: float | None, minute: int | None) -> Change:
        if line.intake is not None:
            return self._recording.change_intake(line.intake, amount, minute)
        if line.plan is None or amount is None:
            raise BadValue(tr("Write how much it was, such as 25."))
        return self._recording.planned_otherwise(self._day, line.plan.id, amount, minute)

    def _extra(self, name: str, amount: str, unit: str) -> None:
        try:
            number = parse_amount(amount)
            item = _item_named(name, unit)
            act = self._acts.do(lambda: self._recording.extra(self._day, item, number), inline=True)
        except BadValue as problem:
            self._view.say_dose_problem("", problem.message)
            return
        if act is not None:
            self._view.close_extra()

    def _as_usual(self) -> None:
        self._acts.do(lambda: self._recording.as_usual(self._day))

    def _note(self, text: str) -> None:
        self._acts.do(lambda: self._recording.note(self._day, text))

    def _was_changed(self, change: Change) -> None:
        if change.touches(*_TOUCHING):
            self.refresh()

    # --- the state

    def _show(self) -> None:
        self._view.show_state(self._state(self._page))

    def _state(self, page: DayPage) -> TodayState:
        answers = {key: a for key, a in page.night.answers.items() if is_of_night(key)}
        answers |= {key: a for key, a in page.record.answers.items() if not is_of_night(key)}
        note = page.record.note
        late = {key: self._late_words(a.entered) for key, a in answers.items()}
        return TodayState(
            day=page.day,
            today=self._today,
            night_title=self._night_title(page.day),
            night_words=_night_words(page.day),
            day_words=_day_words(page.day, self._today),
            values={key: _as_shown(answer) for key, answer in answers.items()},
            late={key: words for key, words in late.items() if words},
            doses=tuple(self._dose_state(line) for line in page.doses),
            waits_for_as_usual=page.waits_for_as_usual,
            has_plan=any(line.plan is not None for line in page.doses) or self._reading.has_plan(),
            known_items=tuple((i.name, i.unit) for i in self._reading.taken_items()),
            note=note.text if note else "",
            note_late=self._late_words(note.entered) if note else "",
            kept_words=self._kept_words(page, answers),
            is_first_day=self._is_first_day(),
            moments_words=self._moments_words(page.day),
        )

    def _dose_state(self, line: DoseLine) -> DoseState:
        item, plan, intake = line.item, line.plan, line.intake
        amount = intake.amount if intake else plan.amount if plan else None
        minute = intake.minute if intake else plan.minutes[0] if plan else None
        return DoseState(
            key=_key(line),
            name=item.name,
            amount=amount_text(amount),
            unit=item.unit,
            clock="" if minute is None else clock_text(minute),
            detail=self._detail(item, amount, intake),
            status=intake.status.value if intake else "",
            planned=plan is not None,
            as_needed=plan is not None and plan.rhythm is Rhythm.AS_NEEDED,
        )

    def _detail(self, item: Item, amount: float | None, intake: Intake | None) -> str:
        mg = intake.elemental_mg if intake else item.elemental(amount)
        parts = []
        if item.element and mg is not None and item.elemental_mg != 1:
            words = {"iron": tr("iron"), "zinc": tr("zinc"), "magnesium": tr("magnesium")}
            parts.append(f"{amount_text(mg)} mg {words[item.element]}")
        if intake and intake.status is Status.EXTRA:
            parts.append(tr("beside the plan"))
        late = self._late_words(intake.entered) if intake else ""
        return " · ".join(part for part in (*parts, late) if part)

    def _late_words(self, entered: Entered) -> str:
        days = entered.days_late(self._day, self._page.rule)
        return ntr("entered {n} day later", "entered {n} days later", days) if days else ""

    def _kept_words(self, page: DayPage, answers: dict[str, Answer]) -> str:
        moments = [a.entered.wall for a in answers.values()]
        moments += [i.entered.wall for i in page.record.intakes]
        moments += [page.record.note.entered.wall] if page.record.note else []
        if not moments:
            return ""
        newest = max(moments)
        when = QTime(newest.hour, newest.minute)
        words = _short_time(newest)
        if newest.date() != self._clock().date():
            stamp = QDateTime(_qdate(newest.date()), when)
            words = QLocale().toString(stamp, QLocale.FormatType.ShortFormat)
        return tr("kept {when}").format(when=words)

    def _night_title(self, day: date) -> str:
        """Say "last night" only where nobody can take it for another one.

        After midnight the night that has begun is another, and a past evening had its own.
        """
        is_last = day == self._today == self._clock().date()
        return tr("Last night") if is_last else tr("The night before")

    def _moments_words(self, day: date) -> str:
        """Tell what was pressed on Legs now: “Legs now: 23:40 7 · 23:55 better”."""
        moments = self._reading.moments(day)
        presses = (f"{_short_time(m.entered.wall)} {m.in_words()}" for m in moments)
        return tr("Legs now: {presses}").format(presses=" · ".join(presses)) if moments else ""

    def _is_first_day(self) -> bool:
        """Return whether all that is recorded is of today and the night before.

        The greeting stays that long, so that nothing jumps under the first answer.
        """
        span = self._reading.span()
        return span is None or span[0] >= self._today - timedelta(days=1)

    # --- small things

    def _day_of(self, question: str) -> date:
        return self._day - timedelta(days=1) if is_of_night(question) else self._day

    def _as_stored(self, question: str, value: object) -> Value:
        assert isinstance(value, int | float | str)  # noqa: S101 - what rows give
        if QUESTIONS[question].kind is Kind.ONSET and value not in (ONSET_NONE, ONSET_WAKING):
            return self._page.rule.minute_of(parse_clock(str(value)))
        return value

    def _minute(self, clock: str) -> int | None:
        return self._page.rule.minute_of(parse_clock(clock)) if clock.strip() else None

    def _line(self, key: str) -> DoseLine:
        return next(line for line in self._page.doses if _key(line) == key)


def _key(line: DoseLine) -> str:
    """Name a line of doses; a planned dose keeps its name when it is recorded."""
    if line.plan is not None and line.plan.rhythm is not Rhythm.AS_NEEDED:
        return f"plan:{line.plan.id}"
    if line.intake is not None:
        return f"intake:{line.intake.id}"
    assert line.plan is not None  # noqa: S101 - a line has one or both
    return f"plan:{line.plan.id}"


def _as_shown(answer: Answer) -> object:
    is_clock = (
        QUESTIONS[answer.question].kind is Kind.ONSET if answer.question in QUESTIONS else False
    )
    if is_clock and isinstance(answer.value, int):
        return clock_text(answer.value)
    return answer.value


def _item_named(name: str, unit: str) -> Item:
    plain = name.strip().casefold()
    if plain in ELEMENTS and unit.strip().casefold() == "mg":
        return generic_item(plain)
    return checked_item(Item(name, ItemKind.SUPPLEMENT, unit))


def _short_time(wall: datetime) -> str:
    return QLocale().toString(QTime(wall.hour, wall.minute), QLocale.FormatType.ShortFormat)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _night_words(day: date) -> str:
    before = _qdate(day).addDays(-1)
    locale = QLocale()
    return tr("{first} → {last}").format(
        first=locale.toString(before, "ddd d"), last=locale.toString(_qdate(day), "ddd d MMM")
    )


def _day_words(day: date, today: date) -> str:
    if day == today:
        return tr("Today")
    return QLocale().toString(_qdate(day), "dddd")
