"""The questions that the forms of the Treatment screen share."""

from __future__ import annotations

from rlsdiary.domain.doses import ELEMENTS
from rlsdiary.ui.kit.date_reading import short_example
from rlsdiary.ui.kit.form import Form
from rlsdiary.ui.kit.form_rows import FieldRow, ListRow, OneOfRow
from rlsdiary.ui.kit.weekdays import WeekdaysRow
from rlsdiary.ui.treatment.state import CompoundChoice, KnownName
from rlsdiary.words import tr

MOST_TIMES = 6
"""The most doses a day that one plan can have."""
_LONG = 34
_MILLIGRAMS = "mg"


def element_words(element: str) -> str:
    """Return the name of an element in the person's language."""
    return {"iron": tr("iron"), "zinc": tr("zinc"), "magnesium": tr("magnesium")}[element]


class NameRows:
    """What it is and what it is called; of some medicines also what the label counts."""

    def __init__(self, form: Form, names: tuple[KnownName, ...], *, completes: bool = True) -> None:
        """With ``completes`` a known name also puts in its kind and unit."""
        self._form = form
        self._completes = completes
        self._known = {known.name.casefold(): known for known in names}
        self._filled = ""
        kinds = (("supplement", tr("supplement")), ("medicine", tr("medicine")))
        form.add_row("kind", OneOfRow(tr("It is a"), kinds, form))
        self._name = FieldRow(tr("Name"), form, letters=_LONG)
        self._name.offer([known.name for known in names])
        form.add_row("name", self._name)
        variants = (("", tr("not said")), ("salt", tr("the salt")), ("base", tr("the base")))
        self._variant = OneOfRow(tr("The label counts"), variants, form)
        form.add_row("variant", self._variant)
        self._pair = form.add_words("")

    @property
    def known(self) -> KnownName | None:
        """What is known of the typed name."""
        return self._known.get(self._name.text().strip().casefold())

    def fit(self) -> None:
        """Show what the name asks for; put in its usual unit where none is typed."""
        known = self.known
        pair = known.pair if known is not None else ""
        self._variant.setVisible(bool(pair))
        self._pair.setText(tr("{pair}.").format(pair=pair))
        self._pair.setVisible(bool(pair))
        if self._completes and known is not None and known.name != self._filled:
            self._filled = known.name
            self._fill(known)

    def _fill(self, known: KnownName) -> None:
        unit = self._form.row("unit")
        if known.unit and not unit.text().strip():
            unit.set_text(known.unit)
            self._form.row("kind").set_text(known.kind)
            if known.is_patch:
                self._form.row("rhythm").set_text("patch")


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
        ("patch", tr("a patch every day")),
        ("every-2", tr("every second day")),
        ("weekdays", tr("certain weekdays")),
        ("as-needed", tr("as needed")),
        ("once", tr("once")),
    )
    form.add_row("rhythm", OneOfRow(tr("How often"), rhythms, form))
    form.add_row("weekdays", WeekdaysRow(tr("On which days"), form))
    counts = tuple((str(count), str(count)) for count in range(1, MOST_TIMES + 1))
    form.add_row("times", OneOfRow(tr("Times a day"), counts, form))
    clock = FieldRow(tr("At what time"), form, letters=22)
    clock.set_hint(
        tr("Such as 20:00, or 8:00, 14:00, 20:00. Leave it empty where it does not matter.")
    )
    form.add_row("clock", clock)


def fit_rhythm(form: Form) -> None:
    """Show what the chosen rhythm asks for."""
    rhythm = form.row("rhythm").text()
    form.row("weekdays").setVisible(rhythm == "weekdays")
    form.row("times").setVisible(rhythm in ("daily", "every-2", "weekdays"))
    form.row("clock").setVisible(rhythm != "as-needed")


def mark_row(form: Form) -> None:
    """Ask whether to put a line on the time line."""
    words = (("yes", tr("yes")), ("no", tr("no")))
    row = OneOfRow(tr("Mark it in the charts"), words, form)
    form.add_row("mark", row)


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
