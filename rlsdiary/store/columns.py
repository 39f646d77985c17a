"""How the domain's values are spread over columns and gathered again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.day import Entered
from rlsdiary.domain.doses import Intake, Item, ItemKind, Plan, Rhythm, Status
from rlsdiary.domain.questions import Value
from rlsdiary.domain.record import Note
from rlsdiary.domain.treatment import Marker, MarkerKind

Row = dict[str, Any]


def entered_columns(entered: Entered) -> Row:
    """Spread when and where a value was entered."""
    return {
        "entered_at": entered.wall.isoformat(timespec="seconds"),
        "zone": entered.zone,
        "offset": entered.offset,
        "source": entered.source,
    }


def entered_of(row: Row) -> Entered:
    """Gather when and where a row's value was entered."""
    wall = datetime.fromisoformat(row["entered_at"])
    return Entered(wall, row["zone"], row["offset"], row["source"])


def answer_row(day: date, answer: Answer) -> Row:
    """Spread one answer: a number or a word, never both."""
    word = answer.value if isinstance(answer.value, str) else None
    number = None if isinstance(answer.value, str) else float(answer.value)
    return {
        "day": day,
        "question": answer.question,
        "number": number,
        "word": word,
        "at": answer.at,
        **entered_columns(answer.entered),
    }


def answer_of(row: Row) -> Answer:
    """Gather one answer; whole numbers come back as int."""
    value: Value = row["word"] if row["number"] is None else row["number"]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return Answer(row["question"], value, entered_of(row), row["at"])


def note_of(row: Row) -> Note:
    """Gather one note."""
    return Note(row["text"], entered_of(row), bool(row["for_doctor"]))


def item_row(item: Item) -> Row:
    """Spread one item, without its number where it has none yet."""
    row = {
        "name": item.name,
        "kind": item.kind.value,
        "unit": item.unit,
        "substance": item.substance,
        "compound": item.compound,
        "element": item.element,
        "elemental_mg": item.elemental_mg,
        "archived": int(item.archived),
        "variant": item.variant,
        "value_kind": item.value_kind,
        "low_words": item.low_words,
        "high_words": item.high_words,
        "of_night": int(item.of_night),
        "timed": int(item.timed),
        "position": item.position,
        "private": int(item.private),
    }
    return {"id": item.id, **row} if item.id else row


def item_of(row: Row) -> Item:
    """Gather one item."""
    return Item(
        name=row["name"],
        kind=ItemKind(row["kind"]),
        unit=row["unit"],
        substance=row["substance"],
        compound=row["compound"],
        element=row["element"],
        elemental_mg=row["elemental_mg"],
        archived=bool(row["archived"]),
        id=row["id"],
        variant=row["variant"],
        value_kind=row["value_kind"],
        low_words=row["low_words"],
        high_words=row["high_words"],
        of_night=bool(row["of_night"]),
        timed=bool(row["timed"]),
        position=row["position"],
        private=bool(row["private"]),
    )


def plan_row(plan: Plan) -> Row:
    """Spread one plan."""
    row = {
        "item_id": plan.item_id,
        "amount": plan.amount,
        "first": plan.first,
        "last": plan.last,
        "times": ",".join("-" if minute is None else str(minute) for minute in plan.minutes),
        "rhythm": plan.rhythm.value,
        "weekdays": ",".join(map(str, plan.weekdays)),
    }
    return {"id": plan.id, **row} if plan.id else row


def plan_of(row: Row) -> Plan:
    """Gather one plan."""
    return Plan(
        item_id=row["item_id"],
        amount=row["amount"],
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]) if row["last"] else None,
        minutes=tuple(None if m == "-" else int(m) for m in row["times"].split(",")),
        rhythm=Rhythm(row["rhythm"]),
        weekdays=tuple(int(day) for day in row["weekdays"].split(",") if day),
        id=row["id"],
    )


def intake_row(intake: Intake) -> Row:
    """Spread one intake."""
    row = {
        "day": intake.day,
        "item_id": intake.item_id,
        "plan_id": intake.plan_id,
        "status": intake.status.value,
        "amount": intake.amount,
        "elemental_mg": intake.elemental_mg,
        "minute": intake.minute,
        "slot": intake.slot,
        "with_food": _flag(intake.with_food),
        "with_vitamin_c": _flag(intake.with_vitamin_c),
        **entered_columns(intake.entered),
    }
    return {"id": intake.id, **row} if intake.id else row


def intake_of(row: Row) -> Intake:
    """Gather one intake."""
    return Intake(
        item_id=row["item_id"],
        day=date.fromisoformat(row["day"]),
        status=Status(row["status"]),
        amount=row["amount"],
        entered=entered_of(row),
        elemental_mg=row["elemental_mg"],
        minute=row["minute"],
        plan_id=row["plan_id"],
        id=row["id"],
        slot=row["slot"],
        with_food=_told(row["with_food"]),
        with_vitamin_c=_told(row["with_vitamin_c"]),
    )


def _flag(told: bool | None) -> int | None:
    return None if told is None else int(told)


def _told(flag: int | None) -> bool | None:
    return None if flag is None else bool(flag)


def marker_row(marker: Marker) -> Row:
    """Spread one marker."""
    row = {
        "day": marker.day,
        "kind": marker.kind.value,
        "title": marker.title,
        "item_id": marker.item_id,
    }
    return {"id": marker.id, **row} if marker.id else row


def marker_of(row: Row) -> Marker:
    """Gather one marker."""
    day, kind = date.fromisoformat(row["day"]), MarkerKind(row["kind"])
    return Marker(day, kind, row["title"], row["item_id"], row["id"])
