"""The PDF: its text can be searched, its fonts are inside, it is small and always the same."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from rlsdiary.domain.errors import DiaryError
from rlsdiary.report.pages import ReportPages, make_pdf, save_pdf
from rlsdiary.report.printing import prepare, print_pages
from tests.report.diaries import content_of, invented, picture_of

pytestmark = pytest.mark.usefixtures("qapp")
_DATES = re.compile(rb"\(D:\d{14}[^)]*\)|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^\"<]*")


def report(paper: str = "A4", days: int = 93) -> ReportPages:
    diary = invented(days)
    return ReportPages(content_of(diary, paper=paper), picture_of(diary), paper)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    save_pdf(path, report(), "Restless legs diary")
    return path


def run(program: str, *arguments: str) -> str:
    """Run one of the poppler programs and return what it printed."""
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def test_text_can_be_searched(pdf: Path) -> None:
    text = run("pdftotext", "-layout", str(pdf), "-")
    for expected in (
        "Restless legs diary",
        "answered 81 of 93 evenings",
        "Pramipexole",
        "Iron (bisglycinate)",
        "Long flight, no chance to walk about.",
        "page 1/",
    ):
        assert expected in text


def test_joined_letters_are_still_found(tmp_path: Path) -> None:
    diary = invented(10)
    pages = ReportPages(content_of(diary, name="Fiona Flint Affleck"), None, "A4")
    save_pdf(tmp_path / "r.pdf", pages, "t")
    assert "Fiona Flint Affleck" in run("pdftotext", str(tmp_path / "r.pdf"), "-")


def test_fonts_are_inside(pdf: Path) -> None:
    rows = run("pdffonts", str(pdf)).splitlines()[2:]
    assert rows
    assert all(re.search(r"\byes (yes|no)\s+yes\b", row) for row in rows), rows


def test_no_bitmaps_are_inside(pdf: Path) -> None:
    assert len(run("pdfimages", "-list", str(pdf)).splitlines()) == 2


@pytest.mark.parametrize(("paper", "size"), [("A4", "595 x 842"), ("Letter", "612 x 792")])
def test_the_paper_is_the_one_that_was_chosen(tmp_path: Path, paper: str, size: str) -> None:
    path = tmp_path / "r.pdf"
    pages = report(paper)
    save_pdf(path, pages, "Restless legs diary")
    told = run("pdfinfo", str(path))
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told)
    assert found
    assert f"{round(float(found[1]))} x {round(float(found[2]))}" == size
    assert re.search(rf"Pages:\s+{pages.count}\b", told)
    assert re.search(r"Title:\s+Restless legs diary", told)


def test_three_months_stay_below_250_kilobytes(pdf: Path) -> None:
    assert pdf.stat().st_size <= 250_000


def test_the_same_diary_gives_the_same_bytes_but_for_the_dates() -> None:
    one, two = (_DATES.sub(b"", make_pdf(report(), "t")) for _ in range(2))
    assert one == two


def test_another_diary_gives_other_bytes() -> None:
    one, two = (_DATES.sub(b"", make_pdf(report(days=days), "t")) for days in (40, 41))
    assert one != two


def test_an_older_report_is_replaced(pdf: Path) -> None:
    pdf.write_bytes(b"old")
    save_pdf(pdf, report(), "t")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert [path.name for path in pdf.parent.iterdir()] == [pdf.name]


def test_a_folder_that_does_not_exist_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save_pdf(tmp_path / "nowhere" / "r.pdf", report(), "t")


def test_a_name_that_is_a_folder_is_an_os_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "r.pdf").mkdir()
    with pytest.raises(OSError, match=r"r\.pdf"):
        save_pdf(tmp_path / "r.pdf", report(), "t")
    assert [path.name for path in tmp_path.iterdir()] == ["r.pdf"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder_is_an_os_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        save_pdf(tmp_path / "r.pdf", report(), "t")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
def test_a_full_disk_keeps_the_older_report(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_pdf(pdf, report(), "t")
    monkeypatch.undo()
    assert pdf.read_bytes() == b"old"
    assert [path.name for path in pdf.parent.iterdir()] == [pdf.name]


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_a_printer_gets_the_same_pages(tmp_path: Path) -> None:
    pages, printer = report("Letter"), printer_to(tmp_path / "printed.pdf")
    prepare(printer, pages, "Restless legs diary")
    print_pages(printer, pages)
    del printer
    saved = tmp_path / "saved.pdf"
    save_pdf(saved, pages, "t")
    printed_text = run("pdftotext", "-layout", str(tmp_path / "printed.pdf"), "-")
    assert printed_text.split() == run("pdftotext", "-layout", str(saved), "-").split()


def test_only_the_chosen_pages_are_printed(tmp_path: Path) -> None:
    pages, printer = report(), printer_to(tmp_path / "printed.pdf")
    prepare(printer, pages, "t")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    print_pages(printer, pages)
    del printer
    text = run("pdftotext", str(tmp_path / "printed.pdf"), "-")
    assert re.findall(r"page (\d+)/", text) == ["2", "3"]


def test_a_printer_that_takes_nothing_is_said_plainly(
    tmp_path: Path, qtlog: object, request: pytest.FixtureRequest
) -> None:
    pages, printer = report(), printer_to(tmp_path / "nowhere" / "printed.pdf")
    prepare(printer, pages, "t")
    with qtlog.disabled(), pytest.raises(DiaryError, match="was not printed") as caught:  # type: ignore[attr-defined]
        print_pages(printer, pages)
    assert "PDF" in caught.value.message
