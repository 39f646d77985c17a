"""A backup is complete or not there at all, and a restore loses nothing."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.errors import DiaryError
from rlsdiary.store import Store, restoring, snapshot
from rlsdiary.store.restoring import restore_backup
from tests.store.diary import ENTERED, NOW, TODAY, contents, fill, fingerprint, opened, plain, write


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    """Return a backup of a filled diary at ``path``, which goes on to be changed."""
    target = tmp_path / "elsewhere" / "backup.rlsdiary"
    with opened(path) as store:
        fill(store)
        store.backup(target)
        _answer(store, 2)
    return target


def test_a_backup_of_an_open_diary_has_every_row(store: Store, path: Path, tmp_path: Path) -> None:
    fill(store)  # still in the journal beside the file: a copy of the file would miss it
    store.backup(tmp_path / "backup.rlsdiary")
    assert contents(tmp_path / "backup.rlsdiary") == contents(path)
    assert contents(path)["answer"]


def test_a_backup_is_one_file_for_its_owner_alone(backup: Path) -> None:
    assert list(backup.parent.iterdir()) == [backup]
    assert backup.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("flaw", ["problems", "row_counts"])
def test_a_copy_that_differs_is_thrown_away(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flaw: str
) -> None:
    number = count()
    flawed = {"problems": lambda _: ["not sound"], "row_counts": lambda _: {"note": next(number)}}
    monkeypatch.setattr(snapshot, flaw, flawed[flaw])
    folder = tmp_path / "elsewhere"
    with pytest.raises(DiaryError, match="not good"):
        store.backup(folder / "backup.rlsdiary")
    assert list(folder.iterdir()) == []


def test_a_failed_backup_leaves_the_earlier_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "backup.rlsdiary"
    store.backup(target)
    before = fingerprint(target)
    monkeypatch.setattr(snapshot, "problems", lambda _: ["not sound"])
    with pytest.raises(DiaryError):
        store.backup(target)
    assert fingerprint(target) == before


def test_what_a_killed_backup_left_behind_does_not_stop_the_next(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for end in ("", "-journal", "-wal", "-shm"):
        (folder / f"backup.rlsdiary.partial{end}").write_bytes(b"half a backup" * 1000)
    store.backup(folder / "backup.rlsdiary")
    assert [path.name for path in folder.iterdir()] == ["backup.rlsdiary"]


def test_a_restore_brings_back_every_row_and_keeps_the_diary_of_before(
    backup: Path, path: Path
) -> None:
    newest = contents(path)
    kept = restore_backup(backup, path, NOW)
    assert kept is not None
    assert contents(path) == contents(backup)
    assert contents(kept) == newest
    assert newest != contents(backup)


def test_a_restore_without_a_diary_keeps_nothing_aside(backup: Path, path: Path) -> None:
    path.unlink()
    assert restore_backup(backup, path, NOW) is None
    assert contents(path) == contents(backup)


def test_a_damaged_diary_is_kept_aside_as_it_is(backup: Path, path: Path) -> None:
    path.write_bytes(b"not a diary any more")
    kept = restore_backup(backup, path, NOW)
    assert kept is not None
    assert kept.read_bytes() == b"not a diary any more"
    assert contents(path) == contents(backup)


def test_an_old_journal_is_never_replayed_onto_what_was_restored(backup: Path, path: Path) -> None:
    path.write_bytes(b"not a diary any more")
    path.with_name(path.name + "-wal").write_bytes(b"old journal")
    kept = restore_backup(backup, path, NOW)
    assert kept is not None
    assert not path.with_name(path.name + "-wal").exists()
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"old journal"


def test_the_journal_of_a_diary_that_is_gone_is_not_replayed_either(
    backup: Path, path: Path
) -> None:
    path.unlink()
    path.with_name(path.name + "-wal").write_bytes(b"old journal")
    restore_backup(backup, path, NOW)
    assert not path.with_name(path.name + "-wal").exists()


def test_a_read_only_backup_can_be_restored(backup: Path, path: Path) -> None:
    backup.chmod(0o400)
    restore_backup(backup, path, NOW)
    assert contents(path) == contents(backup)
    with opened(path) as store:
        _answer(store, 9)


def test_a_damaged_backup_is_refused_and_the_diary_left_alone(backup: Path, path: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[4096 * 3 : 4096 * 4] = b"\xa5" * 4096
    backup.write_bytes(content)
    _check_refused(backup, path, "damaged")


def test_a_cut_off_backup_is_refused(backup: Path, path: Path) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[: len(content) // 2])
    _check_refused(backup, path, "cut off")


def test_a_backup_of_a_newer_program_is_refused(backup: Path, path: Path) -> None:
    with plain(backup) as connection:
        connection.execute(
            "INSERT INTO schema_migration (name, applied) VALUES ('0099_later', '2030-01-01')"
        )
        connection.commit()
    _check_refused(backup, path, "newer program")


def test_a_missing_backup_is_refused(path: Path, tmp_path: Path) -> None:
    _check_refused(tmp_path / "nowhere.rlsdiary", path, "no such backup")


def test_no_room_for_the_restored_diary_leaves_the_present_one(
    backup: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, "take_snapshot", full)
    before, files = fingerprint(path), sorted(path.parent.rglob("*"))
    with pytest.raises(OSError, match="No space"):
        restore_backup(backup, path, NOW)
    assert fingerprint(path) == before
    assert sorted(path.parent.rglob("*")) == files


def _check_refused(backup: Path, path: Path, words: str) -> None:
    before, files = fingerprint(path), sorted(path.parent.rglob("*"))
    with pytest.raises(DiaryError, match=words):
        restore_backup(backup, path, NOW)
    assert fingerprint(path) == before
    assert sorted(path.parent.rglob("*")) == files


def _answer(store: Store, value: int) -> None:
    answer = Answer("urge", value, ENTERED)
    day = TODAY - timedelta(days=1)
    write(store, lambda writer: store.days.keep_answer(writer, day, answer))
