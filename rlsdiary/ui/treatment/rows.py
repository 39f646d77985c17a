"""The questions that the forms of the Treatment screen share."""

from __future__ import annotations

from rlsdiary.domain.doses import ELEMENTS
from rlsdiary.ui.kit.date_reading import short_example
from rlsdiary.ui.kit.form import Form
from rlsdiary.ui.kit.form_rows import FieldRow, ListRow, OneOfRow
from rlsdiary.ui.kit.weekdays import WeekdaysRow
from rlsdiary.ui.treatment.state import CompoundChoice
from rlsdiary.words import tr

_LONG = 34
_MILLIGRAMS = "mg"


def element_words(element: str) -> str:
    """Return the name of an element in the person's language."""
    return {"iron": tr("iron"), "zinc": tr("zinc"), "magnesium": tr("magnesium")}[element]


def name_rows(form: Form) -> None:
    """Ask what it is and what it is called."""
    kinds = (("supplement", tr("supplement")), ("medicine", tr("medicine")))
    form.add_row("kind", OneOfRow(tr("It is a"), kinds, form))
    form.add_row("name", FieldRow(tr("Name"), form, letters=_LONG))


def unit_row(form: Form) -> None:
    """Ask in what it is counted."""
    unit = FieldRow(tr("Counted in"), form)
    unit.set_hint(tr("One word, such as capsule, tablet, drop or mg."))
    form.add_row("unit", unit)


def dose_rows(form: Form) -> None:
    """Ask for the amount."""
    form.add_row("amount", FieldRow(tr("How much each time"), form, letters=10))


def rhythm_rows(form: Form) -> None:
    """Ask on which days and when."""
    rhythms = (
        ("daily", tr("every day")),
        ("every-2", tr("every second day")),
        ("weekdays", tr("certain weekdays")),
        ("as-needed", tr("as needed")),
        ("once", tr("once")),
    )
    form.add_row("rhythm", OneOfRow(tr("How often"), rhythms, form))
    form.add_row("weekdays", WeekdaysRow(tr("On which days"), form))
    clock = FieldRow(tr("Time of day"), form, letters=10)
    clock.set_hint(tr("Such as 20:00. Leave it empty where it does not matter."))
    form.add_row("clock", clock)


def day_row(form: Form, key: str, label: str) -> None:
    """Ask for a day."""
    row = FieldRow(label, form)
    row.set_hint(
        tr("Such as {iso}, {short} or “yesterday”.").format(iso="2026-11-20", short=short_example())
    )
    form.add_row(key, row)


class ContentRows:
    """Which element is in it, and how much: by the label, or worked out from a compound."""

    def __init__(self, form: Form, compounds: tuple[CompoundChoice, ...]) -> None:
        self._form = form
        self._compounds = compounds
        self._shown = ""
        nothing = ("", tr("nothing of these"))
        elements = (nothing, *((element, element_words(element)) for element in ELEMENTS))
        self._element = OneOfRow(tr("It contains"), elements, form)
        self._label = FieldRow("", form, letters=10)
        self._compound = ListRow(tr("Compound"), (), form, letters=46)
        self._compound_mg = FieldRow("", form, letters=10)
        form.add_row("element", self._element)
        form.add_row("label_mg", self._label)
        form.add_row("compound", self._compound)
        form.add_row("compound_mg", self._compound_mg)
        self._outcome = form.add_words("")
        self._iron = form.add_words(iron_words())
        self._outcome.hide()

    def fit(self) -> None:
        """Show what the choices so far ask for."""
        element, unit = self._element.text(), self._unit()
        if element and element != self._shown:
            self._shown = element
            self._compound.set_choices(self._choices(element))
        for row in (self._label, self._compound):
            row.setVisible(bool(element))
        computed = bool(element and self._compound.text()) and not self._label.text().strip()
        self._compound_mg.setVisible(computed and unit != _MILLIGRAMS)
        self._iron.setVisible(element == "iron")
        if element:
            self._name_rows(element_words(element), unit or tr("unit"))

    def say(self, words: str) -> None:
        """Say how much is in it, as far as can be told."""
        self._outcome.setText(words)
        self._outcome.setVisible(bool(words))

    def _name_rows(self, element: str, unit: str) -> None:
        names = {"element": element, "unit": unit}
        self._label.set_label(tr("mg of {element} in one {unit}").format(**names))
        self._label.set_hint(
            tr("As the label says. Leave it empty to work it out from a compound.")
        )
        self._compound_mg.set_label(tr("mg of the compound in one {unit}").format(**names))

    def _choices(self, element: str) -> tuple[tuple[str, str], ...]:
        mine = ((c.key, c.words) for c in self._compounds if c.element == element)
        return (("", tr("not chosen")), *mine)

    def _unit(self) -> str:
        row = self._form.row("unit")
        assert isinstance(row, FieldRow)  # noqa: S101 - made by unit_row
        return row.text().strip()


def iron_words() -> str:
    """Return what belongs beside any iron."""
    return tr(
        "Do not take iron without a blood test: too much of it is harmful, and iron tablets are "
        "dangerous for children."
    )


def medicine_words() -> str:
    """Return what belongs beside any prescribed medicine."""
    return tr(
        "Never stop or change a prescribed medicine because of this diary; stopping suddenly can "
        "cause withdrawal. Talk to your doctor first."
    )
