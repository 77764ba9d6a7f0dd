"""The clocks of a case, derived from its visits: days since alone, attempts, who blocked, refusals in
company.

Source: practice.md 2.3, "Case clocks". Both true results count. Counts only, never a score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from msp_desktop.practice.private_contact import seen_alone
from msp_desktop.record.private_contact import AskedOut
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.visit import Visit

NOT_RECORDED = "not_recorded"
_BLOCKING_REACTIONS = frozenset({"refused", "hostile", "returned", "listened_at_door"})


@dataclass(frozen=True, slots=True)
class Times:
    """Somebody and how many visits they stand in. `who` is a connection's id where it is known."""

    who: str
    name: str
    visits: int


@dataclass(frozen=True, slots=True)
class Clocks:
    """What the visits say about time alone. `days_since_alone` is None when there was none yet.

    `attempts` counts visits since the last time alone, `by_result` the results among them.
    `refused_in_company` counts refusals of time alone that were given with others listening and never asked
    again alone.
    """

    last_alone: str | None
    days_since_alone: int | None
    attempts: int
    by_result: tuple[tuple[str, int], ...]
    blocked_by: tuple[Times, ...]
    refused_in_company: int
    always_there: tuple[Times, ...]


def clocks(visits: Sequence[Visit], *, today: date) -> Clocks:
    """The clocks on a day, from a person's visits in any order. Planned and deleted ones are left out."""
    made = in_order(visits)
    since = since_alone(made)
    last = made[-len(since) - 1].day if len(since) < len(made) else None
    return Clocks(
        last_alone=last,
        days_since_alone=(today - date.fromisoformat(last)).days if last else None,
        attempts=len(since),
        by_result=tuple(Counter(result_of(visit) for visit in since).most_common()),
        blocked_by=_times([in_the_way(visit) for visit in since]),
        refused_in_company=len(open_refusals(made)),
        always_there=_always_there(made),
    )


def in_order(visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """The visits that were made or tried, the oldest first."""
    made = (visit for visit in visits if visit.state != "planned" and visit.deleted is None)
    return tuple(sorted(made, key=lambda visit: (visit.day, visit.started_at or "")))


def since_alone(made: Sequence[Visit]) -> tuple[Visit, ...]:
    """Of visits in order those after the last time alone; all of them where there was none."""
    return tuple(reversed([*takewhile(lambda visit: not was_alone(visit), reversed(made))]))


def in_the_way(visit: Visit) -> tuple[AskedOut, ...]:
    """Who prevented time alone at this visit, by what they did; nobody where it was not prevented."""
    contact = visit.private_contact
    if contact is None or result_of(visit) not in ("blocked_by_other", "not_seen_refused_entry"):
        return ()
    return tuple(each for each in contact.asked_out if each.reaction in _BLOCKING_REACTIONS)


def open_refusals(made: Sequence[Visit]) -> tuple[Visit, ...]:
    """Of visits in order those at which time alone was refused with others listening and never asked again alone."""
    still_open: list[Visit] = []
    for visit in made:
        contact = visit.private_contact
        if was_alone(visit) or (contact is not None and contact.asked_alone == "yes"):
            still_open = []
        elif result_of(visit) == "declined_by_person":
            still_open.append(visit)
    return tuple(still_open)


def was_alone(visit: Visit) -> bool:
    """Whether this visit counts as one with time alone."""
    return seen_alone(visit.private_contact, private_segment(visit))


def private_segment(visit: Visit) -> Segment | None:
    """The segment that the visit's private contact is about."""
    wanted = visit.private_contact.segment if visit.private_contact else None
    return next((segment for segment in visit.segments if segment.id == wanted), None)


def result_of(visit: Visit) -> str:
    """The visit's result, or that none is recorded."""
    contact = visit.private_contact
    return contact.result if contact is not None and contact.result else NOT_RECORDED


def presences(visit: Visit) -> tuple[Presence, ...]:
    """Everybody who was in the room at some time of the visit, once each; of unnamed ones the most at one time."""
    present = [each for segment in visit.segments for each in segment.present]
    known = {_key(each): each for each in present if _key(each)}
    unnamed = ([each for each in segment.present if not _key(each)] for segment in visit.segments)
    return (*known.values(), *max(unnamed, key=len, default=[]))


def _always_there(visits: Sequence[Visit]) -> tuple[Times, ...]:
    made = [visit for visit in visits if visit.not_made is None]
    runs: list[list[Presence | AskedOut]] = []
    still = {_key(each) for each in _present(made[-1])} if made else set()
    for visit in reversed(made):
        still &= {_key(each) for each in _present(visit)}
        runs.append([each for each in _present(visit) if _key(each) in still])
    return tuple(each for each in _times(runs) if each.visits > 1)


def _present(visit: Visit) -> list[Presence]:
    return [each for segment in visit.segments for each in segment.present if _key(each)]


def _key(each: Presence | AskedOut) -> str:
    return each.who or each.name.casefold()


def _times(visits: Sequence[Sequence[Presence | AskedOut]]) -> tuple[Times, ...]:
    known = {_key(each): each for people in visits for each in people if _key(each)}
    counts = Counter(key for people in visits for key in {_key(each) for each in people} if key)
    return tuple(Times(known[key].who, known[key].name, count) for key, count in counts.most_common())
