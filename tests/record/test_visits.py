"""A visit from plan to signature, in a real store with a clock that a test moves."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from db.store import Store
from msp_desktop.errors import BadInput
from msp_desktop.record.finishing import gaps, missing
from msp_desktop.record.ids import RecordId
from msp_desktop.record.people import People
from msp_desktop.record.planning import planned_for, planned_time
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.record import Record
from msp_desktop.record.segment import Presence
from msp_desktop.record.signing import signed_bytes
from msp_desktop.record.visit import Danger, PaperCount, Rang, Visit
from msp_desktop.record.visits import Visits
from tests.record.conftest import Hands

SON = Presence(who="c-dan", name="Dan", role="son")


@pytest.fixture
def visits(store: Store) -> Visits:
    return Visits(store)


@pytest.fixture
def person(store: Store) -> RecordId:
    return People(store).new("Margaret").id


def sign_by_digest(data: bytes) -> str:
    return f"signature of {hashlib.sha256(data).hexdigest()}"


def an_hour_with_time_alone(visits: Visits, person: RecordId, hands: Hands) -> Record[Visit]:
    visit = visits.they_came_in(visits.start_unplanned(person), SON)
    hands.pass_minutes(17)
    visit = visits.only_us(visit)
    hands.pass_minutes(19)
    visit = visits.they_came_in(visit, SON)
    alone = visit.body.segments[2].id
    answers = PrivateContact(segment=alone, seen="yes", alone="yes", could_hear="nobody", long_enough="yes")
    return visits.set_private_contact(visit, answers)


def test_a_planned_visit_stands_on_its_local_day(visits: Visits, person: RecordId) -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert visits.plan(person, at=late).body.day == "2026-07-02"


def test_starting_says_nothing_about_who_is_in_the_room(visits: Visits, person: RecordId, hands: Hands) -> None:
    visit = visits.start(visits.plan(person, at=hands.now))
    assert [segment.company for segment in visit.body.segments] == ["unknown"]
    assert (visit.body.state, visit.body.started_at) == ("draft", "2026-10-14T09:05:00.000Z")
    with pytest.raises(BadInput, match="already begun"):
        visits.start(visit)


def test_one_press_closes_a_segment_and_opens_the_next_by_clock(visits: Visits, person: RecordId, hands: Hands) -> None:
    visit = an_hour_with_time_alone(visits, person, hands)
    spans = [(each.start[11:16], (each.end or "")[11:16], each.company) for each in visit.body.segments]
    assert spans == [
        ("09:05", "09:05", "unknown"), ("09:05", "09:22", "company"), ("09:22", "09:41", "only_us"),
        ("09:41", "", "company"),
    ]  # fmt: skip


def test_somebody_may_come_in_without_anybody_knowing_who(visits: Visits, person: RecordId) -> None:
    visit = visits.they_came_in(visits.they_came_in(visits.start_unplanned(person), SON))
    assert visit.body.segments[-1].present == (SON, Presence())


def test_a_clock_set_back_never_ends_a_segment_before_it_began(visits: Visits, person: RecordId, hands: Hands) -> None:
    visit = visits.start_unplanned(person)
    hands.pass_minutes(-60)
    first = visits.only_us(visit).body.segments[0]
    assert first.end == first.start


def test_a_line_carries_the_segment_it_was_heard_in(visits: Visits, person: RecordId) -> None:
    visit = visits.only_us(visits.start_unplanned(person))
    visit = visits.write_statement(visit, "said", "I want my card back.")
    (line,) = visit.body.statements
    assert line.segment == visit.body.segments[-1].id


def test_editing_a_line_keeps_when_it_was_first_written(visits: Visits, person: RecordId, hands: Hands) -> None:
    visit = visits.write_statement(visits.start_unplanned(person), "said", "I want my car back.")
    (line,) = visit.body.statements
    hands.pass_minutes(30)
    edited = visits.edit_statement(visit, replace(line, words="I want my card back.", written_at=""))
    assert edited.body.statements[0] == replace(line, words="I want my card back.")


def test_an_unknown_kind_of_line_is_refused_with_a_sentence(visits: Visits, person: RecordId) -> None:
    with pytest.raises(BadInput, match="not known here"):
        visits.write_statement(visits.start_unplanned(person), "rumour", "x")


def test_time_alone_is_named_by_the_rule_and_confirmed_by_the_worker(
    visits: Visits, person: RecordId, hands: Hands
) -> None:
    visit = an_hour_with_time_alone(visits, person, hands)
    contact = visit.body.private_contact
    assert contact is not None
    assert (contact.named_by_rule, contact.result) == ("full", None)
    confirmed = visits.confirm_private_contact(visit).body.private_contact
    assert confirmed is not None
    assert confirmed.result == "full"


def test_correcting_who_was_there_opens_the_result_again(visits: Visits, person: RecordId, hands: Hands) -> None:
    visit = visits.confirm_private_contact(an_hour_with_time_alone(visits, person, hands))
    alone = visit.body.segments[2]
    visit = visits.correct_segment(visit, replace(alone, company="company", present=(SON,)))
    assert visit.body.private_contact is not None
    assert visit.body.private_contact.result is None


def test_no_save_can_smuggle_in_time_alone(visits: Visits, person: RecordId) -> None:
    visit = visits.start_unplanned(person)
    claimed = PrivateContact(result="full", changed_because="I know it")
    kept = visits.set_private_contact(visit, claimed).body.private_contact
    assert kept is not None
    assert kept.result is None


def test_another_result_is_kept_beside_the_rules_with_its_reason(
    visits: Visits, person: RecordId, hands: Hands
) -> None:
    visit = an_hour_with_time_alone(visits, person, hands)
    visit = visits.change_private_contact(visit, result="part_short", because="She was tiring")
    contact = visits.get(visit.id).body.private_contact
    assert contact is not None
    assert (contact.named_by_rule, contact.result, contact.changed_because) == ("full", "part_short", "She was tiring")


def test_finishing_never_blocks_and_says_what_is_missing(visits: Visits, person: RecordId) -> None:
    visit = visits.finish(visits.start_unplanned(person))
    assert visit.body.ended_at is not None
    assert missing(visit.body)[0] == "Answer: is anyone in danger before tomorrow?"
    assert "Say whether you saw the person alone." in missing(visit.body)
    assert [gap.place for gap in gaps(visit.body)] == ["danger", "alone", "company", "note"]


def test_danger_before_tomorrow_wants_a_call_and_what_they_said(visits: Visits, person: RecordId) -> None:
    visit = visits.finish(visits.start_unplanned(person)).body
    assert "Ring now" in missing(replace(visit, danger=Danger(answer="yes")))[0]
    rang = Danger(answer="yes", rang=(Rang(who="Out-of-hours team", at="2026-10-14T10:10:00Z", said="Coming"),))
    assert not any("Ring now" in each for each in missing(replace(visit, danger=rang)))


def test_paper_is_counted_back_until_it_adds_up(visits: Visits, person: RecordId) -> None:
    visit = visits.start_unplanned(person).body

    def about_paper(*, left: int | None, back: int | None) -> int:
        paper = (PaperCount(sheet="scaling.ruler", taken=2, left=left, back=back),)
        return len(missing(replace(visit, paper=paper))) - len(missing(visit))

    assert about_paper(left=None, back=None) == 1
    assert about_paper(left=1, back=0) == 1
    assert about_paper(left=1, back=1) == 0


def test_no_reply_is_recorded_whole_in_one_step(visits: Visits, person: RecordId, hands: Hands) -> None:
    visit = visits.not_made(visits.plan(person, at=hands.now), "NOREPLY", what_happened="Knocked three times")
    assert visit.body.private_contact is not None
    assert visit.body.private_contact.result == "not_seen_no_reply"
    assert visits.list({"private_contact": "not_seen_no_reply"}) == (visit,)
    assert visits.sign(visit, sign_by_digest).body.state == "complete"


def test_a_signature_covers_the_body_as_it_is_stored(visits: Visits, person: RecordId) -> None:
    signed = visits.sign(visits.finish(visits.start_unplanned(person)), sign_by_digest)
    stored = visits.get(signed.id).body
    assert (stored.state, stored.signed_by) == ("complete", "Ade Bello")
    assert stored.signature == sign_by_digest(signed_bytes(stored))


def test_a_visit_that_has_not_ended_is_not_signed(visits: Visits, person: RecordId) -> None:
    with pytest.raises(BadInput, match="not ended"):
        visits.sign(visits.start_unplanned(person), sign_by_digest)


def test_a_signed_visit_is_amended_with_a_reason_and_never_overwritten(visits: Visits, person: RecordId) -> None:
    signed = visits.sign(visits.finish(visits.start_unplanned(person)), sign_by_digest)
    changed = replace(signed.body, not_found_out="Who holds the bank card")
    with pytest.raises(BadInput, match="Amend"):
        visits.save(signed, changed)
    with pytest.raises(BadInput, match="Say why"):
        visits.amend(signed, changed, " ")
    amended = visits.amend(signed, changed, "I remembered one thing")
    assert (amended.body.state, amended.body.signature) == ("addendum", None)
    assert amended.body.amends is not None
    assert amended.body.amends.of == signed.rev
    assert signed.body in [version.body for version in visits.history(signed.id)]
    assert visits.sign(amended, sign_by_digest).body.state == "addendum"


def test_a_deleted_visit_keeps_its_reason_and_leaves_the_list(visits: Visits, person: RecordId) -> None:
    visit = visits.delete(visits.start_unplanned(person), "Wrong person")
    assert visits.of(person) == ()
    assert visits.get(visit.id).body.deleted is not None


def test_visits_are_listed_latest_day_first(visits: Visits, person: RecordId) -> None:
    days = [datetime(2026, month, 1, 12, tzinfo=UTC) for month in (3, 1, 2)]
    for each in days:
        visits.plan(person, at=each)
    assert [each.body.day for each in visits.of(person)] == ["2026-03-01", "2026-02-01", "2026-01-01"]


def test_one_of_two_goes_out_and_the_other_is_still_in_the_room(visits: Visits, person: RecordId) -> None:
    visit = visits.they_came_in(visits.start_unplanned(person), Presence(who="d", name="Daniel"))
    visit = visits.they_came_in(visit, Presence(who="n", name="Nell"))
    visit = visits.somebody_left(visit, Presence(who="d", name="Daniel"))
    assert [each.name for each in visit.body.segments[-1].present] == ["Nell"]
    visit = visits.somebody_left(visit, Presence(who="n", name="Nell"))
    assert visit.body.segments[-1].company == "only_us"


def test_a_visit_that_has_not_ended_is_found_again(visits: Visits, person: RecordId) -> None:
    assert visits.going_on() is None
    visit = visits.start_unplanned(person)
    found = visits.going_on()
    assert found is not None
    assert found.id == visit.id
    visits.finish(visit)
    assert visits.going_on() is None


def test_a_planned_visit_moves_to_another_day_and_local_time(visits: Visits, person: RecordId, hands: Hands) -> None:
    visit = visits.plan(person, at=hands.now)
    moved = planned_for(visit.body, day="2026-12-01", time="09:30")
    assert (moved.day, moved.planned_at, planned_time(moved)) == ("2026-12-01", "2026-12-01T09:30:00.000Z", "09:30")
    summer = planned_for(visit.body, day="2026-07-01", time="09:30")
    assert summer.planned_at == "2026-07-01T08:30:00.000Z"
    untimed = planned_for(visit.body, day="2026-12-01", time="")
    assert (untimed.day, untimed.planned_at, planned_time(untimed)) == ("2026-12-01", None, "")
    assert planned_for(visit.body, day=None, time="09:30") == visit.body
    begun = visits.start(visit).body
    assert planned_for(begun, day="2026-12-01", time="09:30") == begun


def test_outlines_say_everything_but_the_lines(visits: Visits, person: RecordId, hands: Hands) -> None:
    visit = visits.write_statement(an_hour_with_time_alone(visits, person, hands), "said", "My card.")
    visits.plan(person, at=hands.now)
    other = visits.start_unplanned(RecordId("other"))
    found = visits.outlines(person)
    assert other.id not in found and len(found) == 2
    assert found[visit.id] == replace(visit.body, statements=())
