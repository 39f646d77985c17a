"""A fresh, empty diary for each test, copied from one that was migrated once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rlsdiary.store import Store
from tests.store.diary import opened
from tests.store.template import copy_of_empty


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return an empty diary file that is not open."""
    return copy_of_empty(tmp_path / "diary.rlsdiary")


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Return the open, empty diary at ``path``."""
    with opened(path) as store:
        yield store
