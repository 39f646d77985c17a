"""Our own line icons, drawn in any colour and size; each is read and drawn when first shown."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPixmap, QPixmapCache

from rlsdiary.paths import resource

ICON_NAMES = (
    "today",
    "calendar",
    "trends",
    "patterns",
    "treatment",
    "report",
    "legs",
    "settings",
    "previous",
    "next",
    "undo",
    "check",
    "skip",
    "plus",
    "more",
    "less",
    "note",
    "warning",
    "close",
)


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon ``name`` ``size`` pixels wide for a screen of that device pixel ratio.

    KeyError where there is no such icon.
    """
    if name not in ICON_NAMES:
        raise KeyError(name)
    key = f"rlsdiary-icon {name} {colour} {size} {ratio}"
    # Qt's own cache and not one of ours: it is emptied before the application goes.
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = _drawn(name, colour, round(size * ratio))
        kept.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, kept)
    return kept


def _drawn(name: str, colour: str, pixels: int) -> QPixmap:
    lines = resource("icons", f"{name}.svg").read_bytes()
    lines = lines.replace(b"currentColor", QColor(colour).name().encode())
    # Every icon says its size first; loading it at the size wanted is quicker than scaling.
    size = b'width="%d" height="%d"' % (pixels, pixels)
    drawn = QPixmap()
    drawn.loadFromData(lines.replace(b'width="24" height="24"', size, 1), "svg")
    return drawn
