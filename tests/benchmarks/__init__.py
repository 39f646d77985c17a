"""Speed, always as a ratio of two things measured side by side in one run.

A module `bench_*.py` in this folder offers `run() -> list[Row]`.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: `what` took `ratio` times as long as `against`, allowed `at_most`."""

    what: str
    against: str
    ratio: float
    at_most: float

    @property
    def is_kept(self) -> bool:
        """Whether the measured ratio is within what is allowed."""
        return self.ratio <= self.at_most


def ratio(what: Callable[[], object], against: Callable[[], object], *, rounds: int = 7) -> float:
    """Return how many times as long `what` takes as `against`: the median of paired rounds.

    Each is run once before, unmeasured; within a round they run one after the other, so that a
    busy machine slows both.
    """
    what()
    against()
    return statistics.median(_seconds(what) / _seconds(against) for _ in range(rounds))


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return max(time.perf_counter() - start, 1e-9)
