"""Warnings that are to be looked at again, and whom to offer as somebody to trust."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.practice.trusted_person import offers
from msp_desktop.practice.warning_notes import renewed, review_told
from msp_desktop.record.connection import Connection, PossibleRisk
from msp_desktop.record.ids import RecordId
from msp_desktop.record.person import Warning

TODAY = date(2026, 10, 14)


def around(name: str, **more: object) -> Connection:
    return Connection(person=RecordId("p"), name=name, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("review_on", "words"),
    [
        ("2026-05-03", "To be looked at again since 3 May 2026."),
        ("2026-10-14", "To be looked at again by 14 Oct 2026."),
        ("2027-05-03", "To be looked at again by 3 May 2027."),
        (None, ""),
    ],
)
def test_a_warning_past_its_day_says_so_in_words(review_on: str | None, words: str) -> None:
    assert review_told(Warning(type="risk_to_staff", what="Dog", review_on=review_on), today=TODAY) == words


def test_a_renewed_warning_is_looked_at_again_in_a_year() -> None:
    warning = Warning(type="risk_to_staff", what="Dog", since="2024-02-29", review_on="2025-02-28")
    assert renewed(warning, today=TODAY).review_on == "2027-10-14"
    assert renewed(warning, today=date(2028, 2, 29)).review_on == "2029-02-28"


def test_a_possible_source_of_risk_is_never_offered_however_much_they_are_trusted() -> None:
    dan = around("Dan", person_trusts="yes", possible_risk=PossibleRisk(who_says="District nurse"))
    assert offers([dan], name="Margaret") == ()


def test_nobody_is_offered_whom_the_person_does_not_trust_or_wants_nothing_shared_with() -> None:
    people = [around("Ivy", person_trusts="no"), around("Rob", person_trusts="yes", do_not_share_with=True)]
    assert offers(people, name="Margaret") == ()


def test_a_mark_counts_for_everybody_of_that_name() -> None:
    dan = around("Dan", possible_risk=PossibleRisk(who_says="District nurse"))
    assert offers([dan, around("dan", person_trusts="yes")], name="Margaret") == ()


def test_everybody_offered_is_there_for_a_reason_that_is_said() -> None:
    people = [
        around("Joan", role="neighbour", helps_with="Shopping"),
        around("Mr Bell", role="advocate"),
        around("Sam", person_trusts="yes"),
    ]
    found = {offer.connection.name: offer.reasons for offer in offers(people, name="Margaret")}
    assert list(found) == ["Sam", "Mr Bell", "Joan"]
    assert found["Sam"] == ("Margaret trusts them.",)
    assert found["Mr Bell"][0] == "Independent: Advocate."
    assert found["Joan"] == ("Nobody has asked Margaret yet whether they trust them.", "Helps with: Shopping")
