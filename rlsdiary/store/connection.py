"""The open file: SQL in, rows out. Reading needs no more than this, so Today opens quickly.

Writing goes through peewee (``ledger``), on this same connection.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rlsdiary.store.driver import PRAGMAS, sqlite_module

Row = dict[str, Any]


class Connection:
    """One connection to a diary file, with the pragmas that keep every word."""

    def __init__(self, path: Path) -> None:
        """Open ``path``; the driver's own errors pass through."""
        self.path = path
        self.raw: Any = sqlite_module().connect(str(path), isolation_level=None)
        for name, value in PRAGMAS.items():
            self.raw.execute(f"PRAGMA {name} = {value}")

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Return every row as a mapping of its columns."""
        cursor = self.raw.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def tuples(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return every row as a plain tuple."""
        found: list[tuple[Any, ...]] = self.raw.execute(sql, values).fetchall()
        return found

    def value(self, sql: str, *values: object) -> Any:
        """Return the first column of the first row, None where there is no row."""
        row = self.raw.execute(sql, values).fetchone()
        return None if row is None else row[0]

    def close(self) -> None:
        """Close it; SQLite then tidies up beside the file."""
        self.raw.close()
