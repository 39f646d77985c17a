"""What the Today screen shows, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class DoseState:
    """One line of the doses.

    ``key`` names it in wishes; ``status`` is "", "taken", "skipped", "extra" or "needed";
    ``amount`` and ``clock`` are as typed, ``unit`` follows the amount, ``detail`` explains.
    ``told`` says whether a dose of iron was taken with "food" and "vitamin-c": "yes", "no", or ""
    for not said; it is empty where that is not asked.
    """

    key: str
    name: str
    amount: str
    unit: str
    clock: str = ""
    detail: str = ""
    status: str = ""
    planned: bool = True
    as_needed: bool = False
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TodayState:
    """A diary day as shown. ``values`` holds what is recorded, in the form of its row.

    ``moments_words`` tells the presses of Legs now. ``is_first_day`` says that nothing was
    recorded before this day.
    """

    day: date
    today: date
    night_title: str
    night_words: str
    day_words: str
    values: Mapping[str, object] = field(default_factory=dict)
    late: Mapping[str, str] = field(default_factory=dict)
    doses: tuple[DoseState, ...] = ()
    waits_for_as_usual: bool = False
    has_plan: bool = False
    known_items: tuple[tuple[str, str], ...] = ()
    note: str = ""
    note_late: str = ""
    kept_words: str = ""
    is_first_day: bool = False
    moments_words: str = ""
