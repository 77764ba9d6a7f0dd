"""Filling in a tool in a real vault: opened with the first answer, kept, gone on with, finished once, amended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from msp_desktop.errors import BadInput
from msp_desktop.record.event import EVENT
from msp_desktop.record.filled import Answer
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.record import Shelf
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.filling import Filling, begun, by_field, gone_on, left_out
from msp_desktop.workspace import Workspace
from tests.vaults import make, opened

ALONE = SegmentId("s1")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    make(tmp_path / "vault")
    with opened(tmp_path / "vault") as workspace:
        yield workspace


@pytest.fixture
def filling(workspace: Workspace, tool: Definition) -> Filling:
    return begun(workspace.answers, tool, person=person(workspace))


def person(workspace: Workspace) -> RecordId:
    return workspace.people.list()[0].id


def again(filling: Filling) -> Filling:
    assert filling.record is not None
    return gone_on(filling.answers, filling.record.id)


def test_looking_at_a_tool_leaves_nothing_behind(workspace: Workspace, filling: Filling) -> None:
    filling.keep({"topic": "  "}, segment=None)
    filling.save({}, segment=None)
    assert workspace.answers.count() == 0
    with pytest.raises(BadInput, match="Nothing is filled in"):
        filling.finish({}, segment=None)


def test_what_was_only_kept_is_there_again_in_the_version_that_asked(filling: Filling, answers: dict[str, Any]) -> None:
    filling.keep({**answers, "code_word": "marigold"}, segment=ALONE)
    found = again(filling)
    assert found.is_recovered
    assert found.values["code_word"] == "marigold"
    assert found.values["offers"] == answers["offers"]
    assert found.definition.source == filling.definition.source
    assert {each.segment for each in found.given if each.field != "code_word"} == {ALONE}


def test_a_draft_of_an_older_version_adds_what_is_missing_and_undoes_nothing(filling: Filling) -> None:
    filling.save({"topic": "The garden"}, segment=ALONE)
    older = again(filling)
    filling.save({"topic": "The shed"}, segment=ALONE)
    older.keep({"topic": "The pond", "mood": "good"}, segment=ALONE)
    found = again(filling)
    assert found.is_recovered
    assert found.values == {"topic": "The shed", "mood": "good"}
    found.save(found.values, segment=ALONE)
    assert again(filling).values == {"topic": "The shed", "mood": "good"}


def test_a_save_where_nothing_changed_makes_no_revision(filling: Filling, answers: dict[str, Any]) -> None:
    given = {**answers, "code_word": "marigold"}
    filling.save(given, segment=ALONE)
    assert filling.record is not None
    rev = filling.record.rev
    filling.keep({**given, "topic": "The shed"}, segment=ALONE)
    filling.save(given, segment=ALONE)
    assert filling.record.rev == rev
    assert not again(filling).is_recovered


def test_what_was_kept_in_one_segment_stays_with_it_when_it_is_saved_in_another(filling: Filling) -> None:
    filling.keep({"topic": "The garden"}, segment=ALONE)
    found = again(filling)
    found.save({"topic": "The garden", "mood": "good"}, segment=SegmentId("s2"))
    assert {each.field: each.segment for each in again(found).given} == {"topic": "s1", "mood": "s2"}
    assert not again(found).is_recovered


def test_an_answer_that_does_not_fit_is_kept_as_it_is_and_not_saved(filling: Filling) -> None:
    filling.keep({"score": 99}, segment=None)
    with pytest.raises(BadInput, match="from 0 to 10"):
        filling.save({"score": 99}, segment=None)
    assert again(filling).values == {"score": 99}


def test_a_hidden_value_is_read_only_by_revealing_it(workspace: Workspace, filling: Filling) -> None:
    filling.save({"topic": "The garden", "code_word": "marigold"}, segment=ALONE)
    found = again(filling)
    assert found.kept_apart == frozenset({"code_word"})
    assert "code_word" not in found.values
    assert found.reveal("code_word", safe_contacts=workspace.safe_contacts) == "marigold"
    found.save({"topic": "The shed"}, segment=ALONE)
    assert again(found).reveal("code_word", safe_contacts=workspace.safe_contacts) == "marigold"


def test_looking_at_what_was_said_alone_is_an_event(workspace: Workspace, filling: Filling) -> None:
    filling.save({"topic": "The garden"}, segment=ALONE)
    found = again(filling)
    assert found.reveal("topic", safe_contacts=workspace.safe_contacts) == "The garden"
    (event,) = Shelf(workspace.store, EVENT).list()
    assert found.record is not None
    assert (event.body.what, event.body.subject) == ("reveal", found.record.id)


def test_what_was_finished_is_changed_with_a_reason_and_seen_the_next_time(
    workspace: Workspace, filling: Filling, answers: dict[str, Any]
) -> None:
    filling.finish(answers, segment=ALONE)
    assert filling.is_finished
    filling.amend({**answers, "score": 5}, reason="I misheard", segment=None)
    next_time = begun(workspace.answers, filling.definition, person=person(workspace))
    assert by_field(next_time.last_time)["score"] == 5


def test_what_was_said_alone_is_left_out_in_company(filling: Filling) -> None:
    alone, later = (
        Segment(id=ALONE, start="", company="only_us"),
        Segment(id=SegmentId("s2"), start="", company="company"),
    )
    given = (
        Answer(field="topic", value="The garden", segment=ALONE),
        Answer(field="mood", value="bad", segment=later.id),
    )
    segments = {alone.id: alone, later.id: replace(later, present=(Presence(who="c1"),))}
    assert left_out(given, segments=segments, now=segments[later.id]) == {"topic"}
    assert left_out(given, segments=segments, now=None) == {"topic", "mood"}
    assert left_out(given, segments=segments, now=alone) == frozenset()
