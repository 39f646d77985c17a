"""Writing a verified copy of the diary into the folder of backups beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from rlsdiary.domain.errors import DiaryError
from rlsdiary.store import Store
from rlsdiary.words import tr


class BackingUp:
    """Backs up the open diary."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def backup(self) -> Path:
        """Write and check a copy named after this moment; return where it is.

        Raises DiaryError in words where it could not be written or is not good.
        """
        diary = self._store.path
        stamp = self._clock().strftime("%Y-%m-%d-%H%M%S")
        target = diary.parent / "backups" / f"{diary.stem}-{stamp}{diary.suffix}"
        try:
            self._store.backup(target)
        except OSError as error:
            raise DiaryError(
                tr("No backup was written"),
                tr("{path}: {reason}. Check the folder and the free space, and try again.").format(
                    path=target, reason=error.strerror or error
                ),
            ) from error
        return target
