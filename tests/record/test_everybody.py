"""The list of everybody: paged by name, with the last time alone and the next visit, and found by what is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from db.store import Store
from msp_desktop.record.everybody import Everybody, Line
from msp_desktop.record.ids import RecordId
from msp_desktop.record.people import People
from msp_desktop.record.person import Communication
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.visit import VISIT
from msp_desktop.record.visits import Visits
from tests.record.conftest import Hands

TODAY = "2026-10-20"


@pytest.fixture
def people(store: Store) -> People:
    return People(store)


@pytest.fixture
def visits(store: Store) -> Visits:
    return Visits(store)


@pytest.fixture
def everybody(people: People, visits: Visits) -> Everybody:
    return Everybody(people, visits)


def lines(everybody: Everybody, *, limit: int = 100) -> list[Line]:
    found: list[Line] = []
    while page := everybody.page(after=found[-1] if found else None, today=TODAY, limit=limit):
        found += page
    return found


def restrict(people: People, name: str, *, about: str = "") -> RecordId:
    person = people.new(name)
    return people.save(person, replace(person.body, is_restricted=True, about=about)).id


def alone(visits: Visits, person: RecordId, hands: Hands) -> None:
    """A visit with nineteen minutes alone together."""
    visit = visits.only_us(visits.start_unplanned(person))
    hands.pass_minutes(19)
    visit = visits.finish(visit)
    answers = PrivateContact(
        segment=visit.body.segments[-1].id, seen="yes", alone="yes", could_hear="nobody", long_enough="yes"
    )
    visits.confirm_private_contact(visits.set_private_contact(visit, answers))
    hands.pass_minutes(60 * 24)


def test_people_stand_by_name_whatever_the_capitals_a_page_at_a_time(people: People, everybody: Everybody) -> None:
    for name in ("raj", "Ade", "margaret", "Zoë", "Margaret", "ade"):
        people.new(name)
    for limit in (1, 2, 3, 100):
        found = [line.name for line in lines(everybody, limit=limit)]
        assert found == ["Ade", "ade", "margaret", "Margaret", "raj", "Zoë"]


def test_a_restricted_record_tells_nothing_and_stands_at_the_end(people: People, everybody: Everybody) -> None:
    id = restrict(people, "Abigail")
    people.new("Margaret")
    other = restrict(people, "Zoë")
    for limit in (1, 2, 100):
        margaret, *hidden = lines(everybody, limit=limit)
        assert margaret.name == "Margaret"
        assert [(line.id, line.name, line.is_restricted) for line in hidden] == [(id, "", True), (other, "", True)]


def test_a_line_says_the_last_time_alone_and_not_the_last_visit(
    people: People, visits: Visits, everybody: Everybody, hands: Hands
) -> None:
    margaret, raj = people.new("Margaret").id, people.new("Raj").id
    alone(visits, margaret, hands)
    visits.finish(visits.start_unplanned(margaret))
    visits.finish(visits.start_unplanned(raj))
    first, second = lines(everybody)
    assert (first.last_alone, first.minutes) == ("2026-10-14", 19)
    assert (second.last_alone, second.minutes) == (None, None)


def test_a_result_that_the_facts_do_not_carry_gives_way_to_an_earlier_one(
    store: Store, people: People, visits: Visits, everybody: Everybody, hands: Hands
) -> None:
    margaret = people.new("Margaret").id
    alone(visits, margaret, hands)
    alone(visits, margaret, hands)
    latest = visits.of(margaret)[0]
    crowded = replace(latest.body, segments=tuple(replace(each, company="company") for each in latest.body.segments))
    with store.work() as work:  # as an older version of the program may have signed it
        work.save(VISIT.name, latest.id, VISIT.encode(crowded), schema=VISIT.schema, base=latest.rev)
        work.commit()
    assert lines(everybody)[0].last_alone == "2026-10-14"


def test_the_next_visit_is_the_nearest_that_is_planned_or_the_last_that_did_not_begin(
    people: People, visits: Visits, everybody: Everybody
) -> None:
    margaret, raj = people.new("Margaret").id, people.new("Raj").id
    for day in (30, 22, 1):
        visits.plan(margaret, at=datetime(2026, 10, day, 9, tzinfo=UTC))
    visits.plan(raj, at=datetime(2026, 10, 20, 0, 30, tzinfo=UTC) - timedelta(days=4))
    people.new("Zoë")
    assert [line.planned for line in lines(everybody)] == ["2026-10-22", "2026-10-16", None]


@pytest.mark.parametrize("typed", ["zo", "ZOË ell", "lli", "dominoe", "999 000 0050", "999-000 0050", "thumbs"])
def test_somebody_is_found_by_names_and_words(people: People, everybody: Everybody, typed: str) -> None:
    zoe = people.new("Zoë")
    people.new("Margaret")
    talk = Communication(yes_signal="Thumbs up")
    people.save(
        zoe,
        replace(zoe.body, names="Zoë Ellis", about="Likes dominoes", nhs_number="9990000050", communication=talk),
    )
    assert [line.id for line in everybody.found(typed, today=TODAY, limit=50)] == [zoe.id]


def test_a_restricted_record_is_found_by_name_and_never_by_its_words(people: People, everybody: Everybody) -> None:
    id = restrict(people, "Žofie Ellis", about="Her brother keeps the keys")
    assert everybody.found("brother", today=TODAY, limit=50) == ()
    (line,) = everybody.found("zofie ell", today=TODAY, limit=50)
    assert line == Line(id, is_restricted=True, key=line.key)


@pytest.mark.parametrize("typed", ["", "  ", '"', "*", "\x00", "NEAR(", "🧿", "سلام"])
def test_whatever_is_typed_nothing_breaks(people: People, everybody: Everybody, typed: str) -> None:
    people.new("Margaret")
    assert everybody.found(typed, today=TODAY, limit=50) == ()
