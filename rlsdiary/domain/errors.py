"""The errors that a person can understand and act on."""

from __future__ import annotations


class DiaryError(Exception):
    """Something went wrong that the person can mend; everything else is a bug.

    ``title`` is a few words, ``message`` says what, where and what to do. Neither ever holds
    what the person wrote in the diary, except the one bad value they must correct.
    """

    def __init__(self, title: str, message: str) -> None:
        super().__init__(f"{title}: {message}")
        self.title = title
        self.message = message


class BadValue(DiaryError):
    """A value that the diary does not take; ``message`` says which would do."""

    def __init__(self, message: str) -> None:
        super().__init__("This value does not fit", message)

    def __str__(self) -> str:
        return self.message
