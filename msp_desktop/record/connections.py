"""The people around a person: who they are, and whom not to offer."""

from __future__ import annotations

from dataclasses import replace

from db.store import Store
from msp_desktop.errors import BadInput
from msp_desktop.record import entry
from msp_desktop.record.connection import CONNECTION, Connection, PossibleRisk
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record, Shelf
from msp_desktop.translation import tr


class Connections(Shelf[Connection]):
    """Connections of every person."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, CONNECTION)

    def checked(self, body: Connection) -> Connection:
        """Somebody without a name could not be told apart from anybody else: raises BadInput."""
        if not body.name.strip() and body.deleted is None:
            raise BadInput(tr("Enter a name, or what you know of them, such as: the man from upstairs."))
        return body

    def of(self, person: RecordId) -> tuple[Record[Connection], ...]:
        """Everybody around a person, in the order they were added."""
        return self.list({"person": person})

    def new(self, person: RecordId, name: str, *, role: str | None = None) -> Record[Connection]:
        """Somebody new around a person."""
        return self.add(Connection(person=person, name=entry.short_name(name), role=role))

    def mark_possible_risk(self, record: Record[Connection], risk: PossibleRisk) -> Record[Connection]:
        """Keep that somebody says this may be a source of risk.

        Not a finding; taken back by saving without it.
        """
        return self.save(record, replace(record.body, possible_risk=risk))

    def to_offer(self, person: RecordId) -> tuple[Record[Connection], ...]:
        """Whom to offer as supporter, plan holder or trusted person: never a possible source of risk."""
        return tuple(each for each in self.of(person) if each.body.may_be_offered)

    def to_interpret(self, person: RecordId) -> tuple[Record[Connection], ...]:
        """Whom an interpreter may be chosen from: never one marked not to interpret."""
        return tuple(each for each in self.to_offer(person) if not each.body.must_not_interpret)
