"""Writes a file whole or not at all: the old one stays until the new one is on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from rlsdiary.domain.errors import DiaryError
from rlsdiary.whole_file import write_whole
from rlsdiary.words import tr


def replace_file(path: Path, parts: Iterable[bytes]) -> None:
    """Write ``parts`` to ``path``, replacing what was there only once all of it is safe.

    The file can be read by this person alone. Raises DiaryError where the disk or folder refuses.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            raise IsADirectoryError(0, tr("it is a folder or a device"))
        write_whole(target, parts)
    except OSError as error:
        raise DiaryError(
            tr("The file could not be written"),
            tr("“{path}”: {reason}. Choose another place or make room, then try again.").format(
                path=path, reason=error.strerror or error
            ),
        ) from error
