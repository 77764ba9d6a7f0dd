"""The guard, rule by rule: what is free, what is asked, what never stays, and what said alone does to paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from msp_desktop.errors import BadInput
from msp_desktop.practice.leave_behind import Leave, LeaveClasses, leave_class
from msp_desktop.record.ids import SegmentId
from msp_desktop.record.safe_contacts import GuardAnswers
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.sheets.guard import QUESTIONS, Going, Printing, Question, decide, heard_in_private

NOT_TOLD = GuardAnswers(is_set=False)
LETTERS_OK = GuardAnswers(is_set=True, letter_ok="yes", address_sensitive="no")
NO_LETTERS = GuardAnswers(is_set=True, letter_ok="no")
CHECKED = {Question.MAY_STAY: "yes", Question.WHO_OPENS_POST: "I do", Question.MUST_NOT_BE_FOUND: "no"}
B_STAYS = Printing(leave=Leave.B, going=Going.STAYS)


@dataclass(frozen=True)
class Heard:
    segment: SegmentId | None
    field: str = "wish"


def private(segment: Segment | None) -> bool:
    given = Heard(segment.id if segment else None)
    return bool(heard_in_private([given], {segment.id: segment} if segment else {}, key=lambda each: each.field))


def in_room(*present: Presence, company: str = "company") -> Segment:
    return Segment(id=SegmentId("s"), start="2026-10-14T09:05:00Z", company=company, present=present)


@pytest.mark.parametrize("going", Going)
def test_class_a_is_free_to_go_anywhere_a_letter_may_go(going: Going) -> None:
    decision = decide(Printing(leave=Leave.A, going=going), LETTERS_OK)
    assert decision.may_print and not decision.questions


def test_class_b_stays_only_after_the_check() -> None:
    assert decide(B_STAYS, LETTERS_OK).questions == (Question.MAY_STAY, Question.WHO_OPENS_POST)
    assert not decide(B_STAYS, LETTERS_OK).may_print
    assert decide(replace(B_STAYS, replies=CHECKED), LETTERS_OK).may_print


@pytest.mark.parametrize("reply", ["no", "not sure", "perhaps"])
def test_only_a_yes_lets_class_b_stay(reply: str) -> None:
    decision = decide(replace(B_STAYS, replies={**CHECKED, Question.MAY_STAY: reply}), LETTERS_OK)
    assert "Take it back with you" in decision.refusal


def test_blank_replies_are_no_replies() -> None:
    blank = dict.fromkeys(Question, "  ")
    assert decide(replace(B_STAYS, replies={Question.WHO_OPENS_POST: " "}), LETTERS_OK).questions
    assert not decide(replace(B_STAYS, replies=blank), LETTERS_OK).may_print


def test_words_that_must_not_be_found_never_stay() -> None:
    filled = replace(B_STAYS, has_free_words=True)
    assert Question.MUST_NOT_BE_FOUND in decide(filled, LETTERS_OK).questions
    told = {**CHECKED, Question.MUST_NOT_BE_FOUND: "yes"}
    assert "nobody else there should find" in decide(replace(filled, replies=told), LETTERS_OK).refusal
    assert decide(replace(filled, replies=CHECKED), LETTERS_OK).may_print


@pytest.mark.parametrize("going", [Going.STAYS, Going.POST])
def test_class_c_never_stays_whatever_is_replied(going: Going) -> None:
    decision = decide(Printing(leave=Leave.C, going=going, replies=CHECKED), LETTERS_OK)
    assert "never left in the home" in decision.refusal and not decision.may_print


def test_class_c_goes_with_the_worker_and_into_a_file_that_warns() -> None:
    assert decide(Printing(leave=Leave.C, going=Going.WITH_ME), NOT_TOLD).may_print
    file = decide(Printing(leave=Leave.C, going=Going.FILE), NOT_TOLD)
    assert file.may_print and "Anybody who finds it" in file.warnings[0]


@pytest.mark.parametrize("leave", [Leave.A, Leave.B])
@pytest.mark.parametrize("contact", [NO_LETTERS, GuardAnswers(is_set=True, never=("letter",))])
def test_nothing_is_posted_to_somebody_who_said_no_letters(leave: Leave, contact: GuardAnswers) -> None:
    assert "letters are not to be sent" in decide(Printing(leave=leave, going=Going.POST), contact).refusal


@pytest.mark.parametrize("contact", [NOT_TOLD, NO_LETTERS, replace(LETTERS_OK, address_sensitive="yes")])
def test_the_date_stays_off_paper_that_stays_unless_letters_are_known_to_be_all_right(contact: GuardAnswers) -> None:
    decision = decide(replace(B_STAYS, replies=CHECKED), contact)
    assert not decision.has_date and any("ates are left out" in told for told in decision.warnings)
    assert decide(replace(B_STAYS, replies=CHECKED), LETTERS_OK).has_date
    assert decide(Printing(leave=Leave.B, going=Going.WITH_ME), contact).has_date


def test_a_dangerous_title_is_asked_about_and_a_neutral_one_is_taken_only_on_a_yes() -> None:
    wish = Printing(leave=Leave.B, going=Going.WITH_ME, is_dangerous_title=True)
    assert decide(wish, NOT_TOLD).questions == (Question.NEUTRAL_TITLE,)
    for reply, neutral in (("yes", True), ("no", False)):
        decision = decide(replace(wish, replies={Question.NEUTRAL_TITLE: reply}), NOT_TOLD)
        assert decision.may_print and decision.has_neutral_title is neutral


def test_what_was_said_alone_is_left_out_value_by_value_unless_ticked() -> None:
    wish = Printing(leave=Leave.B, going=Going.WITH_ME, private=frozenset({"wish", "fear"}), ticked=frozenset({"wish"}))
    decision = decide(wish, NOT_TOLD)
    assert decision.left_out == {"fear"} and "left out" in decision.warnings[0]
    assert decide(replace(wish, leave=Leave.C), NOT_TOLD).left_out == frozenset()


def test_what_somebody_at_home_heard_from_start_to_end_is_not_private() -> None:
    assert not private(in_room(Presence(name="Daniel", role="son")))
    assert not private(in_room(Presence(name="Daniel")))


@pytest.mark.parametrize(
    "segment",
    [
        None,
        in_room(company="only_us"),
        in_room(company="unknown"),
        in_room(),
        in_room(Presence(name="Joy", role="interpreter")),
        in_room(Presence(name="Daniel", role="son", came_in_at="2026-10-14T09:20:00Z")),
    ],
    ids=["no segment", "only us", "unknown", "nobody named", "an interpreter alone", "came in late"],
)
def test_whatever_nobody_at_home_surely_heard_is_private(segment: Segment | None) -> None:
    assert private(segment)


def test_a_class_is_raised_and_never_lowered() -> None:
    classes = LeaveClasses(blank=Leave.A, filled=Leave.B)
    assert leave_class(classes, is_filled=True, raised_to=Leave.C) is Leave.C
    with pytest.raises(BadInput, match="but not less"):
        leave_class(classes, is_filled=True, raised_to=Leave.A)


def test_free_words_make_a_filled_sheet_class_b_at_least() -> None:
    classes = LeaveClasses(blank=Leave.A, filled=Leave.A)
    assert leave_class(classes, is_filled=True, has_free_words=True) is Leave.B
    assert leave_class(classes, is_filled=False, has_free_words=True) is Leave.A


@pytest.mark.parametrize("is_filled", [True, False])
def test_a_team_s_own_tool_is_class_c_until_it_is_signed(is_filled: bool) -> None:
    assert leave_class(LeaveClasses(Leave.A, Leave.A, is_ours=False), is_filled=is_filled) is Leave.C


def test_no_word_of_the_guard_calls_anything_safe() -> None:
    wishes = [Printing(leave=leave, going=going) for leave in Leave for going in Going]
    contacts = [NOT_TOLD, LETTERS_OK, NO_LETTERS]
    told = [each for wish in wishes for contact in contacts for each in (
        *decide(wish, contact).warnings, decide(wish, contact).refusal)]  # fmt: skip
    whole = " ".join((*told, *QUESTIONS.values())).lower()
    assert not [word for word in (" safe", "ok to leave", "seen", "resolved") if word in whole]
