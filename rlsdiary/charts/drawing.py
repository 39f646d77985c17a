"""Paints a sheet on any painter: the one drawing code of window, picture file and paper."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from rlsdiary.charts.brush import (
    colour_of,
    mixed,
    paint_marks,
    paint_median,
    shape_of,
    stamp,
)
from rlsdiary.charts.markers import PlacedMarker
from rlsdiary.charts.marks import median_days
from rlsdiary.charts.picture import PanelKind, number_text
from rlsdiary.charts.sheet import MARKER_LINES, TITLE_LINES, Frame, Sheet, mark_room
from rlsdiary.charts.titles import fitting, nothing_words
from rlsdiary.words import tr

CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """Paint everything but the ground: grid, marks, lines, words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if sheet.is_empty:
        _paint_sentence(painter, sheet)
        return
    loud = [frame for frame in sheet.frames if not frame.quiet]
    for frame in loud:
        _paint_grid(painter, sheet, frame)
    for marker in sheet.markers:
        _paint_marker(painter, sheet, marker)
    for marker in sheet.markers:  # a line of one marker never runs through the words of another
        _paint_marker_words(painter, sheet, marker)
    for frame in loud:
        _paint_data(painter, sheet, frame)
        _paint_newest(painter, sheet, frame)
    for frame in sheet.frames:
        _paint_title(painter, sheet, frame)
    _paint_axis(painter, sheet)
    _paint_note(painter, sheet)


def empty_words() -> str:
    """Return the sentence that stands in place of an empty chart."""
    return tr("Nothing is recorded yet. What you answer under Today will appear here.")


def write(painter: QPainter, font: QFont, colour: str, at: QPointF, text: str) -> None:
    """Write ``text`` with its base line beginning at ``at``."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(at, text)


def _paint_sentence(painter: QPainter, sheet: Sheet) -> None:
    painter.setFont(sheet.type.body)
    painter.setPen(QColor(sheet.look.soft_text))
    margin = sheet.rect.width() * 0.1
    room = sheet.rect.adjusted(margin, 0, -margin, 0)
    painter.drawText(room, int(CENTRE), empty_words())


def _paint_grid(painter: QPainter, sheet: Sheet, frame: Frame) -> None:
    unit, time = sheet.type.unit, sheet.time
    top, bottom = frame.band_top, frame.band.bottom
    hairline = QPen(QColor(mixed(sheet.look.hairline, sheet.look.card, 0.75)), unit)
    strong = QPen(QColor(sheet.look.hairline), unit * 1.8)
    for tick in sheet.axis.ticks:
        painter.setPen(strong if tick.strong else hairline)
        painter.drawLine(QLineF(tick.x, top, tick.x, bottom))
    for value in _shown_ticks(sheet, frame):
        y = bottom - frame.band.values.share_of(value) * frame.band.height
        painter.setPen(strong if value == 0 else hairline)
        painter.drawLine(QLineF(time.left, y, time.right, y))
        words = number_text(value)
        width = sheet.type.on_body.horizontalAdvance(words)
        left = time.left - sheet.type.line * 0.45 - width
        at = QPointF(left, y + _middle(sheet.type.on_body))
        write(painter, sheet.type.body, sheet.look.soft_text, at, words)


def _shown_ticks(sheet: Sheet, frame: Frame) -> tuple[float, ...]:
    ticks = frame.band.values.ticks
    if len(ticks) < 2:
        return ticks
    has_room = frame.band.height >= sheet.type.line * (len(ticks) - 1) * 1.1
    return ticks if has_room else (ticks[0], ticks[-1])


def _middle(metrics: QFontMetricsF) -> float:
    """How far the base line lies below the middle of digits and capitals."""
    return metrics.capHeight() / 2


def _paint_data(painter: QPainter, sheet: Sheet, frame: Frame) -> None:
    unit, time, panel = sheet.type.unit, sheet.time, frame.panel
    if frame.newest is None:
        _paint_nothing(painter, sheet, frame)
        return
    paint_marks(painter, panel, frame.band, sheet.look, unit)
    if panel.kind is PanelKind.RATING:
        days = median_days(time.last - time.first)
        paint_median(painter, panel, frame.band, sheet.look, unit, days)


def _paint_nothing(painter: QPainter, sheet: Sheet, frame: Frame) -> None:
    """Say in the middle of a panel that no day in sight has a value."""
    type_ = sheet.type
    words = fitting(nothing_words(), sheet.time.width, type_)
    width = type_.on_small.horizontalAdvance(words)
    middle = QPointF(
        sheet.time.left + (sheet.time.width - width) / 2,
        frame.band.bottom - frame.band.height / 2 + _middle(type_.on_small),
    )
    pad = type_.line * 0.4
    ground = QRectF(middle.x() - pad, middle.y() - type_.line, width + 2 * pad, 0)
    ground.setHeight(type_.line * 1.4)
    painter.fillRect(ground, QColor(sheet.look.card))
    write(painter, type_.small, sheet.look.soft_text, middle, words)


def _paint_title(painter: QPainter, sheet: Sheet, frame: Frame) -> None:
    """Name the panel above its values: its mark, its title, then what the axis means."""
    type_, panel, title = sheet.type, frame.panel, frame.title
    base = frame.top + (type_.line * TITLE_LINES - type_.line) / 2 + type_.on_strong.ascent()
    colour = colour_of(panel, sheet.look)
    if title.mark:
        middle = sheet.time.left + title.mark / 2, base - type_.on_strong.capHeight() / 2
        stamp(painter, np.array([middle]), shape_of(panel), title.mark, colour)
    write(painter, type_.strong, colour, QPointF(title.left, base), title.text)
    write(painter, type_.small, sheet.look.soft_text, QPointF(title.soft_left, base), title.soft)


def _paint_marker(painter: QPainter, sheet: Sheet, marker: PlacedMarker) -> None:
    """Draw the line of a day that has markers, up to their words."""
    type_, look = sheet.type, sheet.look
    pen = QPen(QColor(look.soft_text), type_.unit * 1.2, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4.0, 2.5])
    painter.setPen(pen)
    height = type_.small_line * MARKER_LINES
    top = sheet.frames[0].top
    if marker.label and marker.row:
        painter.drawLine(QLineF(marker.x, top - marker.row * height, marker.x, top))
    room = mark_room(type_)
    for frame in sheet.frames:  # the line spares the words between the panels
        covered = marker.x < frame.title.right + type_.line * 0.3
        if covered and frame.quiet:
            continue
        start = frame.band_top - room if covered else frame.top
        painter.drawLine(QLineF(marker.x, start, marker.x, frame.bottom))


def _paint_marker_words(painter: QPainter, sheet: Sheet, marker: PlacedMarker) -> None:
    """Write the words of a day's markers above all panels."""
    if not marker.label:
        return
    type_, look = sheet.type, sheet.look
    rows = (marker.row + 1) * type_.small_line * MARKER_LINES
    base = sheet.frames[0].top - rows + type_.on_small.ascent()
    ground = QRectF(marker.left, base - type_.on_small.ascent(), 0, type_.small_line)
    ground.setWidth(type_.on_small.horizontalAdvance(marker.label))
    painter.fillRect(ground, QColor(look.card))
    write(painter, type_.small, look.text, QPointF(marker.left, base), marker.label)


def _paint_newest(painter: QPainter, sheet: Sheet, frame: Frame) -> None:
    """Name the newest value at the right, at its own height where there is room."""
    newest, type_ = frame.newest, sheet.type
    if newest is None:
        return
    height = type_.on_strong.capHeight() + type_.small_line
    lowest = frame.band.bottom + mark_room(type_) - height
    highest = frame.top + type_.line * TITLE_LINES
    y = frame.band.bottom - frame.band.values.share_of(newest.number) * frame.band.height
    top = max(highest, min(y - type_.on_strong.capHeight() / 2, lowest))
    x = sheet.time.right + type_.line * 0.6
    at = QPointF(x, top + type_.on_strong.capHeight())
    soft = sheet.look.soft_text
    font, colour = type_.body, soft
    if newest.is_current:
        font, colour = type_.strong, colour_of(frame.panel, sheet.look)
    write(painter, font, colour, at, newest.value)
    write(painter, type_.small, soft, at + QPointF(0, type_.small_line), newest.day)


def _paint_axis(painter: QPainter, sheet: Sheet) -> None:
    """Write days above months, or months above years; where these meet stands a line."""
    type_, axis = sheet.type, sheet.axis
    has_two = any(label.row for label in axis.labels)
    if has_two:
        painter.setPen(QPen(QColor(sheet.look.hairline), type_.unit * 1.8))
        foot = sheet.axis_top + type_.line * 2.1
        for x in axis.borders:
            painter.drawLine(QLineF(x, foot - type_.line * 0.9, x, foot))
    for label in axis.labels:
        base = sheet.axis_top + type_.on_body.ascent() + label.row * type_.line * 1.05
        colour = sheet.look.text if label.row or not has_two else sheet.look.soft_text
        write(painter, type_.body, colour, QPointF(label.left, base), label.text)


def _paint_note(painter: QPainter, sheet: Sheet) -> None:
    type_ = sheet.type
    bottom = sheet.rect.bottom() - len(sheet.note) * type_.small_line
    for row, line in enumerate(sheet.note):
        base = bottom + row * type_.small_line + type_.on_small.ascent()
        write(painter, type_.small, sheet.look.soft_text, QPointF(sheet.time.left, base), line)
