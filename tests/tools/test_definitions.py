"""The tools that are shipped: whole, unchanged once released, in fair words, and of use to the records they make."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from importlib.resources import files
from typing import Any

import pytest

from msp_desktop.practice.codes import national, outcome, person, private_contact, visit
from msp_desktop.practice.codes.code_set import CodeSet
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record import private_contact as body
from msp_desktop.record.answers import filled
from msp_desktop.record.filled import Answers
from msp_desktop.record.ids import RecordId
from msp_desktop.record.making import to_make
from msp_desktop.sheets.composing import Marks, composed, on_sheet
from msp_desktop.tools import form
from msp_desktop.tools.browsing import HAPPENING
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.fields import AnyField, Computed, Multi, Option, People, Person, Pick, Rows
from msp_desktop.tools.library import released, shipped
from msp_desktop.tools.reaching import unreachable
from msp_desktop.tools.record_text import record_text

FOLDER = files("resources").joinpath("tools")
TOOLS = shipped()
SHEETS = [(tool, sheet) for tool in TOOLS for sheet in tool.sheets]
HIDDEN_WORD = "marigold"

EIGHT = {"T03", "T04", "T12", "T13", "T15", "T19", "T22", "T24"}
OTHERS_NAMES = (
    "outcomes star", "outcome star", "wheel of well", "three houses", "signs of safety", "three conversations",
    "clutter image", "dash ric", "widgit", "photosymbols", "talking mats®", "helen sanderson", "lga", "scie",
)  # fmt: skip
NEVER_SAID = (
    "client", "victim", "perpetrator", "abuser", "vulnerable", "service user", "non-compliant", "hard to engage",
    "failed to", "safe to leave", "ok to leave", "resolved", "low risk", "medium risk", "high risk", "traffic light",
    "risk score", "pretend", "manipulative", "epoch", "bundle",
)  # fmt: skip
TELLING = ("safeguarding", "abuse", "council", "social worker", "police", "harm")
CODES: Mapping[str, CodeSet] = {
    "desired_outcomes.outcomes.whose_idea": outcome.WHOSE_IDEA,
    "desired_outcomes.outcomes.speaker": outcome.SPEAKER,
    "desired_outcomes.outcomes.areas": outcome.OUTCOME_AREA,
    "desired_outcomes.outcomes.realistic": outcome.REALISTIC,
    "desired_outcomes.asked": national.SAC_ASKED,
    "refusal.offers.answer": outcome.REFUSAL_ANSWER,
    "freedom_check.signs.noticed": private_contact.SIGN_SEEN,
    "freedom_check.decides_freely": outcome.DECIDES_FREELY,
    "capacity.decides_freely": outcome.DECIDES_FREELY,
    "advocacy_referral.type": outcome.ADVOCATE_TYPE,
    "justice.source_type": national.SAC_SOURCE,
    "sharing.reason_override": outcome.SHARE_OVERRIDE,
    "decision_support.aids": person.AID,
    "rights_sheet.format": person.FORMAT,
    "private_contact.seen": visit.YES_OR_NO,
    "private_contact.why_not_seen": private_contact.WHY_NOT_SEEN,
    "private_contact.alone": visit.YES_OR_NO,
    "private_contact.why_not_alone": private_contact.WHY_NOT_ALONE,
    "private_contact.supporter_kind": private_contact.SUPPORTER,
    "private_contact.could_hear": visit.EARSHOT,
    "private_contact.listening_risk": visit.LISTENING_RISK,
    "private_contact.long_enough": visit.YES_OR_NO,
    "private_contact.why_not_long_enough": private_contact.WHY_NOT_LONG_ENOUGH,
    "private_contact.offered": private_contact.OFFER,
    "private_contact.company_wish": private_contact.COMPANY_WISH,
    "private_contact.asked_out.how": private_contact.ASKED_HOW,
    "private_contact.asked_out.reaction": private_contact.REACTION,
    "private_contact.barriers": private_contact.BARRIER,
    "private_contact.interpreter_used": private_contact.INTERPRETER,
    "private_contact.aids": person.AID,
    "private_contact.different_in_private": private_contact.DIFFERENT_IN_PRIVATE,
    "private_contact.signs.sign": private_contact.SIGN,
    "private_contact.signs.noticed": private_contact.SIGN_SEEN,
    "private_contact.next_different": private_contact.DIFFERENT_THIS_TIME,
    "private_contact.next_escalated_to": private_contact.ESCALATED_TO,
}


def by_key(key: str) -> Definition:
    return {tool.key: tool for tool in TOOLS}[key]


def every_field(tool: Definition) -> Iterator[tuple[str, AnyField]]:
    for field in tool.asked_fields:
        yield field.key, field
        if isinstance(field, Rows):
            yield from ((f"{field.key}.{column.key}", column) for column in field.columns)


def options(field: AnyField) -> tuple[Option, ...]:
    return field.options if isinstance(field, (Pick, Multi)) else ()


def example(field: AnyField) -> Any:  # noqa: ANN401 - a value of any type
    """A value for every type, the most telling one."""
    if isinstance(field, Rows):
        row = {column.key: example(column) for column in field.columns}
        return [{**({"row": field.each[0].code} if field.each else {}), **row}]
    words = HIDDEN_WORD if field.is_masked else f"Words for {field.key}"
    kind = type(field).__name__
    said = {"Quote": {"words": words, "said_by": "Margaret"}, "Person": {"name": words}, "People": [{"name": words}]}
    plain = {"YesNo": "yes", "Day": "2026-11-24", "Scale": getattr(field, "last", 0), "Computed": words}
    codes = [option.code for option in options(field)]
    chosen = {"Pick": codes[-1], "Multi": codes} if codes else {}
    return {**said, **plain, **chosen}.get(kind, words)


def examples(tool: Definition) -> dict[str, Any]:
    return {field.key: example(field) for field in tool.asked_fields}


def texts(tool: Definition) -> str:
    """Every word that a person or a worker may read in a tool."""
    spoken = re.sub(r"(?m)^\s*#.*$", "", tool.source)
    return re.sub(r"\s+", " ", spoken).lower()


def words_on(tool: Definition, sheet: Sheet, values: Mapping[str, Any] | None = None) -> str:
    return str(
        composed(tool, sheet, marks=Marks(leave=sheet.leave.filled if values else sheet.leave.blank), values=values)
    )


def test_the_eight_tools_are_there() -> None:
    assert {tool.number for tool in TOOLS} >= EIGHT


def test_every_file_is_released_and_no_released_file_has_changed() -> None:
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in FOLDER.iterdir() if path.name.endswith(".yaml")
    }  # fmt: skip
    assert found == dict(released()), "A released tool is never edited: make a new version of it."


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.key)
def test_a_file_is_named_after_its_tool_and_version(tool: Definition) -> None:
    assert f"{tool.key}.v{tool.version}.yaml" in released()


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.key)
def test_each_tool_says_when_to_use_it_and_where_it_comes_from(tool: Definition) -> None:
    assert tool.when
    assert tool.not_when
    assert tool.sources
    assert set(tool.happening) <= HAPPENING.keys()
    assert tool.record or tool.kept_as == "private_contact"


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.key)
def test_no_text_judges_anybody_or_borrows_a_name(tool: Definition) -> None:
    said = texts(tool)
    assert not [word for word in (*OTHERS_NAMES, *NEVER_SAID) if re.search(rf"\b{re.escape(word)}", said)]
    assert not re.search(r"\bT\d\d\b", tool.source.replace(f"number: {tool.number}", ""))


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.key)
def test_every_section_of_a_tool_opens_short(tool: Definition) -> None:
    open_now = form.visible(tool, {})
    for section in tool.sections:
        asked = [each for each in section.fields if each.key in open_now and not isinstance(each, Computed)]
        assert len([each for each in asked if not each.more]) <= 5, section.key


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.key)
def test_every_question_can_be_reached(tool: Definition) -> None:
    assert not list(unreachable(tool))


def test_every_option_that_stands_for_a_code_is_one() -> None:
    for path, codes in CODES.items():
        key, _, inside = path.partition(".")
        found = [option.code for option in options(dict(every_field(by_key(key)))[inside])]
        assert set(found) <= set(codes), path
        assert found == list(codes) or codes is national.SAC_ASKED, path


def test_the_private_contact_sheet_asks_what_the_record_keeps() -> None:
    tool, inner = by_key("private_contact"), {"asked_out": body.AskedOut, "signs": body.Sign}
    joined = {"supporter": body.Supporter, "pretext": body.Pretext, "interpreter": body.Interpreter}
    known = {field.name for field in fields(body.PrivateContact)}
    for name, part in {**joined, "next": body.NextAttempt}.items():
        known |= {f"{name}_{field.name}" for field in fields(part)}
    for name, row in {**inner, "who_else_sees_them": body.SeesThem}.items():
        known |= {f"{name}.{field.name}" for field in fields(row)}
    assert {path for path, _ in every_field(tool)} <= known


@pytest.mark.parametrize(
    ("key", "made"),
    [
        ("desired_outcomes", [("outcome", "outcomes"), ("outcome", "not_wanted")]),
        ("circles", [("connection", "people")]),
        ("refusal", [("action", "less_harm"), ("action", "next_try")]),
        ("safety_plan", []),
    ],
)
def test_finishing_makes_records_of_what_was_filled_in(key: str, made: list[tuple[str, str]]) -> None:
    tool = by_key(key)
    given = filled(
        Answers(person=RecordId("p1"), tool=key, version=1, state="draft"), tool, examples(tool), segment=None
    )
    assert [(each.kind.name, each.field) for each in to_make(RecordId("a1"), given, tool)] == made


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool.record], ids=lambda tool: tool.key)
def test_the_record_begins_with_the_persons_words_and_tells_no_hidden_ones(tool: Definition) -> None:
    values = {key: value for key, value in examples(tool).items() if key in form.visible(tool, examples(tool))}
    first, *rest = record_text(tool, values)
    assert "Words for" in first
    assert HIDDEN_WORD not in " ".join((first, *rest))


@pytest.mark.parametrize(("tool", "sheet"), SHEETS, ids=[tool.sheet_id(sheet) for tool, sheet in SHEETS])
def test_nothing_hidden_stands_on_any_sheet(tool: Definition, sheet: Sheet) -> None:
    assert HIDDEN_WORD not in words_on(tool, sheet, examples(tool))
    assert not {field.key for field in tool.asked_fields if field.is_masked} & on_sheet(tool, sheet)


@pytest.mark.parametrize(("tool", "sheet"), SHEETS, ids=[tool.sheet_id(sheet) for tool, sheet in SHEETS])
def test_paper_that_may_be_left_blank_does_not_tell_why_somebody_came(tool: Definition, sheet: Sheet) -> None:
    if sheet.leave.blank is Leave.A:
        printed = words_on(tool, sheet).lower()
        assert not [word for word in TELLING if word in printed]


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.key)
def test_what_a_sheet_tells_is_said_in_short_sentences(tool: Definition) -> None:
    told = [option.says for _, field in every_field(tool) for option in options(field)]
    told += [words for sheet in tool.sheets for panel in sheet.panels for words in panel.says]
    long = [each for words in told for each in re.split(r"(?<=[.?!]) ", words) if len(each.split()) > 15]
    assert not long


def test_the_filled_classes_are_those_of_practice() -> None:
    found = {tool.sheet_id(sheet): str(sheet.leave.filled) for tool, sheet in SHEETS}
    assert found["refusal.sheet"] == found["private_contact.record"] == found["private_contact.point_card"] == "C"
    assert found["private_contact.card"] == found["rights_sheet.card"] == "A"
    assert {found[each] for each in ("rights_sheet.sheet", "safety_plan.pocket", "desired_outcomes.sheet")} == {"B"}


@pytest.mark.parametrize("key", ["safety_plan", "refusal"])
def test_nobody_who_may_be_a_source_of_risk_is_offered_to_rely_on(key: str) -> None:
    asked = [field for _, field in every_field(by_key(key)) if isinstance(field, (Person, People))]
    assert {field.offers for field in asked} == {"trusted"}


def test_the_ruler_asks_what_keeps_it_up_before_one_step_up() -> None:
    tool = by_key("scaling")
    assert "one_up" not in form.visible(tool, {"score": 4})
    assert "one_up" in form.visible(tool, {"score": 4, "why_not_lower": {"words": "My sister rings"}})
    asked = [field.key for field in tool.asked_fields]
    assert asked.index("why_not_lower") < asked.index("one_up")
