"""Colours and type of the four looks, as plain values shared by screens, charts and paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """One theme. Colours are "#RRGGBB"; ``series`` gives the colour of each kind of data."""

    name: str
    window: str
    card: str
    hairline: str
    text: str
    soft_text: str
    accent: str
    on_accent: str
    series: Mapping[str, str] = field(default_factory=dict)
    is_dark: bool = False


LIGHT = Look(
    name="light",
    window="#F6F5F2",
    card="#FFFFFF",
    hairline="#D9DCDF",
    text="#1F2428",
    soft_text="#5B646C",
    accent="#2F5D8C",
    on_accent="#FFFFFF",
    series={
        "urge": "#B3432B",
        "sleep": "#2F5D8C",
        "stress": "#8A6D00",
        "iron": "#7A4B8C",
        "zinc": "#2C7A66",
        "other": "#5B646C",
    },
)

DARK = Look(
    name="dark",
    window="#15181B",
    card="#1E2226",
    hairline="#343A40",
    text="#E8EAEC",
    soft_text="#A3ACB4",
    accent="#7FB2E5",
    on_accent="#15181B",
    series={
        "urge": "#F0876B",
        "sleep": "#7FB2E5",
        "stress": "#E3C04F",
        "iron": "#C79BDB",
        "zinc": "#6CC7AE",
        "other": "#A3ACB4",
    },
    is_dark=True,
)

_RED = "#D9573F"
NIGHT = Look(
    name="night",
    window="#000000",
    card="#0C0303",
    hairline="#3A1510",
    text=_RED,
    soft_text="#C2503C",
    accent="#E0654B",
    on_accent="#000000",
    series=dict.fromkeys(("urge", "sleep", "stress", "iron", "zinc", "other"), _RED),
    is_dark=True,
)

PAPER = Look(
    name="paper",
    window="#FFFFFF",
    card="#FFFFFF",
    hairline="#B8BDC2",
    text="#000000",
    soft_text="#3C444B",
    accent="#1F4368",
    on_accent="#FFFFFF",
    series=LIGHT.series,
)

LOOKS = {look.name: look for look in (LIGHT, DARK, NIGHT, PAPER)}
