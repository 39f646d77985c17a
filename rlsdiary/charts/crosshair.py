"""Paints the crosshair: one line through all panels, the day's values and the day in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLineF, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from rlsdiary.charts.brush import paint_ring
from rlsdiary.charts.dates import long_day, short_day
from rlsdiary.charts.drawing import write
from rlsdiary.charts.picture import Panel, TrendsPicture
from rlsdiary.charts.sheet import Frame, Sheet, mark_room
from rlsdiary.words import tr


def paint_crosshair(painter: QPainter, sheet: Sheet, day: date) -> None:
    """Paint the crosshair at ``day``; nothing where the day is out of sight."""
    x = sheet.time.at(day.toordinal())
    if sheet.is_empty or not sheet.time.left <= x <= sheet.time.right:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(sheet.look.soft_text), sheet.type.unit))
    room = mark_room(sheet.type)
    painter.drawLine(QLineF(x, sheet.frames[-1].band.bottom, x, sheet.axis_top))
    for frame in sheet.frames:  # the line spares the words between the panels
        if frame.quiet:
            continue
        painter.setPen(QPen(QColor(sheet.look.soft_text), sheet.type.unit))
        painter.drawLine(QLineF(x, frame.band_top - room, x, frame.band.bottom + room))
        _paint_value(painter, sheet, frame, day, x)
    _paint_day(painter, sheet, day, x)


def paint_rim(painter: QPainter, sheet: Sheet, rect: QRectF, *, has_focus: bool) -> None:
    """Round the corners of the card that the sheet lies on; say that the keys go there."""
    unit, look = sheet.type.unit, sheet.look
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside, corners = QPainterPath(), QPainterPath()
    rim = rect.adjusted(unit / 2, unit / 2, -unit / 2, -unit / 2)
    inside.addRoundedRect(rim, unit * 8, unit * 8)
    corners.addRect(rect.adjusted(-1, -1, 1, 1))
    painter.fillPath(corners.subtracted(inside), QColor(look.window))
    painter.setPen(QPen(QColor(look.accent if has_focus else look.hairline), unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(inside)


def words_of_day(picture: TrendsPicture, day: date) -> str:
    """Return day and values in one sentence, for those who hear the chart."""
    parts = [_words(panel, panel.series.at(day)) for panel in picture.panels]
    named = filter(None, (long_day(day, QLocale()), picture.marked(day)))
    return " · ".join(named) + ": " + "; ".join(parts)


def _words(panel: Panel, value: float | None) -> str:
    if value is None:
        return tr("{title} not recorded").format(title=panel.title)
    return f"{panel.title} {panel.words(value)}"


def _paint_value(painter: QPainter, sheet: Sheet, frame: Frame, day: date, x: float) -> None:
    value = frame.panel.series.at(day)
    if value is None:
        return
    y = frame.band.bottom - frame.band.values.share_of(value) * frame.band.height
    paint_ring(painter, frame.panel, QPointF(x, y), sheet.look, sheet.type.unit)
    words, type_ = frame.panel.short_words(value), sheet.type
    width = type_.on_strong.horizontalAdvance(words)
    pill = QRectF(0, 0, width + type_.line * 0.6, type_.line * 1.1)
    pill.moveCenter(QPointF(x, y))
    aside = type_.unit * 11
    pill.moveLeft(x + aside)
    if pill.right() > sheet.time.right:
        pill.moveRight(x - aside)
    _paint_pill(painter, sheet, pill, words)


def _paint_day(painter: QPainter, sheet: Sheet, day: date, x: float) -> None:
    """Paint the day in words over the axis, with its markers where they have room."""
    type_ = sheet.type
    words = _named(sheet, day, sheet.rect.width() - type_.line * 0.8)
    width = type_.on_strong.horizontalAdvance(words) + type_.line * 0.8
    pill = QRectF(0, sheet.axis_top, width, type_.line * 1.02)
    rightmost = max(sheet.time.right + type_.line * 0.4, sheet.rect.left() + width)
    pill.moveLeft(max(sheet.rect.left(), min(x - width / 2, rightmost - width)))
    _clear_axis(painter, sheet, pill)
    _paint_pill(painter, sheet, pill, words)


def _named(sheet: Sheet, day: date, room: float) -> str:
    locale, metrics = QLocale(), sheet.type.on_strong
    name = long_day(day, locale)
    if metrics.horizontalAdvance(name) > room:
        name = short_day(day, locale)
    marked = next((marker.words for marker in sheet.markers if marker.day == day), "")
    whole = f"{name} · {marked}" if marked else name
    return metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)


def _clear_axis(painter: QPainter, sheet: Sheet, pill: QRectF) -> None:
    """Take away the dates that the pill would cover in part."""
    gap = sheet.type.line * 0.2
    for label in sheet.axis.labels:
        room = QRectF(label.left - gap, pill.top(), label.width + 2 * gap, pill.height())
        if label.row == 0 and room.intersects(pill):
            painter.fillRect(room, QColor(sheet.look.card))


def _paint_pill(painter: QPainter, sheet: Sheet, pill: QRectF, words: str) -> None:
    type_, look = sheet.type, sheet.look
    painter.setPen(QPen(QColor(look.hairline), type_.unit))
    painter.setBrush(QColor(look.card))
    painter.drawRoundedRect(pill, type_.unit * 4, type_.unit * 4)
    width = type_.on_strong.horizontalAdvance(words)
    base = pill.center().y() + type_.on_strong.capHeight() / 2
    write(painter, type_.strong, look.text, QPointF(pill.center().x() - width / 2, base), words)
