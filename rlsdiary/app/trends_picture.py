"""From the diary to the picture that the trend chart draws."""

from __future__ import annotations

from datetime import date

import numpy as np

from rlsdiary.charts.picture import Panel, PanelKind, TrendsPicture
from rlsdiary.domain.doses import ELEMENTS
from rlsdiary.domain.questions import QUESTIONS
from rlsdiary.services.reading import Reading
from rlsdiary.words import tr

_RATED = (("urge", "urge"), ("sleep_quality", "sleep"), ("stress", "stress"))
_DOSED = ("iron", "zinc")


def trends_picture(reading: Reading, first: date, last: date) -> TrendsPicture:
    """Return urge, sleep, stress, and the doses of the diary days ``first`` to ``last``.

    Urge, sleep and stress are always there, so that an empty panel shows what is not recorded;
    doses are there where any was ever recorded.
    """
    panels = [_rating(reading, key, role, first, last) for key, role in _RATED]
    panels += [
        panel
        for element in ELEMENTS
        if (panel := _element(reading, element, first, last)) is not None
    ]
    panels += [
        Panel(
            key=item.question,
            title=item.name,
            series=series,
            kind=PanelKind.BARS,
            role="other",
            unit=item.unit,
            high=None,
        )
        for item in reading.products()
        if np.isfinite((series := reading.amounts(item.id, first, last)).values).any()
    ]
    return TrendsPicture(tuple(panels), first, last)


def _rating(reading: Reading, key: str, role: str, first: date, last: date) -> Panel:
    question = QUESTIONS[key]
    return Panel(
        key=key,
        title=tr(question.label),
        series=reading.answers(key, first, last),
        kind=PanelKind.RATING,
        role=role,
        low_words=tr(question.low_words),
        high_words=tr(question.high_words),
    )


def _element(reading: Reading, element: str, first: date, last: date) -> Panel | None:
    series = reading.element_mg(element, first, last)
    if not np.isfinite(series.values).any():
        return None
    names = {"iron": tr("Iron"), "zinc": tr("Zinc"), "magnesium": tr("Magnesium")}
    role = element if element in _DOSED else "other"
    return Panel(
        key=element,
        title=names[element],
        series=series,
        kind=PanelKind.BARS,
        role=role,
        unit=tr("mg elemental"),
        high=None,
    )
