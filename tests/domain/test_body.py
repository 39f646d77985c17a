"""The parts of the body: what is kept, and how it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlsdiary.domain.body import PLACES, body_words, joined, places_of
from rlsdiary.domain.catalogue import QUESTIONS

NAMES = [place for place, _words in PLACES]


@given(st.sets(st.sampled_from(NAMES), min_size=1))
def test_places_are_kept_in_one_order_and_read_back(places: set[str]) -> None:
    kept = joined(places)
    assert places_of(kept) == places
    assert QUESTIONS["where"].check(kept) == kept
    assert joined(sorted(places, reverse=True)) == kept


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("calf.left,calf.right,foot.left", "left foot, both lower legs"),
        ("trunk.left,trunk.right", "trunk"),
        ("other.left,other.right", "elsewhere"),
        ("hand.right", "right hand"),
        (None, ""),
    ],
)
def test_both_sides_are_said_as_one(value: object, words: str) -> None:
    assert body_words(value) == words


def test_every_region_has_two_sides() -> None:
    assert len(NAMES) == len(set(NAMES)) == 18
