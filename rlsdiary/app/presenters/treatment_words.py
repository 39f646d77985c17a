"""Plans and markers put in words and into the rows of their forms."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale

from rlsdiary.domain.day import clock_text
from rlsdiary.domain.doses import Item, ItemKind, Plan, Rhythm, amount_text
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.services.compounds import Compound, compound, compounds
from rlsdiary.ui.kit.date_reading import to_qdate
from rlsdiary.ui.treatment.rows import element_words
from rlsdiary.ui.treatment.state import CompoundChoice, MarkerLine, PlanLine
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
        name=item.name,
        dose=dose_words(item, plan.amount),
        rhythm=rhythm_words(plan),
        span=span_words(plan, today),
        values=_plan_values(plan) | item_values(item),
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
    if plan.minutes[0] is None:
        return days
    return tr("{days} at {time}").format(days=days, time=clock_text(plan.minutes[0]))


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
        "unit": item.unit,
        "element": item.element or "",
        "label_mg": "" if computed else amount_text(item.elemental_mg),
        "compound": item.compound if known else "",
        "compound_mg": "",
    }


def _plan_values(plan: Plan) -> dict[str, str]:
    return {
        "amount": amount_text(plan.amount),
        "rhythm": plan.rhythm.value,
        "weekdays": ",".join(map(str, plan.weekdays)),
        "clock": "" if plan.minutes[0] is None else clock_text(plan.minutes[0]),
    }


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
