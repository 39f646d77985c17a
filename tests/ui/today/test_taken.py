"""The card of what was taken: what is left to do, and what can be typed anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import DARK, LIGHT, NIGHT, Look
from rlsdiary.ui.kit.button import MainButton
from rlsdiary.ui.kit.colours import READABLE, contrast
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.theme import apply_look
from rlsdiary.ui.today.doses import AMOUNT, CLOCK, TAKEN
from rlsdiary.ui.today.state import DoseState, TodayState
from rlsdiary.ui.today.view import TodayView

TODAY = date(2026, 11, 22)
ZINC = DoseState("zinc", "Zinc", "15", "mg", "20:00")
WAITING = TodayState(
    TODAY,
    TODAY,
    "Last night",
    "Sat → Sun",
    "Today",
    doses=(ZINC,),
    has_plan=True,
    waits_for_as_usual=True,
)
DONE = replace(WAITING, doses=(replace(ZINC, status="taken"),), waits_for_as_usual=False)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> TodayView:
    """Return the screen in a window."""
    apply_look(qapp, LIGHT, 100)
    made = TodayView(None)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    made.show()
    made.activateWindow()
    return made


def as_usual(view: TodayView) -> MainButton:
    (button,) = (b for b in view.findChildren(MainButton) if b.text() == "As usual")
    return button


def says_all(view: TodayView) -> bool:
    QApplication.processEvents()
    words = view.findChildren(SoftWords)
    return any(label.isVisible() and "recorded" in label.text() for label in words)


def test_the_button_gives_way_to_plain_words_when_all_is_recorded(view: TodayView) -> None:
    view.show_state(WAITING)
    assert as_usual(view).isVisible()
    assert not says_all(view)
    as_usual(view).setFocus()
    view.show_state(DONE)
    assert says_all(view)
    assert not as_usual(view).isVisible()
    assert view.focusWidget() is view.dose_rows[0]


def test_what_is_undone_can_be_recorded_again(view: TodayView) -> None:
    view.show_state(DONE)
    view.show_state(WAITING)
    assert not says_all(view)
    assert as_usual(view).isEnabled()
    assert as_usual(view).isVisible()


def test_a_day_that_asks_for_nothing_claims_nothing(view: TodayView) -> None:
    needed = replace(ZINC, as_needed=True)
    view.show_state(replace(DONE, doses=(needed,)))
    assert not says_all(view)
    assert not as_usual(view).isVisible()


@pytest.mark.parametrize("look", [LIGHT, DARK, NIGHT], ids=lambda look: look.name)
@pytest.mark.parametrize("cell", [AMOUNT, CLOCK])
def test_amount_and_time_are_readable_before_a_dose_is_taken(
    qapp: QApplication, view: TodayView, look: Look, cell: int
) -> None:
    apply_look(qapp, look, 200)
    view.show_state(WAITING)
    QApplication.processEvents()
    row = view.dose_rows[0]
    picture = row.grab(row.cell_box(cell)).toImage()
    drawn = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    found = {colour.name() for colour in drawn}
    assert QColor(look.text).name() in found
    assert contrast(look.text, look.card) >= READABLE


def test_a_click_on_the_amount_opens_it_to_be_typed(view: TodayView) -> None:
    view.show_state(WAITING)
    QApplication.processEvents()
    row = view.dose_rows[0]
    wishes: list[tuple[str, str, str]] = []
    view.dose_amended.connect(lambda *words: wishes.append(words))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cell_box(AMOUNT).center())
    QTest.keyClicks(view.focusWidget(), "30")
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    assert wishes == [("zinc", "30", "20:00")]


def test_nothing_moves_when_a_dose_is_taken(view: TodayView) -> None:
    view.show_state(WAITING)
    QApplication.processEvents()
    before = [view.dose_rows[0].cell_box(cell) for cell in (TAKEN, AMOUNT, CLOCK)]
    view.show_state(DONE)
    QApplication.processEvents()
    assert [view.dose_rows[0].cell_box(cell) for cell in (TAKEN, AMOUNT, CLOCK)] == before
