"""One line for what the person should know, in its place, instead of a dialog."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.colours import border
from rlsdiary.ui.kit.icons import pixmap
from rlsdiary.ui.kit.paint import CORNER
from rlsdiary.ui.kit.speech import announce
from rlsdiary.ui.kit.theme import current_look, space, target, text_percent
from rlsdiary.words import tr

_NARROW = 480
_TOP = Qt.AlignmentFlag.AlignTop

Kind = Literal["info", "error"]


class Banner(QWidget):
    """A message with perhaps one thing to do about it; hidden while there is none."""

    action_requested = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._kind: Kind = "info"
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words.setMinimumHeight(target())
        self._action = QuietButton("", self)
        self._close = QuietButton("", self, "close", tr("Close this message"))
        self._layout = QGridLayout(self)
        self._layout.setColumnStretch(0, 1)
        self._layout.addWidget(self._words, 0, 0)
        self._layout.addWidget(self._close, 0, 2, _TOP)
        self._action.clicked.connect(self._action_clicked)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    @property
    def kind(self) -> str:
        """What is shown: "info" or "error"."""
        return self._kind

    @property
    def text(self) -> str:
        """The message that is shown, "" while there is none."""
        return "" if self.isHidden() else self._words.text()

    def show_message(self, text: str, action_text: str = "", kind: Kind = "info") -> None:
        """Show ``text``, with a button that says ``action_text`` where there is any."""
        self._kind = kind
        self._words.setText(text)
        self._action.setText(action_text)
        self._action.setVisible(bool(action_text))
        self._arrange()
        self.setAccessibleName(self._spoken())
        self.show()
        self.update()
        announce(self, self._spoken())

    def dismiss(self) -> None:
        """Take the message away."""
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def _spoken(self) -> str:
        text = self._words.text()
        return tr("Problem: {text}").format(text=text) if self._kind == "error" else text

    def _arrange(self) -> None:
        left = space(16) + (self._icon_size() + space(12) if self._kind == "error" else 0)
        self._layout.setContentsMargins(left, space(8), space(8), space(8))
        self._layout.setSpacing(space(8))
        narrow = self.width() < _NARROW * text_percent() // 100
        # A short room gives the words the whole line, and the button one of its own.
        row, column, align = (1, 0, Qt.AlignmentFlag.AlignLeft) if narrow else (0, 1, _TOP)
        self._layout.addWidget(self._action, row, column, align)

    def _icon_size(self) -> int:
        return round(target() * 0.62)

    def _action_clicked(self) -> None:
        self.action_requested.emit()

    # --- Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, is_error = current_look(), self._kind == "error"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QColor(look.series["urge"]) if is_error else border(look)
        painter.setPen(QPen(line, 2 if is_error else 1))
        painter.setBrush(QColor(look.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER, CORNER)
        if is_error:
            size = self._icon_size()
            drawn = pixmap("warning", line.name(), size, self.devicePixelRatioF())
            painter.drawPixmap(
                space(16), self._words.y() + (self._close.height() - size) // 2, drawn
            )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)
