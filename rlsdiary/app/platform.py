"""Starting Qt so that no platform error of its ever reaches the person."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from rlsdiary.domain.errors import DiaryError
from rlsdiary.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NO_DISPLAY = 2
# The style is named here and not set later: that alone would cost a twentieth of the start.
_ARGUMENTS = ["rlsdiary", "-style", "fusion"]
_SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def has_display() -> bool:
    """Return whether a window could be shown, as far as the environment tells."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _SCREENLESS:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def no_display_words() -> str:
    """Say that no window can be shown, and what works without one."""
    return tr(
        "There is no display to open the window on; without one this works: "
        "{command} log --urge 6, or {command} report diary.pdf (all of it: {command} --help)."
    ).format(command=command_name())


def command_name() -> str:
    """Return what the person types to start the program: the script in a checkout says so."""
    return os.environ.get("RLSDIARY_COMMAND") or "rlsdiary"


def start_application() -> QApplication:
    """Return the one application object.

    Raises DiaryError where a system library is missing. Where Qt cannot reach the display, it
    says so in one sentence and leaves with status 2: Qt itself would abort there.
    """
    try:
        from PySide6.QtCore import qInstallMessageHandler
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise DiaryError(
            tr("A system library is missing"),
            tr("{error}. Install the Qt libraries that README.md names.").format(error=error),
        ) from error
    qInstallMessageHandler(_before_start)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(_ARGUMENTS)
    application.setApplicationName("rlsdiary")
    application.setApplicationDisplayName("RLS Diary")
    application.setDesktopFileName("rlsdiary")
    _choose_locale()
    qInstallMessageHandler(_after_start)
    return application


def _choose_locale() -> None:
    """Write dates as people do, also where the system names no country at all."""
    from PySide6.QtCore import QLocale

    if QLocale.system().name() == "C":
        QLocale.setDefault(QLocale("en_GB"))


def _before_start(kind: object, context: object, message: str) -> None:  # noqa: ARG001 - Qt's call
    from PySide6.QtCore import QtMsgType

    if kind == QtMsgType.QtFatalMsg:
        print(no_display_words(), file=sys.stderr, flush=True)  # noqa: T201 - the last words
        os._exit(NO_DISPLAY)


def _after_start(kind: object, context: object, message: str) -> None:  # noqa: ARG001 - Qt's call
    """Keep Qt's remarks for the log of a developer who asks for it; none holds diary content."""
    if os.environ.get("RLSDIARY_QT_LOG"):
        print(message, file=sys.stderr)  # noqa: T201 - asked for
