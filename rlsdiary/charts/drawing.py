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
from rlsdiary.charts.marks import median_days
from rlsdiary.charts.picture import Panel, PanelKind, number_text
from rlsdiary.charts.sheet import TITLE_LINES, Frame, Sheet, mark_room
from rlsdiary.words import tr

CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """Paint everything but the ground: grid, marks, lines, words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if sheet.is_empty:
        _paint_sentence(painter, sheet)
        return
    for frame in sheet.frames:
        _paint_grid(painter, sheet, frame)
    for frame in sheet.frames:
        _paint_data(painter, sheet, frame)
        _paint_title(painter, sheet, frame)
        _paint_newest(painter, sheet, frame)
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
    words = tr("nothing recorded in this time")
    width = sheet.type.on_body.horizontalAdvance(words)
    middle = QPointF(
        sheet.time.left + (sheet.time.width - width) / 2,
        frame.band.bottom - frame.band.height / 2 + _middle(sheet.type.on_body),
    )
    pad = sheet.type.line * 0.4
    ground = QRectF(middle.x() - pad, middle.y() - sheet.type.line, width + 2 * pad, 0)
    ground.setHeight(sheet.type.line * 1.4)
    painter.fillRect(ground, QColor(sheet.look.card))
    write(painter, sheet.type.body, sheet.look.soft_text, middle, words)


def _paint_title(painter: QPainter, sheet: Sheet, frame: Frame) -> None:
    """Name the panel above its values: its mark, its title, then what the axis means."""
    type_, panel = sheet.type, frame.panel
    base = frame.top + (type_.line * TITLE_LINES - type_.line) / 2 + type_.on_strong.ascent()
    x, limit = sheet.time.left, sheet.rect.right()
    colour = colour_of(panel, sheet.look)
    size = type_.on_strong.capHeight() * 0.9
    if panel.kind is PanelKind.RATING:
        stamp(
            painter,
            np.array([[x + size / 2, base - type_.on_strong.capHeight() / 2]]),
            shape_of(panel),
            size,
            colour,
        )
        x += size + type_.line * 0.35
    title = type_.on_strong.elidedText(panel.title, Qt.TextElideMode.ElideRight, limit - x)
    write(painter, type_.strong, colour, QPointF(x, base), title)
    x += type_.on_strong.horizontalAdvance(title) + type_.line * 0.5
    meaning = next((w for w in meanings(panel) if _fits(sheet, w, limit - x)), "")
    write(painter, type_.small, sheet.look.soft_text, QPointF(x, base), meaning)


def meanings(panel: Panel) -> tuple[str, ...]:
    """Return what the axis of a panel means, from long to short."""
    if panel.unit:
        return (panel.unit,)
    if panel.high is None:
        return ()
    high = number_text(panel.high)
    short = tr("0 to {high}").format(high=high)
    if not (panel.low_words and panel.high_words):
        return (short,)
    words = tr("0 {low_words} – {high} {high_words}")
    return (
        words.format(low_words=panel.low_words, high=high, high_words=panel.high_words),
        short,
    )


def _fits(sheet: Sheet, words: str, room: float) -> bool:
    return sheet.type.on_small.horizontalAdvance(words) <= room


def _paint_newest(painter: QPainter, sheet: Sheet, frame: Frame) -> None:
    """Name the newest value at the right, at its own height where there is room."""
    newest, type_ = frame.newest, sheet.type
    if newest is None:
        return
    height = type_.on_strong.capHeight() + type_.small_line
    lowest = frame.band.bottom + mark_room(type_) - height
    highest = frame.top + type_.line * TITLE_LINES
    top = max(highest, min(newest.y - type_.on_strong.capHeight() / 2, lowest))
    x = sheet.time.right + type_.line * 0.6
    base = top + type_.on_strong.capHeight()
    write(painter, type_.strong, colour_of(frame.panel, sheet.look), QPointF(x, base), newest.value)
    base += type_.small_line
    write(painter, type_.small, sheet.look.soft_text, QPointF(x, base), newest.day)


def _paint_axis(painter: QPainter, sheet: Sheet) -> None:
    type_ = sheet.type
    has_two = any(label.row for label in sheet.axis.labels)
    for label in sheet.axis.labels:
        base = sheet.axis_top + type_.on_body.ascent() + label.row * type_.line * 1.05
        font, colour = (
            (type_.strong, sheet.look.text) if label.row else (type_.body, sheet.look.soft_text)
        )
        if not has_two:
            colour = sheet.look.text
        write(painter, font, colour, QPointF(label.left, base), label.text)


def _paint_note(painter: QPainter, sheet: Sheet) -> None:
    type_ = sheet.type
    bottom = sheet.rect.bottom() - len(sheet.note) * type_.small_line
    for row, line in enumerate(sheet.note):
        base = bottom + row * type_.small_line + type_.on_small.ascent()
        write(painter, type_.small, sheet.look.soft_text, QPointF(sheet.time.left, base), line)
