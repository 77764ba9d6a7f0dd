"""Today: what comes next with what matters at the door, what is not finished, and planning with nothing but a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.errors import Failure
from msp_desktop.record.person import Communication
from msp_desktop.record.private_contact import NextAttempt, PrivateContact
from msp_desktop.record.safe_contact import SafeContact
from msp_desktop.workspace import Workspace
from ui.inside import Inside
from ui.screens.today.view import TodayView
from ui.screens.visit.screen import VisitPage

Prepare = Callable[[Workspace], None]


def raise_it(failure: Failure) -> None:
    raise failure


@pytest.fixture
def day(qtbot: QtBot, inside: Inside, today: TodayView) -> Callable[[Prepare], TodayView]:
    """Change the records the way a worker did yesterday, and look at Today."""

    def shown(prepare: Prepare) -> TodayView:
        done: list[None] = []
        parts, before = inside.shell.workspace, today.shown
        inside.shell.background.run(lambda: prepare(parts), done=done.append, failed=raise_it)
        qtbot.waitUntil(lambda: bool(done))
        inside.go("today")
        qtbot.waitUntil(lambda: today.shown is not before)
        return today

    return shown


def words(view: TodayView) -> str:
    """Everything that can be read there."""
    return "\n".join(each.text() for each in view.findChildren(QLabel) if each.isVisible())


def planned_today(parts: Workspace) -> None:
    margaret = parts.people.list()[0]
    talk = Communication(how="Sit on her left side", stop_signal="She lifts her hand")
    parts.people.save(margaret, replace(margaret.body, communication=talk))
    parts.safe_contacts.set(SafeContact(person=margaret.id, number="07700 900123"))
    parts.actions.promise(margaret.id, "Ring the bank", who="Ade")
    parts.visits.plan(margaret.id, at=parts.store.now(), type="review", purpose="Bank card")


def test_a_visit_of_today_says_what_matters_at_the_door(day: Callable[[Prepare], TodayView]) -> None:
    view = day(planned_today)
    (card,) = view.calls
    told = "\n".join(each.text() for each in card.findChildren(QLabel))
    for words_there in ("Margaret", "Bank card", "left side", "lifts her hand", "Last on 14 Oct 2026", "Ring the bank"):
        assert words_there in told
    assert "It is set." in told
    assert "07700" not in words(view)


def test_the_next_thing_to_do_comes_first_and_has_the_one_primary_button(day: Callable[[Prepare], TodayView]) -> None:
    view = day(planned_today)
    primary = [each for each in view.findChildren(QPushButton) if each.property("kind") == "primary"]
    assert [each for each in primary if each.isVisible()] == [view.calls[0].open]
    assert view.calls[0].open.accessibleName().endswith("Margaret")


def test_opening_a_visit_of_today_leads_to_it(
    qtbot: QtBot, inside: Inside, day: Callable[[Prepare], TodayView]
) -> None:
    day(planned_today).calls[0].open.click()
    page = inside.screens["visit"].view
    assert isinstance(page, VisitPage)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.view is not None
    assert page.view.top.name.text() == "Margaret"


def test_of_a_restricted_record_today_tells_the_name_alone(day: Callable[[Prepare], TodayView]) -> None:
    def prepare(parts: Workspace) -> None:
        planned_today(parts)
        margaret = parts.people.list()[0]
        tried = parts.visits.finish(parts.visits.start_unplanned(margaret.id))
        parts.visits.set_private_contact(tried, PrivateContact(next=NextAttempt(by="2026-01-02", by_whom="Ruth")))
        parts.people.save(margaret, replace(margaret.body, is_restricted=True))

    view = day(prepare)
    told = "\n".join(each.text() for each in view.calls[0].findChildren(QLabel))
    assert "Margaret" in told
    assert "You are asked why" in told
    assert "Margaret: something that was promised is due." in view.unfinished.shown
    for hidden in ("left side", "Ring the bank", "Bank card", "Ruth"):
        assert hidden not in words(view)


def test_what_is_not_finished_stands_in_words_and_leads_to_its_place(
    qtbot: QtBot, inside: Inside, day: Callable[[Prepare], TodayView]
) -> None:
    def prepare(parts: Workspace) -> None:
        ivy, idris = parts.people.new("Ivy").id, parts.people.new("Idris").id
        visit = parts.visits.finish(parts.visits.start_unplanned(ivy))
        again = PrivateContact(next=NextAttempt(by="2026-01-02", by_whom="Ruth"))
        parts.visits.set_private_contact(visit, again)
        parts.actions.promise(ivy, "Ring the GP", who="Ade", due="2026-01-03", visit=visit.id)
        parts.actions.promise(idris, "Find out about the day centre", due="2026-01-04")
        typed = parts.visits.finish(parts.visits.start_unplanned(idris))
        parts.visits.keep_draft(typed.id, replace(typed.body, purpose="Nobody may see this"), base=typed.rev)

    view = day(prepare)
    told = "\n".join(view.unfinished.shown)
    for sentence in (
        "Ivy: Ruth is to try again to see them alone, by 2 Jan 2026.",
        "Ivy: Ring the GP, Ade. It was due on 3 Jan 2026.",
        "not signed yet.",
        "is kept, but not saved yet.",
        "Sealed files wait until the council says that it has them: 1.",
    ):
        assert sentence in told
    assert "Nobody may see this" not in words(view)
    told_of = {str(each.property("place")).split()[0] for each in view.unfinished.go}
    assert told_of == {"visit", "person", "page"}
    council = view.way("page outbox")
    assert council is not None
    council.click()
    assert inside.now == "outbox"


def test_a_long_list_is_shown_in_parts(qtbot: QtBot, day: Callable[[Prepare], TodayView]) -> None:
    def prepare(parts: Workspace) -> None:
        for _ in range(7):
            parts.visits.finish(parts.visits.start_unplanned(parts.people.new("Ivy").id))

    view = day(prepare)
    assert sum("not signed yet" in each for each in view.unfinished.shown) == 5
    more = view.way("more unsigned")
    assert more is not None
    more.click()
    qtbot.waitUntil(lambda: sum("not signed yet" in each for each in view.unfinished.shown) == 7)


def test_signed_visits_are_shown_when_somebody_wants_them(qtbot: QtBot, today: TodayView) -> None:
    assert "Signed." not in words(today)
    today.signed_fold.open()
    qtbot.waitUntil(lambda: today.signed.shown == ["14 Oct 2026: Margaret. Signed."])


def test_a_new_visit_needs_only_what_to_call_the_person_and_opens(
    qtbot: QtBot, inside: Inside, today: TodayView
) -> None:
    today.plan.click()
    qtbot.waitUntil(lambda: "likes to be called" in today.call_me.edit.accessibleName())
    today.call_me.load("Idris")
    today.plan.click()
    qtbot.waitUntil(lambda: inside.now == "visit")
    assert today.call_me.value() == ""
    assert "Idris" in {each.body.call_me for each in inside.shell.workspace.people.list()}


def test_a_name_that_is_here_already_is_asked_about(qtbot: QtBot, inside: Inside, today: TodayView) -> None:
    today.call_me.load("margaret")
    today.plan.click()
    qtbot.waitUntil(lambda: today.same.isVisible())
    assert inside.now == "today"
    today.same.click()
    qtbot.waitUntil(lambda: inside.now == "visit")
    assert inside.shell.workspace.people.count() == 1


def test_after_unlocking_the_keyboard_stands_on_the_next_thing_to_do(
    qtbot: QtBot, inside: Inside, today: TodayView
) -> None:
    ways = [card.open for card in today.calls]
    assert QApplication.focusWidget() is (ways[0] if ways else today.call_me.edit)


def test_the_keyboard_stays_on_its_line_when_the_day_is_read_again(day: Callable[[Prepare], TodayView]) -> None:
    view = day(planned_today)
    view.calls[0].open.setFocus()
    place = view.calls[0].open.property("place")

    def another(parts: Workspace) -> None:
        parts.visits.plan(parts.people.list()[0].id)

    assert len(day(another).calls) == 2
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.property("place") == place
