"""Opening a visit: a restricted record asks for a reason, which stands in the record of who looked."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from msp_desktop.record.event import EVENT
from msp_desktop.record.record import Shelf
from ui.inside import Inside
from ui.screens.today.view import TodayView
from ui.screens.visit.screen import VisitPage


def test_a_restricted_record_opens_with_a_reason_alone(qtbot: QtBot, inside: Inside, today: TodayView) -> None:
    parts = inside.shell.workspace
    planned = parts.visits.list({"state": "planned"})[0]
    person = parts.people.get(planned.body.person)
    parts.people.save(person, replace(person.body, is_restricted=True))
    inside.open_visit(planned.id)
    page = inside.screens["visit"].view
    assert isinstance(page, VisitPage)
    qtbot.waitUntil(lambda: page.currentWidget() is page.why)
    page.why.open.click()
    assert "Say why" in page.why.reason.error.text()
    page.why.reason.load("I am her social worker today")
    page.why.open.click()
    qtbot.waitUntil(lambda: page.view is not None)
    looked = Shelf(parts.store, EVENT).list({"what": "restricted"})
    assert [each.body.reason for each in looked] == ["I am her social worker today"]
