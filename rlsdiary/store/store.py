"""The open diary file: everything that can be read from and written to it."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import peewee

from rlsdiary.domain.day import DayRule, parse_clock
from rlsdiary.domain.record import Extract
from rlsdiary.store.days import Days
from rlsdiary.store.diary_file import open_database
from rlsdiary.store.driver import in_words, speaks_plainly, sqlite_module
from rlsdiary.store.ledger import Ledger, Writer
from rlsdiary.store.snapshot import problems, take_snapshot
from rlsdiary.store.tables import TABLES, SettingRow
from rlsdiary.store.treatment import Treatment


@speaks_plainly
class Store:
    """One open diary. Close it when done.

    The newest one opened is bound to the tables: open a second one only for as long as the first
    rests, and in the same thread.
    """

    def __init__(self, path: Path, now: datetime) -> None:
        """Open or create the diary at ``path``; DiaryError in words where that cannot be."""
        self.path = path
        self._database = open_database(path, now)
        self._bound_before = TABLES[0]._meta.database
        self._database.bind(TABLES)
        self.ledger = Ledger(self._database)
        self.days = Days()
        self.treatment = Treatment()

    def close(self) -> None:
        """Close the file; a diary that was open before this one is the bound one again."""
        self._database.close()
        if TABLES[0]._meta.database is self._database:
            (self._bound_before or self._database).bind(TABLES)

    def rule(self) -> DayRule:
        """Return the person's day rule."""
        start = self.setting("day_start")
        return DayRule() if start is None else DayRule(parse_clock(str(start)))

    def setting(self, key: str) -> object | None:
        """Return a setting that belongs to this diary, or None where it was never chosen."""
        text = SettingRow.select(SettingRow.value).where(SettingRow.key == key).scalar()
        return None if text is None else json.loads(text)

    def keep_setting(self, writer: Writer, key: str, value: object) -> None:
        """Write a setting of this diary."""
        writer.put(SettingRow, {"key": key, "value": json.dumps(value)})

    def extract(self, first: date, last: date) -> Extract:
        """Return the diary from ``first`` to ``last``, frozen."""
        return Extract(
            first=first,
            last=last,
            days=self.days.between(first, last),
            items=self.treatment.items(),
            plans=self.treatment.plans(),
            markers=self.treatment.markers(),
            rule=self.rule(),
        )

    def backup(self, target: Path) -> None:
        """Write a verified copy; OSError passes through, DiaryError where the copy is not good."""
        take_snapshot(sqlite_module(), self.path, target)

    def version(self) -> int:
        """Return a number that changes when another program wrote to this diary."""
        return int(self._database.execute_sql("PRAGMA data_version").fetchone()[0])

    def problems(self) -> list[str]:
        """Return what is wrong inside the file, empty where it is sound."""
        try:
            return problems(self._database.connection())
        except (peewee.DatabaseError, sqlite_module().DatabaseError) as error:
            return [in_words(error).message]
