"""Markers on the time line, laboratory values, questionnaire totals and conditions."""

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


@dataclass(frozen=True, slots=True)
class LabValue:
    """A laboratory value exactly as the report prints it; converted only for display.

    ``comparator`` is "", "<" or ">"; ``minute`` the time of the draw in minutes after midnight;
    ``low`` and ``high`` the range printed on the report, in ``unit``.
    """

    day: date
    test: str
    value: float
    unit: str
    comparator: str = ""
    minute: int | None = None
    low: float | None = None
    high: float | None = None
    laboratory: str = ""
    fasting: bool | None = None
    hours_since_iron: float | None = None
    note: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class QuestionnaireTotal:
    """The total of a questionnaire filled in elsewhere: the number, never the items."""

    day: date
    code: str
    total: float
    filled_by: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Condition:
    """An associated condition that the person was told of."""

    name: str
    since: date | None = None
    until: date | None = None
    by_clinician: bool | None = None
    id: int = 0
