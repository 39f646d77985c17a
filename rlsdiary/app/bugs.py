"""What happens with a bug: a report in a file, one sentence for the person, no diary content."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from rlsdiary import __version__
from rlsdiary.words import tr


def bug_details(error: BaseException) -> str:
    """Return versions and the places in the code, never the error's own text or any value.

    An error's text can hold what the person wrote; its type and the lines it came from cannot.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    head = [
        f"RLS Diary {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(error).__name__}",
    ]
    qt = sys.modules.get("PySide6")
    if qt is not None:
        head[0] += f", PySide6 {getattr(qt, '__version__', '?')}"
    return "\n".join([*head, *places])


def write_bug_report(error: BaseException) -> str:
    """Write the details to a file and return the sentence that says so."""
    name = type(error).__name__
    try:
        from rlsdiary.paths import log_path

        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(bug_details(error) + "\n\n")
    except OSError:
        return tr("A mistake in the program stopped this ({name}). The diary is safe.").format(
            name=name
        )
    return tr(
        "A mistake in the program stopped this ({name}). The diary is safe. Details without any "
        "diary content are in {path}."
    ).format(name=name, path=path)


def _short(filename: str) -> str:
    parts = Path(filename).parts
    return "/".join(parts[-3:])
