"""Private contact: whether the person was seen alone, as practice.md 2.3 and its corrections record it. One
to a visit.

Nothing here is preset and nothing here decides: the rules are in `practice.private_contact`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.practice.codes import private_contact as pc
from msp_desktop.record.ids import SegmentId
from msp_desktop.record.marks import Day, Instant, Label, Name, Score, Words

YesNo = Annotated[str, codes.visit.YES_NO]


@dataclass(frozen=True, kw_only=True)
class Supporter:
    """Somebody the person wanted with them; independent only as an advocate or other independent supporter."""

    kind: Annotated[str, pc.SUPPORTER]
    name: Name = ""
    who: Label = ""
    chosen_in_private: YesNo | None = None


@dataclass(frozen=True, kw_only=True)
class AskedOut:
    """Somebody who was asked to step out: what they did and said, never why."""

    who: Label = ""
    name: Name = ""
    how: Annotated[str, pc.ASKED_HOW] | None = None
    reaction: Annotated[str, pc.REACTION] | None = None
    words: Words = ""
    at: Instant | None = None


@dataclass(frozen=True, kw_only=True)
class Pretext:
    """The honesty rule: another stated reason is a protective step, not a habit (practice.md 2.3)."""

    why_openness_raises_risk: Words = ""
    agreed_by: Name = ""
    person_told_on: Day | None = None
    person_told_how: Words = ""


@dataclass(frozen=True, kw_only=True)
class Interpreter:
    """Who interpreted and how independent they were."""

    used: Annotated[str, pc.INTERPRETER]
    why: Words = ""
    limited_to: Words = ""
    name: Name = ""
    agency: Label = ""
    reference: Label = ""
    language: Label = ""
    known_to_family_or_community: YesNo | None = None
    gender_ok: YesNo | None = None
    briefed_confidentiality: YesNo | None = None
    left_alone_with_person: YesNo | None = None
    quality_doubt: Words = ""


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One sign of pressure and how it was noticed. Signs are never counted or added up."""

    sign: Annotated[str, pc.SIGN]
    noticed: Annotated[str, pc.SIGN_SEEN]
    note: Words = ""
    who: Name = ""


@dataclass(frozen=True, kw_only=True)
class SeesThem:
    """Somebody else who sees the person, and whether alone."""

    who: Name
    agency: Label = ""
    alone: YesNo | None = None
    asked_on: Day | None = None


@dataclass(frozen=True, kw_only=True)
class NextAttempt:
    """When, by whom and how differently the person will be seen alone."""

    by: Day | None = None
    by_whom: Name = ""
    different: tuple[Annotated[str, pc.DIFFERENT_THIS_TIME], ...] = ()
    different_words: Words = ""
    escalated_to: tuple[Annotated[str, pc.ESCALATED_TO], ...] = ()
    escalate_if: Words = ""
    escalated_at: Instant | None = None


@dataclass(frozen=True, kw_only=True)
class PrivateContact:
    """Four questions, the one more that a "no" opens, the result, and what surrounds it.

    `result` is the worker's; `named_by_rule` is what the rule said then; they differ only with
    `changed_because`. `asked_alone` says whether the person was asked about time alone with nobody else
    listening.
    """

    segment: SegmentId | None = None
    seen: Annotated[str, codes.visit.YES_OR_NO] | None = None
    why_not_seen: Annotated[str, pc.WHY_NOT_SEEN] | None = None
    alone: Annotated[str, codes.visit.YES_OR_NO] | None = None
    why_not_alone: Annotated[str, pc.WHY_NOT_ALONE] | None = None
    supporter: Supporter | None = None
    could_hear: Annotated[str, codes.visit.EARSHOT] | None = None
    listening_risk: tuple[Annotated[str, codes.visit.LISTENING_RISK], ...] = ()
    because: Words = ""
    long_enough: Annotated[str, codes.visit.YES_OR_NO] | None = None
    why_not_long_enough: Annotated[str, pc.WHY_NOT_LONG_ENOUGH] | None = None
    happened: Words = ""
    who_said_so: Name = ""
    named_by_rule: Annotated[str, pc.RESULT] | None = None
    result: Annotated[str, pc.RESULT] | None = None
    changed_because: Words = ""
    offered: Annotated[str, pc.OFFER] | None = None
    offer_words: Words = ""
    person_response: Words = ""
    asked_alone: YesNo | None = None
    asked_by_person: bool = False
    asked_out: tuple[AskedOut, ...] = ()
    company_wish: Annotated[str, pc.COMPANY_WISH] | None = None
    company_tested_private: YesNo | None = None
    pretext: Pretext | None = None
    barriers: tuple[Annotated[str, pc.BARRIER], ...] = ()
    interpreter: Interpreter | None = None
    aids: tuple[Annotated[str, codes.person.AID], ...] = ()
    aids_worked: YesNo | None = None
    different_in_private: Annotated[str, pc.DIFFERENT_IN_PRIVATE] | None = None
    different_how: Words = ""
    signs: tuple[Sign, ...] = ()
    curiosity: tuple[Words, ...] = ()
    who_else_sees_them: tuple[SeesThem, ...] = ()
    next: NextAttempt | None = None
    confidence: Score | None = None
    confidence_why: Words = ""
