"""The Report screen: its wishes, its states, and that only visible pages are painted."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import LIGHT, NIGHT
from rlsdiary.ui.kit.theme import apply_look
from rlsdiary.ui.report.state import ReportState
from rlsdiary.ui.report.view import ReportView

TODAY = date(2026, 11, 22)


class FakePages:
    """Pages that remember which of them were painted."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.page_size_mm = (210.0, 297.0)
        self.painted: set[int] = set()

    def paint(self, painter: QPainter, page_index: int, rect: QRectF, /) -> None:
        self.painted.add(page_index)
        painter.fillRect(rect.adjusted(20, 20, -20, -20), QColor("black"))


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
    assert view.options.first_field.date() == QDate(2020, 1, 1)
    assert view.options.paper_field.currentText() == "Letter"
    assert view.options.name_field.text() == "Bea"


@pytest.mark.parametrize(
    ("days", "first"), [(30, date(2026, 10, 24)), (90, date(2026, 8, 25)), (0, date(2024, 1, 1))]
)
def test_a_preset_wishes_its_days_up_to_the_end_of_the_diary(
    view: ReportView, days: int, first: date
) -> None:
    wishes = heard(view)
    view.options.presets.button(days).click()
    assert wishes == [("period", first, TODAY)]


def test_the_preset_that_is_shown_is_the_only_one_chosen(view: ReportView) -> None:
    chosen = [b.text() for b in view.options.presets.buttons() if b.isChecked()]
    assert chosen == ["90 days"]
    view.show_state(replace(STATE, first=date(2026, 8, 26)))
    assert not any(button.isChecked() for button in view.options.presets.buttons())


def test_dates_wish_a_period_that_never_ends_before_it_begins(view: ReportView) -> None:
    wishes = heard(view)
    view.options.first_field.setDate(QDate(2026, 12, 1))
    view.show_state(STATE)
    view.options.last_field.setDate(QDate(2026, 1, 1))
    assert wishes == [
        ("period", date(2026, 12, 1), date(2026, 12, 1)),
        ("period", date(2026, 1, 1), date(2026, 1, 1)),
    ]


def test_paper_name_print_and_pdf_are_wished_once(view: ReportView, qtbot: QtBot) -> None:
    wishes = heard(view)
    view.options.paper_field.setCurrentText("Letter")
    view.options.name_field.clear()
    qtbot.keyClicks(view.options.name_field, "Bea")
    qtbot.keyClick(view.options.name_field, Qt.Key.Key_Return)
    view.pdf_button.click()
    view.print_button.click()
    assert wishes == [("paper", "Letter"), ("name", "Bea"), ("pdf",), ("print",)]


def test_a_name_being_typed_is_not_overwritten(view: ReportView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.options.name_field, "-Maria")
    view.show_state(replace(STATE, pages=FakePages(2)))
    assert view.options.name_field.text() == "Anna-Maria"


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


def test_larger_text_widens_the_options(view: ReportView, qapp: QApplication) -> None:
    view.grab()
    before = view.options.width()
    apply_look(qapp, LIGHT, 200)
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
