"""Where the markers go: a line for each day that has one, and words that leave each other room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rlsdiary.charts.picture import MarkerLine
from rlsdiary.charts.scales import TimeScale

MOST_ROWS = 3
_WIDEST = 0.45  # of the plot: longer words are shortened even where there is room
_FEWEST_LETTERS = 4  # that are left of shortened words, else there are none
_MORE = "…"


@dataclass(frozen=True, slots=True)
class PlacedMarker:
    """The markers of one day: line at ``x``, words from ``left`` on in ``row`` (0 is the lowest).

    ``label`` is ``words`` or the beginning of them; "" where there is no room at all.
    """

    day: date
    words: str
    x: float
    label: str = ""
    left: float = 0.0
    row: int = 0


def place_markers(
    markers: Sequence[MarkerLine],
    time: TimeScale,
    right: float,
    measure: Callable[[str], float],
    gap: float,
) -> tuple[PlacedMarker, ...]:
    """Return the markers in sight, by day; no words reach past ``right`` or touch others."""
    words: dict[date, str] = {}
    for marker in sorted(markers, key=lambda marker: marker.day):
        said = words.get(marker.day)
        words[marker.day] = f"{said}, {marker.words}" if said else marker.words
    rows = _Rows(time, right, measure, gap)
    for day, text in words.items():
        if time.first <= day.toordinal() <= time.last:
            rows.add(day, text)
    return tuple(rows.placed)


def rows_of(placed: Sequence[PlacedMarker]) -> int:
    """Return how many rows of words there are."""
    return max((marker.row + 1 for marker in placed if marker.label), default=0)


class _Rows:
    """Fills rows from the left: the lowest that is free, else it shortens the words before."""

    def __init__(
        self, time: TimeScale, right: float, measure: Callable[[str], float], gap: float
    ) -> None:
        self._time, self._right = time, right
        self._measure, self._gap = measure, gap
        self._widest = (right - time.left) * _WIDEST
        self._last: list[int | None] = [None] * MOST_ROWS  # the newest label of each row
        self.placed: list[PlacedMarker] = []

    def add(self, day: date, words: str) -> None:
        """Place the marker of a day later than all before."""
        x = self._time.at(day.toordinal())
        label = self._shortened(words, self._widest)
        left = min(x + self._gap / 2, self._right - self._measure(label))
        row = next((n for n in range(MOST_ROWS) if self._end(n) <= left), None)
        if row is None:
            row = next((n for n in range(MOST_ROWS) if self._make_room(n, left)), None)
        if row is None or not label:
            self.placed.append(PlacedMarker(day, words, x))
            return
        self._last[row] = len(self.placed)
        self.placed.append(PlacedMarker(day, words, x, label, left, row))

    def _end(self, row: int) -> float:
        """Return from where on a row is free."""
        index = self._last[row]
        if index is None:
            return self._time.left - self._gap
        marker = self.placed[index]
        return marker.left + self._measure(marker.label) + self._gap

    def _make_room(self, row: int, left: float) -> bool:
        """Shorten the last words of a row so that they end before ``left``, where enough stay."""
        index = self._last[row]
        if index is None:
            return False
        marker = self.placed[index]
        label = self._shortened(marker.words, left - self._gap - marker.left)
        if label:
            self.placed[index] = replace(marker, label=label)
        return bool(label)

    def _shortened(self, words: str, room: float) -> str:
        """Return as many whole letters of ``words`` as fit, "" where they would be too few."""
        if self._measure(words) <= room:
            return words
        count = len(words) - 1
        while count >= _FEWEST_LETTERS:
            short = words[:count].rstrip(" ,") + _MORE
            if self._measure(short) <= room:
                return short
            count -= 1
        return ""
