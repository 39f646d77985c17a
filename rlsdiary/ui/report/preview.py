"""The pages as they will be printed, one below the other, painted only where they are seen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from rlsdiary.charts.look import PAPER, Look
from rlsdiary.ui.kit.colours import border
from rlsdiary.ui.kit.scroll import calm_bars
from rlsdiary.ui.kit.theme import current_look, space
from rlsdiary.ui.report.state import Pages
from rlsdiary.words import ntr, tr

_WIDEST = 900


class PageStack(QWidget):
    """All pages in a column as wide as there is room, at most ``_WIDEST`` pixels."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self.painted: list[int] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pages(self, pages: Pages | None) -> None:
        """Show other pages, or none."""
        self._pages = pages
        count = pages.count if pages else 0
        self.setAccessibleName(ntr("Report, {n} page", "Report, {n} pages", count))
        self.fit(self.width())
        self.update()

    def fit(self, width: int) -> None:
        """Take the height that the pages need at ``width``."""
        self.setFixedHeight(max(1, self.heightForWidth(width)))

    def page_rect(self, index: int) -> QRect:
        """Return where page ``index`` lies."""
        size, gap = self._page_size(self.width()), space(16)
        left = (self.width() - size.width()) // 2
        return QRect(QPoint(left, gap + index * (size.height() + gap)), size)

    def _page_size(self, width: int) -> QSize:
        if self._pages is None:
            return QSize(0, 0)
        page_width = max(1, min(_WIDEST, width - 2 * space(16)))
        across, down = self._pages.page_size_mm
        return QSize(page_width, round(page_width * down / across))

    def _visible_pages(self, area: QRect) -> range:
        if self._pages is None:
            return range(0)
        step = self._page_size(self.width()).height() + space(16)
        first = max(0, (area.top() - space(16)) // step)
        return range(first, min(self._pages.count, area.bottom() // step + 1))

    # --- Qt's own

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._pages is None:
            return 0
        return (self._page_size(width).height() + space(16)) * self._pages.count + space(16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted = []
        if self._pages is None:
            return
        look = paper_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in self._visible_pages(event.rect()):
            rect = self.page_rect(index)
            painter.save()
            painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
            painter.fillRect(rect, QColor(look.card))
            self._pages.paint(painter, index, QRectF(rect), look)
            painter.restore()
            painter.setPen(border(current_look()))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            self.painted.append(index)
        painter.end()


def paper_look() -> Look:
    """Return how the pages are shown: white paper by day; in a dark look they are as dark."""
    look = current_look()
    return look if look.is_dark else PAPER


class Preview(QScrollArea):
    """The page stack with its scroll bar; in a narrow window also what stands above the pages."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        column = QWidget(self)
        self.stack = PageStack(column)
        self._layout = QVBoxLayout(column)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.stack)
        self._layout.addStretch(1)
        calm_bars(self)
        self.setWidget(column)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(tr("Preview of the report"))

    def put_above(self, widget: QWidget) -> None:
        """Let ``widget`` stand above the pages and scroll with them."""
        self._layout.insertWidget(0, widget)
        widget.show()

    def show_pages(self, pages: Pages | None) -> None:
        """Show other pages, at the place where the last ones were read."""
        self.stack.show_pages(pages)

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.stack.fit(self.viewport().width())  # at once: the bar is as long as the pages
        super().resizeEvent(event)
