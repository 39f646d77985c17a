"""Buttons, banner, side bar, icons and the date heading."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import LIGHT, NIGHT
from rlsdiary.domain.errors import BadValue
from rlsdiary.paths import resources_dir
from rlsdiary.ui.kit.banner import Banner
from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.colours import soft_words
from rlsdiary.ui.kit.date_heading import DateHeading
from rlsdiary.ui.kit.date_reading import heading_day, read_day
from rlsdiary.ui.kit.heading import SoftWords
from rlsdiary.ui.kit.icons import ICON_NAMES, pixmap
from rlsdiary.ui.kit.sidebar import SideBar, SideBarEntry
from rlsdiary.ui.kit.theme import apply_look
from rlsdiary.ui.shell import Shell
from tests.ui.kit.conftest import Stage

TODAY = date(2026, 11, 22)
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    """Write dates as in Britain, then as before."""
    before = QLocale()
    QLocale.setDefault(ENGLISH)
    yield
    QLocale.setDefault(before)


# --- buttons


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("make", [QuietButton, MainButton])
def test_keys_press_a_button(
    qtbot: QtBot, stage: Stage, make: type[QuietButton], key: Qt.Key
) -> None:
    button = make("As usual", stage.window)
    stage.show()
    with qtbot.waitSignal(button.clicked, timeout=0, raising=False) as pressed:
        qtbot.keyClick(button, key)
    assert pressed.signal_triggered


def test_a_button_without_words_has_a_name_and_room_for_a_finger(stage: Stage) -> None:
    button = QuietButton("", stage.window, "previous", "The evening before")
    assert button.accessibleName() == button.toolTip() == "The evening before"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 32


# --- banner


def test_a_banner_shows_its_message_until_it_is_dismissed(qtbot: QtBot, stage: Stage) -> None:
    banner = Banner(stage.window)
    stage.layout.addWidget(banner)
    stage.show()
    assert banner.isHidden()
    banner.show_message("Iron taken away.", "Undo")
    assert banner.isVisible()
    assert banner.text == "Iron taken away."
    qtbot.keyClick(banner, Qt.Key.Key_Escape)
    assert banner.isHidden()
    assert banner.text == ""


def test_the_action_of_a_banner_is_a_wish(stage: Stage) -> None:
    banner = Banner(stage.window)
    stage.layout.addWidget(banner)
    wishes: list[str] = []
    banner.action_requested.connect(lambda: wishes.append("action"))
    stage.show()
    banner.show_message("Iron taken away.", "Undo")
    button = next(b for b in banner.findChildren(QuietButton) if b.text() == "Undo")
    button.click()
    assert wishes == ["action"]
    banner.show_message("Kept.")
    assert button.isHidden()


def test_an_error_is_said_to_be_one(stage: Stage) -> None:
    banner = Banner(stage.window)
    banner.show_message("The disk is full.", kind="error")
    assert banner.kind == "error"
    assert banner.accessibleName() == "Problem: The disk is full."
    banner.show_message("Kept.")
    assert banner.accessibleName() == "Kept."


# --- side bar


@pytest.fixture
def bar(stage: Stage) -> SideBar:
    """A side bar with two screens above and one at the foot."""
    made = SideBar(stage.window)
    stage.layout.addWidget(made)
    made.add_entry("today", "today", "Today")
    made.add_entry("trends", "trends", "Trends")
    made.add_entry("settings", "settings", "Settings", at_bottom=True)
    stage.show()
    return made


def entry(bar: SideBar, key: str) -> SideBarEntry:
    return next(e for e in bar.findChildren(SideBarEntry) if e.key == key)


def test_a_click_asks_for_a_screen_and_marks_nothing_by_itself(bar: SideBar) -> None:
    asked: list[str] = []
    bar.screen_requested.connect(asked.append)
    entry(bar, "trends").click()
    entry(bar, "today").click()
    assert asked == ["trends", "today"]
    assert bar.current == "today"
    assert entry(bar, "today").isChecked()
    assert not entry(bar, "trends").isChecked()


def test_the_open_screen_is_marked_and_the_only_tab_stop(bar: SideBar) -> None:
    bar.set_current("trends")
    assert bar.current == "trends"
    stops = [
        e.key for e in bar.findChildren(SideBarEntry) if e.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["trends"]
    with pytest.raises(KeyError):
        bar.set_current("nowhere")
    assert bar.current == "trends"


def test_arrows_move_and_enter_opens(stage: Stage, bar: SideBar) -> None:
    asked: list[str] = []
    bar.screen_requested.connect(asked.append)
    entry(bar, "today").setFocus()
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Down)
    assert stage.keys_are_at(entry(bar, "settings"))
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Up)
    stage.press(Qt.Key.Key_Return)
    assert asked == ["settings"]


def test_a_compact_bar_keeps_its_words_as_tooltips(bar: SideBar) -> None:
    wide = bar.sizeHint().width()
    assert entry(bar, "today").toolTip() == ""
    bar.set_compact(True)
    assert bar.sizeHint().width() < wide / 2
    assert entry(bar, "today").toolTip() == entry(bar, "today").accessibleName() == "Today"


# --- icons


@pytest.mark.parametrize("name", ICON_NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    image = pixmap(name, "#b3432b", 24, 2.0).toImage()
    assert image.width() == image.height() == 48
    solid = [
        image.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert len(solid) > 20
    off = max(abs(colour.red() - 0xB3) + abs(colour.blue() - 0x2B) for colour in solid)
    assert off <= 2
    edge = [image.pixelColor(i, j).alpha() for i in range(48) for j in (0, 47)]
    assert max(edge) == 0


def test_icons_that_are_named_are_the_icons_that_exist() -> None:
    files = {path.stem for path in (resources_dir() / "icons").glob("*.svg")}
    assert files == set(ICON_NAMES)


def test_an_icon_is_crisp_on_fine_screens(qapp: QApplication) -> None:
    made = [pixmap("undo", "#000000", 20, ratio) for ratio in (1.0, 2.0)]
    assert [drawn.width() for drawn in made] == [20, 40]
    assert [drawn.deviceIndependentSize().width() for drawn in made] == [20, 20]
    with pytest.raises(KeyError):
        pixmap("nothing", "#000000", 20)


# --- dates as typed


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("20.11.", date(2026, 11, 20)),
        ("20.11", date(2026, 11, 20)),
        ("20/11", date(2026, 11, 20)),
        ("1.2.24", date(2024, 2, 1)),
        ("24.12.", date(2025, 12, 24)),
        ("29.2.", date(2024, 2, 29)),
        ("Yesterday", date(2026, 11, 21)),
        ("today", TODAY),
        ("-3", date(2026, 11, 19)),
        ("20 November", date(2026, 11, 20)),
        ("24 Dec", date(2025, 12, 24)),
        ("3 March 2019", date(2019, 3, 3)),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


def test_a_slash_follows_the_country() -> None:
    QLocale.setDefault(AMERICAN)
    assert read_day("11/20", TODAY) == date(2026, 11, 20)
    assert read_day("20.11.", TODAY) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("soon", "is not a date"),
        ("", "is not a date"),
        ("31.2.2026", "There is no 31.2.2026"),
        ("2026-11-23", "has not come yet"),
        ("0026-01-01", "year 26 cannot be right"),
    ],
)
def test_what_is_no_day_is_said_in_words(typed: str, words: str) -> None:
    with pytest.raises(BadValue, match=words):
        read_day(typed, TODAY)


def test_the_year_is_named_where_it_is_another() -> None:
    assert heading_day(TODAY, TODAY) == "Sunday 22 November"
    assert heading_day(date(2025, 11, 22), TODAY) == "Saturday 22 November 2025"


# --- date heading


@pytest.fixture
def heading(stage: Stage) -> DateHeading:
    """A heading that shows today; the stage keeps the days it asked for."""
    made = DateHeading(stage.window)
    stage.layout.addWidget(made)
    made.day_requested.connect(lambda day: stage.said.append(("day", day)))
    made.show_day(TODAY, TODAY)
    stage.show()
    return made


def named(heading: DateHeading, name: str) -> QuietButton:
    return next(b for b in heading.findChildren(QuietButton) if b.accessibleName() == name)


def test_the_heading_names_the_evening(heading: DateHeading) -> None:
    words = named(heading, "Evening of Sunday 22 November")
    assert words.text() == "Evening of Sunday 22 November"


def test_the_heading_shortens_where_room_is_short(stage: Stage, heading: DateHeading) -> None:
    words = named(heading, "Evening of Sunday 22 November")
    heading.setFixedWidth(heading.minimumSizeHint().width())
    QApplication.processEvents()
    assert words.text() == "Sun 22 Nov"
    calendar = named(heading, "Choose in a calendar")
    assert calendar.isVisible()
    assert calendar.y() >= words.y() + words.height()
    assert heading.rect().contains(calendar.geometry())


def test_the_arrows_stay_where_they_are_while_days_go_by(heading: DateHeading) -> None:
    back = named(heading, "The evening before")
    places = set()
    for days in range(40):
        heading.show_day(TODAY - timedelta(days), TODAY)
        QApplication.processEvents()
        places.add(back.x())
    assert len(places) == 1


def test_there_is_a_way_back_and_none_past_today(stage: Stage, heading: DateHeading) -> None:
    named(heading, "The evening before").click()
    named(heading, "The evening after").click()
    assert stage.said == [("day", date(2026, 11, 21))]
    assert not named(heading, "The evening after").isEnabled()
    heading.show_day(date(2026, 11, 21), TODAY)
    named(heading, "The evening after").click()
    assert stage.said[-1] == ("day", TODAY)


def test_a_typed_day_is_asked_for(stage: Stage, heading: DateHeading) -> None:
    named(heading, "Evening of Sunday 22 November").click()
    assert isinstance(stage.holder, QLineEdit)
    stage.type("-3")
    stage.press(Qt.Key.Key_Return)
    assert stage.said == [("day", date(2026, 11, 19))]
    assert stage.keys_are_at(named(heading, "Evening of Sunday 22 November"))


def test_a_day_to_come_is_refused_in_words_and_stays(stage: Stage, heading: DateHeading) -> None:
    heading.start_typing()
    stage.type("2026-11-23")
    stage.press(Qt.Key.Key_Return)
    assert "has not come yet" in heading.problem
    assert stage.said == []
    assert isinstance(stage.holder, QLineEdit)
    stage.press(Qt.Key.Key_Backspace)
    assert heading.problem == ""
    stage.press(Qt.Key.Key_Escape)
    assert stage.keys_are_at(named(heading, "Evening of Sunday 22 November"))


def test_the_calendar_offers_no_day_to_come_and_asks_once(
    stage: Stage, heading: DateHeading
) -> None:
    from PySide6.QtCore import QDate
    from PySide6.QtWidgets import QCalendarWidget

    assert heading.findChild(QCalendarWidget) is None
    named(heading, "Choose in a calendar").click()
    calendar = heading.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.maximumDate() == QDate(2026, 11, 22)
    calendar.clicked.emit(QDate(2026, 11, 2))
    calendar.activated.emit(QDate(2026, 11, 2))
    assert stage.said == [("day", date(2026, 11, 2))]
    assert calendar.isHidden()


def test_words_follow_the_look_and_the_text_size_while_they_are_shown(
    qapp: QApplication, qtbot: QtBot
) -> None:
    apply_look(qapp, LIGHT, 100)
    shell = Shell("diary")
    qtbot.addWidget(shell)
    words = SoftWords("kept 21:14", shell)
    shell.show()
    small = words.font().pointSizeF()
    apply_look(qapp, NIGHT, 200)
    qapp.processEvents()
    assert words.font().pointSizeF() == pytest.approx(2 * small)
    colour = words.palette().color(QPalette.ColorRole.WindowText)
    assert colour == soft_words(NIGHT)
    apply_look(qapp, LIGHT, 200)
    qapp.processEvents()
    assert words.palette().color(QPalette.ColorRole.WindowText) == soft_words(LIGHT)
    apply_look(qapp, LIGHT, 100)
