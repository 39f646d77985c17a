"""The shares of the elements, against formulas and atomic weights written down here anew."""

import re
import tomllib
from collections import Counter

import pytest

from rlsdiary.domain.doses import ELEMENTS
from rlsdiary.paths import resource
from rlsdiary.services.compounds import compound, compounds

# IUPAC 2021, conventional weights.
WEIGHTS = {
    "H": 1.008, "C": 12.011, "N": 14.007, "O": 15.999, "S": 32.06, "Cl": 35.45,
    "Mg": 24.305, "Fe": 55.845, "Zn": 65.38,
}  # fmt: skip
SYMBOLS = {"iron": "Fe", "zinc": "Zn", "magnesium": "Mg"}
# Built from the acids, not copied from the data file; and per cent as the literature prints them.
KNOWN = {
    "ferrous-sulfate-heptahydrate": ("Fe SO4 7H2O", 20.1),
    "ferrous-sulfate-monohydrate": ("Fe SO4 H2O", 32.9),
    "ferrous-sulfate-anhydrous": ("Fe SO4", 36.8),
    "ferrous-fumarate": ("Fe C4H2O4", 32.9),
    "ferrous-gluconate-dihydrate": ("Fe 2C6H11O7 2H2O", 11.6),
    "ferrous-gluconate-anhydrous": ("Fe 2C6H11O7", 12.5),
    "ferrous-bisglycinate": ("Fe 2C2H4NO2", 27.4),
    "zinc-gluconate": ("Zn 2C6H11O7", 14.3),
    "zinc-sulfate-heptahydrate": ("Zn SO4 7H2O", 22.7),
    "zinc-sulfate-monohydrate": ("Zn SO4 H2O", 36.4),
    "zinc-acetate-dihydrate": ("Zn 2C2H3O2 2H2O", 29.8),
    "zinc-picolinate": ("Zn 2C6H4NO2", 21.1),
    "zinc-citrate-anhydrous": ("3Zn 2C6H5O7", 34.1),
    "zinc-citrate-dihydrate": ("3Zn 2C6H5O7 2H2O", 32.1),
    "zinc-bisglycinate": ("Zn 2C2H4NO2", 30.6),
    "zinc-oxide": ("Zn O", 80.3),
    "zinc-orotate-anhydrous": ("Zn 2C5H3N2O4", 17.4),
    "zinc-orotate-dihydrate": ("Zn 2C5H3N2O4 2H2O", 15.9),
    "magnesium-oxide": ("Mg O", 60.3),
    "magnesium-citrate": ("3Mg 2C6H5O7", 16.2),
    "magnesium-malate": ("Mg C4H4O5", 15.5),
    "magnesium-bisglycinate": ("Mg 2C2H4NO2", 14.1),
    "magnesium-chloride-hexahydrate": ("Mg 2Cl 6H2O", 12.0),
    "magnesium-sulfate-heptahydrate": ("Mg SO4 7H2O", 9.9),
    "magnesium-threonate": ("Mg 2C4H7O5", 8.3),
}


def atoms(parts: str) -> Counter[str]:
    """Count the atoms of parts such as "Fe 2C6H11O7 2H2O"."""
    count: Counter[str] = Counter()
    for part in re.split(r"[ ·]", parts):
        times, formula = re.fullmatch(r"(\d*)(.+)", part).groups()  # type: ignore[union-attr]
        for symbol, number in re.findall(r"([A-Z][a-z]?)(\d*)", formula):
            count[symbol] += int(times or 1) * int(number or 1)
    return count


def share(element: str, parts: str) -> float:
    count = atoms(parts)
    whole = sum(WEIGHTS[symbol] * number for symbol, number in count.items())
    return WEIGHTS[SYMBOLS[element]] * count[SYMBOLS[element]] / whole


@pytest.mark.parametrize("key", KNOWN)
def test_a_share_is_what_the_atomic_weights_give(key: str) -> None:
    known = compound(key)
    assert known is not None
    assert known.fraction is not None
    parts, per_cent = KNOWN[key]
    assert known.fraction == pytest.approx(share(known.element, parts), abs=0.00006)
    assert known.fraction * 100 == pytest.approx(per_cent, abs=0.06)


def test_every_computed_share_is_checked_here() -> None:
    assert {c.key for c in compounds() if "computed" in c.sources} == set(KNOWN)


def test_the_formulas_of_the_file_are_the_same_molecules() -> None:
    rows = tomllib.loads(resource("reference", "compounds.toml").read_text("utf-8"))["compound"]
    formulas = {row["key"]: row["formula"] for row in rows if "formula" in row}
    assert {key: atoms(formula) for key, formula in formulas.items()} == {
        key: atoms(parts) for key, (parts, _) in KNOWN.items()
    }


def test_the_others_say_where_their_share_comes_from() -> None:
    others = [c for c in compounds() if c.key not in KNOWN]
    assert {(c.fraction, c.sources) for c in others} == {(1.0, ("dose",)), (None, ("label",))}


def test_keys_are_unique_and_elements_known() -> None:
    assert len({c.key for c in compounds()}) == len(compounds())
    assert {c.element for c in compounds()} == set(ELEMENTS)


def test_an_unknown_compound_is_none() -> None:
    assert compound("bisglycinate") is None
    assert compound("") is None


@pytest.mark.parametrize(
    ("key", "mg", "elemental", "tolerance"),
    [
        ("ferrous-sulfate-heptahydrate", 325, 65, 1),  # LIVERTOX
        ("ferrous-fumarate", 325, 107, 1),
        ("ferrous-gluconate-dihydrate", 325, 38, 1),
        ("zinc-sulfate-heptahydrate", 220, 50, 0.5),  # ZNTR
        ("zinc-sulfate-heptahydrate", 4.39, 1, 0.01),  # FDAZN
    ],
)
def test_tablets_as_sold_come_out(key: str, mg: float, elemental: float, tolerance: float) -> None:
    known = compound(key)
    assert known is not None
    assert known.fraction is not None
    assert mg * known.fraction == pytest.approx(elemental, abs=tolerance)
