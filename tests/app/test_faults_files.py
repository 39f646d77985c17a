"""A file that is no good diary: one clear sentence, status 1, and the file as it was."""

from __future__ import annotations

import ctypes
import os
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from rlsdiary.app import cli
from tests.app.program import environment, run
from tests.store.diary import fill, fingerprint, opened, plain
from tests.store.template import copy_of_empty

Capsys = pytest.CaptureFixture[str]
_ANSWER = ("log", "--urge", "6")
_MAKE_ROOT_ORDINARY = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
_DROP_CAPABILITY = 24  # PR_CAPBSET_DROP


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """Return a good diary with something in it, alone in its folder; ``in.csv`` is beside that."""
    (tmp_path / "in.csv").write_text("date,urge\n2026-11-19,3\n")
    (tmp_path / "own").mkdir()
    path = copy_of_empty(tmp_path / "own" / "diary.rlsdiary")
    with opened(path) as store:
        fill(store)
    return path


def _text(path: Path) -> str:
    path.write_text("Dear diary,\n" * 50, encoding="utf-8")
    return "This is not a diary"


def _nothing(path: Path) -> str:
    path.write_bytes(b"")
    return "The diary file is empty"


def _of_another_program(path: Path) -> str:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")
        connection.commit()
    return "This is not a diary"


def _noise(path: Path) -> str:
    path.write_bytes(bytes(range(256)) * 200)
    return "This is not a diary"


def _read_only(path: Path) -> str:
    path.chmod(0o444)
    return "The diary is read-only"


def _newer(path: Path) -> str:
    with plain(path) as connection:
        connection.execute(
            "INSERT INTO schema_migration (name, applied) VALUES ('0099_later', '2030-01-01')"
        )
        connection.commit()
    return "newer program"


def _zeros_after_the_header(path: Path) -> str:
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(len(content) - 100))
    return "The diary file is damaged"


def _header_of_another_size(path: Path) -> str:
    content = bytearray(path.read_bytes())
    content[28:32] = struct.pack(">I", 1_000_000)
    path.write_bytes(content)
    return "The diary file is cut off"


@pytest.mark.parametrize("command", [_ANSWER, ("check",), ("import", "in.csv")], ids=lambda c: c[0])
@pytest.mark.parametrize(
    "spoil",
    [
        _text,
        _nothing,
        _of_another_program,
        _noise,
        _read_only,
        _newer,
        _zeros_after_the_header,
        _header_of_another_size,
    ],
)
def test_a_file_that_is_no_good_diary_is_named_and_left_alone(
    diary: Path, capsys: Capsys, spoil: Callable[[Path], str], command: tuple[str, ...]
) -> None:
    said = spoil(diary)
    _check_refused(diary, capsys, said, command)


@pytest.mark.parametrize("part", [0.0005, 0.1, 0.5, 0.9, 0.999])
def test_a_diary_that_was_cut_off_is_named_and_left_alone(
    diary: Path, capsys: Capsys, part: float
) -> None:
    content = diary.read_bytes()
    diary.write_bytes(content[: int(len(content) * part)])
    said = "This is not a diary" if part < 0.001 else "cut off"  # not even a whole header
    _check_refused(diary, capsys, said, _ANSWER)


def test_a_folder_is_no_diary(tmp_path: Path, capsys: Capsys) -> None:
    (tmp_path / "folder").mkdir()
    assert cli.main(["--diary", str(tmp_path / "folder"), *_ANSWER]) == 1
    assert "This is a folder" in _one_line(capsys)
    assert list((tmp_path / "folder").iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_diary_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = run("--diary", tmp_path / "pipe", *_ANSWER)  # in vain for ever, but for its time limit
    assert done.returncode == 1
    assert "This is not a diary" in done.stderr


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path, capsys: Capsys) -> None:
    (tmp_path / "file").write_text("x")
    assert cli.main(["--diary", str(tmp_path / "file" / "diary"), *_ANSWER]) == 1
    assert str(tmp_path / "file") in _one_line(capsys)


def test_a_missing_folder_is_made_for_a_new_diary(tmp_path: Path) -> None:
    diary = tmp_path / "new" / "folder" / "diary.rlsdiary"
    assert cli.main(["--diary", str(diary), *_ANSWER]) == 0
    assert [path.name for path in diary.parent.iterdir()] == [diary.name]


def test_a_name_that_no_disk_takes_is_named(tmp_path: Path, capsys: Capsys) -> None:
    assert cli.main(["--diary", str(tmp_path / ("x" * 300)), *_ANSWER]) == 1
    assert "The file could not be used" in _one_line(capsys)


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("backup",),
        ("export", "x.csv"),
        ("report", "x.pdf"),
        ("chart", "trends", "x.png"),
    ],
    ids=lambda command: command[0],
)
def test_no_command_that_only_reads_makes_a_diary(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = run("--diary", "missing.rlsdiary", *command, folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no diary yet")
    assert done.stdout == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at", [0.2, 0.5, 0.8])
def test_a_damaged_page_is_found_by_check(diary: Path, capsys: Capsys, at: float) -> None:
    _damage(diary, at)
    _check_refused(diary, capsys, "damaged", ("check",))


def test_no_command_takes_a_damaged_page_for_a_mistake_of_its_own(
    diary: Path, capsys: Capsys, tmp_path: Path
) -> None:
    pages = diary.stat().st_size // 4096
    come, go = str(tmp_path / "in.csv"), str(tmp_path / "out.csv")
    good = diary.read_bytes()
    seen = set()
    for page in range(1, pages):
        for command in (_ANSWER, ("export", go), ("import", come)):
            diary.write_bytes(good)
            _damage(diary, page / pages)
            status = cli.main(["--diary", str(diary), *command])
            words = capsys.readouterr().err
            assert "mistake in the program" not in words
            assert words.count("\n") == status
            seen.add(status)
    assert seen == {0, 1}  # a page that a command does not read does not stop it


@pytest.mark.skipif(sys.platform == "win32", reason="folders there have no such permission")
def test_a_folder_without_permission_is_named(diary: Path) -> None:
    before, folder = fingerprint(diary), diary.parent
    folder.chmod(0o555)
    try:
        done = _run(["--diary", str(diary), *_ANSWER], as_ordinary_person=True)
        new = _run(["--diary", str(folder / "new.rlsdiary"), *_ANSWER], as_ordinary_person=True)
    finally:
        folder.chmod(0o755)
    for one in (done, new):
        assert one.returncode == 1, one.stderr
        assert one.stderr.count("\n") == 1
        assert "mistake" not in one.stderr
    assert fingerprint(diary) == before
    assert list(folder.iterdir()) == [diary]


def _check_refused(diary: Path, capsys: Capsys, said: str, command: tuple[str, ...]) -> None:
    before, files = fingerprint(diary), sorted(diary.parent.iterdir())
    words = [str(diary.parents[1] / word) if word == "in.csv" else word for word in command]
    assert cli.main(["--diary", str(diary), *words]) == 1
    line = _one_line(capsys)
    assert said in line
    assert "mistake in the program" not in line
    assert fingerprint(diary) == before
    assert sorted(diary.parent.iterdir()) == files


def _one_line(capsys: Capsys) -> str:
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1, printed.err
    return printed.err


def _damage(diary: Path, at: float) -> None:
    content = bytearray(diary.read_bytes())
    start = int(len(content) * at) // 4096 * 4096
    assert start >= 4096
    content[start : start + 4096] = b"\xa5" * 4096
    diary.write_bytes(content)


def _run(words: list[str], *, as_ordinary_person: bool = False) -> subprocess.CompletedProcess[str]:
    ordinary = _give_up_root if as_ordinary_person and os.geteuid() == 0 else None
    return subprocess.run(
        [sys.executable, "-B", "-m", "rlsdiary", *words],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=ordinary,
    )


def _give_up_root() -> None:
    """Obey permissions as everybody else; on Linux only root is asked to."""
    for capability in _MAKE_ROOT_ORDINARY:
        ctypes.CDLL(None).prctl(_DROP_CAPABILITY, capability, 0, 0, 0)
