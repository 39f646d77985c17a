"""What one act of the person changed: enough to announce it and to take it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class RowChange:
    """One stored row before and after; None where it did not, or no longer does, exist.

    Opaque to everyone but the store, which alone reads and reverses it.
    """

    table: str
    key: tuple[object, ...]
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class Change:
    """One kept act. ``words`` says it in the past tense ("Strongest urge to move: 6").

    ``kinds`` names what it touched ("answers", "intakes", "notes", "items", "plans", "markers",
    "moments", "settings"); ``days`` the diary days, empty where no single day is meant;
    ``question`` the one that was answered, "" where it was no answer, or several.
    """

    words: str
    kinds: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()
    rows: tuple[RowChange, ...] = field(default=(), repr=False)
    question: str = ""

    def __bool__(self) -> bool:
        """True where anything at all was changed."""
        return bool(self.rows)

    def touches(self, *kinds: str) -> bool:
        """Return whether any of ``kinds`` was changed."""
        return not self.kinds.isdisjoint(kinds)
