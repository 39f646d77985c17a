"""What was typed into the forms of the Treatment screen, read into items, plans and markers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TypeVar

from rlsdiary.domain.day import DayRule, parse_clock
from rlsdiary.domain.doses import (
    Item,
    ItemKind,
    Plan,
    Rhythm,
    check_name,
    check_unit,
    parse_amount,
)
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.services.compounds import compound
from rlsdiary.services.medicines import medicine_named
from rlsdiary.ui.kit.date_reading import read_day
from rlsdiary.ui.treatment.rows import MOST_TIMES
from rlsdiary.words import ntr, tr

Values = Mapping[str, str]
_A_YEAR = timedelta(days=366)
_MILLIGRAMS = "mg"
_T = TypeVar("_T")


class Typed:
    """The texts of one form. What does not fit is collected in ``problems`` by row.

    A method returns what it read; after a problem that is only a stand-in, and must not be kept.
    """

    def __init__(self, values: Values, today: date, rule: DayRule) -> None:
        self._values = values
        self._today = today
        self._rule = rule
        self.problems: dict[str, str] = {}

    def item(self, known: Item | None = None) -> Item:
        """Read an item; what the form does not ask stays as ``known`` has it."""
        kind = ItemKind(self._values["kind"])
        base = known or Item("", kind)
        name = self._name("name")
        found = medicine_named(name)
        named = replace(
            base,
            kind=kind,
            name=name,
            unit=self._read("unit", _known_unit, ""),
            substance=found.key if found is not None else base.substance,
            variant=self._values.get("variant", "") if found and found.has_variants else "",
        )
        return self._with_content(named)

    def plan(self, base: Plan, first: str) -> Plan:
        """Read amount, rhythm and time, and the first day from the row ``first``."""
        rhythm = Rhythm(self._values["rhythm"])
        start = self.day(first)
        last = self.day("last") if "last" in self._values else base.last
        return replace(
            base,
            amount=self._read("amount", _dose, 0.0),
            rhythm=rhythm,
            weekdays=self._weekdays() if rhythm is Rhythm.WEEKDAYS else (),
            minutes=self._minutes(rhythm),
            first=start,
            last=start if rhythm is Rhythm.ONCE else last,
        )

    @property
    def is_marked(self) -> bool:
        """Whether the change is to be marked in the charts."""
        return self._values.get("mark") == "yes"

    @property
    def doses_follow(self) -> bool:
        """Whether doses recorded before are to follow the corrected content."""
        return self._values.get("before") == "follow" and bool(self._values.get("element"))

    def marker(self, number: int) -> Marker:
        """Read a marker."""
        kind = MarkerKind(self._values["kind"])
        return Marker(self.day("day"), kind, self._name("title"), id=number)

    def day(self, key: str) -> date:
        """Read a day, up to a year from now; one without a year is never in the future."""
        return self._read(key, self._some_day, self._today)

    def elemental(self, element: str) -> float | None:
        """Return mg of the element in one unit: the label's figure, else from the compound."""
        if not element:
            return None
        if self._values.get("label_mg", "").strip():
            return self._read("label_mg", parse_amount, 0.0)
        chosen = compound(self._values.get("compound", ""))
        if chosen is None or chosen.fraction is None:
            return None
        if self._values.get("unit", "").strip().lower() == _MILLIGRAMS:
            return chosen.fraction
        if not self._values.get("compound_mg", "").strip():
            return None
        return chosen.fraction * self._read("compound_mg", parse_amount, 0.0)

    def _with_content(self, item: Item) -> Item:
        element = self._values.get("element", "")
        chosen = self._values.get("compound", "") if element else ""
        free = "" if compound(item.compound) else item.compound  # an earlier word of their own
        return replace(
            item,
            element=element or None,
            elemental_mg=self.elemental(element),
            compound=chosen or (free if element else ""),
        )

    def _name(self, key: str) -> str:
        return self._read(key, check_name, "")

    def _minutes(self, rhythm: Rhythm) -> tuple[int | None, ...]:
        """Read the time of each dose of a day; as many as there are to be, or none."""
        if rhythm is Rhythm.AS_NEEDED:
            return (None,)
        several = rhythm not in (Rhythm.ONCE, Rhythm.PATCH)
        count = int(self._values.get("times", "1")) if several else 1
        nothing: tuple[time, ...] = ()
        clocks = self._read("clock", _clocks, nothing)
        if not clocks:
            return (None,) * count
        if count == 1 and several:
            count = len(clocks)  # who names three times means three times a day
        if len(clocks) != count:
            self.problems["clock"] = ntr(
                "Write {n} time, or none.", "Write {n} times, or none.", count
            )
        return tuple(sorted(self._rule.minute_of(clock) for clock in clocks))

    def _weekdays(self) -> tuple[int, ...]:
        return self._read("weekdays", _some_weekdays, ())

    def _some_day(self, text: str) -> date:
        try:
            return read_day(text, self._today)
        except BadValue:
            return read_day(text, self._today + _A_YEAR)

    def _read(self, key: str, reader: Callable[[str], _T], instead: _T) -> _T:
        try:
            return reader(self._values.get(key, ""))
        except BadValue as problem:
            self.problems[key] = problem.message
            return instead


def _clocks(text: str) -> tuple[time, ...]:
    """Read times with commas or semicolons between them, or blanks where each has its minutes."""
    parts = [part for part in re.split(r"[,;]", text) if part.strip()]
    if len(parts) == 1 and re.fullmatch(r"(\s*\d{1,2}[:.]\d{2}\s*){2,}", text):
        parts = text.split()
    if len(parts) > MOST_TIMES:
        raise BadValue(tr("At most {n} times a day.").format(n=MOST_TIMES))
    return tuple(parse_clock(part) for part in parts)


def _dose(text: str) -> float:
    if not text.strip():
        raise BadValue(tr("Write how much it is each time, such as 1 or 0.5."))
    amount = parse_amount(text)
    if amount == 0:
        raise BadValue(tr("A dose is more than 0."))
    return amount


def _known_unit(text: str) -> str:
    unit = check_unit(text)
    if not unit:
        raise BadValue(tr("It needs a unit, such as mg, tablet or drop."))
    return unit


def _some_weekdays(text: str) -> tuple[int, ...]:
    if not text:
        raise BadValue(tr("Choose at least one day."))
    return tuple(int(day) for day in text.split(","))
