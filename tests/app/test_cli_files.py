"""Files in and out from the command line: import, export, backup, restore, sample, check."""

from __future__ import annotations

from pathlib import Path

import pytest

from rlsdiary.app import cli, commands
from tests.store.diary import NOW, TODAY, contents, fill, fingerprint, opened
from tests.store.template import copy_of_empty

Capsys = pytest.CaptureFixture[str]
CSV = "date,urge,iron_mg,note\n2026-11-19,6,65,\n2026-11-20,0,0,a note\n"


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "now", lambda: NOW)


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return copy_of_empty(tmp_path / "diary.rlsdiary")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_an_import_counts_what_it_took(diary: Path, table: Path, capsys: Capsys) -> None:
    said = [_done(diary, capsys, "import", table) for _time in range(2)]
    assert said == [
        "read 2 = new 2 + changed 0 + same 0 + refused 0\n",
        "read 2 = new 0 + changed 0 + same 2 + refused 0\n",
    ]


def test_a_trial_import_writes_nothing(diary: Path, table: Path, capsys: Capsys) -> None:
    before = contents(diary)
    said = _done(diary, capsys, "import", table, "--dry-run")
    assert said.startswith("read 2 = new 2 + changed 0 + same 0 + refused 0 (nothing was written")
    assert contents(diary) == before


def test_what_was_imported_is_exported_the_same(
    diary: Path, table: Path, tmp_path: Path, capsys: Capsys
) -> None:
    _done(diary, capsys, "import", table)
    out = tmp_path / "out.CSV"
    assert _done(diary, capsys, "export", out) == f"2 days written: {out}\n"
    assert out.read_text(encoding="utf-8") == CSV


def test_an_empty_diary_is_exported_as_its_first_line(
    diary: Path, tmp_path: Path, capsys: Capsys
) -> None:
    _done(diary, capsys, "export", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "date\n"


def test_a_refused_table_names_row_column_and_value(
    diary: Path, table: Path, capsys: Capsys
) -> None:
    table.write_text(CSV.replace("6,65", "11,65"), encoding="utf-8")
    before = contents(diary)
    error = _failed(diary, capsys, "import", table)
    for part in ("Row 2", "urge", "11", "from 0 to 10", "Nothing was taken"):
        assert part in error
    assert contents(diary) == before


@pytest.mark.parametrize("command", ["import", "export"])
def test_an_unknown_kind_of_file_is_named(
    diary: Path, tmp_path: Path, capsys: Capsys, command: str
) -> None:
    assert "should end in .csv" in _failed(diary, capsys, command, tmp_path / "x.docx")


def test_a_missing_table_is_named(diary: Path, tmp_path: Path, capsys: Capsys) -> None:
    assert "There is no file" in _failed(diary, capsys, "import", tmp_path / "none.csv")


@pytest.mark.parametrize("command", ["export", "backup", "sample"])
def test_a_place_that_takes_no_file_is_named(
    diary: Path, tmp_path: Path, capsys: Capsys, command: str
) -> None:
    (tmp_path / "file").write_text("x")
    error = _failed(diary, capsys, command, tmp_path / "file" / "x.csv")
    assert str(tmp_path / "file") in error
    assert "mistake" not in error


def test_a_backup_goes_beside_the_diary_unless_told_otherwise(
    diary: Path, tmp_path: Path, capsys: Capsys
) -> None:
    with opened(diary) as store:
        fill(store)
    _done(diary, capsys, "backup")
    _done(diary, capsys, "backup", tmp_path / "mine.rlsdiary")
    (own,) = (tmp_path / "backups").iterdir()
    assert own.name == "diary-2026-11-22-213000.rlsdiary"
    assert contents(own) == contents(tmp_path / "mine.rlsdiary") == contents(diary)


def test_a_restore_says_where_the_diary_of_before_is(
    diary: Path, tmp_path: Path, capsys: Capsys
) -> None:
    with opened(diary) as store:
        fill(store)
    full = contents(diary)
    empty = copy_of_empty(tmp_path / "empty.rlsdiary")
    said = _done(diary, capsys, "restore", empty)
    assert contents(diary)["answer"] == []
    (kept,) = (tmp_path / "backups").iterdir()
    assert str(kept) in said
    assert contents(kept) == full


def test_a_damaged_backup_is_not_restored(diary: Path, tmp_path: Path, capsys: Capsys) -> None:
    content = bytearray(diary.read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    (tmp_path / "bad.rlsdiary").write_bytes(content)
    before = fingerprint(diary)
    assert "damaged" in _failed(diary, capsys, "restore", tmp_path / "bad.rlsdiary")
    assert fingerprint(diary) == before


def test_a_sound_diary_is_said_to_be_sound(diary: Path, capsys: Capsys) -> None:
    assert _done(diary, capsys, "check") == f"{diary} is sound (empty).\n"
    with opened(diary) as store:
        fill(store)
    assert _done(diary, capsys, "check") == f"{diary} is sound ({TODAY} to {TODAY}).\n"


def test_a_sample_is_a_diary_of_its_own(diary: Path, tmp_path: Path, capsys: Capsys) -> None:
    before = fingerprint(diary)
    sample = tmp_path / "sample.rlsdiary"
    assert str(sample) in _done(diary, capsys, "sample", sample)
    assert len(contents(sample)["answer"]) > 1000
    assert fingerprint(diary) == before
    assert "sound" in _done(sample, capsys, "check")


def test_a_sample_overwrites_nothing(diary: Path, capsys: Capsys) -> None:
    before = fingerprint(diary)
    assert "not overwritten" in _failed(diary, capsys, "sample", diary)
    assert fingerprint(diary) == before


def test_a_sample_that_fails_leaves_nothing(
    diary: Path, tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rlsdiary.services.sample.fill_with_sample", fails)
    before = sorted(tmp_path.iterdir())
    _failed(diary, capsys, "sample", tmp_path / "sample.rlsdiary")
    assert sorted(tmp_path.iterdir()) == before


def _done(diary: Path, capsys: Capsys, *words: str | Path) -> str:
    assert cli.main(["--diary", str(diary), *map(str, words)]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def _failed(diary: Path, capsys: Capsys, *words: str | Path) -> str:
    assert cli.main(["--diary", str(diary), *map(str, words)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err


def test_asking_what_an_import_would_do_makes_no_diary(tmp_path: Path, capsys: Capsys) -> None:
    table = tmp_path / "table.csv"
    table.write_text("date,urge\n2026-01-02,4\n")
    diary = tmp_path / "none.rlsdiary"
    assert cli.main(["--diary", str(diary), "import", str(table), "--dry-run"]) == 0
    assert "new 1" in capsys.readouterr().out
    assert not diary.exists()
