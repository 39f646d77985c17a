#!/usr/bin/env python3
"""Sets up and starts RLS Diary from a checkout: run, test, check, bench, pictures.

Needs only Python 3.11 or newer. The first start makes `.venv` beside this folder and installs
the program into it; later starts go straight to the program.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

USAGE = """\
python3 packaging/dev.py run [words…]       open the diary, or do one thing: run log --urge 6
python3 packaging/dev.py sample [words…]    the same with a year of invented diary (or: run sample)
python3 packaging/dev.py test [words…]      all checks and tests; with words: pytest alone
python3 packaging/dev.py check              style, types and architecture
python3 packaging/dev.py bench [words…]     measure speed, side by side
python3 packaging/dev.py pictures [words…]  draw the pictures of the documentation
"""


def run(words: Sequence[str]) -> int:
    """Start the program; a leading `sample` opens the invented diary, `--` passes all words on."""
    if words and words[0] == "sample":
        return sample(words[1:])
    if words and words[0] == "--":
        words = words[1:]
    return become([python(), "-m", "rlsdiary", *words])


def sample(words: Sequence[str]) -> int:
    """Start the program with the sample diary, which is written first if need be."""
    return become([python(), str(ROOT / "packaging" / "open_sample.py"), *words])


def test(words: Sequence[str]) -> int:
    """Check style and types, then run the tests, whose closing line is the last one printed."""
    interpreter = python("dev")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = [] if words else style_and_types(interpreter)
    if failed:
        print(f"Failed so far: {', '.join(failed)}. The tests run all the same.", flush=True)
    status = call([interpreter, "-m", "pytest", *words])
    return status or int(bool(failed))


def check(words: Sequence[str]) -> int:
    """Check style, types and architecture without running the other tests."""
    if words:
        return wrong_use("check takes no further words.")
    interpreter = python("dev")
    failed = style_and_types(interpreter)
    if call([interpreter, "-m", "pytest", "-q", "tests/test_architecture.py"]):
        failed.append("architecture")
    print(f"Failed: {', '.join(failed)}." if failed else "All checks passed.", flush=True)
    return int(bool(failed))


def bench(words: Sequence[str]) -> int:
    """Run the benchmarks, all of them or those named."""
    return in_checkout(["-m", "tests.benchmarks", *words])


def pictures(words: Sequence[str]) -> int:
    """Draw the pictures of the documentation."""
    return in_checkout(["-m", "rlsdiary.app.pictures", *words])


def in_checkout(words: Sequence[str]) -> int:
    """Run Python with the development tools, without a display, from the checkout's folder."""
    interpreter = python("dev")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return call([interpreter, *words])


def style_and_types(interpreter: str) -> list[str]:
    """Run the three checkers, each under its name, and return the names of those that failed."""
    checks = {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "mypy": ["mypy"],
    }
    failed = []
    for name, words in checks.items():
        print(f"{name}: ", end="", flush=True)
        if call([interpreter, "-m", *words]):
            failed.append(name)
    return failed


def python(*extras: str) -> str:
    """Return the checkout's own Python, set up with the given extras first if it is not yet."""
    import dev_environment

    return dev_environment.ready_python(ROOT, extras)


def become(command: Sequence[str]) -> int:
    """Replace this process by the command; on Windows, run it and return its exit status."""
    sys.stdout.flush()
    sys.stderr.flush()
    # The program shows this where it tells people what they can type.
    environment = os.environ | {"RLSDIARY_COMMAND": "python3 packaging/dev.py run"}
    if os.name == "posix":
        os.execve(command[0], list(command), environment)  # noqa: S606 - no shell is what we want
    return call(command, Path.cwd())


def call(command: Sequence[str], folder: Path = ROOT) -> int:
    """Run the command in the folder, let it print, and return its exit status."""
    import subprocess

    sys.stdout.flush()
    return subprocess.call(command, cwd=folder)


def wrong_use(sentence: str) -> int:
    """Say what is wrong and what can be typed; the exit status is 2."""
    print(f"{sentence}\n{USAGE}", end="", file=sys.stderr)
    return 2


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "sample": sample,
    "test": test,
    "check": check,
    "bench": bench,
    "pictures": pictures,
}


def main(words: Sequence[str]) -> int:
    """Do what the words of the command line ask and return the exit status."""
    if not words or words[0] in {"-h", "--help", "help"}:
        print(USAGE, end="")
        return 0 if words else 2
    command = COMMANDS.get(words[0])
    if command is None:
        return wrong_use(f"There is no command “{words[0]}”.")
    try:
        return command(words[1:])
    except KeyboardInterrupt:
        print("Stopped. The same command goes on where it was.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - said kindly instead of by a traceback
        raise SystemExit("RLS Diary needs Python 3.11 or newer: https://www.python.org/downloads/")
    raise SystemExit(main(sys.argv[1:]))
