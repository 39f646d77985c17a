"""Brings a diary to the newest tables, with peewee's runner of migration steps."""

from __future__ import annotations

from pathlib import Path

import peewee
from playhouse.migrations import Runner

from rlsdiary.store.adopting import adopt
from rlsdiary.store.connection import Connection
from rlsdiary.store.driver import in_words


def run_steps(connection: Connection, folder: Path, history: str) -> None:
    """Run the steps in ``folder`` that the table ``history`` does not name yet.

    DiaryError in words where the disk or the file refuses.
    """
    try:
        Runner(adopt(connection), str(folder), table_name=history).up()
    except peewee.DatabaseError as error:
        raise in_words(error) from error
