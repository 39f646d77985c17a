"""What the Today screen shows, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rlsdiary.domain.asking import Arrangement, arranged
from rlsdiary.domain.questions import Card, Question


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
class ChipState:
    """One habit, trigger or measure. ``kind`` is "yes", "amount" or "help".

    ``value`` is None where nothing is recorded, 0 an explicit none, a number, or "tried";
    ``clock`` "" or "16:30" where ``timed``. ``always`` stands also while the card is folded.
    """

    key: str
    label: str
    kind: str
    value: int | float | str | None = None
    unit: str = ""
    timed: bool = False
    clock: str = ""
    late: str = ""
    always: bool = False

    @property
    def is_yes(self) -> bool:
        """True where it is recorded, and not as none."""
        if self.kind == "help":
            return self.value is not None
        return self.value is not None and self.value != 0

    @property
    def is_no(self) -> bool:
        """True where it is recorded as none."""
        return self.value is not None and not self.is_yes


@dataclass(frozen=True, slots=True)
class DoubtState:
    """A question about an odd value: what it is about, in words, and the two ways to answer it.

    ``question`` names the row, "" where it is about the sleep as a whole. ``instead`` is what
    would fit in the form of the row, "" where nothing does.
    """

    question: str
    words: str
    keep_words: str
    instead: str = ""
    instead_words: str = ""


@dataclass(frozen=True, slots=True)
class SleepState:
    """What follows from the times of the night, and how it is reckoned; "" where nothing does.

    Where the answers contradict each other, ``words`` say so and ``is_problem`` is true.
    """

    words: str = ""
    definition: str = ""
    is_problem: bool = False
    doubt: DoubtState | None = None


def _as_in_catalogue() -> Mapping[Card, tuple[Question, ...]]:
    return arranged((), Arrangement())


@dataclass(frozen=True, slots=True)
class TodayState:
    """A diary day as shown. ``values`` holds what is recorded, in the form of its row.

    ``asked`` holds every question of each card with its place, ``open_cards`` those whose "more"
    is open, ``told`` what is recorded below the others. ``clocks`` says at what time of day
    ("HH:MM") something was. ``moments_words`` tells the presses of Legs now. ``is_first_day``
    says that nothing was recorded before this day.
    """

    day: date
    today: date
    night_title: str
    night_words: str
    day_words: str
    asked: Mapping[Card, tuple[Question, ...]] = field(default_factory=_as_in_catalogue)
    open_cards: frozenset[Card] = frozenset()
    told: Mapping[Card, str] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    clocks: Mapping[str, str] = field(default_factory=dict)
    sleep: SleepState = SleepState()
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
    chips: Mapping[Card, tuple[ChipState, ...]] = field(default_factory=dict)
