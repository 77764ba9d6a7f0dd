"""One entry that cannot be kept holds up nothing else, is not lost, and a draft on an older version undoes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import Store
from msp_desktop.errors import BadInput, Conflict
from msp_desktop.record.connection import Connection, LegalRole
from msp_desktop.record.connections import Connections
from msp_desktop.record.ids import RecordId
from msp_desktop.record.people import People
from msp_desktop.record.person import Address, Communication, Person, Warning
from msp_desktop.record.record import Record

WARNING = Warning(type="risk_to_staff", what="The dog is loose", review_on="2027-03-01")


@pytest.fixture
def people(store: Store) -> People:
    return People(store)


@pytest.fixture
def margaret(people: People) -> Record[Person]:
    first = people.new("Margaret")
    return people.save(first, replace(first.body, nhs_number="9990000050", birth_date="1941-05-03"))


def test_a_wrong_nhs_number_does_not_hold_up_a_warning(people: People, margaret: Record[Person]) -> None:
    body = replace(margaret.body, nhs_number="999 000 0051", warnings=(WARNING,))
    saved, held = people.save_what_fits(margaret, body)
    assert held == ("nhs_number",)
    assert (saved.body.nhs_number, saved.body.warnings) == ("9990000050", (WARNING,))
    draft = people.unsaved(saved)
    assert draft is not None and draft.body == body and draft.base == saved.rev


def test_of_a_row_only_the_part_that_cannot_be_kept_is_left_out(people: People, margaret: Record[Person]) -> None:
    rows = (replace(WARNING, review_on="next spring"), Warning(type="", what="What kind?"), WARNING)
    homes = (Address(lines="1 Elm Road", since="last year"),)
    talk = Communication(how="Slowly", reviewed_on="long ago")
    saved, held = people.save_what_fits(
        margaret, replace(margaret.body, warnings=rows, addresses=homes, communication=talk)
    )
    assert set(held) == {"warnings", "addresses", "communication"}
    assert saved.body.warnings == (replace(WARNING, review_on=None), WARNING)
    assert saved.body.addresses == (Address(lines="1 Elm Road"),)
    assert saved.body.communication == Communication(how="Slowly")


def test_what_all_fits_is_saved_and_leaves_no_draft(people: People, margaret: Record[Person]) -> None:
    people.keep_draft(margaret.id, replace(margaret.body, about="half"), base=margaret.rev)
    saved, held = people.save_what_fits(margaret, replace(margaret.body, about="Likes dominoes"))
    assert (saved.body.about, held) == ("Likes dominoes", ())
    assert people.drafts() == ()


def test_where_nothing_new_can_be_saved_there_is_no_revision_but_a_draft(
    people: People, margaret: Record[Person]
) -> None:
    assert people.save_what_fits(margaret, replace(margaret.body, call_me=" ")) == (margaret, ("call_me",))
    assert len(people.history(margaret.id)) == 2
    assert [each.body.call_me for each in people.drafts()] == [" "]


def test_a_change_from_elsewhere_is_never_written_over(people: People, margaret: Record[Person]) -> None:
    people.save(margaret, replace(margaret.body, pronouns="she"))
    for body in (replace(margaret.body, about="x"), replace(margaret.body, nhs_number="1")):
        with pytest.raises(Conflict):
            people.save_what_fits(margaret, body)


def test_a_record_that_was_only_begun_is_added_by_its_first_save(store: Store) -> None:
    connections = Connections(store)
    begun = connections.begun(Connection(person=RecordId("p"), name=""))
    with pytest.raises(BadInput, match="what you know of them"):
        connections.save_what_fits(begun, replace(begun.body, helps_with="Shopping"))
    connections.keep_draft(begun.id, replace(begun.body, helps_with="Shopping"), base=begun.rev)
    role = LegalRole(role="lpa_property", document_seen_on="in May")
    saved, held = connections.save_what_fits(begun, replace(begun.body, name="Daniel", legal_roles=(role,)))
    assert held == ("legal_roles",)
    assert connections.get(begun.id).body.legal_roles == (LegalRole(role="lpa_property"),)
    assert connections.unsaved(saved) is not None


def test_a_draft_on_an_older_version_brings_only_what_it_changed(people: People, margaret: Record[Person]) -> None:
    people.keep_draft(margaret.id, replace(margaret.body, about="Likes dominoes"), base=margaret.rev)
    draft = people.recover(margaret.id)
    now = people.save(margaret, replace(margaret.body, pronouns="she"))
    assert draft is not None
    people.keep_draft(now.id, draft.body, base=draft.base)
    found = people.unsaved(now)
    assert found is not None
    assert (found.body.about, found.body.pronouns, found.base) == ("Likes dominoes", "she", now.rev)


def test_a_draft_that_says_nothing_new_is_none(people: People, margaret: Record[Person]) -> None:
    people.keep_draft(margaret.id, margaret.body, base=margaret.rev)
    assert people.unsaved(margaret) is None
