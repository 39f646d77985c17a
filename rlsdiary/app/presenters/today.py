"""The Today screen's presenter: a day to a state, wishes to acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject

from rlsdiary.app.acts import Acts
from rlsdiary.app.bus import Bus
from rlsdiary.app.preferences import Preferences
from rlsdiary.app.presenters.today_chips import chip_states
from rlsdiary.app.presenters.today_doses import TodayDoses
from rlsdiary.app.presenters.today_sleep import TodaySleep
from rlsdiary.app.presenters.today_words import (
    day_words,
    kept_words,
    late_words,
    night_words,
    short_time,
    told_words,
)
from rlsdiary.domain.answers import Answer
from rlsdiary.domain.catalogue import is_of_night
from rlsdiary.domain.change import Change
from rlsdiary.domain.day import Entered, clock_text, parse_clock
from rlsdiary.domain.questions import ONSET_NONE, ONSET_WAKING, Card, Kind, Place, Value
from rlsdiary.domain.sleep import minute_for
from rlsdiary.services.reading import DayPage, Reading
from rlsdiary.services.recording import Recording
from rlsdiary.ui.today.state import TodayState
from rlsdiary.ui.today.view import TodayView
from rlsdiary.words import tr

_FOLD, _OPEN = "more_", "open"  # what is remembered of each card for this window
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
        preferences: Preferences,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._reading = reading
        self._recording = recording
        self._acts = acts
        self._clock = clock
        self._preferences = preferences
        self._today = recording.today()
        self._day = self._today
        self._page = reading.day_page(self._day)
        self._doses = TodayDoses(view, self._page, recording, acts, self)
        self._sleep = TodaySleep(view, reading, recording, acts, self)
        view.answer_requested.connect(self._answer)
        view.timed_answer_requested.connect(self._timed_answer)
        view.none_of_others_requested.connect(self._none_of_others)
        view.fold_requested.connect(self._fold)
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

    def lead_to(self, change: Change) -> None:
        """Show where a change happened, and put the keys on the question that it answered."""
        if len(change.days) != 1:
            return
        (day,) = change.days
        if is_of_night(change.question):
            day += timedelta(days=1)  # a night is told on the day on which it ends
        if self._day not in (day, min(day, self._today)):
            self.show_day(day)
        if self._view.asks(change.question):
            self._view.focus_question(change.question)

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
        self._timed_answer(question, value, "")

    def _timed_answer(self, question: str, value: object, clock: str) -> None:
        day = self._day_of(question)
        kept = None if value is None else self._as_stored(question, value)
        at = self._page.rule.minute_of(parse_clock(clock)) if clock else None
        self._acts.do(lambda: self._recording.answer(day, question, kept, at))

    def _fold(self, card: Card, wished: bool) -> None:
        self._preferences.keep(_FOLD + card.value, _OPEN if wished else "")
        self._show()

    def _none_of_others(self) -> None:
        """Record none of each habit and trigger that is asked and not recorded."""
        chips = chip_states(self._page, Card.HABITS)
        keys = [chip.key for chip in chips if chip.value is None]
        self._acts.do(lambda: self._recording.none_of(self._day, keys))

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
        open_cards = frozenset(c for c in Card if self._preferences.value(_FOLD + c.value) == _OPEN)
        return TodayState(
            day=page.day,
            today=self._today,
            night_title=self._night_title(page.day),
            night_words=night_words(page.day),
            day_words=day_words(page.day, self._today),
            asked=page.asked,
            open_cards=open_cards,
            told={
                card: self._told(page, card, answers)
                for card in (Card.NIGHT, Card.TODAY)
                if card not in open_cards
            },
            values={key: self._as_shown(answer) for key, answer in answers.items()},
            clocks={key: clock_text(a.at) for key, a in answers.items() if a.at is not None},
            sleep=self._sleep.state(page),
            late={key: words for key, words in late.items() if words},
            doses=self._doses.states(page),
            waits_for_as_usual=page.waits_for_as_usual,
            has_plan=any(line.plan is not None for line in page.doses) or self._reading.has_plan(),
            known_items=tuple((i.name, i.unit) for i in self._reading.taken_items()),
            note=note.text if note else "",
            note_late=self._late_words(note.entered) if note else "",
            kept_words=self._kept_words(page, answers),
            is_first_day=self._is_first_day(),
            moments_words=self._moments_words(page.day),
            chips={card: chip_states(page, card) for card in (Card.HABITS, Card.TRIED)},
        )

    def _kept_words(self, page: DayPage, answers: dict[str, Answer]) -> str:
        moments = [a.entered.wall for a in answers.values()]
        moments += [i.entered.wall for i in page.record.intakes]
        moments += [page.record.note.entered.wall] if page.record.note else []
        return kept_words(max(moments), self._clock().date()) if moments else ""

    def _late_words(self, entered: Entered) -> str:
        return late_words(entered, self._page.day, self._page.rule)

    def _night_title(self, day: date) -> str:
        """Say "last night" only where nobody can take it for another one.

        After midnight the night that has begun is another, and a past evening had its own.
        """
        is_last = day == self._today == self._clock().date()
        return tr("Last night") if is_last else tr("The night before")

    def _moments_words(self, day: date) -> str:
        """Tell what was pressed on Legs now: “Legs now: 23:40 7 · 23:55 better”."""
        moments = self._reading.moments(day)
        presses = (f"{short_time(m.entered.wall)} {m.in_words()}" for m in moments)
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

    def _told(self, page: DayPage, card: Card, answers: Mapping[str, Answer]) -> str:
        """Tell what is recorded below a closed "more": "Mood: 6 · Into bed: 23:10"."""
        below = (q for q in page.asked[card] if q.place is not Place.SHOWN and q.key in answers)
        return " · ".join(told_words(q, answers[q.key].value) for q in below)

    def _kind(self, key: str) -> Kind | None:
        asked = (q for questions in self._page.asked.values() for q in questions)
        return next((q.kind for q in asked if q.key == key), None)

    def _as_stored(self, question: str, value: object) -> Value:
        assert isinstance(value, int | float | str)  # noqa: S101 - what rows give
        kind = self._kind(question)
        if kind is Kind.CLOCK:
            return minute_for(self._page.night, question, parse_clock(str(value)))
        if kind is Kind.ONSET and value not in (ONSET_NONE, ONSET_WAKING):
            return self._page.rule.minute_of(parse_clock(str(value)))
        return value

    def _as_shown(self, answer: Answer) -> object:
        is_clock = self._kind(answer.question) in (Kind.CLOCK, Kind.ONSET)
        return (
            clock_text(answer.value) if is_clock and isinstance(answer.value, int) else answer.value
        )
