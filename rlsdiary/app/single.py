"""One window a diary: a lock beside the file, and a way to bring the first window forward."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile

from rlsdiary.domain.errors import DiaryError
from rlsdiary.words import tr

_ANSWER_MS = 2000


class WindowLock:
    """Held by the window that has a diary open; freed by the system when the program dies."""

    def __init__(self, diary: Path) -> None:
        self._file = QLockFile(str(diary.with_name(diary.name + ".lock")))
        self._file.setStaleLockTime(0)

    def take(self) -> bool:
        """Return whether this program now holds the diary's window."""
        return self._file.tryLock(0)

    def free(self) -> None:
        """Let another window have it."""
        self._file.unlock()

    @contextmanager
    def held_or_refused(self) -> Iterator[None]:
        """Hold the lock, or raise DiaryError where a window has the diary open."""
        if not self.take() and self._file.error() == QLockFile.LockError.LockFailedError:
            raise DiaryError(
                tr("The diary is open in a window"), tr("Close that window first and try again.")
            )
        try:
            yield
        finally:
            self.free()


def channel_name(diary: Path) -> str:
    """Return the name under which a diary's window listens, the same for the same file."""
    return "rlsdiary-" + hashlib.sha256(str(diary.resolve()).encode()).hexdigest()[:24]


def ask_to_come_forward(diary: Path) -> bool:
    """Ask the window that has ``diary`` open to show itself; return whether it answered."""
    # Only the second window needs the network module: the first start stays quick.
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(channel_name(diary))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(b"show\n")
    answered = socket.waitForBytesWritten(_ANSWER_MS) and socket.waitForReadyRead(_ANSWER_MS)
    socket.disconnectFromServer()
    return bool(answered)
