"""Said alone stays alone, over every mix of who heard it and who is here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.practice.said_alone import company_now, may_show, said_in_company, shown
from msp_desktop.record.ids import RecordId, SegmentId, StatementId
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.statement import Statement
from msp_desktop.record.visit import Visit


@dataclass(frozen=True)
class Line:
    words: str
    segment: SegmentId | None


def room(company: str, *who: str) -> Segment:
    present = tuple(Presence(who=each) for each in who)
    return Segment(id=SegmentId(company), start="2026-10-14T09:00:00Z", company=company, present=present)


ONLY_US, UNKNOWN, DAN_HERE = room("only_us"), room("unknown"), room("company", "dan")
people = st.lists(st.sampled_from(["dan", "joan", ""]), max_size=3)
rooms = st.none() | st.builds(
    lambda company, who: room(company, *who), st.sampled_from(["unknown", "only_us", "company"]), people
)


@given(then=rooms, now=rooms)
def test_nothing_shows_to_anybody_who_may_not_have_heard_it(then: Segment | None, now: Segment | None) -> None:
    if not may_show(then, now):
        return
    assert now is not None
    assert now.company != "unknown"
    if now.company == "company":
        assert then is not None
        assert then.company == "company"
        assert {each.who for each in now.present} <= {each.who for each in then.present} - {""}


@pytest.mark.parametrize("then", [ONLY_US, UNKNOWN, DAN_HERE, None])
def test_alone_with_the_person_everything_may_be_shown(then: Segment | None) -> None:
    assert may_show(then, ONLY_US)


@pytest.mark.parametrize("now", [None, UNKNOWN])
def test_unknown_counts_as_company(now: Segment | None) -> None:
    assert not may_show(DAN_HERE, now)


def test_somebody_who_heard_it_may_see_it_and_somebody_new_may_not() -> None:
    assert may_show(DAN_HERE, DAN_HERE)
    assert not may_show(DAN_HERE, room("company", "dan", "joan"))


def test_somebody_nobody_can_name_never_counts_as_having_heard() -> None:
    assert not may_show(room("company", ""), room("company", ""))


def test_somebody_who_came_in_late_may_have_missed_it() -> None:
    late = Presence(who="dan", came_in_at="2026-10-14T09:10:00Z")
    then = Segment(id=SegmentId("s"), start="2026-10-14T09:00:00Z", company="company", present=(late,))
    assert not may_show(then, DAN_HERE)


def test_a_line_from_an_unknown_segment_is_hidden_in_company() -> None:
    lines = (Line("alone", ONLY_US.id), Line("together", DAN_HERE.id), Line("whenever", None))
    segments = {each.id: each for each in (ONLY_US, DAN_HERE)}
    assert [each.words for each in shown(lines, segments=segments, now=DAN_HERE)] == ["together"]
    assert len(shown(lines, segments=segments, now=ONLY_US)) == 3


@pytest.mark.parametrize(("minutes", "is_known"), [(0, True), (10, True), (11, False), (-1, False)])
def test_who_is_here_is_unknown_again_after_ten_minutes_or_a_clock_set_back(minutes: int, is_known: bool) -> None:
    said_at = datetime(2026, 10, 14, 9, tzinfo=UTC)
    known = company_now(ONLY_US, said_at=said_at, now=said_at + timedelta(minutes=minutes))
    assert (known is not None) == is_known


def test_who_is_here_is_unknown_after_every_unlock() -> None:
    assert company_now(ONLY_US, said_at=None, now=datetime(2026, 10, 14, 9, tzinfo=UTC)) is None


def test_only_what_somebody_else_heard_stands_in_a_list() -> None:
    def stretch(name: str, company: str, *roles: str) -> Segment:
        present = tuple(Presence(role=role) for role in roles)
        return Segment(id=SegmentId(name), start="2026-10-14T09:00:00Z", company=company, present=present)

    rooms = (
        stretch("son", "company", "son"), stretch("us", "only_us"), stretch("unknown", "unknown"),
        stretch("advocate", "company", "advocate", "interpreter"), stretch("checked", "company", "friend"),
    )  # fmt: skip
    lines = [(each.id, "said", False) for each in rooms] + [(None, "said", False), (SegmentId("son"), "think", False)]
    lines += [(SegmentId("son"), "told", False), (SegmentId("son"), "said", True)]
    statements = tuple(
        Statement(
            id=StatementId(str(n)), kind=kind, words=f"{room} {kind}", written_at="2026-10-14T09:00:00Z", segment=room,
            is_restricted=is_restricted,
        )
        for n, (room, kind, is_restricted) in enumerate(lines)
    )  # fmt: skip
    visit = Visit(
        person=RecordId("p"), state="draft", day="2026-10-14", zone="Europe/London", segments=rooms,
        statements=statements, private_contact=PrivateContact(segment=SegmentId("checked")),
    )  # fmt: skip
    assert [each.words for each in said_in_company(visit)] == ["son said", "son told"]
