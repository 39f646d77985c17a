"""What a search found, in words and lines."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale

from rlsdiary.services.searching import Found, FoundItem, FoundNote
from rlsdiary.ui.calendar.state import ResultLine
from rlsdiary.ui.kit.date_reading import heading_day
from rlsdiary.words import ntr, tr


def found_words(found: Found, locale: QLocale) -> str:
    """Say how much was found, and how much of it is shown."""
    if found.is_short:
        return tr("Type at least two letters.")
    if not found.note_count and not found.items:
        return tr("No note and no item holds these words. Try fewer, or only how one begins.")
    parts = []
    if found.items:
        parts.append(ntr("{n} item", "{n} items", len(found.items)))
    if found.note_count > len(found.notes):
        parts.append(
            tr("showing the newest {shown} of {all} notes").format(
                shown=locale.toString(len(found.notes)), all=locale.toString(found.note_count)
            )
        )
    elif found.note_count:
        parts.append(ntr("{n} note", "{n} notes", found.note_count))
    return " · ".join(parts)


def note_line(found: FoundNote, today: date) -> ResultLine:
    """Return the line of a note: its day, and the words around what was found."""
    return ResultLine("note", heading_day(found.day, today), found.parts, found.day)


def item_line(found: FoundItem, today: date) -> ResultLine:
    """Return the line of an item: on how many days it was recorded; it opens the last one."""
    if found.last is None:
        return ResultLine("treatment", tr("not recorded on any day"), found.parts)
    days = ntr("on {n} day", "on {n} days", found.days)
    last = tr("last {day}").format(day=heading_day(found.last, today))
    return ResultLine("treatment", f"{days} · {last}", found.parts, found.last)
