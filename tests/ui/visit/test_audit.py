"""Today, Before and After, full: everybody can use them at any size of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.practice.at_the_door import Fact
from tests.ui import audit
from tests.ui.looks import look as look
from ui.screens.today.view import TodayView
from ui.screens.today.words import CallShown, Shown
from ui.screens.visit.after_view import AfterView
from ui.screens.visit.before_view import BeforeView
from ui.widgets.ways_card import Way

LONG = "A dog that has bitten before; ask Daniel to shut it in the kitchen. Find out whether it still holds. "
LONG_NAME = "Margaret-Ann Featherstonehaugh-Cholmondeley " * 6


def today() -> QWidget:
    view, facts = TodayView(), (("Warnings", (LONG, LONG)), ("Signal to stop", ("She lifts her hand",)))
    calls = (
        CallShown("visit a", f"09:30  {LONG_NAME}", "Review · Her card", facts),
        CallShown("visit b", "11:00  Raj", "", ()),
    )
    unfinished = (
        Way("visit c", LONG),
        Way("", "Said, and nowhere to go."),
        Way("more unsigned", "Show more", is_more=True),
    )
    coming = (Way("visit d", "26 Nov 2026: Ivy"), Way("visit e", LONG_NAME))
    view.show_day(Shown("25 Nov 2026", (), calls, unfinished, coming, (Way("visit f", "Wei. Signed."),)))
    view.ask_which("Ivy")
    view.call_me.show_error("Enter what the person likes to be called.")
    view.signed_fold.open()
    view.show_signed([Way("visit g", "14 Oct 2026: Margaret. Signed.")])
    return view


def nothing_yet() -> QWidget:
    view = TodayView()
    view.show_day(Shown("25 Nov 2026", (), (), (), (), ()))
    return view


def before() -> QWidget:
    view = BeforeView()
    view.show_known(
        [Fact("How to talk together", (LONG, LONG)), Fact("Safe contact", ("It is set.",))], may_be_seen=True
    )
    view.ask_not_made()
    for name in ("reason", "other"):
        view.not_made.form.fields[name].load({"reason": "another", "other": "MOVED"}[name])
        view.not_made.form.fields[name].changed.emit()
    view.not_made.form.fields["reason"].show_error("Say why the visit was not made.")
    return view


def after() -> QWidget:
    view = AfterView("Margaret", numbers=[("Duty team", "01632 960001"), ("Police, ambulance, fire", "999")])
    view.show_private(may_be_seen=True, may_change=True)
    view.danger.ask(is_urgent=True)
    view.danger.add_call("Duty team", at="2026-11-25T10:00:00Z", time="10:00")
    view.paper.form.load({"paper": [{"sheet": "Where it stands today", "taken": 2, "left": 1, "back": 1}]})
    view.more.open()
    view.wants.ask_everything()
    view.still.show_ways([Way("danger", LONG), Way("note", "Write down something the person said.")])
    view.closing.show_state("The visit is over.", may_sign=True, may_amend=False)
    return view


def signed() -> QWidget:
    view = AfterView("Margaret", numbers=[])
    view.show_private(may_be_seen=True, may_change=False)
    view.going.hide()
    view.closing.show_state("Signed on 25 Nov 2026 at 10:42.", may_sign=False, may_amend=True)
    view.council.show_step(is_signed=True)
    view.council.show_note(LONG * 5, LONG, [("Type", "Visit", ""), ("Seen alone, Y or N", "Y", LONG)])
    return view


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("make", [today, nothing_yet, before, after, signed])
def test_the_page_can_be_used_by_everybody(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    view = make()
    qtbot.addWidget(view)
    view.resize(824, 600)
    with qtbot.waitExposed(view):
        view.show()
    for _ in range(5):
        QApplication.processEvents()
    found = [*audit.faults(view), *audit.tab_faults(view)]
    assert not found, "\n".join(found)
