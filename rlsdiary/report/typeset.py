"""Type for the printed pages: units, fonts, measured widths and line breaks, marks on a page.

All places are in units of 1/1200 inch from the top left corner of the paper, and fonts have pixel
sizes in that unit: the same numbers hold on screen, on a printer and in a PDF, whatever its
resolution. Text is broken here, word by word with remembered widths, and drawn line by line, so
that nothing in it is ever interpreted and a diary of ten years is measured in a blink.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

UNITS_PER_INCH = 1200
SMALLEST_POINTS = 9.0
_FAMILIES = (
    *("Source Sans 3", "Noto Sans", "Open Sans", "Segoe UI", "Helvetica Neue", "Nimbus Sans"),
    *("Liberation Sans", "Arial", "DejaVu Sans Condensed"),
)
_SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def mm(length: float) -> float:
    """Return millimetres in page units."""
    return length * UNITS_PER_INCH / 25.4


def pt(length: float) -> float:
    """Return points in page units."""
    return length * UNITS_PER_INCH / 72


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; ``points`` is never below SMALLEST_POINTS."""

    points: float = SMALLEST_POINTS
    bold: bool = False
    soft: bool = False

    def __post_init__(self) -> None:
        if self.points < SMALLEST_POINTS:
            raise ValueError("too small to be read on paper")


TITLE = Style(18, bold=True)
FIGURE = Style(15, bold=True)
LEAD = Style(12)
LEAD_BOLD = Style(12, bold=True)
HEADING = Style(12, bold=True)
BODY = Style(9.5)
CHART = Style(9)
BODY_BOLD = Style(9.5, bold=True)
SMALL = Style(9)
SMALL_BOLD = Style(9, bold=True)
SOFT = Style(9, soft=True)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text in its measured box."""

    x: float
    y: float
    width: float
    height: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line ``thick`` units wide; soft rules are grey."""

    x1: float
    y1: float
    x2: float
    y2: float
    thick: float
    soft: bool = True


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: filled black, or hollow with an edge ``thick`` units wide."""

    x: float
    y: float
    width: float
    height: float
    filled: bool = True
    thick: float = UNITS_PER_INCH / 144


@dataclass(frozen=True, slots=True)
class Chart:
    """Where the trend chart is painted."""

    x: float
    y: float
    width: float
    height: float


Mark = Text | Rule | Disc | Box | Chart


class Face:
    """One style's font with its measures; remembers how wide each word is."""

    def __init__(self, style: Style, family: str) -> None:
        self.style = style
        self.font = _font(style, family)
        self._metrics = QFontMetricsF(self.font)
        self.ascent = self._metrics.ascent()
        self.line = max(self._metrics.height(), pt(style.points * 1.25))
        self._widths: dict[str, float] = {}
        self.space = self.width(" ")

    def width(self, text: str) -> float:
        """Return how wide ``text`` is on one line."""
        width = self._widths.get(text)
        if width is None:
            # Some glyphs reach past their advance, so the larger of the two measures counts.
            width = self._metrics.horizontalAdvance(text)
            self._widths[text] = width
        return width

    def wrap(self, text: str, width: float) -> list[str]:
        """Break ``text`` into lines no wider than ``width``; a word too long is broken inside."""
        lines: list[str] = []
        for paragraph in tidy(text).split("\n"):
            lines += self._wrap_paragraph(paragraph, width)
        return lines

    def elide(self, text: str, width: float) -> str:
        """Return ``text``, shortened with "…" where it is wider than ``width``."""
        if self.width(text) <= width:
            return text
        return self._fitting(text, width - self.width("…")).rstrip() + "…"

    def _wrap_paragraph(self, paragraph: str, width: float) -> list[str]:
        lines: list[str] = []
        current, used = "", 0.0
        for word in paragraph.split(" "):
            size = self.width(word)
            if current and used + self.space + size <= width:
                current, used = f"{current} {word}", used + self.space + size
                continue
            if current:
                lines.append(current)
            while size > width and len(word) > 1:
                head = self._fitting(word, width)
                lines.append(head)
                word = word[len(head) :]  # noqa: PLW2901 - the rest is the word still to be placed
                size = self.width(word)
            current, used = word, size
        return [*lines, current]

    def _fitting(self, text: str, width: float) -> str:
        """Return the longest beginning that fits, at least one letter with its accents."""
        low, high = 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._metrics.horizontalAdvance(text[:middle]) <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        while low > 1 and low < len(text) and unicodedata.combining(text[low]):
            low -= 1
        return text[:low]


class Faces:
    """The faces of one report; make it once a QGuiApplication exists."""

    def __init__(self) -> None:
        self.family = choose_family()
        self._faces: dict[Style, Face] = {}

    def __getitem__(self, style: Style) -> Face:
        face = self._faces.get(style)
        if face is None:
            face = self._faces[style] = Face(style, self.family)
        return face


def tidy(text: str) -> str:
    """Return ``text`` with plain line ends and spaces, and without control characters."""
    plain = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    if plain.isprintable():
        return plain
    return "".join(c for c in plain if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))


def choose_family() -> str:
    """Return the first of our print families that is installed, else the system's own."""
    for family in _FAMILIES:
        if QFontDatabase.hasFamily(family):
            return family
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return QFontInfo(system).family()


def _font(style: Style, family: str) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(pt(style.points)))
    font.setBold(style.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # A joined "fi" would be one sign in the PDF, and searching for the word would not find it.
    font.setFeature(QFont.Tag("liga"), 0)
    return font
