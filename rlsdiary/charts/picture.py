"""What the Trends chart shows, as frozen values: panels of daily series on one time axis."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from functools import cached_property

import numpy as np

from rlsdiary.analysis.series import DaySeries
from rlsdiary.analysis.trends import in_long_gap, rolling_median

SHORTEST_SPAN = 14  # days: a diary begun yesterday is not blown up to fill the window

LEAST_IN_WEEK = 3  # recorded days that a median is taken of; of longer times one a week
LONGEST_BRIDGE = 7  # days without a value that the median line still crosses


class PanelKind(Enum):
    """How a panel draws its days."""

    RATING = "rating"  # points and their rolling median
    BARS = "bars"  # one bar a day from the base line


@dataclass(frozen=True, eq=False)
class Panel:
    """One panel: a daily series with its words.

    ``role`` ("urge", "sleep", "stress", "iron", "zinc", "other") chooses colour, shape of the
    marks and hatch. ``high`` is the top of the axis in ``unit``; None takes it from the data.
    ``short_title`` stands where ``title`` has no room; ``zero_words`` say what 0 means ("not
    taken"), where it is no amount like any other.
    """

    key: str
    title: str
    series: DaySeries
    kind: PanelKind
    role: str
    unit: str = ""
    high: float | None = 10
    low_words: str = ""
    high_words: str = ""
    short_title: str = ""
    zero_words: str = ""
    _medians: dict[int, DaySeries] = field(default_factory=dict, init=False, repr=False)

    def median(self, days: int) -> DaySeries:
        """Return the rolling median of so many days, over the same days; computed once."""
        if days not in self._medians:
            values = rolling_median(self.series.values, days, max(LEAST_IN_WEEK, days // 7))
            values[in_long_gap(self.series.values, LONGEST_BRIDGE)] = np.nan
            self._medians[days] = DaySeries(self.series.first, values)
        return self._medians[days]

    def words(self, value: float) -> str:
        """Return a value with its unit: 6, 65 mg elemental, not taken."""
        if value == 0 and self.zero_words:
            return self.zero_words
        return f"{number_text(value)} {self.unit}".strip()

    def short_words(self, value: float) -> str:
        """Return a value with the first word of its unit, which its title names in full: 65 mg."""
        if value == 0 and self.zero_words:
            return self.zero_words
        return f"{number_text(value)} {self.unit.partition(' ')[0]}".strip()

    @cached_property
    def longest_words(self) -> str:
        """The longest words (``short_words``) that any of its amounts takes."""
        values = np.unique(self.series.values[~np.isnan(self.series.values)])
        return max(map(self.short_words, values[values != 0].tolist()), key=len, default="")

    @cached_property
    def has_zero(self) -> bool:
        """True where any day was recorded as 0."""
        return bool((self.series.values == 0).any())

    @cached_property
    def is_empty(self) -> bool:
        """True where no day of the panel was recorded."""
        return bool(np.isnan(self.series.values).all())


@dataclass(frozen=True, slots=True)
class MarkerLine:
    """A dated event, drawn as a line through all panels."""

    day: date
    words: str


@dataclass(frozen=True, eq=False)
class TrendsPicture:
    """All panels, and the span of the whole diary in days, both ends included."""

    panels: tuple[Panel, ...]
    first: date
    last: date
    markers: tuple[MarkerLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to draw at all."""
        return all(panel.is_empty for panel in self.panels)

    @property
    def reach(self) -> tuple[date, date]:
        """The first and last day that the time axis reaches: the diary, at least two weeks."""
        return min(self.first, self.last - timedelta(days=SHORTEST_SPAN - 1)), self.last

    def marked(self, day: date) -> str:
        """Return the words of the markers of ``day``, "" where it has none."""
        return ", ".join(marker.words for marker in self.markers if marker.day == day)


def number_text(value: float) -> str:
    """Write a number without needless digits: 6, 2.5, 0.088."""
    return str(int(value)) if value == int(value) else f"{value:.4g}"
