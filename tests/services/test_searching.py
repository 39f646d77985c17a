"""The search: what is found, in which order, and that typed words stay words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.doses import Intake, Item, ItemKind, Status
from rlsdiary.domain.record import Note
from rlsdiary.services.searching import Found, Searching, expression, typed_words
from rlsdiary.store import Store
from tests.store.diary import ENTERED, TODAY, contents, opened, write
from tests.store.template import copy_of_empty

STRANGE = (
    '"',
    '""',
    "cof*",
    "co*fee",
    "(coffee",
    "coffee)",
    "coffee AND",
    "AND OR NOT",
    "NOT coffee",
    "NEAR(coffee five)",
    "text:coffee",
    "{text} : coffee",
    "^coffee",
    "-coffee",
    "coffee + five",
    "coffee'; DROP TABLE note; --",
    "' OR 1=1 --",
    "%",
    "_",
    "\\",
    "\x00co\x00ffee",
    "\ud800coffee",
    "co\x02ff\x03ee",
    "🙂🙂",
    "٣٤",
    "a" * 5000,
    "ab " * 500,
)


@pytest.fixture
def searching(store: Store) -> Searching:
    """Return the search over an empty diary."""
    return Searching(store)


def note(store: Store, text: str, days_ago: int = 0) -> date:
    day = TODAY - timedelta(days=days_ago)
    write(store, lambda writer: store.days.keep_note(writer, day, Note(text, ENTERED)))
    return day


def days(found: Found) -> list[date]:
    return [each.day for each in found.notes]


def bold(found: Found) -> list[str]:
    return [piece for each in found.notes for piece, is_found in each.parts if is_found]


def test_notes_are_found_newest_first_whatever_their_order_of_writing(
    store: Store, searching: Searching
) -> None:
    middle, newest, oldest = note(store, "tea", 5), note(store, "tea", 1), note(store, "tea", 9)
    assert days(searching.find("tea")) == [newest, middle, oldest]


def test_every_word_must_be_there_and_the_last_may_only_have_begun(
    store: Store, searching: Searching
) -> None:
    day = note(store, "Coffee at five, I know.")
    note(store, "Coffee with the neighbours", 1)
    assert days(searching.find("coffee fi")) == [day]
    assert len(days(searching.find("cof"))) == 2
    assert days(searching.find("cof five")) == []


def test_found_words_are_marked_as_they_were_written(store: Store, searching: Searching) -> None:
    note(store, "A Café at two,\nthen a CAFE again.")
    found = searching.find("café")
    assert bold(found) == ["Café", "CAFE"]
    assert "".join(piece for piece, _ in found.notes[0].parts) == (
        "A Café at two, then a CAFE again."
    )


def test_only_the_newest_are_shown_and_all_are_counted(store: Store, searching: Searching) -> None:
    for ago in range(7):
        note(store, "walk", ago)
    found = searching.find("walk", most=3)
    assert found.note_count == 7
    assert days(found) == [TODAY - timedelta(days=ago) for ago in range(3)]


def test_a_note_that_was_taken_back_is_not_found(store: Store, searching: Searching) -> None:
    note(store, "walk")
    note(store, "")
    assert searching.find("walk") == Found()


@pytest.mark.parametrize("text", ["", " ", "c", '"', " - ", "c*", "(c)"])
def test_less_than_two_letters_is_no_search(store: Store, searching: Searching, text: str) -> None:
    note(store, "c coffee")
    assert searching.find(text) == Found(is_short=True)


@pytest.mark.parametrize("text", ["cof*", "(coffee", "coffee)", "^coffee", "-coffee", '"coffee'])
def test_signs_of_a_query_language_mean_nothing(
    store: Store, searching: Searching, text: str
) -> None:
    day = note(store, "Coffee at five")
    note(store, "tea", 1)
    assert days(searching.find(text)) == [day]


@pytest.mark.parametrize("text", ["tea OR coffee", "coffee NOT tea", "text:coffee", "NEAR(coffee)"])
def test_words_of_a_query_language_are_looked_for_as_words(
    store: Store, searching: Searching, text: str
) -> None:
    note(store, "coffee")
    note(store, "tea", 1)
    assert searching.find(text) == Found()


def test_a_word_of_a_query_language_is_found_where_it_was_written(
    store: Store, searching: Searching
) -> None:
    day = note(store, "coffee and not tea")
    note(store, "coffee without tea", 1)
    assert days(searching.find("AND NOT")) == [day]
    assert days(searching.find("coffee AND NOT tea")) == [day]


@pytest.mark.parametrize("text", STRANGE)
def test_strange_text_breaks_nothing(path: Path, text: str) -> None:
    with opened(path) as store:
        note(store, "Coffee at five")
        before = contents(path)
        Searching(store).find(text)
    assert contents(path) == before


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A diary with a few notes that any number of searches may read."""
    path = copy_of_empty(tmp_path_factory.mktemp("kept") / "diary.rlsdiary")
    with opened(path) as store:
        for ago, text in enumerate(("Coffee (two) “and” a half", "naïve – AND* NOT", "a\x02b c")):
            note(store, text, ago)
        yield store


@given(st.text(st.characters(), max_size=60))
def test_any_text_is_answered(kept: Store, text: str) -> None:
    found = Searching(kept).find(text)
    assert found.note_count == len(found.notes)


@given(st.text(st.sampled_from('co"*()-+^:{}, AND\tORNEAR’ß'), max_size=30))
def test_text_made_of_signs_is_answered(kept: Store, text: str) -> None:
    Searching(kept).find(text)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_an_expression_is_quoted_from_end_to_end(text: str) -> None:
    words = typed_words(text)
    inside = expression(words).removesuffix(" *") if words else ""
    outside = inside.replace('""', "").split('"')[::2]
    assert all(not piece.strip() for piece in outside)


# --- items


def item(store: Store, name: str, **others: str) -> int:
    made = Item(name, ItemKind.SUPPLEMENT, "mg", **others)  # type: ignore[arg-type]
    number: list[int] = []
    write(store, lambda writer: number.append(store.treatment.keep_item(writer, made)))
    return number[0]


def take(store: Store, number: int, *days_ago: int, status: Status = Status.TAKEN) -> None:
    def act(writer: object) -> None:
        for ago in days_ago:
            day = TODAY - timedelta(days=ago)
            store.days.keep_intake(writer, Intake(number, day, status, 1, ENTERED))  # type: ignore[arg-type]

    write(store, act)


def test_an_item_says_on_how_many_days_and_when_last(store: Store, searching: Searching) -> None:
    number = item(store, "Iron bisglycinate")
    take(store, number, 9, 4, 4)
    take(store, number, 1, status=Status.SKIPPED)
    (found,) = searching.find("bis").items
    assert (found.days, found.last) == (2, TODAY - timedelta(days=4))
    assert found.parts == (("Iron ", False), ("bisglycinate", True))


def test_a_tracked_item_counts_its_answers(store: Store, searching: Searching) -> None:
    number = item(store, "Coffee")
    answer = Answer(f"item:{number}", 2, ENTERED)
    write(store, lambda writer: store.days.keep_answer(writer, TODAY, answer))
    (found,) = searching.find("coff").items
    assert (found.days, found.last) == (1, TODAY)


def test_an_item_that_was_never_recorded_is_found_and_says_so(
    store: Store, searching: Searching
) -> None:
    item(store, "Zinc")
    (found,) = searching.find("zi").items
    assert (found.days, found.last) == (0, None)


def test_an_item_is_found_by_its_substance_and_without_accents(
    store: Store, searching: Searching
) -> None:
    item(store, "Sifrol", substance="pramipexole")
    item(store, "Zínc")
    (found,) = searching.find("Pramí").items
    assert "".join(piece for piece, _ in found.parts) == "Sifrol · pramipexole"
    assert [found.item.name for found in searching.find("zinc").items] == ["Zínc"]


def test_an_item_must_hold_every_word(store: Store, searching: Searching) -> None:
    item(store, "Iron bisglycinate")
    assert searching.find("iron zinc").items == ()
    assert len(searching.find("iro-bis").items) == 1
