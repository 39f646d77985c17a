"""peewee on a connection that is open already: one connection a diary, for reading and writing."""

from __future__ import annotations

from typing import Any

import peewee

from rlsdiary.store.connection import Connection
from rlsdiary.store.driver import sqlite_module


class _AdoptedDatabase(peewee.SqliteDatabase):
    server_version = sqlite_module().sqlite_version_info

    def __init__(self, connection: Connection) -> None:
        self._adopted = connection.raw
        super().__init__(str(connection.path), autoconnect=False)

    def _connect(self) -> Any:
        self._add_conn_hooks(self._adopted)
        return self._adopted


def adopt(connection: Connection) -> peewee.SqliteDatabase:
    """Return peewee's database on ``connection``, which stays the connection's to close."""
    database = _AdoptedDatabase(connection)
    database.connect()
    return database
