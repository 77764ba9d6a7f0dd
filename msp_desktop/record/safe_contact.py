"""How to reach the person without harm, code words and safe place: a masked kind.

Revealing it is an event.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.body import Body
from msp_desktop.record.ids import RecordId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Day, Given, Secret


@dataclass(frozen=True, kw_only=True)
class MaskedAnswer:
    """The value of a masked field of a tool, kept here and not with its answers."""

    answers: RecordId
    field: Secret
    value: Given


@dataclass(frozen=True, kw_only=True)
class SafeContact(Body):
    """Safe contact as practice.md 2.3 lists it; at most one for a person."""

    person: RecordId
    methods: tuple[Annotated[str, codes.person.CONTACT_METHOD], ...] = ()
    never: tuple[Annotated[str, codes.person.CONTACT_METHOD], ...] = ()
    number: Secret = ""
    email: Secret = ""
    hours: Secret = ""
    who_may_answer: Secret = ""
    voicemail_ok: Annotated[str, codes.visit.YES_NO] | None = None
    letter_ok: Annotated[str, codes.visit.YES_NO] | None = None
    cover_story: Secret = ""
    code_word_ok: Secret = ""
    code_word_danger: Secret = ""
    safe_place: Secret = ""
    social_media_tracking: Annotated[str, codes.visit.YES_NO] | None = None
    address_sensitive: Annotated[str, codes.visit.YES_NO] | None = None
    do_not_share_with: Secret = ""
    set_with_person_on: Day | None = None
    review_on: Day | None = None
    from_tools: tuple[MaskedAnswer, ...] = ()


SAFE_CONTACT = Kind("safe_contact", SafeContact, masked=True)
