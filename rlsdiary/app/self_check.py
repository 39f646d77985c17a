"""Looks whether this copy of the program is whole: every part is tried on invented data."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from PySide6.QtCore import qVersion
from PySide6.QtSvg import QSvgRenderer

from rlsdiary import __version__
from rlsdiary.app import check_drawn
from rlsdiary.app.clock import now
from rlsdiary.app.soundness import broken, need
from rlsdiary.domain.errors import DiaryError
from rlsdiary.paths import resources_dir
from rlsdiary.services.compounds import compounds
from rlsdiary.services.exchanging import Exchanging
from rlsdiary.services.sample import fill_with_sample
from rlsdiary.store import Store
from rlsdiary.store.diary_file import known_steps
from rlsdiary.store.driver import CAN_ENCRYPT, sqlite_module
from rlsdiary.words import mark, ntr, tr

DAYS = 30
_LAST = date(2026, 11, 21)
_FIRST = _LAST - timedelta(days=DAYS - 1)


def run_self_check() -> Iterator[str]:
    """Yield a line for each part that works; DiaryError names the first that does not.

    The application has to be running. The person's own files are not touched.
    """
    with TemporaryDirectory(prefix="rlsdiary-self-check-", ignore_cleanup_errors=True) as folder:
        for what, check in CHECKS:
            yield f"{tr(what)}: {_checked(what, check, Path(folder))}"


def _checked(what: str, check: Callable[[Path], str], folder: Path) -> str:
    """Run one check. Whatever goes wrong there means that something is missing or broken."""
    try:
        return check(folder)
    except DiaryError:
        raise
    except Exception as error:  # any library may be incomplete, each in its own way
        words = tr("“{what}” did not work: {error} ({kind}).").format(
            what=tr(what), error=str(error).rstrip("."), kind=type(error).__name__
        )
        raise broken(words) from error


def _program(_folder: Path) -> str:
    return f"RLS Diary {__version__}, Qt {qVersion()}"


def _icons(_folder: Path) -> str:
    return check_drawn.check_icons()


def _resources(_folder: Path) -> str:
    """Open every file of the resources in the way of its kind."""
    files = [path for path in sorted(resources_dir().rglob("*")) if path.is_file()]
    for path in files:
        name = path.relative_to(resources_dir()).as_posix()
        need(_opens(path), tr("The file {name} cannot be read.").format(name=name))
    return ntr("{n} file opened", "{n} files opened", len(files))


def _opens(path: Path) -> bool:
    content = path.read_bytes()
    if path.suffix == ".svg":
        return QSvgRenderer(content).isValid()
    if path.suffix == ".toml":
        try:
            return bool(tomllib.loads(content.decode()))
        except ValueError:
            return False
    return bool(content) or path.name.startswith(".")


def _compounds(_folder: Path) -> str:
    need(compounds(), tr("The table of compounds is empty."))
    return ntr("{n} known", "{n} known", len(compounds()))


def _letters(_folder: Path) -> str:
    return check_drawn.check_letters()


def _zones(_folder: Path) -> str:
    ZoneInfo("Europe/Berlin")
    return tr("found; here it is {zone}").format(zone=now().tzname())


def _encryption(_folder: Path) -> str:
    version = sqlite_module().sqlite_version
    said = tr("can be offered") if CAN_ENCRYPT else tr("not on this computer")
    return f"{said} (SQLite {version})"


def _diary_file(folder: Path) -> str:
    """Make a diary by every step from the first, and look whether it is sound."""
    need(known_steps(), tr("The steps that make a diary file are missing."))
    with _opened(folder / "new.rlsdiary") as store:
        _need_sound(store)
    return ntr("{n} step, sound", "{n} steps, sound", len(known_steps()))


def _sample(folder: Path) -> str:
    """Write an invented month, and find it again in its backup."""
    copy = folder / "backup.rlsdiary"
    with _opened(_diary(folder)) as store:
        fill_with_sample(store, _LAST, days=DAYS)
        _need_sound(store)
        store.backup(copy)
        written = store.extract(_FIRST, _LAST)
    with _opened(copy) as store:
        found = store.extract(_FIRST, _LAST)
    need(written.days and found == written, tr("The backup differs from the diary."))
    return tr("{n} days written, backed up, found again").format(n=DAYS)


def _csv(folder: Path) -> str:
    """Export the sample, take it into a new diary, export that: the files must be equal."""
    first, second = folder / "first.csv", folder / "second.csv"
    with _opened(_diary(folder)) as store:
        count = Exchanging(store, _clock).export_csv(first)
    with _opened(folder / "other.rlsdiary") as store:
        exchanging = Exchanging(store, _clock)
        exchanging.import_csv(first)
        exchanging.export_csv(second)
    need(first.read_bytes() == second.read_bytes(), tr("The diary CSV came back changed."))
    return ntr("{n} day there and back", "{n} days there and back", count)


def _chart(folder: Path) -> str:
    with _opened(_diary(folder)) as store:
        return check_drawn.check_chart(store, _FIRST, _LAST, folder)


def _report(folder: Path) -> str:
    with _opened(_diary(folder)) as store:
        return check_drawn.check_report(store, _clock(), _FIRST, _LAST, folder)


def _window(folder: Path) -> str:
    return check_drawn.check_window(_diary(folder), _clock())


CHECKS: tuple[tuple[str, Callable[[Path], str]], ...] = (
    (mark("program"), _program),
    (mark("resources"), _resources),
    (mark("icons"), _icons),
    (mark("compounds"), _compounds),
    (mark("letters"), _letters),
    (mark("time zones"), _zones),
    (mark("encryption"), _encryption),
    (mark("diary file"), _diary_file),
    (mark("sample"), _sample),
    (mark("diary CSV"), _csv),
    (mark("chart"), _chart),
    (mark("report"), _report),
    (mark("window"), _window),
)
"""Each check under its name. Those after the sample use the diary that it wrote."""


def _clock() -> datetime:
    return datetime(2026, 11, 22, 20, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def _diary(folder: Path) -> Path:
    return folder / "sample.rlsdiary"


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    store = Store(path, _clock())
    try:
        yield store
    finally:
        store.close()


def _need_sound(store: Store) -> None:
    problems = store.problems()
    need(not problems, tr("The diary file: {why}.").format(why=", ".join(problems)))
