"""What a person does with the plan, read back from the diary file."""

from datetime import timedelta

import pytest

from tests.store.diary import TODAY
from tests.ui.treatment.conftest import Screen

YESTERDAY = TODAY - timedelta(days=1)
IRON = {
    "name": "Iron bisglycinate",
    "amount": "2",
    "unit": "capsule",
    "element": "iron",
    "label_mg": "25",
    "clock": "8 pm",
    "first": "2026-11-01",
}
PLANNED = ("Iron bisglycinate", 2.0, "2026-11-01", None, "1200", "daily", "")


def test_a_supplement_is_put_on_the_plan(screen: Screen) -> None:
    screen.add(**IRON)
    assert screen.plans() == [PLANNED]
    assert screen.rows("SELECT name, kind, unit, element, elemental_mg FROM item") == [
        ("Iron bisglycinate", "supplement", "capsule", "iron", 25.0)
    ]
    assert screen.view.form("add") is None
    assert screen.lines() == ["Iron bisglycinate"]


def test_the_line_says_dose_rhythm_and_since_when(screen: Screen) -> None:
    screen.add(**IRON, rhythm="weekdays", weekdays="0,2,4")
    line = screen.view._state.current[0]
    assert line.dose == "2 capsules · 50 mg iron"
    assert line.rhythm == "on Mon, Wed, Fri at 20:00"
    assert line.span == "since 1 Nov 2026"
    assert screen.plans() == [(*PLANNED[:5], "weekdays", "0,2,4")]


def test_undo_takes_the_supplement_off_again(screen: Screen) -> None:
    screen.add(**IRON)
    screen.acts.undo()
    assert screen.rows("SELECT count(*) FROM plan") == [(0,)]
    assert screen.rows("SELECT count(*) FROM item") == [(0,)]
    assert screen.lines() == []


def test_a_changed_dose_is_history_and_not_overwritten(screen: Screen) -> None:
    screen.add(**IRON)
    screen.press("Change the dose", "Iron bisglycinate")
    screen.keep(screen.form("dose", "plan 1"), amount="1", rhythm="every-2", since="20.11.")
    assert screen.plans() == [
        ("Iron bisglycinate", 2.0, "2026-11-01", "2026-11-19", "1200", "daily", ""),
        ("Iron bisglycinate", 1.0, "2026-11-20", None, "1200", "every-2", ""),
    ]
    assert [line.dose for line in screen.view._state.current] == ["1 capsule · 25 mg iron"]
    assert [line.span for line in screen.view._state.past] == ["1 Nov 2026 to 19 Nov 2026"]


def test_undo_brings_the_old_dose_back(screen: Screen) -> None:
    screen.add(**IRON)
    screen.press("Change the dose", "Iron bisglycinate")
    screen.keep(screen.form("dose", "plan 1"), amount="1", since="2026-11-20")
    screen.acts.undo()
    assert screen.plans() == [PLANNED]


def test_a_dose_cannot_change_before_it_began(screen: Screen) -> None:
    screen.add(**IRON)
    screen.press("Change the dose", "Iron bisglycinate")
    form = screen.form("dose", "plan 1")
    screen.keep(form, amount="1", since="2026-10-31")
    assert "2026-11-01" in form.problems()[""]
    assert form.values()["amount"] == "1"
    assert screen.plans() == [PLANNED]


def test_a_stopped_plan_becomes_history(screen: Screen) -> None:
    screen.add(**IRON)
    screen.press("Stop", "Iron bisglycinate")
    screen.keep(screen.form("stop", "plan 1"), last="yesterday")
    assert screen.plans() == [(*PLANNED[:3], YESTERDAY.isoformat(), *PLANNED[4:])]
    assert not screen.view._state.current
    screen.acts.undo()
    assert screen.plans() == [PLANNED]
    assert screen.view._state.current


def test_a_plan_stopped_today_is_current_until_tomorrow(screen: Screen) -> None:
    screen.add(**IRON)
    screen.press("Stop", "Iron bisglycinate")
    screen.keep(screen.form("stop", "plan 1"))
    assert screen.plans()[0][3] == TODAY.isoformat()
    assert [line.key for line in screen.view._state.current] == ["plan 1"]


def test_a_plan_is_not_stopped_after_its_end(screen: Screen) -> None:
    screen.add(**IRON)
    screen.press("Stop", "Iron bisglycinate")
    screen.keep(screen.form("stop", "plan 1"))
    screen.press("Stop", "Iron bisglycinate")
    form = screen.form("stop", "plan 1")
    screen.keep(form, last="2026-12-24")
    assert TODAY.isoformat() in form.problems()["last"]
    assert screen.plans()[0][3] == TODAY.isoformat()


def test_a_renamed_item_keeps_its_history(screen: Screen) -> None:
    screen.add(**IRON)
    screen.recording.as_usual(TODAY)
    screen.press("Correct", "Iron bisglycinate")
    screen.keep(screen.form("item", "plan 1"), name="Iron, gentle", label_mg="20")
    assert screen.rows("SELECT id, name, elemental_mg FROM item") == [(1, "Iron, gentle", 20.0)]
    assert screen.rows("SELECT item_id, amount, elemental_mg FROM intake") == [(1, 2.0, 50.0)]
    assert screen.lines() == ["Iron, gentle"]
    screen.acts.undo()
    assert screen.lines() == ["Iron bisglycinate"]


def test_no_two_items_get_one_name(screen: Screen) -> None:
    screen.add(**IRON)
    screen.add(name="Iron, gentle", amount="1", unit="capsule")
    screen.press("Correct", "Iron, gentle")
    form = screen.form("item", "plan 2")
    screen.keep(form, name="iron BISGLYCINATE")
    assert "already" in form.problems()[""]
    assert screen.rows("SELECT name FROM item ORDER BY id") == [
        ("Iron bisglycinate",),
        ("Iron, gentle",),
    ]


def test_an_infusion_is_one_day_and_then_history(screen: Screen) -> None:
    screen.add(
        name="Iron infusion",
        kind="medicine",
        amount="500",
        unit="mg",
        element="iron",
        compound="ferric-carboxymaltose",
        rhythm="once",
        first="2026-11-10",
    )
    assert screen.plans() == [("Iron infusion", 500.0, "2026-11-10", "2026-11-10", "-", "once", "")]
    assert [line.dose for line in screen.view._state.past] == ["500 mg"]
    assert screen.rows("SELECT elemental_mg FROM item") == [(1.0,)]


@pytest.mark.parametrize(
    ("typed", "elemental"),
    [
        ({"unit": "mg", "compound": "ferrous-fumarate"}, 0.3287),
        ({"unit": "tablet", "compound": "ferrous-fumarate", "compound_mg": "325"}, 106.8275),
        ({"unit": "tablet", "compound": "ferrous-fumarate", "label_mg": "100"}, 100.0),
        ({"unit": "mg", "compound": "ferrous-fumarate", "label_mg": "0,33"}, 0.33),
        ({"unit": "tablet", "compound": "ferrous-fumarate"}, None),
        ({"unit": "tablet", "compound": "carbonyl-iron"}, None),
    ],
)
def test_the_label_goes_before_the_compound(
    screen: Screen, typed: dict[str, str], elemental: float | None
) -> None:
    screen.add(name="Iron", amount="1", element="iron", **typed)
    (found,) = screen.rows("SELECT elemental_mg, compound FROM item")
    assert found == (pytest.approx(elemental) if elemental else None, typed["compound"])


def test_the_form_says_what_the_compound_comes_to(screen: Screen) -> None:
    screen.press("Add a supplement or medicine")
    form = screen.form("add")
    form.fill({"unit": "tablet", "element": "iron", "compound": "ferrous-sulfate-monohydrate"})
    form.fill({"compound_mg": "200"})
    assert form._content._outcome.text() == "One tablet holds 65.7 mg iron."  # type: ignore[attr-defined]
    form.fill({"compound_mg": "two"})
    assert form._content._outcome.text() == ""  # type: ignore[attr-defined]


def test_a_corrected_compound_is_there_again_in_its_form(screen: Screen) -> None:
    screen.add(name="Zinc", amount="50", unit="mg", element="zinc", compound="zinc-gluconate")
    screen.press("Correct", "Zinc")
    values = screen.form("item", "plan 1").values()
    assert (values["element"], values["compound"], values["label_mg"]) == (
        "zinc",
        "zinc-gluconate",
        "",
    )


def test_the_same_item_again_keeps_what_it_contains(screen: Screen) -> None:
    screen.add(**IRON)
    screen.press("Stop", "Iron bisglycinate")
    screen.keep(screen.form("stop", "plan 1"), last="2026-11-05")
    screen.add(name="Iron bisglycinate", amount="1", unit="capsule")
    assert screen.rows("SELECT element, elemental_mg FROM item") == [("iron", 25.0)]
    assert [line.dose for line in screen.view._state.current] == ["1 capsule · 25 mg iron"]


@pytest.mark.parametrize("mg", ["25", "162.5"])
def test_a_correction_of_nothing_changes_nothing(screen: Screen, mg: str) -> None:
    screen.add(**IRON | {"label_mg": "", "compound": "ferrous-fumarate", "compound_mg": mg})
    before = screen.rows("SELECT * FROM item")
    screen.press("Correct", "Iron bisglycinate")
    screen.keep(screen.form("item", "plan 1"))
    (kept,) = screen.rows("SELECT elemental_mg FROM item")
    assert kept == (pytest.approx(float(mg) * 0.3287, rel=1e-9),)
    assert [row[1:7] for row in screen.rows("SELECT * FROM item")] == [row[1:7] for row in before]
