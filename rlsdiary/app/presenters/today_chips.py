"""Habits, triggers and measures of a day as chips."""

from __future__ import annotations

from rlsdiary.app.presenters.today_words import late_words
from rlsdiary.domain.day import clock_text
from rlsdiary.domain.questions import Card, Kind, Place, Question
from rlsdiary.services.reading import DayPage
from rlsdiary.ui.today.state import ChipState
from rlsdiary.words import tr

_KINDS = {Kind.YES: "yes", Kind.HELP: "help"}


def chip_states(page: DayPage, card: Card) -> tuple[ChipState, ...]:
    """Return the chips of a card: what is asked, and what is recorded of anything else."""
    answers = page.record.answers
    return tuple(
        _chip(page, question)
        for question in page.asked[card]
        if question.place is not Place.OFF or question.key in answers
    )


def _chip(page: DayPage, question: Question) -> ChipState:
    answer = page.record.answers.get(question.key)
    late = late_words(answer.entered, page.day, page.rule) if answer else ""
    return ChipState(
        key=question.key,
        label=tr(question.label),
        kind=_KINDS.get(question.kind, "amount"),
        value=answer.value if answer else None,
        unit=tr(question.unit) if question.unit else "",
        timed=question.timed,
        clock=clock_text(answer.at) if answer and answer.at is not None else "",
        late=late,
        always=question.place is Place.SHOWN,
    )
