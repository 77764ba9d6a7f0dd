"""The events that must be answered for, written in the same unit of work as what they tell of."""

from __future__ import annotations

from db.store import Store, Work
from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.times import instant


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
