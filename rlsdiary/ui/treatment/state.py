"""What the Treatment screen shows, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One plan in words, and ``values`` to begin its forms with; ``key`` names it in wishes."""

    key: str
    name: str
    dose: str
    rhythm: str
    span: str
    values: Mapping[str, str] = field(default_factory=dict)
    is_medicine: bool = False
    has_iron: bool = False


@dataclass(frozen=True, slots=True)
class MarkerLine:
    """One marker in words, and ``values`` to correct it; ``kind`` is "" for one of their own."""

    key: str
    day: str
    kind: str
    title: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CompoundChoice:
    """A compound to choose, of one element; ``words`` say its name and its share."""

    key: str
    element: str
    words: str


@dataclass(frozen=True, slots=True)
class TreatmentState:
    """The whole screen. ``day_typed`` is today as one may type it, where a form needs a day."""

    current: tuple[PlanLine, ...] = ()
    past: tuple[PlanLine, ...] = ()
    markers: tuple[MarkerLine, ...] = ()
    compounds: tuple[CompoundChoice, ...] = ()
    day_typed: str = ""
