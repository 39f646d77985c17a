"""Tests of the pictures of screens and pages: names, sizes, sameness, and what is never touched."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from rlsdiary.app import pictures, screenshots
from rlsdiary.app.soundness import is_blank, paper
from tests.app.opened import open_evening

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
MOST_BYTES = 150_000


def draw(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command as `packaging/dev.py pictures` does."""
    command = [sys.executable, "-m", "rlsdiary.app.pictures", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the folder with everything drawn of the sample, small, and the home it was done in."""
    home, out = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("pictures")
    with pytest.MonkeyPatch.context() as own:
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME"):
            own.setenv(name, str(home))
        done = draw("--out", out, "--size", "900x640", "--text", "125", "--paper", "Letter")
    assert (done.returncode, done.stderr) == (0, "")
    written = [Path(line) for line in done.stdout.splitlines()]
    assert sorted(written) == sorted(out.iterdir())
    return out, home


def test_every_screen_is_drawn_under_its_name(drawn: tuple[Path, Path]) -> None:
    names = {path.name for path in drawn[0].iterdir()}
    screens = {f"{screen}-light-125.png" for screen in screenshots.SCREENS}
    assert {name for name in names if not name.startswith("page-")} == screens
    assert "page-1-letter.png" in names


def test_pictures_have_their_size_and_are_not_blank(drawn: tuple[Path, Path]) -> None:
    for path in drawn[0].iterdir():
        image = QImage(str(path))
        page = path.name.startswith("page-")
        assert (image.width(), image.height()) == ((1180, 1527) if page else (900, 640))
        assert not is_blank(image), path.name


def test_nothing_of_the_person_is_touched(drawn: tuple[Path, Path]) -> None:
    assert not list(drawn[1].rglob("*rlsdiary*"))


def test_the_same_is_drawn_again(drawn: tuple[Path, Path], tmp_path: Path) -> None:
    again = ("--size", "900x640", "--text", "125", "--screen", "today", "--screen", "settings")
    draw("--out", tmp_path, *again)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (drawn[0] / path.name).read_bytes(), path.name
    assert len(list(tmp_path.iterdir())) == 2


def test_themes_differ_and_an_empty_diary_differs_from_the_sample(
    drawn: tuple[Path, Path], tmp_path: Path
) -> None:
    words = ("--empty", "--theme", "all", "--text", "125", "--size", "900x640")
    done = draw("--out", tmp_path, *words, "--screen", "trends")
    assert done.returncode == 0
    names = [f"trends-{theme}-125.png" for theme in pictures.THEMES]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    sample = (drawn[0] / names[0]).read_bytes()
    assert len({sample, *((tmp_path / name).read_bytes() for name in names)}) == 4


def test_a_given_diary_is_drawn_and_only_read(qapp: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    diary = folder / "diary.rlsdiary"
    evening = open_evening(qapp, diary)
    evening.press("5")
    evening.program.close()
    before = {path: path.read_bytes() for path in folder.iterdir()}
    done = draw("--out", tmp_path, "--diary", diary, "--screen", "today")
    assert (done.returncode, done.stderr) == (0, "")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    draw("--out", tmp_path / "empty", "--empty", "--screen", "today")
    name = "today-light-100.png"
    assert (tmp_path / name).read_bytes() != (tmp_path / "empty" / name).read_bytes()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--size", "big"), 2, "“big” is no size; write WIDTHxHEIGHT, as 1180x820"),
        (("--screen", "moon"), 2, "moon"),
        (("--empty", "--sample"), 2, "not allowed with"),
        (("--diary", "nowhere.rlsdiary"), 1, "nowhere.rlsdiary is not an RLS Diary file"),
        (("--out", "README.md"), 1, "README.md"),
    ],
)
def test_wrong_words_are_refused_in_words(words: tuple[str, ...], status: int, said: str) -> None:
    done = draw(*words)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_every_screen_of_the_program_has_a_picture(qapp: QApplication, tmp_path: Path) -> None:
    evening = open_evening(qapp, tmp_path / "diary.rlsdiary")
    assert tuple(evening.program._makers) == screenshots.SCREENS
    evening.program.close()


def test_few_colours_are_a_smaller_file_that_looks_the_same(tmp_path: Path) -> None:
    image = paper(200, 100)
    chance = random.Random(3)
    for x in range(200):
        for y in range(40):
            image.setPixelColor(x, y, QColor(*(chance.randrange(100, 140) for _ in "rgb")))
    full = screenshots.write(image, tmp_path / "full.png", small=False)
    small = screenshots.write(image, tmp_path / "small.png", small=True)
    assert small.stat().st_size < full.stat().st_size
    reduced = QImage(str(small))
    assert reduced.colorCount() == 256
    assert QColor(reduced.pixel(10, 90)) == QColor("white")
    for at in ((7, 3), (150, 30)):
        assert abs(QColor(reduced.pixel(*at)).red() - image.pixelColor(*at).red()) <= 20


def test_the_readme_shows_small_pictures_that_exist() -> None:
    shown = re.findall(r"!\[[^\]]{10,}\]\(([^)]+)\)", README.read_text(encoding="utf-8"))
    assert len(shown) >= 3
    for name in shown:
        assert (ROOT / name).stat().st_size < MOST_BYTES, name
    folder = ROOT / pictures.README_FOLDER
    assert {path.name for path in folder.iterdir()} == {Path(name).name for name in shown}


def test_pictures_need_no_display(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "QT_QPA_PLATFORM" not in os.environ
    assert draw("--out", tmp_path, "--empty", "--screen", "settings").returncode == 0
