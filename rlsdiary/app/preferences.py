"""What belongs to this computer's window, not to the diary: look, text size, place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication

from rlsdiary.charts.look import LOOKS, Look
from rlsdiary.paths import settings_path
from rlsdiary.ui.kit.theme import LEAST_PERCENT, MOST_PERCENT, apply_look, system_look

THEMES = ("system", "light", "dark", "night")


class Preferences:
    """Read once at the start, written when changed. A broken file means the defaults."""

    def __init__(self, path: Path | None = None) -> None:
        """Keep them in ``path``; by default where this person's are."""
        self._file = QSettings(str(path or settings_path()), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """One of THEMES."""
        theme = str(self._file.value("theme", "system"))
        return theme if theme in THEMES else "system"

    @theme.setter
    def theme(self, theme: str) -> None:
        self._file.setValue("theme", theme)

    @property
    def text_percent(self) -> int:
        """The size of text, 100-200."""
        try:
            percent = int(str(self._file.value("text_percent", LEAST_PERCENT)))
        except ValueError:
            return LEAST_PERCENT
        return min(MOST_PERCENT, max(LEAST_PERCENT, percent))

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._file.setValue("text_percent", percent)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood, None where it never did."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.setValue("geometry", geometry)

    def value(self, key: str, default: str = "") -> str:
        """Return another remembered word."""
        return str(self._file.value(key, default))

    def keep(self, key: str, value: str) -> None:
        """Remember another word."""
        self._file.setValue(key, value)

    def look(self) -> Look:
        """Return the look of the chosen theme."""
        return system_look() if self.theme == "system" else LOOKS[self.theme]

    def apply(self, application: QApplication) -> None:
        """Dress the application as chosen."""
        apply_look(application, self.look(), self.text_percent)
