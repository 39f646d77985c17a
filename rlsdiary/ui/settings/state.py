"""What the Settings screen shows, frozen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SettingsState:
    """What is chosen now. ``day_start`` is HH:MM, ``text_percent`` 100 to 200."""

    day_start: str
    theme: str
    text_percent: int
    diary: str
    backups: str
    version: str
