"""A question answered by yes or no; no answer is neither."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rlsdiary.ui.kit.choice import ChoiceRow
from rlsdiary.words import tr

_YES, _NO = "1", "0"


class YesRow(ChoiceRow):
    """The value is 1 for yes, 0 for an explicit no. The keys are 1 and 0, or the first letters."""

    def __init__(self, label: str, parent: QWidget | None) -> None:
        super().__init__(label, ((_YES, tr("yes")), (_NO, tr("no"))), parent)

    def _keys(self) -> list[object]:
        return [int(key) for key, _words in self._choices]

    def _key_of_digit(self, digit: int) -> object | None:
        return digit if digit in (0, 1) else None
