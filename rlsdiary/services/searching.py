"""Searching notes and the names of items: what a person types is words, never a query language."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from rlsdiary.domain.doses import Item
from rlsdiary.store import Store
from rlsdiary.store.search import EDGE

MOST_SHOWN = 200
LEAST_LETTERS = 2
_MOST_WORDS = 32  # more than anybody types; keeps the index's expression shallow
_WORD = re.compile(r"[^\W_]+")

Parts = tuple[tuple[str, bool], ...]
"""Pieces of a text in order, each with whether it is what was looked for."""


@dataclass(frozen=True, slots=True)
class FoundNote:
    """The note of a day, cut to the words around what was found."""

    day: date
    parts: Parts


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item whose name matches, on how many days it was recorded, and the last of them."""

    item: Item
    parts: Parts
    days: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found; ``notes`` are the newest of ``note_count``, newest first.

    With ``is_short`` nothing was looked for: there were fewer than two letters.
    """

    note_count: int = 0
    notes: tuple[FoundNote, ...] = ()
    items: tuple[FoundItem, ...] = ()
    is_short: bool = False


class Searching:
    """Finds days by what was written or taken."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, text: str, most: int = MOST_SHOWN) -> Found:
        """Return the notes and items that hold every word of ``text``, the last one begun.

        Accents and the case of letters do not matter; nothing in ``text`` has another meaning.
        """
        words = typed_words(text)
        if sum(map(_letters, words)) < LEAST_LETTERS:
            return Found(is_short=True)
        matches = self._store.search.notes(expression(words), most)
        notes = tuple(FoundNote(day, _parts(snippet)) for day, snippet in matches.newest)
        return Found(matches.count, notes, self._items(words))

    def _items(self, words: tuple[str, ...]) -> tuple[FoundItem, ...]:
        begun = [_folded(word) for typed in words for word in _WORD.findall(typed)]
        found = []
        for item in self._store.treatment.items().values():
            parts = _named(item, begun)
            if parts:
                found.append(FoundItem(item, parts, *self._store.search.days_of_item(item.id)))
        return tuple(found)


def typed_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, without those that hold no letter or digit."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return tuple(word for word in plain.split() if _letters(word))[:_MOST_WORDS]


def expression(words: tuple[str, ...]) -> str:
    """Return what asks the index for all ``words``, the last one perhaps only begun.

    Each stands in quotation marks, where the index reads letters and nothing else.
    """
    return " ".join('"' + word.replace('"', '""') + '"' for word in words) + " *"


def _letters(word: str) -> int:
    return sum(char.isalnum() for char in word)


def _folded(text: str) -> str:
    """Return ``text`` without case and accents, as the index of the notes has it."""
    split = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in split if not unicodedata.combining(char))


def _parts(snippet: str) -> Parts:
    """Split a snippet where its found words begin and end; line breaks become spaces."""
    pieces = " ".join(snippet.split()).split(EDGE)
    return tuple([(piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece])


def _named(item: Item, begun: list[str]) -> Parts:
    """Return the name of ``item`` in parts where each word of ``begun`` begins one of its words.

    Its substance and compound count too, and are named where the name alone would not explain it.
    """
    others = [words for words in (item.substance, item.compound) if words]
    for name in (item.name, " · ".join((item.name, *others))):
        known = [_folded(word) for word in _WORD.findall(name)]
        if all(any(word.startswith(start) for word in known) for start in begun):
            return _marked(name, begun)
    return ()


def _marked(name: str, begun: list[str]) -> Parts:
    parts: list[tuple[str, bool]] = []
    end = 0
    for word in _WORD.finditer(name):
        if _folded(word.group()).startswith(tuple(begun)):
            parts += [(name[end : word.start()], False), (word.group(), True)]
            end = word.end()
    return tuple(part for part in (*parts, (name[end:], False)) if part[0])
