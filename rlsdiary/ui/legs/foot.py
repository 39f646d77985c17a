"""The foot of “Legs now”: what was kept and when, undo, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rlsdiary.ui.legs.button import TARGET, BigButton
from rlsdiary.ui.legs.night import large_font, side_font, soft_palette
from rlsdiary.ui.legs.state import LegsState
from rlsdiary.words import tr

_GAP = 16
_BETWEEN = "    "


class Foot(QWidget):
    """Says what was kept, the newest large; holds the buttons that undo and leave."""

    outgrown = Signal()
    """There is more, or less, to say than before: the height is to be shared anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.undo = BigButton("undo", tr("&Undo"), self)
        self.leave = BigButton("leave", tr("&Leave"), self, tr("Leave, back to the diary"))
        self._newest = OneLine(self)
        self._earlier = OneLine(self)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        for label in (self._earlier, self._said):
            label.setPalette(soft_palette())
        self._arrange()
        self.show_state(LegsState())

    @property
    def words(self) -> tuple[str, ...]:
        """What is to be read: what was kept last, and what is said below it."""
        labels = (self._newest, self._earlier, self._said)
        return tuple(label.accessibleName() for label in labels if not label.isHidden())

    def show_state(self, state: LegsState) -> None:
        """Show what was kept."""
        self._newest.say(state.newest)
        self._earlier.say(_BETWEEN.join(state.earlier))
        self.say("" if state.newest else tr("What you press is kept here with its time."))
        # It keeps its place, so that nothing moves below a finger.
        self.undo.setEnabled(bool(state.undo_name))
        self.undo.setAccessibleName(state.undo_name or tr("Undo"))

    def say(self, words: str) -> None:
        """Say something in place of what was kept earlier; "" shows that again."""
        self._said.setText(words)
        self._said.setAccessibleName(words)
        self._said.setVisible(bool(words))
        self._earlier.setVisible(not words and bool(self._earlier.words))
        self._newest.setVisible(bool(self._newest.words))
        if self._width and self._height() != self.height():
            self.outgrown.emit()

    def fit(self, points: float, width: int) -> None:
        """Write the buttons and what was kept last in ``points``."""
        self._newest.setFont(large_font(points, QFont.Weight.DemiBold))
        for label in (self._earlier, self._said):
            label.setFont(side_font(points))
        for button in (self.undo, self.leave):
            button.setFont(large_font(points, QFont.Weight.Medium))
            button.setFixedSize(button.sizeHint().width() + _GAP, TARGET)
        self._width = width
        self.setFixedHeight(self._height())

    def _height(self) -> int:
        """Return the height of two lines, or more where there is much to say."""
        taken = self.undo.width() + self.leave.width() + 2 * _GAP
        room = max(1, self._width - taken)
        second = self._earlier.fontMetrics().height()
        if not self._said.isHidden():
            second = max(second, self._said.heightForWidth(room))
        first = 0 if self._newest.isHidden() else self._newest.fontMetrics().height()
        two_lines = self._newest.fontMetrics().height() + self._earlier.fontMetrics().height()
        return max(TARGET, two_lines, first + second)

    _width = 0

    def _arrange(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        for label in (self._newest, self._earlier, self._said):
            said.addWidget(label)
        said.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(_GAP)
        whole.addWidget(self.undo)
        whole.addLayout(said, 1)
        whole.addWidget(self.leave)


class OneLine(QLabel):
    """Words on one line; where they are longer, their end is what stays in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)

    def say(self, words: str) -> None:
        """Show other words."""
        self.words = words
        self.setAccessibleName(words)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(self.words, Qt.TextElideMode.ElideLeft, self.width()))

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
