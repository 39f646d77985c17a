"""What was not taken for weeks: said once, exactly, and never confused with not recorded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rlsdiary.domain.doses import Status
from rlsdiary.domain.record import DayRecord, Extract
from rlsdiary.report.nottaken import FROM_DAYS, NotTaken, not_taken_for_long, without
from rlsdiary.report.pages import ReportPages
from rlsdiary.report.typeset import Text
from tests.report.diaries import LAST, MEDICINE, ZINC, content_of, extract, intake, record

DAY = timedelta(days=1)


def days_of(pattern: str, *, also_zinc: bool = False) -> Extract:
    """Return a diary up to LAST: s skipped, t taken, . evening without the dose, _ nothing."""
    first = LAST - (len(pattern) - 1) * DAY
    records: list[DayRecord] = []
    for number, letter in enumerate(pattern):
        day = first + number * DAY
        if letter == "_":
            continue
        status = {"s": Status.SKIPPED, "t": Status.TAKEN}.get(letter)
        doses = (intake(MEDICINE, day, 0.18, status),) if status else ()
        zinc = (intake(ZINC, day, 15),) if also_zinc else ()
        records.append(record(day, {"urge": 3}, doses + zinc))
    return extract(*records, first=first)


def times(pattern: str) -> tuple[NotTaken, ...]:
    return not_taken_for_long(content_of(days_of(pattern)).table.rows)


def test_a_long_time_is_told_with_its_days() -> None:
    assert times("t" + "s" * 20) == (NotTaken("Pramipexole", "mg", LAST - 19 * DAY, LAST, 20),)


@pytest.mark.parametrize(
    ("pattern", "days"),
    [
        ("s" * (FROM_DAYS - 1), []),
        ("s" * FROM_DAYS, [FROM_DAYS]),
        ("s" * 10 + "_" + "s" * 10, [20]),  # an empty day has a row of its own that says so
        ("s" * 10 + "." + "s" * 10, []),  # a day of which the dose is not known ends it
        ("s" * 15 + "t" + "s" * 15, [15, 15]),
    ],
)
def test_what_ends_such_a_time(pattern: str, days: list[int]) -> None:
    assert [time.days for time in times(pattern)] == days


def test_only_the_told_dose_leaves_its_rows() -> None:
    rows = content_of(days_of("s" * 20 + "t", also_zinc=True)).table.rows
    told = not_taken_for_long(rows)
    left = [tuple(dose.name for dose in without(row, told).doses) for row in rows]
    assert left == [("Zinc",)] * 20 + [("Pramipexole", "Zinc")]


def words(diary: Extract) -> list[str]:
    pages = ReportPages(content_of(diary), None, "A4")
    marks = (mark for n in range(pages.count) for mark in pages.marks(n))
    return [mark.text for mark in marks if isinstance(mark, Text)]


@pytest.mark.usefixtures("qapp")
def test_the_page_says_it_once_and_has_no_column_for_it() -> None:
    said = words(days_of("s" * 40))
    assert sum("not taken" in text for text in said) == 1
    assert "Taken" not in said


@pytest.mark.usefixtures("qapp")
def test_a_told_row_is_empty_and_a_row_without_the_dose_has_a_dash() -> None:
    diary = days_of("t." + "s" * 20)
    pages = ReportPages(content_of(diary), None, "A4")
    marks = [m for n in range(pages.count) for m in pages.marks(n) if isinstance(m, Text)]
    taken = next(mark.x for mark in marks if mark.text == "Taken")
    column = [mark.text for mark in marks if mark.x == taken and mark.text != "Taken"]
    assert column == ["20:00 Pramipexole 0.18 mg", "–"]
