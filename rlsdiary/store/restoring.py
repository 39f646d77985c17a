"""Putting a backup in the diary's place, with the present diary kept aside first."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path
from types import ModuleType

from rlsdiary.domain.errors import DiaryError
from rlsdiary.store.diary_file import check_file
from rlsdiary.store.driver import in_words, sqlite_module
from rlsdiary.store.snapshot import problems, take_snapshot
from rlsdiary.words import tr


def restore_backup(backup: Path, diary: Path, now: datetime) -> Path | None:
    """Replace ``diary`` by ``backup`` and return where the diary of before is kept.

    Nothing changes where the backup is missing, damaged or no diary (DiaryError). No window may
    have the diary open. A diary that is itself damaged is moved aside as it is.
    """
    sqlite = sqlite_module()
    _prove(sqlite, backup)
    kept = _keep_aside(sqlite, diary, now) if diary.exists() else None
    for journal, _end in _journals(diary):  # never to be replayed onto the restored file
        journal.unlink(missing_ok=True)
    take_snapshot(sqlite, backup, diary)
    return kept


def _prove(sqlite: ModuleType, backup: Path) -> None:
    if not backup.exists():
        raise DiaryError(
            tr("There is no such backup"), tr("{path} does not exist.").format(path=backup)
        )
    check_file(backup)
    try:
        with closing(sqlite.connect(str(backup))) as connection:
            found = problems(connection)
    except sqlite.DatabaseError as error:
        raise in_words(error) from error
    if found:
        raise DiaryError(
            tr("This backup is damaged"),
            tr("{path}: {problem}. The diary was left as it is.").format(path=backup, problem=found[0]),
        )


def _keep_aside(sqlite: ModuleType, diary: Path, now: datetime) -> Path:
    stamp = now.strftime("%Y-%m-%d-%H%M%S")
    kept = diary.parent / "backups" / f"{diary.stem}-{stamp}-before-restore{diary.suffix}"
    try:
        check_file(diary)
        take_snapshot(sqlite, diary, kept)
    except (DiaryError, sqlite.DatabaseError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        for journal, end in _journals(diary):
            if journal.exists():
                journal.replace(kept.with_name(kept.name + end))
        diary.replace(kept)
    return kept


def _journals(diary: Path) -> tuple[tuple[Path, str], ...]:
    return tuple((diary.with_name(diary.name + end), end) for end in ("-wal", "-shm"))
