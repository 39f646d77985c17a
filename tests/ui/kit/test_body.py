"""The drawn body: every part by click and by key, told from the others without colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rlsdiary.charts.look import DARK, LIGHT, NIGHT, Look
from rlsdiary.domain.body import LEFT, RIGHT
from rlsdiary.ui.kit.body import ELSEWHERE, VIEWS, BodyRow
from rlsdiary.ui.kit.colours import contrast
from rlsdiary.ui.kit.figure import BACK, FRONT, HEIGHT, WIDTH, part, region_at
from rlsdiary.ui.kit.theme import apply_look
from tests.ui.kit.conftest import Stage

REGIONS = ("trunk", "upper-arm", "forearm", "hand", "hip", "thigh", "calf", "foot")
PARTS = [(view, region, side) for view in VIEWS for region in REGIONS for side in (LEFT, RIGHT)]
DOWN, UP, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space


@pytest.fixture
def row(stage: Stage) -> BodyRow:
    made = stage.add(BodyRow, "Where")
    stage.show()
    made.setFocus()
    return made


def click(row: BodyRow, at: QPointF) -> None:
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=at.toPoint())


@pytest.mark.parametrize(("view", "region", "side"), PARTS)
def test_every_part_is_turned_on_and_off_by_a_click(
    row: BodyRow, view: str, region: str, side: str
) -> None:
    click(row, row.view_point(view, region, side))
    assert row.value == f"{region}.{side}"
    click(row, row.view_point(view, region, side))
    assert row.value is None


def test_from_the_front_the_persons_right_is_on_the_viewers_left() -> None:
    for region in REGIONS:
        front = part(FRONT, region, RIGHT).boundingRect().center().x()
        back = part(BACK, region, RIGHT).boundingRect().center().x()
        assert front < WIDTH / 2 < back


def test_parts_lie_within_the_figure_and_apart_from_each_other() -> None:
    outlines = [part(FRONT, region, side) for region in REGIONS for side in (LEFT, RIGHT)]
    for n, outline in enumerate(outlines):
        box = outline.boundingRect()
        assert 0 <= box.left() < box.right() <= WIDTH
        assert 0 <= box.top() < box.bottom() <= HEIGHT
        assert not any(outline.intersects(other) for other in outlines[n + 1 :])


def test_a_click_a_little_beside_a_hand_is_meant_for_it_and_one_in_the_air_for_nothing() -> None:
    hand = part(FRONT, "hand", LEFT).boundingRect()
    assert region_at(FRONT, QPointF(hand.right() + 1, hand.center().y())) == ("hand", LEFT)
    assert region_at(FRONT, QPointF(2, 2)) is None


def test_elsewhere_is_a_word_to_press(stage: Stage, row: BodyRow) -> None:
    stage.click(row, ELSEWHERE)
    assert row.value == "other.left,other.right"
    assert row.accessibleDescription().startswith("elsewhere")


def test_every_part_is_reached_by_keys(stage: Stage, row: BodyRow) -> None:
    for _region in range(6):
        stage.press(UP)
    for _region in range(9):
        stage.type("b")
        stage.press(DOWN)
    assert isinstance(row.value, str)
    assert len(row.value.split(",")) == 18


def test_arrows_go_across_both_figures_and_space_turns_a_side(stage: Stage, row: BodyRow) -> None:
    values = []
    for steps in (0, 1, 3):
        for _step in range(steps):
            stage.press(Qt.Key.Key_Right)
        stage.press(SPACE)
        values.append(row.value)
    assert values == ["calf.right", "calf.left,calf.right", "calf.left"]


def test_letters_lead_to_the_parts(stage: Stage, row: BodyRow) -> None:
    for letter, region in (("f", "foot"), ("t", "thigh"), ("l", "calf"), ("h", "hip")):
        stage.type(letter)
        stage.press(SPACE)
        assert f"{region}.right" in str(row.value)
        assert region in row._spot.region


def test_both_sides_go_off_together(stage: Stage, row: BodyRow) -> None:
    stage.type("b")
    assert row.value == "calf.left,calf.right"
    stage.type("b")
    assert row.value is None


def test_delete_clears_and_enter_goes_on(stage: Stage, row: BodyRow) -> None:
    after = stage.add(BodyRow, "And where else")
    stage.show()
    row.setFocus()
    stage.type("b")
    stage.press(Qt.Key.Key_Delete)
    assert row.value is None
    stage.press(Qt.Key.Key_Return)
    assert stage.keys_are_at(after)


def test_what_is_chosen_and_where_the_keys_are_is_said(stage: Stage, row: BodyRow) -> None:
    assert row.accessibleDescription() == "not recorded"
    stage.type("b")
    assert row.accessibleDescription() == "both lower legs, at: right lower leg"
    assert [value for _label, value in stage.said] == ["calf.left,calf.right"]


@pytest.mark.parametrize("look", [LIGHT, DARK, NIGHT], ids=lambda look: look.name)
def test_a_chosen_part_is_told_from_others_in_grey(
    qapp: QApplication, stage: Stage, look: Look
) -> None:
    apply_look(qapp, look, 100)
    row = stage.add(BodyRow, "Where")
    stage.show()
    middle = row.view_point(FRONT, "thigh", LEFT).toPoint()
    around = [(x, y) for x in range(-4, 5) for y in range(-8, 9)]

    def greys() -> set[int]:
        picture = row.grab().toImage()
        return {picture.pixelColor(middle.x() + x, middle.y() + y).value() for x, y in around}

    before = greys()
    row.show_value("thigh.left")
    after = greys()
    assert len(before) <= 2, "a part that is not chosen is plain"
    assert len(after) > 3, "a chosen one is hatched"
    fill = row.grab().toImage().pixelColor(middle)
    assert contrast(fill, look.card) >= 1.3
