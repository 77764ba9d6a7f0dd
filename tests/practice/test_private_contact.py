"""Whether the person was seen alone, rule by rule and over every combination of answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.errors import BadInput
from msp_desktop.practice import codes, private_contact
from msp_desktop.practice.codes.private_contact import TRUE_RESULTS
from msp_desktop.practice.private_contact_missing import still_wanted, unanswered
from msp_desktop.record.ids import SegmentId
from msp_desktop.record.private_contact import (
    AskedOut,
    Interpreter,
    NextAttempt,
    Pretext,
    PrivateContact,
    Supporter,
)
from msp_desktop.record.segment import Presence, Segment

ALONE = Segment(id=SegmentId("s1"), start="2026-10-14T09:22:00Z", end="2026-10-14T09:41:00Z", company="only_us")
PRIVATE = PrivateContact(segment=ALONE.id, seen="yes", alone="yes", could_hear="nobody", long_enough="yes")
ADVOCATE = Supporter(kind="advocate", who="a1", chosen_in_private="yes")
WITH_ADVOCATE = replace(PRIVATE, alone="no", why_not_alone="with_supporter", supporter=ADVOCATE)


def maybe(code_set: codes.CodeSet) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(list(code_set))


presences = st.builds(Presence, who=st.sampled_from(["", "a1", "c1"]), role=maybe(codes.person.ROLE))
segments = st.none() | st.builds(
    Segment,
    id=st.just(ALONE.id),
    start=st.just(ALONE.start),
    company=st.sampled_from(list(codes.visit.COMPANY)),
    place=maybe(codes.visit.PLACE),
    present=st.lists(presences, max_size=2).map(tuple),
    in_earshot=maybe(codes.visit.EARSHOT),
    listening_risk=st.lists(st.sampled_from(list(codes.visit.LISTENING_RISK)), max_size=2).map(tuple),
    enough_time=maybe(codes.visit.YES_OR_NO),
    interrupted=maybe(codes.visit.YES_OR_NO),
)
supporters = st.none() | st.builds(
    Supporter,
    kind=st.sampled_from(list(codes.private_contact.SUPPORTER)),
    who=st.sampled_from(["", "a1"]),
    chosen_in_private=maybe(codes.visit.YES_NO),
)
interpreters = st.none() | st.builds(
    Interpreter,
    used=st.sampled_from(list(codes.private_contact.INTERPRETER)),
    known_to_family_or_community=maybe(codes.visit.YES_NO),
)
contacts = st.builds(
    PrivateContact,
    seen=maybe(codes.visit.YES_OR_NO),
    why_not_seen=maybe(codes.private_contact.WHY_NOT_SEEN),
    alone=maybe(codes.visit.YES_OR_NO),
    why_not_alone=maybe(codes.private_contact.WHY_NOT_ALONE),
    supporter=supporters,
    could_hear=maybe(codes.visit.EARSHOT),
    listening_risk=st.lists(st.sampled_from(list(codes.visit.LISTENING_RISK)), max_size=1).map(tuple),
    because=st.sampled_from(["", " ", "the door was shut"]),
    long_enough=maybe(codes.visit.YES_OR_NO),
    why_not_long_enough=maybe(codes.private_contact.WHY_NOT_LONG_ENOUGH),
    interpreter=interpreters,
    result=maybe(codes.private_contact.RESULT),
    changed_because=st.sampled_from(["", "I was there"]),
)


@given(contact=contacts, segment=segments)
def test_the_rule_names_one_of_the_thirteen_results_or_says_what_is_missing(
    contact: PrivateContact, segment: Segment | None
) -> None:
    named = private_contact.named_result(contact, segment)
    missing = unanswered(contact, segment)
    assert bool(named) != bool(missing)
    assert named is None or named in codes.private_contact.RESULT


@given(contact=contacts, segment=segments)
def test_no_answers_with_anything_missing_or_anybody_else_in_the_room_count_as_alone(
    contact: PrivateContact, segment: Segment | None
) -> None:
    if not private_contact.seen_alone(contact, segment):
        return
    assert segment is not None
    assert (contact.seen, contact.long_enough, segment.enough_time in (None, "yes")) == ("yes", "yes", True)
    assert segment.interrupted != "yes"
    assert contact.could_hear in ("nobody", "probably_nobody")
    assert not private_contact.is_doubtful(contact, segment) or contact.because.strip()
    assert segment.company != "unknown"
    others = {each.role for each in segment.present if each.who != "a1"} - {"interpreter"}
    if "interpreter" in {each.role for each in segment.present}:
        assert contact.interpreter is not None and contact.interpreter.used.startswith("professional")
    if contact.result == "full":
        assert contact.alone == "yes"
        assert {each.role for each in segment.present} <= {"interpreter"}
    else:
        assert contact.supporter is not None
        assert contact.supporter.chosen_in_private == "yes"
        assert others <= {"advocate", "independent_supporter"}


@given(contact=contacts, segment=segments)
def test_settling_never_leaves_a_true_result_that_the_facts_do_not_carry(
    contact: PrivateContact, segment: Segment | None
) -> None:
    settled = private_contact.settled(contact, segment)
    assert (settled.result in TRUE_RESULTS) == private_contact.seen_alone(settled, segment)


@given(contact=contacts, segment=segments, true_result=st.sampled_from(sorted(TRUE_RESULTS)))
def test_no_reason_lifts_a_result_to_time_alone(
    contact: PrivateContact, segment: Segment | None, true_result: str
) -> None:
    with pytest.raises(BadInput):
        private_contact.changed(contact, segment, result=true_result, because="I am sure of it")


def test_an_untouched_check_names_nothing_and_asks_the_four_questions() -> None:
    assert private_contact.named_result(PrivateContact(), None) is None
    assert private_contact.questions(PrivateContact(), None) == ("seen", "alone", "could_hear", "long_enough")


def test_a_no_opens_what_happened_and_who_said_so() -> None:
    asked = private_contact.questions(PrivateContact(seen="no"), None)
    assert asked == ("seen", "why_not_seen", "happened", "who_said_so")


@pytest.mark.parametrize("told", [{"long_enough": "no"}, {"could_hear": "someone"}])
def test_too_little_time_or_somebody_who_heard_opens_it_too(told: dict[str, str]) -> None:
    assert {"happened", "who_said_so"} <= set(private_contact.questions(replace(PRIVATE, **told), ALONE))  # type: ignore[arg-type]


def test_alone_with_nobody_in_earshot_and_enough_time_is_full() -> None:
    assert private_contact.named_result(PRIVATE, ALONE) == "full"


def test_the_rules_result_counts_only_once_the_worker_has_confirmed_it() -> None:
    assert not private_contact.seen_alone(PRIVATE, ALONE)
    assert private_contact.seen_alone(private_contact.confirmed(PRIVATE, ALONE), ALONE)


@pytest.mark.parametrize("risk", [each for each in codes.visit.LISTENING_RISK if each != "none_noticed"])
def test_a_listening_risk_needs_its_because(risk: str) -> None:
    with_risk = replace(PRIVATE, listening_risk=(risk,))
    assert private_contact.named_result(with_risk, ALONE) == "part_earshot"
    assert "because" in private_contact.questions(with_risk, ALONE)
    assert private_contact.advice(with_risk, ALONE)
    assert private_contact.named_result(replace(with_risk, because="it was unplugged"), ALONE) == "full"


def test_a_listening_risk_noted_in_the_room_counts_like_one_in_the_check() -> None:
    room = replace(ALONE, listening_risk=("camera",))
    assert private_contact.named_result(PRIVATE, room) == "part_earshot"


@pytest.mark.parametrize("heard", ["possibly_someone", "someone"])
def test_somebody_noted_in_earshot_then_outweighs_a_nobody_now(heard: str) -> None:
    contact = replace(PRIVATE, because="I think not")
    assert private_contact.named_result(contact, replace(ALONE, in_earshot=heard)) == "part_earshot"


@pytest.mark.parametrize("heard", ["probably_nobody", "unknown"])
def test_a_doubt_noted_in_the_room_needs_its_because(heard: str) -> None:
    room = replace(ALONE, in_earshot=heard)
    assert private_contact.named_result(PRIVATE, room) == "part_earshot"
    assert private_contact.named_result(replace(PRIVATE, because="the door was shut"), room) == "full"


def test_an_interpreter_known_to_the_family_needs_the_because() -> None:
    known = Interpreter(used="professional_in_person", known_to_family_or_community="yes")
    assert private_contact.named_result(replace(PRIVATE, interpreter=known), ALONE) == "part_earshot"


def test_too_little_time_noted_in_the_room_outweighs_a_yes_now() -> None:
    assert private_contact.named_result(PRIVATE, replace(ALONE, enough_time="no")) == "part_short"


def test_company_without_a_name_is_company() -> None:
    assert private_contact.named_result(PRIVATE, replace(ALONE, company="company")) is None


def test_noticing_nothing_is_no_listening_risk() -> None:
    assert private_contact.named_result(replace(PRIVATE, listening_risk=("none_noticed",)), ALONE) == "full"


def test_probably_nobody_without_a_because_may_have_been_heard() -> None:
    probably = replace(PRIVATE, could_hear="probably_nobody")
    assert private_contact.named_result(probably, ALONE) == "part_earshot"
    assert private_contact.named_result(replace(probably, because="his car had left"), ALONE) == "full"


@pytest.mark.parametrize("heard", ["possibly_someone", "someone", "unknown"])
def test_no_because_makes_up_for_somebody_who_may_have_heard(heard: str) -> None:
    contact = replace(PRIVATE, could_hear=heard, because="I do not think it mattered")
    assert private_contact.named_result(contact, ALONE) == "part_earshot"


def test_an_advocate_chosen_in_private_keeps_the_time_private() -> None:
    with_them = replace(ALONE, company="company", present=(Presence(who="a1", role="advocate"),))
    assert private_contact.named_result(WITH_ADVOCATE, with_them) == "full_with_supporter"


def test_an_advocate_chosen_in_front_of_others_does_not_count() -> None:
    contact = replace(WITH_ADVOCATE, supporter=replace(ADVOCATE, chosen_in_private="no"))
    assert private_contact.named_result(contact, ALONE) == "seen_not_private"


def test_a_friend_or_relative_the_person_chose_does_not_count_and_says_why() -> None:
    contact = replace(WITH_ADVOCATE, supporter=Supporter(kind="friend_or_relative", chosen_in_private="yes"))
    assert private_contact.named_result(contact, ALONE) == "seen_not_private"
    assert "independent supporter" in private_contact.advice(contact, ALONE)[0]


def test_a_professional_interpreter_alone_does_not_change_the_result() -> None:
    room = replace(ALONE, company="company", present=(Presence(who="i1", role="interpreter"),))
    contact = replace(PRIVATE, interpreter=Interpreter(used="professional_in_person"))
    assert private_contact.named_result(contact, room) == "full"


@pytest.mark.parametrize("told", [None, Interpreter(used="none_needed"), Interpreter(used="needed_not_used")])
def test_an_interpreter_in_the_room_is_not_professional_until_somebody_says_so(told: Interpreter | None) -> None:
    room = replace(ALONE, company="company", present=(Presence(who="i1", role="interpreter"),))
    contact = replace(PRIVATE, interpreter=told)
    assert private_contact.named_result(contact, room) is None
    assert "Interpreter" in unanswered(contact, room)[0]


def test_family_interpreting_is_company() -> None:
    contact = replace(PRIVATE, interpreter=Interpreter(used="family_friend"))
    assert private_contact.named_result(contact, ALONE) == "seen_not_private"


def test_a_video_call_is_never_more_than_said_to_be_alone() -> None:
    assert private_contact.named_result(PRIVATE, replace(ALONE, place="video")) == "remote_private_unverified"


def test_saying_alone_while_somebody_is_recorded_in_the_room_has_to_be_put_right_first() -> None:
    room = replace(ALONE, company="company", present=(Presence(who="c1", role="son"),))
    assert private_contact.named_result(PRIVATE, room) is None
    assert "Correct who was there" in unanswered(PRIVATE, room)[0]


def test_not_having_said_who_was_in_the_room_is_not_having_been_alone() -> None:
    assert private_contact.named_result(PRIVATE, replace(ALONE, company="unknown")) is None


def test_a_confirmed_result_is_open_again_when_who_was_there_is_corrected() -> None:
    contact = private_contact.confirmed(PRIVATE, ALONE)
    corrected = replace(ALONE, company="company", present=(Presence(role="son"),))
    assert private_contact.settled(contact, corrected).result is None


def test_another_result_than_the_rules_stands_with_its_reason() -> None:
    contact = private_contact.changed(PRIVATE, ALONE, result="part_short", because="She was tiring")
    assert (contact.named_by_rule, contact.result) == ("full", "part_short")
    assert private_contact.settled(contact, ALONE) == contact


def test_an_interrupted_stretch_is_not_time_alone_and_says_why() -> None:
    interrupted = replace(ALONE, interrupted="yes")
    assert private_contact.named_result(PRIVATE, interrupted) == "part_short"
    assert "interrupted" in private_contact.advice(PRIVATE, interrupted)[0]


def test_whoever_finds_another_result_reaches_each_but_the_true_ones_through_a_few_at_a_time() -> None:
    few = codes.private_contact.RESULTS_OTHERWISE
    reached = [result for group in few.values() for result in group]
    assert sorted(reached) == sorted(set(codes.private_contact.RESULT) - TRUE_RESULTS)
    assert set(few) == set(codes.private_contact.OTHERWISE)


def test_another_result_without_a_reason_is_refused() -> None:
    with pytest.raises(BadInput, match="Say why"):
        private_contact.changed(PRIVATE, ALONE, result="part_short", because=" ")


def test_a_pretext_asks_its_three_reasons() -> None:
    contact = replace(PRIVATE, asked_out=(AskedOut(name="Dan", how="pretext"),))
    asked = still_wanted(private_contact.confirmed(contact, ALONE), ALONE)
    assert len(asked) == 3
    reasons = Pretext(why_openness_raises_risk="He reads it", agreed_by="Priya", person_told_on="2026-10-14")
    told = private_contact.confirmed(replace(contact, pretext=reasons), ALONE)
    assert still_wanted(told, ALONE) == ()


@pytest.mark.parametrize("result", [each for each in codes.private_contact.RESULT if each not in TRUE_RESULTS])
def test_every_result_but_the_two_true_ones_wants_a_next_attempt(result: str) -> None:
    contact = private_contact.changed(PRIVATE, ALONE, result=result, because="As it was")
    contact = replace(contact, happened="He had a fall")
    assert len(still_wanted(contact, ALONE)) == 3
    coming = NextAttempt(by="2026-10-24", by_whom="AB", different=("day_service",))
    assert still_wanted(replace(contact, next=coming), ALONE) == ()


def test_time_alone_wants_no_next_attempt() -> None:
    assert still_wanted(private_contact.confirmed(PRIVATE, ALONE), ALONE) == ()


@pytest.mark.parametrize(
    ("why", "result"),
    [("no_reply", "not_seen_no_reply"), ("refused_entry", "not_seen_refused_entry"), ("unsafe", "not_tried_unsafe"),
     ("remote_said_alone", "remote_private_unverified"), ("other", "not_tried_other")],
)  # fmt: skip
def test_not_having_seen_the_person_is_named_by_what_happened(why: str, result: str) -> None:
    assert private_contact.named_result(PrivateContact(seen="no", why_not_seen=why), None) == result


@pytest.mark.parametrize(("why", "result"), list(private_contact.WHEN_NOT_ALONE.items()))
def test_not_having_been_alone_is_named_by_what_happened(why: str, result: str) -> None:
    contact = PrivateContact(seen="yes", alone="no", why_not_alone=why)
    assert private_contact.named_result(contact, None) == result


def test_every_result_can_be_reached_by_answers() -> None:
    short = replace(PRIVATE, long_enough="no", why_not_long_enough="cut_short")
    asleep = replace(short, why_not_long_enough="no_conversation")
    reached = {private_contact.named_result(each, ALONE) for each in (PRIVATE, WITH_ADVOCATE, short, asleep)}
    reached |= {private_contact.named_result(replace(PRIVATE, could_hear="someone"), ALONE)}
    reached |= set(private_contact.WHEN_NOT_SEEN.values()) | set(private_contact.WHEN_NOT_ALONE.values())
    assert reached == set(codes.private_contact.RESULT)


def test_the_next_attempt_is_asked_for_only_once_there_is_a_result() -> None:
    by_when = "by when somebody will try again"
    assert not any(by_when in each for each in still_wanted(PRIVATE, ALONE))
    blocked = private_contact.changed(PRIVATE, ALONE, result="blocked_by_other", because="He would not leave.")
    assert any(by_when in each for each in still_wanted(blocked, ALONE))
