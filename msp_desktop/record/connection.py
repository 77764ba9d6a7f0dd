"""A connection: somebody around the person, what they may do, and who says they may be a source of risk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.body import Body, Source
from msp_desktop.record.ids import RecordId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Day, Label, Name, Words


@dataclass(frozen=True, kw_only=True)
class PossibleRisk:
    """That somebody says this connection may be a source of risk.

    Not a finding (practice.md, corrections).
    """

    who_says: Name
    since: Day | None = None
    what: Words = ""


@dataclass(frozen=True, kw_only=True)
class LegalRole:
    """A legal role somebody is said to hold.

    Saying it without seeing the document is a known error (practice.md T06).
    """

    role: Annotated[str, codes.person.LEGAL_ROLE]
    document_seen_on: Day | None = None
    scope: Words = ""


@dataclass(frozen=True, kw_only=True)
class Connection(Body):
    """One person around the person. Help they give is recorded as readily as worry."""

    person: RecordId
    name: Name
    role: Annotated[str, codes.person.ROLE] | None = None
    role_words: Words = ""
    lives_with_person: Annotated[str, codes.visit.YES_NO] | None = None
    phone: Label = ""
    helps_with: Words = ""
    legal_roles: tuple[LegalRole, ...] = ()
    must_not_interpret: bool = False
    possible_risk: PossibleRisk | None = None
    do_not_share_with: bool = False
    person_trusts: Annotated[str, codes.visit.YES_NO] | None = None
    note: Words = ""
    source: Source | None = None

    @property
    def may_be_offered(self) -> bool:
        """Whether to offer them as interpreter, supporter, plan holder or trusted person; never a possible
        source of risk.
        """
        return self.possible_risk is None


CONNECTION = Kind("connection", Connection)
