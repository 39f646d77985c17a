"""Paints the marks of a page: text, lines, discs, boxes and the trend chart."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rlsdiary.charts.look import PAPER, Look
from rlsdiary.charts.picture import TrendsPicture
from rlsdiary.report.typeset import (
    CHART,
    UNITS_PER_INCH,
    Box,
    Chart,
    Disc,
    Faces,
    Mark,
    Rule,
    Text,
)


class PagePainter:
    """Draws marks with a painter whose unit is 1/1200 inch."""

    def __init__(
        self,
        painter: QPainter,
        faces: Faces,
        picture: TrendsPicture | None,
        period: tuple[date, date],
        look: Look = PAPER,
    ) -> None:
        self._painter = painter
        self._faces = faces
        self._picture = picture
        self._period = period
        self._look = look
        self._ink, self._grey = QColor(look.text), QColor(look.soft_text)
        self._hairline = QColor(look.hairline)

    def draw(self, mark: Mark) -> None:
        """Draw one mark."""
        match mark:
            case Text():
                self._draw_text(mark)
            case Rule():
                self._pen(mark.thick, self._hairline if mark.soft else self._ink)
                self._painter.drawLine(QLineF(mark.x1, mark.y1, mark.x2, mark.y2))
            case Disc():
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.setBrush(self._ink)
                self._painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)
            case Box():
                self._draw_box(mark)
            case Chart():
                self._draw_chart(QRectF(mark.x, mark.y, mark.width, mark.height))

    def _draw_text(self, mark: Text) -> None:
        face = self._faces[mark.style]
        self._painter.setFont(face.font)
        self._painter.setPen(self._grey if mark.style.soft else self._ink)
        self._painter.drawText(QPointF(mark.x, mark.y + face.ascent), mark.text)

    def _draw_box(self, mark: Box) -> None:
        self._pen(mark.thick, self._ink)
        brush = self._grey if mark.filled else Qt.BrushStyle.NoBrush
        self._painter.setBrush(brush)
        self._painter.drawRect(QRectF(mark.x, mark.y, mark.width, mark.height))

    def _draw_chart(self, rect: QRectF) -> None:
        """Paint the chart in the device's own dots, by which it sets its type."""
        if self._picture is None:
            return
        from rlsdiary.charts.paper import paint_trends  # noqa: PLC0415 - charts load slowly

        zoom = UNITS_PER_INCH / self._painter.device().logicalDpiY()
        self._painter.save()
        self._painter.scale(zoom, zoom)
        place = QRectF(rect.topLeft() / zoom, rect.size() / zoom)
        type_ = CHART.points, self._faces.family
        paint_trends(self._painter, place, self._picture, *self._period, self._look, *type_)
        self._painter.restore()

    def _pen(self, thick: float, colour: QColor) -> None:
        pen = QPen(colour, thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
