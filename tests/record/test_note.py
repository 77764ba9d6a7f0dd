"""The note and the panel for a council system: order, honesty, and what never stands in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import Store
from msp_desktop.practice import private_contact
from msp_desktop.record.action import Action
from msp_desktop.record.connection import PossibleRisk
from msp_desktop.record.connections import Connections
from msp_desktop.record.council_panel import panel
from msp_desktop.record.events import Events
from msp_desktop.record.ids import RecordId, SegmentId, StatementId
from msp_desktop.record.note import Material, note
from msp_desktop.record.notes import Notes
from msp_desktop.record.outcome import Outcome
from msp_desktop.record.people import People
from msp_desktop.record.private_contact import AskedOut, NextAttempt, PrivateContact
from msp_desktop.record.restricted import Restricted, restricted_words
from msp_desktop.record.safe_contact import MaskedAnswer, SafeContact
from msp_desktop.record.safe_contacts import SafeContacts
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.statement import Statement
from msp_desktop.record.visit import NotMade, Visit
from msp_desktop.record.visits import Visits

PERSON = RecordId("p")
DAN = Presence(who="c1", name="Dan", role="son")
IN_COMPANY = Segment(
    id=SegmentId("s1"), start="2026-10-14T09:05:00Z", end="2026-10-14T09:22:00Z", company="company", present=(DAN,)
)
ALONE = Segment(
    id=SegmentId("s2"), start="2026-10-14T09:22:00Z", end="2026-10-14T09:41:00Z", company="only_us", place="kitchen"
)
CONTACT = private_contact.confirmed(
    PrivateContact(
        segment=ALONE.id, seen="yes", alone="yes", could_hear="probably_nobody", because="the dog was out with him",
        long_enough="yes", asked_out=(AskedOut(name="Dan", reaction="reluctant", words="Five minutes, then"),),
    ),
    ALONE,
)  # fmt: skip


def line(kind: str, words: str, *, segment: Segment = ALONE, **more: str) -> Statement:
    given = {"id": StatementId(words), "written_at": "2026-10-14T09:30:00Z", **more}
    return Statement(kind=kind, words=words, segment=segment.id, **given)  # type: ignore[arg-type]  # by name


VISIT = Visit(
    person=PERSON,
    state="draft",
    day="2026-10-14",
    zone="Europe/London",
    planned_at="2026-10-14T09:00:00Z",
    started_at="2026-10-14T09:05:00Z",
    ended_at="2026-10-14T09:58:00Z",
    segments=(IN_COMPANY, ALONE),
    statements=(
        line("said", "I'm fine, he does it all.", segment=IN_COMPANY, question="How are things?"),
        line("said", "I want my card back.", question="How are things?"),
        line("told", "She forgets, so I keep the card", segment=IN_COMPANY, speaker="Dan"),
    ),
    private_contact=CONTACT,
)


def text(visit: Visit = VISIT, **more: object) -> str:
    return note(Material(visit=visit, **more))  # type: ignore[arg-type]  # each test names the part it is about


def fields(visit: Visit) -> dict[str, str]:
    return {field.name: field.value for field in panel(visit)}


def test_the_first_line_is_the_time_alone_with_minutes_day_and_because() -> None:
    first = text().splitlines()[0]
    assert first.startswith("PRIVATE CONTACT: Time alone together")
    assert "19 minutes on 14 Oct 2026 (kitchen, 10:22-10:41)" in first
    assert "because the dog was out with him" in first


def test_the_second_line_says_whom_not_to_share_with() -> None:
    assert text(do_not_share_with=("Dan",)).splitlines()[1] == ("DO NOT SHARE WITH: Dan. Check before any disclosure.")
    assert "nobody named. Check before" in text().splitlines()[1]


def test_the_persons_words_come_before_what_anybody_else_said_or_thinks() -> None:
    lines = text().splitlines()
    assert lines.index("IN THE PERSON'S WORDS:") < lines.index("WHAT OTHERS TOLD ME:")
    assert '- "I want my card back."' in lines
    assert '- Dan: "She forgets, so I keep the card"' in lines


def test_the_same_question_in_two_rooms_stands_side_by_side() -> None:
    wanted = '- How are things? In company: "I\'m fine, he does it all." Alone: "I want my card back."'
    assert wanted in text().splitlines()


def test_an_unknown_room_is_neither_company_nor_alone_in_two_rooms() -> None:
    unsure = replace(VISIT, segments=(replace(IN_COMPANY, company="unknown", present=()), ALONE))
    assert "SAME QUESTION, TWO ROOMS:" not in text(unsure)


def test_the_moment_before_the_first_press_is_left_out_but_an_unknown_stretch_is_not() -> None:
    moment = Segment(id=SegmentId("s0"), start=ALONE.start, end=ALONE.start, company="unknown")
    stretch = replace(moment, end=ALONE.end)
    assert "Not said who was in the room" not in text(replace(VISIT, segments=(moment, ALONE)))
    assert "Not said who was in the room" in text(replace(VISIT, segments=(stretch, ALONE)))


def test_a_restricted_line_stays_out_of_the_note() -> None:
    hidden = replace(line("did", "Agreed to meet at the library"), is_restricted=True)
    assert "library" not in text(replace(VISIT, statements=(hidden,)))


def test_a_relative_is_told_by_what_they_did_and_said() -> None:
    assert 'Dan was asked to step out: left reluctantly, said "Five minutes, then"' in text()


def test_nothing_says_seen_alone() -> None:
    assert "seen alone" not in text().lower()


def test_a_visit_with_no_result_says_so_and_claims_nothing() -> None:
    assert text(replace(VISIT, private_contact=None)).startswith("PRIVATE CONTACT: not recorded.")


def test_no_entered_words_can_pass_for_a_heading() -> None:
    forged = replace(VISIT, statements=(line("said", "x\nPRIVATE CONTACT: Time alone together"),))
    assert [each for each in text(forged).splitlines() if each.startswith("PRIVATE CONTACT")] == [
        text(forged).splitlines()[0]
    ]


def test_outcomes_keep_their_words_idea_and_score() -> None:
    wanted = Outcome(person=PERSON, words="My card back", whose_idea="unprompted", score_at_start=3)
    never = Outcome(person=PERSON, words="Police now", must_not_happen=True)
    made = text(outcomes=(wanted, never))
    assert '- "My card back" (They said it unprompted; 3 out of 10)' in made
    assert made.index("WHAT MUST NOT HAPPEN:") < made.index("Police now")


def test_an_action_that_would_give_safe_contact_away_reads_see_restricted() -> None:
    told = Action(person=PERSON, what="Bank letter to day centre", state="open", who="AB", is_restricted=True)
    assert "- see restricted, AB" in text(actions=(told,))
    assert "day centre" not in text(actions=(told,))


@pytest.mark.parametrize("spelling", ["07700900123", "07700 900 123", "07700-900123"])
def test_a_safe_number_is_replaced_however_it_is_spaced(spelling: str) -> None:
    restricted = restricted_words(SafeContact(person=PERSON, number="07700 900123"))
    visit = replace(VISIT, purpose=f"Rang {spelling} first")
    assert "- Rang see restricted first" in text(visit, restricted=restricted)


def test_code_words_and_masked_answers_are_replaced_in_any_case() -> None:
    kept = MaskedAnswer(answers=RecordId("a"), field="safe_place", value="Elm Hall")
    safe = SafeContact(person=PERSON, code_word_danger="marigold", from_tools=(kept,))
    visit = replace(VISIT, not_found_out="If she says MARIGOLD, meet at elm hall")
    assert "- If she says see restricted, meet at see restricted" in text(visit, restricted=restricted_words(safe))


def test_how_the_person_is_reached_next_time_stays_with_the_safe_contact() -> None:
    coming = NextAttempt(by="2026-10-24", by_whom="AB", different=("day_service",))
    visit = replace(VISIT, private_contact=replace(CONTACT, next=coming))
    assert "- by 24 Oct 2026, AB, see restricted" in text(visit, restricted=Restricted(is_set=True))


def test_a_line_written_days_later_says_so() -> None:
    late = line("observed", "Walking frame out of reach", written_at="2026-10-16T09:00:00Z")
    assert "Walking frame out of reach (Written later)" in text(replace(VISIT, statements=(late,)))


def test_the_panel_holds_what_a_council_system_has_fields_for() -> None:
    assert fields(VISIT) == {
        "type": "Visit",
        "subtype": "Home visit",
        "title": "Home visit 14 Oct 2026: 19 minutes alone together",
        "seen_alone": "Y",
        "planned": "14 Oct 2026 10:00",
        "actual": "14 Oct 2026 10:05",
        "reason_not_made": "",
    }


def test_the_flag_never_stands_without_minutes_and_day_beside_it() -> None:
    (flag,) = (field for field in panel(VISIT) if field.name == "seen_alone")
    assert flag.beside == "19 minutes on 14 Oct 2026"
    still_going = replace(VISIT, ended_at=None, segments=(IN_COMPANY, replace(ALONE, end=None)))
    assert fields(still_going)["seen_alone"] == "N"


def test_a_visit_that_was_not_made_has_its_short_reason_and_subtype() -> None:
    visit = replace(VISIT, not_made=NotMade(reason="NOREPLY", at="2026-10-14T09:05:00Z"), private_contact=None)
    found = fields(visit)
    assert (found["subtype"], found["reason_not_made"], found["seen_alone"]) == (
        "No reply to home visit", "NOREPLY", "N",
    )  # fmt: skip


def test_copying_a_note_out_is_an_event_and_looking_at_it_is_not(store: Store) -> None:
    visits, notes = Visits(store), Notes(store)
    visit = visits.finish(visits.start_unplanned(People(store).new("Margaret").id))
    notes.of(visit.id)
    assert Events(store).around(visit.id) == ()
    notes.copy(visit.id, where_to="clipboard")
    assert [each.body.what for each in Events(store).around(visit.id)] == ["copy"]


def test_a_made_note_names_a_possible_source_of_risk_and_hides_safe_contact(store: Store) -> None:
    person = People(store).new("Margaret").id
    connections, visits = Connections(store), Visits(store)
    risk = PossibleRisk(who_says="District nurse")
    connections.mark_possible_risk(connections.new(person, "Dan", role="son"), risk)
    SafeContacts(store).set(SafeContact(person=person, code_word_danger="marigold"))
    visit = visits.write_statement(visits.start_unplanned(person), "did", "Agreed marigold as a word")
    made = Notes(store).of(visit.id).text
    assert made.splitlines()[1] == "DO NOT SHARE WITH: Dan, see restricted. Check before any disclosure."
    assert "marigold" not in made


def test_after_an_amendment_the_note_of_the_signed_version_is_still_there(store: Store) -> None:
    visits, notes = Visits(store), Notes(store)
    visit = visits.finish(visits.start_unplanned(People(store).new("Margaret").id))
    assert notes.before_amending(visit.id) is None
    signed = visits.sign(visits.save(visit, replace(visit.body, not_found_out="Who holds the keys")), lambda _: "sig")
    visits.amend(signed, replace(signed.body, not_found_out="Nothing"), "I remembered")
    before = notes.before_amending(visit.id)
    assert before is not None
    assert "Who holds the keys" in before.text
    assert "Who holds the keys" not in notes.of(visit.id).text
