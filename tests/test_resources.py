"""Holds the resources that code names and the files that exist to be the same set."""

from pathlib import Path

import pytest

from rlsdiary import paths
from tests import resource_names as names

ROOT = Path(__file__).resolve().parent.parent
NAMED = names.named_resources((ROOT / "rlsdiary").rglob("*.py"))
FILES = names.existing_resources(ROOT / "resources")


def test_every_resource_that_code_names_exists() -> None:
    assert names.missing_resources(NAMED, FILES) == set()


def test_every_resource_is_named_by_code() -> None:
    assert names.unused_resources(NAMED, FILES) == set()


def test_names_are_read_from_code(tmp_path: Path) -> None:
    source = tmp_path / "code.py"
    source.write_text(
        'resource("a", "b.svg"); paths.resource("c"); resource("d", f"{x}.svg")\n'
        'resource("e", name); resource(*parts); other("f")\n',
        encoding="utf-8",
    )
    assert names.named_resources([source]) == {"a/b.svg", "c", "d/*.svg", "e/*"}


def test_a_missing_and_an_unused_file_are_seen() -> None:
    wanted = {"icons/*.svg", "themes/light.toml", "help"}
    files = {"icons/day.svg", "icons/day.png", "help/en/start.html"}
    assert names.missing_resources(wanted, files) == {"themes/light.toml"}
    assert names.unused_resources(wanted, files) == {"icons/day.png"}


def test_files_for_people_are_left_out(tmp_path: Path) -> None:
    for name in ("a.svg", "de.ts", "README.md", ".gitkeep"):
        (tmp_path / name).touch()
    assert names.existing_resources(tmp_path) == {"a.svg"}


def test_a_missing_resource_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources_dir", lambda: tmp_path)
    with pytest.raises(FileNotFoundError, match=r"icons/nothing\.svg"):
        paths.resource("icons", "nothing.svg")


def test_an_installed_program_uses_the_resources_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "rlsdiary"
    monkeypatch.setattr(paths, "_PACKAGE", package)
    with pytest.raises(FileNotFoundError, match="resources is missing"):
        paths.resources_dir()
    (tmp_path / "resources").mkdir()
    assert paths.resources_dir() == tmp_path / "resources"
    (package / "_resources").mkdir(parents=True)
    assert paths.resources_dir() == package / "_resources"
