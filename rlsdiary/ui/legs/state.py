"""What the screen “Legs now” shows, frozen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LegsState:
    """What was kept this night, in words.

    ``newest`` is what was kept last with its time (“03:12 · 7 · walking”), ``earlier`` what was
    kept before it, oldest first. ``pressed`` names the button that was pressed last since the
    screen opened: a number, “better” or a measure. ``undo_name`` says what undo takes away, ""
    where there is nothing.
    """

    newest: str = ""
    earlier: tuple[str, ...] = ()
    pressed: str = ""
    undo_name: str = ""
