"""Keeping one answer, durably, against one insert and commit of SQLite with the same pragmas."""

import itertools
import tempfile
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from rlsdiary.services.recording import Recording
from rlsdiary.store import Store
from rlsdiary.store.driver import PRAGMAS, sqlite_module
from tests.benchmarks import Row, ratio
from tests.benchmarks.years import LAST, NOW, copy_of_years

AT_MOST = 3.0
ROUNDS = 200
_INSERT = (
    "INSERT OR REPLACE INTO answer (day, question, number, entered_at, zone, offset) "
    "VALUES (?, 'mood', 6, '2026-11-22T20:00:00', 'UTC', 0)"
)


def run() -> list[Row]:
    """Return the ratio with a diary of twenty years: each keeps an answer to a new day."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        store = Store(copy_of_years(Path(one)), NOW)
        recording = Recording(store, lambda: NOW)
        plain = sqlite_module().connect(str(copy_of_years(Path(other))), isolation_level=None)
        with closing(store), closing(plain):
            for name, value in PRAGMAS.items():
                plain.execute(f"PRAGMA {name} = {value}")
            days = (LAST - timedelta(days=n) for n in itertools.count())
            texts = ((LAST - timedelta(days=n)).isoformat() for n in itertools.count())

            def keep() -> None:
                day: date = next(days)
                recording.answer(day, "mood", 6)

            def insert() -> None:
                plain.execute("BEGIN IMMEDIATE")
                plain.execute(_INSERT, (next(texts),))
                plain.execute("COMMIT")

            pair = ratio(keep, insert, rounds=ROUNDS)
    return [Row("keeping one answer, durably", "one SQLite insert and commit", pair, AT_MOST)]
