"""Killing the program at any moment loses nothing that it had acknowledged."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from rlsdiary.app import cli
from rlsdiary.domain.catalogue import RATINGS
from tests.app.program import script
from tests.store.diary import contents, is_sound, opened
from tests.store.template import copy_of_empty

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")

_FIRST = date(2000, 1, 1)
_OPEN = """
import sys
from datetime import date, timedelta
from pathlib import Path
from rlsdiary.app.clock import now
from rlsdiary.store import Store
diary = Path(sys.argv[1])
def say(what):
    print(what, flush=True)
"""
_RECORD = (
    _OPEN
    + """
from rlsdiary.domain.catalogue import RATINGS
from rlsdiary.services.recording import Recording
recording = Recording(Store(diary, now()), now)
number = int(sys.argv[2])
while True:
    day = date(2000, 1, 1) + timedelta(days=number // len(RATINGS))
    recording.answer(day, RATINGS[number % len(RATINGS)], number % 11)
    say(number)
    number += 1
"""
)
_IMPORT = (
    _OPEN
    + """
from rlsdiary.services.exchanging import Exchanging
store = Store(diary, now())
store._connection.raw.set_trace_callback(lambda statement: say("."))
Exchanging(store, now).import_csv(Path(sys.argv[2]))
say("done")
sys.stdin.read()
"""
)
_CREATE = (
    _OPEN
    + """
from rlsdiary.store.connection import Connection
original = Connection.__init__
def told(self, path):
    original(self, path)
    self.raw.set_trace_callback(lambda statement: say("."))
Connection.__init__ = told
Store(diary, now())
say("done")
sys.stdin.read()
"""
)


def test_no_acknowledged_answer_is_lost(tmp_path: Path) -> None:
    chance = random.Random(1)
    diary = copy_of_empty(tmp_path / "diary.rlsdiary")
    expected: dict[tuple[str, str], int] = {}
    number = 0
    for _round in range(12):
        said = _killed_after(chance.randint(1, 60), _RECORD, diary, str(number))
        for line in said:
            number = int(line)
            day = _FIRST + timedelta(days=number // len(RATINGS))
            expected[day.isoformat(), RATINGS[number % len(RATINGS)]] = number % 11
        number += 1
        assert is_sound(diary)
        kept = {(row[0], row[1]): row[2] for row in contents(diary)["answer"]}
        assert expected.items() <= kept.items()
    assert len(expected) > 100


def test_an_import_that_was_killed_was_all_or_nothing(tmp_path: Path) -> None:
    chance = random.Random(2)
    file = _long_csv(tmp_path / "in.csv")
    whole = 0
    for moment in (*(chance.randint(1, 4000) for _ in range(6)), 4100, 10**9):
        diary = copy_of_empty(tmp_path / f"{moment}.rlsdiary")
        said = _killed_after(moment, _IMPORT, diary, file)
        rows = contents(diary)
        counts = len(rows["answer"]), len(rows["intake"])
        assert counts in ((0, 0), (2000, 2000))
        assert ("done" not in said) or counts[0]
        assert is_sound(diary)
        whole += bool(counts[0])
    assert 1 <= whole <= 2  # the last one was let finish


def test_a_diary_whose_making_was_killed_does_not_block_the_next_start(tmp_path: Path) -> None:
    chance = random.Random(3)
    for moment in (1, *(chance.randint(2, 40) for _ in range(6))):
        diary = tmp_path / str(moment) / "diary.rlsdiary"
        said = _killed_after(moment, _CREATE, diary)
        assert said
        assert diary.exists() == ("done" in said) or is_sound(diary)
        assert cli.main(["--diary", str(diary), "log", "--urge", "6"]) == 0
        with opened(diary) as store:
            assert store.problems() == []
            assert store.days.span() is not None


def _killed_after(lines: int, code: str, *words: str | Path) -> list[str]:
    """Run a script until it has said so many lines or "done"; return all that it said."""
    process = script(code, *words)
    assert process.stdout is not None
    said: list[str] = []
    while len(said) < lines and (not said or said[-1] != "done"):
        line = process.stdout.readline().strip()
        if not line:
            break
        said.append(line)
    process.kill()
    rest, errors = _rest_of(process)
    assert process.returncode == -signal.SIGKILL, errors
    # A last line without its end was not said.
    return said + [line.strip() for line in rest.splitlines(keepends=True) if line.endswith("\n")]


def _rest_of(process: subprocess.Popen[str]) -> tuple[str, str]:
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdin is not None
    rest, errors = process.stdout.read(), process.stderr.read()
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()
    return rest, errors


def _long_csv(path: Path) -> Path:
    days = (_FIRST + timedelta(days=n) for n in range(2000))
    path.write_text("date,urge,iron_mg\n" + "".join(f"{day},{day.day % 11},65\n" for day in days))
    return path
