"""Saying what of the program is broken, and telling a picture from a blank."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from rlsdiary.domain.errors import DiaryError
from rlsdiary.words import tr

_LEAST_INK = 0.002
"""The share of a picture that its lines and letters cover at the very least."""


def broken(what: str) -> DiaryError:
    """Return the error that says what is missing or broken, in a whole sentence."""
    return DiaryError(
        tr("The program is not whole"), tr("{what} Install RLS Diary again.").format(what=what)
    )


def need(is_good: object, what: str) -> None:
    """Raise the error about ``what`` unless all is good."""
    if not is_good:
        raise broken(what)


def is_blank(image: QImage) -> bool:
    """Return whether nothing is drawn on a picture, or there is no picture at all."""
    if image.isNull():
        return True
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    _colours, counts = np.unique(pixels, return_counts=True)
    return bool(1 - counts.max() / pixels.size < _LEAST_INK)


def paper(width: int, height: int) -> QImage:
    """Return a white picture to draw on."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image
