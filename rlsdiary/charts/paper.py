"""The Trends chart on paper and as a picture file: the drawing code of the window, as vectors."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from rlsdiary.charts.drawing import paint_sheet
from rlsdiary.charts.lettering import Lettering
from rlsdiary.charts.look import Look
from rlsdiary.charts.picture import TrendsPicture
from rlsdiary.charts.sheet import edges_of, make_sheet
from rlsdiary.whole_file import write_whole
from rlsdiary.words import tr

DOTS_PER_INCH = 96
_USUAL_SIZE, _USUAL_POINT_SIZE = (1100, 800), 11.0
_SMALLEST_POINT_SIZE = 7.0


def paint_trends(
    painter: QPainter,
    rect: QRectF,
    picture: TrendsPicture,
    first: date,
    last: date,
    look: Look,
    point_size: float,
    family: str = "",
) -> None:
    """Paint the days ``first`` to ``last`` into ``rect``, in the painter's coordinates.

    Text of ``point_size`` points in the typeface ``family`` ("" is the platform's own) is
    measured at the resolution of the painter's device. Only vectors and text are painted, no
    ground.
    """
    painter.save()
    lettering = Lettering(point_size, painter.device(), family)
    paint_sheet(painter, make_sheet(picture, edges_of(first, last), rect, look, lettering))
    painter.restore()


def save_trends(
    path: Path,
    picture: TrendsPicture,
    first: date,
    last: date,
    look: Look,
    size: tuple[int, int],
) -> None:
    """Keep the chart as a .png or .svg of ``size`` pixels, whole or not at all.

    Raises ValueError for another ending and OSError where the file cannot be written.
    """
    makers = {".png": _png, ".svg": _svg}
    maker = makers.get(path.suffix.lower())
    if maker is None:
        raise ValueError("a chart is kept as .png or .svg")
    write_whole(path, [maker(picture, first, last, look, size)])


def _png(
    picture: TrendsPicture, first: date, last: date, look: Look, size: tuple[int, int]
) -> bytes:
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    dots_per_metre = round(DOTS_PER_INCH / 0.0254)
    image.setDotsPerMeterX(dots_per_metre)
    image.setDotsPerMeterY(dots_per_metre)
    image.fill(QColor(look.card))
    painter = QPainter(image)
    _paint_whole(painter, picture, first, last, look, size)
    painter.end()
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(store, QByteArray(b"png")).write(image)
    return bytes(store.data().data())


def _svg(
    picture: TrendsPicture, first: date, last: date, look: Look, size: tuple[int, int]
) -> bytes:
    data = QByteArray()
    store = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(store)
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize(QSize(*size))
    generator.setViewBox(QRectF(0, 0, *size))
    generator.setTitle(tr("Trends"))
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, *size), QColor(look.card))
    _paint_whole(painter, picture, first, last, look, size)
    painter.end()
    return _in_pixels(bytes(data.data()), size)


def _in_pixels(svg: bytes, size: tuple[int, int]) -> bytes:
    """Return the picture with its size in whole pixels, where Qt wrote rounded millimetres."""
    width, height = size
    whole = b'<svg width="%d" height="%d"' % (width, height)
    return re.sub(rb'<svg width="[^"]*" height="[^"]*"', whole, svg, count=1)


def _paint_whole(
    painter: QPainter,
    picture: TrendsPicture,
    first: date,
    last: date,
    look: Look,
    size: tuple[int, int],
) -> None:
    width, height = size
    share = min(width / _USUAL_SIZE[0], height / _USUAL_SIZE[1])
    point_size = max(_SMALLEST_POINT_SIZE, _USUAL_POINT_SIZE * share)
    margin = min(width, height) * 0.03
    rect = QRectF(0, 0, width, height).adjusted(margin, margin, -margin, -margin)
    paint_trends(painter, rect, picture, first, last, look, point_size)
