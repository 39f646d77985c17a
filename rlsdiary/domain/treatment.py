"""Markers: dated events on the time line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class MarkerKind(Enum):
    """What a marker stands for."""

    DOSE_CHANGE = "dose-change"
    INFUSION = "infusion"
    NEW_MEDICINE = "new-medicine"
    TRAVEL = "travel"
    ILLNESS = "illness"
    APPOINTMENT = "appointment"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Marker:
    """A dated event on the time line."""

    day: date
    kind: MarkerKind
    title: str
    item_id: int | None = None
    id: int = 0
