"""An action: who does what by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.body import Body, Source
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Day, Instant, Label, Name, Words


@dataclass(frozen=True, kw_only=True)
class Action(Body):
    """One thing promised. A restricted one would give safe contact away, so a note says "see restricted" instead."""

    person: RecordId
    what: Words
    state: Annotated[str, codes.outcome.ACTION_STATE]
    who: Name = ""
    who_id: Label = ""
    due: Day | None = None
    visit: RecordId | None = None
    enquiry: RecordId | None = None
    outcome: RecordId | None = None
    segment: SegmentId | None = None
    is_restricted: bool = False
    closed_at: Instant | None = None
    closing_words: Words = ""
    source: Source | None = None


ACTION = Kind("action", Action)
