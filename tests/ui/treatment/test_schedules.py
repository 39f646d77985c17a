"""Schedules, salt and base, slips of the pen, corrections and marks, read back from the file."""

from __future__ import annotations

import pytest

from rlsdiary.ui.treatment.state import PlanLine
from tests.store.diary import TODAY
from tests.ui.treatment.conftest import Screen

LEVODOPA = {"kind": "medicine", "name": "Levodopa", "amount": "100", "unit": "mg"}
MARKERS = "SELECT day, kind, title, item_id FROM marker"


def only(screen: Screen) -> PlanLine:
    (line,) = screen.view._state.current
    return line


@pytest.mark.parametrize(
    ("typed", "kept", "words"),
    [
        ({"times": "3"}, "-,-,-", "3 times every day"),
        ({"times": "2", "clock": "20:00, 8:00"}, "480,1200", "twice every day at 08:00, 20:00"),
        ({"clock": "8:00 14:00 20:00"}, "480,840,1200", "3 times every day at 08:00, 14:00, 20:00"),
        ({"clock": "21:00; 00:30"}, "1260,1470", "twice every day at 21:00, 00:30"),
        ({"clock": "9"}, "540", "every day at 09:00"),
        ({"rhythm": "as-needed", "times": "3"}, "-", "as needed"),
        ({"rhythm": "patch", "clock": "8:00"}, "480", "a new patch every day at 08:00"),
    ],
)
def test_the_times_of_a_day_are_kept_and_told(
    screen: Screen, typed: dict[str, str], kept: str, words: str
) -> None:
    screen.add(**LEVODOPA, **typed)
    assert screen.plans()[0][4] == kept
    assert only(screen).rhythm == words


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"times": "3", "clock": "8:00, 20:00"}, "Write 3 times, or none"),
        ({"clock": "8:00, 25:00"}, "not a time of day"),
        ({"clock": "1:00,2:00,3:00,4:00,5:00,6:00,7:00"}, "At most 6"),
    ],
)
def test_times_that_do_not_fit_are_said_at_their_row(
    screen: Screen, typed: dict[str, str], problem: str
) -> None:
    screen.add(**LEVODOPA, **typed)
    assert problem in screen.form("add").problems()["clock"]
    assert screen.plans() == []


def test_the_form_of_a_plan_begins_with_its_times(screen: Screen) -> None:
    screen.add(**LEVODOPA, clock="8:00, 20:00")
    screen.press("Change the dose", "Levodopa")
    screen.keep(screen.form("dose", "plan 1"), amount="200", since="2026-11-22")
    assert screen.plans()[-1][4] == "480,1200"


def test_a_known_medicine_brings_its_unit_and_asks_what_the_label_counts(screen: Screen) -> None:
    screen.press("Add a supplement or medicine")
    form = screen.form("add")
    assert form.row("variant").isHidden()
    form.fill({"name": "pramipexole"})
    assert not form.row("variant").isHidden()
    assert (form.row("unit").text(), form.row("kind").text()) == ("mg", "medicine")
    screen.keep(form, variant="base", amount="0.088")
    assert screen.rows("SELECT substance, variant FROM item") == [("pramipexole", "base")]
    assert only(screen).name == "pramipexole (base)"


def test_a_patch_is_known_as_one(screen: Screen) -> None:
    screen.press("Add a supplement or medicine")
    form = screen.form("add")
    form.fill({"name": "Rotigotine"})
    screen.keep(form, amount="2")
    assert screen.plans()[0][5] == "patch"
    assert only(screen).dose == "2 mg/24 h"


def test_salt_and_base_of_one_name_are_not_mixed(screen: Screen) -> None:
    screen.add(**{**LEVODOPA, "name": "Pramipexole", "amount": "0.125", "variant": "salt"})
    screen.add(**{**LEVODOPA, "name": "Pramipexole", "amount": "0.088", "variant": "base"})
    assert "“Pramipexole base”" in screen.form("add").problems()[""]
    assert len(screen.plans()) == 1


def test_a_slip_of_the_decimal_point_is_asked_about_once(screen: Screen) -> None:
    screen.add(**{**LEVODOPA, "name": "Pramipexole", "amount": "75"})
    form = screen.form("add")
    assert "decimal point" in form.problems()["amount"]
    assert screen.plans() == []
    screen.keep(form)
    assert screen.plans()[0][1] == 75


def test_a_new_medicine_and_a_change_are_marked_and_taken_back_with_it(screen: Screen) -> None:
    screen.add(**{**LEVODOPA, "name": "Ropinirole", "amount": "0.25"}, first="2026-11-01")
    assert screen.rows(MARKERS) == [("2026-11-01", "new-medicine", "Ropinirole begins", 1)]
    screen.press("Change the dose", "Ropinirole")
    screen.keep(screen.form("dose", "plan 1"), amount="0.5", since="2026-11-20")
    assert screen.rows(MARKERS)[1:] == [
        ("2026-11-20", "dose-change", "Ropinirole 0.25 → 0.5 mg", 1)
    ]
    screen.acts.undo()
    assert len(screen.rows(MARKERS)) == 1
    assert len(screen.plans()) == 1


def test_an_infusion_is_marked_as_one_and_a_supplement_is_not(screen: Screen) -> None:
    screen.add(name="Iron carboxymaltose", amount="1000", unit="mg", rhythm="once")
    assert screen.rows(MARKERS)[0][1:3] == ("infusion", "Iron carboxymaltose 1000 mg")
    screen.add(name="Zinc", amount="15", unit="mg")
    assert len(screen.rows(MARKERS)) == 1


def test_a_change_that_is_not_to_be_marked_is_not(screen: Screen) -> None:
    screen.add(**LEVODOPA, mark="no")
    assert screen.rows(MARKERS) == []


def test_a_mistake_in_the_plan_is_mended_without_a_dose_change(screen: Screen) -> None:
    screen.add(**LEVODOPA, first="2026-11-01", mark="no")
    screen.recording.as_usual(TODAY)
    screen.press("Correct", "Levodopa")
    form = screen.form("item", "plan 1")
    screen.keep(form, amount="150", first="2026-10-01", clock="21:00")
    assert screen.plans() == [("Levodopa", 150.0, "2026-10-01", None, "1260", "daily", "")]
    assert screen.rows("SELECT amount FROM intake") == [(100.0,)]
    screen.acts.undo()
    assert screen.plans() == [("Levodopa", 100.0, "2026-11-01", None, "-", "daily", "")]


def test_a_plan_cannot_be_mended_to_end_before_it_begins(screen: Screen) -> None:
    screen.add(**LEVODOPA, first="2026-11-01", mark="no")
    screen.press("Stop", "Levodopa")
    screen.keep(screen.form("stop", "plan 1"), last="2026-11-10")
    screen.press("Correct", "Levodopa")
    form = screen.form("item", "plan 1")
    screen.keep(form, last="2026-10-10")
    assert "is before the first" in form.problems()[""]


def test_doses_recorded_before_keep_their_milligrams_or_follow(screen: Screen) -> None:
    iron = {"name": "Iron", "amount": "2", "unit": "tablet", "element": "iron", "label_mg": "25"}
    screen.add(**iron)
    screen.recording.as_usual(TODAY)
    mg = "SELECT elemental_mg FROM intake"
    screen.press("Correct", "Iron")
    screen.keep(screen.form("item", "plan 1"), label_mg="30")
    assert screen.rows(mg) == [(50.0,)]
    screen.press("Correct", "Iron")
    screen.keep(screen.form("item", "plan 1"), label_mg="40", before="follow")
    assert screen.rows(mg) == [(80.0,)]
    screen.acts.undo()
    assert screen.rows(mg) == [(50.0,)]


def test_what_was_taken_before_is_taken_again(screen: Screen) -> None:
    screen.add(**LEVODOPA, first="2026-11-01", clock="21:00")
    screen.press("Stop", "Levodopa")
    screen.keep(screen.form("stop", "plan 1"), last="2026-11-10")
    screen.press("Take it again", "Levodopa")
    screen.keep(screen.form("again", "plan 1"), amount="50")
    assert screen.plans()[1] == ("Levodopa", 50.0, TODAY.isoformat(), None, "1260", "daily", "")
    assert [line.name for line in screen.view._state.current] == ["Levodopa"]
    assert screen.rows("SELECT count(*) FROM item") == [(1,)]
