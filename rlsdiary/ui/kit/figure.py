"""A calm figure of a person, front and back, in parts that can be pointed at: shapes, no paint.

Drawn in units of its own: 100 wide, 244 high. One half is drawn; the other is its mirror image.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from rlsdiary.domain.body import LEFT, RIGHT

WIDTH, HEIGHT = 100.0, 244.0
FRONT, BACK = "front", "back"
_MIDDLE = WIDTH / 2
_ROUNDS = 3  # of cutting corners: the outline becomes a curve

# The half that lies on the viewer's right, from the middle line outwards.
_HALF: dict[str, tuple[tuple[float, float], ...]] = {
    "trunk": (
        *((0.4, 38), (5, 37.5), (8, 41), (17, 44.5), (22.5, 48), (22, 58), (19.8, 72)),
        *((17.2, 88), (17.6, 99), (19.4, 108), (0.4, 108)),
    ),
    "hip": ((0.4, 109.4), (19.8, 109.4), (22.6, 119), (23.2, 130), (12, 132), (0.4, 128)),
    "thigh": (
        *((1.6, 129.8), (12, 133.6), (23.2, 131.6), (23, 146), (20.4, 162), (17.4, 181)),
        *((6.6, 181), (4.2, 164), (1.8, 146)),
    ),
    "calf": (
        *((6.6, 182.6), (17.4, 182.6), (19.4, 194), (18.2, 206), (14.6, 226), (8.4, 226)),
        *((5.8, 206), (5.4, 194)),
    ),
    "foot": (
        *((8.2, 227.6), (14.8, 227.6), (17.2, 233), (21.4, 239), (19, 242.6), (9.2, 242.6)),
        *((7.2, 238), (7.2, 231)),
    ),
    "upper-arm": (
        *((23.4, 46.8), (29.4, 50), (33.2, 60), (36.6, 86), (28.6, 88), (24, 72), (23, 58)),
    ),
    "forearm": ((28.8, 89.8), (36.8, 87.8), (40.6, 102), (43.6, 120), (36.8, 122.2), (31.6, 106)),
    "hand": (
        *((37, 123.8), (44, 121.8), (47.4, 128), (48.2, 138), (44.8, 145), (39.6, 143)),
        *((36.8, 133),),
    ),
}
_NECK = ((0, 29), (4.4, 29), (4.6, 36), (5, 37), (0, 37.5))


@cache
def part(view: str, region: str, side: str) -> QPainterPath:
    """Return the outline of a region of a side, as seen from the front or from the back.

    From the front the person's right is on the viewer's left. KeyError for no such region.
    """
    on_right = (side == LEFT) is (view == FRONT)
    return _placed(_curve(_HALF[region]), mirrored=not on_right)


@cache
def head() -> QPainterPath:
    """Return the outline of head and neck, which are no region."""
    path = QPainterPath()
    path.addEllipse(QRectF(_MIDDLE - 10.6, 2, 21.2, 28))
    neck = _polygon(_NECK)
    whole = path.united(_placed(neck, mirrored=False)).united(_placed(neck, mirrored=True))
    return whole.simplified()


def region_at(view: str, at: QPointF) -> tuple[str, str] | None:
    """Return region and side at a point of the figure, the nearest within a finger's breadth."""
    for region in _HALF:
        for side in (LEFT, RIGHT):
            if part(view, region, side).contains(at):
                return region, side
    near = QRectF(at.x() - 3, at.y() - 3, 6, 6)
    for region in _HALF:
        for side in (LEFT, RIGHT):
            if part(view, region, side).intersects(near):
                return region, side
    return None


def _placed(half: QPainterPath, *, mirrored: bool) -> QPainterPath:
    turn = QTransform.fromTranslate(_MIDDLE, 0)
    if mirrored:
        turn.scale(-1, 1)
    return turn.map(half)


def _curve(corners: Sequence[tuple[float, float]]) -> QPainterPath:
    """Round an outline by cutting its corners (Chaikin), but for those on the middle line."""
    points = list(corners)
    for _round in range(_ROUNDS):
        points = _cut(points)
    return _polygon(points)


def _cut(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    cut: list[tuple[float, float]] = []
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        first = (x1, y1) if x1 < 0.5 else (x1 * 0.75 + x2 * 0.25, y1 * 0.75 + y2 * 0.25)
        last = (x2, y2) if x2 < 0.5 else (x1 * 0.25 + x2 * 0.75, y1 * 0.25 + y2 * 0.75)
        cut += [first, last]
    return cut


def _polygon(points: Sequence[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(x, y)
    path.closeSubpath()
    return path
