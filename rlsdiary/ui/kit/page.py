"""A screen of cards: a heading, and below it a column that scrolls and stays readable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rlsdiary.ui.kit.heading import Heading
from rlsdiary.ui.kit.theme import space, text_percent

_WIDEST = 880


class CardPage(QWidget):
    """A column of cards, never wider than one reads with ease."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._heading = Heading(title, 1, self)
        self.page = QWidget(self)
        self._column = QVBoxLayout(self.page)
        self._column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.page)
        whole = QVBoxLayout(self)
        whole.setSpacing(0)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._heading)
        whole.addWidget(self._scroll, 1)
        self._fit()

    def add_card(self, card: QWidget) -> None:
        """Append a card to the column."""
        self._column.insertWidget(self._column.count() - 1, card)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to ``widget``, which may just have appeared."""
        self._column.activate()
        self._scroll.ensureWidgetVisible(widget, 0, space(16))

    def _fit(self) -> None:
        widest = round(_WIDEST * (1 + (text_percent() / 100 - 1) * 0.7))
        side = space(32) if self.width() > _WIDEST else space(12)
        free = max(0, self.width() - 2 * side - widest)
        self._column.setSpacing(space(16))
        self._column.setContentsMargins(side, space(8), side + free, space(24))
        self._heading.setContentsMargins(side + space(8), space(16), side + free, space(8))

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, 760)
