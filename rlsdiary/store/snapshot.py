"""A verified copy of a living diary: complete or not there at all."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

from rlsdiary.domain.errors import DiaryError
from rlsdiary.store.driver import plainly
from rlsdiary.words import tr


def take_snapshot(sqlite: ModuleType, source: Path, target: Path) -> None:
    """Copy the diary at ``source`` to ``target`` while it may be in use, then prove the copy.

    The copy is written as ``*.partial``, synced, reopened, checked for integrity and equal row
    counts, and only then given its name. Raises DiaryError where any of that fails; nothing is
    left behind then. OSError passes through.
    """
    with plainly():
        _take(sqlite, source, target)


def _take(sqlite: ModuleType, source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    _remove(partial)
    partial.touch(mode=0o600)  # for this person's eyes alone
    try:
        with (
            closing(sqlite.connect(str(source))) as living,
            closing(sqlite.connect(str(partial))) as copy,
        ):
            living.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            counts = row_counts(living)
        sync(partial)
        with closing(sqlite.connect(str(partial))) as copy:
            if problems(copy) or row_counts(copy) != counts:
                raise DiaryError(
                    tr("The backup is not good"),
                    tr("The copy differs from the diary and was thrown away. Nothing was changed."),
                )
        partial.replace(target)
        sync(target.parent)
    finally:
        _remove(partial)


def problems(connection: Any) -> list[str]:
    """Return what SQLite finds wrong with a database, in its own words; empty when sound."""
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [
        f"{row[0]} row {row[1]} points to a missing {row[2]}"
        for row in connection.execute("PRAGMA foreign_key_check")
    ]
    return found


def row_counts(connection: Any) -> dict[str, int]:
    """Return the number of rows of every ordinary table."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names from the file's own schema
        for (name,) in names
    }


def _remove(partial: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        partial.with_name(partial.name + end).unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Ask the disk to have written ``path``; folders cannot be synced on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
