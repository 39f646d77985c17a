"""The words over a panel: its title and what its axis means, as long as there is room for them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt

from rlsdiary.charts.lettering import Lettering
from rlsdiary.charts.marks import in_sight
from rlsdiary.charts.picture import Panel, PanelKind, number_text
from rlsdiary.charts.scales import TimeScale
from rlsdiary.words import ntr, tr


@dataclass(frozen=True, slots=True)
class Title:
    """Title and soft words beside it: where each begins, and where the last of them ends.

    ``mark`` is the width of the mark before the title, 0 where there is none.
    """

    text: str
    left: float
    mark: float
    soft: str
    soft_left: float
    right: float


def make_title(panel: Panel, time: TimeScale, right: float, type_: Lettering, quiet: bool) -> Title:
    """Return the words over ``panel`` between the left of the plot and ``right``.

    A ``quiet`` panel has no values below: its soft words say so instead of naming its axis.
    """
    mark = type_.on_strong.capHeight() * 0.9 if panel.kind is PanelKind.RATING else 0.0
    left = time.left + (mark + type_.line * 0.35 if mark else 0.0)
    text = _title_text(panel, right - left, type_)
    soft_left = left + type_.on_strong.horizontalAdvance(text) + type_.line * 0.5
    forms = quiet_words(panel, time) if quiet else meanings(panel)
    soft = fitting(forms, right - soft_left, type_)
    end = soft_left + type_.on_small.horizontalAdvance(soft) if soft else soft_left
    return Title(text, left, mark, soft, soft_left, end)


def fitting(forms: tuple[str, ...], room: float, type_: Lettering) -> str:
    """Return the first of ``forms`` that has room in small type, "" where none has."""
    return next((words for words in forms if type_.on_small.horizontalAdvance(words) <= room), "")


def meanings(panel: Panel) -> tuple[str, ...]:
    """Return what the axis of a panel means, from long to short."""
    if panel.unit:
        return panel.unit, panel.unit.partition(" ")[0]
    if panel.high is None:
        return ()
    high = number_text(panel.high)
    short = tr("0 to {high}").format(high=high)
    if not (panel.low_words and panel.high_words):
        return (short,)
    ends = {"low_words": panel.low_words, "high": high, "high_words": panel.high_words}
    forms = tr("0 {low_words} – {high} {high_words}"), tr("{high} = {high_words}")
    return (*(form.format(**ends) for form in forms), short)


def is_quiet(panel: Panel, time: TimeScale) -> bool:
    """Return whether a panel of doses has nothing to draw: no amount on any day in sight."""
    values = in_sight(panel.series, time)[1]
    return panel.kind is PanelKind.BARS and not np.any(values > 0)


def quiet_words(panel: Panel, time: TimeScale) -> tuple[str, ...]:
    """Return what a panel without amounts says, from long to short."""
    values = in_sight(panel.series, time)[1]
    days = int(np.count_nonzero(values == 0))
    if not days:
        return nothing_words()
    none = panel.zero_words or panel.words(0.0)
    recorded = ntr("{n} day recorded", "{n} days recorded", days)
    return tr("{none}; {days}").format(none=none, days=recorded), none


def nothing_words() -> tuple[str, ...]:
    """Return how it is said that no day in sight has a value, from long to short."""
    return tr("nothing recorded in this time"), tr("nothing recorded"), tr("not recorded"), "–"


def _title_text(panel: Panel, room: float, type_: Lettering) -> str:
    forms = [panel.title, panel.short_title or panel.title]
    fit = (text for text in forms if type_.on_strong.horizontalAdvance(text) <= room)
    return next(fit, type_.on_strong.elidedText(forms[-1], Qt.TextElideMode.ElideRight, room))
