"""Holds the program to its plan: imports point downwards, nothing is knotted, Qt stays above."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests import architecture_rules as rules

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = rules.read_program(ROOT / rules.PACKAGE)


def test_every_part_has_its_place_in_the_plan() -> None:
    assert {module.part for module in PROGRAM.values()} <= set(rules.ARROWS)


def test_imports_follow_the_arrows() -> None:
    assert rules.broken_arrows(PROGRAM) == []


def test_no_modules_import_one_another_in_a_circle() -> None:
    assert rules.cycles(PROGRAM) == []


@pytest.mark.parametrize("folder", ["rlsdiary", "tests", "packaging"])
def test_every_module_opens_with_what_it_is_for(folder: str) -> None:
    assert rules.without_docstring(rules.read_program(ROOT / folder)) == []


@pytest.mark.parametrize("folder", ["rlsdiary", "tests", "packaging"])
def test_no_name_is_vague(folder: str) -> None:
    assert rules.vague_names(rules.read_program(ROOT / folder)) == []


def test_services_come_without_qt() -> None:
    assert modules_after("rlsdiary.services") & {"PySide6", "shiboken6", "pyqtgraph"} == set()


def modules_after(name: str) -> set[str]:
    """Return the top-level modules that a fresh Python has loaded after importing `name`."""
    program = f"import sys, {name}; print(*{{m.split('.')[0] for m in sys.modules}})"
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    return set(answer.stdout.split())


def tree(root: Path, files: Mapping[str, str]) -> dict[str, rules.Module]:
    """Write a small program of the given files and read it back."""
    package = root / rules.PACKAGE
    for name, text in files.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return rules.read_program(package)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("domain/day.py", "import rlsdiary.store"),
        ("domain/day.py", "from rlsdiary import store"),
        ("domain/day.py", "from rlsdiary.store import tables"),
        ("domain/day.py", "from ..store import tables"),
        ("domain/day.py", "from .. import store"),
        ("domain/__init__.py", "from ..store.tables import Day"),
        ("domain/day.py", "def f():\n    from rlsdiary.app import cli"),
        ("domain/day.py", "if TYPE_CHECKING:\n    from rlsdiary.app import cli"),
        ("domain/day.py", "import importlib\nimportlib.import_module('rlsdiary.app')"),
        ("domain/day.py", "from rlsdiary.paths import resource"),
        ("store/tables.py", "from rlsdiary.analysis import trends"),
        ("services/log.py", "from rlsdiary.charts import plot"),
        ("ui/today.py", "from rlsdiary.services import log"),
        ("ui/today.py", "from rlsdiary.report import sheet"),
        ("report/sheet.py", "from rlsdiary.ui import today"),
        ("charts/plot.py", "from rlsdiary.ui import today"),
        ("words.py", "from rlsdiary.domain import day"),
        ("oddments.py", "from rlsdiary.domain import day"),
        ("services/log.py", "from PySide6.QtCore import QObject"),
        ("services/log.py", "def f():\n    import PySide6"),
        ("paths.py", "import PySide6.QtCore"),
        ("ui/today.py", "import pyqtgraph as pg"),
        ("services/log.py", "import peewee"),
        ("exchange/csv.py", "from playhouse.migrations import Runner"),
        ("app/cli.py", "import sqlite3"),
        ("app/cli.py", "from urllib.request import urlopen"),
    ],
)
def test_an_import_against_the_arrows_is_seen(tmp_path: Path, file: str, text: str) -> None:
    assert len(rules.broken_arrows(tree(tmp_path, {file: text}))) == 1


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("store/tables.py", "import peewee\nfrom rlsdiary.domain import day"),
        ("domain/day.py", "from rlsdiary.words import tr\nfrom . import night\nimport datetime"),
        ("charts/plot.py", "import pyqtgraph\nfrom PySide6 import QtGui\nimport rlsdiary.domain"),
        ("app/cli.py", "from rlsdiary import __version__, services\nfrom rlsdiary.ui import today"),
        ("services/log.py", "from ..store import tables\nfrom ..paths import resource"),
        ("domain/day.py", "from rlsdiary import __version__"),
        ("report/sheet.py", "from urllib.parse import quote"),
    ],
)
def test_an_import_along_the_arrows_is_welcome(tmp_path: Path, file: str, text: str) -> None:
    assert rules.broken_arrows(tree(tmp_path, {file: text})) == []


def test_a_circle_is_seen_even_when_one_import_is_late(tmp_path: Path) -> None:
    program = tree(
        tmp_path,
        {
            "domain/day.py": "from rlsdiary.domain import night",
            "domain/night.py": "def f():\n    from .dose import mg",
            "domain/dose.py": "import rlsdiary.domain.day",
            "domain/lab.py": "import rlsdiary.domain.day",
        },
    )
    assert rules.cycles(program) == [
        ("rlsdiary.domain.day", "rlsdiary.domain.dose", "rlsdiary.domain.night")
    ]


def test_a_package_that_offers_its_modules_is_no_circle(tmp_path: Path) -> None:
    program = tree(
        tmp_path,
        {
            "domain/__init__.py": "from rlsdiary.domain.day import Day",
            "domain/day.py": "from rlsdiary.domain import night",
            "domain/night.py": "",
        },
    )
    assert rules.cycles(program) == []


def test_a_module_without_opening_sentence_is_seen(tmp_path: Path) -> None:
    program = tree(tmp_path, {"domain/day.py": "x = 1", "domain/night.py": '"""The night."""'})
    assert rules.without_docstring(program) == ["rlsdiary.domain.day"]


def test_a_vague_name_is_seen(tmp_path: Path) -> None:
    program = tree(tmp_path, {"ui/utils.py": "", "ui/day.py": "class DayManager: ..."})
    assert set(rules.vague_names(program)) == {"rlsdiary.ui.utils", "DayManager"}
