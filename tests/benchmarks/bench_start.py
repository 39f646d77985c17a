"""From the start of the process to the Today screen painted and taking keys."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks import Row
from tests.benchmarks.years import copy_of_years

AT_MOST = 1.6
ROUNDS = 15

_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1180, 860)
window.show()
application.processEvents()
print(time.monotonic(), flush=True)
"""

_OURS = """
import os, sys, time
from rlsdiary.app import cli, start

def started():
    application = original()
    application.exec = lambda: when_open(application)
    return application

def when_open(application):
    application.processEvents()
    print(time.monotonic(), flush=True)
    os._exit(0)

original, start.start_application = start.start_application, started
cli.main([])
"""


def run() -> list[Row]:
    """Return the ratio with a diary of twenty years."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        own = home / "rlsdiary" / "diary.rlsdiary"  # the person's own diary, opened without a word
        own.parent.mkdir()
        copy_of_years(home).rename(own)
        _seconds(home, _OURS)  # fills the caches of compiled files
        _seconds(home, _BARE)
        pairs = [(_seconds(home, _OURS), _seconds(home, _BARE)) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / bare for ours, bare in pairs)
    return [Row("process start to Today taking keys", "bare QMainWindow painted", ratio, AT_MOST)]


def _seconds(home: Path, code: str) -> float:
    """Return the seconds from the start of a process to the moment that it prints."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a person's computer keeps compiled files
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout) - before
