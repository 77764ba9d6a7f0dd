"""The private-contact ledger: every visit with what it says about time alone, newest first, and what stands promised.

Source: practice.md 2.3. Facts as they were recorded, nothing added up beyond the clocks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from msp_desktop.practice.clocks import (
    Clocks,
    clocks,
    in_order,
    in_the_way,
    open_refusals,
    presences,
    result_of,
    was_alone,
)
from msp_desktop.practice.escalation import Suggestion, suggestions
from msp_desktop.record.council_panel import minutes_alone
from msp_desktop.record.ids import RecordId
from msp_desktop.record.private_contact import AskedOut, NextAttempt
from msp_desktop.record.segment import Presence
from msp_desktop.record.times import shown_time
from msp_desktop.record.visit import Visit


@dataclass(frozen=True, slots=True)
class Entry:
    """One visit that was made or tried. `result` is a code or NOT_RECORDED; `minutes` are those of time alone."""

    visit: RecordId
    day: str
    time: str
    result: str
    minutes: int | None
    present: tuple[Presence, ...]
    in_the_way: tuple[AskedOut, ...]
    is_open_refusal: bool
    next: NextAttempt | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """`promise` is the next attempt that the latest visit promises, None where there was time alone or none stands."""

    clocks: Clocks
    entries: tuple[Entry, ...]
    promise: NextAttempt | None
    suggestions: tuple[Suggestion, ...]


def ledger(visits: Mapping[RecordId, Visit], *, today: date) -> Ledger:
    """The ledger on a day, from a person's visits by their ids."""
    ids, bodies = {id(visit): record for record, visit in visits.items()}, list(visits.values())
    made = in_order(bodies)
    refusals = {id(visit) for visit in open_refusals(made)}
    entries = [_entry(visit, ids[id(visit)], is_open_refusal=id(visit) in refusals) for visit in reversed(made)]
    return Ledger(clocks(bodies, today=today), tuple(entries), _promise(made), suggestions(made, today=today))


def _entry(visit: Visit, record: RecordId, *, is_open_refusal: bool) -> Entry:
    contact = visit.private_contact
    return Entry(
        visit=record,
        day=visit.day,
        time=shown_time(visit.started_at, visit.zone) if visit.started_at else "",
        result=result_of(visit),
        minutes=minutes_alone(visit),
        present=presences(visit),
        in_the_way=in_the_way(visit),
        is_open_refusal=is_open_refusal,
        next=contact.next if contact else None,
    )


def _promise(made: Sequence[Visit]) -> NextAttempt | None:
    # An older promise was met by the visit that came after it, whatever became of that.
    last = made[-1] if made else None
    if last is None or last.private_contact is None or was_alone(last):
        return None
    coming = last.private_contact.next
    return coming if coming and (coming.by or coming.by_whom) else None
