"""Said alone stays alone: what may be shown to the people who are in the room now (interface.md).

Unknown counts as company, then and now. Being in earshot is not having heard.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from msp_desktop.practice.codes.private_contact import INDEPENDENT_SUPPORTERS
from msp_desktop.record.ids import SegmentId
from msp_desktop.record.segment import Segment
from msp_desktop.record.statement import Statement
from msp_desktop.record.visit import Visit

STALE_AFTER = timedelta(minutes=10)
_CONFIDANTS = frozenset({"interpreter", *INDEPENDENT_SUPPORTERS})


class Heard(Protocol):
    """Anything that was heard or given in a segment: a statement, an answer, a line of the ledger."""

    @property
    def segment(self) -> SegmentId | None: ...


H = TypeVar("H", bound=Heard)


def shown(items: Iterable[H], *, segments: Mapping[SegmentId, Segment], now: Segment | None) -> tuple[H, ...]:
    """The items that everybody in the room now already heard; `now` None means nobody has said who is here."""
    return tuple(item for item in items if may_show(_segment_of(item, segments), now))


def may_show(then: Segment | None, now: Segment | None) -> bool:
    """Whether what was heard in one segment may be shown in another."""
    if now is None or now.company == "unknown":
        return False
    if now.company == "only_us":
        return True
    here = {each.who for each in now.present}
    return bool(here) and then is not None and here <= _heard_all(then)


def said_in_company(visit: Visit) -> tuple[Statement, ...]:
    """The lines that stand in a list where nobody asks who can see it: heard by somebody else at the time.

    What was said alone or with a supporter, what the worker thinks, and restricted lines are not among them.
    """
    private = visit.private_contact.segment if visit.private_contact else None
    open_rooms = {each.id for each in visit.segments if each.id != private and _is_open(each)}
    return tuple(
        each for each in visit.statements
        if each.segment in open_rooms and each.kind != "think" and not each.is_restricted
    )  # fmt: skip


def company_now(segment: Segment | None, *, said_at: datetime | None, now: datetime) -> Segment | None:
    """Who is in the room, as far as it is still known: None when it was last said more than ten minutes ago.

    `said_at` is None after every start, unlock and lid-open.
    """
    if segment is None or said_at is None or not timedelta(0) <= now - said_at <= STALE_AFTER:
        return None
    return segment


def _segment_of(item: Heard, segments: Mapping[SegmentId, Segment]) -> Segment | None:
    return segments.get(item.segment) if item.segment else None


def _is_open(segment: Segment) -> bool:
    return segment.company == "company" and any(each.role not in _CONFIDANTS for each in segment.present)


def _heard_all(segment: Segment) -> set[str]:
    # Somebody who came in late or left early may have missed any one line; somebody nobody can name never counts.
    if segment.company != "company":
        return set()
    return {each.who for each in segment.present if each.who and not (each.came_in_at or each.left_at)}
