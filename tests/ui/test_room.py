"""Every screen with large text in a narrow window: all in sight, in line, and calm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from rlsdiary.app.program import Program
from rlsdiary.charts.look import LIGHT
from rlsdiary.services.sample import fill_with_sample
from rlsdiary.store import Store
from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.date_heading import DateHeading
from rlsdiary.ui.kit.heading import Heading, SoftWords
from rlsdiary.ui.kit.page import CardColumn, CardPage, page_side
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import apply_look
from rlsdiary.ui.treatment.view import TreatmentView
from tests.app.opened import EVENING, open_evening

SCREENS = ("today", "treatment", "settings")
SIZES = [(700, 200), (700, 100), (1180, 200), (1180, 100), (1900, 100)]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a year of invented diary, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "sample.rlsdiary"
    store = Store(path, EVENING)
    fill_with_sample(store, EVENING.date() - timedelta(days=1))
    store.close()
    return path


@pytest.fixture
def program(qapp: QApplication, sample: Path, tmp_path: Path) -> Iterator[Program]:
    """Return the program, open on the sample."""
    diary = tmp_path / "diary.rlsdiary"
    diary.write_bytes(sample.read_bytes())
    opened = open_evening(qapp, diary).program
    yield opened
    opened.close()


def show(program: Program, key: str, width: int, percent: int) -> CardColumn:
    """Open a screen in a window of ``width`` pixels, 820 high."""
    apply_look(program.application, LIGHT, percent)
    program.show_screen(key)
    program.shell.resize(width, 820)
    for _ in range(6):
        QApplication.processEvents()
    columns = [each for each in program.shell.findChildren(CardColumn) if each.isVisible()]
    assert len(columns) == 1
    return columns[0]


def box_in(widget: QWidget, whole: QWidget) -> QRect:
    """Return where ``widget`` is in ``whole``."""
    return QRect(widget.mapTo(whole, QPoint(0, 0)), widget.size())


def heading_of(screen: CardColumn) -> DateHeading:
    """Return what names the evening."""
    (heading,) = screen.findChildren(DateHeading)
    return heading


def title_of(screen: CardColumn) -> Heading:
    """Return the title of a screen that has one."""
    assert isinstance(screen, CardPage)
    return screen._heading


def shown(screen: CardColumn) -> list[QWidget]:
    """Return the visible parts of the column of cards."""
    return [widget for widget in screen.page.findChildren(QWidget) if widget.isVisible()]


@pytest.mark.parametrize(("width", "percent"), SIZES)
@pytest.mark.parametrize("key", SCREENS)
def test_nothing_is_cut_off(program: Program, key: str, width: int, percent: int) -> None:
    screen = show(program, key, width, percent)
    (area,) = (each for each in screen.findChildren(QScrollArea) if each.widget() is screen.page)
    assert screen.page.width() <= area.viewport().width()
    for widget in shown(screen):
        box, parent = box_in(widget, screen.page), widget.parentWidget()
        assert box.left() >= 0, widget
        assert box.right() < area.viewport().width(), widget
        if isinstance(widget, QuietButton | Card | AnswerRow):
            assert parent is not None
            assert parent.rect().contains(widget.geometry()), widget


@pytest.mark.parametrize(("width", "percent"), SIZES)
@pytest.mark.parametrize("key", SCREENS)
def test_no_word_is_cut_off(program: Program, key: str, width: int, percent: int) -> None:
    for widget in shown(show(program, key, width, percent)):
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
        if isinstance(widget, QuietButton):
            assert widget.height() >= widget.height_in(widget.width()), widget.text()
        if isinstance(widget, AnswerRow):
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.label


@pytest.mark.parametrize(("width", "percent"), SIZES)
def test_titles_and_cards_of_all_screens_begin_in_one_place(
    program: Program, width: int, percent: int
) -> None:
    places = set()
    for key in SCREENS:
        screen = show(program, key, width, percent)
        if key == "today":
            words = heading_of(screen).findChildren(QuietButton)[0]
            start = box_in(words, screen).topLeft() + QPoint(words._words_left(0), 0)
        else:
            start = box_in(title_of(screen), screen).topLeft()
        card = next(w for w in shown(screen) if isinstance(w, Card))
        assert start.x() == box_in(card, screen).x() == page_side(screen.width())
        places.add((start.x(), start.y()))
    assert len(places) == 1


@pytest.mark.parametrize(("width", "percent"), SIZES)
def test_what_was_kept_when_ends_where_the_cards_do(
    program: Program, width: int, percent: int
) -> None:
    program.recording.answer(program.recording.today(), "urge", 6)
    screen = show(program, "today", width, percent)
    program.look_changed()
    QApplication.processEvents()
    kept = next(
        label for label in screen.findChildren(SoftWords) if label.text().startswith("kept")
    )
    card = next(w for w in shown(screen) if isinstance(w, Card))
    assert box_in(kept, screen).right() == box_in(card, screen).right()


# The button for "more" takes a line of its own after the first two.
@pytest.mark.parametrize(("width", "rows_in_sight"), [(700, 3), (1180, 3)])
def test_questions_enough_are_in_sight_at_the_largest_text(
    program: Program, width: int, rows_in_sight: int
) -> None:
    screen = show(program, "today", width, 200)
    (area,) = (each for each in screen.findChildren(QScrollArea) if each.widget() is screen.page)
    area.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    rows = [row for row in shown(screen) if isinstance(row, AnswerRow)]
    view = area.viewport()
    assert sum(view.rect().contains(box_in(row, view)) for row in rows) >= rows_in_sight


def test_the_calendar_can_be_opened_in_a_narrow_window(program: Program) -> None:
    screen = show(program, "today", 700, 200)
    buttons = heading_of(screen).findChildren(QuietButton)
    (calendar,) = (b for b in buttons if b.accessibleName() == "Choose in a calendar")
    assert calendar.isVisible()
    assert screen.rect().contains(box_in(calendar, screen))


@pytest.mark.parametrize("key", ["treatment", "settings"])
def test_a_screen_opens_with_the_keys_at_its_title(program: Program, key: str) -> None:
    screen = show(program, key, 1180, 100)
    assert isinstance(screen.focusWidget(), Heading)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    first = {"treatment": "Change the dose", "settings": "My day starts at"}[key]
    assert screen.focusWidget().accessibleName().startswith(first)


def test_an_item_taken_before_is_named_once(program: Program) -> None:
    screen = show(program, "treatment", 1180, 100)
    assert isinstance(screen, TreatmentView)
    names = [line.name for line in screen._state.past]
    assert len(names) > len(set(names)), "the sample takes something twice"
    headings = [w.text() for w in shown(screen) if isinstance(w, Heading)]
    assert all(headings.count(name) <= 2 for name in names)  # once now, once before
    periods = "\n".join(headings)
    assert all(line.span in periods for line in screen._state.past)
