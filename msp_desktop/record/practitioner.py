"""The practitioner whose vault this is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.body import Body
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Label, Name


@dataclass(frozen=True, kw_only=True)
class Practitioner(Body):
    """The worker, as notes, signatures and sheets name them."""

    name: Name
    initials: Label = ""
    role: Label = ""
    team: Label = ""
    phone: Label = ""
    registration: Label = ""
    jurisdiction: Annotated[str, codes.person.JURISDICTION] | None = None


PRACTITIONER = Kind("practitioner", Practitioner)
