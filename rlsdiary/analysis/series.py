"""A daily series: one float per calendar day, NaN where nothing was recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class DaySeries:
    """Values of consecutive diary days from ``first`` on; ``values`` is float64 of shape (days,).

    NaN is "not recorded"; 0 is an answer.
    """

    first: date
    values: FloatArray

    @classmethod
    def from_pairs(cls, first: date, last: date, pairs: Iterable[tuple[date, float]]) -> DaySeries:
        """Spread (day, value) pairs over the days ``first`` to ``last``; others are ignored."""
        size = max(0, (last - first).days + 1)
        values = np.full(size, np.nan)
        origin = first.toordinal()
        for day, value in pairs:
            index = day.toordinal() - origin
            if 0 <= index < size:
                values[index] = value
        return cls(first, values)

    @property
    def last(self) -> date:
        """The last day of the series."""
        return self.first + timedelta(days=len(self.values) - 1)

    @property
    def days(self) -> npt.NDArray[np.datetime64]:
        """The calendar days, datetime64[D], of shape (days,)."""
        return np.datetime64(self.first, "D") + np.arange(len(self.values))

    def at(self, day: date) -> float | None:
        """Return the value of ``day``, or None where outside or not recorded."""
        index = day.toordinal() - self.first.toordinal()
        if not 0 <= index < len(self.values) or np.isnan(self.values[index]):
            return None
        return float(self.values[index])

    def between(self, first: date, last: date) -> DaySeries:
        """Return the part from ``first`` to ``last``, padded with NaN where it does not reach."""
        start = first.toordinal() - self.first.toordinal()
        size = max(0, (last - first).days + 1)
        values = np.full(size, np.nan)
        low, high = max(0, start), min(len(self.values), start + size)
        if low < high:
            values[low - start : high - start] = self.values[low:high]
        return DaySeries(first, values)
