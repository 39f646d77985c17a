"""Doses of all schedules on the Today screen, pressed as people press them, read from the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from rlsdiary.domain.doses import Item, ItemKind, Plan, Rhythm, Status
from rlsdiary.services.treating import Treating
from rlsdiary.store import Store
from rlsdiary.ui.today.doses import DoseRow
from tests.app.opened import BERLIN, EVENING, Clock, Evening

TODAY = EVENING.date()
FIRST = date(2026, 11, 1)
LEVODOPA = Item("Levodopa", ItemKind.MEDICINE, "mg", substance="levodopa")
IRON = Item("Iron", ItemKind.SUPPLEMENT, "tablet", element="iron", elemental_mg=65.0)
PATCH = Item("Rotigotine", ItemKind.MEDICINE, "mg/24 h", substance="rotigotine")


def plan_in(diary: Path, *pairs: tuple[Item, Plan]) -> Path:
    store = Store(diary, EVENING)
    for item, plan in pairs:
        Treating(store).start(item, plan)
    store.close()
    return diary


def doses(evening: Evening, day: date = TODAY) -> list[tuple[object, ...]]:
    """Return what the file holds: item, slot, status, amount, minute."""
    items = evening.store.treatment.items()
    return [
        (items[i.item_id].name, i.slot, i.status.value, i.amount, i.minute)
        for i in evening.store.days.record(day).intakes
    ]


def rows(evening: Evening) -> list[DoseRow]:
    return list(evening.program.today_view.dose_rows)


def texts(evening: Evening) -> list[tuple[str, str]]:
    return [(row._state.name, row._state.clock) for row in rows(evening)]


@pytest.fixture
def thrice(open_diary: Callable[..., Evening], tmp_path: Path) -> Evening:
    """Open an evening with a medicine three times a day, and iron in between."""
    times = Plan(0, 100, FIRST, minutes=(480, 840, 1200))
    diary = tmp_path / "diary.rlsdiary"
    return open_diary(plan_in(diary, (LEVODOPA, times), (IRON, Plan(0, 1, FIRST, minutes=(600,)))))


def test_each_dose_of_a_day_has_its_line_by_time(thrice: Evening) -> None:
    assert texts(thrice) == [
        ("Levodopa", "08:00"),
        ("Iron", "10:00"),
        ("Levodopa", "14:00"),
        ("Levodopa", "20:00"),
    ]


def test_one_dose_of_several_is_recorded_and_as_usual_adds_the_others(thrice: Evening) -> None:
    rows(thrice)[2].setFocus()
    thrice.press("s")
    assert doses(thrice) == [("Levodopa", 1, "skipped", 100.0, 840)]
    thrice.program.today_view.as_usual_requested.emit()
    assert sorted(doses(thrice)) == [
        ("Iron", 0, "taken", 1.0, 600),
        ("Levodopa", 0, "taken", 100.0, 480),
        ("Levodopa", 1, "skipped", 100.0, 840),
        ("Levodopa", 2, "taken", 100.0, 1200),
    ]
    thrice.undo()
    assert doses(thrice) == [("Levodopa", 1, "skipped", 100.0, 840)]


def test_a_second_as_usual_adds_nothing(thrice: Evening) -> None:
    thrice.program.today_view.as_usual_requested.emit()
    before = doses(thrice)
    thrice.program.recording.as_usual(TODAY)
    assert doses(thrice) == before


def test_an_amount_of_one_dose_is_corrected_and_the_others_stay(thrice: Evening) -> None:
    thrice.program.today_view.as_usual_requested.emit()
    key = rows(thrice)[3].key
    thrice.program.today_view.dose_amended.emit(key, "150", "20:30")
    assert ("Levodopa", 2, "taken", 150.0, 1230) in doses(thrice)
    assert ("Levodopa", 0, "taken", 100.0, 480) in doses(thrice)


def test_fewer_times_from_now_on_leave_the_days_before_as_they_were(
    open_diary: Callable[..., Evening], tmp_path: Path
) -> None:
    times = Plan(0, 100, FIRST, minutes=(480, 840, 1200))
    evening = open_diary(plan_in(tmp_path / "diary.rlsdiary", (LEVODOPA, times)))
    yesterday = TODAY - timedelta(days=1)
    evening.program.recording.as_usual(yesterday)
    (plan,) = evening.store.treatment.plans()
    once = Plan(plan.item_id, 200, TODAY, minutes=(1200,))
    treating = Treating(evening.store)
    evening.program.acts.do(lambda: treating.change_dose(plan, once, TODAY))
    assert texts(evening) == [("Levodopa", "20:00")]
    evening.program.show_day(yesterday)
    assert [row.value for row in rows(evening)] == ["taken"] * 3


def test_a_dose_as_needed_is_kept_thrice_in_a_night_each_with_its_time(
    open_diary: Callable[..., Evening], tmp_path: Path
) -> None:
    clock = Clock(datetime(2026, 11, 23, 1, 10, tzinfo=BERLIN))
    needed = Plan(0, 50, FIRST, rhythm=Rhythm.AS_NEEDED)
    evening = open_diary(plan_in(tmp_path / "diary.rlsdiary", (LEVODOPA, needed)), clock)
    for number in range(3):
        assert len(rows(evening)) == number + 1
        rows(evening)[-1].setFocus()
        evening.press("t")
        clock.forward(hours=1)
    assert doses(evening) == [
        ("Levodopa", 0, "needed", 50.0, 25 * 60 + 10),
        ("Levodopa", 0, "needed", 50.0, 26 * 60 + 10),
        ("Levodopa", 0, "needed", 50.0, 27 * 60 + 10),
    ]
    evening.undo()
    assert len(doses(evening)) == 2


def test_a_patch_is_one_event_a_day(open_diary: Callable[..., Evening], tmp_path: Path) -> None:
    patch = Plan(0, 2, FIRST, minutes=(480,), rhythm=Rhythm.PATCH)
    evening = open_diary(plan_in(tmp_path / "diary.rlsdiary", (PATCH, patch)))
    evening.program.today_view.as_usual_requested.emit()
    assert doses(evening) == [("Rotigotine", 0, "taken", 2.0, 480)]


def test_every_second_day_goes_on_across_a_missed_day_and_new_year(
    open_diary: Callable[..., Evening], tmp_path: Path
) -> None:
    second = Plan(0, 1, date(2026, 12, 28), rhythm=Rhythm.EVERY_SECOND_DAY)
    clock = Clock(datetime(2027, 1, 4, 21, tzinfo=BERLIN))
    evening = open_diary(plan_in(tmp_path / "diary.rlsdiary", (IRON, second)), clock)
    asked = []
    for day in (date(2026, 12, 28) + timedelta(days=n) for n in range(8)):
        evening.program.show_day(day)
        if rows(evening):
            asked.append(day.day)
    assert asked == [28, 30, 1, 3]


def test_iron_is_told_with_food_and_with_vitamin_c(thrice: Evening) -> None:
    iron = rows(thrice)[1]
    assert iron._state.told == ()
    iron.setFocus()
    thrice.press("t")
    rows(thrice)[1].setFocus()
    thrice.press("f", "v", "v")
    (intake,) = thrice.store.days.record(TODAY).intakes
    assert (intake.with_food, intake.with_vitamin_c) == (True, False)
    thrice.press("f", "f")
    (intake,) = thrice.store.days.record(TODAY).intakes
    assert (intake.with_food, intake.with_vitamin_c) == (None, False)


def test_five_ways_of_a_dose_are_five_things(
    open_diary: Callable[..., Evening], tmp_path: Path
) -> None:
    others = [Item(name, ItemKind.MEDICINE, "mg") for name in ("A", "B", "C")]
    plans = [Plan(0, 5, FIRST), Plan(0, 5, FIRST), Plan(0, 5, FIRST, rhythm=Rhythm.AS_NEEDED)]
    pairs = list(zip(others, plans, strict=True))
    evening = open_diary(plan_in(tmp_path / "diary.rlsdiary", *pairs, (IRON, Plan(0, 1, FIRST))))
    keys = {row._state.name: row for row in rows(evening)}
    for name, key in (("A", "t"), ("B", "s"), ("C", "t")):
        keys[name].setFocus()
        evening.press(key)
    evening.program.today_view.extra_requested.emit("Zinc", "15", "mg", "")
    statuses = {name: status for name, _slot, status, _amount, _minute in doses(evening)}
    assert statuses == {"A": "taken", "B": "skipped", "C": "needed", "Zinc": "extra"}
    words = {row._state.name: row.accessibleDescription() for row in rows(evening)}
    assert words["A"].startswith("taken")
    assert words["B"].startswith("skipped")
    assert "beside the plan" in words["Zinc"]
    assert words["Iron"] == "not recorded"
    needed = next(row for row in rows(evening) if row.value == "needed")
    assert "as needed" in needed.accessibleDescription()


def test_a_dose_is_corrected_a_month_later(thrice: Evening) -> None:
    day = TODAY - timedelta(days=14)
    thrice.program.recording.as_usual(day)
    thrice.program.show_day(day)
    row = rows(thrice)[0]
    row.setFocus()
    thrice.press(Qt.Key.Key_F2, "5", "0", Qt.Key.Key_Return)
    assert doses(thrice, day)[0][:4] == ("Levodopa", 0, "taken", 50.0)
    assert Status(doses(thrice, day)[0][2]) is Status.TAKEN
    thrice.undo()
    assert doses(thrice, day)[0][3] == 100.0
