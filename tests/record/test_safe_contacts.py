"""Writing a safe contact: opening it is a reveal, half-written words stay apart, tools and worker undo nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import Store
from msp_desktop.record.event import EVENT
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Shelf
from msp_desktop.record.safe_contact import MaskedAnswer, SafeContact
from msp_desktop.record.safe_contacts import Known, SafeContacts

PERSON = RecordId("p-1")
ANSWER = MaskedAnswer(answers=RecordId("a-1"), field="code_word", value="marigold")


@pytest.fixture
def safe(store: Store) -> SafeContacts:
    return SafeContacts(store)


def reveals(store: Store) -> int:
    return sum(each.body.what == "reveal" for each in Shelf(store, EVENT).list())


def from_a_tool(store: Store, safe: SafeContacts) -> None:
    with store.work() as work:
        safe.keep_masked(work, PERSON, (ANSWER,))
        work.commit()


def test_opening_one_to_write_is_a_reveal_only_where_there_are_words(store: Store, safe: SafeContacts) -> None:
    opened = safe.to_write(PERSON)
    assert reveals(store) == 0
    opened.shelf.save(opened.record, SafeContact(person=PERSON, number="07700 900123"))
    assert safe.known(PERSON) == Known(is_set=True, is_being_written=False)
    assert reveals(store) == 0
    assert safe.to_write(PERSON).record.body.number == "07700 900123"
    assert reveals(store) == 1


def test_half_written_words_are_known_of_without_a_look_and_come_back_with_one(
    store: Store, safe: SafeContacts
) -> None:
    opened = safe.to_write(PERSON)
    words = SafeContact(person=PERSON, safe_place="Elm Hall")
    opened.shelf.keep_draft(opened.record.id, words, base=opened.record.rev)
    assert safe.known(PERSON) == Known(is_set=False, is_being_written=True)
    assert reveals(store) == 0
    again = safe.to_write(PERSON)
    assert reveals(store) == 1
    assert again.draft is not None and again.draft.body == words
    with store.reading() as look:
        assert look.search("Elm") == []


def test_a_tool_and_the_worker_write_at_once_and_nothing_is_lost(store: Store, safe: SafeContacts) -> None:
    opened = safe.to_write(PERSON)
    words = SafeContact(person=PERSON, number="07700 900123")
    opened.shelf.keep_draft(opened.record.id, words, base=opened.record.rev)
    from_a_tool(store, safe)
    assert safe.known(PERSON) == Known(is_set=True, is_being_written=True)
    again = safe.to_write(PERSON)
    assert again.draft is not None and again.draft.body.number == "07700 900123"
    opened.shelf.save(opened.record, words)
    assert safe.known(PERSON) == Known(is_set=True, is_being_written=False)
    found = safe.reveal(PERSON)
    assert found == replace(words, from_tools=(ANSWER,))


def test_a_tools_answer_leaves_half_written_words_alone(store: Store, safe: SafeContacts) -> None:
    safe.set(SafeContact(person=PERSON, number="07700 900123"))
    opened = safe.to_write(PERSON)
    body = replace(opened.record.body, hours="Mornings")
    opened.shelf.keep_draft(opened.record.id, body, base=opened.record.rev)
    from_a_tool(store, safe)
    draft = safe.to_write(PERSON).draft
    assert draft is not None and draft.body.hours == "Mornings"
