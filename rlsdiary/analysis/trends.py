"""The course of a daily series: a rolling median that leaves gaps open."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rlsdiary.analysis.series import FloatArray


def rolling_median(values: FloatArray, window: int = 7, at_least: int = 3) -> FloatArray:
    """Return the median of the ``window`` days around each day, float64 of shape (days,).

    ``values`` holds one value a day, NaN where nothing was recorded. The window is centred (an
    even one reaches one day further back) and shorter at both ends. NaN where fewer than
    ``at_least`` of its days were recorded, and on every day of a gap longer than the window.
    """
    if window < 1 or at_least < 1:
        raise ValueError("window and at_least count days, from 1 on")
    if not len(values):
        return np.empty(0)
    around = _windows(values, window)
    recorded = np.count_nonzero(~np.isnan(around), axis=1)
    around.sort(axis=1)  # NaN comes last
    middle = (_column(around, (recorded - 1) // 2) + _column(around, recorded // 2)) / 2
    middle[(recorded < at_least) | in_long_gap(values, window)] = np.nan
    return middle


def in_long_gap(values: FloatArray, longest: int) -> npt.NDArray[np.bool_]:
    """Return, of shape (days,), which days lie in a run of more than ``longest`` days of NaN."""
    missing = np.isnan(values)
    edges = np.flatnonzero(np.diff(missing.astype(np.int8), prepend=0, append=0))
    starts, stops = edges[::2], edges[1::2]
    is_long = (stops - starts) > longest
    change = np.zeros(len(values) + 1, dtype=np.int64)
    change[starts[is_long]] += 1
    change[stops[is_long]] -= 1
    return np.cumsum(change[:-1]) > 0


def _windows(values: FloatArray, window: int) -> FloatArray:
    """Return the window of each day as a row, a copy of shape (days, window)."""
    back = window // 2
    padded = np.pad(values.astype(np.float64), (back, window - 1 - back), constant_values=np.nan)
    return np.lib.stride_tricks.sliding_window_view(padded, window).copy()


def _column(rows: FloatArray, which: npt.NDArray[np.intp]) -> FloatArray:
    return np.take_along_axis(rows, np.maximum(which, 0)[:, None], axis=1)[:, 0]
