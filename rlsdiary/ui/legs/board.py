"""The board of huge buttons: 0 to 10, better now, and what is done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from rlsdiary.domain.moments import HIGHEST, MEASURES
from rlsdiary.ui.kit.theme import body_font
from rlsdiary.ui.legs.button import BigButton
from rlsdiary.ui.legs.night import large_font, side_font, soft_palette, word_sizes
from rlsdiary.ui.legs.plan import GAP, BoardPlan, Letters, board_plan
from rlsdiary.words import mark, tr

BETTER = "better"
LABELS = {
    "walking": mark("&Walking"),
    "stretching": mark("&Stretching"),
    "rubbing": mark("&Rubbing"),
    "bath": mark("Bath or s&hower"),
    "cold": mark("&Cold"),
    "compression": mark("Com&pression"),
    "distraction": mark("&Distraction"),
    "medicine": mark("&Medicine"),
}
"""What stands on each measure; the letter behind & is its key."""
_WIDEST = 1180
_NUMBER_SHARE = 0.54  # of the shorter side of its button


class Board(QWidget):
    """All buttons of the screen but undo and leave; says which one was pressed."""

    pressed = Signal(str)
    """The key of a button: “0” to “10”, “better”, or a measure."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._question = QLabel(tr("How strong is it now?"), self)
        # Both lie in one box, one at its left and one at its right.
        self._ends = QLabel(tr("0 none"), self), QLabel(tr("10 the worst I can imagine"), self)
        self._ends[1].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._doing = QLabel(tr("What I am doing about it"), self)
        self._numbers = tuple(self._made_number(n) for n in range(HIGHEST + 1))
        self._better = BigButton(BETTER, tr("&Better now"), self)
        self._measures = tuple(BigButton(key, tr(LABELS[key]), self) for key, _w in MEASURES)
        for label in self._labels:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setPalette(soft_palette())
        for button in self.buttons:
            button.clicked.connect(self._was_pressed)

    @property
    def _labels(self) -> tuple[QLabel, ...]:
        return self._question, *self._ends, self._doing

    @property
    def buttons(self) -> tuple[BigButton, ...]:
        """Every button, in the order of Tab."""
        return (*self._numbers, self._better, *self._measures)

    def button(self, key: str) -> BigButton:
        """Return a button by its key."""
        return next(button for button in self.buttons if button.key == key)

    def show_newest(self, key: str) -> None:
        """Let the button ``key`` stand out as the one pressed last; "" lets none."""
        for button in self.buttons:
            button.set_newest(button.key == key)

    def fit(self, room: QSize) -> float:
        """Arrange everything for ``room`` and return the points of its words.

        The board is as high as it must be: where that is more than the room, it scrolls.
        """
        width = min(_WIDEST, room.width())
        sizes = word_sizes()
        index, plan = board_plan(width, room.height(), [self._letters(size) for size in sizes])
        left = (room.width() - width) // 2
        top = max(0, room.height() - plan.height) // 2
        self.resize(room.width(), max(room.height(), plan.height))
        self._place(plan, QPoint(left, top))
        self._letter(sizes[index])
        return sizes[index]

    def _place(self, plan: BoardPlan, by: QPoint) -> None:
        pairs: list[tuple[QWidget, QRect]] = [
            (self._question, plan.question),
            *((label, plan.ends) for label in self._ends),
            (self._better, plan.better),
            (self._doing, plan.doing),
            *zip(self._numbers, plan.numbers, strict=True),
            *zip(self._measures, plan.measures, strict=True),
        ]
        for widget, box in pairs:
            widget.setVisible(not box.isEmpty())
            widget.setGeometry(box.translated(by))

    def _letter(self, points: float) -> None:
        for label in self._labels:
            label.setFont(side_font(points))
        for button in (self._better, *self._measures):
            button.setFont(large_font(points, QFont.Weight.Medium))
        side = min(min(b.width(), b.height()) for b in self._numbers)
        figure = body_font(QFont.Weight.Medium)
        figure.setPixelSize(round(side * _NUMBER_SHARE))
        for button in self._numbers:
            button.setFont(figure)

    def _letters(self, points: float) -> Letters:
        words = QFontMetrics(large_font(points, QFont.Weight.Medium))
        heading = QFontMetrics(side_font(points))
        return Letters(
            line=words.lineSpacing(),
            heading=round(heading.height() * 1.25),
            question=heading.horizontalAdvance(self._question.text()),
            ends=sum(heading.horizontalAdvance(label.text()) for label in self._ends) + 3 * GAP,
            measures=tuple(_widths(words, button.words) for button in self._measures),
        )

    def _made_number(self, number: int) -> BigButton:
        ends = {0: tr("none"), HIGHEST: tr("the worst I can imagine")}
        name = tr("{number} of 10").format(number=number)
        name = ", ".join(part for part in (name, ends.get(number, "")) if part)
        return BigButton(str(number), str(number), self, name)

    def _was_pressed(self) -> None:
        sender = self.sender()
        assert isinstance(sender, BigButton)  # noqa: S101 - only our buttons are connected here
        self.pressed.emit(sender.key)


def _widths(metrics: QFontMetrics, words: str) -> tuple[int, int]:
    parts: Sequence[str] = words.split()
    return max(map(metrics.horizontalAdvance, parts)), metrics.horizontalAdvance(words)
