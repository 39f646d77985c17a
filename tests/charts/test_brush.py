"""Marks as they are painted: three shapes, hatches, rings, paler where there are many."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from rlsdiary.charts.brush import mixed, paint_marks, point_colour, point_size, stamp
from rlsdiary.charts.look import LIGHT, LOOKS
from rlsdiary.charts.marks import Band
from rlsdiary.charts.scales import TimeScale, ValueScale
from tests.charts.pictures import LAST, NAN, panel

WIDTH = 300


def painted(role: str, values: list[float]) -> QImage:
    """Return the marks of some days, 300 wide, 10 at y 20, 0 at y 120."""
    image = QImage(WIDTH, 140, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    last = LAST.toordinal()
    time = TimeScale(last - len(values) + 0.5, last + 0.5, 0.0, WIDTH)
    band = Band(time, ValueScale(0.0, 10.0, (0.0, 10.0)), 120.0, 100.0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_marks(painter, panel(role, values), band, LIGHT, 2.0)
    painter.end()
    return image


def ink(image: QImage) -> np.ndarray:
    """Return how dark each pixel is, from 0 (paper) on, of shape (height, width)."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), dtype=np.uint8).reshape(grey.height(), -1)
    return 255 - rows[:, : grey.width()].astype(int)


def box(dark: np.ndarray) -> tuple[int, int, float]:
    """Return width and height of what is painted and how much of that box is filled."""
    found = np.argwhere(dark > 40)
    height, width = (found.max(axis=0) - found.min(axis=0) + 1).tolist()
    return width, height, len(found) / (width * height)


def test_urge_sleep_and_stress_have_three_shapes_that_grey_tells_apart(qtbot: QtBot) -> None:
    fills = {role: box(ink(painted(role, [5.0])))[2] for role in ("sleep", "urge", "stress")}
    assert fills["sleep"] > 0.95  # a square fills its box,
    assert 0.7 < fills["urge"] < 0.9  # a disc three quarters of it,
    assert fills["stress"] < 0.65  # a diamond half


@pytest.mark.parametrize("shape", ["disc", "square", "diamond"])
def test_a_mark_is_where_it_should_be(qtbot: QtBot, shape: str) -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stamp(painter, np.array([[70.0, 30.0]]), shape, 16.0, "#000000")
    painter.end()
    middle = np.argwhere(ink(image) > 40).mean(axis=0)
    assert middle.tolist() == pytest.approx([29.5, 69.5], abs=0.6)


def test_nothing_recorded_paints_nothing(qtbot: QtBot) -> None:
    for role in ("urge", "iron"):
        assert ink(painted(role, [NAN, NAN, NAN])).max() == 0


def test_none_taken_is_a_ring_on_the_base_line(qtbot: QtBot) -> None:
    dark = ink(painted("iron", [NAN, 0.0, NAN]))
    assert dark[120, 150] == 0  # hollow
    assert box(dark)[0] == pytest.approx(14, abs=2)
    rows = np.argwhere(dark > 40)[:, 0]
    assert rows.mean() == pytest.approx(119.5, abs=1)


def test_iron_and_zinc_are_hatched_in_opposite_directions(qtbot: QtBot) -> None:
    def way(role: str) -> float:
        """Return how much better the rows match when the next is moved left than right."""
        dark = ink(painted(role, [10.0]))[60:90, 140:160]
        left = sum(np.abs(a[1:] - b[:-1]).sum() for a, b in pairwise(dark))
        right = sum(np.abs(a[:-1] - b[1:]).sum() for a, b in pairwise(dark))
        return float(right - left)

    assert way("iron") > 0 > way("zinc")


def test_points_become_smaller_with_less_room_but_never_vanish() -> None:
    sizes = [point_size(per_day, 1.0) for per_day in (50.0, 5.0, 2.0, 0.1)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes == pytest.approx([8.0, 4.6, 2.2, 1.8])


def test_a_few_days_in_many_years_are_large_enough_to_see(qtbot: QtBot) -> None:
    few = [NAN] * 7300
    few[3000] = 5.0
    assert box(ink(painted("urge", few)))[0] >= 7


@pytest.mark.parametrize("look", LOOKS.values(), ids=str)
def test_many_small_points_are_paler_than_the_line_and_large_ones_are_not(look: object) -> None:
    chosen = next(one for one in LOOKS.values() if one is look)
    urge = panel("urge", [5.0])
    full = chosen.series["urge"].lower()
    assert point_colour(urge, chosen, 8.0) == full
    assert point_colour(urge, chosen, 1.8) == mixed(full, chosen.card, 0.4)


def test_a_colour_is_mixed_with_its_ground() -> None:
    assert mixed("#FF0000", "#FFFFFF", 0.5) in ("#ff8080", "#ff7f7f")
