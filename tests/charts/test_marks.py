"""Which marks are drawn, and where: in plain numbers, without a window."""

import numpy as np
import pytest

from rlsdiary.charts.marks import Band, bars, hatch, lines, median_days, points, zeros
from rlsdiary.charts.picture import Panel
from rlsdiary.charts.scales import TimeScale, ValueScale
from tests.charts.pictures import LAST, NAN, panel

TEN = ValueScale(0.0, 10.0, (0.0, 5.0, 10.0))


def band(days: int, width: float, scale: ValueScale = TEN) -> Band:
    """Return a band of so many days up to the last one, from x 0, values from y 100 up to 0."""
    last = LAST.toordinal()
    return Band(TimeScale(last - days + 0.5, last + 0.5, 0.0, width), scale, 100.0, 100.0)


def test_each_recorded_day_is_a_point_in_the_middle_of_its_day() -> None:
    found = points(panel("urge", [0.0, NAN, 10.0]).series, band(3, 30), 1.0)
    assert found.tolist() == [[5.0, 100.0], [25.0, 0.0]]


def test_days_out_of_sight_are_no_points() -> None:
    found = points(panel("urge", [1.0] * 30).series, band(3, 30), 1.0)
    assert len(found) == 3


def test_points_on_top_of_one_another_are_drawn_once() -> None:
    found = points(panel("urge", [4.0, 7.0] * 500).series, band(1000, 10), 0.5)
    assert set(found[:, 1]) == {60.0, 30.0}
    assert len(found) <= 2 * 21


def test_points_apart_are_all_drawn() -> None:
    assert len(points(panel("urge", [4.0] * 40).series, band(40, 40), 0.5)) == 40


def test_a_line_breaks_where_nothing_was_recorded() -> None:
    series = panel("urge", [2.0, 2.0, NAN, 2.0, 2.0, 2.0]).series
    found = [line[:, 0].tolist() for line in lines(series, band(6, 60), 1.0)]
    assert found == [[5.0, 15.0], [35.0, 45.0, 55.0]]


def test_a_line_is_cut_exactly_at_the_edge() -> None:
    series = panel("urge", [0.0, 10.0, 0.0]).series
    (line,) = lines(series, band(2, 20), 1.0)
    assert line.tolist() == [[0.0, 50.0], [5.0, 0.0], [15.0, 100.0]]


def test_a_thinned_line_keeps_its_highest_and_lowest_days() -> None:
    values = [5.0] * 1000
    values[333], values[666] = 10.0, 0.0
    (line,) = lines(panel("urge", values).series, band(1000, 20), 1.0)
    assert line[:, 1].min() == 0
    assert line[:, 1].max() == 100
    assert len(line) < 100


def test_a_single_day_is_a_point_and_no_line() -> None:
    assert list(lines(panel("urge", [NAN, 5.0, NAN]).series, band(3, 30), 1.0)) == []


def test_a_bar_stands_on_the_base_line_in_the_middle_of_its_day() -> None:
    found = bars(panel("iron", [5.0]).series, band(1, 20), 100.0, 1.0)
    assert found[0].tolist() == pytest.approx([2.0, 50.0, 16.0, 50.0])


def test_none_taken_and_nothing_recorded_are_no_bars() -> None:
    assert len(bars(panel("iron", [0.0, NAN, 5.0]).series, band(3, 60), 20.0, 1.0)) == 1


def test_none_taken_is_a_mark_and_nothing_recorded_is_not() -> None:
    found = zeros(panel("iron", [0.0, NAN, 5.0]).series, band(3, 60), 5.0)
    assert found.tolist() == [[10.0, 100.0]]


def test_narrow_days_of_the_same_dose_are_one_bar_and_a_gap_stays_open() -> None:
    values = [5.0] * 100 + [NAN] * 50 + [5.0] * 50
    found = bars(panel("iron", values).series, band(200, 200), 20.0, 1.0)
    assert found[:, [0, 2]].tolist() == [[0.0, 100.0], [150.0, 50.0]]


def test_a_changed_dose_is_a_new_bar() -> None:
    found = bars(panel("iron", [5.0] * 100 + [8.0] * 100).series, band(200, 200), 20.0, 1.0)
    assert found[:, 3].tolist() == pytest.approx([50.0, 80.0])


def test_a_single_dose_in_many_years_is_wide_enough_to_see() -> None:
    values = [NAN] * 7300
    values[3000] = 5.0
    assert bars(panel("iron", values).series, band(7300, 1000), 20.0, 1.0)[:, 2].tolist() == [1.0]


def test_of_very_narrow_days_the_highest_dose_is_seen() -> None:
    found = bars(panel("iron", [1.0, 8.0] * 500).series, band(1000, 50), 20.0, 1.0)
    assert found[:, 3].tolist() == pytest.approx([80.0])
    assert found[:, 2].sum() == pytest.approx(50.0)


def test_a_bar_at_the_edge_is_cut() -> None:
    scale = band(1, 10)
    time = TimeScale(scale.time.first, scale.time.last - 0.5, 0.0, 10.0)
    found = bars(panel("iron", [5.0]).series, Band(time, TEN, 100.0, 100.0), 100.0, 1.0)
    assert found[0, 0] + found[0, 2] == pytest.approx(10.0)


@pytest.mark.parametrize(("rising", "slope"), [(True, -1.0), (False, 1.0)])
def test_a_hatch_stays_inside_its_bar_and_goes_its_way(rising: bool, slope: float) -> None:
    strokes = hatch(np.array([[10.0, 20.0, 8.0, 40.0]]), 5.0, rising)
    x, y = strokes[:, [0, 2]], strokes[:, [1, 3]]
    assert len(strokes) >= 8
    assert x.min() >= 10
    assert x.max() <= 18
    assert y.min() >= 20 - 1e-9
    assert y.max() <= 60 + 1e-9
    assert np.allclose((y[:, 1] - y[:, 0]) / (x[:, 1] - x[:, 0]), slope)


def test_no_bars_have_no_hatch() -> None:
    assert hatch(np.empty((0, 4)), 5.0, True).shape == (0, 4)


@pytest.mark.parametrize(("days", "over"), [(14, 7), (400, 7), (1000, 31), (7300, 91)])
def test_the_line_is_a_week_and_longer_only_for_many_years(days: int, over: int) -> None:
    assert median_days(days) == over


def test_a_longer_median_does_not_bridge_a_gap_of_weeks_either() -> None:
    one: Panel = panel("urge", [4.0] * 200 + [NAN] * 20 + [4.0] * 200)
    found = one.median(91).values
    assert np.isnan(found[200:220]).all()
    assert np.isfinite(np.delete(found, range(200, 220))).all()
