"""“Legs now” as the person sees it: huge dark buttons, a line of what was kept, undo, leave."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rlsdiary.domain.moments import HIGHEST
from rlsdiary.ui.kit.keys import digit_of
from rlsdiary.ui.kit.speech import announce
from rlsdiary.ui.legs.board import BETTER, Board
from rlsdiary.ui.legs.button import BigButton
from rlsdiary.ui.legs.foot import Foot
from rlsdiary.ui.legs.night import night_palette, word_sizes
from rlsdiary.ui.legs.state import LegsState
from rlsdiary.words import tr

_EDGE = 16
_LINES = 28.0  # points of the foot, of which a low window must hold so many
_SHORTCUT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class LegsView(QWidget):
    """The whole window in night colours, whatever the theme. Every press is a wish to keep it."""

    level_requested = Signal(int)
    ten_requested = Signal()
    """A 0 was typed after a 1: 10 where it came right after, else 0."""
    better_requested = Signal()
    measure_requested = Signal(str)
    undo_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._typed_one = False
        self._shown = LegsState()
        self.setAccessibleName(tr("Legs now"))
        self.setPalette(night_palette())
        self.setAutoFillBackground(True)
        # The keys are at the screen itself: Space pressed too early does nothing.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll = QScrollArea(self)
        self.board = Board(self._scroll)
        self.foot = Foot(self)
        self._column = QVBoxLayout(self)
        self._arrange()
        self.board.pressed.connect(self._was_pressed)
        self.foot.undo.clicked.connect(self._was_undo)
        self.foot.leave.clicked.connect(self._was_leave)
        self.foot.outgrown.connect(self._fit)

    @property
    def buttons(self) -> tuple[BigButton, ...]:
        """Everything that can be pressed, in the order of Tab."""
        return (*self.board.buttons, self.foot.undo, self.foot.leave)

    def show_state(self, state: LegsState) -> None:
        """Show what was kept this night."""
        self.board.show_newest(state.pressed)
        self.foot.show_state(state)
        if state.newest != self._shown.newest:
            announce(self, state.newest)
        self._shown = state

    def say(self, words: str) -> None:
        """Say what was taken back, or what went wrong."""
        self.foot.say(words)
        announce(self, words)

    # --- what was pressed

    def _was_pressed(self, key: str) -> None:
        self._typed_one = False
        number = digit_of(key[:1])
        if number is not None:
            self.level_requested.emit(int(key))
        elif key == BETTER:
            self.better_requested.emit()
        else:
            self.measure_requested.emit(key)

    def _take_key(self, text: str) -> bool:
        """Press what a typed letter or digit means; return whether it means anything."""
        number = HIGHEST if text.lower() == "x" else digit_of(text)
        if number is not None:
            self._type(number)
            return True
        letter = text.lower()
        found = next((b for b in self.buttons if letter and b.letter == letter), None)
        if found is not None:
            found.click()
        return found is not None

    def _type(self, number: int) -> None:
        if self._typed_one and number == 0:
            self._typed_one = False
            self.ten_requested.emit()
            return
        before = self._shown
        self.level_requested.emit(number)
        self._typed_one = number == 1
        if self._typed_one and self._shown != before:  # it was kept
            self.foot.say(tr("A 0 right after makes it 10"))

    def _was_undo(self) -> None:
        self.undo_requested.emit()

    def _was_leave(self) -> None:
        self.leave_requested.emit()

    # --- where everything is

    def _arrange(self) -> None:
        self._scroll.setWidget(self.board)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # No bar: it would be one more light. A board cut off below says that there is more.
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = self._column
        whole.setContentsMargins(_EDGE, _EDGE // 2, _EDGE, _EDGE // 2)
        whole.setSpacing(_EDGE // 2)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.foot)

    def _fit(self) -> None:
        """Share the room: the foot takes what its words need, the board the rest."""
        edges = self._column.contentsMargins()
        free = self.rect().marginsRemoved(edges).size()
        points = min(word_sizes()[0], self.height() / _LINES)
        self.foot.fit(points, free.width())
        room = free - QSize(0, self.foot.height() + self._column.spacing())
        self.foot.fit(min(points, self.board.fit(room)), free.width())

    # --- Qt's own

    def sizeHint(self) -> QSize:
        return QSize(960, 720)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _SHORTCUT:
            event.ignore()
        elif event.isAutoRepeat():
            event.accept()  # a key held down too long is one press
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        elif not self._take_key(event.text()):
            self._typed_one = False
            super().keyPressEvent(event)
