"""How much iron, zinc or magnesium is in a compound, from the program's reference data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from rlsdiary.paths import resource


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound of an element. ``fraction`` is mg of the element in one mg of the compound.

    None where only the label can tell. ``sources`` are the keys named in the data file.
    """

    key: str
    element: str
    name: str
    fraction: float | None
    sources: tuple[str, ...]


@cache
def compounds() -> tuple[Compound, ...]:
    """Return every known compound, in the order of the data file."""
    text = resource("reference", "compounds.toml").read_text(encoding="utf-8")
    return tuple(
        Compound(
            row["key"], row["element"], row["name"], row.get("fraction"), tuple(row["sources"])
        )
        for row in tomllib.loads(text)["compound"]
    )


def compound(key: str) -> Compound | None:
    """Return the compound ``key``, None where there is none."""
    return next((each for each in compounds() if each.key == key), None)
