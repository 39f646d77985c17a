"""The running program: one diary, its services, and the screens made when first wanted."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QByteArray, QDate, QLocale, QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from rlsdiary.app.acts import Acts
from rlsdiary.app.bus import Bus
from rlsdiary.app.clock import now
from rlsdiary.app.preferences import Preferences
from rlsdiary.app.presenters.today import TodayPresenter
from rlsdiary.domain.change import Change
from rlsdiary.domain.errors import DiaryError
from rlsdiary.services.noticing import Noticing
from rlsdiary.services.reading import Reading
from rlsdiary.services.recording import Recording
from rlsdiary.store import Store
from rlsdiary.ui.kit.theme import darken_frame
from rlsdiary.ui.shell import Shell
from rlsdiary.ui.today.view import TodayView
from rlsdiary.words import tr

_SIZE = 1180, 860
_MINUTE_MS = 60_000
_LATER_MS = 200  # what nobody waits for comes after the first evening's key
EVERYTHING = frozenset(
    {"answers", "intakes", "notes", "items", "plans", "markers", "moments", "settings"}
)


class Program(QObject):
    """Wires everything together and keeps the screens."""

    def __init__(
        self,
        application: QApplication,
        diary: Path,
        clock: Callable[[], datetime] = now,
        preferences: Preferences | None = None,
    ) -> None:
        """Open ``diary``; DiaryError where it cannot be used.

        Another clock and other preferences than the person's are for pictures and tests.
        """
        super().__init__()
        self.application = application
        self.diary = diary
        self.clock = clock
        self.store = Store(diary, clock())
        self.preferences = preferences or Preferences()
        self.preferences.apply(application)
        self.bus = Bus(self)
        self.reading = Reading(self.store)
        self.recording = Recording(self.store, clock)
        self.acts = Acts(self.bus, self.recording.undo, self)
        self._version = self.store.version()
        self._presenters: dict[str, QObject] = {}
        self._screens: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "today": self._made_today,
            "calendar": self._made_calendar,
            "trends": self._made_trends,
            "treatment": self._made_treatment,
            "report": self._made_report,
            "legs": self._made_legs,
            "settings": self._made_settings,
        }
        self.shell = Shell(self._title())
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._after_first_paint)
        self._minutes = QTimer(self)
        self._minutes.timeout.connect(self._minute_passed)
        self._fill_shell()

    def open(self) -> None:
        """Show the window with the Today screen; everything heavy comes after it is painted."""
        geometry = self.preferences.geometry
        if geometry is None or not self.shell.restoreGeometry(geometry):
            self.shell.resize(*_SIZE)
        self.show_screen("today")
        self.shell.show()
        self.today_view.focus_first()
        self._later.start(_LATER_MS)

    def close(self) -> None:
        """Keep what is still being written, take every window down, close the file."""
        if self._closed:
            return
        self._closed = True
        self._later.stop()
        self._minutes.stop()
        if "today" in self._screens:
            self.today_view.flush()
        self.shell.close()
        self.shell.uncover()
        for screen in self._screens.values():
            screen.setParent(None)
            screen.deleteLater()
        self.shell.deleteLater()
        self.application.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: gone before Qt is
        self.application.processEvents()
        self.store.close()

    def look_changed(self) -> None:
        """Dress the charts anew: the other controls follow the application by themselves."""
        self.bus.changed.emit(Change("", EVERYTHING))

    @property
    def today_view(self) -> TodayView:
        """The Today screen."""
        view = self._screens["today"]
        assert isinstance(view, TodayView)  # noqa: S101 - made by _made_today
        return view

    def show_screen(self, key: str) -> None:
        """Bring a screen to the front, made now where it was not wanted before."""
        if "today" in self._screens:
            self.today_view.flush()
            self._look_for_others()
        self.shell.say_nothing()
        if key not in self._screens:
            self._screens[key] = self._makers[key]()
        if key == "legs":
            self.shell.cover(self._screens[key])
            darken_frame(self.application, is_dark=True)
        else:
            self.shell.show_screen(key, self._screens[key])
        if key == "today":
            self.today_view.focus_first()
        presenter = self._presenters.get(key)
        if presenter is not None and hasattr(presenter, "came_to_front"):
            presenter.came_to_front()

    def show_day(self, day: object) -> None:
        """Open a day on the Today screen."""
        self.show_screen("today")
        presenter = self._presenters["today"]
        assert isinstance(presenter, TodayPresenter)  # noqa: S101 - made by _made_today
        presenter.show_day(day)  # type: ignore[arg-type]

    def say_error(self, error: DiaryError) -> None:
        """Say in the window what went wrong and what to do."""
        self._say_problem(f"{error.title}. {error.message}")

    def report_bug(
        self,
        _kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None = None,
    ) -> None:
        """Say that the program made a mistake, and where the details are; the diary is safe."""
        from rlsdiary.app.bugs import write_bug_report

        self._say_problem(write_bug_report(error))

    def report_bug_of_thread(self, args: threading.ExceptHookArgs) -> None:
        """The same for a mistake outside the window's own thread."""
        if args.exc_value is not None:
            QTimer.singleShot(0, self, partial(self.report_bug, args.exc_type, args.exc_value))

    def _say_problem(self, words: str) -> None:
        self.shell.say(words, is_error=True)
        if self.shell.is_covered:
            self._screens["legs"].say(words)  # type: ignore[attr-defined]

    # --- the screens

    def _made_today(self) -> QWidget:
        view = TodayView(self.shell)
        self._presenters["today"] = TodayPresenter(
            view,
            self.reading,
            self.recording,
            self.acts,
            self.bus,
            self.clock,
            self.preferences,
        )
        view.plan_requested.connect(self._show_treatment)
        view.sample_requested.connect(self._open_sample)
        return view

    def _made_calendar(self) -> QWidget:
        from rlsdiary.app.presenters.calendar import CalendarPresenter
        from rlsdiary.services.leafing import Leafing
        from rlsdiary.services.searching import Searching
        from rlsdiary.ui.calendar.view import CalendarView

        view = CalendarView(self.shell)
        presenter = CalendarPresenter(
            view, Leafing(self.store), Searching(self.store), self.bus, self.recording.today
        )
        presenter.day_opened.connect(self.show_day)
        presenter.failed.connect(self.say_error)
        self._presenters["calendar"] = presenter
        return view

    def _made_trends(self) -> QWidget:
        from rlsdiary.app.presenters.trends import TrendsPresenter
        from rlsdiary.ui.trends.view import TrendsView

        view = TrendsView(self.shell)
        presenter = TrendsPresenter(view, self.reading, self.recording, self.bus)
        presenter.day_opened.connect(self.show_day)
        presenter.failed.connect(self.say_error)
        presenter.said.connect(self.shell.say)
        self._presenters["trends"] = presenter
        return view

    def _made_treatment(self) -> QWidget:
        from rlsdiary.app.presenters.treatment import TreatmentPresenter
        from rlsdiary.services.treating import Treating
        from rlsdiary.ui.treatment.view import TreatmentView

        view = TreatmentView(self.shell)
        self._presenters["treatment"] = TreatmentPresenter(
            view, self.reading, Treating(self.store), self.acts, self.bus, self.recording.today
        )
        return view

    def _made_report(self) -> QWidget:
        from rlsdiary.app.presenters.report import ReportPresenter
        from rlsdiary.ui.report.view import ReportView

        view = ReportView(self.shell)
        presenter = ReportPresenter(view, self.store, self.bus, self.preferences, self.clock)
        presenter.failed.connect(self.say_error)
        presenter.said.connect(self.shell.say)
        self._presenters["report"] = presenter
        return view

    def _made_legs(self) -> QWidget:
        from rlsdiary.app.presenters.legs import LegsPresenter
        from rlsdiary.ui.legs.view import LegsView

        view = LegsView(self.shell)
        noticing = Noticing(self.store, self.clock)
        presenter = LegsPresenter(view, self.reading, noticing, self.acts, self.bus, self.clock)
        presenter.left.connect(self.shell.uncover)
        self._presenters["legs"] = presenter
        return view

    def _made_settings(self) -> QWidget:
        from rlsdiary.app.presenters.settings import SettingsPresenter
        from rlsdiary.ui.settings.view import SettingsView

        view = SettingsView(self.shell)
        presenter = SettingsPresenter(view, self)
        self._presenters["settings"] = presenter
        return view

    # --- the window

    def _title(self) -> str:
        from rlsdiary.paths import default_diary_path

        name = "RLS Diary"
        return name if self.diary == default_diary_path() else f"{self.diary.name} – {name}"

    def _fill_shell(self) -> None:
        for key, icon, word in (
            ("today", "today", tr("Today")),
            ("calendar", "calendar", tr("Calendar")),
            ("trends", "trends", tr("Trends")),
            ("treatment", "treatment", tr("Treatment")),
            ("report", "report", tr("Report")),
        ):
            self.shell.add_entry(key, icon, word)
        self.shell.add_entry("legs", "legs", tr("Legs now"), at_bottom=True)
        self.shell.add_entry("settings", "settings", tr("Settings"), at_bottom=True)
        self.shell.screen_requested.connect(self.show_screen)
        self.shell.uncovered.connect(self._was_uncovered)
        self.shell.undo_requested.connect(self._undo)
        self.shell.redo_requested.connect(self._redo)
        self.shell.activated.connect(self._look_for_others)
        self.shell.closing.connect(self._was_closed)
        self.acts.failed.connect(self.say_error)
        self.acts.undone.connect(self._was_undone)
        self.acts.redone.connect(self._was_redone)
        self.shell.action_requested.connect(self._act_of_banner)
        self._banner_act = self.acts.undo
        self.bus.changed.connect(self._was_changed)

    def _after_first_paint(self) -> None:
        gc.freeze()
        gc.enable()
        self.store.prepare_to_write()
        from rlsdiary.app.doorbell import Doorbell

        self._doorbell = Doorbell(self.diary, self)
        self._doorbell.rung.connect(self.shell.come_forward)
        self._minutes.start(_MINUTE_MS)

    def _minute_passed(self) -> None:
        for key in ("today", "legs"):
            if key in self._presenters:
                self._presenters[key].new_moment()  # type: ignore[attr-defined]
        self._look_for_others()

    def _look_for_others(self) -> None:
        """Look whether a command or another program wrote to this diary meanwhile."""
        version = self.store.version()
        if version != self._version:
            self._version = version
            self.bus.changed.emit(Change("", EVERYTHING))

    def _was_changed(self, change: Change) -> None:
        self.shell.say_nothing()

    def _undo(self) -> None:
        """Take back the newest act; “Legs now” takes back what is seen there and nothing else."""
        presenter = self._presenters["legs"] if self.shell.is_covered else self.acts
        presenter.undo()  # type: ignore[attr-defined]

    def _redo(self) -> None:
        presenter = self._presenters["legs"] if self.shell.is_covered else self.acts
        presenter.redo()  # type: ignore[attr-defined]

    def _was_uncovered(self) -> None:
        darken_frame(self.application, is_dark=False)

    def _was_undone(self, change: Change) -> None:
        if self.shell.is_covered:
            return  # that screen says so itself
        self._go_where(change)
        words = tr("Taken back: {what}").format(what=self._named(change))
        self.shell.say(words, action=tr("Do it again"))
        self._banner_act = self.acts.redo

    def _was_redone(self, change: Change) -> None:
        if self.shell.is_covered:
            return
        self._go_where(change)
        words = tr("Done again: {what}").format(what=self._named(change))
        self.shell.say(words, action=tr("Take it back"))
        self._banner_act = self.acts.undo

    def _named(self, change: Change) -> str:
        """Say what an act was, with its day where it is of one day."""
        if len(change.days) != 1:
            return change.words
        (day,) = change.days
        when = QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")
        return f"{change.words} ({when})"

    def _go_where(self, change: Change) -> None:
        """Show the day that an undo changed: nobody should lose a word they do not look at."""
        if self.shell.current == "today":
            today = self._presenters["today"]
            assert isinstance(today, TodayPresenter)  # noqa: S101 - made by _made_today
            today.lead_to(change)

    def _act_of_banner(self) -> None:
        self._banner_act()

    def _show_treatment(self) -> None:
        self.show_screen("treatment")

    def _open_sample(self) -> None:
        """Open the sample diary in a window of its own, never in this diary."""
        from rlsdiary.app.sample_window import open_sample_window

        try:
            open_sample_window()
        except DiaryError as error:
            self.say_error(error)

    def _was_closed(self, event: QCloseEvent) -> None:
        """Leave with everything kept; stay open where the note could not be kept."""
        if "today" in self._screens:
            self.today_view.flush()
            if self.today_view.has_unkept and not self._leaving:
                self._leaving = True  # the reason stands in the window; a second time it closes
                event.ignore()
                self.shell.uncover()
                return
        self.preferences.geometry = QByteArray(self.shell.saveGeometry())

    _leaving = False
    _closed = False
