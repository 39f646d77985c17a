"""The program as a process: status, output, error output, and nothing else, ever."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from rlsdiary import __version__
from tests.app.program import environment, run
from tests.store.diary import TODAY, opened
from tests.store.template import copy_of_empty

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about X11 displays")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a diary with three invented months."""
    from rlsdiary.services.sample import fill_with_sample

    path = copy_of_empty(tmp_path / "sample.rlsdiary")
    with opened(path) as store:
        fill_with_sample(store, TODAY, days=90)
    return path


# --- the window where there is no display


@linux
@pytest.mark.parametrize(
    "display",
    [{}, {"DISPLAY": ""}, {"DISPLAY": ":77"}, {"DISPLAY": ":77", "WAYLAND_DISPLAY": "wayland-77"}],
    ids=["none", "empty", "dead", "dead and dead"],
)
def test_without_a_display_the_window_says_so_in_one_sentence(
    own_home: Path, display: dict[str, str]
) -> None:
    done = run(more=display)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("There is no display to open the window on")
    assert done.stderr.count("\n") == 1
    assert not list(own_home.rglob("*.rlsdiary"))
    assert not list(own_home.rglob("core*"))


@linux
def test_a_named_diary_needs_a_display_too(tmp_path: Path) -> None:
    done = run("--diary", tmp_path / "x.rlsdiary")
    assert (done.returncode, done.stdout) == (2, "")
    assert list(tmp_path.iterdir()) == []


# --- each command ends with 0 and says nothing on standard error


def test_an_evening_goes_into_the_person_s_own_diary(own_home: Path) -> None:
    done = run("log", "--urge", "6", "--took", "iron=65mg")
    assert (done.returncode, done.stderr) == (0, "")
    (diary,) = own_home.rglob("*.rlsdiary")
    checked = run("check")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert str(diary) in checked.stdout


@pytest.mark.parametrize(
    "words",
    [("export", "x.csv"), ("backup", "x.rlsdiary"), ("check",), ("sample", "x.rlsdiary")],
    ids=lambda words: words[0],
)
def test_a_command_is_done_quietly(sample: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run("--diary", sample, *words, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


def test_a_chart_is_a_picture_of_the_asked_size(sample: Path, tmp_path: Path) -> None:
    done = run("--diary", sample, "chart", "trends", "x.png", "--size", "640x480", folder=tmp_path)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "x.png\n")
    content = (tmp_path / "x.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", content[16:24]) == (640, 480)
    assert content.endswith(b"IEND\xaeB`\x82")


def test_a_chart_can_be_drawn_with_lines_and_words(sample: Path, tmp_path: Path) -> None:
    words = ["--theme", "dark", "--from", "2026-10-01", "--to", "2026-11-01"]
    done = run("--diary", sample, "chart", "trends", "x.svg", *words, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    root = ET.parse(tmp_path / "x.svg").getroot()  # noqa: S314 - our own file
    assert root.tag.endswith("svg")
    assert len(list(root.iter())) > 50


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_report_is_a_pdf(sample: Path, tmp_path: Path, paper: str) -> None:
    words = ["--paper", paper, "--name", "J. D.", "--from", "2026-10-01"]
    done = run("--diary", sample, "report", "x.pdf", *words, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    content = (tmp_path / "x.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    if shutil.which("pdftotext"):
        text = subprocess.check_output(["pdftotext", tmp_path / "x.pdf", "-"], text=True)
        assert "J. D." in text


@pytest.mark.parametrize("command", [("chart", "trends", "x.png"), ("report", "x.pdf")])
def test_an_empty_diary_is_drawn_and_printed_too(tmp_path: Path, command: tuple[str, ...]) -> None:
    diary = copy_of_empty(tmp_path / "empty.rlsdiary")
    done = run("--diary", diary, *command, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / command[-1]).stat().st_size > 1000


# --- each mistake is one line


@pytest.mark.parametrize(
    ("status", "words", "said"),
    [
        (1, "chart trends x.bmp", "should end in .png or .svg"),
        (1, "chart trends none/x.png", "No such file or directory"),
        (1, "chart trends none/x.svg", "No such file or directory"),
        (1, "report none/x.pdf", "No such file or directory"),
        (1, "report x.txt", "should end in .pdf"),
        (1, "report x.pdf --from 2026-11-02 --to 2026-11-01", "ends before it begins"),
        (2, "chart trends x.png --size 10x10", "a size is WIDTHxHEIGHT"),
        (2, "chart trends x.png --theme pink", "invalid choice: 'pink'"),
        (2, "chart clock x.png", "invalid choice: 'clock'"),
        (2, "report x.pdf --paper A5", "invalid choice: 'A5'"),
        (2, "dance", "invalid choice: 'dance'"),
        (2, "--dance", "unrecognized arguments: --dance"),
        (2, "import", "required: file"),
    ],
)
def test_a_mistake_is_said_in_one_line(
    sample: Path, tmp_path: Path, status: int, words: str, said: str
) -> None:
    done = run("--diary", sample, *words.split(), folder=tmp_path)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == [sample]


# --- odd surroundings


@pytest.mark.parametrize("words", ["--help", "--version", "log --help", "chart --help"])
def test_help_and_version_are_said_on_standard_output(words: str) -> None:
    done = run(*words.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert (__version__ if words == "--version" else "usage: rlsdiary") in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize("words", ["--help", "check", "log --urge 6"])
def test_a_reader_that_leaves_hears_no_complaint(tmp_path: Path, words: str) -> None:
    diary = copy_of_empty(tmp_path / "diary.rlsdiary")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "rlsdiary", "--diary", diary, *words.split()],
            env=environment(),
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@linux
@pytest.mark.parametrize("words", ["--help", "check"])
def test_an_answer_that_finds_no_room_is_no_success(tmp_path: Path, words: str) -> None:
    diary = copy_of_empty(tmp_path / "diary.rlsdiary")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rlsdiary", "--diary", diary, *words.split()],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == b"The answer could not be shown: No space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes it")
def test_no_standard_output_at_all_is_no_mistake(tmp_path: Path) -> None:
    diary = copy_of_empty(tmp_path / "diary.rlsdiary")
    line = f"'{sys.executable}' -m rlsdiary --diary '{diary}' log --urge 6 >&-"
    done = subprocess.run(["sh", "-c", line], env=environment(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_that_knows_few_letters_is_enough(tmp_path: Path) -> None:
    diary = copy_of_empty(tmp_path / "naïve.rlsdiary")
    few = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    for words in (("log", "--sleep", "3"), ("log", "--help"), ("check",)):
        done = run("--diary", diary, *words, more=few)
        assert (done.returncode, done.stderr) == (0, "")


def test_the_program_imports_no_window_to_keep_an_answer(tmp_path: Path) -> None:
    diary = copy_of_empty(tmp_path / "diary.rlsdiary")
    code = (
        "import sys; from rlsdiary.app import cli;"
        "status = cli.main(sys.argv[1:]);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'numpy'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--diary", str(diary), "log", "--urge", "6"],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines()[1:] == ["[]"]
