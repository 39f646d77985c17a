"""The laid-out pages: their text, and that nothing crosses a margin or another text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from rlsdiary.charts.look import NIGHT, PAPER
from rlsdiary.domain.doses import Item, ItemKind, Plan
from rlsdiary.domain.record import Extract, Note
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.report.content import PAPERS
from rlsdiary.report.figures import ENOUGH_DAYS, Spread
from rlsdiary.report.pages import ReportPages
from rlsdiary.report.table import Column, RangeMark, Table
from rlsdiary.report.typeset import (
    SMALL_BOLD,
    SMALLEST_POINTS,
    Box,
    Chart,
    Disc,
    Faces,
    Mark,
    Rule,
    Text,
    mm,
    pt,
)
from tests.report.diaries import (
    LAST,
    content_of,
    entered,
    extract,
    intake,
    invented,
    picture_of,
    record,
)

DAY = timedelta(days=1)
LEAST_MARGIN = mm(12)
NOTE = "A <b>bold</b> evening & 😀 שלום עולם مرحبا 中文字符没有空格 \x00\x07\ttab\u2028line "
NOTE += "x" * 300
pytestmark = pytest.mark.usefixtures("qapp")


def hard() -> Extract:
    """A diary with a hundred items, endless names and a note of 20,000 letters."""
    diary = invented(40)
    names = ["word " * 12, "X" * 300, "Item & <i>b</i>", "المغنيسيوم"]
    items = dict(diary.items) | {
        n: Item(f"{names[n % 4]}{n}", ItemKind.MEDICINE, "capsules", id=n) for n in range(100, 200)
    }
    plans = tuple(Plan(n, 1.5, date(2026, 11, 1), minutes=(1200,)) for n in range(100, 200))
    days = dict(diary.days)
    busy, wordy = sorted(days)[3], sorted(days)[5]
    taken = tuple(intake(items[n], busy, 1.5) for n in range(100, 200))
    days[busy] = replace(days[busy], intakes=taken)
    text = NOTE * (20_000 // len(NOTE)) + "the very end"
    days[wordy] = replace(days[wordy], note=Note(text, entered(wordy)))
    return replace(diary, days=days, items=items, plans=diary.plans + plans)


DIARIES = {
    "nothing": lambda: extract(first=LAST - 40 * DAY),
    "one evening": lambda: extract(record(LAST, {"urge": 4})),
    "one note": lambda: extract(record(LAST, note=NOTE)),
    "late only": lambda: extract(record(LAST, {"urge": 4}, days_late=5)),
    "three months": invented,
    "a year": lambda: invented(365),
    "hard": hard,
}


def pages_of(diary: Extract, paper: str = "A4", name: str = "Anna Example") -> ReportPages:
    return ReportPages(content_of(diary, paper=paper, name=name), picture_of(diary), paper)


def texts(pages: ReportPages, index: int) -> list[Text]:
    return [mark for mark in pages.marks(index) if isinstance(mark, Text)]


def words(pages: ReportPages) -> str:
    return "\n".join(text.text for n in range(pages.count) for text in texts(pages, n))


def box_of(mark: Mark) -> QRectF:
    match mark:
        case Rule():
            return QRectF(mark.x1, mark.y1, mark.x2 - mark.x1, mark.y2 - mark.y1)
        case Disc():
            around = mark.radius
            return QRectF(mark.x - around, mark.y - around, 2 * around, 2 * around)
        case Text() | Box() | Chart():
            return QRectF(mark.x, mark.y, mark.width, mark.height)


def crossings(pages: ReportPages) -> Iterator[tuple[str, str]]:
    hair = mm(0.05)
    for index in range(pages.count):
        marks = [mark for mark in pages.marks(index) if isinstance(mark, Text | Chart)]
        boxes = [box_of(mark).adjusted(hair, hair, -hair, -hair) for mark in marks]
        for one in range(len(boxes)):
            for two in range(one + 1, len(boxes)):
                if boxes[one].intersects(boxes[two]):
                    yield repr(marks[one]), repr(marks[two])


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("diary", DIARIES)
def test_no_mark_lies_outside_the_margins(diary: str, paper: str) -> None:
    pages = pages_of(DIARIES[diary](), paper)
    width, height = (mm(side) for side in PAPERS[paper])
    inside = QRectF(0, 0, width, height).adjusted(
        LEAST_MARGIN, LEAST_MARGIN, -LEAST_MARGIN, -LEAST_MARGIN
    )
    outside = [
        mark
        for index in range(pages.count)
        for mark in pages.marks(index)
        if not inside.contains(box_of(mark).normalized().adjusted(0, 0, 1, 1))
    ]
    assert outside == []


@pytest.mark.parametrize("diary", [name for name in DIARIES if name != "a year"])
def test_no_text_crosses_another(diary: str) -> None:
    assert list(crossings(pages_of(DIARIES[diary](), name="Featherstonehaugh " * 30))) == []


def test_no_type_is_smaller_than_nine_points() -> None:
    pages = pages_of(hard())
    sizes = {text.style.points for n in range(pages.count) for text in texts(pages, n)}
    assert min(sizes) >= SMALLEST_POINTS


def test_the_first_page_says_what_it_is_of_whom_and_from_when() -> None:
    first = [text.text for text in texts(pages_of(invented()), 0)]
    everything = "\n".join(first)
    for expected in (
        "Restless legs diary",
        "22 Aug – 22 Nov 2026",
        "answered 81 of 93 evenings",
        "Self-reported diary, not a diagnosis",
        "RLS Diary 0.1.0",
        "A day begins at 06:00; time zone Europe/Berlin.",
    ):
        assert expected in everything


def test_every_page_says_whose_it_is_which_and_what_it_is_not() -> None:
    pages = pages_of(invented())
    for index in range(pages.count):
        everything = {text.text for text in texts(pages, index)}
        assert {
            "Anna Example",
            f"page {index + 1}/{pages.count}",
            "Self-reported; not a medical device; no warranty",
            "printed 22 Nov 2026 21:14",
        } <= everything


def test_every_day_has_a_row_also_one_without_a_word() -> None:
    diary = invented()
    everything = words(pages_of(diary)).split("\n")
    for entry in diary:
        assert f"{entry.day:%a} {entry.day.day} {entry.day:%b}" in everything


def test_a_day_without_a_word_shows_dashes() -> None:
    diary = extract(*(record(LAST - n * DAY, {"urge": 3, "stress": 2}) for n in range(9) if n != 4))
    pages = pages_of(diary)
    printed = texts(pages, pages.count - 1)
    row = next(text for text in printed if text.text == "Wed 18 Nov")
    beside = [text.text for text in printed if text.y == row.y and text is not row]
    assert beside == ["–", "–"]


def test_a_long_note_is_printed_to_its_end() -> None:
    printed = words(pages_of(hard())).replace("\n", "").replace(" ", "")
    assert printed.count("<b>bold</b>") == 20_000 // len(NOTE)
    assert printed.count("x" * 20) >= 20_000 // len(NOTE)
    assert "theveryend" in printed


def test_a_long_note_overleaf_says_which_day_it_belongs_to() -> None:
    pages = pages_of(hard())
    day = sorted(hard().days)[5]
    label = f"{day:%a} {day.day} {day:%b} …"
    assert any(label in {t.text for t in texts(pages, n)} for n in range(pages.count))


def test_all_of_a_hundred_doses_are_printed() -> None:
    pages = pages_of(hard())
    lines = [text for n in range(pages.count) for text in texts(pages, n)]
    column = next(text.x for text in lines if text.text.endswith("1.5 capsules,"))
    # The column alone: what heads and foots a page may stand in the middle of a dose.
    doses = (text.text for text in lines if text.x == column and text.text != "Taken")
    printed = "".join(doses).replace(" ", "")
    for number in range(100, 200):
        assert printed.count(f"{number}1.5capsules") >= 1


def test_the_column_titles_stand_on_every_page_of_the_day_table() -> None:
    pages = pages_of(invented(365))
    for index in range(3, pages.count):
        assert {"Day", "Urge", "Sleep", "Taken"} <= {text.text for text in texts(pages, index)}


def test_values_without_a_column_are_told_in_words() -> None:
    many = {
        "urge_morning": 1,
        "urge_afternoon": 2,
        "urge_evening": 3,
        "urge_night": 4,
        "pain": 5,
        "urge": 6,
        "mood": 7,
        "stress": 8,
        "tiredness": 9,
        "sleep_quality": 10,
        "rested": 1,
        "legs_asleep": 2,
        "legs_night": 3,
        "wakings": 4,
        "leg_wakings": 5,
        "sleep_min": 400,
        "walk_min": 41,
        "awake_min": 42,
        "bed": 1380,
        "up": 1830,
    }
    pages = pages_of(extract(record(LAST, many)))
    printed = words(pages).replace("\n", " ")
    assert "06:30" in printed
    assert "Minutes up and walking: 41" in printed
    assert list(crossings(pages)) == []


def test_too_few_days_show_no_median() -> None:
    few = [record(LAST - n * DAY, {"urge": 7}) for n in range(ENOUGH_DAYS - 1)]
    assert "7 to 7" not in words(pages_of(extract(*few)))
    assert "median of the strongest urge" not in words(pages_of(extract(*few))).replace("\n", " ")


def test_an_empty_diary_is_one_page_without_a_chart() -> None:
    pages = pages_of(extract(first=LAST - 40 * DAY))
    assert pages.count == 1
    assert "Nothing was recorded in this period." in words(pages)
    assert not any(isinstance(mark, Chart) for mark in pages.marks(0))


def test_the_chart_stands_on_the_first_page_of_an_ordinary_report() -> None:
    for paper in PAPERS:
        marks = pages_of(invented(), paper).marks(0)
        assert any(isinstance(mark, Chart) for mark in marks)


@pytest.mark.parametrize(("paper", "plans"), [("A4", 4), ("Letter", 2)])
def test_the_first_page_of_ninety_days_holds_the_ratings_whole(paper: str, plans: int) -> None:
    diary = invented(90)
    pages = pages_of(replace(diary, plans=diary.plans[:plans]), paper)
    first = [text.text for text in texts(pages, 0)]
    for name in ("Strongest urge to move", "Sleep quality", "Stress", "Tiredness in the day"):
        assert name in first
    assert "Woken by the legs" in first
    assert any("is not recorded." in text for text in first)
    assert any(isinstance(mark, Chart) for mark in pages.marks(0))
    assert "Day by day" not in first


@pytest.mark.parametrize("markers", [0, 3, 6, 9])
def test_a_table_of_few_rows_is_never_torn(markers: int) -> None:
    diary = invented(90)
    more = tuple(Marker(LAST - n * DAY, MarkerKind.OWN, f"M{n}") for n in range(markers))
    pages = pages_of(replace(diary, markers=diary.markers + more))
    names = ("Strongest urge to move", "Sleep quality", "Stress", "Woken by the legs")
    found = [
        {index for index in range(pages.count) if name in {t.text for t in texts(pages, index)}}
        for name in names
    ]
    assert len({min(where) for where in found}) == 1


def test_the_column_titles_of_the_day_table_stand_on_one_line() -> None:
    pages = pages_of(invented())
    printed = texts(pages, 1)
    heads = {t.text: t.y for t in printed if t.style is SMALL_BOLD and t.text in HEADS}
    assert set(heads) == HEADS
    assert len(set(heads.values())) == 1


HEADS = {"Day", "Urge", "Began", "Rest", "Stress", "Tired", "Sleep", "By legs", "Taken"}


def test_long_answers_are_short_in_the_table_and_told_in_its_legend() -> None:
    pages = pages_of(invented())
    printed = words(pages)
    assert "an hour or more" in printed.replace("\n", " ")
    rows = [t.text for n in range(pages.count) for t in texts(pages, n)]
    assert rows.count("1 h+") > 5
    assert "an hour or" not in rows
    assert "By legs: Woken by the legs." in printed.replace("\n", " ")


def test_a_late_evening_says_so_below_its_row_and_needs_no_column() -> None:
    days = (record(LAST - n * DAY, {"urge": 3}, days_late=3 * (n == 2)) for n in range(9))
    printed = words(pages_of(extract(*days)))
    assert printed.count("(entered 3 days later)") == 1
    assert "Other values" not in printed


def test_the_weeks_have_a_scale_and_stand_clear_of_their_title() -> None:
    pages = pages_of(invented())
    title = next(t for t in texts(pages, 0) if t.text.startswith("Days with symptoms each week"))
    boxes = [m for m in pages.marks(0) if isinstance(m, Box) and m.y < title.y + mm(30)]
    assert min(box.y for box in boxes) >= title.y + title.height + mm(2)
    left = min(box.x for box in boxes)
    scale = {t.text for t in texts(pages, 0) if t.x < left and title.y < t.y < title.y + mm(20)}
    assert {"0", "7"} <= scale
    week = max(box.height for box in boxes)
    rules = [m for m in pages.marks(0) if isinstance(m, Rule) and title.y < m.y1 < title.y + mm(20)]
    assert max(r.y1 for r in rules) - min(r.y1 for r in rules) >= week - 1


def test_the_middle_half_is_a_black_box_between_black_ends() -> None:
    faces = Faces()
    table = Table(faces, [Column(""), Column("0 – 10")], [mm(30), mm(40)], 0)
    (row,) = table.rows(["Urge", RangeMark(Spread(9, 4, 3, 6, 1, 8))])
    marks = list(row.marks(0, False))
    (box,) = [mark for mark in marks if isinstance(mark, Box)]
    at = {n: table.places[1] + table.widths[1] * n / 10 for n in (0, 1, 3, 4, 6, 8, 10)}
    assert (box.x, box.x + box.width) == pytest.approx((at[3], at[6]))
    assert not box.filled
    assert box.thick >= pt(0.8)
    rules = [mark for mark in marks if isinstance(mark, Rule)]
    assert not any(rule.soft for rule in rules)
    assert min(rule.thick for rule in rules) >= pt(0.7)
    spans = {(round(rule.x1), round(rule.x2)) for rule in rules}
    assert {(round(at[a]), round(at[b])) for a, b in ((0, 0), (10, 10), (1, 3), (6, 8))} <= spans


def test_the_chart_is_set_in_the_type_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = pages_of(invented())
    families: list[str] = []

    def note_down(*arguments: object) -> None:
        families.append(str(arguments[-1]))

    monkeypatch.setattr("rlsdiary.charts.paper.paint_trends", note_down)
    image = QImage(50, 70, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pages.paint(painter, 0, QRectF(0, 0, 50, 70))
    painter.end()
    assert families == [Faces().family]


def test_a_page_in_a_dark_look_has_no_black_on_black() -> None:
    image = QImage(800, 1100, QImage.Format.Format_RGB32)
    image.fill(QColor(NIGHT.card))
    painter = QPainter(image)
    pages_of(invented()).paint(painter, 0, QRectF(image.rect()), NIGHT)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(0, 800, 2) for y in range(0, 1100, 2)}
    assert PAPER.text.lower() not in colours
    assert NIGHT.text.lower() in colours


def test_a_page_is_painted_into_the_middle_of_any_rectangle() -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    pages_of(invented()).paint(painter, 0, QRectF(0, 0, 400, 200))
    painter.end()
    inked = {x for x in range(400) for y in range(200) if image.pixelColor(x, y).lightness() < 200}
    page_width = 200 * 210 / 297
    assert inked
    assert min(inked) >= 200 - page_width / 2
    assert max(inked) <= 200 + page_width / 2


def test_painting_leaves_the_painter_as_it_was() -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = painter.worldTransform()
    pages_of(invented()).paint(painter, 1, QRectF(0, 0, 50, 50))
    assert painter.worldTransform() == before
    painter.end()


def test_ten_years_are_laid_out_completely(qapp: QApplication) -> None:
    diary = invented(3650)
    pages = pages_of(diary)
    assert f"page {pages.count}/{pages.count}" in {t.text for t in texts(pages, pages.count - 1)}
    last = f"{LAST:%a} {LAST.day} {LAST:%b} {LAST.year}"
    assert last in {text.text for text in texts(pages, pages.count - 1)}
