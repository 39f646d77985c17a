"""Line breaks, tables and pages: nothing is lost, nothing overflows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication

from rlsdiary.report.flow import ChartStrip, Row, Space, Strip, paginate
from rlsdiary.report.table import GAP, Column, Table, TableRow, fit_widths
from rlsdiary.report.typeset import BODY, SMALL, Faces, Mark, Style, Text, mm, tidy


@pytest.fixture
def faces(qapp: QApplication) -> Faces:
    return Faces()


@dataclass(frozen=True)
class Block:
    height: float
    keep: bool = False
    head: Row | None = None

    def marks(self, _top: float, _opens_page: bool) -> Iterable[Mark]:
        return ()


LONG = "a quiet evening with a long walk " * 30 + "x" * 400 + " 中文字符没有空格的长文本" * 20


def test_lines_fit_and_no_letter_is_lost(faces: Faces) -> None:
    face, width = faces[SMALL], mm(40)
    lines = face.wrap(LONG, width)
    assert max(map(face.width, lines)) <= width
    assert "".join(lines).replace(" ", "") == LONG.replace(" ", "")


def test_a_word_is_broken_only_where_it_must_be(faces: Faces) -> None:
    lines = faces[BODY].wrap("one two three four five six seven", mm(18))
    assert " ".join(lines) == "one two three four five six seven"
    assert len(lines) > 1


def test_even_a_hair_of_room_takes_a_letter_a_line(faces: Faces) -> None:
    assert faces[BODY].wrap("abc", 1) == ["a", "b", "c"]


def test_paragraphs_are_kept(faces: Faces) -> None:
    assert faces[BODY].wrap("one\r\ntwo\n\nthree", mm(100)) == ["one", "two", "", "three"]


def test_tidy_drops_control_characters_and_keeps_words_together() -> None:
    assert tidy("a\x00b\tc\u2028d\ue000") == "ab c\nd\ue000"
    assert tidy("14\u00a0days") == "14\u00a0days"
    assert tidy("lone \ud800 half") == "lone  half"


def test_shortened_text_fits_and_says_so(faces: Faces) -> None:
    face = faces[SMALL]
    short = face.elide("Featherstonehaugh " * 20, mm(50))
    assert short.endswith("…")
    assert face.width(short) <= mm(50)
    assert face.elide("Anna", mm(50)) == "Anna"


def test_nothing_smaller_than_nine_points_can_be_set() -> None:
    with pytest.raises(ValueError, match="too small"):
        Style(8.9)


def test_rows_fill_pages_in_order() -> None:
    pages = paginate([Block(40)] * 5, 0, 0, 100)
    assert [[placed.top for placed in page] for page in pages] == [[0, 40], [0, 40], [0]]


def test_the_first_page_has_its_own_top() -> None:
    pages = paginate([Block(40)] * 4, 10, 30, 100)
    assert [page[0].top for page in pages] == [10, 30, 30]


def test_rows_that_belong_together_go_to_the_next_page_together() -> None:
    pages = paginate([Block(70), Block(20, keep=True), Block(20)], 0, 0, 100)
    assert [len(page) for page in pages] == [1, 2]


def test_a_group_higher_than_a_page_is_torn_rather_than_lost() -> None:
    pages = paginate([Block(60, keep=True)] * 3, 0, 0, 100)
    assert sum(len(page) for page in pages) == 3


def test_a_header_is_repeated_where_its_rows_go_on() -> None:
    head = Block(10, keep=True)
    pages = paginate([head, *[Block(30, head=head)] * 5], 0, 0, 100)
    assert [page[0].row is head for page in pages] == [True, True]
    assert [sum(placed.row is head for placed in page) for page in pages] == [1, 1]


def test_space_vanishes_at_the_top_of_a_page() -> None:
    pages = paginate([Block(100), Space(20), Block(40)], 0, 0, 100)
    assert [placed.top for placed in pages[1]] == [0]


def test_the_chart_takes_what_is_left_of_its_page() -> None:
    pages = paginate([Block(30), ChartStrip(0, 50, 40, 90)], 0, 0, 100)
    assert pages[0][1].row.height == 70
    pages = paginate([Block(80), ChartStrip(0, 50, 40, 90)], 0, 0, 100)
    assert pages[1][0].row.height == 90


def test_the_chart_leaves_room_for_what_follows_where_both_fit() -> None:
    pages = paginate([Block(30), ChartStrip(0, 50, 40, 90, reserve=25), Block(25)], 0, 0, 100)
    assert len(pages) == 1
    assert pages[0][1].row.height == 45
    pages = paginate([Block(40), ChartStrip(0, 50, 40, 90, reserve=25), Block(25)], 0, 0, 100)
    assert [placed.row.height for placed in pages[0]] == [40, 60]


def test_no_rows_make_one_empty_page() -> None:
    assert paginate([], 0, 0, 100) == ((),)


def test_a_strip_moves_with_its_place() -> None:
    strip = Strip(10, (Text(5, 3, 1, 1, "x", SMALL),))
    assert [mark.y for mark in strip.marks(100, False) if isinstance(mark, Text)] == [103]


def test_columns_fill_the_width_however_long_their_words(faces: Faces) -> None:
    columns = [Column("Name"), Column("Dose", grow=1), Column("Number", right=True)]
    for name in ("short", "long " * 100, "x" * 400):
        widths = fit_widths(faces, columns, [[name, name, "1"]], mm(180))
        assert min(widths) > 0
        assert sum(widths) + 2 * GAP == pytest.approx(mm(180))


def test_a_long_row_goes_on_in_pieces_that_say_what_they_belong_to(faces: Faces) -> None:
    columns = [Column("Day"), Column("Note", grow=1)]
    table = Table(faces, columns, [mm(20), mm(40)], 0)
    pieces = table.rows(["Mon 3", LONG])
    assert len(pieces) > 8
    later = [m.text for m in pieces[4].marks(0, True) if isinstance(m, Text)]
    assert later[0] == "Mon 3 …"
    inside = [m.text for m in pieces[4].marks(0, False) if isinstance(m, Text)]
    assert len(inside) == 1
    assert all(isinstance(piece, TableRow) and piece.head is table.header for piece in pieces)
