"""Medicines that people with restless legs take, from the program's reference data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rlsdiary.domain.doses import Item, Plan, Rhythm, amount_text
from rlsdiary.paths import resource
from rlsdiary.words import tr

_IN_MG = {"mg": 1.0, "mg/24 h": 1.0, "g": 1000.0, "µg": 0.001, "ug": 0.001, "mcg": 0.001}


@dataclass(frozen=True, slots=True)
class Medicine:
    """A substance. ``salt_mg`` of its salt are ``base_mg`` of its base; 0 where labels agree.

    A single dose above ``unusual_above`` (mg) is asked about once, since a decimal point may have
    slipped; it is no limit.
    """

    key: str
    name: str
    unit: str
    others: tuple[str, ...]
    dopaminergic: bool
    patch: bool
    salt_mg: float
    base_mg: float
    unusual_above: float

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by."""
        return self.name, *self.others

    @property
    def has_variants(self) -> bool:
        """True where some labels count the salt and others the base."""
        return self.salt_mg > 0

    def pair_words(self) -> str:
        """Say how salt and base compare: “0.125 mg of the salt is 0.088 mg of the base”."""
        return tr("{salt} mg of the salt is {base} mg of the base").format(
            salt=amount_text(self.salt_mg), base=amount_text(self.base_mg)
        )


@cache
def medicines() -> tuple[Medicine, ...]:
    """Return every known medicine, in the order of the data file."""
    return tuple(_medicine(row) for row in _data()["medicine"])


def medicine_named(name: str) -> Medicine | None:
    """Return the medicine of exactly that name, whatever its letters' case; None for no known."""
    wanted = name.strip().casefold()
    return next((each for each in medicines() if wanted in _names(each)), None)


def medicine_of(item: Item) -> Medicine | None:
    """Return the medicine that an item is, by its substance or its name; None for no known."""
    keyed = next((each for each in medicines() if each.key == item.substance), None)
    return keyed or medicine_named(_plain(item.name))


def is_dopaminergic(item: Item) -> bool:
    """Return whether an item acts like dopamine, as far as is known."""
    found = medicine_of(item)
    return found is not None and found.dopaminergic


def doubt_about(item: Item, plan: Plan) -> str:
    """Ask whether a decimal point or unit slipped, "" where nothing looks like it."""
    amount, unit = amount_text(plan.amount), item.unit
    known = medicine_of(item)
    in_mg = _IN_MG.get(item.unit.casefold())
    if known is not None and in_mg is not None and plan.amount * in_mg > known.unusual_above:
        return tr(
            "{amount} {unit} is far more than one dose of {name} usually holds. Are the decimal "
            "point and the unit right?"
        ).format(amount=amount, unit=unit, name=known.name)
    elemental = item.elemental(plan.amount)
    most = _data()["element"].get(item.element or "")
    if plan.rhythm is Rhythm.ONCE or elemental is None or most is None or elemental <= most:
        return ""
    return tr(
        "{amount} {unit} would hold {mg} mg of the element. Are the decimal point and the unit "
        "right?"
    ).format(amount=amount, unit=unit, mg=amount_text(float(f"{elemental:.4g}")))


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(resource("reference", "medicines.toml").read_text(encoding="utf-8"))


def _medicine(row: Mapping[str, Any]) -> Medicine:
    return Medicine(
        row["key"],
        row["name"],
        row["unit"],
        tuple(row.get("others", ())),
        row.get("dopaminergic", False),
        row.get("patch", False),
        row.get("salt_mg", 0.0),
        row.get("base_mg", 0.0),
        row["unusual_above"],
    )


def _names(each: Medicine) -> set[str]:
    return {each.key, *(name.casefold() for name in each.names)}


def _plain(name: str) -> str:
    """Return a name without what stands in brackets behind it: “Pramipexole (salt)”."""
    return name.partition("(")[0].strip()
