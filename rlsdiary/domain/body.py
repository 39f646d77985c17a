"""The parts of the body that are told apart, on both sides, and how they are put in words."""

from __future__ import annotations

from collections.abc import Iterable

from rlsdiary.words import mark, tr

LEFT, RIGHT = "left", "right"
SIDES = (LEFT, RIGHT)
_WORDS = {
    "foot": (mark("left foot"), mark("right foot"), mark("both feet")),
    "calf": (mark("left lower leg"), mark("right lower leg"), mark("both lower legs")),
    "thigh": (mark("left thigh"), mark("right thigh"), mark("both thighs")),
    "hip": (mark("left hip"), mark("right hip"), mark("both hips")),
    "trunk": (mark("trunk, left"), mark("trunk, right"), mark("trunk")),
    "hand": (mark("left hand"), mark("right hand"), mark("both hands")),
    "forearm": (mark("left forearm"), mark("right forearm"), mark("both forearms")),
    "upper-arm": (mark("left upper arm"), mark("right upper arm"), mark("both upper arms")),
    "other": (mark("elsewhere, left"), mark("elsewhere, right"), mark("elsewhere")),
}
REGIONS = tuple(_WORDS)
"""The regions, from the feet up; each has two sides."""
PLACES = tuple(
    (f"{region}.{side}", _WORDS[region][SIDES.index(side)]) for region in REGIONS for side in SIDES
)
"""Every place by the word that is kept, with the words that are shown."""
_ORDER = [place for place, _words in PLACES]


def joined(places: Iterable[str]) -> str:
    """Return places as one kept value, in their fixed order: "calf.left,calf.right"."""
    return ",".join(sorted(set(places), key=_ORDER.index))


def places_of(value: object) -> frozenset[str]:
    """Return the places of a kept value; None has none."""
    return frozenset(str(value).split(",")) if value else frozenset()


def body_words(value: object) -> str:
    """Say a kept value: “both lower legs, left foot”."""
    places, said = places_of(value), []
    for region, (left, right, both) in _WORDS.items():
        sides = [side for side in SIDES if f"{region}.{side}" in places]
        if sides:
            said.append(tr(both if len(sides) > 1 else left if sides == [LEFT] else right))
    return ", ".join(said)
