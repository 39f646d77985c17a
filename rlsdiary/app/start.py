"""Opening the window: the shortest way from the process to the Today screen."""

from __future__ import annotations

import gc
import sys
import threading
from pathlib import Path

from rlsdiary.app.platform import NO_DISPLAY, has_display, no_display_words, start_application
from rlsdiary.domain.errors import DiaryError
from rlsdiary.paths import default_diary_path
from rlsdiary.words import tr


def open_window(diary: Path) -> int:
    """Open the diary in its window and stay until it is closed; return the exit status.

    Where a window has this diary open already, that one comes to the front. DiaryError where
    the diary cannot be used.
    """
    # Starting makes many objects and no rubbish: searching for it costs a tenth of the start.
    # The program searches again once the first evening is painted.
    gc.disable()
    if not has_display():
        print(no_display_words(), file=sys.stderr)  # noqa: T201 - the command line's own voice
        return NO_DISPLAY
    application = start_application()
    from rlsdiary.app.single import WindowLock
    from rlsdiary.app.writing import writing

    with writing(diary):
        diary.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = WindowLock(diary)
    if not lock.take():
        return _leave_to_the_first(diary)
    try:
        from rlsdiary.app.program import Program

        program = Program(application, diary)
        sys.excepthook = program.report_bug
        threading.excepthook = program.report_bug_of_thread
        try:
            program.open()
            return application.exec()
        finally:
            sys.excepthook = sys.__excepthook__
            program.close()
    finally:
        lock.free()


def open_from_desktop() -> int:
    """Open one's own diary for someone without a terminal: a small window says what is wrong."""
    try:
        return open_window(default_diary_path())
    except DiaryError as error:
        from PySide6.QtWidgets import QMessageBox

        start_application()
        QMessageBox.warning(None, error.title, error.message)
        return 1


def _leave_to_the_first(diary: Path) -> int:
    from rlsdiary.app.single import ask_to_come_forward

    if ask_to_come_forward(diary):
        print(tr("The diary is open already; its window came to the front."))  # noqa: T201
        return 0
    raise DiaryError(
        tr("The diary is open already"),
        tr("Another window has {path} open. Close it there first.").format(path=diary),
    )
