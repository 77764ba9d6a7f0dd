"""Planning a visit from the person's page: a day and a time. Shows and tells; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.day_field import DayField
from ui.widgets.row import Row
from ui.widgets.time_field import TimeField


class PlanCard(Card):
    """`plan_requested` tells an ISO day and a time such as 09:30."""

    plan_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.day, self.time = DayField(self.tr("Which day?")), TimeField(self.tr("What time?"))
        self.keep = button(self.tr("Plan this visit"), press=self._plan)
        for part in (self.day, self.time, Row(self.keep)):
            self.put(part)
        self.day.edit.returnPressed.connect(self.keep.click)
        self.time.edit.returnPressed.connect(self.keep.click)

    def clear(self) -> None:
        """Ready for another one."""
        for field in (self.day, self.time):
            field.edit.clear()
            field.show_error("")

    def show_over(self) -> None:
        """The day is no day to plan for."""
        self.day.show_error(self.tr("This day is over. Enter today or a day to come."))
        self.day.focus()

    def _plan(self) -> None:
        day, time = self.day.value(), self.time.value()
        if day is None:
            self.day.show_error(self.tr("Enter the day of the visit, such as 24 Oct 2026."))
            self.day.focus()
        elif not time:
            self.time.show_error(self.tr("Enter the time of the visit, such as 9:30."))
            self.time.focus()
        else:
            self.plan_requested.emit(day, time)
