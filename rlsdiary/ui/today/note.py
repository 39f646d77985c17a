"""The note of a day: plain text that is kept while it is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from rlsdiary.ui.kit.fields import PADDING, paint_frame, see_through
from rlsdiary.ui.kit.scroll import calm_bars
from rlsdiary.words import tr

_PAUSE_MS = 600
_LEAST_LINES, _MOST_LINES = 3, 14


class NoteField(QPlainTextEdit):
    """Asks to be kept after a short pause, when the keys leave, and on ``flush``."""

    note_requested = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.setTabChangesFocus(True)
        calm_bars(self)
        see_through(self)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(PADDING)
        self.setPlaceholderText(tr("Anything worth remembering"))
        self.setAccessibleName(tr("Note of the day"))
        self.textChanged.connect(self._typed)
        self._fit()

    def show_note(self, text: str, *, other_day: bool) -> None:
        """Show what is kept. What is being written on the same day stays as it is."""
        keep_writing = self.has_unkept and not other_day
        self._kept = text
        if not keep_writing and self.toPlainText() != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        if not self.has_unkept:
            self._pause.stop()
        self._fit()

    def flush(self) -> None:
        """Ask at once to keep what is written, where it differs from what is kept."""
        self._pause.stop()
        if self.has_unkept:
            self.note_requested.emit(self.toPlainText())

    @property
    def has_unkept(self) -> bool:
        """True while something is written that is not kept yet."""
        written = self.toPlainText()
        return written != self._kept and bool(written.strip() or self._kept.strip())

    def _typed(self) -> None:
        self._pause.start()
        self._fit()

    def _fit(self) -> None:
        """Grow with the text, from three lines to fourteen."""
        lines = max(_LEAST_LINES, min(_MOST_LINES, self.document().size().height()))
        height = round(lines * self.fontMetrics().lineSpacing()) + 2 * PADDING + 2
        if height != self.height():
            self.setFixedHeight(height)

    # --- Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_frame(painter, self)
        painter.end()
        super().paintEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()
