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

    @property
    def mark(self) -> str:
        """Whether a change of it is marked in the charts unless the person says otherwise."""
        return "yes" if self.is_medicine else "no"


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
class KnownName:
    """A name to complete: what it is, its usual unit, whether a patch, its salt beside its base.

    ``pair`` is "" where labels do not differ.
    """

    name: str
    kind: str = ""
    unit: str = ""
    is_patch: bool = False
    pair: str = ""


@dataclass(frozen=True, slots=True)
class TreatmentState:
    """The whole screen. ``day_typed`` is today as one may type it, where a form needs a day."""

    current: tuple[PlanLine, ...] = ()
    past: tuple[PlanLine, ...] = ()
    markers: tuple[MarkerLine, ...] = ()
    compounds: tuple[CompoundChoice, ...] = ()
    names: tuple[KnownName, ...] = ()
    day_typed: str = ""
