"""Paints marks as vectors: points of three shapes, median lines, hatched bars, hollow zeros."""

from __future__ import annotations

import math
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from shiboken6 import VoidPtr

from rlsdiary.analysis.series import FloatArray
from rlsdiary.charts.look import Look
from rlsdiary.charts.marks import Band, bars, hatch, is_merged, lines, points, zeros
from rlsdiary.charts.picture import Panel, PanelKind

ROUND_FROM = 2.4  # units; smaller points all look the same and are painted as squares, faster
RING_FROM = 3.4  # units; smaller rings have no room inside
HATCHED_FROM = 2.0  # units; thinner bars have no room for a hatch
SPARSE = 4  # with less than one point to so many units of width, none becomes tiny
_CHUNK = 48  # points of a line at a time: one long crossing stroke is slow to fill
_HALF_RIGHT_ANGLE = 45.0
_DISC, _SQUARE, _DIAMOND = "disc", "square", "diamond"
SHAPES = {"urge": _DISC, "sleep": _SQUARE, "stress": _DIAMOND}
RISING = {"iron": True, "zinc": False}


def paint_marks(painter: QPainter, panel: Panel, band: Band, look: Look, unit: float) -> None:
    """Paint the days of one panel."""
    if panel.kind is PanelKind.RATING:
        paint_points(painter, panel, band, look, unit)
    else:
        paint_bars(painter, panel, band, look, unit)


def paint_points(painter: QPainter, panel: Panel, band: Band, look: Look, unit: float) -> None:
    """Paint the recorded days as points."""
    places = points(panel.series, band, unit * 0.5)
    size = point_size(band.time.per_day, unit)
    if len(places) * unit < band.time.width / SPARSE:
        size = max(size, unit * 3.6)
    stamp(painter, places, shape_of(panel), size, point_colour(panel, look, size / unit), unit)


def paint_median(
    painter: QPainter, panel: Panel, band: Band, look: Look, unit: float, days: int
) -> None:
    """Paint the median line of ``days`` days, open where nothing was recorded."""
    pen = QPen(QColor(colour_of(panel, look)), unit * 2.2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for line in lines(panel.median(days), band, unit * 1.5):
        for start in range(0, len(line) - 1, _CHUNK):
            painter.drawPolyline(polygon(line[start : start + _CHUNK + 1]))


def paint_bars(painter: QPainter, panel: Panel, band: Band, look: Look, unit: float) -> None:
    """Paint amounts as hatched bars, and days recorded as none as small rings."""
    colour = QColor(colour_of(panel, look))
    widest = unit * 22
    rects = bars(panel.series, band, widest, unit)
    pale = QColor(mixed(colour_of(panel, look), look.card, 0.22))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pale)
    boxes = [QRectF(*rect) for rect in rects.tolist()]
    painter.drawRects(boxes)
    is_wide = rects[:, 2] > unit * HATCHED_FROM
    painter.setPen(QPen(colour, unit * 0.9))
    strokes = hatch(rects[is_wide], unit * 5, RISING.get(panel.role, True))
    painter.drawLines([QLineF(*stroke) for stroke in strokes.tolist()])
    painter.setPen(QPen(colour, unit * 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_merged(band.time.per_day, widest):
        painter.drawLines([QLineF(x, y, x + w, y) for x, y, w, _h in rects[is_wide].tolist()])
        thin = rects[~is_wide]  # points are quicker than lines, and as wide
        tops = np.column_stack((thin[:, 0] + thin[:, 2] / 2, thin[:, 1]))
        stamp(painter, tops, _SQUARE, unit * 1.2, colour.name(), unit)
    else:
        painter.drawRects(boxes)
    paint_zeros(painter, panel, band, look, unit)


def paint_zeros(painter: QPainter, panel: Panel, band: Band, look: Look, unit: float) -> None:
    """Paint a ring on the base line for every day recorded as none."""
    size = min(unit * 7, max(unit * 1.8, band.time.per_day * 0.8 + unit * 0.6))
    places = zeros(panel.series, band, size)
    stamp(painter, places, _DISC, size, colour_of(panel, look), unit)
    if size > unit * RING_FROM:
        stamp(painter, places, _DISC, size - unit * 2.4, look.card)


def stamp(
    painter: QPainter, places: FloatArray, shape: str, size: float, colour: str, unit: float = 1.0
) -> None:
    """Paint one filled shape, ``size`` wide, at each place; ``places`` has shape (n, 2).

    Points are strokes of no length with round or square ends: quick, and vectors on paper.
    """
    if not len(places):
        return
    painter.save()
    if size < unit * ROUND_FROM:
        shape = _SQUARE
    cap = Qt.PenCapStyle.RoundCap if shape == _DISC else Qt.PenCapStyle.SquareCap
    if shape == _DIAMOND:
        painter.rotate(_HALF_RIGHT_ANGLE)
        places = _turned(places)
    width = size if shape == _DISC else size * 0.89
    painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, cap))
    painter.drawPoints(polygon(places))
    painter.restore()


def paint_ring(painter: QPainter, panel: Panel, at: QPointF, look: Look, unit: float) -> None:
    """Paint the mark of the pointed day, larger and with a rim."""
    place = np.array([[at.x(), at.y()]])
    shape = shape_of(panel) if panel.kind is PanelKind.RATING else _DISC
    stamp(painter, place, shape, unit * 14, look.card)
    stamp(painter, place, shape, unit * 11, colour_of(panel, look))


def point_size(per_day: float, unit: float) -> float:
    """Return how wide a point is: smaller, the less room a day has."""
    return min(unit * 8.0, max(unit * 1.8, per_day * 0.8 + unit * 0.6))


def point_colour(panel: Panel, look: Look, units: float) -> str:
    """Return the colour of points of that many units: the smaller, the paler, the line leads."""
    share = min(1.0, max(0.0, (units - 1.8) / 4.0))
    return mixed(colour_of(panel, look), look.card, 0.4 + 0.6 * share)


def colour_of(panel: Panel, look: Look) -> str:
    """Return the colour of a panel's data."""
    return look.series.get(panel.role, look.series["other"])


def shape_of(panel: Panel) -> str:
    """Return the shape of a panel's points."""
    return SHAPES.get(panel.role, _DISC)


def mixed(colour: str, ground: str, share: float) -> str:
    """Return ``share`` of a colour on a ground, opaque: paper takes no transparency."""
    above, below = QColor(colour), QColor(ground)
    return QColor.fromRgbF(
        above.redF() * share + below.redF() * (1 - share),
        above.greenF() * share + below.greenF() * (1 - share),
        above.blueF() * share + below.blueF() * (1 - share),
    ).name()


def polygon(places: FloatArray) -> QPolygonF:
    """Return points of shape (n, 2) as Qt takes them."""
    shape = QPolygonF()
    shape.resize(len(places))
    if len(places):
        memory: Any = cast("Any", VoidPtr)(shape.data(), len(places) * 16, True)
        np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)[:] = places
    return shape


def _turned(places: FloatArray) -> FloatArray:
    """Return places as they must be given to a painter that is turned by 45 degrees."""
    half = math.sqrt(0.5)
    x, y = places[:, 0], places[:, 1]
    return np.column_stack(((x + y) * half, (y - x) * half))
