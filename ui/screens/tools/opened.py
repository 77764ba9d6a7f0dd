"""Reading everything that one tool's screen needs, in one go. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

from msp_desktop.record.connections import Connections
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.people import People
from msp_desktop.record.segment import Segment
from msp_desktop.record.visits import Visits
from msp_desktop.tools.filling import Filling
from ui.widgets.fields.person import Offered


@dataclass(frozen=True, slots=True)
class OpenedTool:
    """One filling with the person's name, the people around them, and who was there in every segment."""

    filling: Filling
    name: str
    offered: tuple[Offered, ...]
    segments: dict[SegmentId, Segment]


def opened(filling: Filling, *, people: People, connections: Connections, visits: Visits) -> OpenedTool:
    """Everything for one filling."""
    around = connections.of(filling.person)
    offered = tuple(Offered(each.id, each.body.name, is_trusted=each.body.may_be_offered) for each in around)
    return OpenedTool(filling, people.get(filling.person).body.call_me, offered, _segments(visits, filling.person))


def _segments(visits: Visits, person: RecordId) -> dict[SegmentId, Segment]:
    return {segment.id: segment for visit in visits.of(person) for segment in visit.body.segments}
