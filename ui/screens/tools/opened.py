"""Reading everything that one tool's screen needs, in one go. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msp_desktop.record.connections import Connections
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.people import People
from msp_desktop.record.segment import Segment
from msp_desktop.record.times import LOCAL, day_of, shown_day
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.tools.filling import Filling
from msp_desktop.translation import tr
from ui.widgets.fields.person import Offered


@dataclass(frozen=True, slots=True)
class OpenedTool:
    """One filling with the person's name, the people around them, and who was there in every segment.

    `days` are those of the fillings before it and its own, as people read them.
    """

    filling: Filling
    name: str
    offered: tuple[Offered, ...]
    segments: dict[SegmentId, Segment]
    days: tuple[str, ...] = ()


def opened(filling: Filling, *, people: People, connections: Connections, visits: Visits) -> OpenedTool:
    """Everything for one filling."""
    around, been = connections.of(filling.person), {each.id: each.body for each in visits.of(filling.person)}
    offered = tuple(Offered(each.id, each.body.name, is_trusted=each.body.may_be_offered) for each in around)
    segments = {segment.id: segment for visit in been.values() for segment in visit.segments}
    name = people.get(filling.person).body.call_me
    return OpenedTool(filling, name, offered, segments, _days(filling, been))


def _days(filling: Filling, been: Mapping[RecordId, Visit]) -> tuple[str, ...]:
    own = [(filling.visit, filling.record.body.started_at if filling.record else None)]
    all_times = [*((each.visit, each.started_at) for each in filling.before), *own]
    return tuple(_day(been.get(visit) if visit else None, started) for visit, started in all_times)


def _day(visit: Visit | None, started: str | None) -> str:
    if visit is None and started is None:
        return tr("Now")
    return shown_day(visit.day if visit else day_of(started or "", LOCAL))
