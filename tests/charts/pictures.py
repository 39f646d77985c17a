"""Invented pictures of the trends for the tests of this folder."""

from datetime import date, timedelta

import numpy as np

from rlsdiary.analysis.series import DaySeries
from rlsdiary.charts.picture import MarkerLine, Panel, PanelKind, TrendsPicture

LAST = date(2026, 11, 22)
NAN = float("nan")
TITLES = {
    "urge": "Strongest urge to move",
    "sleep": "How was the sleep",
    "stress": "Stress",
    "iron": "Iron",
    "zinc": "Zinc",
}


def panel(role: str, values: list[float], last: date = LAST) -> Panel:
    """Return a panel of so many days up to ``last``; iron and zinc are bars in mg."""
    series = DaySeries(last - timedelta(days=len(values) - 1), np.array(values, dtype=np.float64))
    title = TITLES[role]
    if role in ("iron", "zinc"):
        unit = "mg elemental"
        return Panel(
            *(role, title, series, PanelKind.BARS, role, unit, None), zero_words="not taken"
        )
    words = ("none", "the worst I can imagine")
    return Panel(
        role, title, series, PanelKind.RATING, role, low_words=words[0], high_words=words[1]
    )


def picture(*panels: Panel, markers: tuple[MarkerLine, ...] = ()) -> TrendsPicture:
    """Return a picture of panels that all have the same days."""
    return TrendsPicture(panels, panels[0].series.first, panels[0].series.last, markers)


def diary(days: int) -> TrendsPicture:
    """Return five panels of so many days with gaps and days recorded as none."""
    chance = np.random.default_rng(5)

    def ratings() -> list[float]:
        values = chance.integers(0, 11, days).astype(np.float64)
        values[chance.random(days) < 0.2] = np.nan
        return [float(value) for value in values]

    iron = [(65.0, 0.0, NAN)[day % 3] for day in range(days)]
    zinc = [15.0 if day % 2 else 0.0 for day in range(days)]
    rated = [panel(role, ratings()) for role in ("urge", "sleep", "stress")]
    return picture(*rated, panel("iron", iron), panel("zinc", zinc))


def empty() -> TrendsPicture:
    """Return five panels of a fortnight in which nothing was recorded."""
    return picture(*(panel(role, [NAN] * 14) for role in TITLES))
