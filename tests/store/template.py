"""The migrated empty diary that tests copy: made once a run."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from tests.store.diary import opened


def copy_of_empty(path: Path) -> Path:
    """Write an empty diary to ``path`` and return it."""
    path.write_bytes(_empty())
    return path


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.rlsdiary"
        with opened(path):
            pass
        return path.read_bytes()
