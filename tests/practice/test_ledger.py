"""The private-contact ledger: what each visit says about time alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from msp_desktop.practice.ledger import Ledger, ledger
from msp_desktop.record.ids import RecordId
from msp_desktop.record.private_contact import NextAttempt
from msp_desktop.record.segment import Presence
from msp_desktop.record.visit import Visit
from tests.practice.test_clocks import ALONE, BLOCKED, DAN, DECLINED, visit

TODAY = date(2026, 10, 31)
COMING = NextAttempt(by="2026-11-02", by_whom="Ade Bello", different=("place",))


def of(visits: Sequence[Visit]) -> Ledger:
    return ledger({RecordId(f"v{n}"): visit for n, visit in enumerate(visits)}, today=TODAY)


def test_every_visit_has_its_line_the_newest_first() -> None:
    found = of([visit(2, ALONE), visit(9, BLOCKED, present=(DAN,)), visit(5, None)])
    assert [(each.visit, each.day, each.result, each.minutes) for each in found.entries] == [
        ("v1", "2026-10-09", "blocked_by_other", None),
        ("v2", "2026-10-05", "not_recorded", None),
        ("v0", "2026-10-02", "full", 20),
    ]


def test_who_was_there_and_who_stood_in_the_way_are_told_apart() -> None:
    somebody, joan = Presence(), Presence(who="c2", name="Joan")
    (entry,) = of([visit(9, BLOCKED, present=(DAN, joan, somebody))]).entries
    assert entry.present == (DAN, joan, somebody)
    assert [each.name for each in entry.in_the_way] == ["Dan"]


def test_a_refusal_in_company_is_marked_until_it_was_asked_again_alone() -> None:
    refused = [visit(2, DECLINED), visit(5, DECLINED)]
    assert [each.is_open_refusal for each in of(refused).entries] == [True, True]
    assert [each.is_open_refusal for each in of([*refused, visit(7, ALONE)]).entries] == [False, False, False]


def test_the_promise_of_the_latest_visit_stands_until_the_next_one() -> None:
    promised = visit(9, replace(BLOCKED, next=COMING))
    assert of([visit(2, ALONE), promised]).promise == COMING
    assert of([promised, visit(12, DECLINED)]).promise is None
    assert of([visit(9, replace(ALONE, next=COMING))]).promise is None
    assert of([visit(9, replace(BLOCKED, next=NextAttempt()))]).promise is None


def test_what_comes_next_is_suggested_with_the_ledger() -> None:
    assert "supervision" in of([visit(20, BLOCKED), visit(25, BLOCKED)]).suggestions[0].step
