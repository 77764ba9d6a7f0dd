"""One person's page: time alone first, what is left out, visits to plan, pictures, who looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from msp_desktop.images.picture import picture_of
from msp_desktop.record.person import Communication
from msp_desktop.record.private_contact import AskedOut, NextAttempt, PrivateContact
from msp_desktop.record.segment import Presence
from msp_desktop.record.times import shown_day
from msp_desktop.record.visit import Visit
from tests.images.pictures import photo
from tests.ui.people.conftest import Folk, heard, press, seen
from ui.screens.person.documents_view import DocumentsView
from ui.screens.person.ledger_view import LedgerView
from ui.screens.person.looked_view import LookedView
from ui.screens.person.timeline_view import TimelineView
from ui.screens.person.wishes_view import WishesView
from ui.screens.visit.screen import VisitPage

SON = Presence(who="dan", name="Daniel", role="son")
TODAY = date.today()


def blocked(folk: Folk, *, days_ago: int, **more: object) -> Visit:
    """A visit at which the son stayed in the room."""
    visits, store = folk.workspace.visits, folk.workspace.store
    usual, store.now = store.now, lambda: datetime.now(UTC) - timedelta(days=days_ago)
    visit = visits.finish(visits.they_came_in(visits.start_unplanned(folk.margaret()), SON))
    contact = PrivateContact(
        seen="yes", alone="no", why_not_alone="blocked", happened="He sat down.", who_said_so="Daniel",
        asked_out=(AskedOut(who="dan", name="Daniel", reaction="refused"),), **more,  # type: ignore[arg-type]
    )  # fmt: skip
    visit = visits.confirm_private_contact(visits.set_private_contact(visit, contact))
    store.now = usual
    return visit.body


def test_the_page_says_who_they_are_and_how_to_talk_and_begins_with_time_alone(folk: Folk) -> None:
    people = folk.workspace.people
    margaret = people.get(folk.margaret())
    talk = Communication(how="Slowly, on her left.", stop_signal="Raises her hand")
    people.save(margaret, replace(margaret.body, names="Margaret Ellis", pronouns="she/her", communication=talk))
    view = folk.open(margaret.id).view
    told = seen(view)
    order = (
        "Margaret Ellis, she/her", "Slowly, on her left.", "Signal to stop: Raises her hand", "Start a visit now",
        "Last on 14 Oct 2026", "What they want, and", "Filled in: ", "Add a photo", "Opened. Ade Bello.",
    )  # fmt: skip
    places = [told.find(words) for words in order]
    assert -1 not in places and places == sorted(places)


def test_each_section_stands_below_the_one_before(folk: Folk, qtbot: QtBot) -> None:
    folk.open(folk.margaret())
    kinds = (LedgerView, WishesView, TimelineView, DocumentsView, LookedView)
    page = folk.person.view.widget()
    assert page is not None

    def edges() -> list[tuple[int, int]]:
        places = [folk.part(kind).mapTo(page, QPoint(0, 0)).y() for kind in kinds]
        return [(top, top + folk.part(kind).height()) for top, kind in zip(places, kinds, strict=True)]

    qtbot.waitUntil(lambda: all(above[1] <= below[0] for above, below in pairwise(edges())))


def test_the_ledger_tells_each_visit_with_its_minutes_and_never_a_score(folk: Folk) -> None:
    folk.open(folk.margaret())
    told = seen(folk.part(LedgerView))
    assert "14 Oct 2026, 10:05" in told
    assert "long enough: 19 minutes." in told
    assert "There too: Daniel (son)." in told
    assert "To think of next" not in told
    assert not any(word in told.lower() for word in ("score", "safe", "low risk", "seen alone"))


def test_the_ledger_says_who_stood_in_the_way_what_is_promised_and_what_to_think_of(folk: Folk) -> None:
    by = (TODAY - timedelta(days=1)).isoformat()
    coming = NextAttempt(by=by, by_whom="Ade Bello", different=("letter_phone",))
    for days in (9, 6, 3):
        blocked(folk, days_ago=days, next=coming)
    folk.open(folk.margaret())
    told = seen(folk.part(LedgerView))
    assert "Daniel stood in the way. Visits: 3." in told
    assert "Stood in the way: Daniel (stayed in the room)." in told
    assert f"Promised: another attempt, Ade Bello, by {shown_day(by)}. That day has passed." in told
    assert "Have a manager's decision recorded." in told
    assert "Because: There were 3 visits in a row without time alone" in told
    assert "letter" not in told  # how somebody is reached stays with the safe contact


def test_a_person_with_four_hundred_visits_opens_with_a_few_of_them(folk: Folk) -> None:
    parts, body = folk.workspace, blocked(folk, days_ago=1)
    with parts.store.work() as work:
        for number in range(400):
            day = (TODAY - timedelta(days=number + 2)).isoformat()
            parts.visits.write(work, replace(body, day=day))
        work.commit()
    folk.open(folk.margaret())
    ledger, timeline = folk.part(LedgerView), folk.part(TimelineView)
    first = seen(ledger).count("Stood in the way")
    assert 3 < first < 20 and seen(timeline).count("Visit.") < 20
    press(ledger, "Show earlier visits")
    press(timeline, "Show earlier days")
    folk.settle()
    assert seen(ledger).count("Stood in the way") > first
    assert seen(timeline).count("Visit.") > 12


def test_the_timeline_shows_what_others_heard_and_only_counts_what_was_said_alone(folk: Folk) -> None:
    view = folk.open(folk.margaret()).view
    told = seen(folk.part(TimelineView))
    assert "They said: “I'm fine, he does it all.”" in told
    assert "Somebody told me: “She forgets, so I keep the card.”" in told
    assert "2 more lines stand in the visit." in told
    assert "Filled in: “Scaling ruler”." in told and "Saved as a file: “Where it stands today”." in told
    for words in (heard(folk.page), seen(view)):
        assert "I want my card back" not in words and "Walking frame" not in words


def test_a_line_of_the_timeline_opens_its_visit(folk: Folk, qtbot: QtBot) -> None:
    folk.open(folk.margaret())
    press(folk.part(TimelineView), "Open the visit: 14 Oct 2026, 10:05, Planned visit.")
    qtbot.waitUntil(lambda: folk.inside.now == "visit")
    page = folk.inside.screens["visit"].view
    assert isinstance(page, VisitPage)
    qtbot.waitUntil(lambda: page.presenter is not None)


def test_what_they_want_is_left_out_until_only_the_worker_sees_the_screen(folk: Folk) -> None:
    folk.workspace.outcomes.change_status(
        folk.workspace.outcomes.of(folk.margaret())[0], "changed", words="And the PIN.", score=5
    )
    view = folk.open(folk.margaret()).view
    wishes = folk.part(WishesView)
    assert "Wishes: 2. Still to do: 0, of these overdue: 0." in seen(wishes)
    for words in ("my card back", "And the PIN", "in trouble"):
        assert words not in heard(view) and words not in seen(view)
    press(wishes, "Only I can see the screen")
    told = seen(wishes)
    assert "“I want my card back.”" in told and "Now: “And the PIN.”" in told
    assert "From 0 to 10: 2 at the start, 5 now. Status: Changed. They said it unprompted." in told
    assert "This must not happen." in told


def test_what_was_agreed_stands_by_its_day_and_can_be_marked_as_kept(folk: Folk) -> None:
    actions, person = folk.workspace.actions, folk.margaret()
    actions.promise(person, "Ring the bank", who="Ade Bello", due=(TODAY + timedelta(days=3)).isoformat())
    actions.promise(person, "Take her to the day centre", who="Ivy", due="2026-01-02")
    folk.open(person)
    wishes = folk.part(WishesView)
    assert "Still to do: 2, of these overdue: 1." in seen(wishes)
    press(wishes, "Only I can see the screen")
    told = seen(wishes)
    assert told.index("day centre") < told.index("Ring the bank")
    assert "Ivy. Overdue since 2 Jan 2026." in told
    press(wishes, "It was kept: 1, Take her to the day centre")
    folk.settle()
    told = seen(wishes)
    assert "Saved on this laptop at" in told
    assert told.index("Ring the bank") < told.index("day centre") and "Ivy. By 2 Jan 2026. Done." in told
    press(wishes, "It is still to do")
    folk.settle()
    assert sum(each.body.state == "open" for each in actions.of(person)) == 2


def test_an_action_that_would_give_the_safe_contact_away_does_not_say_what_it_is(folk: Folk) -> None:
    actions = folk.workspace.actions
    action = actions.promise(folk.margaret(), "Ring her at the library")
    actions.save(action, replace(action.body, is_restricted=True))
    folk.open(folk.margaret())
    press(folk.part(WishesView), "Only I can see the screen")
    assert "library" not in heard(folk.page)
    assert "Kept out of sight" in seen(folk.part(WishesView))


def test_a_visit_is_planned_from_here(folk: Folk) -> None:
    view = folk.open(folk.margaret()).view
    view.plan_one.click()
    view.plan.keep.click()
    assert "Enter the day" in view.plan.day.error.text()
    view.plan.day.edit.setText("1 Jan 2020")
    view.plan.time.edit.setText("9.30")
    view.plan.keep.click()
    folk.settle()
    assert "This day is over" in view.plan.day.error.text()
    day = TODAY + timedelta(days=4)
    view.plan.day.edit.setText(shown_day(day.isoformat()))
    view.plan.keep.click()
    folk.settle()
    assert "Saved on this laptop at" in view.said.text()
    when = f"{shown_day(day.isoformat())}, 09:30"
    assert view.planned.text() == f"Open the planned visit: {when}"
    assert "Visit, planned for 09:30." in seen(folk.part(TimelineView))


def test_a_picture_is_added_from_a_file_and_opened_large_in_the_window(folk: Folk, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(photo((900, 600)))
    folk.open(folk.margaret())
    documents = folk.part(DocumentsView)
    assert isinstance(documents, DocumentsView)
    documents.fold.open()
    documents.adding.keep.click()
    assert "Choose a picture first" in documents.adding.error.text()
    documents.adding.choose.click()
    dialog = documents.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.close()
    documents.adding.caption.load("The hall")
    documents.adding.keep.click()
    folk.qtbot.waitUntil(lambda: "Saved on this laptop" in documents.said.text())
    assert "The hall" in seen(documents) and documents.adding.caption.value() == ""
    press(documents, f"Open the picture of {shown_day(TODAY.isoformat())}, 1: The hall")
    folk.settle()
    assert documents.large.sheet is not None and documents.large.sheet.accessibleName() == "The hall"
    documents.large.back.click()
    assert not documents.large.isVisible() and documents.lines.isVisible()


@pytest.mark.parametrize("data", [b"", b"not a picture", photo((90, 60))[:300]])
def test_a_file_that_is_no_picture_is_refused_and_the_caption_stays(folk: Folk, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(data)
    folk.open(folk.margaret())
    documents = folk.part(DocumentsView)
    assert isinstance(documents, DocumentsView)
    documents.fold.open()
    documents.adding.take(file)
    documents.adding.caption.load("The hall")
    documents.adding.keep.click()
    folk.qtbot.waitUntil(lambda: "othing was kept" in documents.adding.error.text())
    assert documents.adding.caption.value() == "The hall" and documents.adding.keep.isEnabled()
    assert folk.workspace.attachments.of_person(folk.margaret()) == ()


def test_pictures_from_a_visit_are_left_out_until_only_the_worker_sees_the_screen(folk: Folk) -> None:
    visit = folk.workspace.visits.list({"state": "complete"})[0].id
    folk.workspace.attachments.add_to_visit(visit, picture_of(photo((90, 60))), caption="Bruise")
    folk.open(folk.margaret())
    documents = folk.part(DocumentsView)
    assert "Pictures taken in visits: 1." in seen(documents) and "Bruise" not in heard(folk.page)
    press(documents, "Only I can see the screen")
    folk.settle()
    assert "Bruise" in seen(documents)


def test_who_looked_is_written_down_with_day_and_name(folk: Folk) -> None:
    for _ in range(7):
        folk.open(folk.margaret())
        folk.page.show_list()
    folk.open(folk.margaret())
    looked = folk.part(LookedView)
    assert seen(looked).count("Opened. Ade Bello.") == 5
    press(looked, "Show earlier ones")
    folk.settle()
    assert seen(looked).count("Opened. Ade Bello.") == 8


def test_a_person_of_whom_nothing_is_known_says_what_each_place_is_for(folk: Folk) -> None:
    folk.open(folk.workspace.people.new("Idris").id)
    told = seen(folk.person.view)
    for words in (
        "Nothing is written down yet about how to talk", "No visit has taken place yet", "Nothing was promised yet",
        "Nothing has happened yet", "No photos or drawings yet",
    ):  # fmt: skip
        assert words in told, words


def test_another_persons_page_holds_nothing_of_the_one_before(folk: Folk) -> None:
    folk.open(folk.margaret())
    press(folk.part(WishesView), "Only I can see the screen")
    idris = folk.workspace.people.new("Idris").id
    folk.inside.open_person(idris)
    folk.settle()
    told = heard(folk.page) + seen(folk.person.view)
    assert "Margaret" not in told and "card" not in told and "Daniel" not in told
