"""The open diary file: everything that can be read from and written to it."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rlsdiary.domain.day import DayRule, parse_clock
from rlsdiary.domain.record import Extract
from rlsdiary.store.days import Days
from rlsdiary.store.diary_file import open_connection
from rlsdiary.store.driver import in_words, speaks_plainly, sqlite_module
from rlsdiary.store.moments import Moments
from rlsdiary.store.snapshot import problems, take_snapshot
from rlsdiary.store.treatment import Treatment

if TYPE_CHECKING:
    from rlsdiary.store.ledger import Ledger, Writer
    from rlsdiary.store.months import Months
    from rlsdiary.store.search import Search


@speaks_plainly
class Store:
    """One open diary. Close it when done."""

    def __init__(self, path: Path, now: datetime) -> None:
        """Open or create the diary at ``path``; DiaryError in words where that cannot be."""
        self.path = path
        self._connection = open_connection(path, now)
        self.days = Days(self._connection)
        self.treatment = Treatment(self._connection)
        self.moments = Moments(self._connection)

    @cached_property
    def ledger(self) -> Ledger:
        """The transactions. The one door to peewee: what only reads opens without it."""
        from rlsdiary.store.ledger import Ledger  # noqa: PLC0415

        return Ledger(self._connection)

    @cached_property
    def months(self) -> Months:
        """What the calendar reads; loaded with its screen."""
        from rlsdiary.store.months import Months  # noqa: PLC0415

        return Months(self._connection)

    @cached_property
    def search(self) -> Search:
        """What the search reads; loaded with its screen."""
        from rlsdiary.store.search import Search  # noqa: PLC0415

        return Search(self._connection)

    def prepare_to_write(self) -> None:
        """Load what writing needs, so that the first answer is kept as quickly as the others."""
        _ = self.ledger

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rule(self) -> DayRule:
        """Return the person's day rule."""
        return _rule(self.setting("day_start"))

    def rule_and(self, key: str) -> tuple[DayRule, object | None]:
        """Return the person's day rule and one more setting, read together."""
        rows = self._connection.tuples(
            "SELECT key, value FROM setting WHERE key IN ('day_start', ?)", key
        )
        told = {name: json.loads(text) for name, text in rows}
        return _rule(told.get("day_start")), told.get(key)

    def setting(self, key: str) -> object | None:
        """Return a setting that belongs to this diary, or None where it was never chosen."""
        text = self._connection.value("SELECT value FROM setting WHERE key = ?", key)
        return None if text is None else json.loads(text)

    def keep_setting(self, writer: Writer, key: str, value: object) -> None:
        """Write a setting of this diary."""
        writer.put("setting", {"key": key, "value": json.dumps(value)})

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
        return int(self._connection.value("PRAGMA data_version"))

    def problems(self) -> list[str]:
        """Return what is wrong inside the file, empty where it is sound."""
        try:
            return problems(self._connection.raw)
        except sqlite_module().DatabaseError as error:
            return [in_words(error).message]


def _rule(start: object | None) -> DayRule:
    return DayRule() if start is None else DayRule(parse_clock(str(start)))
