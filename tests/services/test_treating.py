"""The plan and the markers: what is kept, what stays, what can be taken back."""

from dataclasses import replace
from datetime import date

from rlsdiary.domain.doses import Item, ItemKind, Plan
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.services.reading import Reading
from rlsdiary.services.treating import Treating
from rlsdiary.store import Store
from tests.store.diary import TODAY

IRON = Item("Iron", ItemKind.SUPPLEMENT, "capsule", element="iron", elemental_mg=25.0)
PLAN = Plan(0, 2, date(2026, 11, 1))


def test_a_known_item_keeps_what_it_contains(store: Store) -> None:
    Treating(store).start(IRON, PLAN)
    Treating(store).start(Item("IRON", ItemKind.MEDICINE, "Capsule"), PLAN)
    (kept,) = store.treatment.items().values()
    assert kept == replace(IRON, name="IRON", kind=ItemKind.MEDICINE, unit="Capsule", id=kept.id)
    assert len(store.treatment.plans()) == 2


def test_what_is_said_anew_of_a_known_item_counts(store: Store) -> None:
    Treating(store).start(replace(IRON, substance="iron"), PLAN)
    Treating(store).start(replace(IRON, elemental_mg=20.0, compound="ferrous-fumarate"), PLAN)
    (kept,) = store.treatment.items().values()
    assert (kept.elemental_mg, kept.compound, kept.substance) == (20.0, "ferrous-fumarate", "iron")


def test_an_item_taken_up_again_leaves_the_archive(store: Store) -> None:
    Treating(store).keep_item(replace(IRON, archived=True))
    Treating(store).start(Item("Iron", ItemKind.SUPPLEMENT, "capsule"), PLAN)
    (kept,) = store.treatment.items().values()
    assert not kept.archived


def test_a_marker_is_removed_and_comes_back(store: Store) -> None:
    treating = Treating(store)
    treating.keep_marker(Marker(TODAY, MarkerKind.TRAVEL, "At the sea"))
    (marker,) = store.treatment.markers()
    change = treating.remove_marker(marker)
    assert store.treatment.markers() == ()
    assert change.kinds == {"markers"}
    assert change.days == {TODAY}
    store.ledger.take_back(change.rows)
    assert store.treatment.markers() == (marker,)


def test_the_treatment_page_holds_past_and_present(store: Store) -> None:
    treating = Treating(store)
    treating.start(IRON, PLAN)
    treating.stop(store.treatment.plans()[0], date(2026, 11, 5))
    treating.start(IRON, replace(PLAN, first=date(2026, 11, 10)))
    treating.keep_marker(Marker(TODAY, MarkerKind.OWN, "Began anew"))
    page = Reading(store).treatment_page()
    assert [(plan.first.day, plan.last) for plan in page.plans] == [
        (1, date(2026, 11, 5)),
        (10, None),
    ]
    assert [page.items[plan.item_id].name for plan in page.plans] == ["Iron", "Iron"]
    assert [marker.title for marker in page.markers] == ["Began anew"]
    assert page.rule == store.rule()
