"""The forms of the Treatment screen: something new, another dose, the end, corrections, markers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.form import Form
from rlsdiary.ui.kit.form_rows import FieldRow, ListRow, OneOfRow
from rlsdiary.ui.kit.prose import breakable
from rlsdiary.ui.treatment.rows import (
    ContentRows,
    NameRows,
    day_row,
    dose_rows,
    fit_rhythm,
    mark_row,
    medicine_words,
    rhythm_rows,
    unit_row,
)
from rlsdiary.ui.treatment.state import TreatmentState
from rlsdiary.words import tr


class ContentForm(Form):
    """A form that asks what is in the item and can say what that comes to."""

    _content: ContentRows

    def say_content(self, words: str) -> None:
        """Say how much of the element is in it, as far as can be told."""
        self._content.say(words)


class AddForm(ContentForm):
    """Asks for a new supplement or medicine, its dose, and when it began."""

    def __init__(self, state: TreatmentState, parent: QWidget) -> None:
        super().__init__(tr("Add a supplement or medicine"), tr("Add it"), parent)
        self._names = NameRows(self, state.names)
        dose_rows(self)
        unit_row(self)
        self._content = ContentRows(self, state.compounds)
        rhythm_rows(self)
        day_row(self, "first", tr("First day"))
        mark_row(self)
        self._worth_a_mark = True
        self._fit_rows()
        self.align()

    def _fit_rows(self) -> None:
        self._names.fit()
        self._content.fit()
        fit_rhythm(self)
        worth = self.row("kind").text() == "medicine" or self.row("rhythm").text() == "once"
        if worth is not self._worth_a_mark:  # what the person chose themselves stays until then
            self._worth_a_mark = worth
            self.row("mark").set_text("yes" if worth else "no")


class DoseForm(Form):
    """Asks for another dose or rhythm, and from when on."""

    def __init__(self, name: str, unit: str, parent: QWidget) -> None:
        title = tr("Change the dose of {name}").format(name=breakable(name))
        super().__init__(title, tr("Keep"), parent)
        dose_rows(self)
        amount = self.row("amount")
        assert isinstance(amount, FieldRow)  # noqa: S101 - made by dose_rows
        amount.set_hint(unit)
        rhythm_rows(self)
        day_row(self, "since", tr("From this day on"))
        mark_row(self)
        self.add_words(tr("What was before stays in the diary as it was."))
        self._fit_rows()
        self.align()

    def _fit_rows(self) -> None:
        fit_rhythm(self)


class StopForm(Form):
    """Asks for the last day."""

    def __init__(self, name: str, is_medicine: bool, parent: QWidget) -> None:
        super().__init__(tr("Stop {name}").format(name=breakable(name)), tr("Stop it"), parent)
        day_row(self, "last", tr("Last day it was taken"))
        if is_medicine:
            self.add_words(medicine_words())
        self.align()


class ItemForm(ContentForm):
    """Asks for what was written down wrongly: name, unit, content, the dose, its days."""

    def __init__(self, state: TreatmentState, *, has_end: bool, parent: QWidget) -> None:
        super().__init__(tr("Rename or correct"), tr("Keep"), parent)
        self._names = NameRows(self, state.names, completes=False)
        unit_row(self)
        self._content = ContentRows(self, state.compounds)
        before = (("keep", tr("keep their milligrams")), ("follow", tr("count anew")))
        self.add_row("before", OneOfRow(tr("Doses recorded before"), before, self))
        dose_rows(self)
        rhythm_rows(self)
        day_row(self, "first", tr("First day"))
        if has_end:
            day_row(self, "last", tr("Last day"))
        self.add_words(
            tr(
                "This mends a mistake. Where the dose itself changed, press “Change the dose”: "
                "then both stay in the diary."
            )
        )
        self._fit_rows()
        self.align()

    def _fit_rows(self) -> None:
        self._names.fit()
        self._content.fit()
        fit_rhythm(self)
        self.row("before").setVisible(bool(self.row("element").text()))


class MarkerForm(Form):
    """Asks for a dated event."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, tr("Keep"), parent)
        kinds = (
            ("dose-change", tr("dose changed")),
            ("infusion", tr("infusion")),
            ("new-medicine", tr("new medicine")),
            ("travel", tr("travel")),
            ("illness", tr("illness")),
            ("appointment", tr("appointment")),
            ("own", tr("something else")),
        )
        day_row(self, "day", tr("Day"))
        self.add_row("kind", ListRow(tr("What it was"), kinds, self, letters=24))
        self.add_row("title", FieldRow(tr("In a few words"), self, letters=34))
        self.align()
