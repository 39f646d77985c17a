"""Buttons: a quiet one for wishes by the way, and the main one of a screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rlsdiary.ui.kit.colours import border, soft_words
from rlsdiary.ui.kit.icons import pixmap
from rlsdiary.ui.kit.paint import CellState, cell_box, focus_ring
from rlsdiary.ui.kit.theme import body_font, current_look, space, target

_TEXT = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextShowMnemonic.value


class QuietButton(QPushButton):
    """A flat button with words, an icon of ours, or both. Space and Enter press it.

    A button without words needs ``name``, which a screen reader says and the tooltip shows.
    """

    def __init__(
        self, text: str, parent: QWidget | None, icon_name: str = "", name: str = ""
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)

    def set_icon_name(self, icon_name: str) -> None:
        """Show another of our icons, or none ("")."""
        self._icon_name = icon_name
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return body_font()

    def _paint_body(self, painter: QPainter, box: QRect) -> QColor:
        """Draw what lies behind the words and return the colour of the words."""
        look = current_look()
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            cell_box(painter, box, look, CellState(hovered=True))
        if not self.isEnabled():
            return border(look)
        return self._words_colour()

    def _words_colour(self) -> QColor:
        look = current_look()
        return QColor(look.accent if self.text() else look.text)

    def _icon_size(self) -> int:
        return round(target() * 0.58) if self._icon_name else 0

    def _gap(self) -> int:
        return space(8) if self._icon_name and self.text() else 0

    # --- Qt's own

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._font()).horizontalAdvance(self.text().replace("&", ""))
        inside = words + self._icon_size() + self._gap()
        side = space(16) if self.text() else space(8)
        return QSize(max(target(), inside + 2 * side), target())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._paint_body(painter, self.rect())
        painter.setFont(self._font())
        painter.setPen(colour)
        words = painter.fontMetrics().horizontalAdvance(self.text().replace("&", ""))
        size = self._icon_size()
        left = (self.width() - words - size - self._gap()) // 2
        if size:
            drawn = pixmap(self._icon_name, colour.name(), size, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - size) // 2, drawn)
        text_left = left + size + self._gap()
        painter.drawText(QRect(text_left, 0, words + 2, self.height()), _TEXT, self.text())
        if self.hasFocus():
            focus_ring(painter, self.rect(), current_look())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)


class MainButton(QuietButton):
    """The one button of a screen that does what the person most likely came for."""

    def _font(self) -> QFont:
        return body_font(QFont.Weight.DemiBold)

    def _paint_body(self, painter: QPainter, box: QRect) -> QColor:
        look = current_look()
        if not self.isEnabled():
            cell_box(painter, box, look, CellState())
            return soft_words(look)
        inset = 3 if self.hasFocus() else 0  # leaves air between the ring and the button
        state = CellState(chosen=True)
        return cell_box(
            painter, box.adjusted(inset + 1, inset + 1, -inset - 1, -inset - 1), look, state
        )
