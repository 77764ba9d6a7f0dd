"""Outcomes, actions, enquiries, times and when a line was written."""

from __future__ import annotations

import pytest

from db.store import Store
from msp_desktop.record.actions import Actions
from msp_desktop.record.enquiries import Enquiries
from msp_desktop.record.ids import RecordId
from msp_desktop.record.outcome import Outcome
from msp_desktop.record.outcomes import Outcomes
from msp_desktop.record.times import day_of, minutes, shown_day, shown_time
from msp_desktop.record.written import written

PERSON = RecordId("p")


def test_an_outcome_keeps_every_step_of_its_life(store: Store) -> None:
    outcomes = Outcomes(store)
    wanted = outcomes.add(Outcome(person=PERSON, words="My card back", score_at_start=3))
    changed = outcomes.change_status(wanted, "changed", words="And the PIN too", score=4)
    reached = outcomes.change_status(changed, "achieved", words="I have it", score=9, judged_by="person")
    assert [step.status for step in reached.body.history] == ["changed", "achieved"]
    assert (wanted.body.status, outcomes.get(wanted.id).body.status) == ("new", "achieved")


def test_what_is_still_to_do_stands_in_order_of_its_day(store: Store) -> None:
    actions = Actions(store)
    late = actions.promise(PERSON, "Ring the bank", who="AB", due="2026-10-24")
    soon = actions.promise(PERSON, "Ring the GP", due="2026-10-20")
    done = actions.promise(PERSON, "Post the card", due="2026-10-15")
    closed = actions.close(done, done=True, words="Posted")
    assert [each.id for each in actions.still_to_do()] == [soon.id, late.id]
    assert (closed.body.state, closed.body.closing_words) == ("done", "Posted")
    assert len(actions.of(PERSON)) == 3
    again = actions.reopen(closed)
    assert (again.body.state, again.body.closed_at, again.body.closing_words) == ("open", None, "")


def test_an_enquiry_stays_open_until_it_is_concluded(store: Store) -> None:
    enquiries = Enquiries(store)
    opened = enquiries.new(PERSON, concern="Money missing", opened_on="2026-10-01")
    assert [each.id for each in enquiries.list({"state": "open"})] == [opened.id]


def test_times_are_shown_in_the_visits_own_zone() -> None:
    moment = "2026-07-01T23:30:00.000Z"
    assert (day_of(moment, "Europe/London"), shown_time(moment, "Europe/London")) == ("2026-07-02", "00:30")
    assert shown_day("2026-07-02") == "2 Jul 2026"


def test_minutes_are_whole_and_never_below_none() -> None:
    assert minutes("2026-10-14T09:22:00Z", "2026-10-14T09:41:59Z") == 19
    assert minutes("2026-10-14T09:22:00Z", "2026-10-14T09:00:00Z") == 0


def test_minutes_are_true_across_the_change_of_the_clocks() -> None:
    assert minutes("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z") == 60


@pytest.mark.parametrize(
    ("at", "code"),
    [("2026-10-14T10:13:00Z", "contemporaneous"), ("2026-10-14T10:14:00Z", "same_day"),
     ("2026-10-14T22:59:00Z", "same_day"), ("2026-10-14T23:01:00Z", "later")],
)  # fmt: skip
def test_a_line_is_marked_by_when_it_was_written(at: str, code: str) -> None:
    assert written("2026-10-14T09:58:00Z", at, zone="Europe/London") == code
