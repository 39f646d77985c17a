"""The words of the printed report: values in, sentences and cells out; dates by a given format."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from rlsdiary.domain.body import body_words
from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.day import clock_text
from rlsdiary.domain.doses import Rhythm, Status
from rlsdiary.domain.questions import ONSET_NONE, ONSET_WAKING, Kind, Value
from rlsdiary.report.content import ReportContent
from rlsdiary.report.dosing import DatedChange, Dosage, DoseTaken
from rlsdiary.report.figures import (
    ENOUGH_DAYS,
    EntryTimes,
    OnsetSummary,
    Spread,
    SymptomCount,
)
from rlsdiary.report.nottaken import NotTaken
from rlsdiary.words import ntr, tr

NOT_RECORDED = "–"
_ENGLISH_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Formats:
    """How dates and numbers are written; this one writes ISO dates and decimal points."""

    def full_date(self, day: date) -> str:
        """Write a date with its year."""
        return day.isoformat()

    def short_date(self, day: date) -> str:
        """Write a date without its year."""
        return day.strftime("%m-%d")

    def weekday(self, day: date) -> str:
        """Write the short name of the day of the week."""
        return _ENGLISH_DAYS[day.weekday()]

    def weekday_name(self, number: int) -> str:
        """Write the short name of weekday 0 (Monday) to 6."""
        return _ENGLISH_DAYS[number]

    def moment(self, moment: datetime) -> str:
        """Write a date and a time of day."""
        return f"{self.full_date(moment.date())} {moment:%H:%M}"

    def number(self, number: float) -> str:
        """Write a number with at most four decimals and no needless zeros."""
        return f"{number:.4f}".rstrip("0").rstrip(".")

    def short(self, number: float) -> str:
        """Write a median or a quartile with at most one decimal, half rounded up."""
        return self.number(int(number * 10 + 0.5) / 10)


class Wording:
    """The sentences and cells of one report, in the formats it is given."""

    def __init__(self, formats: Formats) -> None:
        self.formats = formats
        self._values: dict[tuple[str, Value], str] = {}
        self._doses: dict[tuple[DoseTaken, ...], str] = {}

    def period(self, content: ReportContent) -> str:
        """Write the period: "22 Aug – 22 Nov 2026"."""
        first, last = content.first, content.last
        if first == last:
            return self.formats.full_date(last)
        write = self.formats.short_date if first.year == last.year else self.formats.full_date
        return f"{write(first)} – {self.formats.full_date(last)}"

    def answered(self, count: SymptomCount) -> str:
        """Write "answered 86 of 93 evenings"."""
        evenings = ntr("{n} evening", "{n} evenings", count.evenings)
        return tr("answered {n} of {evenings}").format(n=count.answered, evenings=evenings)

    def entered(self, times: EntryTimes) -> str:
        """Say how many of the evenings were written down on the evening itself."""
        if not times.known:
            return tr("not known (imported)") if times.unknown else tr("nothing entered")
        text = tr("{n} of {evenings} ({share} %)").format(
            n=times.same_day,
            evenings=ntr("{n} evening", "{n} evenings", times.known),
            share=round(100 * times.same_day / times.known),
        )
        if times.late:
            text += "; " + ntr(
                "{n} more than two days late", "{n} more than two days late", times.late
            )
        if times.unknown:
            text += "; " + ntr("{n} imported, not known", "{n} imported, not known", times.unknown)
        return text

    def a_week(self, count: SymptomCount) -> str:
        """Write "4.9 days a week", or nothing where there are too few answers."""
        if count.a_week is None:
            return ""
        return tr("{n} days a week").format(n=self.formats.short(count.a_week))

    def onset_counts(self, onset: OnsetSummary) -> str:
        """Write how many days had a time, no symptoms, or symptoms on waking."""
        parts = [
            ntr("a time on {n} day", "a time on {n} days", onset.times),
            ntr("none on {n} day", "none on {n} days", onset.none),
            ntr("already on waking on {n} day", "already on waking on {n} days", onset.waking),
        ]
        return ", ".join(parts)

    def onset_middle(self, onset: OnsetSummary) -> str:
        """Say when the middle day began; a day without symptoms counts as later than any time."""
        match onset.middle:
            case "time" if onset.median is not None:
                return tr("median {clock}").format(clock=clock_text(round(onset.median)))
            case "none":
                return tr("no onset on most days")
            case "waking":
                return tr("already on waking on most days")
            case "between":
                return tr("no single middle day")
            case _:
                return tr("fewer than {n} days, no median").format(n=ENOUGH_DAYS)

    def median(self, spread: Spread | None) -> str:
        """Write a median, or a dash where there are too few days."""
        if spread is None or spread.median is None:
            return NOT_RECORDED
        return self.formats.short(spread.median)

    def middle_half(self, spread: Spread) -> str:
        """Write the quartiles: "3 to 6"."""
        if spread.low is None or spread.high is None:
            return NOT_RECORDED
        low, high = self.formats.short(spread.low), self.formats.short(spread.high)
        return low if low == high else tr("{low} to {high}").format(low=low, high=high)

    def anchors(self, key: str) -> str:
        """Write what both ends of a rating mean."""
        question = QUESTIONS[key]
        ends = tr("0 {low} … {high} {words}").format(
            low=tr(question.low_words), high=question.high, words=tr(question.high_words)
        )
        return tr("{ends} (best)").format(ends=ends) if question.high_is_better else ends

    def amount(self, amount: float | None, unit: str) -> str:
        """Write an amount with its unit."""
        if amount is None:
            return tr("amount not known")
        return f"{self.formats.number(amount)} {unit}".strip()

    def dosage(self, dosage: Dosage) -> str:
        """Write "65 mg daily at 20:00 (65 mg iron)"."""
        words = [self.amount(dosage.amount, dosage.unit), self.rhythm(dosage)]
        if len(dosage.minutes) > 1:
            words.insert(1, tr("{n} times").format(n=len(dosage.minutes)))
        clocks = [clock_text(minute) for minute in dosage.minutes if minute is not None]
        if clocks:
            words.append(tr("at {clock}").format(clock=", ".join(clocks)))
        if dosage.element and dosage.elemental_mg is not None and _says_more(dosage):
            mg = self.formats.number(dosage.elemental_mg)
            words.append(f"({mg} mg {element_word(dosage.element)})")
        return " ".join(word for word in words if word)

    def rhythm(self, dosage: Dosage) -> str:
        """Write how often a dose is meant to be taken."""
        match dosage.rhythm:
            case Rhythm.DAILY:
                return tr("daily")
            case Rhythm.PATCH:
                return tr("as a patch, for 24 hours each")
            case Rhythm.EVERY_SECOND_DAY:
                return tr("every second day")
            case Rhythm.AS_NEEDED:
                return tr("as needed")
            case Rhythm.ONCE:
                return tr("once")
            case Rhythm.WEEKDAYS:
                return ", ".join(map(self.formats.weekday_name, sorted(dosage.weekdays)))

    def change(self, change: DatedChange) -> str:
        """Write what changed: "started: …", "changed: … → …", "ended: …"; nothing for a marker."""
        before = "; ".join(map(self.dosage, change.before))
        after = "; ".join(map(self.dosage, change.after))
        if change.once:
            return after
        if before and after:
            return tr("{before}  →  {after}").format(before=before, after=after)
        if after:
            return tr("started: {dose}").format(dose=after)
        return tr("ended: {dose}").format(dose=before) if before else ""

    def doses(self, doses: tuple[DoseTaken, ...]) -> str:
        """Write a day's doses, the time once for all at that time: "20:00 Iron 65 mg, Zinc …"."""
        if doses not in self._doses:
            times = groupby(doses, key=attrgetter("minute"))
            self._doses[doses] = "; ".join(self._at_one_time(*time) for time in times)
        return self._doses[doses]

    def _at_one_time(self, minute: int | None, doses: Iterable[DoseTaken]) -> str:
        words = ", ".join(map(self._dose, doses))
        return words if minute is None else f"{clock_text(minute)} {words}"

    def _dose(self, dose: DoseTaken) -> str:
        words = [dose.name]
        if dose.amount is not None and dose.status is not Status.SKIPPED:
            words.append(self.amount(dose.amount, dose.unit))
        match dose.status:
            case Status.SKIPPED:
                words.append(tr("not taken"))
            case Status.EXTRA:
                words.append(tr("extra"))
            case Status.NEEDED:
                words.append(tr("as needed"))
        return " ".join(words)

    def value(self, key: str, value: Value | None) -> str:
        """Write one recorded value, or a dash where it is not recorded."""
        if value is None:
            return NOT_RECORDED
        text = self._values.get((key, value))
        if text is None:
            text = self._values[key, value] = self._value(key, value)
        return text

    def short_value(self, key: str, value: Value | None) -> str:
        """Write a value for a narrow column, whose legend explains it."""
        if key == "rest" and value == "hour":
            return tr("1 h+")
        return self.value(key, value)

    def not_taken(self, time: NotTaken) -> str:
        """Write of an item that was not taken for weeks."""
        words = tr("{name}: not taken on any of the {n} recorded days from {first} to {last}.")
        first, last = self.formats.full_date(time.first), self.formats.full_date(time.last)
        return words.format(name=time.name, n=time.days, first=first, last=last)

    def _value(self, key: str, value: Value) -> str:
        kind = QUESTIONS[key].kind if key in QUESTIONS else Kind.NUMBER
        if kind is Kind.ONSET and isinstance(value, str):
            return {ONSET_NONE: tr("none"), ONSET_WAKING: tr("waking")}.get(value, value)
        if kind is Kind.SET:
            return body_words(value)
        if isinstance(value, str):
            return _choice_words(key, value)
        if kind in (Kind.CLOCK, Kind.ONSET):
            return clock_text(int(value))
        return self.formats.number(value)


def element_word(element: str) -> str:
    """Return an element's name inside a sentence."""
    return {"iron": tr("iron"), "zinc": tr("zinc"), "magnesium": tr("magnesium")}.get(
        element, element
    )


def _says_more(dosage: Dosage) -> bool:
    return dosage.unit.casefold() != "mg" or dosage.elemental_mg != dosage.amount


def _choice_words(key: str, value: str) -> str:
    if key not in QUESTIONS:
        return value
    words = dict(QUESTIONS[key].choices)
    return ", ".join(tr(words.get(word, word)) for word in value.split(","))
