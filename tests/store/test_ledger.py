"""Every change remembers each row before and after, exactly, and can be taken back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import peewee
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.change import RowChange
from rlsdiary.domain.doses import Intake, Item, ItemKind, Plan, Status
from rlsdiary.domain.errors import DiaryError
from rlsdiary.domain.record import Note
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.store import Store, driver
from rlsdiary.store.connection import Connection
from rlsdiary.store.ledger import Writer
from tests.store.diary import ENTERED, NOW, TODAY, contents, fill, opened, plain, write
from tests.store.template import copy_of_empty

KEY = (TODAY.isoformat(), "urge")


def test_a_new_row_was_not_there_before(store: Store) -> None:
    (row,) = _answer(store, 6).rows
    assert (row.table, row.key, row.before) == ("answer", KEY, None)
    assert row.after == _stored(6)


def test_a_rewritten_row_remembers_both(store: Store) -> None:
    _answer(store, 6)
    (row,) = _answer(store, 3).rows
    assert (row.before, row.after) == (_stored(6), _stored(3))


def test_a_removed_row_remembers_what_it_was(store: Store) -> None:
    _answer(store, 6)
    (row,) = write(store, lambda w: store.days.clear_answer(w, TODAY, "urge")).rows
    assert (row.key, row.before, row.after) == (KEY, _stored(6), None)


def test_writing_the_same_again_is_no_change(store: Store) -> None:
    _answer(store, 6)
    assert _answer(store, 6).rows == []


def test_removing_what_is_not_there_is_no_change(store: Store) -> None:
    assert write(store, lambda w: store.days.clear_answer(w, TODAY, "urge")).rows == []


def test_columns_that_are_not_named_keep_what_they_had(store: Store) -> None:
    item = {"name": "Iron", "kind": "supplement", "unit": "mg"}
    write(store, lambda w: w.put("item", {**item, "position": 7}))
    write(store, lambda w: w.put("item", {"id": 1, "name": "Iron tablet"}))
    (row,) = store._connection.rows("SELECT * FROM item")
    assert (row["name"], row["kind"], row["position"]) == ("Iron tablet", "supplement", 7)


def test_a_bulk_of_new_rows_is_remembered_as_single_ones_are(store: Store) -> None:
    fill(store)

    def act(writer: Writer) -> None:
        answers = [(TODAY - timedelta(days=n), Answer("mood", n, ENTERED)) for n in range(1, 4)]
        intakes = [Intake(1, TODAY, Status.EXTRA, 10 + n, ENTERED) for n in range(3)]
        store.days.add_all(writer, answers, intakes)

    rows = write(store, act).rows
    assert len(rows) == 6
    for row in rows:
        assert row.before is None
        kept = store._connection.rows(f"SELECT * FROM {row.table}")  # noqa: S608 - our own tables
        assert {name: _as_text(value) for name, value in (row.after or {}).items()} in kept


def test_nothing_is_kept_where_the_act_fails(store: Store, path: Path) -> None:
    def act(writer: Writer) -> None:
        store.days.keep_answer(writer, TODAY, Answer("urge", 6, ENTERED))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(store, act)
    assert contents(path)["answer"] == []


def test_a_trial_writes_nothing_and_says_what_it_would(store: Store, path: Path) -> None:
    with store.ledger.writing(keep=False) as writer:
        store.days.keep_answer(writer, TODAY, Answer("urge", 6, ENTERED))
    assert len(writer.rows) == 1
    assert contents(path)["answer"] == []
    _answer(store, 4)
    assert store.days.record(TODAY).value("urge") == 4


def test_a_change_taken_back_can_be_done_again(store: Store, path: Path) -> None:
    empty = contents(path)
    done = _answer(store, 6).rows
    full = contents(path)
    reverse = store.ledger.take_back(done)
    assert contents(path) == empty
    store.ledger.take_back(reverse)
    assert contents(path) == full


def test_what_was_changed_since_is_not_taken_back(store: Store, path: Path) -> None:
    first = _answer(store, 6).rows
    _answer(store, 3)
    before = contents(path)
    with pytest.raises(DiaryError, match="cannot be undone"):
        store.ledger.take_back(first)
    assert contents(path) == before


def test_a_change_is_taken_back_whole_or_not_at_all(store: Store, path: Path) -> None:
    def act(writer: Writer) -> None:
        store.days.keep_answer(writer, TODAY, Answer("urge", 6, ENTERED))
        store.days.keep_answer(writer, TODAY, Answer("mood", 6, ENTERED))

    rows = write(store, act).rows
    _answer(store, 3)
    before = contents(path)
    with pytest.raises(DiaryError, match="cannot be undone"):
        store.ledger.take_back(rows)
    assert contents(path) == before


def test_an_item_that_something_newer_stands_on_is_not_taken_back(store: Store, path: Path) -> None:
    item = Item("Zinc", ItemKind.SUPPLEMENT, "mg")
    made = write(store, lambda w: store.treatment.keep_item(w, item)).rows
    intake = Intake(1, TODAY, Status.EXTRA, 15, ENTERED)
    write(store, lambda w: store.days.keep_intake(w, intake))
    before = contents(path)
    with pytest.raises(DiaryError, match="cannot be undone"):
        store.ledger.take_back(made)
    assert contents(path) == before


def test_a_removed_note_does_not_return_onto_a_newer_one(store: Store, path: Path) -> None:
    note = Note("first", ENTERED)
    write(store, lambda w: store.days.keep_note(w, TODAY, note))
    removed = write(store, lambda w: store.days.keep_note(w, TODAY, Note("", ENTERED))).rows
    # Two newer notes of other days, so that the first one's number is not simply free again.
    other, second = Note("other", ENTERED), Note("second", ENTERED)
    write(store, lambda w: store.days.keep_note(w, date(2026, 11, 1), other))
    write(store, lambda w: store.days.keep_note(w, TODAY, second))
    before = contents(path)
    with pytest.raises(DiaryError, match="cannot be undone"):
        store.ledger.take_back(removed)
    assert contents(path) == before


def test_a_diary_that_another_program_holds_is_said_to_be_in_use(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(driver.PRAGMAS, "busy_timeout", 20)
    with opened(path) as store, plain(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiaryError, match="The diary is in use"):
            _answer(store, 6)
        other.rollback()
        _answer(store, 6)
    assert len(contents(path)["answer"]) == 1


def test_an_error_while_rows_are_fetched_is_said_in_words(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise driver.sqlite_module().DatabaseError("database disk image is malformed")

    monkeypatch.setattr(Connection, "rows", broken)
    monkeypatch.setattr(Connection, "value", broken)
    for read in (
        lambda: store.days.record(TODAY),
        store.treatment.items,
        lambda: store.setting("day_start"),
    ):
        with pytest.raises(DiaryError, match="damaged"):
            read()


# --- any sequence of writes, taken back, leaves the diary as it was

_days = st.dates(date(2026, 11, 1), date(2026, 11, 4))
_words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
_small = st.integers(1, 3)
_acts = st.one_of(
    st.tuples(st.just("answer"), _days, st.sampled_from(["urge", "mood"]), st.integers(0, 10)),
    st.tuples(st.just("word"), _days, st.just("onset"), st.sampled_from(["none", "waking"])),
    st.tuples(st.just("clear"), _days, st.sampled_from(["urge", "mood", "onset"])),
    st.tuples(st.just("note"), _days, _words),
    st.tuples(st.just("item"), st.sampled_from(["Iron", "Zinc", "iron"])),
    st.tuples(st.just("plan"), _small, _days),
    st.tuples(st.just("intake"), _small, _days, st.sampled_from(list(Status))),
    st.tuples(st.just("remove"), st.sampled_from(["intake", "plan", "item"]), _small),
    st.tuples(st.just("marker"), _days, _words),
    st.tuples(st.just("setting"), st.sampled_from(["a", "b"]), _words),
    st.tuples(st.just("bulk"), st.integers(1, 3)),
)


def _do(store: Store, writer: Writer, act: tuple) -> None:
    kind, *words = act
    match kind:
        case "answer" | "word":
            store.days.keep_answer(writer, words[0], Answer(words[1], words[2], ENTERED))
        case "clear":
            store.days.clear_answer(writer, words[0], words[1])
        case "note":
            store.days.keep_note(writer, words[0], Note(words[1], ENTERED))
        case "item":
            known = store.treatment.find_item(words[0], "mg")
            item = Item(words[0], ItemKind.MEDICINE, "mg", id=known.id if known else 0)
            store.treatment.keep_item(writer, item)
        case "plan":
            store.treatment.keep_plan(writer, Plan(words[0], 1, words[1]))
        case "intake":
            store.days.keep_intake(writer, Intake(words[0], words[1], words[2], 1.5, ENTERED))
        case "remove":
            writer.remove(words[0], (words[1],))
        case "marker":
            store.treatment.keep_marker(writer, Marker(words[0], MarkerKind.OWN, words[1]))
        case "setting":
            store.keep_setting(writer, words[0], words[1])
        case "bulk":  # of a day that has no answer yet
            newest = store._connection.value("SELECT max(day) FROM answer") or "2026-11-04"
            day = date.fromisoformat(newest) + timedelta(days=1)
            store.days.add_all(writer, [(day, Answer("urge", words[0], ENTERED))], [])


@settings(max_examples=30, deadline=None)
@given(transactions=st.lists(st.lists(_acts, min_size=1, max_size=6), min_size=1, max_size=6))
def test_any_sequence_of_writes_is_taken_back_exactly(transactions: list[list[tuple]]) -> None:
    with TemporaryDirectory() as folder:
        path = copy_of_empty(Path(folder) / "diary.rlsdiary")
        with opened(path) as store:
            _check_all_taken_back(store, path, transactions)


def _check_all_taken_back(store: Store, path: Path, transactions: list[list[tuple]]) -> None:
    dumps, done = [contents(path)], []
    for acts in transactions:
        rows = _kept_or_refused(store, acts)
        if rows is not None:
            done.append(rows)
            dumps.append(contents(path))
    last = dumps.pop()
    redo = []
    for rows, dump in zip(reversed(done), reversed(dumps), strict=True):
        redo.append(store.ledger.take_back(rows))
        assert contents(path) == dump
    for rows in reversed(redo):
        store.ledger.take_back(rows)
    assert contents(path) == last


def _kept_or_refused(store: Store, acts: list[tuple]) -> tuple[RowChange, ...] | None:
    """Return the rows of one transaction, None where the tables' own rules refused it."""
    try:
        with store.ledger.writing() as writer:
            for act in acts:
                _do(store, writer, act)
    except peewee.IntegrityError:
        return None
    return tuple(writer.rows)


def _answer(store: Store, value: int) -> Writer:
    answer = Answer("urge", value, ENTERED)
    return write(store, lambda writer: store.days.keep_answer(writer, TODAY, answer))


def _as_text(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _stored(value: int) -> dict[str, object]:
    return {
        "day": TODAY.isoformat(),
        "question": "urge",
        "number": float(value),
        "word": None,
        "at": None,
        "entered_at": NOW.replace(tzinfo=None).isoformat(timespec="seconds"),
        "zone": "Europe/Berlin",
        "offset": 60,
        "source": "",
    }
