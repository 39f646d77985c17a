"""The reference data of medicines: names, salt and base, and questions about slips of the pen."""

from __future__ import annotations

from datetime import date

import pytest

from rlsdiary.domain.doses import Item, ItemKind, Plan, Rhythm
from rlsdiary.services.medicines import (
    doubt_about,
    is_dopaminergic,
    medicine_named,
    medicine_of,
    medicines,
)


def medicine(name: str, unit: str = "mg", substance: str = "") -> Item:
    return Item(name, ItemKind.MEDICINE, unit, substance=substance)


def plan(amount: float, rhythm: Rhythm = Rhythm.DAILY) -> Plan:
    return Plan(1, amount, date(2026, 11, 1), rhythm=rhythm)


def test_every_medicine_has_a_key_and_a_name_of_its_own() -> None:
    names = [each.key for each in medicines()] + [each.name.casefold() for each in medicines()]
    assert len({each.key for each in medicines()}) == len(medicines()) == 14
    assert len(names) == 2 * len(medicines())


@pytest.mark.parametrize("name", ["Pramipexole", " pramipexole ", "PRAMIPEXOLE"])
def test_a_medicine_is_known_by_its_name(name: str) -> None:
    found = medicine_named(name)
    assert found is not None
    assert found.key == "pramipexole"


@pytest.mark.parametrize("name", ["", "pramipex", "my own tea"])
def test_what_is_no_known_name_is_no_known_medicine(name: str) -> None:
    assert medicine_named(name) is None


def test_salt_and_base_are_told_apart_where_labels_differ() -> None:
    found = medicine_named("pramipexole")
    assert found is not None
    assert found.has_variants
    assert found.pair_words() == "0.125 mg of the salt is 0.088 mg of the base"
    # The salt is the dihydrochloride monohydrate, 302.26 g/mol; the base 211.33 g/mol.
    assert found.base_mg / found.salt_mg == pytest.approx(211.33 / 302.26, abs=0.006)
    assert [each.key for each in medicines() if each.has_variants] == ["pramipexole"]


def test_those_that_act_like_dopamine_are_known() -> None:
    keys = {each.key for each in medicines() if each.dopaminergic}
    assert keys == {"pramipexole", "ropinirole", "rotigotine", "levodopa"}
    assert is_dopaminergic(medicine("Levodopa/carbidopa"))
    assert is_dopaminergic(medicine("Pramipexole (salt)"))
    assert is_dopaminergic(medicine("My evening tablet", substance="ropinirole"))
    assert not is_dopaminergic(medicine("Gabapentin"))
    assert not is_dopaminergic(medicine("Sifrol-like"))
    assert medicine_of(medicine("Tea")) is None


@pytest.mark.parametrize(
    ("item", "amount"),
    [
        (medicine("Pramipexole"), 75),
        (medicine("Pramipexole", "g"), 0.125),
        (medicine("Gabapentin"), 30_000),
        (medicine("Rotigotine", "mg/24 h"), 200),
    ],
)
def test_a_dose_that_looks_like_a_slip_is_asked_about(item: Item, amount: float) -> None:
    assert "decimal point" in doubt_about(item, plan(amount))


@pytest.mark.parametrize(
    ("item", "amount"),
    [
        (medicine("Pramipexole"), 0.75),
        (medicine("Pramipexole", "tablet"), 75),
        (medicine("Pramipexole", "µg"), 125),
        (medicine("Gabapentin"), 2400),
        (medicine("My own tea", "cup"), 1000),
    ],
)
def test_a_usual_dose_and_what_is_not_known_are_not(item: Item, amount: float) -> None:
    assert doubt_about(item, plan(amount)) == ""


def test_much_of_an_element_is_asked_about_but_not_an_infusion() -> None:
    iron = Item("Iron", ItemKind.SUPPLEMENT, "tablet", element="iron", elemental_mg=65.0)
    assert doubt_about(iron, plan(2)) == ""
    assert "650 mg" in doubt_about(iron, plan(10))
    infusion = Item("Iron infusion", ItemKind.MEDICINE, "mg", element="iron", elemental_mg=1.0)
    assert doubt_about(infusion, plan(1000, Rhythm.ONCE)) == ""
