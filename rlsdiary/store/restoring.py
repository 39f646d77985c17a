"""Putting a backup in the diary's place, with the present diary kept aside first."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import datetime
from pathlib import Path
from types import ModuleType

from rlsdiary.domain.errors import DiaryError
from rlsdiary.store.diary_file import check_file, check_not_newer
from rlsdiary.store.driver import plainly, sqlite_module
from rlsdiary.store.snapshot import problems, sync, take_snapshot
from rlsdiary.words import tr


def restore_backup(backup: Path, diary: Path, now: datetime) -> Path | None:
    """Replace ``diary`` by ``backup`` and return where the diary of before is kept.

    Nothing changes where the backup is missing, damaged, no diary or from a newer program, or
    where there is no room for it (DiaryError, OSError). No window may have the diary open. A
    diary that is itself damaged is kept aside as it is.
    """
    sqlite = sqlite_module()
    _prove(sqlite, backup)
    ready = diary.with_name(f".{diary.name}.{os.getpid()}.restored")
    try:
        take_snapshot(sqlite, backup, ready)
        kept = _keep_aside(sqlite, diary, now) if diary.exists() else None
        for journal, _end in _journals(diary):  # never to be replayed onto the restored file
            journal.unlink(missing_ok=True)
        ready.replace(diary)
        sync(diary.parent)
    finally:
        ready.unlink(missing_ok=True)
    return kept


def _prove(sqlite: ModuleType, backup: Path) -> None:
    if not backup.exists():
        raise DiaryError(
            tr("There is no such backup"), tr("{path} does not exist.").format(path=backup)
        )
    check_file(backup, to_write=False)
    with plainly(), closing(sqlite.connect(str(backup))) as connection:
        found = problems(connection)
        if not found:
            check_not_newer(connection.execute, backup)
    if found:
        raise DiaryError(
            tr("This backup is damaged"),
            tr("{path}: {problem}. The diary was left as it is.").format(
                path=backup, problem=found[0]
            ),
        )


def _keep_aside(sqlite: ModuleType, diary: Path, now: datetime) -> Path:
    stamp = now.strftime("%Y-%m-%d-%H%M%S")
    kept = diary.parent / "backups" / f"{diary.stem}-{stamp}-before-restore{diary.suffix}"
    try:
        check_file(diary, to_write=False)
        take_snapshot(sqlite, diary, kept)
    except DiaryError:
        kept.parent.mkdir(parents=True, exist_ok=True)
        for journal, end in _journals(diary):
            if journal.exists():
                journal.replace(kept.with_name(kept.name + end))
        diary.replace(kept)
    return kept


def _journals(diary: Path) -> tuple[tuple[Path, str], ...]:
    return tuple((diary.with_name(diary.name + end), end) for end in ("-wal", "-shm"))
