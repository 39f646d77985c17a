"""Holds the self-check to its promise: it passes on a whole program, and each check can fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmapCache
from PySide6.QtWidgets import QApplication

from rlsdiary import paths
from rlsdiary.app import check_drawn, screenshots, self_check
from rlsdiary.app.soundness import is_blank, paper
from rlsdiary.charts.paper import save_trends
from rlsdiary.domain.errors import DiaryError
from rlsdiary.paths import resources_dir
from rlsdiary.report.pages import save_pdf
from rlsdiary.services.compounds import compounds
from rlsdiary.services.exchanging import Exchanging
from rlsdiary.store import Store, diary_file

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")
NEED_SAMPLE = ("diary CSV", "chart", "report", "window")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the program use a copy of its resources that a test may spoil; returns the folder."""
    folder = tmp_path / "rlsdiary" / "_resources"
    shutil.copytree(resources_dir(), folder)
    monkeypatch.setattr(paths, "_PACKAGE", folder.parent)
    QPixmapCache.clear()
    compounds.cache_clear()
    yield folder
    QPixmapCache.clear()
    compounds.cache_clear()


@pytest.fixture
def refusal(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Return a function that runs one check and returns the words with which it fails."""

    def run(what: str) -> str:
        wanted = {what} | ({"sample"} if what in NEED_SAMPLE else set())
        checks = tuple(check for check in self_check.CHECKS if check[0] in wanted)
        monkeypatch.setattr(self_check, "CHECKS", checks)
        with pytest.raises(DiaryError, match="not whole") as refused:
            list(self_check.run_self_check())
        assert refused.value.message.endswith(". Install RLS Diary again.")
        return refused.value.message

    return run


def test_a_whole_program_passes_and_says_so_line_by_line(own_home: Path) -> None:
    command = [sys.executable, "-m", "rlsdiary", "self-check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.partition(": ")[0] for line in done.stdout.splitlines()] == [
        what for what, _check in self_check.CHECKS
    ]
    assert not list(own_home.rglob("*rlsdiary*"))


@pytest.mark.parametrize(
    ("what", "file", "words"),
    [
        ("icons", "icons/undo.svg", "icons/undo.svg is missing"),
        ("compounds", "reference/compounds.toml", "reference/compounds.toml is missing"),
        ("resources", "", "The folder of program resources is missing"),
    ],
)
def test_what_is_missing_is_named(
    what: str, file: str, words: str, installed: Path, refusal: Callable[[str], str]
) -> None:
    spoilt = installed / file
    spoilt.unlink() if file else shutil.rmtree(spoilt)
    assert words in refusal(what)


@pytest.mark.parametrize(
    ("what", "file", "content", "words"),
    [
        ("resources", "icons/undo.svg", "<svg", "icons/undo.svg cannot be read"),
        ("resources", "reference/compounds.toml", "[[", "compounds.toml cannot be read"),
        ("resources", "reference/new.txt", "", "reference/new.txt cannot be read"),
        ("icons", "icons/undo.svg", '<svg width="24" height="24"></svg>', "icon “undo” is blank"),
        ("compounds", "reference/compounds.toml", "compound = []", "compounds is empty"),
    ],
)
def test_what_is_spoilt_is_named(
    what: str,
    file: str,
    content: str,
    words: str,
    installed: Path,
    refusal: Callable[[str], str],
) -> None:
    (installed / file).write_text(content, encoding="utf-8")
    assert words in refusal(what)


def test_a_system_without_letters_is_told_which_font_would_do(
    refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    box = paper(64, 64)
    box.setPixelColor(1, 1, QColor("black"))
    monkeypatch.setattr(check_drawn, "is_blank", lambda _image: False)
    monkeypatch.setattr(check_drawn, "_letter", lambda _letter: box)
    assert "fonts-dejavu-core" in refusal("letters")


def test_missing_time_zones_and_a_broken_driver_are_named(
    refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(self_check, "ZoneInfo", _raises(LookupError("No time zone found")))
        assert "“time zones” did not work: No time zone found (LookupError)" in refusal(
            "time zones"
        )
    with monkeypatch.context() as broken:
        broken.setattr(self_check, "sqlite_module", _raises(ImportError("libcrypto is missing")))
        broken.setattr(self_check, "CHECKS", (("encryption", self_check._encryption),))
        assert "libcrypto is missing" in refusal("encryption")


def test_a_diary_without_its_steps_is_refused(
    refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(diary_file, "_MIGRATIONS", tmp_path)
    assert "steps that make a diary file are missing" in refusal("diary file")


def test_an_unsound_diary_is_refused(
    refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "problems", lambda _store: ["row 1 is missing"])
    assert "The diary file: row 1 is missing." in refusal("diary file")


def test_a_backup_that_lost_something_is_refused(
    refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def backup(_store: Store, target: Path) -> None:
        Store(target, self_check._clock()).close()

    monkeypatch.setattr(Store, "backup", backup)
    assert "The backup differs" in refusal("sample")


def test_a_csv_that_comes_back_changed_is_refused(
    refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Exchanging, "import_csv", lambda _self, _path: None)
    assert "The diary CSV came back changed" in refusal("diary CSV")


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_a_blank_chart_is_refused(
    ending: str, refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:

    def draw_one(path: Path, *rest: object) -> None:
        if path.suffix != ending:
            save_trends(path, *rest)  # type: ignore[arg-type]
        elif ending == ".png":
            paper(800, 600).save(str(path))
        else:
            path.write_text('<svg xmlns="http://www.w3.org/2000/svg"></svg>', encoding="utf-8")

    monkeypatch.setattr(check_drawn, "save_trends", draw_one)
    assert f"The chart as {ending} is blank" in refusal("chart")


def test_a_blank_page_is_refused(
    refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screenshots, "page_image", lambda *_: paper(80, 120))
    assert "Page 1 of the report is blank" in refusal("report")


@pytest.mark.parametrize("lost", [b"%PDF-", b"%%EOF", b"/Type /Page\n", b"/FontFile"])
def test_a_pdf_that_is_not_whole_is_refused(
    lost: bytes, refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_spoilt(path: Path, *rest: object) -> None:
        save_pdf(path, *rest)  # type: ignore[arg-type]
        path.write_bytes(path.read_bytes().replace(lost, b"?"))

    monkeypatch.setattr(check_drawn, "save_pdf", save_spoilt)
    assert "The PDF of the report is not whole" in refusal("report")


def test_a_blank_screen_is_refused(
    refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screenshots, "screens", lambda *_: iter([("trends", paper(80, 60))]))
    assert "The screen “trends” is blank" in refusal("window")


def test_a_screen_that_was_not_packed_is_named(
    refusal: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rlsdiary.ui.trends.view", None)
    assert "rlsdiary.ui.trends.view" in refusal("window")


def test_little_ink_is_a_blank_and_no_picture_is_too() -> None:
    image = paper(100, 100)
    for column in range(19):
        image.setPixelColor(column, 5, QColor("black"))
    assert is_blank(image)
    image.setPixelColor(19, 5, QColor("black"))
    assert not is_blank(image)
    assert is_blank(paper(0, 0))


def _raises(error: Exception) -> Callable[..., object]:
    def raising(*_args: object) -> object:
        raise error

    return raising
