"""The Trends screen as the person sees it: presets above, the chart, the day in words below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rlsdiary.charts.trends import TrendsChart
from rlsdiary.ui.kit.button import QuietButton
from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.ui.kit.heading import Heading
from rlsdiary.ui.kit.theme import body_font, current_look, space
from rlsdiary.ui.trends.state import PRESETS, TrendsState
from rlsdiary.words import tr


class TrendsView(QWidget):
    """Shows the picture; wishes a day to open, a window, or a picture file."""

    day_requested = Signal(object)
    day_pointed = Signal(object)
    preset_requested = Signal(int)
    picture_requested = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._reach: tuple[date, date] | None = None
        self._heading = Heading(tr("Trends"), 1, self)
        self._presets = ChoiceRow(tr("Show the last"), _preset_words(), self)
        self._save = QuietButton(tr("Save as picture"), self)
        self._chart = TrendsChart(self, current_look(), body_font().pointSizeF())
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._arrange()
        self._presets.answered.connect(self._was_preset)
        self._save.clicked.connect(self._was_save)
        self._chart.day_opened.connect(self.day_requested)
        self._chart.day_pointed.connect(self.day_pointed)
        self._chart.window_changed.connect(self._was_moved)

    def show_state(self, state: TrendsState, *, anew: bool) -> None:
        """Show the diary's picture; ``anew`` also goes to the state's window."""
        self._chart.set_look(state.look)
        self._chart.set_point_size(state.point_size)
        self._chart.show_picture(state.picture)
        if anew:
            self._chart.set_window(state.first, state.last)
        self._reach = state.picture.reach
        self._save.setEnabled(not state.picture.is_empty)
        self._was_moved()

    def show_window(self, first: object, last: object) -> None:
        """Bring the days ``first`` to ``last`` in sight."""
        self._chart.set_window(first, last)  # type: ignore[arg-type]

    def say(self, words: str) -> None:
        """Say the pointed day's values, or how to use the chart."""
        self._words.setText(words)

    def window_in_sight(self) -> tuple[object, object]:
        """Return the first and last day in sight."""
        return self._chart.window()

    def focus_chart(self) -> None:
        """Let the keys move through the days."""
        self._chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._save)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._chart)
        layout = QVBoxLayout(self)
        side = space(24)
        layout.setContentsMargins(side, space(16), side, space(12))
        layout.addLayout(top)
        layout.addWidget(self._presets)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._words)

    def _was_preset(self, key: object) -> None:
        if key is not None:
            self.preset_requested.emit(int(str(key)))

    def _was_save(self) -> None:
        self.picture_requested.emit()

    def _was_moved(self, *_window: object) -> None:
        """Mark the preset that the window is, if it is one."""
        first, last = self._chart.window()
        reach = self._reach
        days = (last - first).days + 1
        newest = reach is not None and last == reach[1]
        key = "0" if (first, last) == reach else str(days) if newest else ""
        self._presets.show_value(key if key in dict(_preset_words()) else None)

    # --- Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._chart.set_look(current_look())
            self._chart.set_point_size(body_font().pointSizeF())


def _preset_words() -> tuple[tuple[str, str], ...]:
    words = {14: tr("14 days"), 30: tr("30 days"), 90: tr("90 days"), 365: tr("year"), 0: tr("all")}
    return tuple((str(days), words[days]) for days in PRESETS)
