"""What the Report screen shows, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rlsdiary.charts.look import Look

PAPERS = ("A4", "Letter")


class Pages(Protocol):
    """Pages that can be painted at any size."""

    @property
    def count(self) -> int:
        """How many pages there are."""

    @property
    def page_size_mm(self) -> tuple[float, float]:
        """Width and height of the paper in millimetres."""

    def paint(self, painter: QPainter, page_index: int, rect: QRectF, look: Look, /) -> None:
        """Paint a page into ``rect`` in the colours of ``look``, without its ground."""


@dataclass(frozen=True)
class ReportState:
    """The chosen period, paper and name, and the pages they make (None: still being made).

    ``earliest`` and ``latest`` are the ends of the diary, from which the presets count;
    ``message`` is said above the pages, as a problem where ``is_problem``.
    """

    first: date
    last: date
    paper: str = "A4"
    name: str = ""
    pages: Pages | None = None
    message: str = ""
    is_problem: bool = False
    earliest: date | None = None
    latest: date | None = None
