"""The Report screen: its wishes, its states, and that only visible pages are painted."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import DARK, LIGHT, NIGHT, Look
from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.ui.kit.colours import READABLE, contrast
from rlsdiary.ui.kit.form_rows import FieldRow
from rlsdiary.ui.kit.theme import apply_look
from rlsdiary.ui.report.state import ReportState
from rlsdiary.ui.report.view import ReportView

TODAY = date(2026, 11, 22)
pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


class FakePages:
    """Pages that remember which of them were painted."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.page_size_mm = (210.0, 297.0)
        self.painted: set[int] = set()

    def paint(self, painter: QPainter, page_index: int, rect: QRectF, look: Look, /) -> None:
        self.painted.add(page_index)
        painter.fillRect(rect.adjusted(20, 20, -20, -20), QColor(look.text))


STATE = ReportState(date(2026, 8, 25), TODAY, name="Anna", earliest=date(2024, 1, 1), latest=TODAY)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> ReportView:
    apply_look(qapp, LIGHT, 100)
    view = ReportView()
    qtbot.addWidget(view)
    view.resize(1100, 800)
    view.show_state(replace(STATE, pages=FakePages(5)))
    return view


def heard(view: ReportView) -> list[tuple[object, ...]]:
    wishes: list[tuple[object, ...]] = []
    view.period_requested.connect(lambda *days: wishes.append(("period", *days)))
    view.paper_requested.connect(lambda paper: wishes.append(("paper", paper)))
    view.name_requested.connect(lambda name: wishes.append(("name", name)))
    view.print_requested.connect(lambda: wishes.append(("print",)))
    view.pdf_requested.connect(lambda: wishes.append(("pdf",)))
    return wishes


def test_showing_a_state_wishes_nothing(view: ReportView) -> None:
    wishes = heard(view)
    view.show_state(ReportState(date(2020, 1, 1), date(2020, 2, 1), "Letter", "Bea", FakePages(1)))
    assert wishes == []
    assert view.options.first_row.text() == "1 Jan 2020"
    assert view.options.paper_row.text() == "Letter"
    assert view.options.name_row.text() == "Bea"


def choose(view: ReportView, row: ChoiceRow, key: str, qtbot: QtBot) -> None:
    """Click the cell of a choice."""
    view.grab()
    index = [k for k, _words in row._choices].index(key)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cell_box(index).center())


def write(row: FieldRow, text: str, qtbot: QtBot) -> None:
    """Type into an emptied field and press Enter."""
    row.control.setFocus()
    assert isinstance(row.control, QLineEdit)
    row.control.clear()
    qtbot.keyClicks(row.control, text)
    qtbot.keyClick(row.control, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (14, date(2026, 11, 9)),
        (30, date(2026, 10, 24)),
        (365, date(2025, 11, 23)),
        (0, date(2024, 1, 1)),
    ],
)
def test_a_period_wishes_its_days_up_to_the_end_of_the_diary(
    view: ReportView, qtbot: QtBot, days: int, first: date
) -> None:
    wishes = heard(view)
    choose(view, view.options.periods, str(days), qtbot)
    assert wishes == [("period", first, TODAY)]


def test_the_period_that_is_shown_is_the_only_one_chosen(view: ReportView) -> None:
    assert view.options.periods.value == "90"
    view.show_state(replace(STATE, first=date(2026, 8, 26)))
    assert view.options.periods.value is None
    view.show_state(replace(STATE, first=date(2024, 1, 1)))
    assert view.options.periods.value == "0"


@pytest.mark.parametrize("text", ["24 Dec 2026", "2026-12-24", "tomorrow week"])
def test_a_day_after_the_diary_becomes_its_last_and_no_day_is_said_to_be_none(
    view: ReportView, qtbot: QtBot, text: str
) -> None:
    wishes = heard(view)
    write(view.options.first_row, text, qtbot)
    if text[0] == "2":
        assert wishes == [("period", TODAY, TODAY)]
        return
    assert wishes == []
    assert "is not a date" in view.options.first_row.problem
    view.show_state(STATE)
    assert view.options.first_row.problem == ""


def test_dates_wish_a_period_that_never_ends_before_it_begins(
    view: ReportView, qtbot: QtBot
) -> None:
    wishes = heard(view)
    write(view.options.last_row, "1.1.2026", qtbot)
    view.show_state(replace(STATE, last=date(2026, 9, 1)))
    write(view.options.first_row, "1 October 2026", qtbot)
    assert wishes == [
        ("period", date(2026, 1, 1), date(2026, 1, 1)),
        ("period", date(2026, 10, 1), date(2026, 10, 1)),
    ]


def test_a_day_written_in_another_way_wishes_nothing(view: ReportView, qtbot: QtBot) -> None:
    wishes = heard(view)
    write(view.options.first_row, "2026-08-25", qtbot)
    assert wishes == []
    assert view.options.first_row.text() == "25 Aug 2026"


def test_paper_name_print_and_pdf_are_wished_once(view: ReportView, qtbot: QtBot) -> None:
    wishes = heard(view)
    choose(view, view.options.paper_row, "Letter", qtbot)
    write(view.options.name_row, "Bea", qtbot)
    view.pdf_button.click()
    view.print_button.click()
    assert wishes == [("paper", "Letter"), ("name", "Bea"), ("pdf",), ("print",)]


def test_a_name_being_typed_is_not_overwritten(view: ReportView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.options.name_row.control, "-Maria")
    view.show_state(replace(STATE, pages=FakePages(2)))
    assert view.options.name_row.text() == "Anna-Maria"


def test_without_pages_nothing_can_be_printed(view: ReportView) -> None:
    view.show_state(STATE)
    assert not view.pdf_button.isEnabled()
    assert not view.print_button.isEnabled()
    assert view.page_count.text() == "The pages are being made …"
    view.show_state(replace(STATE, pages=FakePages(7)))
    assert view.pdf_button.isEnabled()
    assert view.page_count.text() == "7 pages"


def test_a_message_comes_and_goes_with_the_state(view: ReportView) -> None:
    view.show_state(replace(STATE, message="The folder is read-only.", is_problem=True))
    assert (view.banner.text, view.banner.kind) == ("The folder is read-only.", "error")
    view.show_state(STATE)
    assert view.banner.text == ""


def test_only_pages_in_sight_are_painted(view: ReportView) -> None:
    pages = FakePages(200)
    view.show_state(replace(STATE, pages=pages))
    view.grab()
    assert 0 in pages.painted
    assert len(pages.painted) <= 3
    bar = view.preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    pages.painted.clear()
    view.grab()
    assert 199 in pages.painted
    assert len(pages.painted) <= 3


def test_the_last_page_ends_above_the_end_of_the_stack(view: ReportView) -> None:
    view.grab()
    stack = view.preview.stack
    assert stack.page_rect(4).bottom() < stack.height() <= stack.page_rect(4).bottom() + 40


def test_by_night_the_paper_does_not_glare(view: ReportView, qapp: QApplication) -> None:
    view.grab()
    margin = view.preview.stack.page_rect(0).topLeft() + QPoint(8, 8)
    by_day = view.preview.stack.grab().toImage().pixelColor(margin)
    apply_look(qapp, NIGHT, 100)
    by_night = view.preview.stack.grab().toImage().pixelColor(margin)
    apply_look(qapp, LIGHT, 100)
    assert by_day.lightness() > 250
    assert by_night.lightness() < 30


def shown_at(view: ReportView, width: int, percent: int, qapp: QApplication) -> None:
    apply_look(qapp, LIGHT, percent)
    view.resize(width, 800)
    view.show()
    for _ in range(5):
        qapp.processEvents()


@pytest.mark.parametrize(("width", "percent"), [(590, 200), (700, 200), (640, 100)])
def test_in_a_narrow_window_the_pages_stand_below_the_options_and_stay_large(
    view: ReportView, qapp: QApplication, width: int, percent: int
) -> None:
    shown_at(view, width, percent, qapp)
    stack = view.preview.stack
    assert stack.page_rect(0).width() > 0.9 * width - 2 * 30
    options = view.options.mapTo(view, QPoint(0, view.options.height()))
    assert options.y() < stack.mapTo(view, stack.page_rect(0).topLeft()).y()
    column = view.preview.widget()
    assert column is not None
    assert column.width() <= view.preview.viewport().width()
    top = view.options.mapTo(view, QPoint(0, 0)).y()
    view.preview.verticalScrollBar().setValue(200)
    assert view.options.mapTo(view, QPoint(0, 0)).y() == top - 200
    apply_look(qapp, LIGHT, 100)


def test_in_a_wide_window_the_pages_stand_beside_the_options_again(
    view: ReportView, qapp: QApplication
) -> None:
    shown_at(view, 640, 100, qapp)
    shown_at(view, 1100, 100, qapp)
    stack = view.preview.stack
    right = view.options.mapTo(view, QPoint(view.options.width(), 0)).x()
    assert right <= stack.mapTo(view, stack.page_rect(0).topLeft()).x()
    assert view.options.isVisible()


def test_the_keys_stay_in_a_field_while_the_window_becomes_narrow(
    view: ReportView, qapp: QApplication
) -> None:
    shown_at(view, 1100, 100, qapp)
    view.options.name_row.control.setFocus()
    shown_at(view, 640, 100, qapp)
    assert view.focusWidget() is view.options.name_row.control


@pytest.mark.parametrize("look", [DARK, NIGHT])
def test_in_a_dark_look_the_pages_are_dark_and_readable_and_said_to_be_printed_black(
    view: ReportView, qapp: QApplication, look: Look
) -> None:
    apply_look(qapp, look, 100)
    view.show_state(replace(STATE, pages=FakePages(2)))
    view.grab()
    page = view.preview.stack.page_rect(0)
    image = view.preview.stack.grab().toImage()
    ground, ink = (image.pixelColor(page.topLeft() + QPoint(n, n)) for n in (8, 60))
    assert ground.name() == look.card.lower()
    assert contrast(ink, ground) >= READABLE
    assert view.page_count.text() == "2 pages · printed black on white"
    apply_look(qapp, LIGHT, 100)


def test_larger_text_widens_the_options(view: ReportView, qapp: QApplication) -> None:
    view.grab()
    before = view.options.width()
    apply_look(qapp, LIGHT, 200)
    view.resize(1600, 800)
    qapp.processEvents()  # Qt tells the widgets of a new font by posted events
    view.grab()
    after = view.options.width()
    apply_look(qapp, LIGHT, 100)
    assert after > 1.5 * before


def test_a_closed_view_is_freed(qapp: QApplication) -> None:
    view = ReportView()
    view.show_state(replace(STATE, pages=FakePages(2)))
    dead = weakref.ref(view)
    view.close()
    view.deleteLater()
    del view
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert dead() is None
