"""Diary files for tests: made from a migrated template, looked at row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.day import Entered
from rlsdiary.domain.doses import Intake, Item, ItemKind, Plan, Status
from rlsdiary.domain.moments import Moment, MomentKind
from rlsdiary.domain.record import Note
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.store import Store
from rlsdiary.store.driver import sqlite_module
from rlsdiary.store.ledger import Writer

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 21, 30, tzinfo=BERLIN)
ENTERED = Entered.at(NOW)
Rows = list[tuple[object, ...]]


def clock() -> datetime:
    """Return the one evening on which these tests happen."""
    return NOW


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Open the diary at ``path`` as the program does."""
    store = Store(path, NOW)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def plain(path: Path) -> Iterator[Any]:
    """Open any database without the program's help.

    With the program's own driver: two builds of SQLite in one process undo each other's locks.
    """
    with closing(sqlite_module().connect(str(path))) as connection:
        yield connection


def contents(path: Path) -> dict[str, Rows]:
    """Return every row of every table of ours, by table."""
    with plain(path) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("note_search", "sqlite_"))
        ]
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)  # noqa: S608
            for name in sorted(names)
        }


def fingerprint(path: Path) -> tuple[str, int, int]:
    """Return what must be the same where a file was left alone: bytes, size, time of change."""
    found = path.stat()
    return hashlib.sha256(path.read_bytes()).hexdigest(), found.st_size, found.st_mtime_ns


def is_sound(path: Path) -> bool:
    """Return whether SQLite finds nothing wrong in the file."""
    with plain(path) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def write(store: Store, act: Callable[[Writer], object]) -> Writer:
    """Do ``act`` in one transaction and return its writer."""
    with store.ledger.writing() as writer:
        act(writer)
    return writer


def fill(store: Store) -> None:
    """Put at least one row into every table that has a repository."""

    def act(writer: Writer) -> None:
        iron = Item("Iron", ItemKind.SUPPLEMENT, "mg", element="iron", elemental_mg=1.0)
        number = store.treatment.keep_item(writer, iron)
        plan = store.treatment.keep_plan(writer, Plan(number, 65, date(2026, 11, 1)))
        store.days.keep_answer(writer, TODAY, Answer("urge", 6, ENTERED))
        store.days.keep_answer(writer, TODAY, Answer("onset", "none", ENTERED))
        intake = Intake(number, TODAY, Status.TAKEN, 65, ENTERED, 65, 1200, plan)
        store.days.keep_intake(writer, intake)
        store.days.keep_note(writer, TODAY, Note("Calves, “both” sides; naïve 🙂", ENTERED))
        store.treatment.keep_marker(writer, Marker(TODAY, MarkerKind.TRAVEL, "At the sea"))
        store.moments.keep(writer, Moment(TODAY, MomentKind.LEGS, ENTERED, level=7))
        store.keep_setting(writer, "day_start", "06:00")

    write(store, act)


def as_sql(path: Path) -> str:
    """Return a script that makes the same diary again; the search index is rebuilt by triggers."""
    with plain(path) as connection:
        schema = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL "
            "AND name NOT LIKE 'note_search_%' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        ).fetchall()
        lines = [
            f"PRAGMA application_id = {connection.execute('PRAGMA application_id').fetchone()[0]}"
        ]
        lines += [sql for (sql,) in schema]
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'note_search%' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        ).fetchall()
        for (table,) in tables:
            rows = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own tables
            lines += [f"INSERT INTO {table} VALUES {_literals(row)}" for row in rows]  # noqa: S608
    return ";\n".join(lines) + ";\n"


def load_sql(script: str, path: Path) -> None:
    """Make a diary file from a script of ``as_sql``."""
    with plain(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(script)


def _literals(row: tuple[object, ...]) -> str:
    return f"({', '.join(map(_literal, row))})"


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)
