"""Plans and markers put in words and into the rows of their forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLocale

from rlsdiary.domain.day import clock_text
from rlsdiary.domain.doses import LONGEST_NAME, Item, ItemKind, Plan, Rhythm, amount_text
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.services.compounds import Compound, compound, compounds
from rlsdiary.services.medicines import Medicine, medicine_of, medicines
from rlsdiary.ui.kit.date_reading import to_qdate
from rlsdiary.ui.treatment.rows import element_words
from rlsdiary.ui.treatment.state import CompoundChoice, KnownName, MarkerLine, PlanLine
from rlsdiary.words import mark, tr

_MANY = {
    "capsule": mark("capsules"),
    "tablet": mark("tablets"),
    "drop": mark("drops"),
    "patch": mark("patches"),
    "sachet": mark("sachets"),
    "spoon": mark("spoons"),
    "puff": mark("puffs"),
}


def plan_line(plan: Plan, item: Item, today: date) -> PlanLine:
    """Return a plan as one line of the screen."""
    return PlanLine(
        key=f"plan {plan.id}",
        name=item.full_name,
        dose=dose_words(item, plan.amount),
        rhythm=rhythm_words(plan),
        span=span_words(plan, today),
        values=plan_values(plan) | item_values(item),
        is_medicine=item.kind is ItemKind.MEDICINE,
        has_iron=item.element == "iron",
    )


def marker_line(marker: Marker) -> MarkerLine:
    """Return a marker as one line of the screen."""
    values = {"day": marker.day.isoformat(), "kind": marker.kind.value, "title": marker.title}
    kind = _marker_words(marker.kind)
    return MarkerLine(f"marker {marker.id}", day_words(marker.day), kind, marker.title, values)


def compound_choices() -> tuple[CompoundChoice, ...]:
    """Return every compound with its share of the element, where that is known."""
    return tuple(CompoundChoice(c.key, c.element, _compound_words(c)) for c in compounds())


def dose_words(item: Item, amount: float) -> str:
    """Say a dose: “2 capsules · 50 mg iron”."""
    many = _MANY.get(item.unit.lower(), "") if amount != 1 else ""
    dose = f"{amount_text(amount)} {tr(many) if many else item.unit}"
    elemental = item.elemental(amount)
    if item.element is None or elemental is None:
        return dose
    content = mg_words(elemental, item.element)
    is_itself = item.unit == "mg" and item.elemental_mg == 1
    return dose if is_itself else f"{dose} · {content}"


def mg_words(amount: float, element: str) -> str:
    """Say milligrams of an element to three figures: “65.3 mg iron”."""
    shown = float(f"{amount:.3g}")
    return f"{amount_text(shown)} mg {element_words(element)}"


def rhythm_words(plan: Plan) -> str:
    """Say on which days and when: “every second day at 20:00”."""
    days = {
        Rhythm.DAILY: tr("every day"),
        Rhythm.PATCH: tr("a new patch every day"),
        Rhythm.EVERY_SECOND_DAY: tr("every second day"),
        Rhythm.AS_NEEDED: tr("as needed"),
        Rhythm.ONCE: tr("once"),
    }.get(plan.rhythm) or tr("on {days}").format(days=", ".join(_day_names(plan)))
    count = len(plan.minutes)
    if count > 1:
        often = tr("twice") if count == 2 else tr("{n} times").format(n=count)
        days = tr("{times} {days}").format(times=often, days=days)
    clocks = [clock_text(minute) for minute in plan.minutes if minute is not None]
    return tr("{days} at {time}").format(days=days, time=", ".join(clocks)) if clocks else days


def span_words(plan: Plan, today: date) -> str:
    """Say since when, or from when to when."""
    first = day_words(plan.first)
    if plan.last == plan.first:
        return first
    if plan.last is not None:
        return tr("{first} to {last}").format(first=first, last=day_words(plan.last))
    words = tr("from {day}") if plan.first > today else tr("since {day}")
    return words.format(day=first)


def day_words(day: date) -> str:
    """Write a day with its year: “22 Nov 2026”."""
    locale = QLocale()
    return locale.toString(to_qdate(day), "d MMM yyyy")


def item_values(item: Item) -> dict[str, str]:
    """Return the rows of a form about an item."""
    known = compound(item.compound)
    computed = known is not None and item.unit == "mg" and item.elemental_mg == known.fraction
    return {
        "kind": item.kind.value,
        "name": item.name,
        "variant": item.variant,
        "unit": item.unit,
        "element": item.element or "",
        "label_mg": "" if computed else amount_text(item.elemental_mg),
        "compound": item.compound if known else "",
        "compound_mg": "",
    }


def plan_values(plan: Plan) -> dict[str, str]:
    """Return the rows of a form about a plan."""
    clocks = [clock_text(minute) for minute in plan.minutes if minute is not None]
    values = {
        "amount": amount_text(plan.amount),
        "rhythm": plan.rhythm.value,
        "weekdays": ",".join(map(str, plan.weekdays)),
        "times": str(len(plan.minutes)),
        "clock": ", ".join(clocks),
        "first": plan.first.isoformat(),
    }
    has_end = plan.last is not None and plan.rhythm is not Rhythm.ONCE
    return values | {"last": str(plan.last)} if has_end else values


def known_names(items: Iterable[Item]) -> tuple[KnownName, ...]:
    """Return the names to complete: those of the diary, then medicines by their substance."""
    known = {name: _known(name, each) for each in medicines() for name in each.names}
    mine = {item.name: _mine(item) for item in items if item.kind.is_taken}
    return tuple((known | mine).values())


def _known(name: str, each: Medicine) -> KnownName:
    pair = each.pair_words() if each.has_variants else ""
    return KnownName(name, ItemKind.MEDICINE.value, each.unit, each.patch, pair)


def _mine(item: Item) -> KnownName:
    found = medicine_of(item)
    told = KnownName(item.name) if found is None else _known(item.name, found)
    return replace(told, kind=item.kind.value, unit=item.unit)


def change_marker(item: Item, before: Plan, after: Plan) -> Marker:
    """Return the marker of a dose change: “Pramipexole 0.125 → 0.25 mg”."""
    title = tr("{name} changed").format(name=item.full_name)
    if before.amount != after.amount:
        title = tr("{name} {before} → {after} {unit}").format(
            name=item.full_name,
            before=amount_text(before.amount),
            after=amount_text(after.amount),
            unit=item.unit,
        )
    return Marker(after.first, MarkerKind.DOSE_CHANGE, title[:LONGEST_NAME])


def start_marker(item: Item, plan: Plan) -> Marker:
    """Return the marker of something new, or of an infusion."""
    if plan.rhythm is Rhythm.ONCE:
        title = tr("{name} {amount} {unit}").format(
            name=item.full_name, amount=amount_text(plan.amount), unit=item.unit
        )
        return Marker(plan.first, MarkerKind.INFUSION, title[:LONGEST_NAME])
    is_medicine = item.kind is ItemKind.MEDICINE
    kind = MarkerKind.NEW_MEDICINE if is_medicine else MarkerKind.OWN
    title = tr("{name} begins").format(name=item.full_name)
    return Marker(plan.first, kind, title[:LONGEST_NAME])


def _day_names(plan: Plan) -> list[str]:
    short = QLocale.FormatType.ShortFormat
    return [QLocale().dayName(day + 1, short) for day in plan.weekdays]


def _compound_words(each: Compound) -> str:
    if each.fraction is None:
        return tr("{name}: see the label").format(name=tr(each.name))
    if each.fraction == 1:
        return tr("{name}: given in mg of {element}").format(
            name=tr(each.name), element=element_words(each.element)
        )
    share = QLocale().toString(each.fraction * 100, "f", 1)
    return f"{tr(each.name)}: {share} %"


def _marker_words(kind: MarkerKind) -> str:
    return {
        MarkerKind.DOSE_CHANGE: tr("dose changed"),
        MarkerKind.INFUSION: tr("infusion"),
        MarkerKind.NEW_MEDICINE: tr("new medicine"),
        MarkerKind.TRAVEL: tr("travel"),
        MarkerKind.ILLNESS: tr("illness"),
        MarkerKind.APPOINTMENT: tr("appointment"),
        MarkerKind.OWN: "",
    }[kind]
