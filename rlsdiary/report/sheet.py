"""The first pages of the report, block by block: header, symptoms, chart, treatment."""

from __future__ import annotations

from collections.abc import Iterator

from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.questions import Kind
from rlsdiary.report.blocks import Blocks
from rlsdiary.report.figures import ENOUGH_DAYS, WINDOW, ValueSummary, WeekCount
from rlsdiary.report.flow import ChartStrip, Row, Space, Strip
from rlsdiary.report.table import Cell, Column, RangeMark
from rlsdiary.report.treatment import Treatment
from rlsdiary.report.typeset import (
    CHART,
    FIGURE,
    LEAD,
    LEAD_BOLD,
    SMALL,
    SMALL_BOLD,
    SOFT,
    TITLE,
    Box,
    Mark,
    Rule,
    mm,
    pt,
)
from rlsdiary.words import ntr, tr

CHART_MOST = mm(105)
"""The chart takes what is left of its page, at most so much."""
SHOWN_WEEKS = 26
_DAY_HEIGHT = mm(1.15)
_SCALE_WIDTH = mm(4)


class Sheet(Blocks):
    """Makes the rows of the first pages."""

    def rows(self, chart_lines: float) -> Iterator[Row]:
        """Yield everything before the day table; the chart needs so many lines, 0 for none."""
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
            yield from self._symptoms(chart_lines)
        if not treatment.is_short:
            yield from treatment.rows()
        if content.plan:
            yield from treatment.taken()

    def _symptoms(self, chart_lines: float) -> Iterator[Row]:
        yield from self.heading(tr("Symptoms and sleep"))
        yield from self._weeks()
        ratings = list(self._ratings())
        if chart_lines:
            after = Space(mm(1.5))
            least = chart_lines * self.faces[CHART].line
            most = max(least, CHART_MOST)
            reserve = after.height + sum(row.height for row in ratings)
            yield ChartStrip(self.left, self.width, least, most, reserve)
            yield after
        yield from ratings

    def _header(self) -> Iterator[Row]:
        content, wording = self.content, self.wording
        yield from self._title(tr("Restless legs diary"), wording.period(content))
        answered = wording.answered(content.symptoms)
        if content.name:
            yield from self.paragraph(content.name, LEAD_BOLD)
        yield from self.paragraph(answered, LEAD)
        yield Space(mm(0.5))
        for line in self._provenance():
            yield from self.paragraph(line, SOFT)
        yield Space(mm(2))

    def _title(self, title: str, period: str) -> Iterator[Row]:
        """Yield the title with the period at the right of it, on the same base line."""
        large, small = self.faces[TITLE], self.faces[LEAD_BOLD]
        x = self.left + self.width - small.width(period)
        right = self.text(period, LEAD_BOLD, x, large.ascent - small.ascent)
        yield Strip(large.line, (self.text(title, TITLE, self.left, 0), right))

    def _provenance(self) -> Iterator[str]:
        content = self.content
        day = tr("A day begins at {clock}; time zone {zone}.").format(
            clock=f"{content.day_start:%H:%M}", zone=content.zone
        )
        yield tr("Self-reported diary, not a diagnosis.") + " " + day
        entered = tr("Urge entered on the day itself: {share}.").format(
            share=self.wording.entered(content.entered)
        )
        written = tr("Written with RLS Diary {version}.").format(version=content.version)
        yield f"{entered} {written}"

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
        yield Space(mm(1.5), keep=True)
        left, right = self.left + _SCALE_WIDTH, self.left + self.width
        step = min(mm(12), (right - left) / len(weeks))
        marks = list(self._week_scale(left, left + step * len(weeks)))
        for index, week in enumerate(weeks):
            marks += self._week(week, left + index * step, step)
        every = -(-mm(16) // step)
        for index, week in enumerate(weeks):
            label = self.wording.formats.short_date(week.monday)
            x = left + index * step
            if index % every == 0 and x + self.faces[SOFT].width(label) <= right:
                marks.append(self.text(label, SOFT, x, _week_foot() + pt(2)))
        yield Strip(_week_foot() + pt(2) + self.faces[SOFT].line, tuple(marks))
        yield Space(mm(2))

    def _week_scale(self, left: float, right: float) -> Iterator[Mark]:
        """Yield lines at no day and at all seven, with their numbers."""
        face = self.faces[SOFT]
        for days in (0, 7):
            y = _week_foot() - days * _DAY_HEIGHT
            yield Rule(left - pt(2), y, right, y, pt(0.5))
            words = str(days)
            x = left - pt(5) - face.width(words)
            yield self.text(words, SOFT, x, y - face.line / 2)

    def _week(self, week: WeekCount, left: float, step: float) -> Iterator[Mark]:
        foot, width = _week_foot(), step * 0.62
        answered = week.count.answered * _DAY_HEIGHT
        symptoms = week.count.with_symptoms * _DAY_HEIGHT
        if answered:
            yield Box(left, foot - answered, width, answered, filled=False)
        if symptoms:
            yield Box(left, foot - symptoms, width, symptoms)

    def _ratings(self) -> Iterator[Row]:
        content = self.content
        summaries = (*content.ratings, *content.counts, *content.tracked)
        if not summaries:
            return
        compared = content.recent is not None
        columns = [
            Column("", grow=3),
            Column(tr("Days"), right=True),
            Column(tr("Median"), right=True),
            Column(tr("Middle half"), right=True),
            Column("0 – 10", grow=2),
        ]
        if compared:
            titles = tr("Last {n} days"), tr("{n} days before")
            columns += [Column(title.format(n=WINDOW), right=True) for title in titles]
        yield from self.table(columns, [self._rating(s, compared) for s in summaries])
        yield from self.paragraph(" ".join(self._notes(summaries)), SOFT)

    def _notes(self, summaries: tuple[ValueSummary, ...]) -> Iterator[str]:
        """Yield what both ends of the scales mean, and what the columns do."""
        scales: dict[str, list[str]] = {}
        for summary in summaries:
            if _is_rating(summary):
                name = self.content.table.names[summary.key][1]
                scales.setdefault(self.wording.anchors(summary.key), []).append(name)
        if scales:
            parts = (f"{', '.join(names)}: {ends}" for ends, names in scales.items())
            yield "; ".join(parts) + "."
        words = tr("Days: days with an answer. Medians from {n} answers on. – is not recorded.")
        yield words.format(n=ENOUGH_DAYS)

    def _rating(self, summary: ValueSummary, compared: bool) -> list[Cell]:
        wording, whole = self.wording, summary.whole
        cells: list[Cell] = [
            self.content.table.names[summary.key][1],
            str(whole.days),
            wording.median(whole),
            wording.middle_half(whole),
            RangeMark(whole) if _is_rating(summary) else "",
        ]
        if compared:
            cells += [wording.median(summary.recent), wording.median(summary.before)]
        return cells


def _week_foot() -> float:
    """Return where in its strip no day is; the highest number has half a line above it."""
    return mm(1.6) + 7 * _DAY_HEIGHT


def _is_rating(summary: ValueSummary) -> bool:
    question = QUESTIONS.get(summary.key)
    return question is not None and question.kind is Kind.RATING
