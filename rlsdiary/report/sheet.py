"""The first pages of the report, block by block: header, symptoms, chart, treatment."""

from __future__ import annotations

from collections.abc import Iterator

from rlsdiary.domain.questions import QUESTIONS, Kind
from rlsdiary.report.blocks import Blocks
from rlsdiary.report.figures import ENOUGH_DAYS, WINDOW, ValueSummary, WeekCount
from rlsdiary.report.flow import ChartStrip, Row, Space, Strip
from rlsdiary.report.table import Cell, Column, RangeMark
from rlsdiary.report.treatment import Treatment
from rlsdiary.report.typeset import (
    FIGURE,
    LEAD,
    LEAD_BOLD,
    SMALL,
    SMALL_BOLD,
    SOFT,
    TITLE,
    Box,
    Mark,
    mm,
    pt,
)
from rlsdiary.words import ntr, tr

CHART_HEIGHTS = mm(58), mm(92)
"""The chart takes what is left of its page, at least and at most so much."""
SHOWN_WEEKS = 26
_DAY_HEIGHT = mm(1.5)


class Sheet(Blocks):
    """Makes the rows of the first pages."""

    def rows(self, has_chart: bool) -> Iterator[Row]:
        """Yield everything before the day table."""
        content = self.content
        yield from self._header()
        if content.is_empty:
            yield from self.paragraph(tr("Nothing was recorded in this period."), LEAD)
        else:
            yield from self._key_figures()
        # A long list of medicines would push everything else off the first page.
        treatment = Treatment(content, self.wording, self.faces, self.left, self.width)
        if treatment.is_short:
            yield from treatment.rows()
        if not content.is_empty:
            yield from self._symptoms(has_chart)
        if not treatment.is_short:
            yield from treatment.rows()
        if content.plan:
            yield from treatment.taken()

    def _symptoms(self, has_chart: bool) -> Iterator[Row]:
        yield from self.heading(tr("Symptoms and sleep"))
        yield from self._weeks()
        if has_chart:
            yield ChartStrip(self.left, self.width, *CHART_HEIGHTS)
            yield Space(mm(2))
        yield from self._ratings()

    def _header(self) -> Iterator[Row]:
        content, wording = self.content, self.wording
        yield from self.paragraph(tr("Restless legs diary"), TITLE)
        if content.name:
            yield from self.paragraph(content.name, LEAD_BOLD)
        answered = wording.answered(content.symptoms)
        yield from self.paragraph(f"{wording.period(content)}  ·  {answered}", LEAD)
        yield Space(mm(1))
        for line in self._provenance():
            yield from self.paragraph(line, SOFT)
        yield Space(mm(4))

    def _provenance(self) -> Iterator[str]:
        content = self.content
        yield tr("Self-reported diary, not a diagnosis. Written with RLS Diary {version}.").format(
            version=content.version
        )
        yield tr("A day begins at {clock}; time zone {zone}.").format(
            clock=f"{content.day_start:%H:%M}", zone=content.zone
        )
        yield tr("Urge entered on the day itself: {share}.").format(
            share=self.wording.entered(content.entered)
        )

    def _key_figures(self) -> Iterator[Row]:
        """Yield the figures that are read first, side by side, each over its words."""
        figures = tuple(self._figures())
        gap = mm(6)
        width = (self.width - gap * (len(figures) - 1)) / len(figures)
        marks: list[Mark] = []
        bottom = 0.0
        for index, (figure, words) in enumerate(figures):
            y = 0.0
            for style, text in ((FIGURE, figure), (SMALL, words)):
                for line in self.faces[style].wrap(text, width):
                    marks.append(self.text(line, style, self.left + index * (width + gap), y))
                    y += self.faces[style].line
            bottom = max(bottom, y)
        yield Strip(bottom, tuple(marks))

    def _figures(self) -> Iterator[tuple[str, str]]:
        content, wording = self.content, self.wording
        count = content.symptoms
        yield (
            tr("{n} of {m}").format(n=count.with_symptoms, m=count.answered),
            "\n".join(filter(None, (tr("answered evenings with symptoms"), wording.a_week(count)))),
        )
        urge = next((s.whole for s in content.ratings if s.key == "urge"), None)
        if urge is not None and urge.median is not None:
            words = tr("median of the strongest urge, 0–10\nmiddle half {half}")
            yield wording.median(urge), words.format(half=wording.middle_half(urge))
        if content.onset.days:
            words = tr("first symptoms: {counts}").format(
                counts=wording.onset_counts(content.onset)
            )
            yield wording.onset_middle(content.onset), words
        if content.recent is not None and content.before is not None:
            recent, before = content.recent, content.before
            words = tr("evenings with symptoms in the last {n} days; in the {n} before: {before}")
            yield (
                tr("{n} of {m}").format(n=recent.with_symptoms, m=recent.answered),
                words.format(
                    n=WINDOW,
                    before=tr("{n} of {m}").format(n=before.with_symptoms, m=before.answered),
                ),
            )

    def _weeks(self) -> Iterator[Row]:
        weeks = self.content.weeks[-SHOWN_WEEKS:]
        if len(weeks) < 2:
            return
        words = tr("Days with symptoms each week (filled) of evenings answered (outline)")
        if len(weeks) < len(self.content.weeks):
            words += ntr("; the last {n} week", "; the last {n} weeks", len(weeks))
        yield from self.paragraph(words, SMALL_BOLD, keep=True)
        step = min(mm(12), self.width / len(weeks))
        marks = [mark for i, week in enumerate(weeks) for mark in self._week(week, i, step)]
        every = -(-mm(16) // step)
        for index, week in enumerate(weeks):
            label = self.wording.formats.short_date(week.monday)
            x = self.left + index * step
            if index % every == 0 and x + self.faces[SOFT].width(label) <= self.left + self.width:
                marks.append(self.text(label, SOFT, x, 7 * _DAY_HEIGHT + pt(3)))
        yield Strip(7 * _DAY_HEIGHT + pt(3) + self.faces[SOFT].line, tuple(marks))
        yield Space(mm(4))

    def _week(self, week: WeekCount, index: int, step: float) -> Iterator[Mark]:
        x, width = self.left + index * step, step * 0.62
        foot = pt(1) + 7 * _DAY_HEIGHT
        answered = week.count.answered * _DAY_HEIGHT
        symptoms = week.count.with_symptoms * _DAY_HEIGHT
        if answered:
            yield Box(x, foot - answered, width, answered, filled=False)
        if symptoms:
            yield Box(x, foot - symptoms, width, symptoms)

    def _ratings(self) -> Iterator[Row]:
        content = self.content
        summaries = (*content.ratings, *content.counts, *content.tracked)
        if not summaries:
            return
        compared = content.recent is not None
        columns = [
            Column("", grow=3),
            Column(tr("Scale"), grow=4.5),
            Column(tr("Days"), right=True),
            Column(tr("Median"), right=True),
            Column(tr("Middle half"), right=True, narrow_title=True),
            Column("0 – 10", grow=1.4),
        ]
        if compared:
            titles = tr("Last {n}\u00a0days"), tr("{n}\u00a0days before")
            columns += [
                Column(title.format(n=WINDOW), right=True, narrow_title=True) for title in titles
            ]
        yield from self.table(columns, [self._rating(s, compared) for s in summaries])
        words = tr("Days: days with an answer. Medians from {n} answers on. – is not recorded.")
        yield from self.paragraph(words.format(n=ENOUGH_DAYS), SOFT)

    def _rating(self, summary: ValueSummary, compared: bool) -> list[Cell]:
        wording, whole = self.wording, summary.whole
        question = QUESTIONS.get(summary.key)
        is_rating = question is not None and question.kind is Kind.RATING
        cells: list[Cell] = [
            self.content.table.names[summary.key][1],
            wording.anchors(summary.key) if is_rating else "",
            str(whole.days),
            wording.median(whole),
            wording.middle_half(whole),
            RangeMark(whole) if is_rating else "",
        ]
        if compared:
            cells += [wording.median(summary.recent), wording.median(summary.before)]
        return cells
