"""Settings that belong to the diary itself, not to one computer's window."""

from __future__ import annotations

from rlsdiary.domain.change import Change
from rlsdiary.domain.day import DayRule, parse_clock
from rlsdiary.store import Store
from rlsdiary.words import tr


class Choosing:
    """What a person can choose for their diary."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def day_start(self, clock: str) -> Change:
        """Let the diary day begin at ``clock``, 03:00 to 12:00; BadValue for any other time.

        Days that were already written keep their date.
        """
        start = DayRule(parse_clock(clock)).start.strftime("%H:%M")
        with self._store.ledger.writing() as writer:
            self._store.keep_setting(writer, "day_start", start)
        words = tr("The day starts at {time}").format(time=start)
        return Change(words, frozenset({"settings"}), rows=tuple(writer.rows))
