"""The commands of the command line, one function each; all of them work without a display."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rlsdiary.app.clock import now
from rlsdiary.app.platform import command_name
from rlsdiary.app.writing import writing
from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.day import night_after, parse_clock
from rlsdiary.domain.errors import BadValue, DiaryError
from rlsdiary.domain.questions import ONSET_NONE, ONSET_WAKING, Card, Value
from rlsdiary.services.reading import Reading
from rlsdiary.services.recording import Recording
from rlsdiary.store import Store
from rlsdiary.words import ntr, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

REPORT_DAYS = 90
DONE, AT_FAULT, WRONG_USE = 0, 1, 2


def log(options: Namespace, diary: Path) -> int:
    """Keep one evening, or a part of it."""
    from rlsdiary.app.arguments import LOGGED

    given = {key: value for key in LOGGED if (value := getattr(options, key)) is not None}
    if not given and not options.took and options.note is None:
        _say_wrong(tr("Nothing to keep: name at least one answer, such as --urge 6."))
        return WRONG_USE
    with _opened(diary) as store:
        recording = Recording(store, now)
        day = options.date or recording.today()
        recording.log(day, _as_stored(given, store), options.took, options.note)
        night = recording.night_told_on(day)
    told = [QUESTIONS[key].card is Card.NIGHT for key in given]
    of_day = not all(told) or bool(options.took) or options.note is not None
    _say(_kept_words(day if of_day else None, night if any(told) else None))
    return DONE


def _kept_words(day: date | None, night: date | None) -> str:
    """Say for which day, and for which night, an evening was kept."""
    if night is None:
        return tr("Kept for {day}.").format(day=day)
    words = tr("Kept for {day}; the sleep for the night {evening} → {morning}.")
    if day is None:
        words = tr("Kept for the night {evening} → {morning}.")
    evening, morning = night_after(night)
    return words.format(day=day, evening=evening, morning=morning)


def take_in(options: Namespace, diary: Path) -> int:
    """Import a diary CSV."""
    from rlsdiary.services.exchanging import Exchanging

    _need_ending(options.file, ".csv")
    with TemporaryDirectory() as aside:
        # What only asks does not make a diary where there is none.
        asking = options.dry_run and not diary.exists()
        with _opened(Path(aside) / "none.rlsdiary" if asking else diary) as store:
            taken = Exchanging(store, now).import_csv(options.file, dry_run=options.dry_run)
    counts = tr("read {read} = new {new} + changed {changed} + same {same} + refused 0")
    words = counts.format(read=taken.read, new=taken.new, changed=taken.changed, same=taken.same)
    _say(words + (tr(" (nothing was written: --dry-run)") if options.dry_run else ""))
    return DONE


def give_out(options: Namespace, diary: Path) -> int:
    """Export the diary as a CSV."""
    from rlsdiary.services.exchanging import Exchanging

    _need_ending(options.file, ".csv")
    with _opened(_existing(diary)) as store:
        count = Exchanging(store, now).export_csv(options.file)
    _say(ntr("{n} day written", "{n} days written", count) + f": {options.file}")
    return DONE


def chart(options: Namespace, diary: Path) -> int:
    """Draw a chart to a PNG or SVG file."""
    _need_ending(options.file, ".png", ".svg")
    application = headless_qt()
    from rlsdiary.app.trends_picture import trends_picture
    from rlsdiary.charts.look import LOOKS
    from rlsdiary.charts.paper import save_trends

    with _opened(_existing(diary)) as store:
        first, last = _span(store)
        picture = trends_picture(Reading(store), first, last)
    first, last = _period(options, first, last)
    with writing(options.file):
        save_trends(options.file, picture, first, last, LOOKS[options.theme], options.size)
    del application
    _say(str(options.file))
    return DONE


def report(options: Namespace, diary: Path) -> int:
    """Write the report as PDF."""
    _need_ending(options.file, ".pdf")
    application = headless_qt()
    from rlsdiary.app.report_pages import report_pages
    from rlsdiary.report.content import ReportOptions
    from rlsdiary.report.pages import save_pdf

    with _opened(_existing(diary)) as store:
        first, last = _span(store)
        first, last = _period(options, max(first, last - timedelta(days=REPORT_DAYS - 1)), last)
        wanted = ReportOptions(first, last, options.paper, options.name)
        pages = report_pages(store, wanted, now())
    with writing(options.file):
        save_pdf(options.file, pages, tr("RLS Diary"))
    del application
    _say(f"{options.file}: " + ntr("{n} page", "{n} pages", pages.count))
    return DONE


def sample(options: Namespace, diary: Path) -> int:  # noqa: ARG001 - one face for all commands
    """Write a year of an invented diary to a new file."""
    from rlsdiary.app.sample_file import write_sample

    if options.file.exists():
        raise DiaryError(
            tr("The file exists already"),
            tr("{path} is not overwritten; name a new file.").format(path=options.file),
        )
    write_sample(options.file, now())
    _say(
        tr("An invented year: {path}. Open it with: {command} --diary {path}").format(
            path=options.file, command=command_name()
        )
    )
    return DONE


def backup(options: Namespace, diary: Path) -> int:
    """Write a verified copy of the diary."""
    target = options.file or diary.parent / "backups" / (
        f"{diary.stem}-{now().strftime('%Y-%m-%d-%H%M%S')}{diary.suffix}"
    )
    with _opened(_existing(diary)) as store, writing(target):
        store.backup(target)
    _say(tr("Backup written and checked: {path}").format(path=target))
    return DONE


def restore(options: Namespace, diary: Path) -> int:
    """Put a backup in the diary's place; the present diary is backed up first."""
    from rlsdiary.app.single import WindowLock

    with WindowLock(diary).held_or_refused(), writing(diary):
        from rlsdiary.store.restoring import restore_backup

        kept = restore_backup(options.file, diary, now())
    words = tr("Restored from {path}.").format(path=options.file)
    _say(words + (tr(" The diary as it was: {path}").format(path=kept) if kept else ""))
    return DONE


def check(options: Namespace, diary: Path) -> int:  # noqa: ARG001 - one face for all commands
    """Look whether the diary file is sound."""
    with _opened(_existing(diary)) as store:
        problems = store.problems()
        span = None if problems else store.days.span()
    if problems:
        raise DiaryError(
            tr("The diary file is damaged"),
            tr("{path}: {problem}. Restore the newest backup.").format(
                path=diary, problem=problems[0]
            ),
        )
    days = tr("{first} to {last}").format(first=span[0], last=span[1]) if span else tr("empty")
    _say(tr("{path} is sound ({days}).").format(path=diary, days=days))
    return DONE


def self_check(options: Namespace, diary: Path) -> int:  # noqa: ARG001 - one face for all commands
    """Look whether the program itself is sound."""
    headless_qt()
    from rlsdiary.app.self_check import run_self_check

    for line in run_self_check():
        _say(line)
    return DONE


COMMANDS: Mapping[str, Callable[[Namespace, Path], int]] = {
    "log": log,
    "import": take_in,
    "export": give_out,
    "chart": chart,
    "report": report,
    "sample": sample,
    "backup": backup,
    "restore": restore,
    "check": check,
    "self-check": self_check,
}


def headless_qt() -> QGuiApplication:
    """Start Qt without any display, with its chatter kept away from the person."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from rlsdiary.app.platform import start_application

    return start_application()


@contextmanager
def _opened(diary: Path) -> Iterator[Store]:
    store = Store(diary, now())
    try:
        yield store
    finally:
        store.close()


def _existing(diary: Path) -> Path:
    """Return the diary where it exists: reading commands do not make an empty one."""
    if not diary.exists():
        raise DiaryError(
            tr("There is no diary yet"),
            tr("{path} does not exist. Name another with --diary, or start one.").format(
                path=diary
            ),
        )
    return diary


def _span(store: Store) -> tuple[date, date]:
    today = store.rule().day_of(now())
    return store.days.span() or (today, today)


def _period(options: Namespace, first: date, last: date) -> tuple[date, date]:
    period = (
        options.first or min(first, options.last or first),
        options.last or max(last, options.first or last),
    )
    if period[0] > period[1]:
        raise BadValue(tr("The period ends before it begins."))
    return period


def _need_ending(path: Path, *endings: str) -> None:
    if path.suffix.lower() not in endings:
        raise DiaryError(
            tr("This kind of file is not known"),
            tr("{path} should end in {endings}.").format(
                path=path, endings=tr(" or ").join(endings)
            ),
        )


def _as_stored(given: Mapping[str, str | int], store: Store) -> dict[str, Value]:
    onset = given.get("onset")
    if onset is None or onset in (ONSET_NONE, ONSET_WAKING):
        return dict(given)
    return {**given, "onset": store.rule().minute_of(parse_clock(str(onset)))}


def _say(text: str) -> None:
    print(text)  # noqa: T201 - the command line's own voice


def _say_wrong(text: str) -> None:
    import sys

    print(f"rlsdiary: {text}", file=sys.stderr)  # noqa: T201 - the command line's own voice
