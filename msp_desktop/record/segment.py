"""A segment: a stretch of a visit with the same people in the room. Who hears what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.ids import SegmentId
from msp_desktop.record.marks import Instant, Label, Name, Words


@dataclass(frozen=True, kw_only=True)
class Presence:
    """Somebody in the room beside the person and the worker.

    `who` tells the same somebody apart from others across segments: a connection's id, or an id given for
    this visit; without it nobody can say that two presences are one. The times are set only where they differ
    from the segment's.
    """

    who: Label = ""
    name: Name = ""
    role: Annotated[str, codes.person.ROLE] | None = None
    came_in_at: Instant | None = None
    left_at: Instant | None = None


@dataclass(frozen=True, kw_only=True)
class Segment:
    """One stretch. `company` unknown counts as company everywhere."""

    id: SegmentId
    start: Instant
    company: Annotated[str, codes.visit.COMPANY]
    end: Instant | None = None
    place: Annotated[str, codes.visit.PLACE] | None = None
    place_words: Words = ""
    present: tuple[Presence, ...] = ()
    in_earshot: Annotated[str, codes.visit.EARSHOT] | None = None
    in_earshot_who: Words = ""
    listening_risk: tuple[Annotated[str, codes.visit.LISTENING_RISK], ...] = ()
    interrupted: Annotated[str, codes.visit.YES_OR_NO] | None = None
    interrupted_by: Words = ""
    interrupted_times: int | None = None
    enough_time: Annotated[str, codes.visit.YES_OR_NO] | None = None
    ok_to_talk_here: Annotated[str, codes.visit.OK_TO_TALK] | None = None
