"""Windows for the tests of the whole program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.app.opened import Clock, Evening, open_evening


@pytest.fixture
def open_diary(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Evening]]:
    """Return a function that opens a diary; what it opened is closed after the test."""
    opened: list[Evening] = []

    def open_(diary: Path | None = None, clock: Clock | None = None) -> Evening:
        evening = open_evening(qapp, diary or tmp_path / "diary.rlsdiary", clock)
        opened.append(evening)
        return evening

    yield open_
    for evening in opened:
        evening.program.close()


@pytest.fixture
def evening(open_diary: Callable[..., Evening]) -> Evening:
    """An empty diary, opened at 21:14 on Sunday 22 November 2026."""
    return open_diary()
