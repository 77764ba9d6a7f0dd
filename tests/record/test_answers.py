"""Answers to tools, in a real store: filled, kept apart where masked, finished once, amended."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from db.store import Store
from msp_desktop.errors import BadInput, Damaged
from msp_desktop.record.actions import Actions
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.connection import PossibleRisk
from msp_desktop.record.connections import Connections
from msp_desktop.record.filled import Answers
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.notes import Notes
from msp_desktop.record.outcomes import Outcomes
from msp_desktop.record.people import People
from msp_desktop.record.record import Record
from msp_desktop.record.safe_contacts import SafeContacts
from msp_desktop.record.visits import Visits

ALONE, LATER = SegmentId("s1"), SegmentId("s2")


@dataclass(frozen=True)
class Field:
    key: str
    makes: str | None = None
    is_masked: bool = False


@dataclass(frozen=True)
class Tool:
    """A small tool with one field of each sort that the record cares about."""

    key: str = "safety_plan"
    version: int = 1
    title: str = "My safety plan"
    source: str = "key: safety_plan\nversion: 1\n"
    asked_fields: tuple[Field, ...] = (
        Field("signs"), Field("wants", makes="outcome"), Field("steps", makes="action"),
        Field("code_word", is_masked=True),
    )  # fmt: skip


TOOL = Tool()
VALUES = {
    "signs": "He goes quiet",
    "wants": [{"words": "My card back", "whose_idea": "unprompted", "colour": "blue"}, {"words": " "}],
    "steps": ["Ring the bank"],
}


@pytest.fixture
def answers(store: Store) -> AnswersShelf:
    return AnswersShelf(store)


@pytest.fixture
def opened(answers: AnswersShelf, store: Store) -> Record[Answers]:
    return answers.open(TOOL, person=People(store).new("Margaret").id)


def test_a_value_carries_the_segment_it_was_given_in_until_it_changes(
    answers: AnswersShelf, opened: Record[Answers]
) -> None:
    first = answers.fill(opened, TOOL, VALUES, segment=ALONE)
    second = answers.fill(first, TOOL, {**VALUES, "steps": ["Ring the bank", "New lock"]}, segment=LATER)
    assert {each.field: each.segment for each in second.body.values} == {
        "signs": ALONE, "wants": ALONE, "steps": LATER,
    }  # fmt: skip


def test_finishing_makes_each_record_once_with_its_source(
    answers: AnswersShelf, opened: Record[Answers], store: Store
) -> None:
    filled = answers.fill(opened, TOOL, VALUES, segment=ALONE)
    finished = answers.finish(answers.finish(filled, TOOL), TOOL)
    (outcome,) = Outcomes(store).of(finished.body.person)
    (action,) = Actions(store).of(finished.body.person)
    assert (outcome.body.words, outcome.body.whose_idea) == ("My card back", "unprompted")
    assert (action.body.what, action.body.state) == ("Ring the bank", "open")
    assert outcome.body.source is not None
    assert (outcome.body.source.answers, outcome.body.source.field, outcome.body.source.row) == (opened.id, "wants", 0)
    assert finished.body.state == "finished"


def test_what_must_not_happen_is_an_outcome_that_is_not_wanted(
    answers: AnswersShelf, opened: Record[Answers], store: Store
) -> None:
    tool = Tool(asked_fields=(Field("not_wanted", makes="must_not_happen"),))
    values = {"not_wanted": [{"words": {"words": "Police now", "said_by": "Margaret"}}]}
    answers.finish(answers.fill(opened, tool, values, segment=ALONE), tool)
    (outcome,) = Outcomes(store).of(opened.body.person)
    assert (outcome.body.words, outcome.body.must_not_happen) == ("Police now", True)


def test_a_name_typed_in_a_row_makes_a_connection_and_one_that_was_picked_makes_none(
    answers: AnswersShelf, opened: Record[Answers], store: Store
) -> None:
    ann = Connections(store).new(opened.body.person, "Ann")
    tool = Tool(asked_fields=(Field("around", makes="connection"), Field("helpers", makes="connection")))
    picked, typed = {"id": ann.id, "name": "Ann"}, {"name": "Raj"}
    rows = [{"name": picked, "ring": "close"}, {"name": typed, "role": "friend", "ring": "paid"}]
    values = {"around": rows, "helpers": [picked, {"name": "Mina"}]}
    answers.finish(answers.fill(opened, tool, values, segment=ALONE), tool)
    found = [(each.body.name, each.body.role) for each in Connections(store).of(opened.body.person)]
    assert found == [("Ann", None), ("Raj", "friend"), ("Mina", None)]


def test_a_name_typed_of_a_possible_source_of_risk_makes_no_unmarked_second_one(
    answers: AnswersShelf, opened: Record[Answers], store: Store
) -> None:
    connections = Connections(store)
    dave = connections.new(opened.body.person, "Dave")
    connections.mark_possible_risk(dave, PossibleRisk(who_says="Margaret"))
    tool = Tool(asked_fields=(Field("around", makes="connection"),))
    answers.finish(answers.fill(opened, tool, {"around": [{"name": {"name": "dave"}}]}, segment=ALONE), tool)
    assert connections.to_offer(opened.body.person) == ()


def test_somebody_who_is_to_do_it_is_kept_by_name_and_by_who_they_are(
    answers: AnswersShelf, opened: Record[Answers], store: Store
) -> None:
    values = {"steps": [{"what": {"words": "Ring the bank"}, "who": {"id": "c1", "name": "Ann"}}]}
    answers.finish(answers.fill(opened, TOOL, values, segment=ALONE), TOOL)
    (action,) = Actions(store).of(opened.body.person)
    assert (action.body.what, action.body.who, action.body.who_id) == ("Ring the bank", "Ann", "c1")


def test_a_code_nobody_knows_makes_nothing_at_all(answers: AnswersShelf, opened: Record[Answers], store: Store) -> None:
    wrong = {"wants": [{"words": "My card back", "whose_idea": "rumour"}]}
    filled = answers.fill(opened, TOOL, wrong, segment=ALONE)
    with pytest.raises(BadInput, match="not known here"):
        answers.finish(filled, TOOL)
    assert Outcomes(store).count() == 0
    assert answers.get(opened.id).body.state == "draft"


def test_a_name_too_long_for_a_record_leaves_the_answers_saved_and_says_so(
    answers: AnswersShelf, opened: Record[Answers], store: Store
) -> None:
    tool = Tool(asked_fields=(Field("around", makes="connection"),))
    filled = answers.fill(opened, tool, {"around": [{"name": {"name": "M" * 301}}]}, segment=ALONE)
    with pytest.raises(BadInput, match="Your answers are saved"):
        answers.finish(filled, tool)
    assert Connections(store).of(opened.body.person) == ()
    assert answers.get(opened.id).body == filled.body


def test_a_masked_value_is_kept_with_the_safe_contact_and_nowhere_else(
    answers: AnswersShelf, opened: Record[Answers], store: Store
) -> None:
    filled = answers.fill(opened, TOOL, {"code_word": "marigold"}, segment=ALONE)
    assert (filled.body.values, filled.body.masked) == ((), ("code_word",))
    safe = SafeContacts(store).reveal(opened.body.person)
    assert safe is not None
    assert [each.value for each in safe.from_tools] == ["marigold"]
    with store.reading() as look:
        assert look.search("marigold") == []


def test_a_masked_value_in_a_draft_survives_and_is_not_searched(
    answers: AnswersShelf, opened: Record[Answers], store: Store
) -> None:
    answers.keep_filled(opened, TOOL, {"code_word": "marigold", "signs": "He goes quiet"}, segment=ALONE)
    recovered = answers.recover(opened.id)
    assert recovered is not None
    assert recovered.definition == "safety_plan.v1"
    assert [each.value for each in recovered.body.held] == ["marigold"]
    with store.reading() as look:
        assert look.search("marigold") == []
        assert [hit.is_draft for hit in look.search("quiet")] == [True]


def test_finished_answers_are_amended_with_a_reason(answers: AnswersShelf, opened: Record[Answers]) -> None:
    finished = answers.finish(answers.fill(opened, TOOL, VALUES, segment=ALONE), TOOL)
    changed = {**VALUES, "signs": "He slams doors"}
    with pytest.raises(BadInput, match="Amend"):
        answers.fill(finished, TOOL, changed, segment=LATER)
    amended = answers.amend(finished, TOOL, changed, reason="I misheard", segment=LATER)
    assert amended.body.amends is not None
    assert amended.body.amends.of == finished.rev
    assert amended.body.value("signs") == "He slams doors"


def test_the_definition_is_kept_once_and_word_for_word(
    answers: AnswersShelf, opened: Record[Answers], store: Store
) -> None:
    answers.open(TOOL, person=opened.body.person)
    kept = answers.definition("safety_plan", 1)
    assert kept is not None
    assert kept.text == TOOL.source
    with store.reading() as look:
        assert look.count("definition") == 1


def test_a_definition_changed_under_the_same_version_is_refused(answers: AnswersShelf, opened: Record[Answers]) -> None:
    with pytest.raises(Damaged, match="without a new version"):
        answers.open(Tool(source="key: safety_plan\nversion: 1\ntitle: other\n"), person=RecordId("p"))
    assert len(answers.of(opened.body.person)) == 1


def test_the_note_of_the_visit_names_what_was_filled_in_together_and_finished(
    answers: AnswersShelf, store: Store
) -> None:
    visits = Visits(store)
    visit = visits.start_unplanned(People(store).new("Margaret").id)
    opened = answers.open(TOOL, person=visit.body.person, visit=visit.id)
    assert "FILLED IN TOGETHER" not in Notes(store).of(visit.id).text
    answers.finish(answers.fill(opened, TOOL, VALUES, segment=ALONE), TOOL)
    assert "FILLED IN TOGETHER:\n- My safety plan\n" in Notes(store).of(visit.id).text
