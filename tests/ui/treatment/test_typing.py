"""What does not fit is said at its row, nothing typed is lost, nothing is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rlsdiary.domain.change import Change
from rlsdiary.ui.kit.form import control_of
from tests.ui.treatment.conftest import Screen

GOOD = {"name": "Zinc", "amount": "15", "unit": "mg", "first": "2026-11-01"}


@pytest.mark.parametrize(
    ("row", "typed", "said"),
    [
        ("name", "  ", "needs a name"),
        ("name", "x" * 81, "at most 80"),
        ("amount", "", "how much"),
        ("amount", "0", "more than 0"),
        ("amount", "a lot", "“a lot” is not a number"),
        ("amount", "-1", "from 0"),
        ("amount", "1,500", "two ways"),
        ("unit", "", "needs a unit"),
        ("unit", "mg_salt", "without “_”"),
        ("clock", "25:00", "not a time of day"),
        ("first", "31.2.2026", "no 31.2.2026 in the calendar"),
        ("first", "soon", "not a date"),
        ("first", "2028-01-01", "has not come yet"),
        ("first", "", "not a date"),
    ],
)
def test_what_does_not_fit_is_said_at_its_row(
    screen: Screen, row: str, typed: str, said: str
) -> None:
    screen.add(**GOOD | {row: typed})
    form = screen.form("add")
    assert list(form.problems()) == [row]
    assert said in form.problems()[row]
    assert form.values() | GOOD | {row: typed} == form.values()
    assert screen.plans() == []
    assert screen.failures == []


def test_weekdays_need_a_day(screen: Screen) -> None:
    screen.add(**GOOD, rhythm="weekdays")
    assert screen.form("add").problems() == {"weekdays": "Choose at least one day."}


@pytest.mark.parametrize("row", ["label_mg", "compound_mg"])
def test_a_bad_content_is_said_at_its_row(screen: Screen, row: str) -> None:
    content = {"unit": "tablet", "element": "iron", "compound": "ferrous-fumarate"}
    screen.add(**GOOD | content | {row: "much"})
    assert list(screen.form("add").problems()) == [row]


def test_all_problems_are_said_at_once_and_the_first_has_the_keys(screen: Screen) -> None:
    screen.add(**GOOD | {"amount": "x", "clock": "99"})
    form = screen.form("add")
    assert list(form.problems()) == ["amount", "clock"]
    assert control_of(form.row("amount")).hasFocus()


def test_typing_again_takes_the_words_away(screen: Screen) -> None:
    screen.add(**GOOD | {"amount": "x"})
    form = screen.form("add")
    QTest.keyClicks(control_of(form.row("amount")), "5")
    assert form.problems() == {}


def test_a_change_from_elsewhere_leaves_what_is_typed(screen: Screen) -> None:
    screen.press("Add a supplement or medicine")
    screen.form("add").fill({"name": "Zinc"})
    screen.bus.changed.emit(Change("", frozenset({"plans", "items", "markers"})))
    assert screen.form("add").values()["name"] == "Zinc"


def test_enter_keeps_and_escape_gives_up(screen: Screen) -> None:
    screen.press("Add a supplement or medicine")
    form = screen.form("add")
    form.fill(GOOD)
    QTest.keyClick(control_of(form.row("name")), Qt.Key.Key_Return)
    assert len(screen.plans()) == 1
    screen.press("Add a supplement or medicine")
    QTest.keyClick(control_of(screen.form("add").row("name")), Qt.Key.Key_Escape)
    assert screen.view.form("add") is None
    assert screen.view._add.hasFocus()
    assert len(screen.plans()) == 1


def test_everything_is_reached_by_tab(screen: Screen) -> None:
    screen.add(**GOOD)
    screen.press("Change the dose", "Zinc")
    seen = []
    for _ in range(16):
        holder = screen.view.focusWidget()
        seen.append(holder.accessibleName() or holder.property("text"))
        QTest.keyClick(holder, Qt.Key.Key_Tab)
    assert seen[:6] == [
        "How much each time",
        "How often: every day, a patch every day, every second day, certain weekdays, as needed, "
        "once",
        "Times a day: 1, 2, 3, 4, 5, 6",
        "At what time",
        "From this day on",
        "Mark it in the charts: yes, no",
    ]
    assert seen[6:10] == [
        "Keep",
        "Close without keeping",
        "Add a supplement or medicine",
        "Add a marker",
    ]
    assert "Change the dose: Zinc" in seen
