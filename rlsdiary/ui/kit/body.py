"""A question answered by pointing at a drawn body, front and back, left and right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QWidget

from rlsdiary.domain.body import LEFT, RIGHT, body_words, joined, places_of
from rlsdiary.ui.kit.colours import border, hover, mix, soft_words
from rlsdiary.ui.kit.figure import BACK, FRONT, HEIGHT, WIDTH, head, part, region_at
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import current_look, space, target
from rlsdiary.words import tr

VIEWS = (FRONT, BACK)
ELSEWHERE = 2
"""The cell for what is no part of the figure."""
_COLUMNS = ((FRONT, RIGHT), (FRONT, LEFT), (BACK, LEFT), (BACK, RIGHT))
"""As they lie from left to right: from the front, the person's right comes first."""
_DOWN = ("trunk", "upper-arm", "forearm", "hand", "hip", "thigh", "calf", "foot", "other")
_LINES = 13.5  # height of a figure in lines of text
_LETTERS = {"a": "upper-arm", "f": "foot", "l": "calf", "t": "thigh", "h": "hip"}


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the keys are: a column of the two figures, and a region from the top down."""

    column: int = 0
    row: int = _DOWN.index("calf")

    @property
    def region(self) -> str:
        return _DOWN[self.row]

    @property
    def side(self) -> str:
        return _COLUMNS[self.column][1]

    @property
    def place(self) -> str:
        return f"{self.region}.{self.side}"


class BodyRow(AnswerRow):
    """Where it was felt; the value is the places by comma ("calf.left,calf.right").

    A click turns a place on or off. Arrows go from place to place, Space turns it, b turns both
    sides; a, t, l, f and h go to arms, thighs, lower legs, feet and hips.
    """

    def __init__(self, label: str, parent: QWidget | None) -> None:
        self._spot = _Spot()
        self._shows_spot = False
        self._pointed: tuple[str, str] | None = None
        super().__init__(label, parent)

    def view_point(self, view: str, region: str, side: str) -> QPointF:
        """Return the middle of a region on the row, for those who point."""
        box = self._plan(self.width()).cells[VIEWS.index(view)]
        return self._turn(box).map(part(view, region, side)).boundingRect().center()

    # --- keys and clicks

    def _in_words(self) -> str:
        return body_words(self._value)

    def _places(self) -> frozenset[str]:
        return places_of(self._value)

    def _turn_places(self, *places: str) -> None:
        """Turn places on; where all are on already, off."""
        now = self._places()
        kept = now - set(places) if set(places) <= now else now | set(places)
        self._give(joined(kept) or None)

    def _cell_clicked(self, index: int) -> None:
        if index == ELSEWHERE:
            self._turn_places(f"other.{LEFT}", f"other.{RIGHT}")

    def _take_key(self, key: int, text: str) -> bool:
        letter = text.lower()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._go_to(_Spot((self._spot.column + step) % len(_COLUMNS), self._spot.row))
        elif key == Qt.Key.Key_Down and self._spot.row < len(_DOWN) - 1:
            self._go_to(_Spot(self._spot.column, self._spot.row + 1))
        elif key == Qt.Key.Key_Up and self._spot.row > 0:
            self._go_to(_Spot(self._spot.column, self._spot.row - 1))
        elif key == Qt.Key.Key_Space:
            self._turn_spot(both=self._spot.region == "other")
        elif letter == "b":
            self._turn_spot(both=True)
        elif letter in _LETTERS:
            self._go_to(_Spot(self._spot.column, _DOWN.index(_LETTERS[letter])))
        else:
            return False
        return True

    def _go_to(self, spot: _Spot) -> None:
        self._spot, self._shows_spot = spot, True
        self._describe()
        self._announce()
        self.update()

    def _turn_spot(self, *, both: bool) -> None:
        self._shows_spot = True
        sides = (LEFT, RIGHT) if both else (self._spot.side,)
        self._turn_places(*(f"{self._spot.region}.{side}" for side in sides))
        self.update()

    def _describe(self) -> None:
        super()._describe()
        if self._shows_spot:
            told = self.accessibleDescription()
            here = tr("at: {place}").format(place=body_words(self._spot.place))
            self.setAccessibleDescription(f"{told}, {here}")

    def _forget_typing(self) -> None:
        self._shows_spot = False

    # --- what it looks like

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        height = round(self._fonts.body_metrics.height() * _LINES)
        width = round(height * WIDTH / HEIGHT)
        words = self._fonts.small_metrics.height()
        gap = space(24)
        if 2 * width + gap > room:
            width = max(24, (room - space(8)) // 2)
            height, gap = round(width * HEIGHT / WIDTH), space(8)
        front = QRect(0, 0, width, height + words)
        back = front.translated(width + gap, 0)
        wide = self._fonts.bold_metrics.horizontalAdvance(tr("elsewhere")) + 2 * space(12)
        elsewhere = QRect(0, front.height() + space(8), min(wide, room), target())
        beside = back.right() + 1 + gap
        if beside + wide <= room:
            elsewhere = QRect(beside, height - target(), wide, target())
        return front, back, elsewhere

    def _turn(self, box: QRect) -> QTransform:
        """Return how the figure lies in its cell, above its words."""
        height = box.height() - self._fonts.small_metrics.height()
        turn = QTransform.fromTranslate(box.x(), box.y())
        turn.scale(box.width() / WIDTH, height / HEIGHT)
        return turn

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        look = current_look()
        if index == ELSEWHERE:
            chosen = any(place.startswith("other.") for place in self._places())
            at = self._shows_spot and self._shows_focus() and self._spot.region == "other"
            state = CellState(chosen, state.hovered or at, state.pressed)
            colour = cell_box(painter, box, look, state)
            cell_words(painter, box, tr("elsewhere"), colour, bold=chosen)
            return
        view, turn = VIEWS[index], self._turn(box)
        painter.setPen(QPen(border(look), 1.2))
        painter.setBrush(mix(look.card, look.hairline, 0.35))
        painter.drawPath(turn.map(head()))
        for region in _DOWN[:-1]:
            for side in (LEFT, RIGHT):
                self._paint_part(painter, view, region, side, turn)
        self._paint_words(painter, view, box)

    def _paint_part(
        self, painter: QPainter, view: str, region: str, side: str, turn: QTransform
    ) -> None:
        look = current_look()
        outline = turn.map(part(view, region, side))
        chosen = f"{region}.{side}" in self._places()
        pointed = self._pointed == (region, side)
        fill = mix(look.card, look.hairline, 0.35)
        if chosen:
            fill = mix(look.card, look.accent, 0.55)
        elif pointed:
            fill = hover(look)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(look.accent) if chosen or pointed else border(look), 1.2))
        painter.drawPath(outline)
        if chosen:
            self._hatch(painter, outline)
        at = self._spot.region == region and _COLUMNS[self._spot.column] == (view, side)
        if at and self._shows_spot and self._shows_focus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.text), 2.4))
            painter.drawPath(outline)

    def _hatch(self, painter: QPainter, outline: QPainterPath) -> None:
        """Hatch a chosen part: its fill alone may not be told from the others."""
        look, box = current_look(), outline.boundingRect()
        painter.save()
        painter.setClipPath(outline)
        painter.setPen(QPen(QColor(look.text), 1.0))
        step = max(4.0, self._fonts.body_metrics.height() / 3.5)
        x = box.left() - box.height()
        while x < box.right():
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
            x += step
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.accent), 2.2))
        painter.drawPath(outline)

    def _paint_words(self, painter: QPainter, view: str, box: QRect) -> None:
        """Name the view in the middle, and the person's sides at both ends where there is room."""
        look = current_look()
        painter.setFont(self._fonts.small)
        painter.setPen(soft_words(look))
        foot = QRectF(box)
        foot.setTop(box.bottom() + 1 - self._fonts.small_metrics.height())
        name = tr("front") if view == FRONT else tr("back")
        ends = (tr("R"), tr("L")) if view == FRONT else (tr("L"), tr("R"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, name)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, ends[0])
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, ends[1])
        painter.setFont(self._fonts.body)

    def _below_words(self) -> str:
        return self._problem or ("" if self._value is None else self._in_words())

    def _give(self, value: object) -> None:
        super()._give(value)
        self._arrange_anew()

    def _value_shown(self) -> None:
        super()._value_shown()
        self._arrange_anew()

    # --- the pointer

    def _part_at(self, at: QPointF) -> tuple[str, str] | None:
        for view, box in zip(VIEWS, self._plan(self.width()).cells, strict=False):
            if QRectF(box).contains(at):
                back, _ok = self._turn(box).inverted()
                return region_at(view, back.map(at))
        return None

    # --- Qt's own

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        pointed = self._part_at(event.position())
        if pointed != self._pointed:
            self._pointed = pointed
            self.setToolTip(body_words(".".join(pointed)) if pointed else "")
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed = self._pressed
        super().mouseReleaseEvent(event)
        found = self._part_at(event.position())
        if pressed in (0, 1) and found is not None:
            self._turn_places(".".join(found))

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed = None
        super().leaveEvent(event)
