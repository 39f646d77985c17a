"""The present moment, with the time zone of this computer."""

from __future__ import annotations

from datetime import datetime


def now() -> datetime:
    """Return this moment in the computer's own time zone."""
    # Loaded here: the zone is looked up when it is first asked for, not at import.
    from tzlocal import get_localzone

    return datetime.now(get_localzone())
