"""An event that must be answered for: somebody looked, printed, exported, revealed.

Events are added, never changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.body import Body
from msp_desktop.record.ids import RecordId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Instant, Label, Words
from msp_desktop.record.printed import Printed


@dataclass(frozen=True, kw_only=True)
class Event(Body):
    """What happened, when, to which record or sheet.

    `leave` is the sheet's leave-behind class, `where_to` its destination, `printed` how it was printed.
    """

    what: Annotated[str, codes.event.EVENT]
    at: Instant
    subject: RecordId | None = None
    subject_kind: Label = ""
    person: RecordId | None = None
    visit: RecordId | None = None
    sheet: Label = ""
    leave: Annotated[str, codes.outcome.LEAVE_BEHIND] | None = None
    copies: int | None = None
    where_to: Label = ""
    reason: Words = ""
    printed: Printed | None = None


EVENT = Kind("event", Event)
