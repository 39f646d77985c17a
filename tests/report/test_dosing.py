"""Doses on paper: what is planned, what changed and what was taken."""

from __future__ import annotations

from datetime import timedelta

from rlsdiary.domain.doses import Plan, Rhythm, Status
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.report.dosing import (
    changes_between,
    current_plan,
    doses_of,
    element_totals,
    item_totals,
)
from tests.report.diaries import IRON, LAST, MEDICINE, ZINC, extract, intake, record

DAY = timedelta(days=1)
FIRST = LAST - 29 * DAY


def test_the_current_plan_holds_what_is_in_force_medicines_first() -> None:
    plans = (
        Plan(ZINC.id, 15, FIRST),
        Plan(MEDICINE.id, 0.088, FIRST, LAST - DAY),
        Plan(MEDICINE.id, 0.18, LAST, None, (1200,)),
        Plan(IRON.id, 500, LAST - DAY, rhythm=Rhythm.ONCE),
    )
    rows = current_plan(extract(plans=plans), LAST)
    assert [(row.name, row.dosage.amount) for row in rows] == [("Pramipexole", 0.18), ("Zinc", 15)]


def test_an_item_is_printed_with_its_compound() -> None:
    (row,) = current_plan(extract(plans=(Plan(IRON.id, 1, FIRST),)), LAST)
    assert row.name == "Iron (bisglycinate)"
    assert row.dosage.elemental_mg == 25


def test_a_changed_dose_is_one_change_with_both_doses() -> None:
    middle = FIRST + 10 * DAY
    plans = (
        Plan(MEDICINE.id, 0.088, FIRST - 90 * DAY, middle - DAY),
        Plan(MEDICINE.id, 0.18, middle),
    )
    (change,) = changes_between(extract(plans=plans), FIRST, LAST)
    assert change.day == middle
    assert [dose.amount for dose in change.before] == [0.088]
    assert [dose.amount for dose in change.after] == [0.18]


def test_starts_and_ends_are_changes_and_a_plan_merely_renewed_is_none() -> None:
    plans = (
        Plan(ZINC.id, 15, FIRST + 2 * DAY, FIRST + 8 * DAY),
        Plan(IRON.id, 1, FIRST - DAY, FIRST + 4 * DAY),
        Plan(IRON.id, 1, FIRST + 5 * DAY),
    )
    start, end = changes_between(extract(plans=plans), FIRST, LAST)
    assert (start.day, bool(start.before), bool(start.after)) == (FIRST + 2 * DAY, False, True)
    assert (end.day, bool(end.before), bool(end.after)) == (FIRST + 9 * DAY, True, False)


def test_a_second_dose_of_the_day_is_a_change_from_one_to_two() -> None:
    plans = (
        Plan(MEDICINE.id, 0.088, FIRST - DAY, minutes=(1200,)),
        Plan(MEDICINE.id, 0.044, FIRST + DAY, minutes=(960,)),
    )
    (change,) = changes_between(extract(plans=plans), FIRST, LAST)
    assert [dose.amount for dose in change.before] == [0.088]
    assert [dose.amount for dose in change.after] == [0.044, 0.088]


def test_changes_outside_the_period_are_left_out_and_markers_inside_are_in() -> None:
    plans = (Plan(ZINC.id, 15, FIRST - DAY, LAST),)
    markers = (
        Marker(FIRST - DAY, MarkerKind.TRAVEL, "before"),
        Marker(LAST, MarkerKind.INFUSION, "Iron infusion"),
    )
    changes = changes_between(extract(plans=plans, markers=markers), FIRST, LAST)
    assert [change.what for change in changes] == ["Iron infusion"]


def test_a_single_dose_is_marked_as_once() -> None:
    plans = (Plan(IRON.id, 20, FIRST + DAY, rhythm=Rhythm.ONCE),)
    (change,) = changes_between(extract(plans=plans), FIRST, LAST)
    assert change.once
    assert change.after[0].amount == 20


def test_taken_missed_extra_and_unrecorded_are_told_apart() -> None:
    days = [FIRST + n * DAY for n in range(6)]
    records = (
        record(days[0], intakes=(intake(MEDICINE, days[0], 0.18),)),
        record(days[1], intakes=(intake(MEDICINE, days[1], 0.18, Status.SKIPPED),)),
        record(
            days[2],
            intakes=(
                intake(MEDICINE, days[2], 0.18),
                intake(MEDICINE, days[2], 0.09, Status.EXTRA),
            ),
        ),
        record(days[3], intakes=(intake(MEDICINE, days[3], 0.09, Status.NEEDED),)),
    )
    diary = extract(*records, first=FIRST, last=days[5], plans=(Plan(MEDICINE.id, 0.18, FIRST),))
    (total,) = item_totals(diary, list(diary))
    assert (total.taken_days, total.none_days, total.missed) == (3, 1, 1)
    assert (total.needed, total.extra, total.unrecorded) == (1, 1, 2)
    assert total.a_day == 0.18


def test_none_recorded_without_a_plan_is_no_missed_dose() -> None:
    skipped = intake(ZINC, LAST, 0, Status.SKIPPED)
    diary = extract(record(LAST, intakes=(skipped,)), first=FIRST)
    (total,) = item_totals(diary, list(diary))
    assert (total.none_days, total.missed, total.unrecorded) == (1, 0, 0)


def test_the_usual_amount_is_one_that_was_taken() -> None:
    amounts = (0.088, 0.088, 0.18, 0.18)
    records = [
        record(FIRST + n * DAY, intakes=(intake(MEDICINE, FIRST + n * DAY, amount),))
        for n, amount in enumerate(amounts)
    ]
    diary = extract(*records)
    assert item_totals(diary, list(diary))[0].a_day == 0.088


def test_elements_count_explicit_none_as_zero_and_unrecorded_not_at_all() -> None:
    amounts = (0, 0, 1, 1, 1, 2, 2)
    records = [
        record(
            FIRST + n * DAY,
            intakes=(intake(IRON, FIRST + n * DAY, a, Status.TAKEN if a else Status.SKIPPED),),
        )
        for n, a in enumerate(amounts)
    ]
    diary = extract(*records, first=FIRST)
    (iron,) = element_totals(diary, list(diary))
    assert (iron.element, iron.days, iron.zero_days, iron.median_mg) == ("iron", 7, 2, 25)


def test_a_days_doses_come_by_time_then_by_name() -> None:
    doses = (
        intake(ZINC, LAST, 15, minute=1260),
        intake(MEDICINE, LAST, 0.18, minute=1200),
        intake(IRON, LAST, 1, minute=1200),
    )
    names = [dose.name for dose in doses_of(extract(), record(LAST, intakes=doses))]
    assert names == ["Iron", "Pramipexole", "Zinc"]
