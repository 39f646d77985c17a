"""Files and paper: vectors and text, whole or not at all."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import DARK, LIGHT, PAPER
from rlsdiary.charts.paper import paint_trends, save_trends
from rlsdiary.charts.picture import TrendsPicture
from tests.charts.pictures import diary, empty, panel, picture

SIZE = (900, 700)


def save(path: Path, shown: TrendsPicture) -> None:
    save_trends(path, shown, shown.first, shown.last, LIGHT, SIZE)


def print_pdf(path: Path, shown: TrendsPicture) -> None:
    """Print a picture on a page at 1200 dots an inch."""
    writer = QPdfWriter(str(path))
    writer.setResolution(1200)
    painter = QPainter(writer)
    page = QRectF(0, 0, 8000, 10000)
    paint_trends(painter, page, shown, shown.first, shown.last, PAPER, 9.0)
    painter.end()


def said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_png_has_the_asked_size_and_the_ground_of_its_look(qtbot: QtBot, tmp_path: Path) -> None:
    shown = diary(60)
    save_trends(tmp_path / "a.png", shown, shown.first, shown.last, DARK, SIZE)
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == SIZE
    assert image.pixelColor(0, 0).name() == DARK.card.lower()


@pytest.mark.parametrize("days", [60, 4000])
def test_an_svg_holds_vectors_and_text_and_no_bitmap(
    qtbot: QtBot, tmp_path: Path, days: int
) -> None:
    save(tmp_path / "a.svg", diary(days))
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "<image" not in text
    assert "data:" not in text
    assert "Strongest urge to move" in text
    assert re.search(r'<svg width="900" height="700"', text)


@pytest.mark.parametrize("days", [60, 4000])
def test_a_pdf_holds_vectors_and_text_and_no_bitmap(
    qtbot: QtBot, tmp_path: Path, days: int
) -> None:
    if not (shutil.which("pdfimages") and shutil.which("pdftotext")):
        pytest.skip("poppler is not installed")
    path = tmp_path / "a.pdf"
    print_pdf(path, diary(days))
    assert len(said("pdfimages", "-list", str(path)).splitlines()) == 2  # the head only
    text = said("pdftotext", str(path), "-")
    assert "Strongest urge to move" in text
    assert "mg" in text


def test_lines_on_paper_are_as_thick_as_on_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    """A pen that forgets the resolution draws hairlines at 1200 dots an inch."""
    if not shutil.which("pdftoppm"):
        pytest.skip("poppler is not installed")
    shown = picture(panel("urge", [5.0] * 30))
    print_pdf(tmp_path / "a.pdf", shown)
    said(
        "pdftoppm", "-r", "300", "-png", "-singlefile", str(tmp_path / "a.pdf"), str(tmp_path / "a")
    )
    image = QImage(str(tmp_path / "a.png"))
    column = [image.pixelColor(image.width() // 2, y) for y in range(image.height())]
    red = sum(colour.red() > 1.5 * max(1, colour.blue()) for colour in column)
    assert 5 <= red <= 9 * 4  # 2.2 / 96 inch of line, or a point of 8 / 96 inch


def test_an_empty_diary_makes_a_file_with_its_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    save(tmp_path / "a.svg", empty())
    assert "Nothing is recorded yet" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_another_ending_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.png or \.svg"):
        save(tmp_path / "a.gif", diary(10))


def test_a_file_that_cannot_be_written_leaves_the_old_one_whole(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.svg"
    path.write_text("the old one", encoding="utf-8")

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        save(path, diary(10))
    assert path.read_text(encoding="utf-8") == "the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_an_os_error(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        save(tmp_path / "nowhere" / "a.png", diary(10))


def test_the_painter_is_given_back_as_it_was(qtbot: QtBot) -> None:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(7, 9)
    before = painter.transform(), painter.pen(), painter.font()
    shown = diary(40)
    paint_trends(painter, QRectF(0, 0, 600, 500), shown, shown.first, shown.last, PAPER, 9.0)
    assert (painter.transform(), painter.pen(), painter.font()) == before
    painter.end()
