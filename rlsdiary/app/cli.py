"""The command line: reads the words, does the command, says what happened."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rlsdiary.domain.errors import DiaryError
from rlsdiary.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

DONE, AT_FAULT, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str]) -> int:
    """Run the program with the words after its name; return the exit status.

    0 done, 1 the input or the diary is at fault, 2 wrong use. One line on standard error says
    what is wrong; a traceback never gets there.
    """
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows no “→” shows a ?
    try:
        status = _status(list(argv))
        if sys.stdout is not None:
            sys.stdout.flush()  # now, while it can still be noticed that nobody reads it
    except BrokenPipeError:  # the reader has seen enough and left
        _say_nothing_more()
        return DONE
    except OSError as error:
        _say_nothing_more()
        _say_error(tr("The answer could not be shown: {reason}.").format(reason=error.strerror))
        return AT_FAULT
    return status


def _status(argv: list[str]) -> int:
    try:
        return _run(argv)
    except DiaryError as error:
        _say_error(f"{error.title}: {error.message}")
        return AT_FAULT
    except SystemExit as leaving:  # argparse has said what there was to say
        return leaving.code if isinstance(leaving.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the last door: a bug is reported, not shown
        from rlsdiary.app.bugs import write_bug_report

        _say_error(write_bug_report(error))
        return AT_FAULT


def _say_nothing_more() -> None:
    """Let what is left to be written vanish, so that Python does not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(argv: list[str]) -> int:
    if argv:
        from rlsdiary.app.arguments import parse

        options = parse(argv)
        if options.command is not None:
            return _command(options)
        diary = options.diary
    else:  # The evening's way in: straight to the window, without building a parser.
        diary = None
    from rlsdiary.app.start import open_window

    return open_window(diary or _default_diary())


def _command(options: Namespace) -> int:
    from rlsdiary.app import commands

    status: int = commands.COMMANDS[options.command](options, options.diary or _default_diary())
    return status


def _default_diary() -> Path:
    from rlsdiary.paths import default_diary_path

    return default_diary_path()


def _say_error(text: str) -> None:
    print(" ".join(text.split()), file=sys.stderr)  # noqa: T201 - the command line's own voice
