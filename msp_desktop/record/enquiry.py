"""An enquiry: one safeguarding enquiry about one person, with what the national return asks at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.body import Body
from msp_desktop.record.ids import RecordId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Day, Label, Words


@dataclass(frozen=True, kw_only=True)
class NationalReturn:
    """What the worker records for the return at conclusion; asked and achieved are derived from outcomes, not
    kept here.
    """

    types: tuple[Annotated[str, codes.national.SAC_TYPE], ...] = ()
    source: Annotated[str, codes.national.SAC_SOURCE] | None = None
    location: Annotated[str, codes.national.SAC_LOCATION] | None = None
    assessment: Annotated[str, codes.national.SAC_ASSESSMENT] | None = None
    risk_result: Annotated[str, codes.national.SAC_RISK_RESULT] | None = None
    capacity: Annotated[str, codes.national.SAC_CAPACITY] | None = None
    capacity_because: Words = ""
    support_provided: Annotated[str, codes.visit.YES_NO] | None = None


@dataclass(frozen=True, kw_only=True)
class Enquiry(Body):
    """One enquiry. It goes on whether or not the person wants action; only `concluded` ends it."""

    person: RecordId
    state: Annotated[str, codes.outcome.ENQUIRY_STATE]
    reference: Label = ""
    opened_on: Day | None = None
    concern: Words = ""
    concluded_on: Day | None = None
    conclusion: Words = ""
    closed_because: Words = ""
    national: NationalReturn | None = None


ENQUIRY = Kind("enquiry", Enquiry)
