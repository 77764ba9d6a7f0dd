"""The people in a vault: adding, opening and changing a person."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from db.store import Store
from msp_desktop.errors import BadInput
from msp_desktop.record import entry
from msp_desktop.record.events import Events
from msp_desktop.record.ids import RecordId
from msp_desktop.record.person import PERSON, Person
from msp_desktop.record.record import Record, Shelf
from msp_desktop.translation import tr


class People(Shelf[Person]):
    """Persons. Opening one is an event; a restricted one asks for a reason."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, PERSON)
        self._events = Events(store)

    def new(self, call_me: str) -> Record[Person]:
        """A new person. What to call them is all that is needed; raises BadInput without it."""
        name = entry.short_name(call_me)
        if not name:
            raise BadInput(tr("Enter what the person likes to be called."))
        return self.add(Person(call_me=name))

    def called(self, name: str) -> tuple[Record[Person], ...]:
        """Everybody who likes to be called just that, in the order they were added; capitals do not matter."""
        with self.store.reading() as look:
            hits = {hit.id for hit in look.search(name, kinds=(PERSON.name,), limit=1_000) if not hit.is_draft}
            found = self.find(look, {"id": sorted(hits)})
        return tuple(each for each in found if each.body.call_me.casefold() == name.strip().casefold())

    def found(self, text: str, *, limit: int = 100) -> tuple[Record[Person], ...]:
        """Everybody whose names or words hold what was typed, the last word as a beginning, in the order of the list.

        A restricted record is found by its names alone: that it holds some word would tell what is in it.
        """
        typed = re.sub(r"(?<=\d)[\s-]+(?=\d)", "", text)  # an NHS number is kept as ten digits, however it is spaced
        with self.store.reading() as look:
            hits = look.search(typed, kinds=(PERSON.name,), limit=limit)
            records = self.find(look, {"id": sorted({hit.id for hit in hits if not hit.is_draft})}) if hits else ()
        may_be = [each for each in records if not each.body.is_restricted or _is_named(each.body, typed)]
        return tuple(sorted(may_be, key=lambda each: (each.body.is_restricted, each.body.call_me.casefold(), each.n)))

    def checked(self, body: Person) -> Person:
        """The person with the NHS number as ten digits that fit; refused without what to call them, or born later."""
        if not body.call_me.strip():
            raise BadInput(tr("Enter what the person likes to be called."))
        if body.birth_date and body.birth_date > self.store.now().date().isoformat():
            raise BadInput(tr("This day is still to come. Enter today or a day before it."))
        return replace(body, nhs_number=entry.nhs_number(body.nhs_number))

    def open(self, id: RecordId, *, reason: str = "") -> Record[Person]:
        """The person, and the event that somebody looked.

        Raises BadInput for a restricted one without a reason.
        """
        with self.store.work() as work:
            found = self.read(work, id)
            if found.body.is_restricted and not reason.strip():
                raise BadInput(tr("This record is restricted. Say why you need to open it."))
            what = "restricted" if found.body.is_restricted else "access"
            self._events.note(work, what, subject=id, kind="person", person=id, reason=reason)
            work.commit()
        return found


def _is_named(body: Person, typed: str) -> bool:
    names = _plain(f"{body.call_me} {body.names}")
    return all(word in names for word in _plain(typed).split())


def _plain(text: str) -> str:
    """Without accents and capitals, as search sees it."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if not unicodedata.combining(char)).casefold()
