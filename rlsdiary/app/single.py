"""One window a diary: a lock beside the file, and a way to bring the first window forward."""

from __future__ import annotations

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
        """Return False where another window holds the diary.

        A folder in which no lock can be made is no reason to refuse: opening the diary there
        says in words what is wrong.
        """
        taken = self._file.tryLock(0)
        return taken or self._file.error() != QLockFile.LockError.LockFailedError

    def free(self) -> None:
        """Let another window have it."""
        self._file.unlock()

    @contextmanager
    def held_or_refused(self) -> Iterator[None]:
        """Hold the lock, or raise DiaryError where a window has the diary open."""
        if not self.take():
            raise DiaryError(
                tr("The diary is open in a window"), tr("Close that window first and try again.")
            )
        try:
            yield
        finally:
            self.free()


def channel_name(diary: Path) -> str:
    """Return the name under which a diary's window listens, the same for the same file."""
    import hashlib  # only a second window, and the first one once it is painted, need it

    return "rlsdiary-" + hashlib.sha256(str(diary.resolve()).encode()).hexdigest()[:24]


def ask_to_come_forward(diary: Path) -> bool:
    """Ask the window that has ``diary`` open to show itself; return whether it answered."""
    # Only the second window needs the network module: the first start stays quick.
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(channel_name(diary))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    # Being there is the whole question. The answer may have come before one waits for it.
    answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_ANSWER_MS)
    return bool(answered or socket.bytesAvailable() > 0)
