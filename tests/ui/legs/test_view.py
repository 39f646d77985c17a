"""The screen “Legs now”: huge, dark, by key and by finger, and gone when it is closed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import LIGHT, LOOKS
from rlsdiary.domain.moments import MEASURES, measure_words
from rlsdiary.ui.kit.colours import READABLE, contrast
from rlsdiary.ui.kit.theme import apply_look, darken_frame
from rlsdiary.ui.legs.board import LABELS
from rlsdiary.ui.legs.button import TARGET
from rlsdiary.ui.legs.state import LegsState
from rlsdiary.ui.legs.view import LegsView

KEPT = LegsState("03:12 · 7 · walking", ("23:40 · 4", "23:55 · better"), "walking", "Undo walking")
SIZES = [(1180, 820), (700, 500), (1920, 1080), (420, 640)]


class Screen:
    """The view alone in its window, and what it wished."""

    def __init__(self, qtbot: QtBot) -> None:
        self.view = LegsView(None)
        qtbot.addWidget(self.view)
        self.wishes: list[object] = []
        self.view.level_requested.connect(self.wishes.append)
        self.view.measure_requested.connect(self.wishes.append)
        for name in ("ten", "better", "undo", "leave"):
            wish = getattr(self.view, f"{name}_requested")
            wish.connect(getattr(self, f"_{name}"))

    def show(self, width: int = 1180, height: int = 820) -> None:
        """Show the window in a size, everything arranged."""
        self.view.resize(width, height)
        self.view.show()
        self.view.setFocus()
        for _ in range(3):
            QApplication.processEvents()

    def box(self, key: str) -> QRect:
        """Return where a button is in the window."""
        button = next(b for b in self.view.buttons if b.key == key)
        return QRect(button.mapTo(self.view, button.rect().topLeft()), button.size())

    def press(self, *keys: str | Qt.Key) -> None:
        """Press keys where the keys go."""
        for key in keys:
            QTest.keyClick(self.view.focusWidget(), key)  # type: ignore[arg-type]

    def click(self, key: str) -> None:
        """Press a button with the finger."""
        button = next(b for b in self.view.buttons if b.key == key)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _ten(self) -> None:
        self.wishes.append("ten")

    def _better(self) -> None:
        self.wishes.append("better")

    def _undo(self) -> None:
        self.wishes.append("undo")

    def _leave(self) -> None:
        self.wishes.append("leave")


@pytest.fixture
def screen(qapp: QApplication, qtbot: QtBot) -> Iterator[Screen]:
    """Return the screen in the light theme at 100 %."""
    apply_look(qapp, LIGHT, 100)
    yield Screen(qtbot)
    apply_look(qapp, LIGHT, 100)


# --- sizes


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_target_is_large_and_none_covers_another(
    screen: Screen, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_look(qapp, LIGHT, percent)
    screen.view.show_state(KEPT)
    screen.show(*size)
    boxes = [screen.box(button.key) for button in screen.view.buttons]
    assert len(boxes) == 11 + 1 + 8 + 2
    assert min(min(box.width(), box.height()) for box in boxes) >= 64 == TARGET
    board = boxes[:-2]
    assert not any(a.intersects(b) for a in board for b in board if a is not b)
    assert all(box.left() >= 0 and box.right() < size[0] for box in boxes)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1180, 820), (700, 500)], ids=["usual", "small"])
def test_nothing_lies_outside_the_window(
    screen: Screen, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_look(qapp, LIGHT, percent)
    screen.view.show_state(KEPT)
    screen.show(*size)
    foot = screen.box("undo").top()
    for button in screen.view.board.buttons:
        assert screen.box(button.key).bottom() < foot, button.key
    assert screen.box("leave").bottom() < size[1]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_words_fit_their_buttons(
    screen: Screen, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_look(qapp, LIGHT, percent)
    screen.show(*size)
    for button in screen.view.buttons:
        room = button.rect().adjusted(2, 2, -2, -2)
        words = button.fontMetrics().boundingRect(
            room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter, button.words
        )
        assert room.contains(words), button.words
        assert button.font().pixelSize() >= 24 or button.font().pointSizeF() >= 13


def test_where_the_window_is_low_the_board_scrolls_to_what_has_the_keys(screen: Screen) -> None:
    screen.show(420, 420)
    last = screen.view.board.buttons[-1]
    assert screen.box(last.key).bottom() > screen.box("undo").top()
    for _ in screen.view.board.buttons:
        QTest.keyClick(screen.view.focusWidget(), Qt.Key.Key_Tab)
    assert screen.view.focusWidget() is last
    assert screen.box(last.key).bottom() < screen.box("leave").top()


# --- the night


@pytest.mark.parametrize("theme", sorted(LOOKS))
def test_the_screen_is_red_on_black_in_every_theme(
    screen: Screen, qapp: QApplication, theme: str
) -> None:
    apply_look(qapp, LOOKS[theme], 100)
    screen.view.show_state(KEPT)
    screen.show(700, 500)
    image = screen.view.grab().toImage()
    pixels = {image.pixel(x, y) for x in range(0, 700, 2) for y in range(0, 500, 2)}
    colours = [QColor(pixel) for pixel in pixels]
    assert all(c.red() >= c.green() and c.red() >= c.blue() for c in colours)
    brightest = max(contrast(colour, "#000000") for colour in colours)
    assert brightest <= contrast(LOOKS["night"].accent, "#000000") + 0.01


@pytest.mark.parametrize("pressed", ["", "7", "better"])
def test_nearly_all_of_the_screen_stays_dark(screen: Screen, pressed: str) -> None:
    screen.view.show_state(replace(KEPT, pressed=pressed))
    screen.show(700, 500)
    image = screen.view.grab().toImage()
    lit = [
        contrast(QColor(image.pixel(x, y)), "#000000") > 1.6
        for x in range(0, 700, 3)
        for y in range(0, 500, 3)
    ]
    assert sum(lit) / len(lit) < 0.1


def test_all_words_are_readable(screen: Screen) -> None:
    screen.view.show_state(KEPT)
    screen.show()
    labels = [label for label in screen.view.findChildren(QLabel) if label.isVisible()]
    assert len(labels) >= 5
    for label in labels:
        assert contrast(label.palette().windowText().color(), "#000000") >= READABLE, label.text()
    for key in ("7", "walking"):  # plain, and the one that stands out
        image = screen.view.board.button(key).grab().toImage()
        colours = [
            QColor(image.pixel(x, y)) for x in range(8, image.width() - 8) for y in range(8, 90)
        ]
        ground = max(set(map(QColor.rgb, colours)), key=[c.rgb() for c in colours].count)
        assert max(contrast(colour, QColor(ground)) for colour in colours) >= READABLE, key


def test_what_was_pressed_last_stands_out_alone_and_not_by_colour_only(screen: Screen) -> None:
    screen.show()
    before = screen.view.board.button("walking").grab().toImage()
    screen.view.show_state(KEPT)
    assert [b.key for b in screen.view.board.buttons if b.is_newest] == ["walking"]
    after = screen.view.board.button("walking").grab().toImage()
    middle = before.height() // 2
    inside = [QColor(image.pixel(3, middle)) for image in (before, after)]  # a thicker line
    assert contrast(inside[0], inside[1]) >= 3
    screen.view.show_state(LegsState())
    assert not any(b.is_newest for b in screen.view.board.buttons)


class Hints:
    """What Qt is told of the colours around the window."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Light
        self.is_forced = False

    def styleHints(self) -> Hints:  # noqa: N802 - Qt's name
        return self

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:  # noqa: N802 - Qt's name
        self.scheme = scheme
        self.is_forced = True

    def unsetColorScheme(self) -> None:  # noqa: N802 - Qt's name
        self.scheme = Qt.ColorScheme.Light
        self.is_forced = False


@pytest.mark.parametrize("theme", ["light", "dark", "night"])
def test_the_title_bar_goes_dark_and_back_to_what_the_look_has(
    qapp: QApplication, theme: str
) -> None:
    hints = Hints()
    apply_look(qapp, LOOKS[theme], 100)
    hints.scheme = Qt.ColorScheme.Light if theme == "light" else Qt.ColorScheme.Dark
    before = hints.scheme
    darken_frame(hints, is_dark=True)  # type: ignore[arg-type]
    assert hints.scheme is Qt.ColorScheme.Dark
    darken_frame(hints, is_dark=False)  # type: ignore[arg-type]
    assert hints.scheme is before
    assert not hints.is_forced  # the title bar follows the desktop again
    apply_look(qapp, LIGHT, 100)


# --- keys


def test_each_digit_is_a_number_and_x_is_ten(screen: Screen) -> None:
    screen.show()
    screen.press(*"023456789x")
    assert screen.wishes == [0, 2, 3, 4, 5, 6, 7, 8, 9, 10]


def test_a_nought_typed_after_a_one_asks_for_ten_once(screen: Screen) -> None:
    screen.show()
    screen.press("1", "0", "0")
    assert screen.wishes == [1, "ten", 0]


@pytest.mark.parametrize("between", ["5", "b", "w", "ß"])
def test_any_other_key_between_makes_it_a_nought(screen: Screen, between: str) -> None:
    screen.show()
    screen.press("1", between, "0")
    assert screen.wishes[-1] == 0


def test_a_finger_between_makes_it_a_nought_and_needs_no_second_press_for_ten(
    screen: Screen,
) -> None:
    screen.show()
    screen.press("1")
    screen.click("1")
    screen.press("0")
    screen.click("10")
    assert screen.wishes == [1, 1, 0, 10]


def test_each_letter_presses_its_button(screen: Screen) -> None:
    screen.show()
    screen.view.show_state(KEPT)
    screen.press(*"wsrhcpdm", "B", "u", "l")
    measures = [measure for measure, _words in MEASURES]
    assert screen.wishes == [*measures, "better", "undo", "leave"]


def test_letters_are_each_others_and_measures_are_said_as_everywhere(screen: Screen) -> None:
    letters = [button.letter for button in screen.view.buttons if button.letter]
    assert len(set(letters)) == len(letters) == 11
    assert "x" not in letters
    assert set(LABELS) == {measure for measure, _words in MEASURES}
    for measure in LABELS:
        assert screen.view.board.button(measure).words.lower() == measure_words(measure)


def test_escape_leaves_from_wherever_the_keys_are(screen: Screen) -> None:
    screen.show()
    screen.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
    assert screen.wishes == ["leave"]


def test_space_pressed_too_early_does_nothing_and_on_a_button_presses_it(screen: Screen) -> None:
    screen.show()
    screen.press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert screen.wishes == []
    screen.press(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert screen.wishes == [0, 1]


def test_a_key_held_down_is_one_press(screen: Screen) -> None:
    screen.show()
    none = Qt.KeyboardModifier.NoModifier
    for key, text in ((Qt.Key.Key_7, "7"), (Qt.Key.Key_W, "w")):
        for repeated in (False, True, True):
            event = QKeyEvent(QEvent.Type.KeyPress, key, none, text, repeated)
            QApplication.sendEvent(screen.view, event)
    assert screen.wishes == [7, "walking"]


def test_a_shortcut_is_no_letter(screen: Screen) -> None:
    screen.show()
    QTest.keyClick(screen.view, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert screen.wishes == []


# --- what is said


def test_what_was_kept_is_said_newest_first_and_largest(screen: Screen) -> None:
    screen.show()
    foot = screen.view.foot
    assert list(foot.words) == ["What you press is kept here with its time."]
    screen.view.show_state(KEPT)
    assert list(foot.words) == ["03:12 · 7 · walking", "23:40 · 4    23:55 · better"]
    screen.view.say("Taken back: 03:12 · walking")
    assert list(foot.words) == ["03:12 · 7 · walking", "Taken back: 03:12 · walking"]


def test_a_long_night_shows_its_end(screen: Screen) -> None:
    many = tuple(f"{hour:02}:{minute:02} · 7" for hour in range(6) for minute in range(0, 60, 5))
    screen.view.show_state(LegsState("06:00 · 2", many, "", "Undo 2"))
    screen.show(700, 500)
    shown = [label.text() for label in screen.view.foot.findChildren(QLabel)]
    assert any(text.startswith("…") and text.endswith("05:55 · 7") for text in shown)


def test_a_problem_is_said_in_full_and_moves_nothing_out_of_sight(screen: Screen) -> None:
    screen.view.show_state(KEPT)
    screen.show(700, 500)
    problem = "The disk is full. Nothing was kept. Free some space on it and press once more. " * 2
    screen.view.say(problem)
    QApplication.processEvents()
    (label,) = (x for x in screen.view.foot.findChildren(QLabel) if x.text() == problem)
    assert label.height() >= label.heightForWidth(label.width())
    assert label.mapTo(screen.view, label.rect().bottomLeft()).y() < 500


def test_undo_keeps_its_place_while_there_is_nothing_to_undo(screen: Screen) -> None:
    screen.show()
    screen.click("undo")
    empty = screen.box("undo")
    screen.view.show_state(KEPT)
    assert screen.box("undo") == empty
    screen.click("undo")
    assert screen.wishes == ["undo"]


def test_a_screen_reader_hears_what_each_button_means(screen: Screen) -> None:
    screen.view.show_state(KEPT)
    names = {button.key: button.accessibleName() for button in screen.view.buttons}
    assert names["0"] == "0 of 10, none"
    assert names["10"] == "10 of 10, the worst I can imagine"
    assert names["7"] == "7 of 10"
    assert names["bath"] == "Bath or shower"
    assert names["undo"] == "Undo walking"
    assert len(set(names.values())) == len(names)
    assert screen.view.accessibleName() == "Legs now"
    assert not any(button.toolTip() for button in screen.view.buttons)  # a tooltip would be bright


def test_a_closed_screen_is_freed(screen: Screen, qapp: QApplication) -> None:
    screen.view.show_state(KEPT)
    screen.show()
    screen.press("7", "w")
    gone = weakref.ref(screen.view)
    screen.view.close()
    screen.view.deleteLater()
    del screen.view
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None
