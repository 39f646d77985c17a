"""The median line leaves gaps open and never counts a missing day as zero."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlsdiary.analysis.series import FloatArray
from rlsdiary.analysis.trends import in_long_gap, rolling_median

NAN = float("nan")


def plainly(values: FloatArray, window: int, at_least: int) -> FloatArray:
    """Return the same, day by day, as one would explain it."""
    result = np.full(len(values), np.nan)
    for day in range(len(values)):
        start = max(0, day - window // 2)
        around = values[start : day - window // 2 + window]
        known = around[~np.isnan(around)]
        if len(known) >= at_least and not in_long_gap(values, window)[day]:
            result[day] = np.median(known)
    return result


@given(
    st.lists(st.one_of(st.just(NAN), st.integers(0, 10).map(float)), max_size=60),
    st.integers(1, 12),
    st.integers(1, 5),
)
def test_it_is_the_median_of_the_recorded_days_around(
    values: list[float], window: int, at_least: int
) -> None:
    array = np.array(values, dtype=np.float64)
    found = rolling_median(array, window, at_least)
    np.testing.assert_array_equal(found, plainly(array, window, at_least))


def test_a_missing_day_is_not_a_zero() -> None:
    assert rolling_median(np.array([6.0, NAN, 6.0, NAN, 6.0]))[2] == 6


def test_a_zero_is_an_answer() -> None:
    assert rolling_median(np.array([0.0, 0.0, 9.0]))[1] == 0


def test_two_recorded_days_are_too_few_for_a_median() -> None:
    assert np.isnan(rolling_median(np.array([5.0, NAN, NAN, 5.0]))).all()


def test_no_day_of_a_gap_longer_than_the_window_has_a_median() -> None:
    values = np.concatenate((np.full(10, 4.0), np.full(8, NAN), np.full(10, 4.0)))
    found = rolling_median(values)
    assert np.isnan(found[10:18]).all()
    assert not np.isnan(np.delete(found, range(10, 18))).any()


def test_a_gap_as_long_as_the_window_keeps_the_medians_at_its_ends() -> None:
    values = np.concatenate((np.full(10, 4.0), np.full(7, NAN), np.full(10, 4.0)))
    assert np.isnan(rolling_median(values)).tolist() == [*[False] * 11, *[True] * 5, *[False] * 11]


def test_the_line_runs_on_across_a_short_gap() -> None:
    values = np.array([4.0, 4.0, 4.0, NAN, NAN, 4.0, 4.0, 4.0])
    assert (rolling_median(values) == 4).all()


def test_the_series_itself_is_left_as_it_is() -> None:
    values = np.array([3.0, NAN, 1.0])
    rolling_median(values)
    np.testing.assert_array_equal(values, [3.0, NAN, 1.0])


def test_an_empty_series_has_an_empty_median() -> None:
    assert rolling_median(np.empty(0)).shape == (0,)


@pytest.mark.parametrize(("window", "at_least"), [(0, 3), (7, 0)])
def test_a_window_of_no_days_is_refused(window: int, at_least: int) -> None:
    with pytest.raises(ValueError, match="count days"):
        rolling_median(np.ones(3), window, at_least)
