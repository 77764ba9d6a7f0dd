"""The clocks of a case, from visits in any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.practice import private_contact
from msp_desktop.practice.clocks import NOT_RECORDED, Times, clocks
from msp_desktop.record.body import Deletion
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.private_contact import AskedOut, PrivateContact, Supporter
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.visit import NotMade, Visit

TODAY = date(2026, 10, 31)
ROOM = Segment(id=SegmentId("s"), start="2026-10-01T09:00:00Z", end="2026-10-01T09:20:00Z", company="only_us")
DAN = Presence(who="c1", name="Dan", role="son")
ALONE = private_contact.confirmed(
    PrivateContact(segment=ROOM.id, seen="yes", alone="yes", could_hear="nobody", long_enough="yes"), ROOM
)
WITH_ADVOCATE = private_contact.confirmed(
    replace(
        ALONE, alone="no", why_not_alone="with_supporter",
        supporter=Supporter(kind="advocate", chosen_in_private="yes"),
    ),
    ROOM,
)  # fmt: skip
BLOCKED = PrivateContact(
    seen="yes", alone="no", why_not_alone="blocked", result="blocked_by_other",
    asked_out=(AskedOut(who="c1", name="Dan", reaction="refused"), AskedOut(name="Joan", reaction="supportive")),
)  # fmt: skip
DECLINED = PrivateContact(seen="yes", alone="no", why_not_alone="declined", result="declined_by_person")


def visit(day: int, contact: PrivateContact | None, *, present: tuple[Presence, ...] = ()) -> Visit:
    rooms = (ROOM, Segment(id=SegmentId("c"), start=ROOM.start, company="company", present=present))
    return Visit(
        person=RecordId("p"), state="draft", day=f"2026-10-{day:02d}", zone="Europe/London", segments=rooms,
        private_contact=contact,
    )  # fmt: skip


def test_both_true_results_set_the_clock_back() -> None:
    for contact in (ALONE, WITH_ADVOCATE):
        found = clocks([visit(1, contact), visit(9, BLOCKED)], today=TODAY)
        assert (found.last_alone, found.days_since_alone, found.attempts) == ("2026-10-01", 30, 1)


def test_with_no_time_alone_yet_there_is_no_number_of_days() -> None:
    found = clocks([visit(1, BLOCKED), visit(9, None)], today=TODAY)
    assert (found.days_since_alone, found.attempts) == (None, 2)
    assert dict(found.by_result) == {"blocked_by_other": 1, NOT_RECORDED: 1}


def test_a_true_result_that_the_facts_do_not_carry_sets_no_clock_back() -> None:
    crowded = replace(visit(1, ALONE), segments=(replace(ROOM, company="company", present=(DAN,)),))
    assert clocks([crowded], today=TODAY).days_since_alone is None


def test_planned_and_deleted_visits_count_for_nothing() -> None:
    gone = replace(visit(1, ALONE), deleted=Deletion(at=ROOM.start, by="w", reason="Wrong person"))
    planned = replace(visit(30, None), state="planned")
    found = clocks([gone, planned], today=TODAY)
    assert (found.last_alone, found.attempts) == (None, 0)


def test_nobody_answering_is_an_attempt() -> None:
    missed = replace(visit(9, None), not_made=NotMade(reason="NOREPLY", at=ROOM.start))
    assert clocks([visit(1, ALONE), missed], today=TODAY).attempts == 1


def test_who_blocked_is_counted_by_visits_and_nobody_who_helped_is_named() -> None:
    found = clocks([visit(2, BLOCKED), visit(9, BLOCKED)], today=TODAY)
    assert found.blocked_by == (Times("c1", "Dan", 2),)


def test_a_refusal_in_company_stays_open_until_it_is_asked_again_alone() -> None:
    twice = [visit(2, DECLINED), visit(9, DECLINED)]
    assert clocks(twice, today=TODAY).refused_in_company == 2
    asked_again = visit(12, replace(DECLINED, asked_alone="yes"))
    assert clocks([*twice, asked_again], today=TODAY).refused_in_company == 0
    assert clocks([*twice, visit(12, ALONE)], today=TODAY).refused_in_company == 0


def test_the_same_somebody_in_visit_after_visit_is_seen() -> None:
    joan = Presence(who="c2", name="Joan")
    visits = [visit(2, None, present=(joan,)), visit(5, None, present=(DAN,)), visit(9, None, present=(DAN, joan))]
    assert clocks(visits, today=TODAY).always_there == (Times("c1", "Dan", 2),)


@given(order=st.permutations([visit(1, ALONE), visit(4, BLOCKED), visit(7, DECLINED), visit(9, None, present=(DAN,))]))
def test_the_order_in_which_visits_come_does_not_matter(order: list[Visit]) -> None:
    found = clocks(order, today=TODAY)
    assert (found.days_since_alone, found.attempts, found.refused_in_company) == (30, 3, 1)
