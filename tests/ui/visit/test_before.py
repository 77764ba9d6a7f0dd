"""Before the visit: when and why, and what matters at the door."""

from __future__ import annotations

from tests.ui.visit.conftest import Desk
from ui.widgets.day_field import DayField
from ui.widgets.time_field import TimeField


def test_the_visit_says_when_it_is_planned_and_moves(desk: Desk) -> None:
    assert desk.view.top.who.text() == "Planned for 24 Oct 2026, 10:05."
    day, time = desk.view.before.plan.fields["day"], desk.view.before.plan.fields["time"]
    assert isinstance(day, DayField)
    assert isinstance(time, TimeField)
    day.edit.setText("1 Dec 2026")
    time.edit.setText("9.30")
    time.changed.emit()
    assert desk.view.top.who.text() == "Planned for 1 Dec 2026, 09:30."
    desk.presenter.leave()
    assert desk.saved().body.planned_at == "2026-12-01T09:30:00.000Z"


def test_a_day_that_is_none_says_so_at_the_field_and_stays_there(desk: Desk) -> None:
    day = desk.view.before.plan.fields["day"]
    assert isinstance(day, DayField)
    day.edit.setText("31 Feb 2026")
    day.edit.editingFinished.emit()
    assert "no such day in the calendar" in day.error.text()
    assert day.edit.text() == "31 Feb 2026"
    desk.presenter.leave()
    assert desk.saved().body.day == "2026-10-24"


def test_the_last_time_alone_is_said_at_the_door(desk: Desk) -> None:
    assert "Last on 14 Oct 2026" in desk.view.before.told


def test_the_keyboard_stands_where_the_visit_goes_on(desk: Desk) -> None:
    assert desk.view.top.start.hasFocus()
