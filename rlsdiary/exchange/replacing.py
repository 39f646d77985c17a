"""Writes a file whole or not at all: the old one stays until the new one is on the disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from rlsdiary.domain.errors import DiaryError
from rlsdiary.words import tr


def replace_file(path: Path, parts: Iterable[bytes]) -> None:
    """Write ``parts`` to ``path``, replacing what was there only once all of it is safe.

    The file can be read by this person alone. Raises DiaryError where the disk or folder refuses.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            raise IsADirectoryError(0, tr("it is a folder or a device"))
        _write(target, parts)
    except OSError as error:
        raise DiaryError(
            tr("The file could not be written"),
            tr("“{path}”: {reason}. Choose another place or make room, then try again.").format(
                path=path, reason=error.strerror or error
            ),
        ) from error


def _write(target: Path, parts: Iterable[bytes]) -> None:
    handle, name = tempfile.mkstemp(".partial", ".rlsdiary-", target.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except BaseException:
        with suppress(OSError):
            partial.unlink()
        raise
