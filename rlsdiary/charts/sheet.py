"""The sheet: where title, values, axis and words of every panel lie, before anything is painted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from PySide6.QtCore import QLocale, QRectF, QSizeF

from rlsdiary.charts.dates import DateAxis, date_axis
from rlsdiary.charts.lettering import Lettering
from rlsdiary.charts.look import Look
from rlsdiary.charts.markers import PlacedMarker, place_markers, rows_of
from rlsdiary.charts.marks import Band, in_sight, median_days
from rlsdiary.charts.newest import Newest, newest_of, newest_room
from rlsdiary.charts.picture import Panel, PanelKind, TrendsPicture, number_text
from rlsdiary.charts.scales import TimeScale, value_scale
from rlsdiary.charts.titles import Title, is_quiet, make_title
from rlsdiary.words import tr

TITLE_LINES, GAP_LINES, LEAST_BAND_LINES, AXIS_LINES = 1.2, 0.45, 1.0, 2.2
ROOM_LINES = 0.5  # for half a mark above and below the values
ROOMY_BAND_LINES = 2.6  # what a panel has in a window before that scrolls
LEAST_DIGITS = 22  # the least width of a sheet at full size of type
QUIET_LINES = TITLE_LINES + GAP_LINES
MARKER_LINES = 1.1  # of small type, for a row of their words
BARS_SHARE = 0.5  # of the rest a panel of bars takes so much of what a panel of points takes
_SMALLEST_TYPE = 4.0  # points; below that nobody could read it anyway


@dataclass(frozen=True, slots=True)
class Frame:
    """One panel in its place. ``top`` is the top of its title, ``bottom`` the end of its room.

    A quiet one has no amount in sight and no height below its title, which says so.
    """

    panel: Panel
    top: float
    bottom: float
    band: Band
    title: Title
    newest: Newest | None
    quiet: bool = False

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
    markers: tuple[PlacedMarker, ...] = ()


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
    type_ = _fitting(picture, edges, rect, type_)
    time, room = _time(picture, edges, rect, type_)
    axis = date_axis(time, type_.on_body.horizontalAdvance, type_.line * 0.4, QLocale())
    axis_height = type_.line * (AXIS_LINES if _has_two_rows(axis) else AXIS_LINES - 1)
    small = type_.on_small.horizontalAdvance
    markers = place_markers(picture.markers, time, rect.right(), small, type_.line * 0.4)
    # One row stays free where the diary has any marker, so that little jumps while time moves.
    rows = max(rows_of(markers), 1) if picture.markers else 0
    top = rect.top() + rows * type_.small_line * MARKER_LINES
    note = _note(picture, time, rect, type_, axis_height + top - rect.top())
    axis_top = rect.bottom() - axis_height - len(note) * type_.small_line
    frames = _frames(picture, time, (top, axis_top), rect.right(), room, type_)
    return Sheet(rect, look, type_, time, frames, axis, axis_top, note, False, markers)


def edges_of(first: date, last: date) -> tuple[float, float]:
    """Return the edges of the time axis that shows whole days, both included."""
    return first.toordinal() - 0.5, last.toordinal() + 0.5


def least_lines(
    picture: TrendsPicture | None,
    *,
    edges: tuple[float, float] | None = None,
    band_lines: float = LEAST_BAND_LINES,
) -> float:
    """Return how many lines of its type a sheet is high at least.

    Where the ``edges`` of what is in sight are known, quiet panels are counted as such.
    """
    time = None if edges is None else TimeScale(*edges, 0, 1)
    lines = AXIS_LINES
    for panel in picture.panels if picture else ():
        quiet = time is not None and is_quiet(panel, time)
        lines += QUIET_LINES if quiet else TITLE_LINES + band_lines + GAP_LINES + ROOM_LINES
    if picture and picture.markers:
        lines += MARKER_LINES
    return max(lines, 6)


def least_size(
    picture: TrendsPicture | None,
    type_: Lettering,
    *,
    edges: tuple[float, float] | None = None,
    band_lines: float = LEAST_BAND_LINES,
) -> QSizeF:
    """Return the smallest size at which everything stands at full size (``least_lines``)."""
    width = type_.on_body.horizontalAdvance("0") * LEAST_DIGITS
    return QSizeF(width, least_lines(picture, edges=edges, band_lines=band_lines) * type_.line)


def mark_room(type_: Lettering) -> float:
    """Return the room for half a mark above the highest and below the lowest value."""
    return type_.unit * 5


def _fitting(
    picture: TrendsPicture, edges: tuple[float, float], rect: QRectF, type_: Lettering
) -> Lettering:
    least = least_size(picture, type_, edges=edges)
    share = min(rect.height() / least.height(), rect.width() / least.width())
    if share >= 1:
        return type_
    return type_.smaller(max(share * 0.97, _SMALLEST_TYPE / type_.point_size))


def _time(
    picture: TrendsPicture, edges: tuple[float, float], rect: QRectF, type_: Lettering
) -> tuple[TimeScale, float]:
    """Return the time scale, and the room for the newest values at the right of it."""
    left = max(
        type_.on_body.horizontalAdvance(number_text(tick))
        for panel in picture.panels
        for shown in (panel.series.values, in_sight(panel.series, TimeScale(*edges, 0, 1))[1])
        for tick in value_scale(panel, shown).ticks
    )
    left += type_.line * 0.6
    room = newest_room(picture, rect.width(), type_)
    width = rect.width() - left - room - type_.line * 0.7
    return TimeScale(*edges, rect.left() + left, max(width, 1.0)), room


def _has_two_rows(axis: DateAxis) -> bool:
    return any(label.row for label in axis.labels)


def _note(
    picture: TrendsPicture, time: TimeScale, rect: QRectF, type_: Lettering, taken: float
) -> tuple[str, ...]:
    """Return the explanation in lines that fit, or nothing where the panels need the room."""
    lines = _wrapped(explanation(picture, time), rect.right() - time.left, type_)
    edges = time.first, time.last
    least = least_size(picture, type_, edges=edges).height() - AXIS_LINES * type_.line + taken
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
    is_drawn = panel.kind is PanelKind.BARS and not is_quiet(panel, time)
    return is_drawn and bool(np.any(in_sight(panel.series, time)[1] == 0))


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
    ends: tuple[float, float],
    right: float,
    room: float,
    type_: Lettering,
) -> tuple[Frame, ...]:
    top, bottom = ends
    quiet = [is_quiet(panel, time) for panel in picture.panels]
    heights = _heights(picture, quiet, bottom - top, type_)
    frames = []
    for panel, is_still, height in zip(picture.panels, quiet, heights, strict=True):
        title = make_title(panel, time, right, type_, is_still)
        newest = None if is_still else newest_of(panel, time, room, type_)
        band = _band(panel, time, top, top + height, type_, is_still)
        frames.append(Frame(panel, top, top + height, band, title, newest, is_still))
        top += height
    return tuple(frames)


def _heights(
    picture: TrendsPicture, quiet: list[bool], height: float, type_: Lettering
) -> list[float]:
    """Return the room of each panel: what it needs at least, and its share of the rest."""
    shares = [1.0 if p.kind is PanelKind.RATING else BARS_SHARE for p in picture.panels]
    shares = [0.0 if still else share for still, share in zip(quiet, shares, strict=True)]
    full = type_.line * (TITLE_LINES + LEAST_BAND_LINES + GAP_LINES + ROOM_LINES)
    least = [type_.line * QUIET_LINES if still else full for still in quiet]
    spare = height - sum(least)
    if spare < 0 or not any(shares):
        return [part * min(1.0, height / sum(least)) for part in least]
    return [part + spare * share / sum(shares) for part, share in zip(least, shares, strict=True)]


def _band(
    panel: Panel, time: TimeScale, top: float, bottom: float, type_: Lettering, quiet: bool
) -> Band:
    scale = value_scale(panel, in_sight(panel.series, time)[1])
    if quiet:
        return Band(time, scale, top + type_.line * TITLE_LINES, 0.0)
    room = mark_room(type_)
    base = bottom - room - type_.line * GAP_LINES
    return Band(time, scale, base, base - top - type_.line * TITLE_LINES - room)
