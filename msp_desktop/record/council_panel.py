"""The fields of a council system's visit, one by one, for copying (practice.md 4.1): richer things mapped honestly."""

from __future__ import annotations

from dataclasses import dataclass

from msp_desktop.practice import codes
from msp_desktop.practice.clocks import private_segment, was_alone
from msp_desktop.record.times import local, minutes, shown_day, shown_time
from msp_desktop.record.visit import Visit
from msp_desktop.translation import tr

TITLE_LENGTH = 100
REASON_LENGTH = 16
_REMOTE = frozenset({"phone", "video"})


@dataclass(frozen=True, slots=True)
class PanelField:
    """One field to copy, with what to know beside it."""

    name: str
    value: str
    beside: str = ""


def panel(visit: Visit) -> tuple[PanelField, ...]:
    """Type, subtype, title, seen alone, planned, actual and the reason where the visit was not made."""
    alone = minutes_alone(visit)
    beside = "" if alone is None else tr("{count} minutes on {day}").format(count=alone, day=shown_day(visit.day))
    reason = visit.not_made.reason if visit.not_made else ""
    return (
        PanelField("type", "Visit"),
        PanelField("subtype", codes.visit.NOTE_SUBTYPE.label(subtype(visit))),
        PanelField("title", title(visit)),
        PanelField("seen_alone", "N" if alone is None else "Y", beside),
        PanelField("planned", _shown(visit.planned_at, visit.zone)),
        PanelField("actual", _shown(visit.started_at, visit.zone)),
        PanelField("reason_not_made", reason, codes.visit.VISIT_NOT_MADE.label(reason) if reason else ""),
    )


def minutes_alone(visit: Visit) -> int | None:
    """Whole minutes of time alone; None unless the visit counts as one with time alone and those minutes are known."""
    segment = private_segment(visit)
    end = segment.end or visit.ended_at if segment else None
    if segment is None or end is None or not was_alone(visit):
        return None
    return minutes(segment.start, end)


def subtype(visit: Visit) -> str:
    """The note subtype a council form knows."""
    if visit.not_made is not None and visit.not_made.reason == "NOREPLY":
        return "no_reply"
    places = {segment.place for segment in visit.segments if segment.place}
    if places and places <= _REMOTE:
        return "virtual"
    return "office" if places == {"office"} else "home"


def title(visit: Visit) -> str:
    """At most 100 characters, with no name in it."""
    label, day = codes.visit.NOTE_SUBTYPE.label(subtype(visit)), shown_day(visit.day)
    alone = minutes_alone(visit)
    if alone is None:
        return f"{label} {day}"[:TITLE_LENGTH]
    return tr("{visit} {day}: {count} minutes alone together").format(visit=label, day=day, count=alone)[:TITLE_LENGTH]


def _shown(moment: str | None, zone: str) -> str:
    if moment is None:
        return ""
    return f"{shown_day(local(moment, zone).date().isoformat())} {shown_time(moment, zone)}"
