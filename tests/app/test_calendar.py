"""The calendar in the program: what it reads, how it follows changes, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from rlsdiary.app.presenters.calendar_words import found_words
from rlsdiary.domain.day_mark import DayMark
from rlsdiary.services.sample import fill_with_sample
from rlsdiary.services.searching import Found, FoundNote
from rlsdiary.store import Store
from rlsdiary.ui.calendar.state import CalendarState
from rlsdiary.ui.calendar.view import CalendarView
from tests.app.opened import EVENING, Evening

TODAY, YESTERDAY = date(2026, 11, 22), date(2026, 11, 21)
WEEK_AGO = TODAY - timedelta(days=7)


def opened(evening: Evening) -> CalendarView:
    evening.program.show_screen("calendar")
    view = evening.program._screens["calendar"]
    assert isinstance(view, CalendarView)
    return view


def shown(view: CalendarView) -> CalendarState:
    assert view._state is not None
    return view._state


def test_an_empty_diary_is_empty_until_something_is_kept(evening: Evening) -> None:
    view = opened(evening)
    assert shown(view).is_empty
    evening.program.recording.answer(YESTERDAY, "urge", 3)
    evening.program.look_changed()
    assert not shown(view).is_empty
    assert shown(view).marks == {YESTERDAY: DayMark(3)}


def test_it_opens_on_today_with_the_urge(evening: Evening) -> None:
    evening.press("u", "6")
    state = shown(opened(evening))
    assert (state.day, state.chosen.key, state.is_year) == (TODAY, "urge", False)
    assert state.marks == {TODAY: DayMark(6)}


def test_late_days_and_notes_are_told(evening: Evening) -> None:
    recording = evening.program.recording
    recording.answer(WEEK_AGO, "urge", 0)
    recording.note(YESTERDAY, "At the sea")
    assert shown(opened(evening)).marks == {
        WEEK_AGO: DayMark(0, late=7),
        YESTERDAY: DayMark(note="At the sea"),
    }


def test_a_night_stands_under_the_day_on_whose_evening_it_began(evening: Evening) -> None:
    evening.program.today_view.answer_requested.emit("sleep_quality", 4)  # last night's
    view = opened(evening)
    view.rating_requested.emit("sleep_quality")
    assert shown(view).chosen.of_night
    assert shown(view).marks == {YESTERDAY: DayMark(4)}


def test_a_month_and_a_year_read_just_their_days(evening: Evening) -> None:
    for day in (date(2026, 10, 31), date(2026, 1, 1), date(2025, 12, 31), TODAY):
        evening.program.recording.answer(day, "urge", 5)
    view = opened(evening)
    assert set(shown(view).marks) == {TODAY}
    view.period_requested.emit(date(2026, 10, 2))
    assert set(shown(view).marks) == {date(2026, 10, 31)}
    view.way_requested.emit(True, date(2026, 10, 2))
    assert set(shown(view).marks) == {date(2026, 10, 31), date(2026, 1, 1), TODAY}
    assert shown(view).first_year == 2025


def test_opening_a_day_leads_to_it_and_back_to_the_same_month(evening: Evening) -> None:
    evening.press("u", "6")
    view = opened(evening)
    view.period_requested.emit(date(2026, 10, 2))
    view.day_requested.emit(date(2026, 10, 9))
    assert evening.program.shell.current == "today"
    assert evening.program._presenters["today"].day == date(2026, 10, 9)  # type: ignore[attr-defined]
    assert shown(opened(evening)).day == date(2026, 10, 2)


def test_what_is_kept_and_taken_back_is_seen_when_it_comes_to_the_front(evening: Evening) -> None:
    evening.press("u", "6")
    view = opened(evening)
    evening.program.show_screen("today")
    evening.program.acts.do(lambda: evening.program.recording.answer(TODAY, "urge", 8))
    assert shown(view).marks == {TODAY: DayMark(6)}  # out of sight, it is left alone
    opened(evening)
    assert shown(view).marks == {TODAY: DayMark(8)}
    evening.program.acts.undo()
    assert shown(view).marks == {TODAY: DayMark(6)}


def test_a_new_day_is_today_when_the_screen_comes_back(evening: Evening) -> None:
    evening.press("u", "6")
    view = opened(evening)
    evening.program.show_screen("today")
    evening.clock.forward(days=1)
    opened(evening)
    assert (shown(view).today, shown(view).day) == (TODAY + timedelta(days=1),) * 2


def test_a_search_lists_items_and_notes_and_opens_the_day(evening: Evening) -> None:
    recording = evening.program.recording
    recording.note(WEEK_AGO, "Cinema, stood at the back")
    evening.program.today_view.extra_requested.emit("Cinnamon", "1", "g", "")
    view = opened(evening)
    view.search_requested.emit("cin")
    lines = view.results.list.lines
    assert [(line.text, line.day) for line in lines] == [
        ("Cinnamon", TODAY),
        ("Cinema, stood at the back", WEEK_AGO),
    ]
    assert lines[1].parts[0] == ("Cinema", True)
    assert view._search.words == "1 item · 1 note"
    view.results.list.day_requested.emit(WEEK_AGO)
    assert evening.program.shell.current == "today"


def test_a_search_follows_what_is_kept(evening: Evening) -> None:
    evening.program.recording.note(YESTERDAY, "Cinema")
    view = opened(evening)
    view.search_requested.emit("cinema")
    evening.program.acts.do(lambda: evening.program.recording.note(YESTERDAY, "Walk"))
    assert view.results.list.lines == ()
    assert view._search.words.startswith("No note and no item")


@pytest.mark.parametrize("text", ['"', "(", "AND", "'; DROP TABLE note; --", "c*"])
def test_strange_words_are_answered_in_words(evening: Evening, text: str) -> None:
    evening.program.recording.note(YESTERDAY, "Cinema")
    view = opened(evening)
    view.search_requested.emit(text)
    assert view._search.words
    assert evening.program.shell.message == ""
    assert evening.store.days.record(YESTERDAY).note is not None


def test_a_cut_list_says_so() -> None:
    notes = (FoundNote(TODAY, (("x", True),)),) * 200
    locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    assert found_words(Found(1234, notes), locale) == "showing the newest 200 of 1,234 notes"
    assert found_words(Found(200, notes), locale) == "200 notes"
    assert found_words(Found(is_short=True), locale) == "Type at least two letters."


def test_twenty_years_are_opened_in_few_questions(
    open_diary: Callable[..., Evening], tmp_path: Path
) -> None:
    path = tmp_path / "years.rlsdiary"
    store = Store(path, EVENING)
    fill_with_sample(store, YESTERDAY, 7300)
    store.close()
    evening = open_diary(path)
    view = opened(evening)
    asked: list[str] = []
    evening.store._connection.raw.set_trace_callback(asked.append)
    view.way_requested.emit(True, date(2019, 6, 1))
    evening.store._connection.raw.set_trace_callback(None)
    assert len(asked) <= 8
    assert len(shown(view).marks) > 300
    assert shown(view).first_year == 2006
