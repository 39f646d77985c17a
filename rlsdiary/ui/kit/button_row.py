"""Buttons side by side, on a second line where the first is full."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.geometry import bottom, flow_sizes
from rlsdiary.ui.kit.theme import space, target

_NARROWEST = 6


class ButtonRow(QWidget):
    """Holds buttons of their own width; the words of quiet ones align with what is above."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[QuietButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, button: QuietButton) -> None:
        """Append a button."""
        button.setParent(self)
        self._buttons.append(button)
        self.updateGeometry()

    def last(self) -> QuietButton:
        """Return the last button."""
        return self._buttons[-1]

    def fit(self) -> None:
        """Lay out anew: a button came, went or has other words."""
        self.updateGeometry()
        self._place()

    def _shown(self) -> list[QuietButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _boxes(self, width: int) -> tuple[QRect, ...]:
        sides = self.contentsMargins()
        room = max(1, width - sides.left() - sides.right())
        sizes = []
        for button in self._shown():
            size = button.sizeHint()
            fits = size.width() <= room
            sizes.append(size if fits else QSize(room, button.height_in(room)))
        return flow_sizes(sizes, space(4), room)

    def _place(self) -> None:
        sides = self.contentsMargins()
        hang = 0
        for button, box in zip(self._shown(), self._boxes(self.width()), strict=True):
            if box.x() == 0:
                hang = min(sides.left(), button.hang())
            button.setGeometry(box.translated(sides.left() - hang, sides.top()))

    # --- Qt's own

    def sizeHint(self) -> QSize:
        sides = self.contentsMargins()
        widths = [button.sizeHint().width() for button in self._shown()]
        wide = sum(widths) + space(4) * max(0, len(widths) - 1)
        return QSize(wide + sides.left() + sides.right(), target() + sides.top() + sides.bottom())

    def minimumSizeHint(self) -> QSize:
        sides = self.contentsMargins()
        widest = max((button.sizeHint().width() for button in self._shown()), default=0)
        narrow = min(widest, _NARROWEST * target())  # words that are longer wrap
        return QSize(narrow + sides.left() + sides.right(), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        sides = self.contentsMargins()
        return bottom(self._boxes(width)) + sides.top() + sides.bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()
