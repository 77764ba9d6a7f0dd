"""Before the visit: when and why, and what matters at the door."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from msp_desktop.record.connection import PossibleRisk
from tests.ui.visit.conftest import Desk, opened_desk
from ui.inside import Inside
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


def test_what_matters_at_the_door_stands_in_parts_and_says_what_to_find_out(desk: Desk) -> None:
    facts = {fact.about: fact.sentences for fact in desk.view.before.facts}
    assert list(facts) == [
        "How to talk together", "Signal to stop", "Must not interpret", "Warnings", "Time alone", "Promised",
        "Safe contact",
    ]  # fmt: skip
    assert facts["Signal to stop"] == ("None yet. Agree on one when you begin.",)
    assert facts["Safe contact"] == ("Not set yet. Ask, when nobody else can hear, how to reach Margaret.",)


def test_who_may_not_interpret_is_named_without_a_reason(qtbot: QtBot, inside: Inside, desk: Desk) -> None:
    parts, visit = inside.shell.workspace, desk.saved()
    daniel = parts.connections.new(visit.body.person, "Daniel", role="son")
    parts.connections.mark_possible_risk(daniel, PossibleRisk(who_says="A neighbour", what="Takes her card"))
    inside.open_visit(visit.id)
    qtbot.waitUntil(lambda: opened_desk(qtbot, inside).view is not desk.view)
    told = opened_desk(qtbot, inside).view.before.told
    assert "Daniel (son)" in told
    assert "neighbour" not in told
    assert "card" not in told.lower()


def test_sheets_to_print_are_chosen_from_here(inside: Inside, desk: Desk) -> None:
    desk.view.before.sheets.click()
    assert inside.now == "paper"


def test_a_visit_can_have_a_day_and_no_time(desk: Desk) -> None:
    day, time = desk.view.before.plan.fields["day"], desk.view.before.plan.fields["time"]
    assert isinstance(day, DayField)
    assert isinstance(time, TimeField)
    time.edit.setText("")
    day.edit.setText("1 Dec 2026")
    day.changed.emit()
    assert desk.view.top.who.text() == "Planned for 1 Dec 2026. No time is set yet."
    desk.presenter.leave()
    assert (desk.saved().body.day, desk.saved().body.planned_at) == ("2026-12-01", None)


def test_a_time_that_is_none_stays_in_its_field_and_the_one_before_stays_in_the_record(desk: Desk) -> None:
    time, before = desk.view.before.plan.fields["time"], desk.saved().body.planned_at
    assert isinstance(time, TimeField)
    time.edit.setText("25:99")
    time.changed.emit()
    time.edit.editingFinished.emit()
    assert "Enter a time such as 9:30" in time.error.text()
    desk.presenter.leave()
    assert (time.edit.text(), desk.saved().body.planned_at) == ("25:99", before)


def test_the_keyboard_stands_where_the_visit_goes_on(desk: Desk) -> None:
    assert desk.view.top.start.hasFocus()
