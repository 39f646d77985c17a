"""Writing the sample: a year of an invented diary in a file of its own."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from rlsdiary.app.writing import writing
from rlsdiary.services import sample
from rlsdiary.store import Store


def write_sample(path: Path, moment: datetime) -> None:
    """Make the invented diary up to the day before ``moment`` at ``path``, whole or not at all."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.new")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(Store(partial, moment)) as store:
                sample.fill_with_sample(store, store.rule().day_of(moment) - timedelta(days=1))
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
