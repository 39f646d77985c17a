"""The words that the command line understands."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from rlsdiary import __version__
from rlsdiary.app.platform import command_name
from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.day import parse_clock, parse_day
from rlsdiary.domain.doses import ELEMENTS, Item, ItemKind, generic_item, parse_amount
from rlsdiary.domain.errors import BadValue
from rlsdiary.domain.questions import ONSET_NONE, ONSET_WAKING, Kind
from rlsdiary.words import tr

LOGGED = (
    *("urge", "stress", "tiredness", "mood"),
    *("urge_morning", "urge_afternoon", "urge_evening", "urge_night"),
    *("onset", "rest", "sleep_quality", "legs_asleep", "legs_night"),
    *("wakings", "leg_wakings", "walk_min", "sleep_min"),
)
"""The questions that ``log`` takes, each as --name."""

_SHORT = {"sleep_quality": "sleep"}
_SMALLEST, _LARGEST = 200, 10_000


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the options; a wrong word ends the program with status 2 and one clear sentence."""
    return _parser().parse_args(argv)


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, and takes no shortened options: they change over time."""

    def __init__(self, **words: Any) -> None:  # noqa: ANN401 - as argparse has it
        super().__init__(**words, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Leave with status 2."""
        self.exit(
            2, f"{self.prog}: {' '.join(message.split()).rstrip('.')}. See {self.prog} --help.\n"
        )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=command_name(),
        description=tr("A diary for restless legs. Without a command: its window."),
    )
    parser.add_argument("--version", action="version", version=f"RLS Diary {__version__}")
    parser.add_argument(
        "--diary", type=Path, metavar="FILE", help=tr("another diary file than your own")
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _add_log(commands.add_parser("log", help=tr("keep one evening, or a part of it")))
    take_in = commands.add_parser("import", help=tr("take in a diary CSV, whole or not at all"))
    take_in.add_argument("file", type=Path)
    take_in.add_argument("--dry-run", action="store_true", help=tr("only say what would happen"))
    give_out = commands.add_parser("export", help=tr("write the diary as a day table (.csv)"))
    give_out.add_argument("file", type=Path)
    _add_chart(commands.add_parser("chart", help=tr("draw a chart to a file (.png or .svg)")))
    report = commands.add_parser("report", help=tr("write the report for the doctor (.pdf)"))
    report.add_argument("file", type=Path)
    report.add_argument("--paper", choices=("A4", "Letter"), default="A4")
    report.add_argument("--name", default="", help=tr("name or initials for the header"))
    _add_period(report)
    sample = commands.add_parser("sample", help=tr("write a year of an invented diary"))
    sample.add_argument("file", type=Path)
    backup = commands.add_parser("backup", help=tr("write a verified copy of the diary"))
    backup.add_argument(
        "file", type=Path, nargs="?", help=tr("default: the backups folder beside it")
    )
    restore = commands.add_parser("restore", help=tr("put a backup in the diary's place"))
    restore.add_argument("file", type=Path)
    commands.add_parser("check", help=tr("look whether the diary file is sound"))
    commands.add_parser("self-check", help=tr("look whether the program itself is sound"))
    for command in commands.choices.values():  # before the command or after it, as one thinks of it
        command.add_argument(
            "--diary", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )
    return parser


def _add_log(parser: argparse.ArgumentParser) -> None:
    parser.description = tr(
        "Keeps what you name, and leaves the rest as it is. Answers about the night (--sleep, "
        "--legs-asleep, --legs-night, --wakings, --leg-wakings, --walk-min, --sleep-min) given "
        "with a day in the past are about the night that began on it. Tonight is not over, so "
        "without --date, or with today, they are about last night."
    )
    parser.add_argument(
        "--date", type=_day, metavar="D", help=tr("the diary day, 2026-11-22; default: today")
    )
    for key in LOGGED:
        kind = QUESTIONS[key].kind
        parser.add_argument(
            "--" + _SHORT.get(key, key).replace("_", "-"),
            dest=key,
            type=_onset if kind is Kind.ONSET else str if kind is Kind.CHOICE else _whole,
            metavar={Kind.ONSET: "HH:MM|none|waking", Kind.CHOICE: "no|little|hour"}.get(kind, "N"),
            help=tr(QUESTIONS[key].label),
        )
    parser.add_argument(
        "--took",
        type=_took,
        action="append",
        default=[],
        metavar="NAME=AMOUNT",
        help=tr("a dose with its unit, such as iron=65mg; may be repeated"),
    )
    parser.add_argument("--note", help=tr("the note of the day"))


def _add_chart(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("trends",))
    parser.add_argument("file", type=Path)
    parser.add_argument("--size", type=_size, default=(1200, 800), metavar="WxH")
    parser.add_argument("--theme", choices=("light", "dark", "night", "paper"), default="light")
    _add_period(parser)


def _add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=_day, metavar="D", help="2026-08-01")
    parser.add_argument("--to", dest="last", type=_day, metavar="D", help="2026-11-22")


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except BadValue as error:
        raise argparse.ArgumentTypeError(error.message) from None


def _whole(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text.strip()):
        raise argparse.ArgumentTypeError(tr("“{text}” is not a whole number").format(text=text))
    return int(text)


def _onset(text: str) -> str:
    if text in (ONSET_NONE, ONSET_WAKING):
        return text
    try:
        return parse_clock(text).strftime("%H:%M")
    except BadValue as error:
        raise argparse.ArgumentTypeError(error.message) from None


def _took(text: str) -> tuple[Item, float]:
    """Read NAME=AMOUNT, the amount with its unit: iron=65mg, “vitamin D=1000 IU”."""
    found = re.fullmatch(r"\s*([^=]+?)\s*=\s*([0-9.,]+)\s*([^\d\s_][^_]*?)\s*", text)
    if found is None:
        raise argparse.ArgumentTypeError(
            tr("“{text}” is not a dose; write NAME=AMOUNT with a unit, such as iron=65mg").format(
                text=text
            )
        )
    name, amount, unit = found.groups()
    try:
        number = parse_amount(amount)
    except BadValue as error:
        raise argparse.ArgumentTypeError(error.message) from None
    if name.casefold() in ELEMENTS and unit.casefold() == "mg":
        return generic_item(name.casefold()), number
    return Item(name, ItemKind.MEDICINE, unit), number


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,5})[xX]([0-9]{1,5})", text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(_SMALLEST <= side <= _LARGEST for side in size):
        raise argparse.ArgumentTypeError(
            tr("a size is WIDTHxHEIGHT, each from {low} to {high}, such as 1200x800").format(
                low=_SMALLEST, high=_LARGEST
            )
        )
    return size
