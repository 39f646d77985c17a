"""The window as a process of its own: it leaves quietly, and there is one a diary."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.app.program import run, script

_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from rlsdiary.app import program, start

def visit(self):
    original(self)
    for key in ("trends", "treatment", "report", "settings", "today", "trends"):
        self.show_screen(key)
        self.application.processEvents()
    self.recording.answer(self.recording.today(), "urge", 6)
    self.shell.close()

original = program.Program._after_first_paint
program.Program._after_first_paint = visit
sys.exit(start.open_window(Path(sys.argv[1])))
"""

_WAITING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from rlsdiary.app import program, start

def wait(self):
    original(self)
    self._doorbell.rung.connect(rung)
    print("open", flush=True)

def rung():
    print("rung", flush=True)
    QApplication.instance().quit()

original = program.Program._after_first_paint
program.Program._after_first_paint = wait
sys.exit(start.open_window(Path(sys.argv[1])))
"""


@contextmanager
def window(code: str, diary: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a window where nobody sees it; it is gone afterwards, whatever happened."""
    program = script(code, diary, QT_QPA_PLATFORM="offscreen")
    try:
        yield program
    finally:
        program.kill()
        program.communicate()


def test_after_every_screen_was_open_the_program_leaves_with_status_0_and_says_nothing(
    tmp_path: Path,
) -> None:
    diary = tmp_path / "diary.rlsdiary"
    assert run("sample", diary).returncode == 0
    for _time in range(3):
        with window(_SCREENS, diary) as program:
            out, err = program.communicate(timeout=60)
        assert (program.returncode, out, err) == (0, "", "")


def test_a_second_window_on_the_same_diary_brings_the_first_to_the_front(tmp_path: Path) -> None:
    diary = tmp_path / "diary.rlsdiary"
    with window(_WAITING, diary) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        second = run("--diary", diary, more={"QT_QPA_PLATFORM": "offscreen"})
        assert (second.returncode, second.stderr) == (0, "")
        assert "came to the front" in second.stdout
        assert first.stdout.readline() == "rung\n"
        out, err = first.communicate(timeout=60)
    assert (first.returncode, out, err) == (0, "", "")


def test_a_window_that_was_killed_does_not_bar_the_next(tmp_path: Path) -> None:
    diary = tmp_path / "diary.rlsdiary"
    with window(_WAITING, diary) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        first.kill()
        first.communicate()
    with window(_SCREENS, diary) as second:
        out, err = second.communicate(timeout=60)
    assert (second.returncode, out, err) == (0, "", "")
