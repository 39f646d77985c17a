"""What the Today screen asks: the built-in questions and own items, as the person arranged them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.doses import Item, ItemKind
from rlsdiary.domain.questions import Card, Kind, Place, Question

OWN_KINDS = (Kind.RATING, Kind.NUMBER, Kind.YES, Kind.AMOUNT)
"""What a person's own item can be."""
_CARDS = {
    ItemKind.HABIT: Card.HABITS,
    ItemKind.TRIGGER: Card.HABITS,
    ItemKind.RELIEF: Card.TRIED,
}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the person changed: places of single questions, and whole cards in another order.

    A question that is not named stands where the catalogue has it; one that a later program
    brings along is simply there.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    orders: Mapping[Card, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, stored: object) -> Arrangement:
        """Read what ``stored`` wrote; what does not fit is as if it were not there."""
        told = stored if isinstance(stored, dict) else {}
        places, orders = told.get("places"), told.get("orders")
        return cls(
            {
                key: Place(word)
                for key, word in (places if isinstance(places, dict) else {}).items()
                if word in {place.value for place in Place}
            },
            {
                card: tuple(key for key in orders[card.value] if isinstance(key, str))
                for card in Card
                if isinstance(orders, dict) and isinstance(orders.get(card.value), list)
            },
        )

    def stored(self) -> dict[str, object]:
        """Return it as plain values for a setting."""
        return {
            "places": {key: place.value for key, place in self.places.items()},
            "orders": {card.value: list(keys) for card, keys in self.orders.items()},
        }


def own_question(item: Item) -> Question:
    """Return the question of an own item, shown unless it is archived."""
    kind = Kind(item.value_kind) if item.value_kind else Kind.NUMBER
    if item.kind is ItemKind.RELIEF:
        kind = Kind.HELP
    card = Card.NIGHT if item.of_night else _CARDS.get(item.kind, Card.TODAY)
    return Question(
        item.question,
        kind,
        card,
        item.name,
        low_words=item.low_words,
        high_words=item.high_words,
        unit=item.unit,
        place=Place.OFF if item.archived else Place.SHOWN,
        timed=item.timed,
        private=item.private,
        track=item.name,
    )


def questions_with(items: Iterable[Item]) -> dict[str, Question]:
    """Return every question by key: the built-in ones, then those of tracked ``items``."""
    own = (own_question(item) for item in items if not item.kind.is_taken)
    return QUESTIONS | {question.key: question for question in own}


def arranged(items: Iterable[Item], arrangement: Arrangement) -> dict[Card, tuple[Question, ...]]:
    """Return all questions of each card in the person's order, each with the person's place.

    Questions that are off are there too. An archived item stays off whatever was arranged.
    """
    archived = {item.question for item in items if item.archived}
    cards: dict[Card, list[Question]] = {card: [] for card in Card}
    for question in questions_with(items).values():
        place = arrangement.places.get(question.key, question.place)
        placed = replace(question, place=Place.OFF if question.key in archived else place)
        cards[question.card].append(placed)
    return {
        card: _in_order(questions, arrangement.orders.get(card, ()))
        for card, questions in cards.items()
    }


def _in_order(questions: list[Question], order: tuple[str, ...]) -> tuple[Question, ...]:
    """Put the named ones in their order; every other follows the one it follows by itself."""
    known = {question.key: question for question in questions}
    keys = [key for key in dict.fromkeys(order) if key in known]
    before = ""
    for question in questions:
        if question.key not in keys:
            keys.insert(keys.index(before) + 1 if before else 0, question.key)
        before = question.key
    return tuple(known[key] for key in keys)
