"""A visit: one person, one occasion, from planned to signed, with its segments, statements and private
contact inside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.body import Amendment, Body
from msp_desktop.record.ids import RecordId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Day, Instant, Label, Name, Words, Zone
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.segment import Segment
from msp_desktop.record.statement import Statement


@dataclass(frozen=True, kw_only=True)
class NotMade:
    """Why a visit did not take place. The attempt is kept and signed like any visit."""

    reason: Annotated[str, codes.visit.VISIT_NOT_MADE]
    at: Instant
    what_happened: Words = ""
    who_said_so: Name = ""


@dataclass(frozen=True, kw_only=True)
class Rang:
    """Somebody who was rung because of danger before tomorrow: when, and what they said."""

    who: Name
    at: Instant
    said: Words = ""


@dataclass(frozen=True, kw_only=True)
class Danger:
    """The answer to "Is anyone in danger before tomorrow?" and the calls that followed."""

    answer: Annotated[str, codes.visit.YES_NO]
    what: Words = ""
    rang: tuple[Rang, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PaperCount:
    """Sheets of one kind counted back: how many went in, were left in the home, and came out again."""

    sheet: Label
    taken: int
    left: int | None = None
    back: int | None = None


@dataclass(frozen=True, kw_only=True)
class Visit(Body):
    """One visit. Times are UTC; `zone` (an IANA name) tells the local time for anyone who reads it.

    `day` is the local day it happened, or is planned for until it happens. `signature` is an armored SSHSIG
    over the body without it, namespace `visit-record`; a signed visit is changed only by amending.
    """

    person: RecordId
    state: Annotated[str, codes.visit.VISIT_STATE]
    day: Day
    zone: Zone
    type: Annotated[str, codes.visit.VISIT_TYPE] | None = None
    enquiry: RecordId | None = None
    planned_at: Instant | None = None
    purpose: Words = ""
    where: Words = ""
    joint_with: Words = ""
    started_at: Instant | None = None
    ended_at: Instant | None = None
    segments: tuple[Segment, ...] = ()
    statements: tuple[Statement, ...] = ()
    private_contact: PrivateContact | None = None
    not_found_out: Words = ""
    read_back: Words = ""
    danger: Danger | None = None
    paper: tuple[PaperCount, ...] = ()
    not_made: NotMade | None = None
    amends: Amendment | None = None
    signed_at: Instant | None = None
    signed_by: Label = ""
    signature: str | None = None


VISIT = Kind("visit", Visit)
