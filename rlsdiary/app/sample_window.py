"""The sample diary in a window of its own, made where it is not there yet."""

from __future__ import annotations

import sys

from PySide6.QtCore import QProcess

from rlsdiary.app.clock import now
from rlsdiary.app.sample_file import write_sample
from rlsdiary.domain.errors import DiaryError
from rlsdiary.paths import sample_diary_path
from rlsdiary.words import tr


def open_sample_window() -> None:
    """Start a second program on the sample diary; DiaryError where it cannot be made or started.

    It is a process of its own: nothing done there can reach one's own diary.
    """
    path = sample_diary_path()
    if not path.exists():
        write_sample(path, now())
    own = [] if getattr(sys, "frozen", False) else ["-m", "rlsdiary"]
    started, _process = QProcess.startDetached(sys.executable, [*own, "--diary", str(path)], "")
    if not started:
        raise DiaryError(
            tr("The sample diary could not be opened"),
            tr("It is kept at {path} and can be opened with --diary.").format(path=path),
        )
