"""Reading everything that one visit's screen needs, in one go. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from msp_desktop.practice.at_the_door import AtTheDoor, Fact, whole
from msp_desktop.practice.clocks import Clocks, clocks
from msp_desktop.record import company
from msp_desktop.record.actions import Actions
from msp_desktop.record.connection import Connection
from msp_desktop.record.connections import Connections
from msp_desktop.record.ids import RecordId
from msp_desktop.record.people import People
from msp_desktop.record.person import Person
from msp_desktop.record.record import Record, Unsaved
from msp_desktop.record.safe_contacts import SafeContacts
from msp_desktop.record.times import day_of
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class Opened:
    """One visit with the person, the people around them, what matters at the door, and a draft that was found."""

    visit: Record[Visit]
    person: Person
    around: tuple[Record[Connection], ...]
    known: tuple[Fact, ...]
    draft: Unsaved[Visit] | None


@dataclass(frozen=True, slots=True)
class Sources:
    """Where it is read."""

    visits: Visits
    people: People
    connections: Connections
    actions: Actions
    safe_contacts: SafeContacts


def opened(id: RecordId, sources: Sources, *, reason: str) -> Opened | None:
    """Everything for one visit; opening the person is an event. None where a restricted record wants a reason.

    A visit that is going on was opened with one already, and nobody is asked in somebody's kitchen.
    """
    visit, people = sources.visits.get(id), sources.people
    person = visit.body.person
    if company.running(visit.body):
        reason = reason or tr("The visit is going on.")
    if people.get(person).body.is_restricted and not reason.strip():
        return None
    found, around = people.open(person, reason=reason).body, sources.connections.of(person)
    known = _known(found, person, [each.body for each in around], visit.body, sources)
    return Opened(visit, found, around, known, sources.visits.recover(id))


def _known(
    person: Person, id: RecordId, around: Sequence[Connection], visit: Visit, sources: Sources
) -> tuple[Fact, ...]:
    today = day_of(sources.visits.now(), visit.zone)
    found: Clocks = clocks([*sources.visits.outlines(id).values()], today=date.fromisoformat(today))
    door = AtTheDoor(
        person=person, last_alone=found.last_alone,
        promised=tuple(each.body for each in sources.actions.of(id) if each.body.state == "open"),
        has_safe_contact=sources.safe_contacts.for_guard(id).is_set,
    )  # fmt: skip
    return whole(door, found, around, today=today)
