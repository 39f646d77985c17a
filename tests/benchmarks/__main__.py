"""Runs the benchmarks of this folder, all or those named, and prints their ratios as a table."""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import Row

HEAD = ("what", "against", "ratio", "at most", "")


def names(folder: Path) -> list[str]:
    """Return the names of the benchmarks in the folder, without `bench_`."""
    return sorted(path.stem.removeprefix("bench_") for path in folder.glob("bench_*.py"))


def measure(name: str) -> list[Row]:
    """Run one benchmark and return its rows."""
    rows: list[Row] = importlib.import_module(f"tests.benchmarks.bench_{name}").run()
    return rows


def table(rows: Sequence[Row]) -> str:
    """Return the rows as lines of text with a head, columns aligned."""
    lines = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def main(wanted: Sequence[str]) -> int:
    """Print the table; 1 if a ratio is above what is allowed, 2 if a name is unknown."""
    known = names(Path(__file__).parent)
    if unknown := set(wanted) - set(known):
        print(f"No benchmark {', '.join(sorted(unknown))}; there are: {', '.join(known)}.")
        return 2
    rows = [row for name in wanted or known for row in measure(name)]
    print(table(rows))
    return int(not all(row.is_kept for row in rows))


def _cells(row: Row) -> tuple[str, ...]:
    verdict = "" if row.is_kept else "too slow"
    return (row.what, row.against, f"{row.ratio:.2f}", f"{row.at_most:.2f}", verdict)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
