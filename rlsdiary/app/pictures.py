"""Draws every screen and the pages of the report to PNG files: ``packaging/dev.py pictures``."""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rlsdiary.app import screenshots
from rlsdiary.app.platform import start_application
from rlsdiary.app.screenshots import SCREENS
from rlsdiary.domain.errors import DiaryError

PAGES = "pages"
THEMES = ("light", "dark", "night")
TEXT_SIZES = (100, 125, 150, 175, 200)
README_FOLDER = Path("packaging", "pictures")
README_PICTURES = (
    ("--screen", "today", "--screen", "trends", "--screen", PAGES),
    ("--screen", "today", "--theme", "night"),
)
"""What README.md shows, in the words of the command line."""


def main(words: Sequence[str]) -> int:
    """Draw what the words ask for and say which files were written; return the exit status."""
    options = _parse(words)
    asked = [options]
    if options.readme:
        asked = [_parse([*each, "--out", str(README_FOLDER)]) for each in README_PICTURES]
    try:
        for each in asked:
            for path in _draw(each, small=options.readme):
                print(path)
    except (DiaryError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _draw(options: argparse.Namespace, *, small: bool) -> Iterator[Path]:
    """Yield each file when it is written; ``small`` ones have few colours and one page only."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = start_application()
    options.out.mkdir(parents=True, exist_ok=True)
    themes = THEMES if options.theme == "all" else (options.theme,)
    with (
        screenshots.speaking(application, options.language),
        tempfile.TemporaryDirectory(prefix="rlsdiary-pictures-") as folder,
    ):
        subject = screenshots.make_subject(Path(folder), options.diary, is_empty=options.empty)
        for theme in themes:
            dress = screenshots.Dress(theme, options.text, options.size)
            wanted = [screen for screen in SCREENS if screen in options.screen]
            for screen, image in screenshots.screens(application, subject, dress, wanted):
                path = options.out / f"{screen}-{theme}-{options.text}.png"
                yield screenshots.write(image, path, small=small)
        if PAGES in options.screen:
            for number, image in screenshots.pages(subject, options.paper):
                path = options.out / f"page-{number}-{options.paper.lower()}.png"
                yield screenshots.write(image, path, small=small)
                if small:
                    break


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="packaging/dev.py pictures",
        description="Draws the screens and the report's pages to PNG files, without a display.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", default=Path("build", "pictures"), help="build/pictures"
    )
    parser.add_argument("--theme", choices=(*THEMES, "all"), default="light")
    parser.add_argument("--text", type=int, choices=TEXT_SIZES, default=100, help="per cent")
    parser.add_argument("--language", default="en", help="such as de, where it is translated")
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--diary", type=Path, metavar="FILE", help="a copy of it is drawn")
    whose.add_argument("--sample", action="store_true", help="the invented year; the default")
    whose.add_argument("--empty", action="store_true", help="a diary without any entry")
    parser.add_argument("--size", type=_size, metavar="WxH", default=(1180, 820))
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4")
    parser.add_argument(
        "--screen", action="append", choices=(*SCREENS, PAGES), help="may be repeated; default all"
    )
    parser.add_argument(
        "--readme", action="store_true", help=f"only those of README.md, to {README_FOLDER}"
    )
    options = parser.parse_args(words)
    options.screen = options.screen or [*SCREENS, PAGES]
    return options


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{3,4})x([0-9]{3,4})", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no size; write WIDTHxHEIGHT, as 1180x820")
    return int(found[1]), int(found[2])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
