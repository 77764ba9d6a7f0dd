"""Search over everything: what is found, under whom, what of it may be read now, and what never is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import Store
from msp_desktop.record.action import ACTION, Action
from msp_desktop.record.connections import Connections
from msp_desktop.record.filled import ANSWERS, Answer, Answers
from msp_desktop.record.found import KEPT_APART, OUT_OF_SIGHT, SAID_ALONE, Found, Results
from msp_desktop.record.ids import RecordId, SegmentId, StatementId
from msp_desktop.record.outcome import OUTCOME, Outcome
from msp_desktop.record.people import People
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.safe_contact import SafeContact
from msp_desktop.record.safe_contacts import SafeContacts
from msp_desktop.record.search import MOST, Search
from msp_desktop.record.segment import Presence
from msp_desktop.record.statement import Statement
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from tests.record.conftest import Hands

ALONE, TOGETHER = "He takes my marigold card", "We like the marigolds in the garden"


@pytest.fixture
def people(store: Store) -> People:
    return People(store)


@pytest.fixture
def margaret(people: People) -> RecordId:
    return people.new("Margaret").id


@pytest.fixture
def visit(store: Store, margaret: RecordId, hands: Hands) -> Record[Visit]:
    """One line said alone and one said while the son was there."""
    visits = Visits(store)
    visit = visits.only_us(visits.start_unplanned(margaret))
    hands.pass_minutes(5)
    visit = visits.they_came_in(visit, Presence(who="c-dan", name="Dan", role="son"))
    lines = tuple(
        Statement(id=StatementId(words[:4]), kind="said", words=words, written_at="2026-10-14T09:05:00.000Z",
                  segment=visit.body.segments[place].id)
        for place, words in ((-2, ALONE), (-1, TOGETHER))
    )  # fmt: skip
    return visits.save(visit, replace(visit.body, purpose="The marigold plan", statements=lines))


def everything(results: Results) -> list[Found]:
    return [each for group in results.groups for each in group.found]


def find(store: Store, text: str, *, only_me: bool = True) -> list[Found]:
    return everything(Search(store).find(text, only_me=only_me))


def marked(found: Found) -> list[str]:
    return [found.snippet.words[start:end] for start, end in found.snippet.marks]


def test_every_kind_of_record_is_found_under_its_person(store: Store, margaret: RecordId, visit: Record[Visit]) -> None:
    Shelf(store, OUTCOME).add(Outcome(person=margaret, words="To keep the marigolds", visit=visit.id))
    Shelf(store, ACTION).add(Action(person=margaret, what="Ring about marigolds", state="open"))
    answer = Answer(field="wish", value={"words": "Marigolds again"})
    Shelf(store, ANSWERS).add(Answers(person=margaret, tool="scaling", version=1, state="draft", values=(answer,)))
    Connections(store).new(margaret, "Marigold Bell", role="neighbour")
    results = Search(store).find("marigo", only_me=True)
    assert [group.name for group in results.groups] == ["Margaret"]
    assert {each.kind for each in everything(results)} == {"visit", "outcome", "action", "answers", "connection"}
    assert {each.visit for each in everything(results)} == {visit.id, None}


def test_people_come_first_and_are_found_by_any_part_of_their_name(people: People, store: Store) -> None:
    people.new("Rita")
    ivy = people.new("Ivy Margarets")
    assert [each.id for each in find(store, "garet")] == [ivy.id]
    assert marked(find(store, "garet")[0]) == ["garet"]


def test_the_words_around_what_was_found_are_marked(store: Store, visit: Record[Visit]) -> None:
    (found,) = find(store, "takes CARD")
    assert (found.what, found.snippet.words, marked(found)) == ("Line of a visit", ALONE, ["takes", "card"])
    assert found.day == "14 Oct 2026"


def test_what_was_said_alone_is_left_out_until_only_the_worker_sees_it(store: Store, visit: Record[Visit]) -> None:
    (found,) = find(store, "takes card", only_me=False)
    assert (found.snippet.words, found.snippet.marks, found.is_covered) == (SAID_ALONE, (), True)


def test_what_others_heard_is_left_out_too_while_nobody_knows_who_reads_along(
    store: Store, visit: Record[Visit]
) -> None:
    (found,) = find(store, "like marigolds", only_me=False)
    assert found.snippet.words == OUT_OF_SIGHT


def test_a_name_and_the_purpose_of_a_visit_may_be_read_by_whoever_is_there(
    store: Store, margaret: RecordId, visit: Record[Visit]
) -> None:
    assert find(store, "margaret", only_me=False)[0].snippet.words == "Margaret"
    assert find(store, "marigold plan", only_me=False)[0].snippet.words == "The marigold plan"


@pytest.mark.parametrize("kind", ["outcome", "answers"])
def test_wishes_and_answers_given_alone_are_left_out(
    store: Store, margaret: RecordId, visit: Record[Visit], kind: str
) -> None:
    alone: SegmentId = visit.body.segments[-2].id
    if kind == "outcome":
        Shelf(store, OUTCOME).add(Outcome(person=margaret, words="A lock", visit=visit.id, segment=alone))
    else:
        given = (Answer(field="wish", value="A lock", segment=alone),)
        body = Answers(person=margaret, tool="scaling", version=1, state="draft", visit=visit.id, values=given)
        Shelf(store, ANSWERS).add(body)
    assert [each.snippet.words for each in find(store, "lock", only_me=False)] == [SAID_ALONE]
    assert [each.snippet.words for each in find(store, "lock")] == ["A lock"]


def test_of_a_restricted_person_nothing_is_told_but_that_something_matches(
    store: Store, people: People, margaret: RecordId, visit: Record[Visit]
) -> None:
    person = people.get(margaret)
    people.save(person, replace(person.body, is_restricted=True, restricted_because="a colleague"))
    (group,) = Search(store).find("marigold", only_me=True).groups
    assert (group.is_restricted, group.name, group.found) == (True, "", ())


def test_words_of_the_safe_contact_are_in_no_snippet(store: Store, margaret: RecordId, visit: Record[Visit]) -> None:
    SafeContacts(store).set(SafeContact(person=margaret, code_word_danger="marigold card"))
    (found,) = find(store, "takes marigold card")
    assert "marigold" not in found.snippet.words and "He takes my see restricted" in found.snippet.words
    assert find(store, "chiropodist") == []


def test_a_restricted_line_is_not_quoted(store: Store, margaret: RecordId) -> None:
    Shelf(store, ACTION).add(Action(person=margaret, what="Ring the library", state="open", is_restricted=True))
    assert [each.snippet.words for each in find(store, "library")] == [KEPT_APART]


def test_a_draft_says_that_it_is_one_and_a_saved_record_comes_once(store: Store, visit: Record[Visit]) -> None:
    visits = Visits(store)
    visits.keep_draft(visit.id, replace(visit.body, read_back="The kettle and the marigolds"), base=visit.rev)
    assert [each.is_draft for each in find(store, "kettle")] == [True]
    assert [each.is_draft for each in find(store, "marigolds")] == [False]


def test_nothing_is_searched_for_under_two_letters(store: Store, visit: Record[Visit]) -> None:
    assert find(store, "m") == [] and find(store, " ") == []


def test_only_so_many_are_shown_and_it_is_said_that_there_are_more(store: Store, people: People) -> None:
    margaret, visits = people.new("Margaret").id, Visits(store)
    for _ in range(MOST + 1):
        visit = visits.start_unplanned(margaret)
        visits.save(visit, replace(visit.body, purpose="kettle"))
    results = Search(store).find("kettle", only_me=True)
    assert len(everything(results)) == MOST and results.has_more


@pytest.mark.parametrize("text", ['"', "((", "a*", "NEAR(x", "\x00\x00", "é́́", "x" * 5000, "co:lumn", "--"])
def test_anything_may_be_typed(store: Store, visit: Record[Visit], text: str) -> None:
    assert isinstance(Search(store).find(text, only_me=True), Results)


def test_a_long_text_is_shown_as_a_few_words_around_what_was_found(store: Store, margaret: RecordId) -> None:
    long = "before " * 3000 + "the kettle\n" + "after " * 3000
    Shelf(store, ACTION).add(Action(person=margaret, what=long, state="open"))
    (found,) = find(store, "kettle")
    assert len(found.snippet.words) < 250 and marked(found) == ["kettle"]
    assert found.snippet.words.startswith("… ") and found.snippet.words.endswith(" …")
