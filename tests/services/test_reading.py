"""Reading asks the file a fixed number of questions, however long the diary is."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.doses import Intake, Item, ItemKind, Plan, Rhythm, Status
from rlsdiary.services.reading import Reading
from rlsdiary.services.recording import Recording
from rlsdiary.services.sample import fill_with_sample
from rlsdiary.services.treating import Treating
from rlsdiary.store import Store
from tests.store.diary import ENTERED, TODAY, clock, write

YESTERDAY = TODAY - timedelta(days=1)
IRON = Item("Iron", ItemKind.SUPPLEMENT, "tablet", element="iron", elemental_mg=65.0)


@pytest.fixture
def asked(store: Store) -> list[str]:
    """Return the list that collects every statement sent to the file."""
    statements: list[str] = []
    store._connection.raw.set_trace_callback(statements.append)
    return statements


def test_a_day_is_read_with_at_most_six_statements(store: Store, asked: list[str]) -> None:
    fill_with_sample(store, TODAY, days=30)
    _first, last = store.days.span() or (TODAY, TODAY)
    asked.clear()
    page = Reading(store).day_page(last)
    assert not page.record.is_empty
    assert page.doses
    assert 0 < len(asked) <= 6


def test_twenty_years_take_as_many_statements_as_one_day(store: Store, asked: list[str]) -> None:
    days = [TODAY - timedelta(days=n) for n in range(7300)]
    answers = [(day, Answer("urge", 5, ENTERED)) for day in days]
    write(store, lambda writer: store.days.add_all(writer, answers, []))
    counts = []
    for length in (1, 7300):
        asked.clear()
        extract = store.extract(TODAY - timedelta(days=length - 1), TODAY)
        counts.append((len(asked), len(extract.days)))
    (few, one_day), (many, all_days) = counts
    assert many == few > 0
    assert one_day == 1
    assert all_days == 7300


def test_the_times_of_earlier_nights_are_the_newest_ones(store: Store) -> None:
    days = [TODAY - timedelta(days=n) for n in range(40)]
    answers = [(day, Answer("bed", 1380 + n, ENTERED)) for n, day in enumerate(days)]
    answers += [(TODAY - timedelta(days=3), Answer("up", 1860, ENTERED))]
    write(store, lambda writer: store.days.add_all(writer, answers, []))
    told = Reading(store).night_times(TODAY)
    assert told["bed"] == list(range(1381, 1409))
    assert (told["up"], told["final_waking"]) == ([1860], [])


def test_a_series_is_one_statement(store: Store, asked: list[str]) -> None:
    fill_with_sample(store, TODAY, days=30)
    asked.clear()
    Reading(store).answers("urge", TODAY - timedelta(days=29), TODAY)
    assert len(asked) == 1


def test_not_recorded_is_a_gap_and_none_is_zero(store: Store) -> None:
    write(store, lambda w: store.days.keep_answer(w, TODAY, Answer("urge", 0, ENTERED)))
    series = Reading(store).answers("urge", YESTERDAY, TODAY)
    assert np.isnan(series.values[0])
    assert series.values[1] == 0


def test_a_word_is_no_number(store: Store) -> None:
    write(store, lambda w: store.days.keep_answer(w, TODAY, Answer("onset", "none", ENTERED)))
    assert np.isnan(Reading(store).answers("onset", TODAY, TODAY).values).all()


def test_elemental_milligrams_are_summed_over_products_and_skipped_is_zero(store: Store) -> None:
    _keep_doses(store, TODAY, (Status.TAKEN, 130.0), (Status.EXTRA, 65.0), (Status.SKIPPED, 65.0))
    _keep_doses(store, YESTERDAY, (Status.SKIPPED, 65.0))
    series = Reading(store).element_mg("iron", YESTERDAY - timedelta(days=1), TODAY)
    assert np.isnan(series.values[0])
    assert list(series.values[1:]) == [0, 195]


def test_what_the_plan_asks_stands_beside_what_was_recorded(store: Store) -> None:
    treating = Treating(store)
    treating.start(IRON, Plan(0, 1, YESTERDAY, minutes=(1200,)))
    needed = Item("Remedy", ItemKind.MEDICINE, "drop")
    treating.start(needed, Plan(0, 5, YESTERDAY, rhythm=Rhythm.AS_NEEDED))
    recording, reading = Recording(store, clock), Reading(store)
    assert reading.day_page(TODAY).waits_for_as_usual
    recording.as_usual(TODAY)
    recording.extra(TODAY, IRON, 1)
    page = reading.day_page(TODAY)
    lines = [(line.item.name, bool(line.plan), bool(line.intake)) for line in page.doses]
    assert sorted(lines) == [
        ("Iron", False, True),
        ("Iron", True, True),
        ("Remedy", True, False),
    ]
    assert not page.waits_for_as_usual


def test_the_night_of_a_page_is_that_of_the_day_before(store: Store) -> None:
    Recording(store, clock).answer(YESTERDAY, "sleep_quality", 3)
    page = Reading(store).day_page(TODAY)
    assert page.night.day == YESTERDAY
    assert page.night.value("sleep_quality") == 3


def test_an_empty_diary_has_no_span(store: Store) -> None:
    reading = Reading(store)
    assert reading.span() is None
    assert not reading.has_plan()
    Recording(store, clock).note(YESTERDAY, "x")
    Recording(store, clock).answer(TODAY, "urge", 1)
    assert reading.span() == (YESTERDAY, TODAY)


def _keep_doses(store: Store, day: date, *doses: tuple[Status, float]) -> None:
    known = store.treatment.find_item(IRON.name, IRON.unit)

    with store.ledger.writing() as writer:
        number = known.id if known else store.treatment.keep_item(writer, IRON)
        for status, mg in doses:
            intake = Intake(number, day, status, mg / 65, ENTERED, elemental_mg=mg)
            store.days.keep_intake(writer, intake)
