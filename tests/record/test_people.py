"""People, the people around them, and safe contact, in a real store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import Store
from msp_desktop.errors import BadInput, Conflict
from msp_desktop.record.connection import PossibleRisk
from msp_desktop.record.connections import Connections
from msp_desktop.record.events import Events
from msp_desktop.record.people import People
from msp_desktop.record.safe_contact import SafeContact
from msp_desktop.record.safe_contacts import SafeContacts


@pytest.fixture
def people(store: Store) -> People:
    return People(store)


def test_a_new_person_needs_only_what_to_call_them(people: People) -> None:
    margaret = people.new("  Margaret ")
    assert people.get(margaret.id).body.call_me == "Margaret"
    with pytest.raises(BadInput, match="likes to be called"):
        people.new("   ")


def test_an_nhs_number_is_kept_as_ten_digits_that_fit(people: People) -> None:
    margaret = people.new("Margaret")
    saved = people.save(margaret, replace(margaret.body, nhs_number="999 000 0050"))
    assert saved.body.nhs_number == "9990000050"
    assert [each.id for each in people.list({"nhs_number": "9990000050"})] == [margaret.id]
    with pytest.raises(BadInput, match="last digit"):
        people.save(saved, replace(margaret.body, nhs_number="999 000 0051"))


def test_a_save_over_somebody_elses_change_is_refused_and_writes_nothing(people: People) -> None:
    first = people.new("Margaret")
    people.save(first, replace(first.body, pronouns="she"))
    with pytest.raises(Conflict):
        people.save(first, replace(first.body, pronouns="they"))
    assert people.get(first.id).body.pronouns == "she"


def test_every_save_stays_in_the_history(people: People) -> None:
    first = people.new("Margaret")
    people.save(first, replace(first.body, about="Likes dominoes"))
    assert [each.body.about if each.body else None for each in people.history(first.id)] == ["", "Likes dominoes"]


def test_a_deleted_person_leaves_lists_and_search_but_not_the_history(people: People, store: Store) -> None:
    person = people.new("Wilhelmina")
    with pytest.raises(BadInput, match="why"):
        people.delete(person, " ")
    people.delete(person, "Entered twice")
    with store.reading() as look:
        assert look.search("Wilhelmina") == []
    assert people.list() == ()
    assert len(people.history(person.id)) == 2


def test_opening_a_person_is_an_event(people: People, store: Store) -> None:
    person = people.new("Margaret")
    people.open(person.id)
    assert [each.body.what for each in Events(store).of(person.id)] == ["access"]


def test_a_restricted_person_opens_only_with_a_reason(people: People, store: Store) -> None:
    person = people.new("Margaret")
    people.save(person, replace(person.body, is_restricted=True))
    with pytest.raises(BadInput, match="restricted"):
        people.open(person.id)
    people.open(person.id, reason="Duty call")
    assert [each.body.reason for each in Events(store).of(person.id)] == ["Duty call"]


def test_what_cannot_be_kept_is_taken_out_and_counted(people: People) -> None:
    person = people.new("Margaret")
    saved = people.save(person, replace(person.body, about="tea\x00 and \ud83d cake"))
    assert (saved.body.about, saved.removed) == ("tea and  cake", 2)


def test_a_draft_survives_and_the_next_save_clears_it(people: People) -> None:
    person = people.new("Margaret")
    people.keep_draft(person.id, replace(person.body, about="half a line"), base=person.rev)
    recovered = people.recover(person.id)
    assert recovered is not None
    assert (recovered.body.about, recovered.base) == ("half a line", person.rev)
    assert len(people.history(person.id)) == 1
    people.save(person, recovered.body)
    assert people.recover(person.id) is None


def test_a_dropped_draft_is_gone(people: People) -> None:
    draft_id = people.new_id()
    people.keep_draft(draft_id, replace(people.new("Margaret").body, about="x"), base=None)
    assert [each.id for each in people.drafts()] == [draft_id]
    people.drop_draft(draft_id)
    assert people.drafts() == ()


def test_a_possible_source_of_risk_is_never_offered(store: Store, people: People) -> None:
    connections, person = Connections(store), people.new("Margaret")
    dan = connections.new(person.id, "Dan", role="son")
    joan = connections.new(person.id, "Joan", role="neighbour")
    risk = PossibleRisk(who_says="District nurse", since="2026-09-01")
    connections.mark_possible_risk(dan, risk)
    assert [each.id for each in connections.to_offer(person.id)] == [joan.id]
    connections.save(joan, replace(joan.body, must_not_interpret=True))
    assert connections.to_interpret(person.id) == ()


def test_revealing_safe_contact_is_an_event(store: Store, people: People) -> None:
    safe, person = SafeContacts(store), people.new("Margaret")
    safe.set(SafeContact(person=person.id, number="07700 900123", code_word_danger="marigold"))
    revealed = safe.reveal(person.id, reason="Ringing today")
    assert revealed is not None
    assert revealed.code_word_danger == "marigold"
    with store.reading() as look:
        (event,) = look.find("event")
    assert (event.body["what"], event.body["reason"]) == ("reveal", "Ringing today")


def test_safe_contact_is_in_no_search(store: Store, people: People) -> None:
    person = people.new("Margaret")
    SafeContacts(store).set(SafeContact(person=person.id, cover_story="the chiropodist", safe_place="Elm Hall"))
    with store.reading() as look:
        assert look.search("chiropodist") == []
        assert look.search("Elm") == []


def test_the_guard_learns_choices_without_any_words_and_without_an_event(store: Store, people: People) -> None:
    safe, person = SafeContacts(store), people.new("Margaret")
    assert not safe.for_guard(person.id).is_set
    safe.set(SafeContact(person=person.id, letter_ok="no", number="07700 900123"))
    safe.set(SafeContact(person=person.id, letter_ok="yes"))
    assert safe.for_guard(person.id).letter_ok == "yes"
    with store.reading() as look:
        assert look.count("event") == 0


def test_somebody_is_found_by_what_they_like_to_be_called(store: Store) -> None:
    people = People(store)
    zoe, _ = people.new("Zoë"), people.new("Zoë Ann")
    assert [each.id for each in people.called(" zoë ")] == [zoe.id]
    assert people.called("Idris") == ()
    assert people.called("…") == ()
