"""The report as values: the period it covers, and the words its values are told in."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from rlsdiary.domain.doses import Rhythm, Status
from rlsdiary.report.content import ReportOptions, make_content
from rlsdiary.report.dosing import DatedChange, Dosage, DoseTaken
from rlsdiary.report.figures import EntryTimes, OnsetSummary, SymptomCount
from rlsdiary.report.wording import Formats, Wording
from tests.report.diaries import COFFEE, LAST, PRINTED, content_of, extract, invented, record

DAY = timedelta(days=1)
WORDS = Wording(Formats())


def test_days_outside_the_period_are_left_out() -> None:
    diary = extract(*(record(LAST - n * DAY, {"urge": 5}) for n in range(10)))
    options = ReportOptions(LAST - 2 * DAY, LAST - DAY)
    content = make_content(diary, options, PRINTED, "Europe/Berlin", "0.1.0")
    assert [row.day for row in content.table.rows] == [LAST - 2 * DAY, LAST - DAY]
    assert content.symptoms == SymptomCount(2, 2, 2)


def test_a_period_longer_than_the_diary_shows_its_missing_days() -> None:
    options = ReportOptions(LAST - 9 * DAY, LAST)
    content = make_content(extract(record(LAST, {"urge": 1})), options, PRINTED, "UTC", "0.1.0")
    assert content.symptoms == SymptomCount(10, 1, 1)
    assert sum(row.is_empty for row in content.table.rows) == 9


def test_only_what_was_recorded_at_all_is_summarised_most_wanted_first() -> None:
    values = {"stress": 1, "urge": 2, "leg_wakings": 3, "sleep_quality": 4, COFFEE.question: 2}
    content = content_of(extract(record(LAST, values)))
    assert [summary.key for summary in content.ratings] == ["urge", "sleep_quality", "stress"]
    assert [summary.key for summary in content.counts] == ["leg_wakings"]
    assert [summary.key for summary in content.tracked] == [COFFEE.question]


def test_a_diary_of_an_unknown_question_is_printed_under_its_key() -> None:
    content = content_of(extract(record(LAST, {"from-the-future": "word"})))
    assert content.table.names["from-the-future"] == ("from-the-future", "from-the-future")
    assert WORDS.value("from-the-future", "word") == "word"


def test_every_day_has_a_row_with_all_its_values() -> None:
    diary = invented()
    content = content_of(diary)
    assert [row.day for row in content.table.rows] == [r.day for r in diary]
    for row in content.table.rows:
        kept = diary.days.get(row.day)
        assert set(row.values) == (set(kept.answers) if kept else set())
        assert len(row.doses) == (len(kept.intakes) if kept else 0)


def test_an_empty_diary_says_so() -> None:
    assert content_of(extract(first=LAST - 9 * DAY)).is_empty
    assert not content_of(extract(record(LAST, note="only a note"))).is_empty


def test_an_evening_entered_two_or_more_days_later_is_marked_in_its_row() -> None:
    late = enumerate((0, 1, 2, 4))
    diary = extract(*(record(LAST - n * DAY, {"urge": 1}, days_late=days) for n, days in late))
    assert [row.days_late for row in content_of(diary).table.rows] == [4, 2, None, None]


def test_the_same_diary_gives_the_same_content() -> None:
    assert content_of(invented()) == content_of(invented())


def test_a_name_is_printed_on_one_line() -> None:
    assert content_of(extract(), name="  Anna \n Example ").name == "Anna Example"


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        ReportOptions(LAST, LAST - DAY)


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="no such paper"):
        ReportOptions(LAST, LAST, "B5")


def test_a_printing_time_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 22, 21, 14)
    with pytest.raises(ValueError, match="time zone"):
        make_content(extract(), ReportOptions(LAST, LAST), naive, "UTC", "0.1.0")


def test_answered_evenings_are_counted_in_words() -> None:
    assert WORDS.answered(SymptomCount(93, 86, 60)) == "answered 86 of 93 evenings"
    assert WORDS.answered(SymptomCount(1, 0, 0)) == "answered 0 of 1 evening"


def test_the_period_names_the_year_once_where_there_is_one() -> None:
    content = content_of(extract(first=date(2026, 8, 22)))
    assert WORDS.period(content) == "08-22 – 2026-11-22"
    content = content_of(extract(first=date(2025, 8, 22)))
    assert WORDS.period(content) == "2025-08-22 – 2026-11-22"


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (
            EntryTimes(79, 2, 3, 2),
            "79 of 84 evenings (94 %); 3 more than two days late; 2 imported, not known",
        ),
        (EntryTimes(0, 0, 0, 5), "not known (imported)"),
        (EntryTimes(0, 0, 0, 0), "nothing entered"),
    ],
)
def test_how_soon_evenings_were_written_down(times: EntryTimes, words: str) -> None:
    assert WORDS.entered(times) == words


@pytest.mark.parametrize(
    ("onset", "words"),
    [
        (OnsetSummary(9, 0, 0, "time", 1470), "median 00:30"),
        (OnsetSummary(2, 9, 0, "none"), "no onset on most days"),
        (OnsetSummary(2, 0, 9, "waking"), "already on waking on most days"),
        (OnsetSummary(4, 4, 0, "between"), "no single middle day"),
        (OnsetSummary(1, 1, 0), "fewer than 7 days, no median"),
    ],
)
def test_the_first_symptom_time_in_words(onset: OnsetSummary, words: str) -> None:
    assert WORDS.onset_middle(onset) == words


def test_both_ends_of_a_scale_are_told_and_which_is_best() -> None:
    assert WORDS.anchors("urge") == "0 none … 10 the worst I can imagine"
    assert WORDS.anchors("sleep_quality") == "0 terrible … 10 excellent (best)"


def test_not_recorded_is_a_dash_and_never_a_zero() -> None:
    assert WORDS.value("urge", None) == "–"
    assert WORDS.value("urge", 0) == "0"


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("onset", 1470, "00:30"),
        ("onset", "none", "none"),
        ("onset", "waking", "waking"),
        ("bed", 1380, "23:00"),
        ("rest", "hour", "an hour or more"),
        ("where", "calf.left,calf.right", "both lower legs"),
        ("item:4", 2.5, "2.5"),
    ],
)
def test_values_are_told_in_words(key: str, value: object, words: str) -> None:
    assert WORDS.value(key, value) == words  # type: ignore[arg-type]


def test_a_dosage_says_amount_rhythm_time_and_element() -> None:
    dosage = Dosage(1, "tablet", Rhythm.EVERY_SECOND_DAY, (), (1260,), 25.0, "iron")
    assert WORDS.dosage(dosage) == "1 tablet every second day at 21:00 (25 mg iron)"
    assert WORDS.dosage(Dosage(15, "mg", elemental_mg=15, element="zinc")) == "15 mg daily"
    thrice = Dosage(100, "mg", minutes=(480, 840, 1200))
    assert WORDS.dosage(thrice) == "100 mg 3 times daily at 08:00, 14:00, 20:00"
    weekdays = Dosage(0.5, "mg", Rhythm.WEEKDAYS, (4, 0))
    assert WORDS.dosage(weekdays) == "0.5 mg Mon, Fri"


def test_changes_in_words() -> None:
    low, high = Dosage(0.088, "mg"), Dosage(0.18, "mg")
    assert WORDS.change(DatedChange(LAST, "x", (low,), (high,))) == (
        "0.088 mg daily  →  0.18 mg daily"
    )
    assert WORDS.change(DatedChange(LAST, "x", (), (high,))) == "started: 0.18 mg daily"
    assert WORDS.change(DatedChange(LAST, "x", (low,), ())) == "ended: 0.088 mg daily"
    assert WORDS.change(DatedChange(LAST, "Travel")) == ""


def test_a_days_doses_name_each_time_once() -> None:
    doses = (
        DoseTaken("Iron", 25, "mg", Status.TAKEN, 1200),
        DoseTaken("Zinc", 15, "mg", Status.EXTRA, 1200),
        DoseTaken("Opioid", 5, "mg", Status.NEEDED, 1470),
        DoseTaken("Magnesium", 5, "mg", Status.SKIPPED),
    )
    assert WORDS.doses(doses) == (
        "20:00 Iron 25 mg, Zinc 15 mg extra; 00:30 Opioid 5 mg as needed; Magnesium not taken"
    )


def test_medians_are_rounded_half_up_to_one_decimal() -> None:
    assert [WORDS.formats.short(n) for n in (4.5, 3.25, 3.75, 6.0, 0.04)] == [
        "4.5",
        "3.3",
        "3.8",
        "6",
        "0",
    ]
