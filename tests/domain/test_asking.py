"""What Today asks: the person's places and order, own items, and what later programs bring."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlsdiary.domain.asking import Arrangement, arranged, own_question, questions_with
from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.doses import Item, ItemKind
from rlsdiary.domain.questions import Card, Kind, Place

DIZZY = Item("Dizziness", ItemKind.OWN, id=7, value_kind="rating", low_words="none")
DREAMS = Item("Dreams", ItemKind.OWN, id=8, value_kind="yes", of_night=True)
COLA = Item("Cola", ItemKind.HABIT, "glasses", id=9, value_kind="amount", timed=True)
IRON = Item("Iron", ItemKind.SUPPLEMENT, "mg", id=10)
OWN = (DIZZY, DREAMS, COLA, IRON)


def keys(arrangement: Arrangement, card: Card, items: tuple[Item, ...] = ()) -> list[str]:
    return [question.key for question in arranged(items, arrangement)[card]]


def test_by_itself_every_card_has_the_questions_of_the_catalogue_in_their_order() -> None:
    cards = arranged((), Arrangement())
    assert [q.key for card in Card for q in cards[card]] == list(QUESTIONS)
    assert all(q.place is QUESTIONS[q.key].place for card in Card for q in cards[card])


def test_a_simple_evening_shows_what_the_plain_diary_asks() -> None:
    shown = [
        q.key for card in Card for q in arranged((), Arrangement())[card] if q.place is Place.SHOWN
    ]
    assert shown == [
        *("sleep_quality", "leg_wakings"),
        *("urge", "onset", "rest", "stress", "tiredness"),
    ]


def test_own_items_are_asked_on_the_card_of_their_kind() -> None:
    cards = arranged(OWN, Arrangement())
    assert cards[Card.TODAY][-1].key == "item:7"
    assert cards[Card.NIGHT][-1].key == "night-item:8"
    assert cards[Card.HABITS][-1].key == "item:9"
    assert not any("10" in q.key for card in Card for q in cards[card])


def test_an_own_item_asks_in_the_words_of_its_person() -> None:
    question = own_question(DIZZY)
    assert (question.kind, question.label, question.low_words) == (Kind.RATING, "Dizziness", "none")
    assert own_question(COLA).timed
    assert own_question(Item("Old", ItemKind.OWN, id=1)).kind is Kind.NUMBER


def test_a_measure_of_ones_own_says_how_much_it_helped() -> None:
    assert own_question(Item("Yoga", ItemKind.RELIEF, id=3, value_kind="yes")).kind is Kind.HELP


def test_a_question_moves_to_the_place_the_person_chose() -> None:
    moved = Arrangement(places={"mood": Place.SHOWN, "stress": Place.OFF})
    places = {q.key: q.place for q in arranged((), moved)[Card.TODAY]}
    assert (places["mood"], places["stress"], places["urge"]) == (
        Place.SHOWN,
        Place.OFF,
        Place.SHOWN,
    )


def test_an_archived_item_stays_off_whatever_was_arranged() -> None:
    gone = Item("Dizziness", ItemKind.OWN, id=7, archived=True)
    cards = arranged((gone,), Arrangement(places={"item:7": Place.SHOWN}))
    assert cards[Card.TODAY][-1].place is Place.OFF


def test_named_questions_come_in_their_order_and_others_after_the_one_they_follow() -> None:
    order = Arrangement(orders={Card.NIGHT: ("leg_wakings", "sleep_quality")})
    assert keys(order, Card.NIGHT)[:3] == ["leg_wakings", "wakings", "legs_asleep"]
    assert keys(order, Card.NIGHT)[-1] == "sleep_quality"


def test_a_question_of_a_later_program_stands_where_its_catalogue_has_it() -> None:
    old = [key for key in keys(Arrangement(), Card.TODAY) if key != "pain"]
    assert keys(Arrangement(orders={Card.TODAY: tuple(old)}), Card.TODAY) == keys(
        Arrangement(), Card.TODAY
    )


def test_keys_that_no_longer_exist_are_left_out() -> None:
    assert "gone" not in keys(Arrangement(orders={Card.TODAY: ("gone", "urge")}), Card.TODAY)


def test_an_arrangement_survives_being_stored() -> None:
    told = Arrangement({"mood": Place.SHOWN}, {Card.TODAY: ("stress", "urge")})
    assert Arrangement.read(json.loads(json.dumps(told.stored()))) == told


@pytest.mark.parametrize(
    "stored", [None, 3, "x", [], {}, {"places": 1, "orders": []}, {"places": {"urge": "up"}}]
)
def test_a_broken_setting_is_as_if_nothing_was_arranged(stored: object) -> None:
    assert Arrangement.read(stored) == Arrangement()


@given(st.permutations(list(QUESTIONS)), st.integers(0, len(QUESTIONS)))
def test_whatever_the_order_every_question_is_there_once(order: list[str], count: int) -> None:
    arrangement = Arrangement(orders=dict.fromkeys(Card, tuple(order[:count])))
    cards = arranged(OWN, arrangement)
    found = [q.key for card in Card for q in cards[card]]
    assert sorted(found) == sorted(questions_with(OWN))
