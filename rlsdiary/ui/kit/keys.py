"""What typed text means to the controls."""

from __future__ import annotations


def digit_of(text: str) -> int | None:
    """Return the digit that was typed, in any script, or None where it was none."""
    return int(text) if len(text) == 1 and text.isdecimal() else None
