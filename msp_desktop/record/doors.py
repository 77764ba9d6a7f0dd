"""Reading what matters at the door: of one person before a visit, of several on Today. Shows and decides nothing."""

from __future__ import annotations

from collections.abc import Iterable

from db.store import Reading, Store
from msp_desktop.practice.at_the_door import AtTheDoor
from msp_desktop.record.action import ACTION
from msp_desktop.record.ids import RecordId
from msp_desktop.record.person import PERSON, Person
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.safe_contact import SAFE_CONTACT
from msp_desktop.record.visits import Visits


class Doors:
    """Of the safe contact it reads only whether there is one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._people, self._visits = Shelf(store, PERSON), Visits(store)
        self._actions, self._safe = Shelf(store, ACTION), Shelf(store, SAFE_CONTACT)

    def of(self, person: RecordId) -> AtTheDoor:
        """What matters at the door of one person."""
        with self._store.reading() as look:
            return self.read(look, [self._people.read(look, person)])[person]

    def read(self, look: Reading, people: Iterable[Record[Person]]) -> dict[RecordId, AtTheDoor]:
        """The same for several inside a larger look, by their ids."""
        known = {each.id: each.body for each in people}
        ids = {"person": list(known)}
        promised = [each.body for each in self._actions.find(look, {**ids, "state": "open"}, order=("due", "n"))]
        safe = {each.body.person for each in self._safe.find(look, ids)}
        alone = self._visits.last_alone(look, list(known))
        return {
            id: AtTheDoor(
                person=body, last_alone=alone[id].day if id in alone else None, has_safe_contact=id in safe,
                promised=tuple(each for each in promised if each.person == id),
            )
            for id, body in known.items()
        }  # fmt: skip
