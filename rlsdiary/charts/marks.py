"""Which marks are drawn where: positions of points, median lines, bars and hatches, as arrays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rlsdiary.analysis.series import DaySeries, FloatArray
from rlsdiary.charts.scales import TimeScale, ValueScale

MEDIAN_WINDOWS = ((400, 7), (1600, 31), (None, 91))
"""Up to how many days in sight the line is the median of how many days."""

COLUMN = 1.5
"""Bars of days closer together than so many grains become one column."""


@dataclass(frozen=True, slots=True)
class Band:
    """The area of one panel's values: ``bottom`` is its base line, ``height`` up to the top."""

    time: TimeScale
    values: ValueScale
    bottom: float
    height: float

    def y(self, values: FloatArray) -> FloatArray:
        """Return the vertical positions of values."""
        return self.bottom - self.values.share(values) * self.height

    @property
    def base(self) -> float:
        """The vertical position of 0, where bars stand."""
        return float(self.y(np.array([0.0]))[0])


def median_days(days_in_sight: float) -> int:
    """Return over how many days the median line is taken while so many days are in sight.

    A week up to about a year; longer for long times, where a weekly line would be a scribble.
    """
    fitting = (days for most, days in MEDIAN_WINDOWS if most is None or days_in_sight <= most)
    return next(fitting)


def in_sight(series: DaySeries, time: TimeScale, beyond: int = 0) -> tuple[FloatArray, FloatArray]:
    """Return day numbers and values of the days in sight, and ``beyond`` more on each side."""
    origin = series.first.toordinal()
    start = int(np.ceil(time.first)) - origin - beyond
    stop = int(np.floor(time.last)) - origin + 1 + beyond
    start, stop = max(0, start), max(0, stop)
    values = series.values[start:stop]
    return origin + start + np.arange(len(values), dtype=np.float64), values


def points(series: DaySeries, band: Band, grain: float) -> FloatArray:
    """Return the centres of the recorded days in sight, shape (n, 2).

    Of points closer than ``grain`` to one another along the time axis, with the same value,
    one is kept: the others would be drawn on top of it.
    """
    days, values = in_sight(series, band.time)
    kept = ~np.isnan(values)
    x, y = band.time.x(days[kept]), band.y(values[kept])
    if band.time.per_day < grain and len(x):
        cell = np.round(x / grain) * 1e6 + np.round(y)
        first = np.sort(np.unique(cell, return_index=True)[1])
        x, y = x[first], y[first]
    return np.column_stack((x, y))


def lines(series: DaySeries, band: Band, grain: float) -> Iterator[FloatArray]:
    """Yield each unbroken line through a series, shape (n, 2), cut at the edges of the sheet.

    Many days in one ``grain`` of width become the first, lowest, highest and last of them.
    """
    days, values = in_sight(series, band.time, beyond=1)
    recorded = np.isfinite(values).astype(np.int8)
    edges = np.flatnonzero(np.diff(recorded, prepend=0, append=0))
    x, y = band.time.x(days), band.y(values)
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        if stop - start < 2:
            continue
        line = _thinned(x[start:stop], y[start:stop], grain)
        line = _cut(line, band.time.left, band.time.right)
        if len(line) > 1:
            yield line


def bars(series: DaySeries, band: Band, widest: float, grain: float) -> FloatArray:
    """Return the bars in sight as left, top, width, height; shape (n, 4). 0 has no bar.

    Where days are too narrow for bars of their own (``is_merged``), days in a row with the same
    amount become one bar, and of days within a narrow column the largest amount is seen.
    """
    days, values = in_sight(series, band.time, beyond=1)
    filled = ~np.isnan(values) & (values != 0)
    days, values = days[filled], values[filled]
    merged = is_merged(band.time.per_day, widest)
    half = 0.5 if merged else min(0.4, widest / 2 / band.time.per_day)
    left = np.maximum(band.time.x(days - half), band.time.left)
    right = np.minimum(band.time.x(days + half), band.time.right)
    if merged and len(days):
        left, right, values = _joined(*_columns(left, right, values, grain * COLUMN), grain)
    ends, base = band.y(values), band.base
    top, height = np.minimum(ends, base), np.abs(base - ends)
    width = np.where(right > left, np.maximum(right - left, grain), 0.0)  # none is too thin to see
    rects = np.column_stack((left, top, width, height))
    return rects[rects[:, 2] > 0]


def is_merged(per_day: float, widest: float) -> bool:
    """Return whether days are too narrow for bars of their own."""
    return per_day < widest / 5


def zeros(series: DaySeries, band: Band, grain: float) -> FloatArray:
    """Return the places of the days recorded as none (0) on the base line, shape (n, 2)."""
    days, values = in_sight(series, band.time)
    x = band.time.x(days[values == 0])
    if band.time.per_day < grain and len(x):
        x = x[np.concatenate(([True], np.diff(np.floor(x / grain)) > 0))]
    return np.column_stack((x, np.full(len(x), band.base)))


def hatch(rects: FloatArray, step: float, rising: bool) -> FloatArray:
    r"""Return diagonal lines inside rectangles as x1, y1, x2, y2; shape (n, 4).

    The lines of all rectangles belong to one family, ``step`` apart, so that neighbours match;
    ``rising`` ones go up to the right (/), others down (\).
    """
    left, top = rects[:, 0], rects[:, 1]
    right, bottom = left + rects[:, 2], top + rects[:, 3]
    # A rising line holds x + y constant, a falling one x - y; y grows downwards.
    sign = 1.0 if rising else -1.0
    nearest, farthest = (top, bottom) if rising else (-bottom, -top)
    first = np.ceil((left + nearest) / step)
    count = np.maximum(np.floor((right + farthest) / step) - first + 1, 0).astype(np.int64)
    which = np.repeat(np.arange(len(rects)), count)
    nth = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)
    c = (first[which] + nth) * step
    x1 = np.maximum(left[which], c - farthest[which])
    x2 = np.minimum(right[which], c - nearest[which])
    pieces = np.column_stack((x1, sign * (c - x1), x2, sign * (c - x2)))
    return pieces[x2 > x1]


def _columns(
    left: FloatArray, right: FloatArray, values: FloatArray, grain: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the bars with those of one ``grain`` of width made one, as high as the highest."""
    column = np.floor(left / grain)
    starts = np.flatnonzero(np.diff(column, prepend=column[0] - 1))
    stops = np.append(starts[1:], len(left)) - 1
    return left[starts], right[stops], np.maximum.reduceat(values, starts)


def _joined(
    left: FloatArray, right: FloatArray, values: FloatArray, grain: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the bars with those of the same value, less than ``grain`` apart, made one."""
    is_new = (left[1:] - right[:-1] > grain) | (values[1:] != values[:-1])
    starts = np.concatenate(([0], np.flatnonzero(is_new) + 1))
    stops = np.append(starts[1:], len(left)) - 1
    return left[starts], right[stops], values[starts]


def _thinned(x: FloatArray, y: FloatArray, grain: float) -> FloatArray:
    line = np.column_stack((x, y))
    if len(x) < 3 or (x[1] - x[0]) * 2 >= grain:
        return line
    cell = np.floor(x / grain)
    starts = np.flatnonzero(np.diff(cell, prepend=cell[0] - 1))
    stops = np.append(starts[1:], len(x)) - 1
    order = np.lexsort((y, cell))
    kept = np.unique(np.concatenate((starts, stops, order[starts], order[stops])))
    return line[kept]


def _cut(line: FloatArray, left: float, right: float) -> FloatArray:
    """Return the part of a line between two x, with points exactly where it crosses them."""
    x, y = line[:, 0], line[:, 1]
    if x[-1] < left or x[0] > right:
        return np.empty((0, 2))
    inside = (x > left) & (x < right)
    ends = np.array([max(left, x[0]), min(right, x[-1])])
    ends = np.column_stack((ends, np.interp(ends, x, y)))
    return np.concatenate((ends[:1], line[inside & (x > ends[0, 0]) & (x < ends[1, 0])], ends[1:]))
