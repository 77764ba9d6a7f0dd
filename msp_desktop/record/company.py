"""Who is in the room, by clock: a change closes the running segment and opens the next.

Pure; reads no clock.
"""

from __future__ import annotations

from dataclasses import replace

from msp_desktop.record.ids import SegmentId
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.visit import Visit


def running(visit: Visit) -> Segment | None:
    """The segment that is going on, None before the start and after the end."""
    return visit.segments[-1] if visit.segments and visit.segments[-1].end is None else None


def opened(visit: Visit, *, id: SegmentId, at: str, company: str, present: tuple[Presence, ...] = ()) -> Visit:
    """The visit with its running segment closed at a moment and another opened; place is carried on."""
    before = running(visit)
    place = before.place if before else None
    segment = Segment(id=id, start=at, company=company, present=present, place=place)
    return replace(visit, segments=(*closed(visit, at=at).segments, segment))


def closed(visit: Visit, *, at: str) -> Visit:
    """The visit with its running segment closed at a moment, never before it began."""
    segment = running(visit)
    if segment is None:
        return visit
    return with_segment(visit, replace(segment, end=max(at, segment.start)))


def with_segment(visit: Visit, segment: Segment) -> Visit:
    """The visit with one segment put right."""
    segments = tuple(segment if each.id == segment.id else each for each in visit.segments)
    return replace(visit, segments=segments)
