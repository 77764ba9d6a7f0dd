"""Able, free, who decides, who speaks up, who is told, what puts it right: in the order of the law."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from msp_desktop.practice.codes import outcome, private_contact
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets.composing import on_sheet
from msp_desktop.tools import form
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import Rows
from msp_desktop.tools.library import shipped

Values = dict[str, Any]

BY_KEY = {tool.key: tool for tool in shipped()}
CAPACITY, BEST_INTERESTS, ADVOCACY = BY_KEY["capacity"], BY_KEY["best_interests"], BY_KEY["advocacy_referral"]
FREEDOM, JUSTICE, SHARING = BY_KEY["freedom_check"], BY_KEY["justice"], BY_KEY["sharing"]

ABILITIES = ("understand", "retain", "use_weigh", "communicate")
SUPPORTED: Values = {
    "principles": ["assumed_able"], "decision": "To go home", "trigger": "She fell", "for_enquiry": "yes",
    "relevant_info": [{"fact": "Nights alone"}], "support_steps": [{"tried": "Pictures"}],
}  # fmt: skip
ABLE = {**SUPPORTED, **dict.fromkeys(ABILITIES, "yes")}
UNABLE = {**ABLE, "use_weigh": "no"}
SUITABLE: Values = {
    "name": {"name": "Ann"}, "willing": "yes", "not_paid": "yes", "not_implicated": "yes", "person_agrees": "yes",
    "able_to_facilitate": "yes",
}  # fmt: skip
POWER: Values = {
    "lpa_deputy_checked": "lpa_health_welfare", "document_seen": "yes", "in_force": "yes", "within_scope": "yes",
}  # fmt: skip


def asked(tool: Definition, values: Values) -> frozenset[str]:
    return form.visible(tool, values)


def open_sections(tool: Definition, values: Values) -> list[str]:
    return [section.key for section in form.shown_sections(tool, values)]


def missing(tool: Definition, values: Values) -> set[str]:
    return {each.field for each in form.missing(tool, values)}


def says(tool: Definition, key: str, values: Values) -> str:
    return form.following(tool, values)[key]


def test_capacity_opens_one_section_after_the_other() -> None:
    values: Values = {}
    opened = [open_sections(CAPACITY, values)]
    for key, value in SUPPORTED.items():
        values[key] = value
        opened.append(open_sections(CAPACITY, values))
    in_order = ["principles", "the_decision", "relevant", "support", "ability", "freedom"]
    assert opened == [in_order[:at] for at in (1, 2, 2, 3, 3, 4, 6)]


@pytest.mark.parametrize("answers", list(itertools.product(("yes", "not_tested", None), repeat=4)), ids=str)
def test_nobody_is_asked_what_it_is_due_to_before_a_no(answers: tuple[str | None, ...]) -> None:
    given = {**SUPPORTED, **dict(zip(ABILITIES, answers, strict=True))}
    late = {"impairment": "Dementia", "cause_fear": "no", "pressure_considered": "no_sign", "cause_language": "no"}
    for values in (given, {**given, **late, "because_of": "yes", "causal": "It shows"}):
        assert not {"impairment", "cause_fear", "pressure_considered", "causal"} & asked(CAPACITY, values)


@pytest.mark.parametrize("ability", ABILITIES)
def test_one_no_is_enough_to_ask_what_it_is_due_to(ability: str) -> None:
    assert "impairment" in asked(CAPACITY, {**SUPPORTED, ability: "no"})


def test_fear_pressure_and_language_are_asked_before_the_link() -> None:
    values: Values = {**UNABLE, "impairment": "Dementia"}
    assert "causal" not in asked(CAPACITY, values)
    for key, value in (("cause_fear", "no"), ("pressure_considered", "no_sign"), ("cause_language", "no")):
        assert "causal" not in asked(CAPACITY, values)
        assert key in missing(CAPACITY, values)
        values[key] = value
    assert "causal" in asked(CAPACITY, values)


@pytest.mark.parametrize("answers", list(itertools.product(("yes", "no", "not_tested", None), repeat=4)), ids=str)
def test_whether_they_are_free_is_asked_whatever_ability_says(answers: tuple[str | None, ...]) -> None:
    values = {**SUPPORTED, **dict(zip(ABILITIES, answers, strict=True))}
    assert {"decides_freely", "freedom_evidence"} <= missing(CAPACITY, values)


def test_able_and_not_free_needs_legal_advice() -> None:
    assert "legal_advice" in missing(CAPACITY, {**ABLE, "decides_freely": "not_free"})
    assert "legal_advice" not in missing(CAPACITY, {**ABLE, "decides_freely": "free"})
    assert "legal advice" in says(CAPACITY, "conclusion_check", {
        **ABLE, "decides_freely": "doubtful", "conclusion": "has_capacity"})  # fmt: skip


def test_nothing_is_concluded_before_the_steps_that_lead_to_it() -> None:
    free = {"decides_freely": "free"}
    assert "conclusion" not in asked(CAPACITY, ABLE)
    assert "conclusion" in asked(CAPACITY, {**ABLE, **free})
    assert "conclusion" not in asked(CAPACITY, {**UNABLE, **free})
    linked = {"impairment": "x", "cause_fear": "no", "pressure_considered": "no_sign", "cause_language": "no"}
    assert "conclusion" in asked(CAPACITY, {**UNABLE, **free, **linked, "because_of": "yes"})


def test_what_follows_from_the_four_is_told_and_nothing_is_counted() -> None:
    assert "taken to be able" in says(CAPACITY, "functional_result", ABLE)
    assert "Only now" in says(CAPACITY, "functional_result", UNABLE)
    assert "Not all of it is tested" in says(CAPACITY, "functional_result", {**ABLE, "retain": "not_tested"})
    assert says(CAPACITY, "functional_result", SUPPORTED) == ""


@pytest.mark.parametrize(
    "given",
    [ABLE, {**UNABLE, "because_of": "no"}, {**UNABLE, "because_of": "yes", "pressure_considered": "real_cause"}],
    ids=["able", "because of something else", "pressure"],
)
def test_a_lack_of_capacity_that_the_answers_do_not_show_is_questioned(given: Values) -> None:
    assert says(CAPACITY, "conclusion_check", {**given, "conclusion": "lacks_capacity"})


def test_a_lack_of_capacity_that_the_answers_show_is_not_questioned() -> None:
    shown = {**UNABLE, "because_of": "yes", "pressure_considered": "no_sign", "conclusion": "lacks_capacity"}
    assert says(CAPACITY, "conclusion_check", shown) == ""


def test_capacity_never_begins_with_a_diagnosis_nor_asks_for_insight() -> None:
    order = [field.key for field in CAPACITY.asked_fields]
    assert order.index("impairment") > max(map(order.index, (*ABILITIES, "support_steps", "relevant_info")))
    for tool in BY_KEY.values():
        assert "insight" not in tool.source.lower()
        assert "acid test" not in tool.source.lower()


def test_the_four_abilities_and_the_signs_are_those_of_practice() -> None:
    assert [key.replace("use_weigh", "use_or_weigh") for key in ABILITIES] == list(outcome.MCA_FUNCTIONAL)
    signs = FREEDOM.field("signs")
    assert isinstance(signs, Rows)
    assert [row.code for row in signs.each] == list(private_contact.SIGN)
    difficulties = [f"difficulty_{code}" for code in outcome.ADVOCACY_DIFFICULTY]
    assert [field.key for field in ADVOCACY.asked_fields if field.key in difficulties] == difficulties


@pytest.mark.parametrize("power", ["lpa_health_welfare", "deputy"])
def test_a_valid_attorney_or_deputy_within_scope_decides_and_the_council_does_not(power: str) -> None:
    told = says(BEST_INTERESTS, "who_may_decide", {**POWER, "lpa_deputy_checked": power})
    assert "attorney or deputy decides" in told and "The council does not" in told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"within_scope": "no"}, "outside that power"),
        ({"in_force": "no"}, "not in force"),
        ({"document_seen": "no"}, "nothing may rest on it"),
        ({"in_force": "not_sure"}, "nothing may rest on it"),
        ({"lpa_deputy_checked": "claimed"}, "nothing may rest on it"),
        ({"lpa_deputy_checked": "lpa_property"}, "not about care"),
        ({"lpa_deputy_checked": "none"}, "Nobody holds a power"),
        ({"lpa_deputy_checked": "not_checked"}, "Search the register"),
    ],
)
def test_any_other_power_does_not_decide(given: Values, told: str) -> None:
    said = says(BEST_INTERESTS, "who_may_decide", {**POWER, **given})
    assert told in said and "The council does not" not in said


def test_a_power_that_somebody_claims_is_asked_for_its_document_and_scope() -> None:
    assert {"holder", "document_seen", "in_force", "within_scope"} <= missing(
        BEST_INTERESTS, {"lpa_deputy_checked": "claimed"}
    )
    assert "document_seen_on" in missing(BEST_INTERESTS, POWER)
    assert not {"document_seen", "document_seen_on"} & asked(BEST_INTERESTS, {**POWER, "lpa_deputy_checked": "none"})


def test_a_restriction_is_written_down_with_what_the_person_shows_and_with_advice() -> None:
    wanted = {"restrictions", "dol_route", "dol_advice"}
    assert wanted <= missing(BEST_INTERESTS, {"dol": "possible"})
    assert not wanted & asked(BEST_INTERESTS, {"dol": "no"})


@pytest.mark.parametrize("difficulty", list(outcome.ADVOCACY_DIFFICULTY))
def test_an_advocate_is_due_when_taking_part_is_hard_and_nobody_suitable_is_there(difficulty: str) -> None:
    hard = {f"difficulty_{difficulty}": "yes"}
    assert "difficulty_noted_on" in missing(ADVOCACY, hard)
    assert "reason_none" in missing(ADVOCACY, hard)
    told = says(ADVOCACY, "two_conditions", {**hard, "reason_none": "nobody"})
    assert "The council must arrange" in told


@pytest.mark.parametrize("part", [key for key in SUITABLE if key != "name"])
def test_somebody_is_suitable_only_when_all_five_are_right_for_the_same_person(part: str) -> None:
    hard: Values = {"difficulty_understanding": "yes"}
    assert "reason_none" not in asked(ADVOCACY, {**hard, "appropriate_person": [SUITABLE]})
    other = {key: value for key, value in SUITABLE.items() if key != part}
    almost = {**hard, "appropriate_person": [{**SUITABLE, part: "no"}, other]}
    assert "reason_none" in missing(ADVOCACY, almost)
    assert "not there while that is so" in says(ADVOCACY, "two_conditions", {**hard, "appropriate_person": [SUITABLE]})


def test_the_exceptions_of_section_67_are_asked_for_planning_only() -> None:
    hard: Values = {"difficulty_understanding": "yes", "consent": "yes"}
    assert "s67_exceptions" not in asked(ADVOCACY, {**hard, "type": ["care_act_s68"]})
    assert "s67_exceptions" in asked(ADVOCACY, {**hard, "type": ["care_act_s67"]})


def test_not_free_needs_legal_advice_and_both_kinds_of_evidence() -> None:
    needed = missing(FREEDOM, {"decides_freely": "not_free", "capacity_link": "no_doubt"})
    assert {"evidence_for", "evidence_against", "alternative_explanations", "legal_advice"} <= needed
    assert "legal_advice" not in missing(FREEDOM, {"decides_freely": "probably_free"})
    told = says(FREEDOM, "what_follows", {"decides_freely": "not_free", "capacity_link": "assessed_able"})
    assert "legal advice" in told.lower()


def test_somebody_finds_out_what_came_of_it_until_it_was_heard() -> None:
    told = {"told_whom": "The police", "date": "2026-10-01"}
    assert "who_finds_out" in missing(JUSTICE, {"followed_up": [told]})
    assert "who_finds_out" not in asked(JUSTICE, {"followed_up": [{**told, "heard_on": "2026-10-09"}]})
    assert "who_finds_out" not in asked(JUSTICE, {})


def test_acting_against_a_wish_needs_its_reason_how_it_was_told_and_more_care() -> None:
    assert {"override_reason", "override_told", "override_safety"} <= missing(JUSTICE, {"override": "yes"})
    assert "children_services" in missing(JUSTICE, {"children_in_home": "yes"})


@pytest.mark.parametrize("consent", ["yes_refused", "not_asked"])
def test_sharing_without_agreement_needs_its_ground(consent: str) -> None:
    assert "reason_override" in missing(SHARING, {"asked_consent": consent, "decision": "share"})
    assert "reason_override" not in asked(SHARING, {"asked_consent": "yes_given", "decision": "share"})


def test_a_decision_not_to_share_is_kept_with_its_reason() -> None:
    assert "decision_why" in missing(SHARING, {"decision": "not_share"})


@pytest.mark.parametrize(
    ("key", "never"),
    [
        ("justice", {"proportionality", "crime_indicated", "others", "override_reason", "police_told", "followed_up"}),
        ("decision_support", {"who_must_not_be_there", "still_in_doubt", "what_helped"}),
        ("risk_enablement", {"capacity_for_this", "free_choice", "disagreements"}),
        ("advocacy_referral", {"issues", "appropriate_person", "safe_contact", "risk_to_advocate"}),
    ],
)
def test_what_is_for_the_worker_stands_on_no_sheet_that_may_be_left(key: str, never: set[str]) -> None:
    tool = BY_KEY[key]
    left = [sheet for sheet in tool.sheets if sheet.leave.filled is not Leave.C]
    assert left
    assert not [sheet.name for sheet in left if never & on_sheet(tool, sheet)]


@pytest.mark.parametrize("path", ["justice.ladder.fear", "risk_enablement.options.family_view"])
def test_a_fear_or_a_relatives_view_is_left_off_the_persons_paper(path: str) -> None:
    key, _, column = path.partition(".")
    left = [sheet for sheet in BY_KEY[key].sheets if sheet.leave.filled is not Leave.C]
    assert left and all(column in sheet.leaves_out for sheet in left)


@pytest.mark.parametrize("key", ["freedom_check", "capacity", "best_interests", "sharing"])
def test_these_never_leave_the_workers_hand(key: str) -> None:
    assert {sheet.leave.blank for sheet in BY_KEY[key].sheets} == {Leave.C}
