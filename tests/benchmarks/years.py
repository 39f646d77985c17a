"""The diary of twenty years that the benchmarks open: made once, then copied."""

import shutil
import tempfile
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from rlsdiary.services.sample import fill_with_sample
from rlsdiary.store import Store

DAYS = 7300
LAST = date(2026, 11, 21)
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def copy_of_years(folder: Path) -> Path:
    """Return a fresh copy of the diary in ``folder``."""
    return Path(shutil.copy(_made(), folder / "years.rlsdiary"))


@cache
def _made() -> Path:
    path = Path(tempfile.mkdtemp(prefix="rlsdiary-years-")) / "years.rlsdiary"
    store = Store(path, NOW)
    fill_with_sample(store, LAST, DAYS)
    store.close()
    return path
