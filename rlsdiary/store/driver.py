"""The one database driver: sqlcipher3 where it is installed, Python's own SQLite otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib.util import find_spec
from types import FunctionType, ModuleType
from typing import Any, TypeVar

from rlsdiary.domain.errors import DiaryError
from rlsdiary.words import tr

CAN_ENCRYPT = find_spec("sqlcipher3") is not None

# FULL: what was acknowledged is on the disk, also when the power fails the next moment.
PRAGMAS = {
    "foreign_keys": 1,
    "synchronous": "FULL",
    "busy_timeout": 5000,
    "trusted_schema": 0,
}


def sqlite_module() -> ModuleType:
    """Return the module that talks to SQLite, for snapshots and checks beside peewee."""
    if CAN_ENCRYPT:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 - where it is installed

        return dbapi2
    import sqlite3  # noqa: PLC0415 - only where sqlcipher3 is not

    return sqlite3


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what the disk or the file answers into a DiaryError in plain words.

    A broken constraint is no such answer but a mistake of ours, and passes through as it is.
    """
    try:
        yield
    except sqlite_module().IntegrityError:
        raise
    except sqlite_module().DatabaseError as error:
        raise in_words(error) from error


_Class = TypeVar("_Class", bound=type)


def speaks_plainly(made: _Class) -> _Class:
    """Let every public method of a class fail in plain words only."""
    for name, method in list(vars(made).items()):
        if isinstance(method, FunctionType) and not name.startswith("_"):
            setattr(made, name, _in_plain_words(method))
    return made


def _in_plain_words(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def spoken(*args: Any, **kwargs: Any) -> Any:
        with plainly():
            return method(*args, **kwargs)

    return spoken


def in_words(error: Exception) -> DiaryError:
    """Return what a failing database means for the person and what they can do."""
    text = str(error).lower()
    for sign, title, message in _MEANINGS:
        if sign in text:
            return DiaryError(tr(title), tr(message))
    return DiaryError(
        tr("The diary file could not be used"),
        tr("The disk or the file answered: {error}. Nothing was changed.").format(error=error),
    )


_MEANINGS = (
    (
        "disk is full",
        "The disk is full",
        "This was not kept. Free some space and enter it again; what was kept before is safe.",
    ),
    (
        "locked",
        "The diary is in use",
        "Another program holds the diary file. Close it and try again; nothing was changed.",
    ),
    (
        "readonly",
        "The diary cannot be written",
        "The diary file or its folder is read-only. Nothing was changed; allow writing to it.",
    ),
    (
        "unable to open",
        "The diary cannot be opened",
        "The file or its folder cannot be read or written. Check the folder; nothing was changed.",
    ),
    (
        "malformed",
        "The diary file is damaged",
        "It cannot be read safely and was left as it is. Restore the newest backup.",
    ),
    (
        "not a database",
        "This is not a diary",
        "The file is not an RLS Diary file, or it is damaged. It was left as it is.",
    ),
    (
        "disk i/o",
        # Also what SQLite says of a disk without room for the first byte of its journal.
        "The disk is full or does not answer",
        "This was not kept. Free some space, or check the disk and its cable, and enter it again.",
    ),
)
