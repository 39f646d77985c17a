"""A diary CSV is taken in whole or not at all, merges with the diary, and comes out the same."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from rlsdiary.domain.doses import Item, ItemKind, Plan, Status, generic_item
from rlsdiary.exchange.diary_csv import CsvRefused
from rlsdiary.services.exchanging import Exchanging, Taken
from rlsdiary.services.recording import Recording
from rlsdiary.services.sample import fill_with_sample
from rlsdiary.services.treating import Treating
from rlsdiary.store import Store
from tests.store.diary import NOW, TODAY, clock, contents, opened
from tests.store.template import copy_of_empty

DAY = date(2026, 11, 20)
REAL = Path(__file__).parents[3] / "shared" / "samples" / "real" / "esm-239-days.csv"
WHOLE = """\
date,urge,stress,onset,rest,sleep_quality,leg_wakings,iron_mg,zinc_mg,take:Ropinirole_mg,track:coffee,note
2026-11-19,6,,21:30,hour,4,2,65,0,0.25,2,"first, with a comma"
2026-11-20,0,3,none,no,,0,,15,0,0,
2026-11-21,,10,waking,,10,,0,,,,=1+1
"""


@pytest.fixture
def exchanging(store: Store) -> Exchanging:
    """Exchange with the empty diary, on the one evening of these tests."""
    return Exchanging(store, clock)


@pytest.fixture
def recording(store: Store) -> Recording:
    """Record in the same diary."""
    return Recording(store, clock)


def test_a_file_fills_an_empty_diary(exchanging: Exchanging, store: Store, tmp_path: Path) -> None:
    taken = _take(exchanging, tmp_path, WHOLE)
    assert _counts(taken) == (3, 3, 0, 0)
    record = store.days.record(date(2026, 11, 19))
    assert record.value("onset") == 21 * 60 + 30
    assert record.value("stress") is None
    extract = store.extract(date(2026, 11, 19), date(2026, 11, 21))
    assert extract.element_mg(date(2026, 11, 19), "iron") == 65
    assert extract.element_mg(date(2026, 11, 19), "zinc") == 0
    assert extract.element_mg(date(2026, 11, 20), "iron") is None
    assert {answer.entered.source for answer in record.answers.values()} == {"csv"}


def test_the_same_file_again_changes_nothing(
    exchanging: Exchanging, path: Path, tmp_path: Path
) -> None:
    _take(exchanging, tmp_path, WHOLE)
    before = contents(path)
    taken = _take(exchanging, tmp_path, WHOLE)
    assert _counts(taken) == (3, 0, 0, 3)
    assert not taken.change
    assert contents(path) == before


def test_what_comes_out_is_what_went_in_byte_for_byte(
    exchanging: Exchanging, tmp_path: Path
) -> None:
    _take(exchanging, tmp_path, WHOLE)
    assert exchanging.export_csv(tmp_path / "out.csv") == 3
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == WHOLE


def test_an_invented_year_survives_the_way_out_and_in_again(
    store: Store, exchanging: Exchanging, tmp_path: Path
) -> None:
    fill_with_sample(store, TODAY)
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    days = exchanging.export_csv(first)
    with opened(copy_of_empty(tmp_path / "other.rlsdiary")) as other:
        assert Exchanging(other, clock).import_csv(first).new == days
        Exchanging(other, clock).export_csv(second)
    assert second.read_bytes() == first.read_bytes()
    assert days > 250


def test_empty_cells_leave_what_the_diary_has(
    exchanging: Exchanging, store: Store, recording: Recording, tmp_path: Path
) -> None:
    recording.log(DAY, {"urge": 6, "mood": 2}, [(generic_item("iron"), 65)], "old note")
    taken = _take(exchanging, tmp_path, f"date,urge,mood,iron_mg,note\n{DAY},7,,,\n")
    assert _counts(taken) == (1, 0, 1, 0)
    record = store.days.record(DAY)
    assert (record.value("urge"), record.value("mood")) == (7, 2)
    assert record.note is not None
    assert record.note.text == "old note"
    assert len(record.intakes) == 1


def test_a_cell_that_says_the_same_keeps_its_moment_of_entering(
    exchanging: Exchanging, store: Store, recording: Recording, tmp_path: Path
) -> None:
    recording.answer(DAY, "urge", 6)
    _take(exchanging, tmp_path, f"date,urge,mood\n{DAY},6,3\n")
    sources = {k: a.entered.source for k, a in store.days.record(DAY).answers.items()}
    assert sources == {"urge": "", "mood": "csv"}


def test_days_are_counted_as_new_changed_or_the_same(
    exchanging: Exchanging, recording: Recording, tmp_path: Path
) -> None:
    recording.answer(DAY, "urge", 6)
    recording.answer(DAY - timedelta(days=1), "urge", 6)
    lines = [f"{DAY},6", f"{DAY - timedelta(days=1)},7", f"{DAY - timedelta(days=2)},6"]
    taken = _take(exchanging, tmp_path, "\n".join(["date,urge", *lines, ""]))
    assert _counts(taken) == (3, 1, 1, 1)


def test_a_single_dose_is_corrected_by_the_file(
    exchanging: Exchanging, store: Store, recording: Recording, tmp_path: Path
) -> None:
    recording.log(DAY, {}, [(generic_item("iron"), 65)])
    _take(exchanging, tmp_path, f"date,iron_mg\n{DAY},100\n")
    (intake,) = store.days.record(DAY).intakes
    assert (intake.amount, intake.elemental_mg) == (100, 100)


def test_single_doses_that_add_up_to_the_cell_are_left_alone(
    exchanging: Exchanging, store: Store, tmp_path: Path
) -> None:
    _two_capsules(store)
    before = store.days.record(DAY).intakes
    assert _counts(_take(exchanging, tmp_path, f"date,iron_mg\n{DAY},50\n")) == (1, 0, 0, 1)
    assert store.days.record(DAY).intakes == before


def test_single_doses_are_never_overwritten_by_another_total(
    exchanging: Exchanging, store: Store, path: Path, tmp_path: Path
) -> None:
    _two_capsules(store)
    before = contents(path)
    with pytest.raises(CsvRefused) as refused:
        _take(exchanging, tmp_path, f"date,urge,iron_mg\n2026-11-19,3,\n{DAY},5,65\n")
    message = refused.value.message
    for part in ("Row 3", "iron_mg", "65", "50", "2026-11-20", "Nothing was taken"):
        assert part in message
    assert contents(path) == before


def test_two_doses_of_one_product_are_never_made_one(
    exchanging: Exchanging, recording: Recording, path: Path, tmp_path: Path
) -> None:
    for _time in range(2):
        recording.log(DAY, {}, [(generic_item("iron"), 65)])
    before = contents(path)
    with pytest.raises(CsvRefused, match="add up to 130"):
        _take(exchanging, tmp_path, f"date,iron_mg\n{DAY},65\n")
    assert contents(path) == before


def test_a_trial_says_the_same_and_writes_nothing(
    exchanging: Exchanging, path: Path, tmp_path: Path
) -> None:
    before = contents(path)
    assert _counts(_take(exchanging, tmp_path, WHOLE, dry_run=True)) == (3, 3, 0, 0)
    assert contents(path) == before
    assert _counts(_take(exchanging, tmp_path, WHOLE)) == (3, 3, 0, 0)


def test_an_import_is_undone_and_redone_whole(
    exchanging: Exchanging, recording: Recording, path: Path, tmp_path: Path
) -> None:
    recording.log(DAY, {"urge": 6, "stress": 3}, [(generic_item("zinc"), 5)], "old note")
    before = contents(path)
    taken = _take(exchanging, tmp_path, WHOLE)
    after = contents(path)
    reverse = recording.undo(taken.change)
    assert contents(path) == before
    recording.undo(reverse)
    assert contents(path) == after


def test_a_known_product_is_found_by_name_and_unit_whatever_its_case(
    exchanging: Exchanging, store: Store, recording: Recording, tmp_path: Path
) -> None:
    recording.extra(DAY - timedelta(days=5), Item("Ropinirole", ItemKind.MEDICINE, "mg"), 1)
    _take(exchanging, tmp_path, f"date,take:ROPINIROLE_MG\n{DAY},0.5\n")
    assert len(store.treatment.items()) == 1


@pytest.mark.parametrize("elemental", [None, 0.2])
def test_elemental_milligrams_are_kept_apart_from_those_of_a_compound(
    exchanging: Exchanging,
    store: Store,
    recording: Recording,
    path: Path,
    tmp_path: Path,
    elemental: float | None,
) -> None:
    element = "iron" if elemental else None
    sulfate = Item("Iron", ItemKind.SUPPLEMENT, "mg", "", "sulfate", element, elemental)
    recording.extra(DAY - timedelta(days=5), sulfate, 200)
    file = f"date,iron_mg\n{DAY},65\n"
    _take(exchanging, tmp_path, file)
    assert store.extract(DAY, DAY).element_mg(DAY, "iron") == 65
    before = contents(path)
    assert _counts(_take(exchanging, tmp_path, file)) == (1, 0, 0, 1)
    assert contents(path) == before


@pytest.mark.parametrize("column", ["take:Iron_mg", "take:Bisglycinate_capsule"])
def test_one_dose_told_in_two_columns_is_refused(
    exchanging: Exchanging, store: Store, path: Path, tmp_path: Path, column: str
) -> None:
    _two_capsules(store)
    before = contents(path)
    with pytest.raises(CsvRefused, match=f"Row 2, column “{column}”.*counted in “iron_mg”"):
        _take(exchanging, tmp_path, f"date,iron_mg,{column}\n2026-11-19,50,2\n")
    assert contents(path) == before


@pytest.mark.parametrize(
    "bad",
    [
        "date,urge\n2026-11-20,11\n",
        "date,urge\n2026-11-20,5.5\n",
        "date,ugre\n2026-11-20,5\n",
        "date,urge\n2026-11-23,5\n",
        "date,urge\n2026-11-20,5\n2026-11-20,5\n",
        "urge\n5\n",
        "",
    ],
)
def test_a_refused_file_changes_nothing(
    exchanging: Exchanging, path: Path, tmp_path: Path, bad: str
) -> None:
    before = contents(path)
    with pytest.raises(CsvRefused):
        _take(exchanging, tmp_path, bad)
    assert contents(path) == before


def test_days_that_hold_nothing_change_nothing(
    exchanging: Exchanging, path: Path, tmp_path: Path
) -> None:
    before = contents(path)
    taken = _take(exchanging, tmp_path, f"date,urge\n{DAY},\n")
    assert _counts(taken) == (1, 0, 0, 1)
    assert contents(path) == before


@pytest.mark.skipif(not REAL.exists(), reason="the real diary is not kept with the program")
def test_a_real_diary_comes_out_equal_value_for_value(
    exchanging: Exchanging, path: Path, tmp_path: Path
) -> None:
    taken = exchanging.import_csv(REAL)
    with REAL.open(encoding="utf-8") as file:
        rows = len(file.readlines()) - 1
    assert rows > 200
    assert _counts(taken) == (rows, taken.new, 0, rows - taken.new)
    before = contents(path)
    again = exchanging.import_csv(REAL)
    assert _counts(again) == (rows, 0, 0, rows)
    assert contents(path) == before
    exchanging.export_csv(tmp_path / "out.csv")
    assert _values(tmp_path / "out.csv") == _values(REAL)


def _two_capsules(store: Store) -> None:
    capsule = Item("Bisglycinate", ItemKind.SUPPLEMENT, "capsule", "", "", "iron", 25.0)
    Treating(store).start(capsule, Plan(0, 1, DAY))
    recording = Recording(store, lambda: NOW)
    recording.as_usual(DAY)
    recording.extra(DAY, capsule, 1)
    assert [i.status for i in store.days.record(DAY).intakes] == [Status.TAKEN, Status.EXTRA]


def _take(exchanging: Exchanging, folder: Path, text: str, dry_run: bool = False) -> Taken:
    file = folder / "in.csv"
    file.write_text(text, encoding="utf-8", newline="")
    return exchanging.import_csv(file, dry_run=dry_run)


def _counts(taken: Taken) -> tuple[int, int, int, int]:
    return taken.read, taken.new, taken.changed, taken.same


def _values(path: Path) -> set[tuple[str, str, object]]:
    """Return (day, column, value) of every cell that says something."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {
            (row["date"], column, _value(cell))
            for row in csv.DictReader(file)
            for column, cell in row.items()
            if column != "date" and cell
        }


def _value(cell: str) -> object:
    try:
        return float(cell)
    except ValueError:
        return cell
