"""Taking a diary CSV in, whole or not at all, and writing one out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rlsdiary.domain.answers import Answer
from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.change import Change, RowChange
from rlsdiary.domain.day import Entered
from rlsdiary.domain.doses import ELEMENTS, Intake, Item, ItemKind, Status, generic_item
from rlsdiary.domain.record import DayRecord, Extract, Note
from rlsdiary.exchange.csv_cells import number_text
from rlsdiary.exchange.diary_csv import CsvDay, CsvRefused, read_diary_csv, write_diary_csv
from rlsdiary.store import Store
from rlsdiary.words import tr

if TYPE_CHECKING:
    from rlsdiary.store.ledger import Writer

Clock = Callable[[], datetime]
_SOURCE = "csv"


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did, or would do: days read = new + changed + same."""

    read: int
    new: int
    changed: int
    same: int
    change: Change


class Exchanging:
    """Imports and exports of the open diary."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def import_csv(self, path: Path, dry_run: bool = False) -> Taken:
        """Take in a diary CSV. Empty cells leave what the diary has; CsvRefused changes nothing."""
        rule = self._store.rule()
        today = rule.day_of(self._clock())
        days = read_diary_csv(path, rule, today)
        with self._store.ledger.writing(keep=not dry_run) as writer:
            merge = _Merge(self._store, writer, Entered.at(self._clock(), _SOURCE), days)
            merge.run()
        return _taken(merge.counts, () if dry_run else tuple(writer.rows))

    def export_csv(self, path: Path) -> int:
        """Write every recorded day to ``path``; return how many."""
        span = self._store.days.span()
        rule = self._store.rule()
        if span is None:
            return write_diary_csv(path, (), rule)
        return write_diary_csv(path, csv_days(self._store.extract(*span)), rule)


def csv_days(extract: Extract) -> Iterator[CsvDay]:
    """Yield each recorded day in the form of the diary CSV: one total a day and product."""
    tracked = {item.question: item.name for item in extract.items.values()}
    for day, record in extract.days.items():
        counted = {
            element: total
            for element in ELEMENTS
            if (total := extract.element_mg(day, element)) is not None
        }
        yield CsvDay(
            day=day,
            answers={key: a.value for key, a in record.answers.items() if key in QUESTIONS},
            elements=counted,
            takes={
                (item.name, item.unit): total
                for item in _products(record, extract)
                if (total := extract.taken(day, item.id)) is not None
            },
            tracks={
                tracked[key]: float(a.value)
                for key, a in record.answers.items()
                if key in tracked and not isinstance(a.value, str)
            },
            note=record.note.text if record.note else None,
            row=0,
        )


def _products(record: DayRecord, extract: Extract) -> Iterable[Item]:
    """Return the day's items that no element column counts."""
    items = {intake.item_id: extract.items[intake.item_id] for intake in record.intakes}
    return [i for i in items.values() if i.element is None or i.elemental_mg is None]


class _Merge:
    """Compares a file with the diary cell by cell and writes what differs."""

    def __init__(
        self, store: Store, writer: Writer, entered: Entered, days: tuple[CsvDay, ...]
    ) -> None:
        self._store = store
        self._writer = writer
        self._entered = entered
        self._days = days
        self._items: dict[tuple[str, str], Item] = {}
        self._answers: list[tuple[date, Answer]] = []
        self._intakes: list[Intake] = []
        self._differs = False
        self.counts: Counter[str] = Counter()

    def run(self) -> None:
        if not self._days:
            return
        extract = self._store.extract(self._days[0].day, self._days[-1].day)
        for item in extract.items.values():
            self._items[item.name.casefold(), item.unit.casefold()] = item
        for row in self._days:
            self._merge_day(row, extract)
        self._store.days.add_all(self._writer, self._answers, self._intakes)

    def _merge_day(self, row: CsvDay, extract: Extract) -> None:
        old = extract.days.get(row.day) or DayRecord(row.day)
        self._differs = False
        for key, value in row.answers.items():
            self._merge_answer(old, Answer(key, value, self._entered))
        for name, number in row.tracks.items():
            item = self._item(Item(name, ItemKind.OWN, value_kind="number"))
            self._merge_answer(old, Answer(item.question, _tidy(number), self._entered))
        for element, amount in row.elements.items():
            item = self._elemental(element)
            mine = [i for i in old.intakes if extract.items[i.item_id].element == element]
            before = extract.element_mg(row.day, element)
            self._merge_dose(row, f"{element}_mg", item, amount, mine, before)
        for (name, unit), amount in row.takes.items():
            item = self._item(Item(name, ItemKind.MEDICINE, unit))
            _refuse_twice(row, item, f"take:{name}_{unit}")
            mine = [i for i in old.intakes if i.item_id == item.id]
            before = extract.taken(row.day, item.id)
            self._merge_dose(row, f"take:{name}_{unit}", item, amount, mine, before)
        self._merge_note(old, row.note)
        kind = "same" if not self._differs else "new" if old.is_empty else "changed"
        self.counts[kind] += 1

    def _merge_answer(self, old: DayRecord, answer: Answer) -> None:
        before = old.value(answer.question)
        if before == answer.value:
            return
        self._differs = True
        if before is None:
            self._answers.append((old.day, answer))
        else:
            self._store.days.keep_answer(self._writer, old.day, answer)

    def _merge_dose(
        self,
        row: CsvDay,
        column: str,
        item: Item,
        amount: float,
        mine: list[Intake],
        before: float | None,
    ) -> None:
        if before is not None and abs(before - amount) < 1e-9:
            return
        self._differs = True
        status = Status.TAKEN if amount else Status.SKIPPED
        total = Intake(item.id, row.day, status, amount, self._entered, item.elemental(amount))
        if not mine:
            self._intakes.append(total)
        elif len(mine) == 1 and mine[0].item_id == item.id:
            self._store.days.keep_intake(self._writer, replace(total, id=mine[0].id))
        else:
            raise CsvRefused(
                tr(
                    "Row {row}, column “{column}”: the file says {new}, and the diary holds single "
                    "doses for {day} that add up to {old}. Correct the day in the diary, or "
                    "empty the cell."
                ).format(
                    row=row.row,
                    column=column,
                    new=number_text(amount),
                    old="?" if before is None else number_text(before),
                    day=row.day.isoformat(),
                )
            )

    def _merge_note(self, old: DayRecord, text: str | None) -> None:
        if text is None or (old.note is not None and old.note.text == text):
            return
        self._differs = True
        for_doctor = old.note.for_doctor if old.note else False
        self._store.days.keep_note(self._writer, old.day, Note(text, self._entered, for_doctor))

    def _elemental(self, element: str) -> Item:
        """Return the item of which one mg is one elemental mg, whatever its name."""
        for item in self._items.values():
            if item.element == element and item.unit == "mg" and item.elemental_mg == 1:
                return item
        wanted = generic_item(element)
        if (wanted.name.casefold(), wanted.unit) in self._items:  # mg of a compound, perhaps
            wanted = replace(wanted, name=tr("{name} (elemental)").format(name=wanted.name))
        return self._item(wanted)

    def _item(self, wanted: Item) -> Item:
        """Return the diary's item of that name and unit, made where there is none."""
        key = wanted.name.casefold(), wanted.unit.casefold()
        if key not in self._items:
            number = self._store.treatment.keep_item(self._writer, wanted)
            self._items[key] = replace(wanted, id=number)
        return self._items[key]


def _refuse_twice(row: CsvDay, item: Item, column: str) -> None:
    """Raise CsvRefused where an element's column counts this product too."""
    if item.elemental_mg is not None and item.element in row.elements:
        raise CsvRefused(
            tr(
                "Row {row}, column “{column}”: its {element} is counted in “{element}_mg” "
                "already. Empty one of the two cells."
            ).format(row=row.row, column=column, element=item.element)
        )


def _tidy(number: float) -> int | float:
    return int(number) if number == int(number) else number


def _taken(counts: Counter[str], rows: tuple[RowChange, ...]) -> Taken:
    kinds = frozenset({"answers", "intakes", "items", "notes"})
    change = Change(tr("Import"), kinds, rows=rows)
    new, changed, same = counts["new"], counts["changed"], counts["same"]
    return Taken(new + changed + same, new, changed, same, change)
