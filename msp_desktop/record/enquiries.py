"""Enquiries and their safeguarding plans."""

from __future__ import annotations

from db.store import Store
from msp_desktop.record.enquiry import ENQUIRY, Enquiry
from msp_desktop.record.ids import RecordId
from msp_desktop.record.plan import PLAN, Plan
from msp_desktop.record.record import Record, Shelf


class Enquiries(Shelf[Enquiry]):
    """Enquiries of every person."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, ENQUIRY)

    def of(self, person: RecordId) -> tuple[Record[Enquiry], ...]:
        """A person's enquiries, in the order they were added."""
        return self.list({"person": person})

    def new(self, person: RecordId, *, concern: str = "", opened_on: str | None = None) -> Record[Enquiry]:
        """An open enquiry."""
        return self.add(Enquiry(person=person, state="open", concern=concern, opened_on=opened_on))


class Plans(Shelf[Plan]):
    """The safeguarding plan of each enquiry."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, PLAN)

    def of(self, enquiry: RecordId) -> tuple[Record[Plan], ...]:
        """The plans of an enquiry, in the order they were added."""
        return self.list({"enquiry": enquiry})
