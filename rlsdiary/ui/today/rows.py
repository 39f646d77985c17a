"""Which row asks a question, and which heading it stands under below "more"."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rlsdiary.domain.questions import Kind, Question
from rlsdiary.ui.kit.body import BodyRow
from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.ui.kit.clock import ClockRow
from rlsdiary.ui.kit.count import CountRow
from rlsdiary.ui.kit.number import AmountRow, NumberRow
from rlsdiary.ui.kit.onset import OnsetRow
from rlsdiary.ui.kit.rating import RatingRow
from rlsdiary.ui.kit.row import AnswerRow
from rlsdiary.ui.kit.yes import YesRow
from rlsdiary.words import mark, tr

_SECTIONS = {
    mark("Sleep times"): (
        *("bed", "lights_out", "fall_asleep_min", "awake_min"),
        *("final_waking", "tried_min", "up", "sleep_min"),
    ),
    mark("The urge by part of day"): (
        *("urge_morning", "urge_afternoon", "urge_evening", "urge_night"),
    ),
    mark("More about the urge"): ("rest_latency", "duration", "where"),
    mark("Pain and mood"): ("pain", "mood"),
}
_OWN = mark("Your own questions")
_SECTION_OF = {key: section for section, keys in _SECTIONS.items() for key in keys}
SLEEP_TIMES = _SECTIONS["Sleep times"]
"""The questions from which the sleep of a night follows."""


def section_of(key: str) -> str:
    """Return the heading that a question stands under, not yet translated; "" for none."""
    return _OWN if "item:" in key else _SECTION_OF.get(key, "")


def row_for(question: Question, parent: QWidget) -> AnswerRow:
    """Return the row that asks ``question``."""
    label, unit = tr(question.label), tr(question.unit)
    row: AnswerRow
    match question.kind:
        case Kind.RATING:
            row = RatingRow(label, tr(question.low_words), tr(question.high_words), parent)
        case Kind.CLOCK:
            row = ClockRow(label, parent)
        case Kind.ONSET:
            row = OnsetRow(label, parent)
        case Kind.CHOICE:
            row = ChoiceRow(label, _choices(question), parent)
        case Kind.SET:
            row = BodyRow(label, parent)
        case Kind.YES:
            row = YesRow(label, parent)
        case Kind.NUMBER:
            row = NumberRow(label, parent, unit, question.check)
        case Kind.AMOUNT:
            row = AmountRow(label, parent, unit, question.check, timed=question.timed)
        case _:
            row = CountRow(label, parent, unit, question.high)
    return row


def _choices(question: Question) -> tuple[tuple[str, str], ...]:
    return tuple((key, tr(words)) for key, words in question.choices)
