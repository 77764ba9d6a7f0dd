"""When a visit to come is planned for, as people say it: a day and a time, each of which may change alone. Pure."""

from __future__ import annotations

from dataclasses import replace

from msp_desktop.record.times import moment, shown_time
from msp_desktop.record.visit import Visit


def planned_time(visit: Visit) -> str:
    """The local time it is planned for, such as 09:30; empty where none is."""
    return shown_time(visit.planned_at, visit.zone) if visit.planned_at else ""


def planned_for(visit: Visit, *, day: str | None, time: str) -> Visit:
    """The visit planned for another day, at another time or at none; once it began, its day is the day it happened."""
    if visit.started_at is not None or not day:
        return visit
    return replace(visit, day=day, planned_at=moment(day, time, visit.zone) if time else None)
