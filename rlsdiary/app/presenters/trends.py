"""The Trends screen's presenter: the diary to a picture, wishes to windows and files."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from rlsdiary.app.bus import Bus
from rlsdiary.app.trends_picture import trends_picture
from rlsdiary.charts.crosshair import words_of_day
from rlsdiary.charts.paper import save_trends
from rlsdiary.charts.picture import TrendsPicture
from rlsdiary.domain.change import Change
from rlsdiary.domain.errors import DiaryError
from rlsdiary.services.reading import Reading
from rlsdiary.services.recording import Recording
from rlsdiary.ui.kit.theme import body_font, current_look
from rlsdiary.ui.trends.state import TrendsState
from rlsdiary.ui.trends.view import TrendsView
from rlsdiary.words import tr

FIRST_WINDOW = 90  # days: long enough for a trend, short enough for single evenings
_SIZE = 1400, 1000
_TOUCHING = ("answers", "intakes", "items", "markers", "settings")


class TrendsPresenter(QObject):
    """Draws the diary when the screen is in front, afresh where it changed meanwhile."""

    day_opened = Signal(object)
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, view: TrendsView, reading: Reading, recording: Recording, bus: Bus) -> None:
        super().__init__(view)
        self._view = view
        self._reading = reading
        self._recording = recording
        today = recording.today()
        self._picture = TrendsPicture((), today, today)
        self._stale = True
        self._shown = False
        view.day_requested.connect(self.day_opened)
        view.day_pointed.connect(self._pointed)
        view.preset_requested.connect(self._preset)
        view.picture_requested.connect(self._save)
        bus.changed.connect(self._was_changed)

    def came_to_front(self) -> None:
        """Draw what changed since the screen was last seen."""
        if self._stale:
            self._show()
        self._view.focus_chart()

    def _was_changed(self, change: Change) -> None:
        if change.touches(*_TOUCHING):
            self._stale = True
            if self._view.isVisible():
                self._show()

    def _show(self) -> None:
        today = self._recording.today()
        first, last = self._reading.span() or (today, today)
        self._picture = trends_picture(self._reading, first, last)
        start = max(first, last - timedelta(days=FIRST_WINDOW - 1))
        state = TrendsState(self._picture, start, last, current_look(), body_font().pointSizeF())
        self._view.show_state(state, anew=not self._shown)
        self._shown = not self._picture.is_empty
        self._stale = False
        self._pointed(None)

    def _pointed(self, day: date | None) -> None:
        self._view.say("" if day is None else words_of_day(self._picture, day))

    def _preset(self, days: int) -> None:
        last = self._picture.last
        first = last - timedelta(days=days - 1) if days else self._picture.first
        self._view.show_window(first, last)

    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        name, _kind = QFileDialog.getSaveFileName(
            self._view,
            tr("Save as picture"),
            str(Path(folder) / tr("trends.png")),
            tr("Pictures (*.png *.svg)"),
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Save the days in sight as a picture; failures are announced in words."""
        target = path if path.suffix.lower() in (".png", ".svg") else path.with_suffix(".png")
        first, last = self._view.window_in_sight()
        try:
            save_trends(target, self._picture, first, last, current_look(), _SIZE)
        except OSError as error:
            words = tr("{path}: {reason}. Choose another place.")
            reason = error.strerror or str(error)
            self.failed.emit(
                DiaryError(
                    tr("The picture could not be saved"), words.format(path=target, reason=reason)
                )
            )
            return
        self.said.emit(tr("Saved: {path}").format(path=target))
