"""Habits, triggers, measures and places on the Today screen, read back from the diary file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rlsdiary.domain.questions import Card
from rlsdiary.ui.today.chips import ChipCard
from tests.app.opened import EVENING, Evening

TODAY = EVENING.date()


@pytest.fixture
def evening(open_diary: Callable[..., Evening], tmp_path: Path) -> Evening:
    opened = open_diary(tmp_path / "diary.rlsdiary")
    opened.program.today_view.complete()
    for card in (Card.HABITS, Card.TRIED):
        opened.program.today_view.fold_requested.emit(card, True)
    QApplication.processEvents()
    return opened


def card(evening: Evening, of: Card) -> ChipCard:
    return evening.program.today_view._chips[of]


def kept(evening: Evening) -> dict[str, tuple[object, int | None]]:
    answers = evening.store.days.record(TODAY).answers
    return {key: (answer.value, answer.at) for key, answer in answers.items()}


def test_an_evening_with_two_coffees_and_a_long_drive(evening: Evening) -> None:
    card(evening, Card.HABITS).take_keys()
    evening.press("2", "l", " ")
    assert kept(evening) == {"habit:coffee": (2, None), "trigger:long-sitting": (1, None)}


def test_a_time_is_kept_in_minutes_of_the_diary_day(evening: Evening) -> None:
    view = evening.program.today_view
    view.timed_answer_requested.emit("habit:alcohol", 1, "00:30")
    assert kept(evening) == {"habit:alcohol": (1, 24 * 60 + 30)}


def test_none_of_the_others_keeps_what_is_there_and_is_one_act(evening: Evening) -> None:
    card(evening, Card.HABITS).take_keys()
    evening.press("3")
    card(evening, Card.HABITS).none_of_others_requested.emit()
    values = {key: value for key, (value, _at) in kept(evening).items()}
    assert values.pop("habit:coffee") == 3
    assert set(values.values()) == {0}
    assert "trigger:heat" in values
    assert "trigger:period" not in values, "what is not asked is not answered"
    evening.undo()
    assert kept(evening) == {"habit:coffee": (3, None)}


def test_what_was_tried_is_kept_with_how_much_it_helped(evening: Evening) -> None:
    card(evening, Card.TRIED).take_keys()
    evening.press(" ")
    assert kept(evening) == {"relief:walking": ("tried", None)}
    evening.press("3")
    assert kept(evening) == {"relief:walking": (3, None)}


def test_where_it_was_felt_is_pointed_at(evening: Evening) -> None:
    view = evening.program.today_view
    view.focus_question("where")
    evening.press("b", "f", " ")
    assert kept(evening) == {"where": ("foot.right,calf.left,calf.right", None)}


def test_a_habit_of_yesterday_is_marked_as_late_and_today_stays_empty(evening: Evening) -> None:
    evening.program.show_day(TODAY - timedelta(days=3))
    card(evening, Card.HABITS).take_keys()
    evening.press("2")
    assert kept(evening) == {}
    chips = card(evening, Card.HABITS)._chips
    assert chips[0].late == "entered 3 days later"


def test_a_folded_card_says_what_is_recorded(evening: Evening) -> None:
    card(evening, Card.HABITS).take_keys()
    evening.press("2")
    evening.program.today_view.fold_requested.emit(Card.HABITS, False)
    assert "2 cups" in card(evening, Card.HABITS)._subtitle.text()
    assert card(evening, Card.HABITS).board is None
