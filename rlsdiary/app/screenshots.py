"""Pictures of the screens and of the report's pages, the same whenever they are taken.

The clock stands still, and nothing of the person's own settings is read or written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from rlsdiary.app.preferences import Preferences
from rlsdiary.app.program import Program
from rlsdiary.app.report_pages import report_pages
from rlsdiary.domain.errors import DiaryError
from rlsdiary.domain.questions import Value
from rlsdiary.paths import resources_dir
from rlsdiary.report.content import ReportOptions
from rlsdiary.report.pages import ReportPages
from rlsdiary.services.noticing import Noticing
from rlsdiary.services.recording import Recording
from rlsdiary.services.sample import fill_with_sample
from rlsdiary.store import Store
from rlsdiary.store.diary_file import check_file
from rlsdiary.store.driver import sqlite_module
from rlsdiary.store.snapshot import take_snapshot
from rlsdiary.words import tr, use_language

SCREENS = ("today", "calendar", "trends", "treatment", "report", "legs", "settings")
_EVENING = date(2026, 11, 22)
_TIME = time(21, 14, tzinfo=ZoneInfo("Europe/Berlin"))
_ANSWERED: dict[str, Value] = {"urge": 6, "onset": 20 * 60 + 30, "rest": "hour", "stress": 4}
"""What the person of the sample has kept of this evening so far."""
_SHOWN_PATH = Path("/home/anna/.local/share/rlsdiary/diary.rlsdiary")
_REPORT_DAYS = 90
_PAGE_WIDTH = 1180
_ROUNDS = 10  # of events, until the last thing that was put off has been done
_MOST_COLOURS = 256


@dataclass(frozen=True, slots=True)
class Subject:
    """The diary that is drawn, and the moment that is taken for the present."""

    path: Path
    moment: datetime

    def clock(self) -> datetime:
        """Return the moment: this clock stands still."""
        return self.moment


@dataclass(frozen=True, slots=True)
class Dress:
    """How the window looks: its theme, its text in per cent, its size in pixels."""

    theme: str
    percent: int
    size: tuple[int, int]


@contextmanager
def speaking(application: QApplication, language: str) -> Iterator[None]:
    """Let words, dates and numbers be those of ``language``, and no text cursor blink."""
    before, flash = QLocale(), application.cursorFlashTime()
    country = QLocale.Country.UnitedKingdom if language == "en" else QLocale.Country.AnyCountry
    english = QLocale(QLocale.Language.English, country)
    QLocale.setDefault(english if language == "en" else QLocale(language))
    application.setCursorFlashTime(0)
    use_language(language, str(resources_dir() / "translations"))
    try:
        yield
    finally:
        use_language("", "")
        application.setCursorFlashTime(flash)
        QLocale.setDefault(before)


def make_subject(folder: Path, diary: Path | None, *, is_empty: bool) -> Subject:
    """Make the diary to be drawn in ``folder``: a copy of ``diary``, an empty one, or the sample.

    DiaryError where ``diary`` cannot be used; it is only read.
    """
    path = folder / "diary.rlsdiary"
    if diary is not None:
        _copy(diary, path)
    moment = datetime.combine(_EVENING, _TIME)
    store = Store(path, moment)
    try:
        if diary is None and not is_empty:
            fill_with_sample(store, _EVENING - timedelta(days=1))
            Recording(store, lambda: moment).log(_EVENING, _ANSWERED, (), None)
            _notice(store, moment)
        span = store.days.span()
    finally:
        store.close()
    return Subject(path, datetime.combine(span[1], _TIME) if span else moment)


def _notice(store: Store, moment: datetime) -> None:
    """Press some buttons of “Legs now” in the hour before."""
    earlier = moment - timedelta(minutes=52)
    Noticing(store, lambda: earlier).level(4)
    Noticing(store, lambda: moment).level(7)
    Noticing(store, lambda: moment).measure("walking")


def _copy(diary: Path, path: Path) -> None:
    check_file(diary, to_write=False)
    take_snapshot(sqlite_module(), diary, path)


def screens(
    application: QApplication, subject: Subject, dress: Dress, keys: Sequence[str]
) -> Iterator[tuple[str, QImage]]:
    """Yield the key and the picture of each screen."""
    preferences = Preferences(subject.path.with_name("window.ini"))
    preferences.theme, preferences.text_percent = dress.theme, dress.percent
    program = Program(application, subject.path, subject.clock, preferences)
    program.diary = _SHOWN_PATH  # Settings names it: the temporary folder would differ each time
    try:
        program.shell.resize(*dress.size)
        program.show_screen("today")
        program.shell.show()
        _settle(application)
        for key in keys:
            yield key, _screen(program, key)
    finally:
        program.close()


def _screen(program: Program, key: str) -> QImage:
    program.show_screen(key)
    if key == "today":
        program.today_view.complete()
        program.today_view.focus_first()
    _settle(program.application)
    return program.shell.grab().toImage()


def _settle(application: QApplication) -> None:
    """Let everything happen that was put off: laying out, becoming the active window."""
    for _ in range(_ROUNDS):
        application.processEvents()


def pages(subject: Subject, paper: str) -> Iterator[tuple[int, QImage]]:
    """Yield the number, from 1, and the picture of each page of the report's first period."""
    store = Store(subject.path, subject.moment)
    try:
        today = store.rule().day_of(subject.moment)
        first, last = store.days.span() or (today, today)
        first = max(first, last - timedelta(days=_REPORT_DAYS - 1))
        made = report_pages(store, ReportOptions(first, last, paper), subject.moment)
    finally:
        store.close()
    for index in range(made.count):
        yield index + 1, page_image(made, index, _PAGE_WIDTH)


def page_image(report: ReportPages, index: int, width: int) -> QImage:
    """Return a page of the report as it lies on white paper, ``width`` pixels wide."""
    across, down = report.page_size
    image = QImage(width, round(width * down / across), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    report.paint(painter, index, QRectF(image.rect()))
    painter.end()
    return image


def write(image: QImage, path: Path, *, small: bool) -> Path:
    """Write a PNG, with few colours where it is to be ``small``; DiaryError where it cannot be."""
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(_few_colours(image) if small else image):
        raise DiaryError(tr("The file could not be written"), f"{path}: {writer.errorString()}")
    return path


def _few_colours(image: QImage) -> QImage:
    """Return the picture in its most frequent colours: letters and lines need no more."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    colours, counts = np.unique(np.frombuffer(plain.constBits(), np.uint32), return_counts=True)
    table = colours[np.argsort(-counts, kind="stable")[:_MOST_COLOURS]]
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8, table.tolist(), Qt.ImageConversionFlag.ThresholdDither
    )
