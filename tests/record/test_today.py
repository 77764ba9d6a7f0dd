"""What a day holds: each thing in its list, nothing that is done, and no words of what is restricted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from db.store import Store
from msp_desktop.practice import at_the_door
from msp_desktop.practice.clocks import clocks
from msp_desktop.record.actions import Actions
from msp_desktop.record.ids import RecordId
from msp_desktop.record.people import People
from msp_desktop.record.person import Communication, Warning
from msp_desktop.record.private_contact import NextAttempt, PrivateContact
from msp_desktop.record.record import Record
from msp_desktop.record.safe_contact import SafeContact
from msp_desktop.record.safe_contacts import SafeContacts
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.today import Lists, Some, Today
from tests.record.conftest import Hands
from tests.record.test_visits import an_hour_with_time_alone, sign_by_digest


@pytest.fixture
def visits(store: Store) -> Visits:
    return Visits(store)


@pytest.fixture
def person(store: Store) -> RecordId:
    return People(store).new("Margaret").id


@pytest.fixture
def today(store: Store) -> Today:
    return Today(store)


def ids(some: Some[Record[Visit]]) -> list[RecordId]:
    return [each.of.id for each in some.items]


def over(visits: Visits, person: RecordId, *, next_by: str | None = None) -> Record[Visit]:
    visit = visits.finish(visits.start_unplanned(person))
    coming = PrivateContact(next=NextAttempt(by=next_by))
    return visits.set_private_contact(visit, coming) if next_by else visit


def test_the_visits_of_today_stand_in_order_of_time(
    today: Today, visits: Visits, person: RecordId, hands: Hands
) -> None:
    later = visits.plan(person, at=hands.now + timedelta(hours=3))
    sooner = visits.plan(person, at=hands.now + timedelta(hours=1))
    tomorrow = visits.plan(person, at=hands.now + timedelta(days=1))
    yesterday = visits.plan(person, at=hands.now - timedelta(days=1))
    day = today.read()
    assert [each.visit.of.id for each in day.calls] == [sooner.id, later.id]
    assert (ids(day.coming), ids(day.gone_by)) == ([tomorrow.id], [yesterday.id])


def test_a_visit_moves_from_going_on_to_not_signed_to_done(today: Today, visits: Visits, person: RecordId) -> None:
    visit = visits.start_unplanned(person)
    assert [each.of.id for each in today.read().going_on] == [visit.id]
    assert today.read().unsigned.items == ()
    visit = visits.finish(visit)
    assert today.read().going_on == ()
    assert ids(today.read().unsigned) == [visit.id]
    visits.sign(visit, sign_by_digest)
    assert [each.of.id for each in today.read().done] == [visit.id]
    assert today.read().unsigned.items == ()
    assert ids(today.signed()) == [visit.id]


def test_a_signed_visit_that_is_being_changed_is_not_finished(today: Today, visits: Visits, person: RecordId) -> None:
    signed = visits.sign(over(visits, person), sign_by_digest)
    visits.amend(signed, signed.body, "One thing more")
    assert ids(today.read().unsigned) == [signed.id]
    assert today.signed().items == ()


def test_a_promised_attempt_is_due_until_a_later_visit_answers_it(
    today: Today, visits: Visits, person: RecordId, hands: Hands
) -> None:
    visit = over(visits, person, next_by="2026-10-16")
    assert today.read().attempts.items == ()
    hands.pass_minutes(2 * 24 * 60)
    assert ids(today.read().attempts) == [visit.id]
    planned = visits.plan(person, at=hands.now)
    assert ids(today.read().attempts) == [visit.id]
    visits.not_made(planned, "NOREPLY")
    assert today.read().attempts.items == ()


def test_an_action_is_told_from_the_day_it_is_due_until_it_is_closed(
    today: Today, store: Store, person: RecordId
) -> None:
    actions = Actions(store)
    due = actions.promise(person, "Ring the bank", who="Ade", due="2026-10-14")
    actions.promise(person, "Write to the GP", due="2026-10-15")
    actions.promise(person, "Think about the day centre")
    assert [each.of.id for each in today.read().actions.items] == [due.id]
    actions.close(due, done=True)
    assert today.read().actions.items == ()


def test_what_was_typed_and_never_saved_is_told_without_its_words(
    today: Today, visits: Visits, store: Store, person: RecordId
) -> None:
    visit = over(visits, person)
    visits.keep_draft(visit.id, replace(visit.body, purpose="Secret"), base=visit.rev)
    (found,) = today.read().found
    assert (found.name, found.of.kind, found.of.visit) == ("Margaret", "visit", visit.id)
    assert "Secret" not in repr(found)


def test_a_long_list_says_that_there_is_more(today: Today, visits: Visits, person: RecordId) -> None:
    for _ in range(7):
        over(visits, person)
    day = today.read()
    assert (len(day.unsigned.items), day.unsigned.has_more) == (5, True)
    day = today.read({Lists.UNSIGNED: 7})
    assert (len(day.unsigned.items), day.unsigned.has_more) == (7, False)


def test_what_matters_at_the_door_is_in_short_what_is_there_to_know(
    today: Today, visits: Visits, store: Store, hands: Hands
) -> None:
    people, hour = People(store), timedelta(hours=1)
    margaret = people.new("Margaret")
    talk = Communication(how="Sit on her left side", stop_signal="She lifts her hand")
    dog = Warning(type="risk_to_staff", what="A dog that bites", review_on="2026-10-01")
    people.save(margaret, replace(margaret.body, communication=talk, warnings=(dog,)))
    Actions(store).promise(margaret.id, "Ring the bank", who="Ade", due="2026-10-10")
    SafeContacts(store).set(SafeContact(person=margaret.id, number="07700 900123"))
    visits.plan(margaret.id, at=hands.now + hour)
    (call,) = today.read().calls
    assert call.door is not None
    facts = {each.about: " ".join(each.sentences) for each in at_the_door.in_short(call.door, today=today.day())}
    assert facts == {
        "How to talk together": "Sit on her left side",
        "Signal to stop": "She lifts her hand",
        "Warnings": "Risk to Staff: A dog that bites. To be looked at again since 1 Oct 2026."
        " Find out whether it still holds.",
        "Time alone": "None is recorded yet.",
        "Promised": "Ring the bank, Ade. It was due on 10 Oct 2026.",
        "Safe contact": "It is set. It is shown only when you ask for it.",
    }


def test_the_last_time_alone_is_the_same_that_the_clocks_say(
    today: Today, visits: Visits, person: RecordId, hands: Hands
) -> None:
    visit = an_hour_with_time_alone(visits, person, hands)
    visits.confirm_private_contact(visit)
    hands.pass_minutes(3 * 24 * 60)
    over(visits, person)
    visits.plan(person, at=hands.now)
    (call,) = today.read().calls
    found = clocks([each.body for each in visits.of(person)], today=hands.now.date())
    assert call.door is not None
    assert call.door.last_alone == found.last_alone == "2026-10-14"
    assert at_the_door.time_alone(call.door.last_alone, today=today.day()) == "Last on 14 Oct 2026, 3 days ago."


def test_of_a_restricted_record_no_more_than_the_name_is_told(
    today: Today, visits: Visits, store: Store, person: RecordId, hands: Hands
) -> None:
    people = People(store)
    margaret = people.get(person)
    people.save(margaret, replace(margaret.body, is_restricted=True))
    visits.plan(person, at=hands.now)
    (call,) = today.read().calls
    assert (call.visit.name, call.visit.is_restricted, call.door) == ("Margaret", True, None)
