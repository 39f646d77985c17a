"""Saying in plain words that a file could not be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rlsdiary.domain.errors import DiaryError
from rlsdiary.words import tr


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the disk answers while ``path`` is written into a DiaryError."""
    try:
        yield
    except OSError as error:
        raise DiaryError(
            tr("The file could not be written"),
            tr("{path}: {reason}. Choose another place or make room.").format(
                path=path, reason=error.strerror or error
            ),
        ) from error
