"""The Trends screen with a diary behind it: periods, markers, large type, one calm line below."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from rlsdiary.app.bus import Bus
from rlsdiary.app.presenters.trends import TrendsPresenter
from rlsdiary.charts.look import LIGHT
from rlsdiary.charts.trends import TrendsChart
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.services.reading import Reading
from rlsdiary.services.recording import Recording
from rlsdiary.services.sample import fill_with_sample
from rlsdiary.services.treating import Treating
from rlsdiary.store import Store
from rlsdiary.ui.kit.period import PERIODS, PeriodRow
from rlsdiary.ui.kit.theme import apply_look, small_font
from rlsdiary.ui.trends.view import OneLine, TrendsView
from tests.store.diary import TODAY, clock, opened
from tests.store.template import copy_of_empty

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")
DAY = timedelta(days=1)


class Screen:
    """The screen of one diary."""

    def __init__(self, store: Store) -> None:
        self.bus = Bus()
        self.store = store
        self.view = TrendsView(None)
        recording = Recording(store, clock)
        self.presenter = TrendsPresenter(self.view, Reading(store), recording, self.bus)

    def open(self, width: int = 1000, height: int = 800) -> None:
        self.view.resize(width, height)
        self.presenter.came_to_front()
        self.view.show()
        for _ in range(5):
            QApplication.processEvents()

    @property
    def chart(self) -> TrendsChart:
        return self.view.findChildren(TrendsChart)[0]

    @property
    def periods(self) -> PeriodRow:
        return self.view.findChildren(PeriodRow)[0]

    @property
    def line(self) -> OneLine:
        return self.view.findChildren(OneLine)[0]

    @property
    def scroll(self) -> QScrollArea:
        return self.view.findChildren(QScrollArea)[0]


@pytest.fixture
def empty(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Screen]:
    apply_look(qapp, LIGHT, 100)
    with opened(copy_of_empty(tmp_path / "diary.rlsdiary")) as store:
        screen = Screen(store)
        qtbot.addWidget(screen.view)
        yield screen
        screen.view.close()
    apply_look(qapp, LIGHT, 100)


@pytest.fixture
def screen(empty: Screen) -> Screen:
    fill_with_sample(empty.store, TODAY)
    return empty


def test_an_empty_diary_offers_no_period(empty: Screen, qtbot: QtBot) -> None:
    empty.open()
    assert not empty.periods.isEnabled()
    assert empty.line.text == ""
    with qtbot.assertNotEmitted(empty.view.preset_requested):
        qtbot.mouseClick(
            empty.periods, Qt.MouseButton.LeftButton, pos=empty.periods.cell_box(1).center()
        )
    fill_with_sample(empty.store, TODAY)
    empty.presenter._stale = True
    empty.presenter.came_to_front()
    assert empty.periods.isEnabled()


def test_a_period_is_chosen_and_stays_chosen_when_pressed_again(
    screen: Screen, qtbot: QtBot
) -> None:
    screen.open()
    cell = screen.periods.cell_box(PERIODS.index(14)).center()
    for _ in range(2):
        qtbot.mouseClick(screen.periods, Qt.MouseButton.LeftButton, pos=cell)
        assert screen.chart.days_in_sight() == (TODAY - 13 * DAY, TODAY)
        assert screen.periods.value == "14"


def test_a_window_that_is_no_period_marks_none(screen: Screen) -> None:
    screen.open()
    assert screen.periods.value == "90"
    screen.view.show_window(TODAY - 40 * DAY, TODAY)
    assert screen.periods.value is None


@pytest.mark.parametrize("width", [560, 640, 1000])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_screen_scrolls_down_and_never_sideways(
    screen: Screen, qapp: QApplication, width: int, percent: int
) -> None:
    apply_look(qapp, LIGHT, percent)
    screen.open(width, 800)
    page = screen.scroll.widget()
    assert page is not None
    assert page.width() <= screen.scroll.viewport().width()
    assert screen.chart.geometry().right() <= screen.scroll.viewport().width()
    if percent == 200:
        assert screen.scroll.verticalScrollBar().maximum() > 0
    full = 11.5 * percent / 100
    assert screen.chart.sheet.type.point_size > 0.85 * full


def test_where_the_screen_scrolls_the_wheel_is_left_to_it(
    screen: Screen, qapp: QApplication
) -> None:
    screen.open()
    assert not screen.chart.leaves_wheel
    assert screen.line.text == "Click opens a day, wheel zooms."
    apply_look(qapp, LIGHT, 200)
    screen.open(640, 600)
    assert screen.chart.leaves_wheel
    assert "Ctrl" in screen.line.text


def test_the_hint_is_one_line_also_in_large_type(screen: Screen, qapp: QApplication) -> None:
    apply_look(qapp, LIGHT, 200)
    screen.open(600, 800)
    metrics = QFontMetrics(small_font())
    assert screen.line.height() < 2 * metrics.height()
    assert metrics.horizontalAdvance(screen.line.text) <= screen.line.contentsRect().width()


def test_pointing_at_a_day_moves_nothing(screen: Screen) -> None:
    screen.open(700, 800)
    before = screen.chart.geometry()
    screen.chart.point_at(TODAY)
    QApplication.processEvents()
    assert screen.line.text.startswith("Sunday, 22 November 2026") or str(TODAY.year) in (
        screen.line.text
    )
    assert screen.chart.geometry() == before


def test_a_marker_kept_meanwhile_becomes_a_line_named_with_its_day(screen: Screen) -> None:
    screen.open()
    day = TODAY - 10 * DAY
    marker = Marker(day, MarkerKind.TRAVEL, "Trip to Lisbon")
    screen.bus.changed.emit(Treating(screen.store).keep_marker(marker))
    assert day in {marker.day for marker in screen.chart.sheet.markers}
    screen.chart.point_at(day)
    assert "Trip to Lisbon" in screen.line.text


def test_opening_the_screen_draws_no_frame_of_the_focus(screen: Screen) -> None:
    screen.open()
    image = screen.chart.grab().toImage()
    middle = image.height() // 2
    rim = {image.pixelColor(x, middle).name() for x in range(4)}
    assert LIGHT.accent.lower() not in rim
    QApplication.sendEvent(screen.chart, QEvent(QEvent.Type.Leave))
