"""When a line was written, beside when it happened: at the time, the same day, or later (practice.md 4.4). Pure."""

from __future__ import annotations

from datetime import timedelta

from msp_desktop.record.statement import Statement
from msp_desktop.record.times import day_of, read_instant
from msp_desktop.record.visit import Visit

AT_THE_TIME = timedelta(minutes=15)
"""Words caught in the car count as written at the time (practice.md 1.7, stage 13)."""


def badge(visit: Visit, statement: Statement) -> str:
    """The WRITTEN code of one line."""
    happened = statement.about_at or visit.ended_at or statement.written_at
    return written(happened, statement.written_at, zone=visit.zone)


def visit_badge(visit: Visit) -> str | None:
    """The WRITTEN code of the whole note, which is that of its latest line; None for a note without lines."""
    if not visit.statements:
        return None
    return badge(visit, max(visit.statements, key=lambda each: each.written_at))


def written(happened: str, at: str, *, zone: str) -> str:
    """The WRITTEN code for something that happened, or ended, at one moment and was written at another."""
    if read_instant(at) - read_instant(happened) <= AT_THE_TIME:
        return "contemporaneous"
    return "same_day" if day_of(at, zone) == day_of(happened, zone) else "later"
