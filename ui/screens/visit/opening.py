"""Reading everything that one visit's screen needs, in one go. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from msp_desktop.practice import codes
from msp_desktop.practice.clocks import Clocks, clocks
from msp_desktop.record import company
from msp_desktop.record.connection import Connection
from msp_desktop.record.connections import Connections
from msp_desktop.record.ids import RecordId
from msp_desktop.record.people import People
from msp_desktop.record.person import Person, Warning
from msp_desktop.record.record import Record, Unsaved
from msp_desktop.record.times import shown_day
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.translation import tr
from ui.screens.person.ledger_words import clock_lines


@dataclass(frozen=True, slots=True)
class Opened:
    """One visit with the person, the people around them, the clocks, and a draft that was found."""

    visit: Record[Visit]
    person: Person
    around: tuple[Record[Connection], ...]
    clocks: Clocks
    draft: Unsaved[Visit] | None


def opened(id: RecordId, *, visits: Visits, people: People, connections: Connections, reason: str) -> Opened | None:
    """Everything for one visit; opening the person is an event. None where a restricted record wants a reason.

    A visit that is going on was opened with one already, and nobody is asked in somebody's kitchen.
    """
    visit = visits.get(id)
    person = visit.body.person
    if company.running(visit.body):
        reason = reason or tr("The visit is going on.")
    if people.get(person).body.is_restricted and not reason.strip():
        return None
    return Opened(
        visit, people.open(person, reason=reason).body, connections.of(person),
        clocks(tuple(each.body for each in visits.of(person)), today=date.today()), visits.recover(id),
    )  # fmt: skip


def known_before(opened: Opened) -> tuple[str, ...]:
    """What matters at the door, one sentence each."""
    return (*clock_lines(opened.clocks), *map(_warning, opened.person.warnings))


def _warning(each: Warning) -> str:
    words = tr("{type}: {what}").format(type=codes.person.WARNING.label(each.type), what=each.what)
    review = tr("To be looked at again by {day}.").format(day=shown_day(each.review_on)) if each.review_on else ""
    return " ".join(filter(None, [words, review]))
