"""The screen itself: words where nothing is, long names, narrow windows, and an end."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rlsdiary.charts.look import LIGHT
from rlsdiary.store import Store
from rlsdiary.ui.kit.theme import apply_look
from tests.ui.treatment.conftest import Screen, made_screen


def said(screen: Screen) -> str:
    QApplication.processEvents()
    labels = (label for label in screen.view.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.text() for label in labels)


def test_an_empty_plan_says_what_will_be_here(screen: Screen) -> None:
    assert "Nothing is on the plan yet" in said(screen)
    screen.add(name="Zinc", amount="15", unit="mg")
    assert "Nothing is on the plan yet" not in said(screen)


def test_iron_and_medicines_bring_their_sentence(screen: Screen) -> None:
    screen.add(name="Zinc", amount="15", unit="mg", element="zinc", label_mg="1")
    assert "blood test" not in said(screen)
    assert "Never stop" not in said(screen)
    screen.add(name="Iron", amount="15", unit="mg", element="iron", label_mg="1")
    assert "blood test" in said(screen)
    screen.add(name="Pramipexole", kind="medicine", amount="0.088", unit="mg")
    assert "Never stop" in said(screen)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", ["W" * 80, "Iron bisglycinate " * 4])
def test_a_long_name_stays_inside_a_narrow_window(
    screen: Screen, qapp: QApplication, name: str, percent: int
) -> None:
    screen.add(name=name, amount="1", unit="capsule", element="iron", label_mg="14")
    apply_look(qapp, LIGHT, percent)
    screen.view.resize(700, 860)
    screen.press("Change the dose", name.strip()[:10])
    for _ in range(3):
        qapp.processEvents()
    assert screen.view.page.width() <= 700
    assert screen.view.page.minimumSizeHint().width() <= 700


def test_rows_appear_only_where_they_are_asked(screen: Screen) -> None:
    screen.press("Add a supplement or medicine")
    form = screen.form("add")

    def shown() -> set[str]:
        optional = ("label_mg", "compound", "compound_mg", "weekdays")
        return {key for key in optional if form.row(key).isVisible()}

    assert shown() == set()
    form.fill({"element": "iron", "unit": "tablet"})
    assert shown() == {"label_mg", "compound"}
    form.fill({"compound": "ferrous-fumarate"})
    assert shown() == {"label_mg", "compound", "compound_mg"}
    form.fill({"unit": "mg", "rhythm": "weekdays"})
    assert shown() == {"label_mg", "compound", "weekdays"}


def test_a_closed_screen_is_freed(qtbot: QtBot, store: Store, qapp: QApplication) -> None:
    screen = made_screen(qtbot, store)
    screen.add(name="Zinc", amount="15", unit="mg")
    screen.press("Change the dose", "Zinc")
    screen.press("Correct", "Zinc")
    screen.press("Add a marker")
    gone = weakref.ref(screen.view)
    screen.view.close()
    screen.view.deleteLater()
    del screen
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None
