"""How rows and cards use the room they have, and that everything is freed and readable."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from rlsdiary.charts.look import DARK, LIGHT, LOOKS, NIGHT, Look
from rlsdiary.domain.questions import Value
from rlsdiary.ui.kit.banner import Banner
from rlsdiary.ui.kit.body import BodyRow
from rlsdiary.ui.kit.card import Card, align
from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.ui.kit.clock import ClockRow
from rlsdiary.ui.kit.colours import READABLE, chosen_fill, contrast, soft_words
from rlsdiary.ui.kit.count import CountRow
from rlsdiary.ui.kit.date_heading import DateHeading
from rlsdiary.ui.kit.number import AmountRow, NumberRow
from rlsdiary.ui.kit.onset import OnsetRow
from rlsdiary.ui.kit.rating import RatingRow
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.sidebar import SideBar
from rlsdiary.ui.kit.theme import apply_look, current_look, space, target, text_percent
from rlsdiary.ui.kit.typed import TypedRow
from rlsdiary.ui.kit.yes import YesRow
from tests.ui.kit.conftest import Stage

REST = (("no", "no"), ("little", "a little"), ("hour", "an hour or more"))
SCREENS = (LIGHT, DARK, NIGHT)


def anything(value: Value) -> Value:
    return value


def cells(row: AnswerRow, count: int) -> list[QRect]:
    return [row.cell_box(index) for index in range(count)]


@pytest.mark.parametrize(("percent", "width", "stacked"), [(100, 900, False), (200, 900, True)])
def test_the_label_moves_above_where_there_is_no_room_beside(
    qapp: QApplication, stage: Stage, percent: int, width: int, stacked: bool
) -> None:
    apply_look(qapp, LIGHT, percent)
    row = stage.add(RatingRow, "Strongest urge to move", "none", "the worst I can imagine")
    stage.show(width)
    assert row.is_stacked is stacked


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [420, 700, 1100])
def test_no_button_is_cut_off_and_each_is_tall_enough(
    qapp: QApplication, stage: Stage, percent: int, width: int
) -> None:
    apply_look(qapp, LIGHT, percent)
    made = (
        (stage.add(RatingRow, "Strongest urge to move", "none", "the worst I can imagine"), 11),
        (stage.add(ChoiceRow, "Chance to sit still", REST), 3),
        (stage.add(OnsetRow, "It began"), 3),
        (stage.add(CountRow, "Woken by the legs"), 3),
        (stage.add(ClockRow, "Into bed"), 3),
        (stage.add(NumberRow, "Weight", unit="kg", check=anything), 1),
        (stage.add(AmountRow, "Cola", unit="glasses", check=anything, timed=True), 4),
        (stage.add(YesRow, "Dreams"), 2),
        (stage.add(BodyRow, "Where"), 3),
    )
    stage.show(width, 3200)
    for row, count in made:
        assert row.height() >= row.heightForWidth(row.width())
        for box in cells(row, count):
            assert row.rect().contains(box)
            assert box.height() >= 32
            assert box.width() >= 28


def test_the_buttons_of_a_rating_never_overlap(stage: Stage) -> None:
    row = stage.add(RatingRow, "urge", "none", "worst")
    stage.show(420)
    boxes = cells(row, 11)
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i]]
    assert not any(a.intersects(b) for a, b in pairs)


def test_a_growing_text_size_makes_shown_rows_grow(qapp: QApplication, stage: Stage) -> None:
    row = stage.add(CountRow, "Woken by the legs")
    stage.show()
    before = row.sizeHint().height()
    apply_look(qapp, LIGHT, 200)
    QApplication.processEvents()
    assert row.sizeHint().height() > before * 1.3


def test_rows_of_aligned_cards_stand_under_each_other(stage: Stage) -> None:
    cards = [Card("Last night", "", stage.window), Card("Today", "", stage.window)]
    short = CountRow("Woken", cards[0])
    long = RatingRow("Strongest urge to move", "none", "worst", cards[1])
    cards[0].add_row(short)
    cards[1].add_row(long)
    align(*cards)
    for card in cards:
        stage.layout.addWidget(card)
    stage.show(1000)
    assert short.cell_box(0).x() == long.cell_box(0).x() > long.label_width()


def test_rows_of_one_card_wrap_together(stage: Stage) -> None:
    card = Card("Today", "", stage.window)
    stage.layout.addWidget(card)
    count = CountRow("Woken by the legs", card)
    rating = RatingRow("Strongest urge to move", "none", "worst", card)
    card.add_row(count)
    card.add_row(rating)
    stage.show(600)
    assert rating.is_stacked
    assert count.is_stacked


def test_a_late_mark_makes_room_for_itself(stage: Stage) -> None:
    row = stage.add(CountRow, "Woken by the legs")
    stage.show()
    before = row.sizeHint().height()
    row.set_late("entered 3 days later")
    assert row.sizeHint().height() > before


def test_text_size_stays_between_100_and_200(qapp: QApplication) -> None:
    apply_look(qapp, DARK, 30)
    assert (text_percent(), current_look()) == (100, DARK)
    small = (space(24), target(), qapp.font().pointSizeF())
    apply_look(qapp, DARK, 900)
    assert text_percent() == 200
    assert qapp.font().pointSizeF() == pytest.approx(2 * small[2])
    assert (space(24), target()) == (36, 58)
    assert small[:2] == (24, 36)


# --- colours


@pytest.mark.parametrize("number", range(11))
@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_the_number_on_a_filled_button_is_readable(look: Look, number: int) -> None:
    fill, text = chosen_fill(look, number / 10)
    assert contrast(text, fill) >= READABLE


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_the_fill_gets_fuller_with_the_number(look: Look) -> None:
    away = [contrast(chosen_fill(look, number / 10)[0], look.card) for number in range(11)]
    assert away == sorted(away)
    assert away[-1] > away[5] > away[0] > 1.05


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
@pytest.mark.parametrize("ground", ["window", "card"])
def test_words_are_readable(look: Look, ground: str) -> None:
    for words in (look.text, look.accent, soft_words(look)):
        assert contrast(words, getattr(look, ground)) >= READABLE


@pytest.mark.parametrize("look", SCREENS, ids=lambda look: look.name)
def test_words_on_the_main_button_are_readable(look: Look) -> None:
    fill, text = chosen_fill(look, 1)
    assert fill == QColor(look.accent)
    assert contrast(text, fill) >= READABLE


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#777777") == pytest.approx(4.48, abs=0.01)
    assert contrast(QColor("#777777"), QColor("#777777")) == 1


@pytest.mark.parametrize("look", SCREENS, ids=lambda look: look.name)
def test_empty_and_chosen_buttons_differ_in_more_than_colour(
    qapp: QApplication, stage: Stage, look: Look
) -> None:
    apply_look(qapp, look, 100)
    row = stage.add(RatingRow, "urge", "none", "worst")
    stage.show()
    inside = row.cell_box(0).adjusted(-1, -1, 1, 1)
    hollow = row.grab(inside).toImage()
    row.show_value(0)
    filled = row.grab(inside).toImage()
    # Just outside the hollow outline the card shows; the chosen button reaches further.
    assert hollow.pixelColor(20, 0) != filled.pixelColor(20, 0)


@pytest.mark.parametrize("look", SCREENS, ids=lambda look: look.name)
def test_the_focus_can_be_seen(qapp: QApplication, stage: Stage, look: Look) -> None:
    apply_look(qapp, look, 100)
    row = stage.add(RatingRow, "urge", "none", "worst")
    other = stage.add(RatingRow, "stress", "none", "worst")
    stage.show()
    other.setFocus()
    middle = row.height() // 2
    without = row.grab().toImage().pixelColor(2, middle)
    row.setFocus()
    ring = row.grab().toImage().pixelColor(2, middle)
    assert contrast(ring, without) >= 3


# --- freedom


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: RatingRow("a", "b", "c", parent),
        lambda parent: ChoiceRow("a", REST, parent),
        lambda parent: CountRow("a", parent),
        lambda parent: OnsetRow("a", parent),
        lambda parent: ClockRow("a", parent),
        lambda parent: AmountRow("a", parent, "cups", anything, timed=True),
        lambda parent: BodyRow("a", parent),
        lambda parent: Card("a", "b", parent),
        Banner,
        SideBar,
        DateHeading,
    ],
    ids=[
        *("rating", "choice", "count", "onset", "clock", "amount", "body"),
        *("card", "banner", "sidebar", "date"),
    ],
)
def test_a_closed_control_is_freed(qapp: QApplication, make: Callable[[QWidget], QWidget]) -> None:
    window = QWidget()
    control = make(window)
    if isinstance(control, SideBar):
        control.add_entry("today", "today", "Today")
    if isinstance(control, DateHeading):
        control.start_typing()
    if isinstance(control, TypedRow):
        control._open(0, "2")
    gone = weakref.ref(control)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del control, window
    gc.collect()
    assert gone() is None
