"""Markers on the time line, read back from the diary file."""

from tests.store.diary import TODAY
from tests.ui.treatment.conftest import Screen


def add_marker(screen: Screen, **values: str) -> None:
    screen.press("Add a marker")
    screen.keep(screen.form("marker"), **values)


def markers(screen: Screen) -> list[tuple[object, ...]]:
    return screen.rows("SELECT day, kind, title FROM marker ORDER BY id")


def test_a_marker_is_kept_and_undone(screen: Screen) -> None:
    add_marker(screen, day="2026-11-10", kind="infusion", title="Iron infusion, 500 mg")
    assert markers(screen) == [("2026-11-10", "infusion", "Iron infusion, 500 mg")]
    assert screen.lines() == ["Iron infusion, 500 mg"]
    screen.acts.undo()
    assert markers(screen) == []
    assert screen.lines() == []


def test_a_marker_begins_with_today(screen: Screen) -> None:
    add_marker(screen, title="At the sea", kind="travel")
    assert markers(screen) == [(TODAY.isoformat(), "travel", "At the sea")]


def test_a_marker_needs_words_and_a_day(screen: Screen) -> None:
    add_marker(screen, day="32.1.", title="")
    assert list(screen.form("marker").problems()) == ["day", "title"]
    assert markers(screen) == []


def test_an_appointment_may_lie_ahead(screen: Screen) -> None:
    add_marker(screen, day="2026-12-03", kind="appointment", title="Sleep clinic")
    assert markers(screen) == [("2026-12-03", "appointment", "Sleep clinic")]


def test_a_marker_is_corrected_in_its_place(screen: Screen) -> None:
    add_marker(screen, day="2026-11-10", kind="illness", title="Cold")
    screen.press("Correct", "Cold")
    form = screen.form("marker", "marker 1")
    assert form.values() == {"day": "2026-11-10", "kind": "illness", "title": "Cold"}
    screen.keep(form, title="A bad cold")
    assert markers(screen) == [("2026-11-10", "illness", "A bad cold")]


def test_a_removed_marker_comes_back_by_undo(screen: Screen) -> None:
    add_marker(screen, day="2026-11-10", kind="illness", title="Cold")
    screen.press("Remove", "Cold")
    assert markers(screen) == []
    screen.acts.undo()
    assert markers(screen) == [("2026-11-10", "illness", "Cold")]


def test_the_newest_marker_stands_first(screen: Screen) -> None:
    for day, title in (("2026-11-10", "second"), ("2026-11-01", "first"), ("2026-11-20", "third")):
        add_marker(screen, day=day, kind="own", title=title)
    assert screen.lines() == ["third", "second", "first"]
