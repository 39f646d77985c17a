"""A question answered by a time of day, or by one of two words instead."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QLocale, QRect, Qt, QTime
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from rlsdiary.domain.day import parse_clock
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.questions import ONSET_NONE, ONSET_WAKING
from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.field import InlineField
from rlsdiary.ui.kit.geometry import flow
from rlsdiary.ui.kit.keys import digit_of, is_typed, key_holder, key_press
from rlsdiary.ui.kit.paint import CellState, cell_box, cell_words
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.theme import current_look, space, target
from rlsdiary.words import tr

_TIME = 0
_LONGEST = 12
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class OnsetRow(AnswerRow):
    """When it began: the value is "HH:MM", "none" or "waking".

    Digits open the field; the fourth valid one keeps the time and goes on. What is no time of
    day is said below the field and stays there to be mended. "n" is none, "w" on waking.
    """

    def __init__(self, label: str, parent: QWidget | None) -> None:
        self._field: InlineField | None = None
        self._refused = ""
        self._words = _answers(tr("none so far"))
        super().__init__(label, parent)
        words = ", ".join(words for _value, words in self._words)
        name = tr("{label}: a time of day, or {words}").format(label=label, words=words)
        self.setAccessibleName(name)

    def set_over(self, over: bool) -> None:
        """Say "none" where the day is over, and "none so far" while it is not."""
        words = _answers(tr("none") if over else tr("none so far"))
        if words != self._words:
            self._words = words
            self._describe()
            self._arrange_anew()

    def _in_words(self) -> str:
        return dict(self._words).get(str(self._value)) or _local(str(self._value))

    @property
    def _typing(self) -> bool:
        return self._field is not None and not self._field.isHidden()

    # --- keys and clicks

    def _cell_clicked(self, index: int) -> None:
        if index == _TIME:
            self._open(self._clock_value(), select=True)
        else:
            self._close()
            self._give_or_clear(self._words[index - 1][0])

    def _take_key(self, key: int, text: str) -> bool:
        if self._typing and is_typed(key, text):
            self._pass_to_field(key, text)
        elif self._typing:
            return False
        elif digit_of(text) is not None:
            self._open(text, select=False)
        elif text.lower() in ("n", "w"):
            self._pick(ONSET_NONE if text.lower() == "n" else ONSET_WAKING)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            self._open(self._clock_value(), select=True)
        else:
            return False
        return True

    def _clock_value(self) -> str:
        words = dict(self._words)
        return "" if self._value is None or self._value in words else str(self._value)

    # --- the field

    def _open(self, text: str, *, select: bool) -> None:
        if self._field is None:
            self._field = self._made_field()
        if not self._typing:
            self._place_field()
            self._field.open_with(text, select=select)
            self.update()

    def _made_field(self) -> InlineField:
        field = InlineField(self)
        field.setMaxLength(_LONGEST)
        field.setAlignment(_MIDDLE)
        field.setAccessibleName(tr("{label}, time of day").format(label=self._label))
        field.textEdited.connect(self._typed)
        field.finished.connect(self._finish)
        field.given_up.connect(self._give_up)
        field.left.connect(self._keep_typed)
        QWidget.setTabOrder(self, field)
        return field

    def _place_field(self) -> None:
        if self._field is not None:
            self._field.setGeometry(self._plan(self.width()).cells[_TIME])

    def _pass_to_field(self, key: int, text: str) -> None:
        if self._field is not None:
            QApplication.sendEvent(self._field, key_press(key, text))

    def _typed(self, text: str) -> None:
        self._say_problem("")
        if len(text) == 4 and text.isdecimal() and self._keep_typed():
            self._move_on()

    def _finish(self, forward: bool) -> None:
        if not self._keep_typed() and self._is_new_refusal():
            return
        if forward:
            self._move_on()
        else:
            self.focusPreviousChild()

    def _is_new_refusal(self) -> bool:
        """Return whether what is typed is refused for the first time.

        Then the keys stay here; who goes on a second time leaves it as it is, to be mended later.
        """
        text = self._field.text() if self._field is not None else ""
        refused_before, self._refused = self._refused, text
        return text != refused_before

    def _keep_typed(self) -> bool:
        """Record what the field says; False where it is no time, and then it stays as it is."""
        text = self._field.text().strip() if self._field and self._typing else ""
        try:
            clock = parse_clock(text) if text else None
        except BadValue as problem:
            self._say_problem(problem.message)
            return False
        changed = self._typing
        self._close()
        if clock is not None:
            self._give(f"{clock:%H:%M}")
        elif changed and self._clock_value():
            self._give(None)
        return True

    def _give_up(self) -> None:
        self._close()

    def _close(self) -> None:
        self._say_problem("")
        if self._field is not None and self._typing:
            if key_holder(self) is self._field:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.hide()
            self.update()

    def _value_shown(self) -> None:
        self._close()

    # --- what it looks like

    def _cells_in(self, room: int) -> tuple[QRect, ...]:
        metrics = self._fonts.bold_metrics
        clock = max(metrics.horizontalAdvance(w) for w in (tr("time"), _local("20:40"), "20:40 pm"))
        widths = [clock + 2 * space(12)]
        widths += [
            metrics.horizontalAdvance(words) + 2 * space(16) for _value, words in self._words
        ]
        return flow(widths, target(), space(8), room)

    def _paint_cell(self, painter: QPainter, index: int, box: QRect, state: CellState) -> None:
        look = current_look()
        if index == _TIME:
            clock = self._clock_value()
            chosen, words = bool(clock), _local(clock) if clock else tr("time")
        else:
            value, words = self._words[index - 1]
            chosen = value == self._value
        state = CellState(chosen, state.hovered, state.pressed)
        colour = cell_box(painter, box, look, state)
        if index == _TIME and not chosen:
            colour = soft_words(look)
        cell_words(painter, box, words, colour, bold=chosen)

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_field()


def _answers(none: str) -> tuple[tuple[str, str], ...]:
    return (ONSET_NONE, none), (ONSET_WAKING, tr("on waking"))


def _local(clock: str) -> str:
    """Write HH:MM as the person's country does."""
    known = time.fromisoformat(clock)
    return QLocale().toString(QTime(known.hour, known.minute), QLocale.FormatType.ShortFormat)
