"""The search index stays in step with the notes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rlsdiary.domain.record import Note
from rlsdiary.store import Store
from tests.store.diary import ENTERED, TODAY, write


def test_a_new_note_is_found(store: Store) -> None:
    _keep(store, "Cold shower at two")
    assert _found(store, "shower") == [TODAY.isoformat()]


def test_accents_and_case_do_not_matter(store: Store) -> None:
    _keep(store, "Café at five")
    assert _found(store, "cafe") == _found(store, "CAFÉ") == [TODAY.isoformat()]


def test_a_rewritten_note_is_found_by_its_new_words_only(store: Store) -> None:
    _keep(store, "Cold shower")
    _keep(store, "Long walk")
    assert _found(store, "shower") == []
    assert _found(store, "walk") == [TODAY.isoformat()]


def test_a_removed_note_is_not_found(store: Store) -> None:
    _keep(store, "Cold shower")
    _keep(store, "")
    assert _found(store, "shower") == []


def test_an_undone_rewriting_is_found_by_its_old_words(store: Store) -> None:
    _keep(store, "Cold shower")
    rows = write(store, lambda w: store.days.keep_note(w, TODAY, Note("Long walk", ENTERED))).rows
    store.ledger.take_back(rows)
    assert _found(store, "shower") == [TODAY.isoformat()]
    assert _found(store, "walk") == []


def test_the_index_is_sound_after_all_of_it(store: Store) -> None:
    for number, text in enumerate(("one", "two", "three")):
        _keep(store, text, TODAY - timedelta(days=number))
    _keep(store, "four")
    _keep(store, "", TODAY - timedelta(days=1))
    # Raises where the index and the notes differ.
    store._connection.raw.execute(
        "INSERT INTO note_search (note_search, rank) VALUES ('integrity-check', 1)"
    )


def test_the_check_would_notice_an_index_out_of_step(store: Store) -> None:
    _keep(store, "one")
    store._connection.raw.execute("DROP TRIGGER note_rewritten")
    _keep(store, "two")
    with pytest.raises(Exception, match=r"checksum mismatch|malformed"):
        store._connection.raw.execute(
            "INSERT INTO note_search (note_search, rank) VALUES ('integrity-check', 1)"
        )


def _keep(store: Store, text: str, day: date = TODAY) -> None:
    write(store, lambda writer: store.days.keep_note(writer, day, Note(text, ENTERED)))


def _found(store: Store, words: str) -> list[str]:
    rows = store._connection.raw.execute(
        "SELECT day FROM note_search JOIN note ON note.id = note_search.rowid "
        "WHERE note_search MATCH ? ORDER BY day",
        (words,),
    )
    return [day for (day,) in rows]
