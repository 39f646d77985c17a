"""The sleep on the Today screen: what follows from the times, and what looks like a slip."""

from __future__ import annotations

from PySide6.QtCore import QObject

from rlsdiary.app.acts import Acts
from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.day import clock_text
from rlsdiary.domain.record import DayRecord
from rlsdiary.domain.sleep import Sleep, recorded_times, sleep_of
from rlsdiary.domain.sleep_doubts import SLEEP, About, Doubt, doubt_about, suggested
from rlsdiary.services.reading import DayPage, Reading
from rlsdiary.services.recording import Recording
from rlsdiary.ui.kit.clock import local_clock
from rlsdiary.ui.today.state import DoubtState, SleepState
from rlsdiary.ui.today.view import TodayView
from rlsdiary.words import tr


class TodaySleep(QObject):
    """Tells of the sleep of the night that was shown last, and asks about odd values once."""

    def __init__(
        self, view: TodayView, reading: Reading, recording: Recording, acts: Acts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._reading = reading
        self._recording = recording
        self._acts = acts
        self._night: DayRecord | None = None
        self._doubt: Doubt | None = None
        view.usual_requested.connect(self._take_usual)
        view.odd_value_kept.connect(self._stand_by)

    def state(self, page: DayPage) -> SleepState:
        """Return what is said of the night of ``page``; wishes are about it from now on."""
        self._night = page.night
        self._doubt = self._found_doubt(page.night)
        if self._doubt is not None:
            return SleepState(doubt=_doubt_state(self._doubt))
        sleep = sleep_of(page.night)
        if sleep.is_negative:
            return SleepState(_negative_words(), is_problem=True)
        return SleepState(_sleep_words(sleep), _definition(sleep))

    def _found_doubt(self, night: DayRecord) -> Doubt | None:
        odd = ("fall_asleep_min", "sleep_min")
        if not recorded_times(night) and not any(key in night.answers for key in odd):
            return None  # nothing to ask about, and nothing to be read for it
        told = self._reading.night_times(night.day)
        return doubt_about(night, told, self._reading.meant(night.day))

    # --- wishes

    def _take_usual(self, question: str) -> None:
        if self._night is not None:
            told = self._reading.night_times(self._night.day)
            self._view.take_usual(question, clock_text(suggested(self._night, question, told)))

    def _stand_by(self, _question: str) -> None:
        night, doubt = self._night, self._doubt
        if night is not None and doubt is not None:
            self._acts.do(lambda: self._recording.stand_by(night.day, doubt.question, doubt.value))


def duration_words(minutes: int) -> str:
    """Write a duration: "5 h 40 min", "20 h", "45 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{min} min").format(min=rest)
    if not rest:
        return tr("{h} h").format(h=hours)
    return tr("{h} h {min} min").format(h=hours, min=rest)


def _sleep_words(sleep: Sleep) -> str:
    parts = []
    if sleep.asleep is not None:
        parts.append(tr("Asleep {time}").format(time=duration_words(sleep.asleep)))
    elif sleep.in_bed is not None:
        parts.append(tr("In bed {time}").format(time=duration_words(sleep.in_bed)))
    if sleep.efficiency is not None:
        words = tr("sleep efficiency {n} %, of the time spent trying to sleep")
        parts.append(words.format(n=round(sleep.efficiency)))
    elif sleep.efficiency_in_bed is not None:
        words = tr("sleep efficiency {n} %, of the time in bed")
        parts.append(words.format(n=round(sleep.efficiency_in_bed)))
    return " · ".join(parts)


def _definition(sleep: Sleep) -> str:
    """Say how the figures are reckoned."""
    parts = []
    if sleep.asleep is not None:
        parts.append(
            tr("Asleep: as it was typed.")
            if sleep.is_typed
            else tr("Asleep: from falling asleep to the final waking, less the minutes awake.")
        )
    if sleep.efficiency is not None:
        parts.append(
            tr(
                "Trying to sleep: the minutes to fall asleep, asleep, awake in between, and "
                "trying to sleep on."
            )
        )
    elif sleep.efficiency_in_bed is not None or (parts == [] and sleep.in_bed is not None):
        parts.append(tr("In bed: from into bed to out of bed."))
    if parts and sleep.clock_change:
        parts.append(
            tr("The clocks were put forward that night.")
            if sleep.clock_change > 0
            else tr("The clocks were put back that night.")
        )
    return " ".join(parts)


def _negative_words() -> str:
    return tr(
        "That is more time awake than there was between lights out and final waking. Please look "
        "at the times and minutes again; until they fit, the time asleep is left open."
    )


def _doubt_state(doubt: Doubt) -> DoubtState:
    key = "" if doubt.question == SLEEP else doubt.question
    if doubt.instead is None:
        return DoubtState(key, _open_question(doubt), tr("That is right"))
    instead = clock_text(doubt.instead)
    return DoubtState(
        key,
        " ".join((_slip_words(doubt), _did_you_mean(doubt.instead))),
        tr("Keep {clock}").format(clock=_local(doubt.value)),
        instead,
        local_clock(instead),
    )


def _slip_words(doubt: Doubt) -> str:
    """Say what would follow from a time that may be in the wrong half of the day."""
    match doubt.about:
        case About.USUAL:
            words = tr("{label} at {clock}? On most nights it is about {usual}.")
        case About.ASLEEP:
            words = tr("{label} at {clock} would make {time} of sleep.")
        case About.BETWEEN if doubt.question in ("bed", "final_waking"):
            words = tr("{label} at {clock} would come {time} before the next.")
        case About.BETWEEN:
            words = tr("{label} at {clock} would come {time} after the one before.")
        case _:
            words = tr("{label} at {clock} would make {time} in bed.")
    return words.format(
        label=tr(QUESTIONS[doubt.question].label),
        clock=_local(doubt.value),
        time=duration_words(doubt.minutes),
        usual=_local(doubt.minutes),
    )


def _did_you_mean(minute: int) -> str:
    return tr("Did you mean {clock}?").format(clock=_local(minute))


def _open_question(doubt: Doubt) -> str:
    """Ask about what has no better time to offer."""
    match doubt.about:
        case About.ASLEEP:
            words = tr("That would be {time} of sleep. Is that right?")
        case About.FALL_ASLEEP:
            words = tr("That would be {time} to fall asleep. Is that right?")
        case About.BETWEEN if doubt.question == "up":
            words = tr("Out of bed at {clock} would come {time} after the final waking.")
        case About.BETWEEN:
            words = tr("Lights out at {clock} would come {time} after going to bed.")
        case _:
            words = tr("That would be {time} in bed. Is that right?")
    return words.format(time=duration_words(doubt.minutes), clock=_local(doubt.value))


def _local(minute: int) -> str:
    return local_clock(clock_text(minute))
