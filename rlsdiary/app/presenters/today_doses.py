"""The doses on the Today screen: the lines of a day to states, wishes about them to acts."""

from __future__ import annotations

from PySide6.QtCore import QObject

from rlsdiary.app.acts import Acts
from rlsdiary.app.presenters.today_words import late_words
from rlsdiary.domain.change import Change
from rlsdiary.domain.day import clock_text, parse_clock
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
from rlsdiary.services.reading import DayPage, DoseLine
from rlsdiary.services.recording import Recording
from rlsdiary.services.treating import checked_item
from rlsdiary.ui.today.state import DoseState
from rlsdiary.ui.today.view import TodayView
from rlsdiary.words import tr


class TodayDoses(QObject):
    """Keeps what is wished for the doses of the day that was shown last."""

    def __init__(
        self, view: TodayView, page: DayPage, recording: Recording, acts: Acts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._page = page
        self._recording = recording
        self._acts = acts
        view.dose_status_requested.connect(self._dose_status)
        view.dose_amended.connect(self._dose_amended)
        view.dose_told.connect(self._tell)
        view.extra_requested.connect(self._extra)
        view.as_usual_requested.connect(self._as_usual)

    def states(self, page: DayPage) -> tuple[DoseState, ...]:
        """Return the lines of ``page``; wishes are about them from now on."""
        self._page = page
        return tuple(self._dose_state(line) for line in page.doses)

    # --- wishes

    def _dose_status(self, key: str, status: str) -> None:
        day, line = self._page.day, self._line(key)
        wanted = Status(status) if status else None
        if line.plan is not None and (wanted is None or line.intake is None):
            plan_id, slot = line.plan.id, line.slot
            self._acts.do(lambda: self._recording.planned(day, plan_id, wanted, slot))
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
        return self._recording.planned_otherwise(
            self._page.day, line.plan.id, amount, minute, line.slot
        )

    def _tell(self, key: str, what: str, told: str) -> None:
        """Keep whether a dose was taken with food, or with vitamin C."""
        intake = self._line(key).intake
        if intake is None:
            return
        value = {"yes": True, "no": False}.get(told)
        food = value if what == "food" else intake.with_food
        vitamin_c = value if what == "vitamin-c" else intake.with_vitamin_c
        self._acts.do(lambda: self._recording.circumstances(intake, food, vitamin_c))

    def _extra(self, name: str, amount: str, unit: str, clock: str) -> None:
        day = self._page.day
        try:
            number = parse_amount(amount)
            minute = self._minute(clock)
            item = _item_named(name, unit)
            act = self._acts.do(
                lambda: self._recording.extra(day, item, number, minute), inline=True
            )
        except BadValue as problem:
            self._view.say_dose_problem("", problem.message)
            return
        if act is not None:
            self._view.close_extra()

    def _as_usual(self) -> None:
        day = self._page.day
        self._acts.do(lambda: self._recording.as_usual(day))

    # --- the state

    def _dose_state(self, line: DoseLine) -> DoseState:
        item, plan, intake = line.item, line.plan, line.intake
        amount = intake.amount if intake else plan.amount if plan else None
        minute = line.minute
        return DoseState(
            key=_key(line),
            name=item.full_name,
            amount=amount_text(amount),
            unit=item.unit,
            clock="" if minute is None else clock_text(minute),
            detail=self._detail(item, amount, intake),
            status=intake.status.value if intake else "",
            planned=plan is not None,
            as_needed=plan is not None and plan.rhythm is Rhythm.AS_NEEDED,
            told=_told(item, intake),
        )

    def _detail(self, item: Item, amount: float | None, intake: Intake | None) -> str:
        mg = intake.elemental_mg if intake else item.elemental(amount)
        parts = []
        if item.element and mg is not None and item.elemental_mg != 1:
            words = {"iron": tr("iron"), "zinc": tr("zinc"), "magnesium": tr("magnesium")}
            parts.append(f"{amount_text(mg)} mg {words[item.element]}")
        if intake and intake.status is Status.EXTRA:
            parts.append(tr("beside the plan"))
        late = late_words(intake.entered, self._page.day, self._page.rule) if intake else ""
        return " · ".join(part for part in (*parts, late) if part)

    # --- small things

    def _minute(self, clock: str) -> int | None:
        return self._page.rule.minute_of(parse_clock(clock)) if clock.strip() else None

    def _line(self, key: str) -> DoseLine:
        return next(line for line in self._page.doses if _key(line) == key)


def _key(line: DoseLine) -> str:
    """Name a line of doses; a planned dose keeps its name when it is recorded."""
    if line.plan is not None and line.plan.rhythm is not Rhythm.AS_NEEDED:
        return f"plan:{line.plan.id}:{line.slot}"
    if line.intake is not None:
        return f"intake:{line.intake.id}"
    assert line.plan is not None  # noqa: S101 - a line has one or both
    return f"plan:{line.plan.id}"


def _told(item: Item, intake: Intake | None) -> tuple[tuple[str, str], ...]:
    """Return what may be told of a dose of iron that was taken, nothing of any other."""
    if item.element != "iron" or intake is None or intake.status is Status.SKIPPED:
        return ()
    words = {True: "yes", False: "no", None: ""}
    return ("food", words[intake.with_food]), ("vitamin-c", words[intake.with_vitamin_c])


def _item_named(name: str, unit: str) -> Item:
    plain = name.strip().casefold()
    if plain in ELEMENTS and unit.strip().casefold() == "mg":
        return generic_item(plain)
    return checked_item(Item(name, ItemKind.SUPPLEMENT, unit))
