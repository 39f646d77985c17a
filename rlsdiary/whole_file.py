"""Writes a file whole or not at all: the old one stays until the new one is on the disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write ``parts`` to ``path``, replacing what was there only once all of it is safe.

    The file can be read by this person alone: it holds their health. A link stays a link.
    OSError passes through, and nothing is left behind then.
    """
    target = Path(os.path.realpath(path))
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
