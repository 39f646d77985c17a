"""A diary of an older program is upgraded whole or not at all; one of a newer is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rlsdiary.domain.errors import DiaryError
from rlsdiary.store import diary_file
from tests.store.diary import (
    TODAY,
    as_sql,
    contents,
    fill,
    fingerprint,
    is_sound,
    load_sql,
    opened,
    plain,
)

DUMPS = sorted((Path(__file__).parents[1] / "data").glob("diary-*.sql"))
_GOOD = """
def up(migrator, db):
    db.execute_sql("ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")
"""
_BAD = """
def up(migrator, db):
    db.execute_sql("DELETE FROM answer")
    db.execute_sql("CREATE TABLE half (id INTEGER PRIMARY KEY)")
    raise RuntimeError("a mistake in this step")
"""


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of steps that a test may add to: those of a later program."""
    folder = tmp_path / "steps"
    shutil.copytree(diary_file._MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(diary_file, "_MIGRATIONS", folder)
    return folder


@pytest.fixture
def filled(path: Path) -> Path:
    """Return the path of a diary of today's program with something in it."""
    with opened(path) as store:
        fill(store)
    return path


def test_an_upgrade_keeps_every_row(filled: Path, steps: Path) -> None:
    before = contents(filled)
    (steps / "0902_colour.py").write_text(_GOOD)
    with opened(filled) as store:
        assert store.days.record(TODAY).value("urge") == 6
    after = contents(filled)
    assert [row[-1] for row in after.pop("note")] == ["blue"]
    before.pop("note")
    assert len(after.pop("schema_migration")) == len(before.pop("schema_migration")) + 1
    assert after == before
    assert is_sound(filled)


def test_an_upgrade_takes_one_snapshot_of_before(filled: Path, steps: Path) -> None:
    before = contents(filled)
    (steps / "0902_colour.py").write_text(_GOOD)
    (steps / "0903_shade.py").write_text(_GOOD.replace("colour", "shade"))
    for _time in range(2):  # the second opening has nothing to upgrade
        with opened(filled):
            pass
    (snapshot,) = (filled.parent / "backups").iterdir()
    assert "before-0902_colour" in snapshot.name
    assert contents(snapshot) == before


def test_an_up_to_date_diary_is_opened_without_a_snapshot(filled: Path) -> None:
    with opened(filled):
        pass
    assert not (filled.parent / "backups").exists()


def test_a_failing_step_leaves_the_diary_as_it_was(filled: Path, steps: Path) -> None:
    before = contents(filled)
    (steps / "0902_bad.py").write_text(_BAD)
    with pytest.raises(RuntimeError), opened(filled):
        pass
    assert contents(filled) == before


def test_a_failing_later_step_takes_the_earlier_ones_back(filled: Path, steps: Path) -> None:
    before = as_sql(filled)
    (steps / "0902_colour.py").write_text(_GOOD)
    (steps / "0903_bad.py").write_text(_BAD)
    with pytest.raises(RuntimeError), opened(filled):
        pass
    assert as_sql(filled) == before
    assert is_sound(filled)


def test_today_s_program_opens_a_diary_whose_upgrade_failed(
    filled: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (steps / "0902_colour.py").write_text(_GOOD)
    (steps / "0903_bad.py").write_text(_BAD)
    with pytest.raises(RuntimeError), opened(filled):
        pass
    monkeypatch.undo()
    with opened(filled) as store:
        assert store.days.record(TODAY).value("urge") == 6


def test_no_upgrade_begins_without_its_snapshot(filled: Path, steps: Path) -> None:
    before = contents(filled)
    (steps / "0902_colour.py").write_text(_GOOD)
    (filled.parent / "backups").write_text("a file where the folder should be")
    with pytest.raises(DiaryError), opened(filled):
        pass
    assert contents(filled) == before


def test_a_diary_of_a_newer_program_is_refused_and_left_untouched(filled: Path) -> None:
    with plain(filled) as connection:
        connection.execute(
            "INSERT INTO schema_migration (name, applied) VALUES ('0999_later', '2030-01-01')"
        )
        connection.commit()
    before, files = fingerprint(filled), sorted(filled.parent.iterdir())
    with pytest.raises(DiaryError, match="newer program"), opened(filled):
        pass
    assert fingerprint(filled) == before
    assert sorted(filled.parent.iterdir()) == files


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
def test_a_diary_of_every_released_program_is_opened_with_all_its_rows(
    dump: Path, tmp_path: Path
) -> None:
    path = tmp_path / "old.rlsdiary"
    load_sql(dump.read_text(encoding="utf-8"), path)
    counts = {name: len(rows) for name, rows in contents(path).items()}
    with opened(path) as store:
        assert store.problems() == []
        record = store.days.record(TODAY)
        assert record.value("urge") == 6
        assert record.value("onset") == "none"
        assert record.note is not None
        assert record.note.text == "Calves, “both” sides; naïve 🙂"
        (intake,) = record.intakes
        assert store.treatment.items()[intake.item_id].name == "Iron"
        assert [marker.title for marker in store.treatment.markers()] == ["At the sea"]
        found = store._connection.raw.execute(
            "SELECT count(*) FROM note_search WHERE note_search MATCH 'naive'"
        )
        assert found.fetchone() == (1,)
    after = {name: len(rows) for name, rows in contents(path).items()}
    steps = after.pop("schema_migration")
    assert steps == len(diary_file.known_steps())
    counts.pop("schema_migration")
    assert {name: after[name] for name in counts} == counts


def test_the_released_first_step_was_not_edited(tmp_path: Path, steps: Path, path: Path) -> None:
    for step in steps.glob("[0-9]*.py"):
        if not step.name.startswith("0001"):
            step.unlink()
    fresh = tmp_path / "fresh.rlsdiary"
    with opened(fresh):
        pass
    old = tmp_path / "old.rlsdiary"
    load_sql(DUMPS[0].read_text(encoding="utf-8"), old)
    assert _schema(fresh) == _schema(old)


def _schema(path: Path) -> list[str]:
    with plain(path) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'note_search_%'"
        )
        return sorted(" ".join(sql.split()) for (sql,) in rows)
