"""Where a day and a value lie on the sheet: time scale, value scale and its round numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from rlsdiary.analysis.series import FloatArray
from rlsdiary.charts.picture import Panel

_ROUND = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_TOP_WHERE_ALL_ZERO = 10.0


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The time axis: ``first`` and ``last`` are its edges in day numbers (date.toordinal).

    Day n reaches from n - 0.5 to n + 0.5, so clocks and time zones play no part. ``left`` and
    ``width`` are in the painter's coordinates.
    """

    first: float
    last: float
    left: float
    width: float

    @property
    def per_day(self) -> float:
        """Width of one day."""
        return self.width / max(self.last - self.first, 1e-9)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    def x(self, ordinals: FloatArray) -> FloatArray:
        """Return the positions of day numbers, of the same shape."""
        return self.left + (ordinals - self.first) * self.per_day

    def at(self, ordinal: float) -> float:
        """Return the position of one day number."""
        return self.left + (ordinal - self.first) * self.per_day

    def day_at(self, x: float) -> int:
        """Return the number of the day at ``x``."""
        return math.floor(self.first + (x - self.left) / self.per_day + 0.5)


@dataclass(frozen=True, slots=True)
class ValueScale:
    """The value axis of a panel, from ``low`` to ``high``, numbered at ``ticks``."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, values: FloatArray) -> FloatArray:
        """Return how far up the axis values lie, 0 to 1, cut at both ends."""
        return np.clip((values - self.low) / (self.high - self.low), 0.0, 1.0)

    def share_of(self, value: float) -> float:
        """Return how far up the axis one value lies, 0 to 1."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


def value_scale(panel: Panel, shown: FloatArray) -> ValueScale:
    """Return the value axis of ``panel`` while the values ``shown`` are in sight."""
    if panel.high is not None:
        return ValueScale(0.0, panel.high, (0.0, panel.high / 2, panel.high))
    recorded = shown[~np.isnan(shown)]
    if not len(recorded):
        return ValueScale(0.0, 1.0, (0.0,))
    top = round_up(float(recorded.max(initial=0.0)))
    bottom = -round_up(-float(recorded.min(initial=0.0)))
    if top == bottom:
        top = _TOP_WHERE_ALL_ZERO
    if bottom == 0:
        return ValueScale(0.0, top, (0.0, top / 2, top))
    return ValueScale(bottom, top, (bottom, 0.0, top) if top > 0 else (bottom, 0.0))


def round_up(value: float) -> float:
    """Return the next round number at or above ``value``: 25 -> 30, 65 -> 80; 0 stays 0."""
    if value <= 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(value))
    return next((step * power for step in _ROUND if step * power >= value * (1 - 1e-9)), 10 * power)
