"""Opening the diary file: what it is, whether it may be used, creating and upgrading it."""

from __future__ import annotations

import contextlib
import os
import struct
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from rlsdiary.domain.errors import DiaryError
from rlsdiary.store.connection import Connection
from rlsdiary.store.driver import in_words, sqlite_module
from rlsdiary.store.snapshot import sync, take_snapshot
from rlsdiary.words import tr

APPLICATION_ID = 0x524C5344  # "RLSD" in the header marks our files
HISTORY = "schema_migration"
_MIGRATIONS = Path(__file__).with_name("migrations")
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


def open_connection(path: Path, now: datetime) -> Connection:
    """Return the open, up-to-date diary at ``path``, created where absent.

    Raises DiaryError, and leaves the file exactly as it was, where it is a folder, read-only,
    no diary, truncated, damaged, or written by a newer program.
    """
    try:
        if path.exists():
            check_file(path)
        else:
            _create(path)
        connection = Connection(path)
        try:
            _bring_up_to_date(connection, now)
        except BaseException:
            connection.close()
            raise
    except sqlite_module().DatabaseError as error:
        raise in_words(error) from error
    except OSError as error:
        raise file_error(path, error) from error
    return connection


def known_steps() -> list[str]:
    """Return the names of all migration steps of this program, oldest first."""
    return sorted(step.stem for step in _MIGRATIONS.glob("[0-9]*.py"))


def check_file(path: Path, *, to_write: bool = True) -> None:
    """Raise DiaryError where ``path`` cannot be one of our files; reads only its header.

    With ``to_write`` also where it may only be read.
    """
    if path.is_dir():
        raise DiaryError(
            tr("This is a folder"),
            tr("{path} is a folder, not a diary file. Name a file in it.").format(path=path),
        )
    if not path.is_file():  # a device or a pipe: reading it might never end
        raise _no_diary(path)
    if to_write and not (path.stat().st_mode & 0o222 and os.access(path, os.R_OK | os.W_OK)):
        raise DiaryError(
            tr("The diary is read-only"),
            tr("{path} may not be written. Allow writing to it, or copy it elsewhere.").format(
                path=path
            ),
        )
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header:
        raise DiaryError(
            tr("The diary file is empty"),
            tr("{path} has no content, so it was cut off. Restore the newest backup.").format(
                path=path
            ),
        )
    _check_header(path, header)


def file_error(path: Path, error: OSError) -> DiaryError:
    """Say in words why a file could not be used."""
    reason = error.strerror or str(error)
    return DiaryError(
        tr("The file could not be used"),
        tr("{path}: {reason}. Nothing was changed.").format(path=path, reason=reason),
    )


def _no_diary(path: Path) -> DiaryError:
    return DiaryError(
        tr("This is not a diary"),
        tr("{path} is not an RLS Diary file. It was left as it is.").format(path=path),
    )


def _check_header(path: Path, header: bytes) -> None:
    is_sqlite = header.startswith(_MAGIC) and len(header) == _HEADER_BYTES
    if not is_sqlite or struct.unpack(">I", header[68:72])[0] != APPLICATION_ID:
        raise _no_diary(path)
    page_size = struct.unpack(">H", header[16:18])[0]
    page_size = 65536 if page_size == 1 else page_size
    promised = page_size * struct.unpack(">I", header[28:32])[0]
    journal = path.with_name(path.name + "-wal")
    unfinished = journal.exists() and journal.stat().st_size > 0
    if path.stat().st_size < promised and not unfinished:
        raise DiaryError(
            tr("The diary file is cut off"),
            tr(
                "{path} should have {promised} bytes and has {size}. It was left as it is; "
                "restore the newest backup."
            ).format(path=path, promised=promised, size=path.stat().st_size),
        )


def _create(path: Path) -> None:
    """Make an empty diary aside and move it into place whole: no half diary ever exists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)  # for this person's eyes alone
    try:
        with closing(Connection(partial)) as connection:
            connection.raw.execute("PRAGMA journal_mode = WAL")
            connection.raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _run_steps(connection)
        with contextlib.suppress(FileExistsError):  # another window was quicker: use its diary
            _move_new(partial, path)
            sync(path.parent)
    finally:
        for leftover in (
            partial,
            *(partial.with_name(partial.name + end) for end in ("-wal", "-shm")),
        ):
            leftover.unlink(missing_ok=True)


def _move_new(partial: Path, path: Path) -> None:
    """Give ``partial`` its final name without ever replacing a file that is there."""
    try:
        os.link(partial, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, as on many memory sticks
        if path.exists():
            raise FileExistsError from None
        partial.rename(path)


def _bring_up_to_date(connection: Connection, now: datetime) -> None:
    path = connection.path
    applied = check_not_newer(connection.raw.execute, path)
    pending = [name for name in known_steps() if name not in applied]
    if pending:
        stamp = now.strftime("%Y-%m-%d-%H%M%S")
        name = f"{path.stem}-{stamp}-before-{pending[0]}{path.suffix}"
        snapshot = path.parent / "backups" / name
        take_snapshot(sqlite_module(), path, snapshot)
        try:
            _run_steps(connection)
        except BaseException:
            _put_back(snapshot, connection)
            raise


def check_not_newer(execute: Callable[[str], Any], path: Path) -> set[str]:
    """Return the steps that the diary at ``path`` has; DiaryError where one is not ours."""
    applied = {name for (name,) in execute(f"SELECT name FROM {HISTORY}")}  # noqa: S608 - a constant
    if applied - set(known_steps()):
        raise DiaryError(
            tr("This diary is from a newer program"),
            tr(
                "{path} was written by a newer version of RLS Diary. Install that version; "
                "the file was left as it is."
            ).format(path=path),
        )
    return applied


def _put_back(snapshot: Path, connection: Connection) -> None:
    """Undo the steps that were done before one failed: each is a transaction of its own."""
    with closing(sqlite_module().connect(str(snapshot))) as before:
        before.backup(connection.raw)


def _run_steps(connection: Connection) -> None:
    # The one door to the migration runner: it is needed once a release, not at every start.
    from rlsdiary.store.upgrading import run_steps  # noqa: PLC0415

    run_steps(connection, _MIGRATIONS, HISTORY)
