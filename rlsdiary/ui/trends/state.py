"""What the Trends screen shows, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rlsdiary.charts.look import Look
from rlsdiary.charts.picture import TrendsPicture


@dataclass(frozen=True, eq=False, slots=True)
class TrendsState:
    """The picture of the whole diary, and the days in sight when it is first shown."""

    picture: TrendsPicture
    first: date
    last: date
    look: Look
    point_size: float
