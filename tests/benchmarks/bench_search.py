"""Searching twenty years of notes, against one raw question to SQLite's full-text index.

Words that many notes hold: a rare one takes a tenth of a millisecond or two either way.
"""

import random
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from rlsdiary.domain.day import Entered
from rlsdiary.domain.record import Note
from rlsdiary.services.searching import MOST_SHOWN, Searching
from rlsdiary.store import Store
from rlsdiary.store.driver import sqlite_module
from tests.benchmarks import Row, ratio
from tests.benchmarks.years import DAYS, LAST, NOW, copy_of_years

AT_MOST = 3.0
ROUNDS = 41
_TEXT = """
    coffee walk legs calf shower cinema train evening iron sleep bath holiday garden doctor tea
    wine stress quiet restless night bed cold hot long short grandchildren book music film rain
    """
_SEARCHES = {
    "a common word, begun": ("cof", '"cof"*'),
    "two words": ("grandchildren cinema", '"grandchildren" "cinema"*'),
    "a word that is an item too": ("iron", '"iron"*'),
}
_RAW = f"""
    SELECT note.day, note.text FROM note_search JOIN note ON note.id = note_search.rowid
    WHERE note_search MATCH ? ORDER BY note.day DESC LIMIT {MOST_SHOWN}
    """  # noqa: S608 - our own number


def run() -> list[Row]:
    """Return a ratio for each kind of search: all that the screen shows against days and notes."""
    with tempfile.TemporaryDirectory() as folder:
        path = copy_of_years(Path(folder))
        store = Store(path, NOW)
        plain = sqlite_module().connect(str(path), isolation_level=None)
        with closing(store), closing(plain):
            _write_notes(store)
            return [_row(what, store, plain, *asked) for what, asked in _SEARCHES.items()]


def _row(what: str, store: Store, plain: object, text: str, expression: str) -> Row:
    searching = Searching(store)

    def search() -> None:
        searching.find(text)

    def ask() -> None:
        plain.execute(_RAW, (expression,)).fetchall()  # type: ignore[attr-defined]

    pair = ratio(search, ask, rounds=ROUNDS)
    return Row(f"search of {DAYS} notes, {what}", "one raw FTS query", pair, AT_MOST)


def _write_notes(store: Store) -> None:
    known = _TEXT.split()
    chance, entered = random.Random(1), Entered.at(NOW)
    with store.ledger.writing() as writer:
        for number in range(DAYS):
            words = (chance.choice(known) for _ in range(chance.randint(5, 40)))
            note = Note(" ".join(words), entered)
            store.days.keep_note(writer, LAST - timedelta(days=number), note)
