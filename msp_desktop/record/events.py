"""The events that must be answered for, written in the same unit of work as what they tell of."""

from __future__ import annotations

from collections.abc import Sequence

from db.store import Store, Work
from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.times import instant

LOOKS = ("access", "restricted", "reveal")
PRINTS = ("print", "export", "not_printed")


class Events:
    """Adds events and lists them. There is no way to change or delete one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelf = Shelf(store, EVENT)

    def note(
        self, work: Work, what: str, *, subject: RecordId | None = None, kind: str = "",
        person: RecordId | None = None, visit: RecordId | None = None, reason: str = "",
    ) -> Record[Event]:  # fmt: skip
        """Write an event inside a larger unit, so that it and what it tells of stand or fall together."""
        event = Event(
            what=what, at=instant(self._store.now()), subject=subject, subject_kind=kind, person=person,
            visit=visit, reason=reason,
        )  # fmt: skip
        return self._shelf.write(work, event)

    def add(self, event: Event) -> Record[Event]:
        """Write an event of its own, such as a print or an export; what it tells of happens only if this
        returns.
        """
        return self._shelf.add(event)

    def of(self, subject: RecordId) -> tuple[Record[Event], ...]:
        """What happened around one record, oldest first."""
        return self._shelf.list({"subject": subject}, order=("at", "n"))

    def around(self, visit: RecordId) -> tuple[Record[Event], ...]:
        """What happened around one visit, oldest first."""
        return self._shelf.list({"visit": visit})

    def looks(
        self, person: RecordId, *, after: Record[Event] | None = None, limit: int | None = None
    ) -> tuple[Record[Event], ...]:
        """Who looked at a person and what was revealed, the latest first, the page after the last one seen."""
        return self._page(person, LOOKS, after=after, limit=limit)

    def prints(
        self, person: RecordId, *, after: Record[Event] | None = None, limit: int | None = None
    ) -> tuple[Record[Event], ...]:
        """What was printed of a person or for them, the latest first, the page after the last one seen."""
        return self._page(person, PRINTS, after=after, limit=limit)

    def _page(
        self, person: RecordId, what: Sequence[str], *, after: Record[Event] | None, limit: int | None
    ) -> tuple[Record[Event], ...]:
        place = (after.body.at, after.n) if after else ()
        return self._shelf.list({"person": person, "what": what}, order=("-at", "-n"), after=place, limit=limit)
