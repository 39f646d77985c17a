"""Writing: every change goes through a Writer, which remembers each row before and after.

That memory is what makes everything undoable, deletion and import included. This is where peewee
comes in; ``Store`` loads it with the first thing that is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
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
    """Writes rows inside one transaction and collects what changed, values as they are stored."""

    def __init__(self, connection: Connection) -> None:
        self.rows: list[RowChange] = []
        self._connection = connection

    def put(self, name: str, row: Mapping[str, Any]) -> Any:
        """Insert or rewrite one row of the table ``name``; return its key (a number or a tuple).

        A row without its ``id`` is inserted with a new one. Columns not named keep what they
        had. A row that is already so is left alone and not counted as a change.
        """
        table, stored = TABLE_OF[name], _stored(row)
        key = _key_of(table, stored)
        if key is None:
            stored["id"] = table.insert(stored).execute()
            key, before = (stored["id"],), None
        else:
            before = self.read(name, key)
            if before is None:
                table.insert(stored).execute()
        after = {**(before or _defaults(table)), **stored}
        if after == before:
            return _plain(key)
        if before is not None:
            table.update(stored).where(_is(table, key)).execute()
        self.rows.append(RowChange(name, key, before, after))
        return _plain(key)

    def add_all(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert many new rows that all carry their full key and the same columns, quickly."""
        if not rows:
            return
        # Not insert_many: building its statements takes ten times as long as running them.
        columns = ", ".join(f'"{column}"' for column in rows[0])
        marks = ", ".join("?" * len(rows[0]))
        stored = [_stored(row) for row in rows]
        self._connection.raw.executemany(
            f'INSERT INTO "{name}" ({columns}) VALUES ({marks})',  # noqa: S608 - our own names
            [tuple(row.values()) for row in stored],
        )
        table = TABLE_OF[name]
        others = _defaults(table)
        for row in stored:
            key = _key_of(table, row)
            assert key is not None, "a row added in bulk carries its key"  # noqa: S101
            self.rows.append(RowChange(name, key, None, {**others, **row}))

    def remove(self, name: str, key: tuple[Any, ...]) -> bool:
        """Delete one row by its key; return whether there was one."""
        key = tuple(_plain_value(part) for part in key)
        before = self.read(name, key)
        if before is None:
            return False
        table = TABLE_OF[name]
        table.delete().where(_is(table, key)).execute()
        self.rows.append(RowChange(name, key, before, None))
        return True

    def read(self, name: str, key: tuple[Any, ...]) -> Row | None:
        """Return one row as it is stored, or None where there is none."""
        # Plain SQL: building this question through peewee takes longer than keeping an answer.
        where = " AND ".join(f'"{column}" = ?' for column in _key_names(TABLE_OF[name]))
        found = self._connection.rows(f'SELECT * FROM "{name}" WHERE {where}', *key)  # noqa: S608 - our own names
        return found[0] if found else None

    def next_id(self, name: str) -> int:
        """Return the first free number of a table, for rows added in bulk."""
        top = self._connection.value(f'SELECT MAX(id) FROM "{name}"')  # noqa: S608 - our own names
        return (top or 0) + 1


class Ledger:
    """The transactions of one diary file."""

    def __init__(self, connection: Connection) -> None:
        self.database = adopt(connection)
        self._connection = connection

    @contextmanager
    def writing(self, keep: bool = True) -> Iterator[Writer]:
        """Open one immediate transaction: all of it is kept, durably, or none of it.

        With ``keep`` False everything is done and then undone, to see what would happen. Raises
        DiaryError in plain words where the disk or the file refuses.
        """
        writer = Writer(self._connection)
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
    if writer.read(row.table, row.key) != row.after:
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


def _plain(key: tuple[Any, ...]) -> Any:
    return key[0] if len(key) == 1 else key


def _is(table: Table, key: tuple[Any, ...]) -> Any:
    fields = (table._meta.fields[name] for name in _key_names(table))
    return reduce(and_, (field == part for field, part in zip(fields, key, strict=True)))


def _stored(row: Mapping[str, Any]) -> Row:
    """Return the row as it is stored: a day as its text, everything else as it is."""
    return {column: _plain_value(value) for column, value in row.items()}


def _plain_value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _defaults(table: Table) -> Row:
    """Return what the columns hold that a new row does not name."""
    return {name: field.default for name, field in table._meta.fields.items()}
