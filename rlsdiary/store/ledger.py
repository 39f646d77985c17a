"""Writing: every change goes through a Writer, which remembers each row before and after.

That memory is what makes everything undoable, deletion and import included. This is where peewee
comes in; ``Store`` loads it with the first thing that is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import reduce
from operator import and_
from typing import Any

import peewee

from rlsdiary.domain.change import RowChange
from rlsdiary.domain.errors import DiaryError
from rlsdiary.store.adopting import adopt
from rlsdiary.store.connection import Connection
from rlsdiary.store.driver import in_words, plainly
from rlsdiary.store.tables import TABLE_OF, TABLES
from rlsdiary.words import tr

Row = dict[str, Any]
Table = type[peewee.Model]


class Writer:
    """Writes rows inside one transaction and collects what changed."""

    def __init__(self) -> None:
        self.rows: list[RowChange] = []

    def put(self, name: str, row: Mapping[str, Any]) -> Any:
        """Insert or rewrite one row of the table ``name``; return its key (a number or a tuple).

        A row without its ``id`` is inserted with a new one. Columns not named keep what they
        had. A row that is already so is left alone and not counted as a change.
        """
        table = TABLE_OF[name]
        key = _key_of(table, row)
        before = None if key is None else _read(table, key)
        if before is not None and all(before[name] == value for name, value in row.items()):
            return _plain(key)
        if before is None:
            made = table.insert(row).execute()
            key = (made,) if key is None else key
        else:
            table.update(row).where(_is(table, key)).execute()
        self.rows.append(RowChange(name, _known(key), before, _read(table, key)))
        return _plain(key)

    def add_all(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert many new rows that all carry their full key and the same columns, quickly."""
        if not rows:
            return
        # Not insert_many: building its statements takes ten times as long as running them.
        table = TABLE_OF[name]
        fields = [table._meta.fields[name] for name in rows[0]]
        columns = ", ".join(f'"{field.column_name}"' for field in fields)
        marks = ", ".join("?" * len(fields))
        table._meta.database.connection().executemany(
            f'INSERT INTO "{name}" ({columns}) VALUES ({marks})',  # noqa: S608 - our own names
            [[field.db_value(row[field.name]) for field in fields] for row in rows],
        )
        for row in rows:
            key = _key_of(table, row)
            self.rows.append(RowChange(name, _known(key), None, _complete(table, row)))

    def remove(self, name: str, key: tuple[Any, ...]) -> bool:
        """Delete one row by its key; return whether there was one."""
        table = TABLE_OF[name]
        before = _read(table, key)
        if before is None:
            return False
        table.delete().where(_is(table, key)).execute()
        self.rows.append(RowChange(name, key, before, None))
        return True

    def next_id(self, name: str) -> int:
        """Return the first free number of a table, for rows added in bulk."""
        table = TABLE_OF[name]
        top = table.select(peewee.fn.MAX(table._meta.primary_key)).scalar()
        return (top or 0) + 1


class Ledger:
    """The transactions of one diary file."""

    def __init__(self, connection: Connection) -> None:
        self.database = adopt(connection)

    @contextmanager
    def writing(self, keep: bool = True) -> Iterator[Writer]:
        """Open one immediate transaction: all of it is kept, durably, or none of it.

        With ``keep`` False everything is done and then undone, to see what would happen. Raises
        DiaryError in plain words where the disk or the file refuses.
        """
        writer = Writer()
        with (
            _plainly(),
            self.database.bind_ctx(TABLES, bind_refs=False, bind_backrefs=False),
            self.database.atomic("IMMEDIATE") as transaction,
        ):
            yield writer
            if not keep:
                transaction.rollback()

    def take_back(self, rows: Iterable[RowChange]) -> tuple[RowChange, ...]:
        """Put every row back to what it was before; return the reverse, for a redo.

        Raises DiaryError and changes nothing where a row was changed again since.
        """
        try:
            with self.writing() as writer:
                for row in reversed(tuple(rows)):
                    _put_back(writer, row)
        except peewee.IntegrityError as error:
            # Something newer stands on, or in the place of, a row.
            raise _changed_since() from error
        return tuple(writer.rows)


@contextmanager
def _plainly() -> Iterator[None]:
    """Turn peewee's errors and the driver's own into plain words; leave mistakes of ours alone."""
    try:
        with plainly():
            yield
    except peewee.IntegrityError:
        raise
    except peewee.DatabaseError as error:
        raise in_words(error) from error


def _put_back(writer: Writer, row: RowChange) -> None:
    table = TABLE_OF[row.table]
    if _read(table, row.key) != row.after:
        raise _changed_since()
    if row.before is None:
        writer.remove(row.table, row.key)
    else:
        writer.put(row.table, row.before)


def _changed_since() -> DiaryError:
    return DiaryError(
        tr("This cannot be undone any more"),
        tr("It was changed again since, perhaps in another window."),
    )


def _key_names(table: Table) -> tuple[str, ...]:
    key = table._meta.primary_key
    return key.field_names if isinstance(key, peewee.CompositeKey) else (key.name,)


def _key_of(table: Table, row: Mapping[str, Any]) -> tuple[Any, ...] | None:
    key = tuple(row.get(name) for name in _key_names(table))
    return None if None in key else key


def _known(key: tuple[Any, ...] | None) -> tuple[Any, ...]:
    assert key is not None  # noqa: S101 - a written row has its key
    return key


def _plain(key: tuple[Any, ...] | None) -> Any:
    return key[0] if key is not None and len(key) == 1 else key


def _is(table: Table, key: tuple[Any, ...] | None) -> Any:
    fields = (table._meta.fields[name] for name in _key_names(table))
    return reduce(and_, (field == part for field, part in zip(fields, _known(key), strict=True)))


def _read(table: Table, key: tuple[Any, ...] | None) -> Row | None:
    if key is None:
        return None
    found: Row | None = table.select().where(_is(table, key)).dicts().first()
    return found


def _complete(table: Table, row: Mapping[str, Any]) -> Row:
    """Fill in the columns that the database fills in, so that before/after compare equal."""
    fields = table._meta.fields
    return {name: row.get(name, field.default) for name, field in fields.items()}
