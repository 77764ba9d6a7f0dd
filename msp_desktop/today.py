"""What a worker's day holds, read in one look: what goes on, what comes, and what is not finished. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import Generic, TypeVar

from db import outbox, promises
from db.store import Draft, Reading, Store
from msp_desktop.practice.at_the_door import AtTheDoor
from msp_desktop.practice.codes.visit import VISIT_STATE
from msp_desktop.record import company
from msp_desktop.record.action import ACTION, Action
from msp_desktop.record.doors import Doors
from msp_desktop.record.ids import RecordId
from msp_desktop.record.person import PERSON, Person
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.times import LOCAL, day_of, instant
from msp_desktop.record.visit import VISIT, Visit
from msp_desktop.sync.exporting import EPOCH

AVisit = Record[Visit]
T = TypeVar("T")
R = TypeVar("R", Record[Visit], Record[Action])

MOST = 5
"""How many of one list are read at first."""

_LATEST, _FAR = ("-day", "-n"), 2**62


class Lists(StrEnum):
    """The lists that may be longer than what is read of them."""

    GONE_BY = "gone_by"
    UNSIGNED = "unsigned"
    ATTEMPTS = "attempts"
    ACTIONS = "actions"
    COMING = "coming"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """Something about a person, with what to call them. Of a restricted record no more than that is shown."""

    of: T
    name: str
    is_restricted: bool = False


@dataclass(frozen=True, slots=True)
class Some(Generic[T]):
    """The first of a list, and whether there are more."""

    items: tuple[Named[T], ...] = ()
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was typed and never saved: what kind of record, when, where, about whom. No words of it."""

    kind: str
    saved_at: str
    visit: RecordId | None
    person: RecordId


@dataclass(frozen=True, slots=True)
class Call:
    """One visit of today, with what matters at the door; nothing of that where the record is restricted."""

    visit: Named[AVisit]
    door: AtTheDoor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One local day. A visit stands in one list, and once more where an attempt that was promised in it is due.

    `gone_by` were planned for an earlier day and nothing is recorded; `unsigned` are over; `attempts` promised another
    one that is due and that no later visit answers; `found` was typed and never saved. `waits` says that something
    signed is not sealed yet; `sealed` counts sealed files of which the council has said nothing.
    """

    day: str
    going_on: tuple[Named[AVisit], ...] = ()
    calls: tuple[Call, ...] = ()
    done: tuple[Named[AVisit], ...] = ()
    gone_by: Some[AVisit] = Some()
    unsigned: Some[AVisit] = Some()
    attempts: Some[AVisit] = Some()
    actions: Some[Record[Action]] = Some()
    found: tuple[Named[Found], ...] = ()
    coming: Some[AVisit] = Some()
    waits: bool = False
    sealed: int = 0


class Today:
    """The day of one practitioner. `zone` is the IANA name of their local time."""

    def __init__(self, store: Store, *, zone: str = LOCAL) -> None:
        self._store, self._zone, self._doors = store, zone, Doors(store)
        self._visits, self._people, self._actions = Shelf(store, VISIT), Shelf(store, PERSON), Shelf(store, ACTION)

    def day(self) -> str:
        """The local day now, ISO."""
        return day_of(instant(self._store.now()), self._zone)

    def read(self, most: Mapping[Lists, int] | None = None) -> Day:
        """Everything; `most` says of which lists to read more than at first."""
        wanted, day = dict.fromkeys(Lists, MOST) | dict(most or {}), self.day()
        with self._store.reading() as look:
            return self._read(look, day, wanted)

    def signed(self, most: int = MOST) -> Some[AVisit]:
        """Signed visits, the latest first."""
        with self._store.reading() as look:
            found = [
                each
                for state in ("complete", "addendum")
                for each in self._visits.find(look, {"state": state}, order=_LATEST, limit=most + 1)
                if each.body.signature
            ]
            found.sort(key=lambda each: (each.body.day, each.n), reverse=True)
            return self._names(look, map(_whose, found)).some(found, most)

    def _read(self, look: Reading, day: str, most: Mapping[Lists, int]) -> Day:
        on_day, running, drafts = self._on(look, day), self._running(look), look.drafts()
        gone_by = self._planned(look, order=_LATEST, after=(day, 0), most=most[Lists.GONE_BY])
        coming = self._planned(look, order=("day", "n"), after=(day, _FAR), most=most[Lists.COMING])
        over = self._unsigned(look, running, most[Lists.UNSIGNED])
        attempts = self._attempts(look, day, most[Lists.ATTEMPTS])
        actions = self._actions_due(look, day, most[Lists.ACTIONS])
        visits = (*on_day, *running, *gone_by, *coming, *over, *attempts)
        names = self._names(look, [*map(_whose, visits), *map(_whose, actions), *map(_about, drafts)])
        return Day(
            day=day,
            going_on=tuple(names.of(each) for each in running),
            calls=self._calls(look, [each for each in on_day if each.body.state == "planned"], names),
            done=tuple(names.of(each) for each in sorted(on_day, key=_time) if each.body.signature),
            gone_by=names.some(gone_by, most[Lists.GONE_BY]),
            unsigned=names.some(over, most[Lists.UNSIGNED]),
            attempts=names.some(attempts, most[Lists.ATTEMPTS]),
            actions=names.some(actions, most[Lists.ACTIONS]),
            found=tuple(names.named(_found(each), _about(each)) for each in drafts),
            coming=names.some(coming, most[Lists.COMING]),
            waits=outbox.has_leaving(look, epoch=look.fact(EPOCH) or ""),
            sealed=outbox.sealed_and_waiting(look),
        )

    def _on(self, look: Reading, day: str) -> tuple[AVisit, ...]:
        # Every state is named: visits are found by state and day.
        return self._visits.find(look, {"state": tuple(VISIT_STATE), "day": day}, order=("day", "n"))

    def _running(self, look: Reading) -> tuple[AVisit, ...]:
        not_ended = self._visits.find(look, {"state": "draft", "ended_at": None}, order=_LATEST)
        return tuple(each for each in not_ended if company.running(each.body))

    def _planned(self, look: Reading, *, order: Sequence[str], after: tuple[str, int], most: int) -> tuple[AVisit, ...]:
        return self._visits.find(look, {"state": "planned"}, order=order, after=after, limit=most + 1)

    def _unsigned(self, look: Reading, running: Sequence[AVisit], most: int) -> list[AVisit]:
        goes_on = {each.id for each in running}
        more = most + 1 + len(goes_on)
        drafts = self._visits.find(look, {"state": "draft"}, order=_LATEST, limit=more)
        changed = self._visits.find(look, {"state": "addendum"}, order=_LATEST, limit=more)
        return [each for each in (*changed, *drafts) if each.id not in goes_on and each.body.signature is None]

    def _attempts(self, look: Reading, day: str, most: int) -> list[AVisit]:
        ids = promises.due(look, until=day, limit=most + 1)
        found = {each.id: each for each in self._visits.find(look, {"id": ids})}
        return [found[RecordId(id)] for id in ids]

    def _actions_due(self, look: Reading, day: str, most: int) -> list[Record[Action]]:
        # What has no day to be done by stands before the first day, and is never late.
        first = self._actions.find(look, {"state": "open"}, order=("due", "n"), after=("", 0), limit=most + 1)
        return list(takewhile(lambda each: (each.body.due or day) <= day, first))

    def _calls(self, look: Reading, planned: Sequence[AVisit], names: _Names) -> tuple[Call, ...]:
        doors = self._doors.read(look, names.without_restricted(map(_whose, planned)))
        return tuple(Call(names.of(each), doors.get(each.body.person)) for each in sorted(planned, key=_time))

    def _names(self, look: Reading, ids: Iterable[RecordId]) -> _Names:
        return _Names(self._people.find(look, {"id": sorted(set(ids))}))


class _Names:
    """What to call those whom the lists are about."""

    def __init__(self, people: Iterable[Record[Person]]) -> None:
        self._people = {each.id: each for each in people}

    def of(self, visit: AVisit) -> Named[AVisit]:
        return self.named(visit, visit.body.person)

    def some(self, found: Sequence[R], most: int) -> Some[R]:
        return Some(tuple(self.named(each, _whose(each)) for each in found[:most]), has_more=len(found) > most)

    def named(self, of: T, person: RecordId) -> Named[T]:
        found = self._people.get(person)
        return Named(of, found.body.call_me, found.body.is_restricted) if found else Named(of, "")

    def without_restricted(self, ids: Iterable[RecordId]) -> list[Record[Person]]:
        found = [self._people[id] for id in {*ids} if id in self._people]
        return [each for each in found if not each.body.is_restricted]


def _whose(record: AVisit | Record[Action]) -> RecordId:
    return record.body.person


def _about(draft: Draft) -> RecordId:
    return RecordId(draft.body.get("person") or draft.id)


def _found(draft: Draft) -> Found:
    visit = draft.id if draft.kind == VISIT.name else draft.body.get("visit")
    return Found(draft.kind, draft.saved_at, RecordId(visit) if visit else None, _about(draft))


def _time(visit: AVisit) -> tuple[str, str, int]:
    body = visit.body  # what has no time yet stands behind what has one
    return body.day, body.planned_at or body.started_at or "no time", visit.n
