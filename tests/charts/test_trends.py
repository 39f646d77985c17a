"""The chart as a person uses it: wheel, drag, click, keys; and that it leaves no trace."""

import gc
import subprocess
import sys
import weakref
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import DARK, LIGHT, NIGHT
from rlsdiary.charts.picture import TrendsPicture
from rlsdiary.charts.trends import TrendsChart
from tests.charts.pictures import LAST, diary, empty, panel, picture

ROOT = Path(__file__).resolve().parents[2]
DAYS = 200
# The offscreen platform has no window frame to tell the smallest size to.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
FIRST = LAST - timedelta(days=DAYS - 1)
MONTH = (LAST - timedelta(days=29), LAST)


def opened(qtbot: QtBot, shown: TrendsPicture) -> TrendsChart:
    """Return a chart as a window of its own."""
    chart = TrendsChart(None, LIGHT, 11.0)
    qtbot.addWidget(chart)
    chart.show_picture(shown)
    chart.resize(900, 700)
    with qtbot.waitExposed(chart):
        chart.show()
    return chart


@pytest.fixture
def chart(qtbot: QtBot) -> TrendsChart:
    return opened(qtbot, diary(DAYS))


def pane(chart: TrendsChart) -> QWidget:
    return chart.findChildren(QGraphicsView)[0].viewport()


def place(chart: TrendsChart, day: date) -> QPoint:
    """Return the place of a day, half way down."""
    return QPoint(round(chart.sheet.time.at(day.toordinal())), chart.height() // 2)


def turn_wheel(
    chart: TrendsChart,
    at: QPoint,
    notches: float,
    sideways: bool = False,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    target, turned = pane(chart), round(120 * notches)
    event = QWheelEvent(
        QPointF(at),
        QPointF(target.mapToGlobal(at)),
        QPoint(),
        QPoint(turned, 0) if sideways else QPoint(0, turned),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def drag(chart: TrendsChart, start: QPoint, by: int) -> None:
    target = pane(chart)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(target, start + QPoint(by * step // 10, 0))
    end = start + QPoint(by, 0)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=end)


def days_of(chart: TrendsChart) -> int:
    first, last = chart.days_in_sight()
    return (last - first).days + 1


def test_it_opens_with_the_whole_diary(chart: TrendsChart) -> None:
    assert chart.days_in_sight() == (FIRST, LAST)


def test_a_window_is_shown_whole_and_announced(qtbot: QtBot, chart: TrendsChart) -> None:
    with qtbot.waitSignal(chart.window_changed) as told:
        chart.set_window(*MONTH)
    assert told.args == list(MONTH)
    assert chart.days_in_sight() == MONTH


def test_the_same_window_is_not_announced_again(qtbot: QtBot, chart: TrendsChart) -> None:
    chart.set_window(*MONTH)
    with qtbot.assertNotEmitted(chart.window_changed):
        chart.set_window(*MONTH)


def test_the_wheel_held_sideways_moves_time(chart: TrendsChart) -> None:
    chart.set_window(*MONTH)
    turn_wheel(chart, place(chart, LAST), 1, sideways=True)
    assert chart.days_in_sight() == (MONTH[0] - timedelta(days=3), MONTH[1] - timedelta(days=3))


def test_less_than_a_day_of_moving_is_not_announced(qtbot: QtBot, chart: TrendsChart) -> None:
    chart.set_window(*MONTH)
    edge = chart.sheet.time.first
    with qtbot.assertNotEmitted(chart.window_changed):
        turn_wheel(chart, place(chart, LAST), 0.1, sideways=True)
    assert chart.sheet.time.first < edge


def test_nobody_gets_lost_outside_the_diary(chart: TrendsChart) -> None:
    chart.set_window(date(1990, 1, 1), date(2090, 1, 1))
    assert chart.days_in_sight() == (FIRST, LAST)
    chart.set_window(*MONTH)
    drag(chart, place(chart, MONTH[0] + timedelta(days=5)), -400)
    assert chart.days_in_sight() == MONTH


def test_no_less_than_a_week_is_shown(chart: TrendsChart) -> None:
    for _ in range(30):
        turn_wheel(chart, place(chart, LAST), 2)
    assert 7 <= days_of(chart) <= 8


def test_the_wheel_zooms_about_the_pointer(chart: TrendsChart) -> None:
    day = LAST - timedelta(days=60)
    before = place(chart, day)
    turn_wheel(chart, before, 1)
    assert days_of(chart) < DAYS
    assert abs(place(chart, day).x() - before.x()) <= 1
    turn_wheel(chart, before, -5)
    assert days_of(chart) == DAYS


def test_dragging_moves_time_and_opens_no_day(qtbot: QtBot, chart: TrendsChart) -> None:
    chart.set_window(*MONTH)
    width = chart.sheet.time.per_day
    with qtbot.assertNotEmitted(chart.day_opened):
        drag(chart, place(chart, MONTH[0] + timedelta(days=5)), round(10 * width))
    assert chart.days_in_sight() == (MONTH[0] - timedelta(days=10), MONTH[1] - timedelta(days=10))


def test_a_click_opens_its_day(qtbot: QtBot, chart: TrendsChart) -> None:
    chart.set_window(*MONTH)
    day = LAST - timedelta(days=7)
    with qtbot.waitSignal(chart.day_opened) as told:
        QTest.mouseClick(pane(chart), Qt.MouseButton.LeftButton, pos=place(chart, day))
    assert told.args == [day]


def test_a_click_beside_the_plot_opens_nothing(qtbot: QtBot, chart: TrendsChart) -> None:
    with qtbot.assertNotEmitted(chart.day_opened):
        QTest.mouseClick(pane(chart), Qt.MouseButton.LeftButton, pos=QPoint(3, 300))


def test_the_pointer_points_at_days(qtbot: QtBot, chart: TrendsChart) -> None:
    chart.set_window(*MONTH)
    day = LAST - timedelta(days=3)
    with qtbot.waitSignal(chart.day_pointed) as told:
        QTest.mouseMove(pane(chart), place(chart, day))
    assert told.args == [day]


def test_a_day_is_announced_once(qtbot: QtBot, chart: TrendsChart) -> None:
    chart.set_window(*MONTH)
    days: list[date] = []
    chart.day_pointed.connect(days.append)
    chart.point_at(LAST)
    chart.point_at(LAST)
    assert days == [LAST]


def test_no_day_is_pointed_at_once_the_pointer_has_left(qtbot: QtBot, chart: TrendsChart) -> None:
    chart.point_at(LAST)
    with qtbot.waitSignal(chart.day_pointed) as told:
        QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert told.args == [None]


def test_the_arrows_go_day_by_day_and_take_the_window_along(
    qtbot: QtBot, chart: TrendsChart
) -> None:
    chart.set_window(*MONTH)
    pointed: list[date] = []
    chart.day_pointed.connect(pointed.append)
    for _ in range(31):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert pointed[:2] == [LAST, LAST - timedelta(days=1)]
    assert pointed[-1] == LAST - timedelta(days=29)
    assert chart.days_in_sight()[0] == LAST - timedelta(days=30)
    assert days_of(chart) == 30


def test_home_and_end_go_to_the_ends_of_the_diary(qtbot: QtBot, chart: TrendsChart) -> None:
    chart.set_window(*MONTH)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.days_in_sight()[0] == FIRST
    assert days_of(chart) == 30
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.days_in_sight() == MONTH


def test_enter_opens_the_pointed_day_and_escape_lets_go_of_it(
    qtbot: QtBot, chart: TrendsChart
) -> None:
    days: list[date] = []
    chart.day_opened.connect(days.append)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    chart.point_at(LAST)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert days == [LAST]


def test_plus_and_minus_zoom(qtbot: QtBot, chart: TrendsChart) -> None:
    chart.set_window(*MONTH)
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    assert days_of(chart) == 20
    assert chart.days_in_sight()[1] == LAST
    qtbot.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.days_in_sight() == MONTH


def test_the_window_stays_when_an_older_day_is_changed(chart: TrendsChart) -> None:
    window = (LAST - timedelta(days=80), LAST - timedelta(days=40))
    chart.set_window(*window)
    chart.show_picture(diary(DAYS))
    assert chart.days_in_sight() == window


def test_a_window_at_the_newest_day_moves_on_with_the_diary(chart: TrendsChart) -> None:
    chart.set_window(*MONTH)
    tomorrow = LAST + timedelta(days=1)
    chart.show_picture(picture(panel("urge", [5.0] * 201, tomorrow)))
    assert chart.days_in_sight() == (MONTH[0] + timedelta(days=1), tomorrow)


def test_the_pointed_day_is_told_to_those_who_cannot_see(chart: TrendsChart) -> None:
    assert chart.accessibleName() == "Trends"
    assert "Left and Right" in chart.accessibleDescription()
    chart.point_at(LAST)
    assert chart.accessibleDescription().startswith("Sunday, 22 November 2026: Strongest urge")


@pytest.mark.parametrize("look", [DARK, NIGHT])
def test_another_look_changes_the_ground_and_the_data(chart: TrendsChart, look: object) -> None:
    assert look in (DARK, NIGHT)
    chosen = DARK if look is DARK else NIGHT
    chart.set_look(chosen)
    colours = colours_of(chart)
    assert chosen.card.lower() in colours
    assert LIGHT.card.lower() not in colours


def test_the_crosshair_comes_and_goes(chart: TrendsChart) -> None:
    before = chart.grab().toImage()
    chart.point_at(LAST - timedelta(days=100))
    assert chart.grab().toImage() != before
    chart.point_at(None)
    assert chart.grab().toImage() == before


def test_an_empty_diary_answers_no_key_and_opens_nothing(qtbot: QtBot) -> None:
    chart = opened(qtbot, empty())
    with qtbot.assertNotEmitted(chart.day_opened), qtbot.assertNotEmitted(chart.day_pointed):
        QTest.mouseClick(pane(chart), Qt.MouseButton.LeftButton, pos=QPoint(300, 250))
        qtbot.keyClick(chart, Qt.Key.Key_Left)
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert "Nothing is recorded yet" in chart.accessibleDescription()


def test_a_diary_of_one_day_is_shown_within_a_fortnight(qtbot: QtBot) -> None:
    chart = opened(qtbot, picture(panel("urge", [6.0])))
    assert chart.days_in_sight() == (LAST - timedelta(days=13), LAST)


def test_a_closed_chart_is_freed(qtbot: QtBot) -> None:
    chart = opened(qtbot, diary(30))
    gone = weakref.ref(chart)
    chart.close()
    chart.deleteLater()
    del chart
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_the_chart_is_still_a_widget_with_a_window(chart: TrendsChart) -> None:
    assert QWidget.window(chart) is chart.window()


@pytest.mark.parametrize("point_size", [11.5, 23.0])
def test_large_type_asks_for_height_and_never_for_width(qtbot: QtBot, point_size: float) -> None:
    chart = opened(qtbot, diary(DAYS))
    chart.set_point_size(point_size)
    chart.resize(500, chart.minimumSizeHint().height())
    assert chart.minimumSizeHint().width() <= 300
    assert chart.sheet.type.point_size == pytest.approx(point_size, rel=0.12)


def test_twice_as_large_type_is_twice_as_large_in_the_chart(qtbot: QtBot) -> None:
    chart = opened(qtbot, diary(DAYS))
    before = chart.minimumSizeHint().height()
    chart.set_point_size(22.0)
    assert chart.minimumSizeHint().height() > 1.8 * before


def test_a_wheel_left_to_the_screen_zooms_with_ctrl_only(chart: TrendsChart) -> None:
    chart.leave_wheel(True)
    turn_wheel(chart, place(chart, LAST), 2)
    assert days_of(chart) == DAYS
    turn_wheel(chart, place(chart, LAST), 2, held=Qt.KeyboardModifier.ControlModifier)
    assert days_of(chart) < DAYS


@pytest.mark.parametrize(
    ("reason", "is_shown"),
    [
        (Qt.FocusReason.OtherFocusReason, False),
        (Qt.FocusReason.MouseFocusReason, False),
        (Qt.FocusReason.ActiveWindowFocusReason, False),
        (Qt.FocusReason.ShortcutFocusReason, False),
        (Qt.FocusReason.TabFocusReason, True),
    ],
)
def test_the_rim_tells_of_the_keys_only_where_they_brought_the_focus(
    chart: TrendsChart, reason: Qt.FocusReason, is_shown: bool
) -> None:
    QApplication.sendEvent(chart, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert (LIGHT.accent.lower() in rim_of(chart)) is is_shown
    QApplication.sendEvent(chart, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert LIGHT.accent.lower() not in rim_of(chart)


def test_a_key_that_moves_the_crosshair_shows_the_rim(qtbot: QtBot, chart: TrendsChart) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert LIGHT.accent.lower() in rim_of(chart)


def rim_of(chart: TrendsChart) -> set[str]:
    """Return the colours along the left edge of the chart."""
    image = chart.grab().toImage()
    half = image.height() // 2
    return {image.pixelColor(x, y).name() for x in range(4) for y in range(half, half + 20)}


SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from rlsdiary.charts.look import LIGHT
from rlsdiary.charts.trends import TrendsChart
from tests.charts.pictures import diary
app = QApplication([])
window = QWidget()
chart = TrendsChart(window, LIGHT, 11.0)
chart.show_picture(diary(100))
window.show()
app.processEvents()
if sys.argv[1] == "closed":
    window.close()
if sys.argv[1] == "deleted":
    window.close()
    window.deleteLater()
    app.processEvents()
"""


@pytest.mark.parametrize("how", ["closed", "deleted", "left open"])
def test_the_program_ends_with_status_0_and_silently(how: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, how], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_pictures_and_paper_come_without_pyqtgraph() -> None:
    modules = "look, picture, scales, dates, marks, paper"
    code = f"import sys; from rlsdiary.charts import {modules}; print('pyqtgraph' in sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert found.stdout.strip() == "False"


def colours_of(chart: TrendsChart) -> set[str]:
    image: QImage = chart.grab().toImage()
    places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return {image.pixelColor(x, y).name() for x, y in places}
