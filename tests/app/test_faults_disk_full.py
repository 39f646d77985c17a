"""A full disk: said in words, what was kept before is safe, no half file is left."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rlsdiary.domain.errors import DiaryError
from rlsdiary.services.recording import Recording
from rlsdiary.services.sample import fill_with_sample
from tests.app.program import run
from tests.store.diary import TODAY, clock, contents, is_sound, opened
from tests.store.template import copy_of_empty

_SMALL = 700 * 1024


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """Return a diary with sixty evenings in it."""
    path = copy_of_empty(tmp_path / "diary.rlsdiary")
    with opened(path) as store:
        fill_with_sample(store, TODAY, days=60)
    return path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of its own with little room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    options = f"size={_SMALL}"
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("this system has no mount command")
    if done.returncode:
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_note_that_finds_no_room_is_said_and_the_rest_is_safe(diary: Path) -> None:
    before = contents(diary)
    with opened(diary) as store:
        pages = store._connection.raw.execute("PRAGMA page_count").fetchone()[0]
        store._connection.raw.execute(f"PRAGMA max_page_count = {pages + 2}")
        recording = Recording(store, clock)
        with pytest.raises(DiaryError, match="The disk is full") as full:
            recording.note(TODAY, "x" * 90_000)
        assert "x" * 10 not in str(full.value)
        assert store.days.record(TODAY).note is None or contents(diary) == before
    assert contents(diary) == before
    assert is_sound(diary)


def test_the_first_answer_after_room_was_made_is_kept(diary: Path) -> None:
    with opened(diary) as store:
        pages = store._connection.raw.execute("PRAGMA page_count").fetchone()[0]
        store._connection.raw.execute(f"PRAGMA max_page_count = {pages + 2}")
        recording = Recording(store, clock)
        with pytest.raises(DiaryError, match="The disk is full"):
            recording.note(TODAY, "x" * 90_000)
        store._connection.raw.execute("PRAGMA max_page_count = 1000000")
        recording.note(TODAY, "x" * 90_000)
        assert store.days.record(TODAY).note is not None


def test_recording_on_a_full_disk_is_said_in_one_line(diary: Path, small_disk: Path) -> None:
    full = small_disk / "diary.rlsdiary"
    full.write_bytes(diary.read_bytes())
    before = contents(full)
    _fill_up(small_disk)
    done = run("--diary", full, "log", "--urge", "6", "--note", "y" * 20_000)
    assert done.returncode == 1
    assert "disk is full" in done.stderr
    assert done.stderr.count("\n") == 1
    (small_disk / "ballast").unlink()
    assert contents(full) == before
    assert is_sound(full)
    assert run("--diary", full, "log", "--urge", "6").returncode == 0


@pytest.mark.parametrize("command", ["export", "backup", "report", "chart", "sample", "restore"])
def test_no_half_file_is_left_on_a_full_disk(diary: Path, small_disk: Path, command: str) -> None:
    names = {"export": "x.csv", "report": "x.pdf", "chart": "x.svg"}
    target = small_disk / names.get(command, "x.rlsdiary")
    words: list[str | Path] = [command, *(["trends"] if command == "chart" else []), target]
    if command == "restore":
        target.write_bytes(diary.read_bytes())
        words, diary = ["restore", diary], target
    _fill_up(small_disk)
    before = {path.name: path.read_bytes() for path in small_disk.iterdir()}
    done = run("--diary", diary, *words)
    assert done.returncode == 1, done
    assert done.stderr.count("\n") == 1
    assert "mistake" not in done.stderr
    assert {path.name: path.read_bytes() for path in small_disk.iterdir()} == before


def test_a_new_diary_finds_no_room_and_leaves_nothing(small_disk: Path) -> None:
    _fill_up(small_disk)
    done = run("--diary", small_disk / "new" / "diary.rlsdiary", "log", "--urge", "6")
    assert done.returncode == 1
    assert "disk is full" in done.stderr
    assert not list(small_disk.rglob("*diary*"))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
@pytest.mark.parametrize("command", ["export", "backup"])
def test_a_file_that_may_not_grow_is_left_as_it_was(diary: Path, command: str) -> None:
    with opened(diary) as store:
        Recording(store, clock).note(TODAY, "x" * 90_000)
    target = diary.with_name("out.csv" if command == "export" else "out.rlsdiary")
    target.write_bytes(b"the one of yesterday")
    limited = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))\n"
        "from rlsdiary.app import cli\n"
        "raise SystemExit(cli.main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited, "--diary", str(diary), command, str(target)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "mistake" not in done.stderr
    assert target.read_bytes() == b"the one of yesterday"
    assert sorted(path.name for path in diary.parent.iterdir()) == [diary.name, target.name]


def _fill_up(folder: Path) -> None:
    with (folder / "ballast").open("wb", buffering=0) as file:
        for size in (65536, 4096, 512):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
