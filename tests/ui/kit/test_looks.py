"""What is drawn can be told apart in every look: strengths, scroll bars, fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from rlsdiary.charts.look import DARK, LIGHT, NIGHT, Look
from rlsdiary.ui.kit.colours import contrast
from rlsdiary.ui.kit.fields import LineField
from rlsdiary.ui.kit.form_rows import ListRow
from rlsdiary.ui.kit.list_field import ListField
from rlsdiary.ui.kit.page import CardPage
from rlsdiary.ui.kit.rating import RatingRow
from rlsdiary.ui.kit.scroll import BAR, CalmBar, CalmScroll
from rlsdiary.ui.kit.theme import apply_look, target
from tests.ui.kit.conftest import Stage

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK, NIGHT], ids=lambda look: look.name)
PERCENTS = pytest.mark.parametrize("percent", [100, 200])


def strength(row: RatingRow, number: int) -> int:
    """Return how many pixels of the bar in a filled cell stand out from its fill."""
    row.show_value(number)
    box = row.cell_box(number)
    picture = row.grab(box).toImage()
    fill = picture.pixelColor(box.width() // 2, 5)
    low = range(round(box.height() * 0.8), box.height() - 4)
    across = range(5, box.width() - 5)
    return max(sum(contrast(picture.pixelColor(x, y), fill) > 3 for x in across) for y in low)


@LOOKS
@PERCENTS
def test_a_bar_shows_the_strength_where_the_fill_does_not(
    qapp: QApplication, stage: Stage, look: Look, percent: int
) -> None:
    apply_look(qapp, look, percent)
    row = stage.add(RatingRow, "urge", "none", "worst")
    stage.show(1100)
    drawn = [strength(row, number) for number in (0, 3, 7, 10)]
    assert drawn[0] == 0
    assert drawn == sorted(set(drawn))
    assert drawn[2] > 1.8 * drawn[1]


def colours(picture: QImage, box: QRect) -> set[str]:
    """Return the colours in a part of a picture."""
    return {
        picture.pixelColor(x, y).name()
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    }


@LOOKS
def test_a_scroll_bar_is_a_handle_that_can_be_seen(
    qapp: QApplication, stage: Stage, look: Look
) -> None:
    apply_look(qapp, look, 100)
    page = QWidget()
    page.setMinimumHeight(3000)
    area = CalmScroll(page, stage.window)
    stage.layout.addWidget(area)
    stage.show(400)
    bar = area.verticalScrollBar()
    assert isinstance(bar, CalmBar)
    assert bar.width() == BAR
    picture, handle = bar.grab().toImage(), bar.handle_box().toRect()
    ground = picture.pixelColor(bar.width() // 2, bar.height() - 4)
    seen = picture.pixelColor(handle.center())
    assert contrast(seen, ground) >= 1.5
    assert colours(picture, QRect(0, bar.height() - 12, bar.width(), 12)) == {ground.name()}
    assert handle.top() == 0, "no arrow above it"


def test_a_scroll_bar_is_dragged_and_turns_pages(qapp: QApplication, stage: Stage) -> None:
    apply_look(qapp, LIGHT, 100)
    page = QWidget()
    page.setMinimumHeight(3000)
    area = CalmScroll(page, stage.window)
    stage.layout.addWidget(area)
    stage.show(400)
    bar = area.verticalScrollBar()
    assert isinstance(bar, CalmBar)
    left, foot = Qt.MouseButton.LeftButton, QPoint(6, bar.height() - 2)
    QTest.mouseClick(bar, left, pos=foot)
    assert bar.value() == bar.pageStep()
    QTest.mouseClick(bar, left, pos=QPoint(6, 1))
    assert bar.value() == 0
    grip = bar.handle_box().center().toPoint()
    QTest.mousePress(bar, left, pos=grip)
    QTest.mouseMove(bar, grip + QPoint(0, 100))
    assert abs(bar.handle_box().center().y() - grip.y() - 100) < 2
    QTest.mouseMove(bar, grip + QPoint(0, 9000))
    QTest.mouseRelease(bar, left, pos=foot)
    assert bar.value() == bar.maximum()
    assert not bar.isSliderDown()


def test_the_wheel_scrolls_beside_the_cards_too(qapp: QApplication, stage: Stage) -> None:
    apply_look(qapp, LIGHT, 100)
    page = CardPage("Settings", stage.window)
    tall = QLabel("x", page.page)
    tall.setMinimumHeight(3000)
    page.add_card(tall)
    stage.layout.addWidget(page)
    stage.show(1900)
    bar = page._scroll.verticalScrollBar()

    def turn(by: int) -> None:
        at = QPoint(1850, 400)
        wheel = QWheelEvent(
            at, page.mapToGlobal(at), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(page, wheel)

    turn(120)  # at the top already: nothing happens
    assert bar.value() == 0
    turn(-120)
    assert bar.value() > 0


@LOOKS
@pytest.mark.parametrize("make", [LineField, ListField])
def test_a_field_shows_that_it_has_the_keys(
    qapp: QApplication, stage: Stage, look: Look, make: type[LineField | ListField]
) -> None:
    apply_look(qapp, look, 100)
    field, other = make(stage.window), LineField(stage.window)
    for each in (field, other):
        stage.layout.addWidget(each)
    stage.show(400)
    other.setFocus()
    idle = field.grab().toImage().pixelColor(1, field.height() // 2)
    field.setFocus()
    held = field.grab().toImage().pixelColor(1, field.height() // 2)
    assert held == QColor(look.accent)
    assert contrast(held, look.card) > contrast(idle, look.card)
    corner = field.grab().toImage().pixelColor(0, 0)
    assert corner == QColor(look.window), "the corners are round"


@PERCENTS
def test_fields_are_as_high_as_buttons(qapp: QApplication, stage: Stage, percent: int) -> None:
    apply_look(qapp, LIGHT, percent)
    for make in (LineField, ListField):
        assert make(stage.window).sizeHint().height() == target()


def test_a_hint_stands_below_where_it_would_be_a_thin_column(
    qapp: QApplication, stage: Stage
) -> None:
    apply_look(qapp, LIGHT, 200)
    row = ListRow("My day starts at", (("06:00", "06:00"),), stage.window, letters=12)
    row.set_hint("What you write before this time still belongs to the evening before.")
    stage.layout.addWidget(row)
    stage.show(560)
    assert not row.is_stacked
    plan = row._plan(row.width())
    assert plan.below.x() == plan.label.x()
    assert plan.below.width() > 0.9 * row.width()
    assert plan.below.y() >= max(plan.cells[0].bottom(), plan.label.bottom())
