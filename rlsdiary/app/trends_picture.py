"""From the diary to the picture that the trend chart draws."""

from __future__ import annotations

from datetime import date

import numpy as np

from rlsdiary.charts.picture import MarkerLine, Panel, PanelKind, TrendsPicture
from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.doses import ELEMENTS
from rlsdiary.services.reading import Reading
from rlsdiary.words import mark, tr

_RATED = (("urge", "urge"), ("sleep_quality", "sleep"), ("stress", "stress"))
_SHORT = {"urge": mark("Urge to move"), "sleep_quality": mark("Sleep")}
_DOSED = ("iron", "zinc")


def trends_picture(reading: Reading, first: date, last: date) -> TrendsPicture:
    """Return urge, sleep, stress, doses and markers of the diary days ``first`` to ``last``.

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
            title=item.full_name,
            series=series,
            kind=PanelKind.BARS,
            role="other",
            unit=item.unit,
            high=None,
            zero_words=tr("not taken"),
        )
        for item in reading.products()
        if np.isfinite((series := reading.amounts(item.id, first, last)).values).any()
    ]
    markers = tuple(
        MarkerLine(marker.day, marker.title)
        for marker in reading.treatment_page().markers
        if first <= marker.day <= last
    )
    return TrendsPicture(tuple(panels), first, last, markers)


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
        short_title=tr(_SHORT.get(key, question.label)),
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
        zero_words=tr("not taken"),
    )
