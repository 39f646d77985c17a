"""The file's schema, pragmas and header are what the program believes them to be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import peewee
import pytest

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.day import Entered
from rlsdiary.domain.doses import Intake, Status
from rlsdiary.domain.record import Note
from rlsdiary.store import Store
from rlsdiary.store.diary_file import APPLICATION_ID, known_steps
from rlsdiary.store.tables import TABLES
from tests.store.diary import ENTERED, TODAY, contents, fill, opened, plain, write

Columns = dict[str, tuple[bool, bool, str]]
_TYPES = {"FLOAT": "REAL", "AUTO": "INTEGER", "INT": "INTEGER", "DECIMAL": "REAL"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table._meta.table_name)
def test_the_migrated_columns_are_those_of_the_model(path: Path, table: type[peewee.Model]) -> None:
    assert _columns_of_file(path, table._meta.table_name) == _columns_of_model(table)


def test_every_table_of_the_file_has_a_model(path: Path) -> None:
    ours = {table._meta.table_name for table in TABLES}
    assert set(contents(path)) == ours | {"schema_migration"}


def test_a_default_of_the_model_is_the_default_of_the_file(path: Path) -> None:
    with plain(path) as connection:
        for table in TABLES:
            name = table._meta.table_name
            for row in connection.execute(f"PRAGMA table_info({name})"):
                field = table._meta.fields[row[1]]
                in_file = None if row[4] is None else row[4].strip("'")
                in_model = None if field.default is None else str(field.default)
                assert in_file == in_model, (name, row[1])


def test_the_header_says_that_the_file_is_ours(path: Path) -> None:
    with plain(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        steps = connection.execute("SELECT name FROM schema_migration").fetchall()
    assert [name for (name,) in steps] == known_steps()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("foreign_keys", 1),
        ("synchronous", 2),  # FULL
        ("journal_mode", "wal"),
        ("trusted_schema", 0),
        ("busy_timeout", 5000),
    ],
)
def test_an_open_diary_keeps_every_word(store: Store, pragma: str, value: object) -> None:
    assert store._connection.value(f"PRAGMA {pragma}") == value


def test_an_intake_of_no_item_is_refused(store: Store) -> None:
    intake = Intake(99, TODAY, Status.TAKEN, 1, ENTERED)
    with pytest.raises(peewee.IntegrityError):
        write(store, lambda writer: store.days.keep_intake(writer, intake))


def test_an_answer_is_a_number_or_a_word_never_both_or_neither(store: Store) -> None:
    row = {"day": TODAY, "question": "urge", "entered_at": "", "zone": "", "offset": 0}
    for number, word in ((None, None), (1.0, "one")):
        with pytest.raises(peewee.IntegrityError), store.ledger.writing() as writer:
            writer.put("answer", {**row, "number": number, "word": word})


def test_a_new_diary_is_for_its_owner_alone(tmp_path: Path) -> None:
    with opened(tmp_path / "new.rlsdiary"):
        pass
    assert (tmp_path / "new.rlsdiary").stat().st_mode & 0o077 == 0


def test_nothing_but_the_diary_is_left_where_it_was_made_and_closed(tmp_path: Path) -> None:
    with opened(tmp_path / "new.rlsdiary") as store:
        fill(store)
    assert [p.name for p in tmp_path.iterdir()] == ["new.rlsdiary"]


def test_what_was_written_is_read_again_with_its_moment(store: Store) -> None:
    fill(store)
    record = store.days.record(TODAY)
    assert record.value("urge") == 6
    assert isinstance(record.value("urge"), int)
    assert record.answers["urge"].entered == ENTERED
    assert record.note == Note("Calves, “both” sides; naïve 🙂", ENTERED)
    assert [intake.amount for intake in record.intakes] == [65]
    assert store.days.record(date(2026, 11, 21)).is_empty


def test_the_day_start_of_the_diary_is_remembered(path: Path) -> None:
    with opened(path) as store:
        write(store, lambda writer: store.keep_setting(writer, "day_start", "04:30"))
    with opened(path) as store:
        assert store.rule().start_minute == 270


def test_a_second_diary_opened_for_a_moment_leaves_the_first_one_usable(
    store: Store, tmp_path: Path
) -> None:
    with opened(tmp_path / "second.rlsdiary") as second:
        fill(second)
    answer = Answer("urge", 3, Entered.at(ENTERED.instant))
    write(store, lambda writer: store.days.keep_answer(writer, TODAY, answer))
    assert store.days.record(TODAY).value("urge") == 3
    assert len(contents(tmp_path / "second.rlsdiary")["answer"]) == 2


def _columns_of_file(path: Path, table: str) -> Columns:
    with plain(path) as connection:
        rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    # A primary key is never null, whether or not the schema says so a second time.
    return {name: (bool(key), bool(full or key), kind) for _n, name, kind, full, _d, key in rows}


def _columns_of_model(table: type[peewee.Model]) -> Columns:
    key = table._meta.primary_key
    keys = key.field_names if isinstance(key, peewee.CompositeKey) else (key.name,)
    return {
        field.column_name: (
            name in keys,
            not field.null or name in keys,
            _TYPES.get(field.field_type, field.field_type),
        )
        for name, field in table._meta.fields.items()
    }
