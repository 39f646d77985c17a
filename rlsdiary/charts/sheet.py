"""The sheet: where title, values, axis and words of every panel lie, before anything is painted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from PySide6.QtCore import QLocale, QRectF, QSizeF

from rlsdiary.charts.dates import DateAxis, date_axis, short_day, short_month
from rlsdiary.charts.lettering import Lettering
from rlsdiary.charts.look import Look
from rlsdiary.charts.marks import Band, in_sight, median_days
from rlsdiary.charts.picture import Panel, PanelKind, TrendsPicture, number_text
from rlsdiary.charts.scales import TimeScale, value_scale
from rlsdiary.words import tr

TITLE_LINES, GAP_LINES, LEAST_BAND_LINES, AXIS_LINES = 1.2, 0.45, 1.5, 2.3
PANEL_LINES = TITLE_LINES + LEAST_BAND_LINES + GAP_LINES + 0.5  # the least, in lines of text
BARS_SHARE = 0.5  # of the rest a panel of bars takes so much of what a panel of points takes
_SMALLEST_TYPE = 4.0  # points; below that nobody could read it anyway


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest value in sight, named at the right: words, day in words, vertical position."""

    value: str
    day: str
    y: float


@dataclass(frozen=True, slots=True)
class Frame:
    """One panel in its place. ``top`` is the top of its title, ``bottom`` the end of its room."""

    panel: Panel
    top: float
    bottom: float
    band: Band
    newest: Newest | None

    @property
    def band_top(self) -> float:
        """The vertical position of the highest value of the axis."""
        return self.band.bottom - self.band.height


@dataclass(frozen=True, eq=False, slots=True)
class Sheet:
    """Everything that is painted, in its place. ``note`` is the explanation, line by line."""

    rect: QRectF
    look: Look
    type: Lettering
    time: TimeScale
    frames: tuple[Frame, ...]
    axis: DateAxis
    axis_top: float
    note: tuple[str, ...]
    is_empty: bool


def make_sheet(
    picture: TrendsPicture,
    edges: tuple[float, float],
    rect: QRectF,
    look: Look,
    type_: Lettering,
) -> Sheet:
    """Arrange ``picture`` in ``rect``, from day number to day number (``TimeScale``).

    Where ``rect`` is too small for it the type becomes smaller, so that nothing is cut off.
    """
    if picture.is_empty:
        time = TimeScale(*edges, rect.left(), rect.width())
        return Sheet(rect, look, type_, time, (), DateAxis("", (), ()), rect.bottom(), (), True)
    type_ = _fitting(picture, rect, type_)
    time = _time(picture, edges, rect, type_)
    locale = QLocale()
    axis = date_axis(time, type_.on_body.horizontalAdvance, type_.line * 0.4, locale)
    axis_height = type_.line * (AXIS_LINES if _has_two_rows(axis) else AXIS_LINES - 1)
    note = _note(picture, time, rect, type_, axis_height)
    axis_top = rect.bottom() - axis_height - len(note) * type_.small_line
    frames = _frames(picture, time, rect.top(), axis_top, type_, locale)
    return Sheet(rect, look, type_, time, frames, axis, axis_top, note, False)


def edges_of(first: date, last: date) -> tuple[float, float]:
    """Return the edges of the time axis that shows whole days, both included."""
    return first.toordinal() - 0.5, last.toordinal() + 0.5


def least_size(picture: TrendsPicture | None, type_: Lettering) -> QSizeF:
    """Return the smallest size at which everything stands at full size."""
    panels = picture.panels if picture else ()
    lines = len(panels) * PANEL_LINES + AXIS_LINES
    return QSizeF(type_.on_body.horizontalAdvance("0") * 40, max(lines, 6) * type_.line)


def mark_room(type_: Lettering) -> float:
    """Return the room for half a mark above the highest and below the lowest value."""
    return type_.unit * 5


def _fitting(picture: TrendsPicture, rect: QRectF, type_: Lettering) -> Lettering:
    least = least_size(picture, type_)
    share = min(rect.height() / least.height(), rect.width() / least.width())
    if share >= 1:
        return type_
    return type_.smaller(max(share * 0.97, _SMALLEST_TYPE / type_.point_size))


def _time(
    picture: TrendsPicture, edges: tuple[float, float], rect: QRectF, type_: Lettering
) -> TimeScale:
    left = max(
        type_.on_body.horizontalAdvance(number_text(tick))
        for panel in picture.panels
        for shown in (panel.series.values, in_sight(panel.series, TimeScale(*edges, 0, 1))[1])
        for tick in value_scale(panel, shown).ticks
    )
    left += type_.line * 0.6
    right = _right_room(picture, type_) + type_.line * 0.7
    return TimeScale(*edges, rect.left() + left, max(rect.width() - left - right, 1.0))


def _right_room(picture: TrendsPicture, type_: Lettering) -> float:
    """Return the width of the widest newest value, so that the axis stays while time moves."""
    values = [type_.on_strong.horizontalAdvance(p.longest_words) for p in picture.panels]
    months = [date(picture.last.year, month, 28) for month in range(1, 13)]
    words = [short_day(day, QLocale()) for day in months]
    if picture.reach[0].year != picture.last.year:
        words += [short_month(day, QLocale()) for day in months]
    return max(*values, *map(type_.on_small.horizontalAdvance, words))


def _newest_words(panel: Panel, time: TimeScale, locale: QLocale) -> tuple[str, str, float] | None:
    days, values = in_sight(panel.series, time)
    recorded = np.flatnonzero(~np.isnan(values))
    if not len(recorded):
        return None
    value = float(values[recorded[-1]])
    day = date.fromordinal(int(days[recorded[-1]]))
    is_this_year = day.year == date.fromordinal(int(time.last)).year
    words = short_day(day, locale) if is_this_year else short_month(day, locale)
    return panel.words(value), words, value


def _has_two_rows(axis: DateAxis) -> bool:
    return any(label.row for label in axis.labels)


def _note(
    picture: TrendsPicture, time: TimeScale, rect: QRectF, type_: Lettering, axis_height: float
) -> tuple[str, ...]:
    """Return the explanation in lines that fit, or nothing where the panels need the room."""
    lines = _wrapped(explanation(picture, time), rect.right() - time.left, type_)
    least = least_size(picture, type_).height() - AXIS_LINES * type_.line + axis_height
    spare = rect.height() - least * 1.2
    return lines if len(lines) * type_.small_line <= spare else ()


def explanation(picture: TrendsPicture, time: TimeScale) -> str:
    """Return the sentences under the chart that say what marks, line and gaps mean."""
    kinds = {panel.kind for panel in picture.panels}
    words = []
    if PanelKind.RATING in kinds:
        days = median_days(time.last - time.first)
        words.append(tr("Line: median of {days} days.").format(days=days))
    words.append(tr("Gap: nothing recorded."))
    if any(_shows_none(panel, time) for panel in picture.panels):
        words.append(tr("Small ring on the base line: recorded as none."))
    return " ".join(words)


def _shows_none(panel: Panel, time: TimeScale) -> bool:
    is_bars = panel.kind is PanelKind.BARS
    return is_bars and bool(np.any(in_sight(panel.series, time)[1] == 0))


def _wrapped(text: str, width: float, type_: Lettering) -> tuple[str, ...]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and type_.on_small.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def _frames(
    picture: TrendsPicture,
    time: TimeScale,
    top: float,
    bottom: float,
    type_: Lettering,
    locale: QLocale,
) -> tuple[Frame, ...]:
    heights = _heights(picture, bottom - top, type_)
    frames = []
    for panel, height in zip(picture.panels, heights, strict=True):
        frames.append(_frame(panel, time, top, top + height, type_, locale))
        top += height
    return tuple(frames)


def _heights(picture: TrendsPicture, height: float, type_: Lettering) -> list[float]:
    """Return the room of each panel: what it needs at least, and its share of the rest."""
    shares = [1.0 if p.kind is PanelKind.RATING else BARS_SHARE for p in picture.panels]
    least = min(type_.line * PANEL_LINES, height / len(shares))
    spare = height - least * len(shares)
    return [least + spare * share / sum(shares) for share in shares]


def _frame(
    panel: Panel, time: TimeScale, top: float, bottom: float, type_: Lettering, locale: QLocale
) -> Frame:
    room = mark_room(type_)
    base = bottom - room - type_.line * GAP_LINES
    height = base - top - type_.line * TITLE_LINES - room
    scale = value_scale(panel, in_sight(panel.series, time)[1])
    band = Band(time, scale, base, height)
    words = _newest_words(panel, time, locale)
    newest = None
    if words:
        value, day, at = words
        newest = Newest(value, day, base - float(scale.share_of(at)) * height)
    return Frame(panel, top, bottom, band, newest)
