"""Two programs on one diary: one waits for the other, or says that it is in use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rlsdiary.app import cli
from rlsdiary.app.single import WindowLock
from rlsdiary.services.recording import Recording
from rlsdiary.store import driver
from tests.app.program import environment, script
from tests.store.diary import TODAY, clock, contents, fingerprint, is_sound, opened, plain
from tests.store.template import copy_of_empty

_HOLD = """
import sys
from pathlib import Path
from rlsdiary.app.clock import now
from rlsdiary.store import Store
store = Store(Path(sys.argv[1]), now())
with store.ledger.writing():
    print("held", flush=True)
    sys.stdin.readline()
store.close()
"""


_LOG = """
import sys
from rlsdiary.app import cli, commands
class Told(commands.Store):
    def __init__(self, *words):
        super().__init__(*words)
        self._connection.raw.set_trace_callback(self.tell)
    def tell(self, statement):
        if "IMMEDIATE" in statement:
            print("wants to write", flush=True)
commands.Store = Told
raise SystemExit(cli.main(sys.argv[1:]))
"""


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return copy_of_empty(tmp_path / "diary.rlsdiary")


def test_a_diary_that_stays_in_use_is_said_to_be_in_one_line(
    diary: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(driver.PRAGMAS, "busy_timeout", 20)
    holder = script(_HOLD, diary)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert cli.main(["--diary", str(diary), "log", "--urge", "6"]) == 1
    finally:
        holder.communicate("\n")
    error = capsys.readouterr().err
    assert error.startswith("The diary is in use: ")
    assert error.count("\n") == 1
    assert cli.main(["--diary", str(diary), "log", "--urge", "6"]) == 0


def test_an_answer_waits_until_the_other_program_is_done(diary: Path) -> None:
    holder = script(_HOLD, diary)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    waiting = script(_LOG, "--diary", diary, "log", "--urge", "6")
    assert waiting.stdout is not None
    assert waiting.stdout.readline() == "wants to write\n"
    assert contents(diary)["answer"] == []
    holder.communicate("\n")
    _said, errors = waiting.communicate(timeout=30)
    assert (waiting.returncode, errors) == (0, "")
    assert len(contents(diary)["answer"]) == 1


def test_what_is_read_while_another_writes_is_what_was_kept_before(diary: Path) -> None:
    with opened(diary) as store, plain(diary) as other:
        Recording(store, clock).answer(TODAY, "urge", 6)
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM answer")
        assert store.days.record(TODAY).value("urge") == 6
        other.rollback()


def test_an_open_diary_notices_that_another_program_wrote(diary: Path) -> None:
    with opened(diary) as store:
        before = store.version()
        Recording(store, clock).answer(TODAY, "urge", 6)
        assert store.version() == before
        with plain(diary) as other:
            other.execute("UPDATE answer SET number = 3")
            other.commit()
        assert store.version() != before


def test_what_another_program_changed_is_not_undone_here(
    diary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(diary) as store:
        recording = Recording(store, clock)
        change = recording.answer(TODAY, "urge", 6)
        with plain(diary) as other:
            other.execute("UPDATE answer SET number = 3")
            other.commit()
        with pytest.raises(Exception, match="cannot be undone"):
            recording.undo(change)
        assert store.days.record(TODAY).value("urge") == 3


def test_two_programs_that_make_the_same_new_diary_make_one(tmp_path: Path) -> None:
    diary = tmp_path / "diary.rlsdiary"
    words = [sys.executable, "-m", "rlsdiary", "--diary", str(diary), "log"]
    days = [f"2026-01-{day:02d}" for day in range(1, 5)]
    running = [
        subprocess.Popen([*words, "--date", day, "--urge", "6"], env=environment(), stderr=-1)
        for day in days
    ]
    errors = [process.communicate(timeout=60)[1] for process in running]
    assert errors == [b""] * len(days)
    assert {row[0] for row in contents(diary)["answer"]} == set(days)
    assert is_sound(diary)
    assert list(tmp_path.iterdir()) == [diary]


def test_no_restore_while_a_window_has_the_diary_open(
    diary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = copy_of_empty(tmp_path / "backup.rlsdiary")
    lock = WindowLock(diary)
    assert lock.take()
    before = fingerprint(diary)
    try:
        assert cli.main(["--diary", str(diary), "restore", str(backup)]) == 1
        assert "open in a window" in capsys.readouterr().err
        assert fingerprint(diary) == before
    finally:
        lock.free()
    assert cli.main(["--diary", str(diary), "restore", str(backup)]) == 0
