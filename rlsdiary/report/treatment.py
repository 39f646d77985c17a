"""Medicines and supplements on paper: what is planned, what changed, what was taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rlsdiary.report.blocks import Blocks
from rlsdiary.report.dosing import ItemTotal
from rlsdiary.report.flow import Row, Space
from rlsdiary.report.table import Cell, Column
from rlsdiary.report.typeset import SMALL, mm
from rlsdiary.report.wording import element_word
from rlsdiary.words import tr

SHORT = 10
"""A treatment of at most so many lines stands on the first page, before the symptoms."""


class Treatment(Blocks):
    """Makes the rows about what is taken."""

    @property
    def is_short(self) -> bool:
        """Whether it leaves room for everything else on the first page."""
        return len(self.content.plan) + len(self.content.changes) <= SHORT

    def rows(self) -> Iterator[Row]:
        """Yield what is planned and what changed; what was taken too where nothing is planned."""
        content = self.content
        yield from self.heading(tr("Medicines and supplements"))
        if not (content.plan or content.changes or content.totals):
            yield from self.paragraph(tr("None was recorded."), SMALL)
            return
        yield from self._plan()
        yield from self._changes()
        if not content.plan:
            yield from self.taken()

    def _plan(self) -> Iterator[Row]:
        content, wording = self.content, self.wording
        day = wording.formats.full_date(content.last)
        if not content.plan:
            words = tr("No dose was planned on {day}.").format(day=day)
            yield from self.paragraph(words, SMALL)
            return
        columns = [
            Column(tr("Planned on {day}").format(day=day), grow=4),
            Column(tr("Dose"), grow=5),
            Column(tr("Since")),
        ]
        rows = [
            (row.name, wording.dosage(row.dosage), wording.formats.full_date(row.since))
            for row in content.plan
        ]
        yield from self.table(columns, rows)

    def _changes(self) -> Iterator[Row]:
        content, wording = self.content, self.wording
        if not content.changes:
            words = tr("No planned dose changed in the period.")
            yield Space(mm(1.5))
            yield from self.paragraph(words, SMALL)
            return
        columns = [
            Column(tr("Changes in the period")),
            Column("", grow=3),
            Column("", grow=6),
        ]
        rows = [
            (wording.formats.full_date(change.day), change.what, wording.change(change))
            for change in content.changes
        ]
        yield Space(mm(2))
        yield from self.table(columns, rows)

    def taken(self) -> Iterator[Row]:
        """Yield what was recorded of every item, and the elements in all."""
        content, wording = self.content, self.wording
        if not content.totals:
            return
        titles = (
            tr("days taken"),
            tr("days none"),
            tr("doses missed"),
            tr("as needed"),
            tr("extra doses"),
            tr("planned, not recorded"),
        )
        columns = [
            Column(tr("Recorded in the period"), grow=1),
            *(Column(title, right=True, narrow_title=True) for title in titles),
            Column(tr("median of days taken"), right=True, narrow_title=True),
        ]
        yield Space(mm(5))
        yield from self.table(columns, [self._total(total) for total in content.totals])
        for total in content.elements:
            if total.median_mg is not None:
                words = tr("Elemental {element}: median {mg} mg a day on {days} recorded days.")
                mg = wording.formats.short(total.median_mg)
                line = words.format(element=element_word(total.element), mg=mg, days=total.days)
                yield from self.paragraph(line, SMALL)

    def _total(self, total: ItemTotal) -> list[Cell]:
        counts: Iterable[int] = (
            *(total.taken_days, total.none_days, total.missed),
            *(total.needed, total.extra, total.unrecorded),
        )
        usual = "" if total.a_day is None else self.wording.amount(total.a_day, total.unit)
        return [total.name, *map(str, counts), usual]
