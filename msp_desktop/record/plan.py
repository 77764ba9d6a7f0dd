"""The safeguarding plan of an enquiry: it points at outcomes and actions, which are never retyped
(practice.md, corrections).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.body import Body
from msp_desktop.record.ids import RecordId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Day, Name, Words


@dataclass(frozen=True, kw_only=True)
class WarningSign:
    """A sign that things are getting worse, and what happens then."""

    sign: Words
    then: Words = ""


@dataclass(frozen=True, kw_only=True)
class Plan(Body):
    """One plan.

    What they want kept and changed stands in the outcomes; each step, who and by when in the actions.
    """

    person: RecordId
    enquiry: RecordId
    outcomes: tuple[RecordId, ...] = ()
    actions: tuple[RecordId, ...] = ()
    kept: Words = ""
    support: Words = ""
    advocacy: Words = ""
    changes_to_services: Words = ""
    help_to_seek_justice: Words = ""
    warning_signs: tuple[WarningSign, ...] = ()
    lead: Name = ""
    review_on: Day | None = None
    agreed: Annotated[str, codes.outcome.PLAN_AGREED] | None = None
    agreed_words: Words = ""


PLAN = Kind("plan", Plan)
