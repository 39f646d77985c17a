"""What can be taken: items, their plan over the years, and what was taken on a day."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from rlsdiary.domain.day import Entered
from rlsdiary.domain.errors import BadValue
from rlsdiary.words import tr

ELEMENTS = ("iron", "zinc", "magnesium")
LONGEST_NAME = 80
BIGGEST_AMOUNT = 1_000_000.0
_PLAIN_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)")
_A_THOUSAND_OR_ONE = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")


class ItemKind(Enum):
    """What an item is; the first two are taken, the others are tracked."""

    SUPPLEMENT = "supplement"
    MEDICINE = "medicine"
    HABIT = "habit"
    TRIGGER = "trigger"
    RELIEF = "relief"
    SIDE_EFFECT = "side-effect"
    OWN = "own"

    @property
    def is_taken(self) -> bool:
        """True for what is swallowed, stuck on or infused, and so has intakes."""
        return self in (ItemKind.SUPPLEMENT, ItemKind.MEDICINE)


class Status(Enum):
    """How a recorded intake came about. An intake that is not recorded has no row at all."""

    TAKEN = "taken"  # as planned
    SKIPPED = "skipped"  # planned, and not taken; also an explicit "none"
    EXTRA = "extra"  # beyond the plan
    NEEDED = "needed"  # as-needed, because of symptoms


class Rhythm(Enum):
    """On which days a plan asks for a dose."""

    DAILY = "daily"
    PATCH = "patch"  # changed once a day, acts for 24 hours
    EVERY_SECOND_DAY = "every-2"
    WEEKDAYS = "weekdays"
    AS_NEEDED = "as-needed"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Item:
    """Anything that can be taken or tracked.

    ``elemental_mg`` is the element in one ``unit`` of it (mg of iron in one tablet, or in one mg
    of a compound); None where it has none or it is not known. ``variant`` is "salt" or "base"
    where labels differ in which of them they count, else "". ``id`` is 0 before it is kept.

    What is tracked and not taken has a ``value_kind`` ("rating", "number", "yes" or "amount"),
    words at both ends of a rating, and may be asked about the night (``of_night``) or with a
    time of day (``timed``). ``position`` orders items, ``private`` keeps one off the paper.
    """

    name: str
    kind: ItemKind
    unit: str = ""
    substance: str = ""
    compound: str = ""
    element: str | None = None
    elemental_mg: float | None = None
    archived: bool = False
    id: int = 0
    variant: str = ""
    value_kind: str = ""
    low_words: str = ""
    high_words: str = ""
    of_night: bool = False
    timed: bool = False
    position: int = 0
    private: bool = False

    @property
    def full_name(self) -> str:
        """The name, with what the label counts where labels differ: “Pramipexole (salt)”."""
        words = {"salt": tr("salt"), "base": tr("base")}.get(self.variant, "")
        told = not words or words in self.name.casefold()
        return self.name if told else f"{self.name} ({words})"

    @property
    def question(self) -> str:
        """The key under which answers about a tracked item are kept."""
        return f"{'night-item' if self.of_night else 'item'}:{self.id}"

    def elemental(self, amount: float | None) -> float | None:
        """Return elemental milligrams in ``amount`` units, or None where that is not known."""
        if amount is None or self.elemental_mg is None:
            return None
        return amount * self.elemental_mg


@dataclass(frozen=True, slots=True)
class Plan:
    """A dose that is meant to be taken from ``first`` to ``last`` (None: until further notice).

    ``minutes`` has one entry for each dose of a day: its time in minutes from the diary day's
    midnight, None where that does not matter. ``amount`` is that of each single dose. A changed
    dose is a new plan after the old one's end, never an overwritten one. ``weekdays`` holds 0
    (Monday) to 6.
    """

    item_id: int
    amount: float
    first: date
    last: date | None = None
    minutes: tuple[int | None, ...] = (None,)
    rhythm: Rhythm = Rhythm.DAILY
    weekdays: tuple[int, ...] = ()
    id: int = 0

    def covers(self, day: date) -> bool:
        """Return whether the plan was in force on ``day``."""
        return self.first <= day and (self.last is None or day <= self.last)

    def asks_on(self, day: date) -> bool:
        """Return whether "as usual" means a dose of this on ``day``."""
        if not self.covers(day):
            return False
        match self.rhythm:
            case Rhythm.DAILY | Rhythm.PATCH:
                return True
            case Rhythm.EVERY_SECOND_DAY:
                return (day - self.first).days % 2 == 0
            case Rhythm.WEEKDAYS:
                return day.weekday() in self.weekdays
            case Rhythm.ONCE:
                return day == self.first
            case Rhythm.AS_NEEDED:
                return False


@dataclass(frozen=True, slots=True)
class Intake:
    """One item on one day. ``elemental_mg`` is the total of this intake, None where unknown.

    ``slot`` says which of the plan's doses of that day it is, counted from 0. Whether it was taken
    with food, or with vitamin C, is None where that was not said.
    """

    item_id: int
    day: date
    status: Status
    amount: float | None
    entered: Entered
    elemental_mg: float | None = None
    minute: int | None = None
    plan_id: int | None = None
    id: int = 0
    slot: int = 0
    with_food: bool | None = None
    with_vitamin_c: bool | None = None


def generic_item(element: str) -> Item:
    """Return the item that stands for elemental milligrams of an element, whatever the product."""
    names = {"iron": "Iron", "zinc": "Zinc", "magnesium": "Magnesium"}
    return Item(names[element], ItemKind.SUPPLEMENT, "mg", element=element, elemental_mg=1.0)


def check_amount(amount: float) -> float:
    """Return ``amount`` where it is a number from 0 to a million; raise BadValue otherwise."""
    if not math.isfinite(amount) or not 0 <= amount <= BIGGEST_AMOUNT:
        raise BadValue(tr("An amount is a number from 0 to 1,000,000."))
    return amount


def check_name(name: str) -> str:
    """Return a tidy item name; raise BadValue where it is empty or too long."""
    tidy = " ".join(name.split())
    if not tidy:
        raise BadValue(tr("It needs a name."))
    if len(tidy) > LONGEST_NAME:
        raise BadValue(tr("A name has at most {n} letters.").format(n=LONGEST_NAME))
    return tidy


def check_unit(unit: str) -> str:
    """Return a tidy unit; an underscore would break the diary CSV's column names."""
    tidy = " ".join(unit.split())
    if "_" in tidy or len(tidy) > LONGEST_NAME:
        raise BadValue(tr("A unit is a short word without “_”, such as mg or tablet."))
    return tidy


def parse_amount(text: str) -> float:
    """Read an amount as people type it, with a decimal point or comma."""
    return check_amount(parse_number(text))


def parse_number(text: str) -> float:
    """Read a number as people type it, with a decimal point or comma; it may be negative."""
    raw = text.strip()
    if _A_THOUSAND_OR_ONE.fullmatch(raw):
        raise BadValue(
            tr("“{text}” could be read in two ways; write {big}, or {small}.").format(
                text=raw, big=raw.replace(",", ""), small=raw.replace(",", ".")
            )
        )
    if not _PLAIN_NUMBER.fullmatch(raw):
        raise BadValue(tr("“{text}” is not a number.").format(text=raw))
    return float(raw.replace(",", ".")) + 0.0  # + 0.0 turns -0 into 0


def amount_text(amount: float | None) -> str:
    """Write an amount without needless zeros: 25, 0.088, 2.5."""
    if amount is None:
        return ""
    return str(int(amount)) if amount == int(amount) else f"{amount:.10g}"
