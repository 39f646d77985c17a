"""Buttons: a quiet one for wishes by the way, and the main one of a screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rlsdiary.ui.kit.colours import border, soft_words
from rlsdiary.ui.kit.icons import pixmap
from rlsdiary.ui.kit.paint import CellState, cell_box, focus_ring
from rlsdiary.ui.kit.theme import ROW_SIDE, body_font, current_look, space, target

_WRAP = Qt.TextFlag.TextWordWrap.value
_TEXT = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextShowMnemonic.value | _WRAP
_BOUNDLESS = 100_000


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

    def hang(self) -> int:
        """Return how far the button may reach out to the left, so that its words align."""
        return ROW_SIDE if self.text() else 0

    def height_in(self, width: int) -> int:
        """Return the height that the words need in ``width`` pixels: they wrap where they must."""
        if self.sizeHint().width() <= width:
            return target()
        room = width - 2 * self._side() - self._icon_size() - self._gap()
        metrics = QFontMetrics(self._font())
        words = metrics.boundingRect(0, 0, max(1, room), _BOUNDLESS, _WRAP, self._words())
        return max(target(), words.height() + target() - metrics.height())

    def _font(self) -> QFont:
        return body_font()

    def _words(self) -> str:
        return self.text().replace("&", "")

    def _side(self) -> int:
        """Return the pixels left and right of the words."""
        return ROW_SIDE if self.text() else space(8)

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

    def _words_left(self, inside: int) -> int:
        """Return where the icon and words begin, which are ``inside`` pixels wide."""
        return (self.width() - inside) // 2

    # --- Qt's own

    def sizeHint(self) -> QSize:
        text = self._words()
        words = QFontMetrics(self._font()).horizontalAdvance(text) if text else 0
        inside = words + self._icon_size() + self._gap()
        return QSize(max(target(), inside + 2 * self._side()), target())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._paint_body(painter, self.rect())
        painter.setFont(self._font())
        painter.setPen(colour)
        size = self._icon_size()
        room = self.width() - 2 * self._side() - size - self._gap()
        words = min(painter.fontMetrics().horizontalAdvance(self._words()), max(0, room))
        left = self._words_left(words + size + self._gap())
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

    def hang(self) -> int:
        return 0  # its outline is what aligns

    def _side(self) -> int:
        return space(16)

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
