"""Each kind is described once; schema, stored form, search and older shapes follow from that."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, replace
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # ships no types
import msgspec
import pytest

from db.store import Store
from db.tables import KINDS as TABLES
from msp_desktop.errors import BadInput, Damaged, NewerFormat
from msp_desktop.practice.codes import CODE_SETS
from msp_desktop.record import kinds
from msp_desktop.record.body import Body
from msp_desktop.record.filled import ANSWERS, Answer, Answers
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Words
from msp_desktop.record.person import PERSON, Address, Communication, Person, Warning
from msp_desktop.record.private_contact import NextAttempt, PrivateContact
from msp_desktop.record.record import Shelf
from msp_desktop.record.safe_contact import SAFE_CONTACT
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.shape import inner_bodies, parts
from msp_desktop.record.visit import VISIT, Danger, Visit

ALL = list(kinds.KINDS.values())


@dataclass(frozen=True, kw_only=True)
class Kettle(Body):
    """A made-up kind in its third shape."""

    litres: int
    colour: Words = ""


def _in_litres(body: dict[str, Any]) -> dict[str, Any]:
    return {"litres": body["pints"] // 2}


def _with_colour(body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "colour": "red"}


KETTLE = Kind("kettle", Kettle, schema=3, upcasters={1: _in_litres, 2: _with_colour})


MARGARET = Person(
    call_me="Margaret",
    birth_date="1940-02-29",
    addresses=(Address(lines="1 Elm Row", until="2020-01-01"), Address(lines="2 Elm Row")),
    communication=Communication(stop_signal="Raises her left hand", interpreter_needed="no", aids=("glasses",)),
    warnings=(Warning(type="risk_to_staff", what="A dog", review_on="2027-01-01"),),
    is_restricted=True,
)
SEGMENT = Segment(
    id=SegmentId("s1"), start="2026-10-14T09:05:00.000Z", company="company", present=(Presence(who="c1", role="son"),)
)
VISITED = Visit(
    person=RecordId("p"),
    state="draft",
    day="2026-10-14",
    zone="Europe/London",
    segments=(SEGMENT,),
    private_contact=PrivateContact(seen="yes", alone="no", confidence=0, next=NextAttempt(by="2026-10-24")),
    danger=Danger(answer="no"),
)
ANSWERED = Answers(
    person=RecordId("p"),
    tool="scaling",
    version=1,
    state="draft",
    values=(Answer(field="score", value=0), Answer(field="rows", value=[{"words": "fear", "sure": False}])),
)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
def test_every_kind_has_its_table_and_every_table_its_kind(kind: Kind[Any]) -> None:
    assert kind.name in TABLES
    assert set(TABLES) == set(kinds.KINDS)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
def test_every_column_is_a_path_in_the_body(kind: Kind[Any]) -> None:
    for column in TABLES[kind.name].c:
        if column.computed is not None:
            path = str(column.computed.sqltext).split("'")[1].removeprefix("$.").split(".")
            assert _is_path(kind.body, path), f"{kind.name} has no {path}"


def _is_path(body: type, path: list[str]) -> bool:
    part = next((each for each in parts(body) if each.name == path[0]), None)
    if part is None or len(path) == 1:
        return part is not None
    return part.body is not None and _is_path(part.body, path[1:])


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
def test_every_default_is_an_absence(kind: Kind[Any]) -> None:
    for body in inner_bodies(kind.body):
        for field in fields(body):
            assert field.default is MISSING or field.default in (None, "", (), False), f"{body}.{field.name}"


@pytest.mark.parametrize(
    ("kind", "body"), [(PERSON, MARGARET), (VISIT, VISITED), (ANSWERS, ANSWERED)], ids=["person", "visit", "answers"]
)
def test_a_body_reads_back_as_it_was_written_and_fits_its_schema(kind: Kind[Any], body: Body) -> None:
    stored = msgspec.json.decode(msgspec.json.encode(kind.encode(body)))
    assert kind.decode(stored, schema=kind.schema) == body
    jsonschema.Draft202012Validator(kind.json_schema).validate(stored)


def test_what_nobody_said_is_not_stored() -> None:
    assert PERSON.encode(Person(call_me="Margaret")) == {"call_me": "Margaret"}


def test_a_no_that_was_said_is_stored() -> None:
    assert KETTLE.encode(Kettle(litres=0)) == {"litres": 0}


def test_a_fraction_is_our_bug_and_never_stored() -> None:
    with pytest.raises(TypeError):
        KETTLE.encode(Kettle(litres=0.5))  # type: ignore[arg-type]  # what the check is for


def test_older_shapes_are_lifted_step_by_step_and_left_as_they_were() -> None:
    old = {"pints": 4}
    assert KETTLE.decode(old, schema=1) == Kettle(litres=2, colour="red")
    assert KETTLE.decode({"litres": 3}, schema=2) == Kettle(litres=3, colour="red")
    assert KETTLE.decode({"litres": 3}, schema=3) == Kettle(litres=3)
    assert old == {"pints": 4}


def test_a_newer_shape_is_refused_with_a_sentence() -> None:
    with pytest.raises(NewerFormat, match="newer version"):
        KETTLE.decode({"litres": 3}, schema=4)


@pytest.mark.parametrize("broken", [{"litres": "three"}, {}, {"litres": 3, "lid": "open"}])
def test_a_body_that_does_not_fit_is_told_as_damage(broken: dict[str, Any]) -> None:
    with pytest.raises(Damaged, match="does not read back"):
        KETTLE.decode(broken, schema=3)


def test_a_stranger_deep_inside_a_body_is_damage_too() -> None:
    body = {"call_me": "Margaret", "addresses": [{"lines": "1 Elm Row", "colour": "red"}]}
    with pytest.raises(Damaged):
        PERSON.decode(body, schema=1)


def test_search_learns_names_and_words_apart() -> None:
    found = kinds.searched_text("person", {"call_me": "Margaret", "about": "Likes dominoes"})
    assert (found.names, found.words) == ("Margaret", "Likes dominoes")


def test_search_finds_every_line_of_a_visit_and_no_codes() -> None:
    line = {"id": "x", "kind": "said", "words": "My card", "written_at": "2026-10-14T09:05:00Z"}
    found = kinds.searched_text("visit", {"state": "draft", "statements": [line]})
    assert found.words == "My card"


def test_search_learns_every_text_of_an_answer_however_deep() -> None:
    values = [{"field": "rows", "value": [{"words": "fear", "score": 3}, "dominoes"]}]
    assert kinds.searched_text("answers", {"values": values}).words == "fear\ndominoes"


def test_masked_kinds_give_search_nothing() -> None:
    body = {"person": "p", "code_word_danger": "marigold", "from_tools": [{"value": "marigold"}]}
    assert SAFE_CONTACT.masked
    assert kinds.searched_text("safe_contact", body).words == ""


def test_an_unknown_kind_is_told_with_a_sentence() -> None:
    with pytest.raises(BadInput, match="this kind"):
        kinds.kind_named("kettle")


def test_the_schema_of_a_closed_list_names_its_codes() -> None:
    state = kinds.json_schema("visit")["$defs"]["Visit"]["properties"]["state"]
    assert state["enum"] == list(CODE_SETS["visit_state"])


def test_a_visit_needs_a_person_a_state_a_day_and_a_zone() -> None:
    required = {field.name for field in fields(Visit) if field.default is MISSING}
    assert required == {"person", "state", "day", "zone"}


def test_a_draft_from_before_an_upgrade_is_lifted_like_any_record(store: Store) -> None:
    older = Shelf(store, PERSON)
    draft = older.new_id()
    older.keep_draft(draft, Person(call_me="Zoë"), base=None)
    newer = Shelf(store, replace(PERSON, schema=2, upcasters={1: lambda data: {**data, "pronouns": "she"}}))
    unsaved = newer.recover(draft)
    assert unsaved is not None and unsaved.body == Person(call_me="Zoë", pronouns="she")


def test_a_draft_may_hold_what_no_save_would_take(store: Store) -> None:
    people = Shelf(store, PERSON)
    draft = people.new_id()
    people.keep_draft(draft, Person(call_me="M" * 301), base=None)
    unsaved = people.recover(draft)
    assert unsaved is not None
    assert unsaved.body.call_me == "M" * 301
    with pytest.raises(BadInput):
        people.add(unsaved.body)


def test_a_draft_whose_shape_does_not_fit_is_told_as_damaged() -> None:
    with pytest.raises(Damaged):
        PERSON.decode_draft({"colour": "blue"}, schema=1)
