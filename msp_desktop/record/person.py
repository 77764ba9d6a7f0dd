"""The person: the adult at the centre.

How to reach them without harm is not here but in safe_contact, a masked kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.body import Body
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Day, Label, Name, Words


@dataclass(frozen=True, kw_only=True)
class Address:
    """A place the person lives or lived.

    `uprn` is the property's reference number, up to 12 digits, no check digit.
    """

    lines: Name
    postcode: Name = ""
    uprn: Label = ""
    since: Day | None = None
    until: Day | None = None
    how_to_get_in: Words = ""


@dataclass(frozen=True, kw_only=True)
class Communication:
    """How to talk with the person: the Accessible Information Standard's needs and the signals that matter at
    the door.
    """

    how: Words = ""
    language: Label = ""
    dialect: Label = ""
    reads: Words = ""
    interpreter_needed: Annotated[str, codes.visit.YES_NO] | None = None
    interpreter_gender: Label = ""
    sign_or_other: tuple[Annotated[str, codes.person.SIGN_LANGUAGE], ...] = ()
    aids: tuple[Annotated[str, codes.person.AID], ...] = ()
    formats: tuple[Annotated[str, codes.person.FORMAT], ...] = ()
    format_note: Words = ""
    yes_signal: Words = ""
    no_signal: Words = ""
    stop_signal: Words = ""
    tired_signal: Words = ""
    best_time: Words = ""
    best_place: Words = ""
    reviewed_on: Day | None = None


@dataclass(frozen=True, kw_only=True)
class Warning:
    """One warning note. It ends with its review date unless somebody renews it."""

    type: Annotated[str, codes.person.WARNING]
    what: Words
    since: Day | None = None
    review_on: Day | None = None
    person_told: Annotated[str, codes.visit.YES_NO] | None = None
    told_how: Words = ""


@dataclass(frozen=True, kw_only=True)
class Person(Body):
    """One person.

    Only what to call them is needed; `age` is what was said on `age_noted_on` where no birth date is known.
    """

    call_me: Name
    names: Name = ""
    pronouns: Label = ""
    birth_date: Day | None = None
    age: int | None = None
    age_noted_on: Day | None = None
    nhs_number: Name = ""
    local_id: Name = ""
    addresses: tuple[Address, ...] = ()
    communication: Communication | None = None
    warnings: tuple[Warning, ...] = ()
    about: Words = ""
    is_restricted: bool = False
    restricted_because: Words = ""


PERSON = Kind("person", Person)
