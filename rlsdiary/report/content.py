"""Everything the first report prints, as values: the pages add only words, type and place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.questions import Kind
from rlsdiary.domain.record import DayRecord, Extract
from rlsdiary.report.daytable import PRINT_ORDER, DayTable, make_table
from rlsdiary.report.dosing import (
    DatedChange,
    ElementTotal,
    ItemTotal,
    PlanRow,
    changes_between,
    current_plan,
    element_totals,
    item_totals,
)
from rlsdiary.report.figures import (
    EntryTimes,
    OnsetSummary,
    SymptomCount,
    ValueSummary,
    WeekCount,
    count_symptoms,
    count_weeks,
    entry_times,
    last_spans,
    onset_of,
    recorded_keys,
    summary_of,
)

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""The papers that can be chosen, width and height in millimetres."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the person chose: the period (both days included), the paper, the name printed."""

    first: date
    last: date
    paper: str = "A4"
    name: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("the period ends before it begins")
        if self.paper not in PAPERS:
            raise ValueError(f"no such paper: {self.paper}")


@dataclass(frozen=True, slots=True)
class ReportContent:
    """What is printed, in the order it is printed. Minutes count from a diary day's midnight."""

    first: date
    last: date
    name: str
    printed: datetime
    zone: str
    version: str
    day_start: time
    symptoms: SymptomCount
    recent: SymptomCount | None
    before: SymptomCount | None
    weeks: tuple[WeekCount, ...]
    entered: EntryTimes
    onset: OnsetSummary
    ratings: tuple[ValueSummary, ...]
    counts: tuple[ValueSummary, ...]
    tracked: tuple[ValueSummary, ...]
    plan: tuple[PlanRow, ...]
    changes: tuple[DatedChange, ...]
    totals: tuple[ItemTotal, ...]
    elements: tuple[ElementTotal, ...]
    table: DayTable

    @property
    def is_empty(self) -> bool:
        """True where nothing was recorded in the period."""
        return all(row.is_empty for row in self.table.rows)


def make_content(
    extract: Extract, options: ReportOptions, printed: datetime, zone: str, version: str
) -> ReportContent:
    """Return all that is printed for the period of ``options``.

    ``printed`` is an aware moment, ``zone`` the name of the time zone the diary is kept in.
    ``extract`` reaches at least over the period; what lies outside it is left out.
    """
    if printed.tzinfo is None:
        raise ValueError("printed must carry its time zone")
    records = list(_over_period(extract, options))
    recent, before = last_spans(records)
    return ReportContent(
        first=options.first,
        last=options.last,
        name=" ".join(options.name.split()),
        printed=printed,
        zone=zone,
        version=version,
        day_start=extract.rule.start,
        symptoms=count_symptoms(records),
        recent=None if recent is None else count_symptoms(recent),
        before=None if before is None else count_symptoms(before),
        weeks=count_weeks(records),
        entered=entry_times(records, extract.rule),
        onset=onset_of(records),
        ratings=_of_kind(records, (Kind.RATING,)),
        counts=_of_kind(records, (Kind.COUNT, Kind.MINUTES)),
        tracked=_of_kind(records, None),
        plan=current_plan(extract, options.last),
        changes=changes_between(extract, options.first, options.last),
        totals=item_totals(extract, records),
        elements=element_totals(extract, records),
        table=make_table(extract, records),
    )


def _over_period(extract: Extract, options: ReportOptions) -> Extract:
    """Return the extract, widened to the period so that every day of it has a row."""
    return Extract(
        options.first,
        options.last,
        extract.days,
        extract.items,
        extract.plans,
        extract.markers,
        extract.rule,
    )


def _of_kind(records: list[DayRecord], kinds: tuple[Kind, ...] | None) -> tuple[ValueSummary, ...]:
    """Return summaries of the questions of ``kinds``; of the person's own items for None."""
    keys = recorded_keys(records, dict.fromkeys(PRINT_ORDER))
    return tuple(summary_of(key, records) for key in keys if _is_of(key, kinds))


def _is_of(key: str, kinds: tuple[Kind, ...] | None) -> bool:
    if key not in QUESTIONS:
        return kinds is None
    return kinds is not None and QUESTIONS[key].kind in kinds
