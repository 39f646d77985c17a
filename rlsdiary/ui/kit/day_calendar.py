"""The small calendar that drops down from the date heading."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from rlsdiary.ui.kit.colours import border
from rlsdiary.ui.kit.date_reading import to_date, to_qdate
from rlsdiary.ui.kit.theme import current_look, target

_FIRST = QDate(1900, 1, 1)


class DayCalendar(QCalendarWidget):
    """Lets one pick a day up to today, by click or by Enter."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setGridVisible(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.clicked.connect(self._was_chosen)
        self.activated.connect(self._was_chosen)

    def show_at(self, place: QPoint, day: date, today: date) -> None:
        """Open with ``day`` marked, its top left corner at ``place`` on the screen."""
        self._dress()
        self.setDateRange(_FIRST, to_qdate(today))
        self.setSelectedDate(to_qdate(day))
        self.move(place)
        self.show()
        self.setFocus()

    def _was_chosen(self, day: QDate) -> None:
        if self.isHidden():
            return  # one press tells both that it was clicked and that it was chosen
        self.hide()
        self.picked.emit(to_date(day))

    def _dress(self) -> None:
        """Give the days room for a finger, weekends no red, and days to come a fainter colour."""
        look = current_look()
        day = QTextCharFormat()
        day.setForeground(QColor(look.text))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekend, day)
        palette = self.palette()
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, border(look))
        self.setPalette(palette)
        self.setFixedSize(8 * target(), 8 * target())
