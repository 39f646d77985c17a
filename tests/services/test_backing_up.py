"""Backups beside the diary."""

import pytest

from rlsdiary.domain.errors import DiaryError
from rlsdiary.services.backing_up import BackingUp
from rlsdiary.store import Store
from tests.store.diary import clock, contents, fill


def test_a_backup_holds_the_whole_diary_and_says_when(store: Store) -> None:
    fill(store)
    target = BackingUp(store, clock).backup()
    assert target == store.path.parent / "backups" / "diary-2026-11-22-213000.rlsdiary"
    assert contents(target) == contents(store.path)
    assert contents(target)["answer"]


def test_a_backup_that_cannot_be_written_is_said(store: Store) -> None:
    (store.path.parent / "backups").write_text("a file where the folder should be")
    with pytest.raises(DiaryError, match="No backup was written") as caught:
        BackingUp(store, clock).backup()
    assert "diary-2026-11-22-213000.rlsdiary" in caught.value.message
