"""Dates and numbers of the printed report as the person's locale writes them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

from rlsdiary.report.wording import Formats


class LocalFormats(Formats):
    """Month and day names and the decimal sign of a locale; the order day, month, year is ours.

    "22 Nov 2026" cannot be misread anywhere, which "11/22" and "22.11." can. Clocks show 24 hours.
    """

    def __init__(self, locale: QLocale | None = None) -> None:
        self._locale = locale or QLocale()
        self._point = self._locale.decimalPoint()
        self._write = lru_cache(maxsize=8192)(self._write_date)

    def full_date(self, day: date) -> str:
        return self._write(day, "d MMM yyyy")

    def short_date(self, day: date) -> str:
        return self._write(day, "d MMM")

    def weekday(self, day: date) -> str:
        return self.weekday_name(day.weekday())

    def weekday_name(self, number: int) -> str:
        return self._locale.standaloneDayName(number + 1, QLocale.FormatType.ShortFormat)

    def number(self, number: float) -> str:
        return super().number(number).replace(".", self._point)

    def _write_date(self, day: date, pattern: str) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), pattern)
