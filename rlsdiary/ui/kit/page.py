"""A screen of cards: a line on top, and below it a column that scrolls and stays readable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from rlsdiary.ui.kit.heading import Heading
from rlsdiary.ui.kit.scroll import BAR, CalmScroll
from rlsdiary.ui.kit.theme import space, text_percent

_WIDEST = 960
_ROOMY = 760
_GAP, _FOOT = 16, 24


def page_side(width: int) -> int:
    """Return the pixels left and right of what a screen ``width`` pixels wide holds."""
    return 24 if width >= _ROOMY else BAR


class CardColumn(QWidget):
    """A line on top and a column of cards, never wider than one reads with ease.

    The scroll bar stands in the margin beside the cards, so that what is on top ends where
    they do.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.page = QWidget(self)
        self._column = QVBoxLayout(self.page)
        self._column.setSpacing(_GAP)
        self._column.addStretch(1)
        self._scroll = CalmScroll(self.page, self)
        self._top = QVBoxLayout()
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self._whole.addLayout(self._top)
        self._whole.addWidget(self._scroll, 1)

    def add_card(self, card: QWidget) -> None:
        """Append a card to the column."""
        self._column.insertWidget(self._column.count() - 1, card)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to ``widget``, which may just have appeared."""
        self._column.activate()
        self._scroll.ensureWidgetVisible(widget, 0, space(16))

    def _set_top(self, top: QWidget | QLayout) -> None:
        """Put ``top`` above the column."""
        if isinstance(top, QLayout):
            self._top.addLayout(top)
        else:
            self._top.addWidget(top)

    def _fit(self) -> None:
        widest = round(_WIDEST * (1 + (text_percent() / 100 - 1) * 0.7))
        side = page_side(self.width())
        free = max(0, self.width() - 2 * side - widest)
        self._whole.setContentsMargins(0, space(16), free, 0)
        self._top.setContentsMargins(side, 0, side, space(8))
        self._column.setContentsMargins(side, space(4), side - BAR, _FOOT)

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll also where the pointer is beside the column."""
        self._scroll.verticalScrollBar().event(event)

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, 760)


class CardPage(CardColumn):
    """A column of cards below a title."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._heading = Heading(title, 1, self)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._set_top(self._heading)
        self._fit()

    # --- Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keys at the title: Tab goes on, and a key too early does nothing."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self._heading.setFocus(Qt.FocusReason.OtherFocusReason)
