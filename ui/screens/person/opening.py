"""Reading what stands on top of one person's page, in one go. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from msp_desktop.practice.at_the_door import how_to_talk
from msp_desktop.record.ids import RecordId
from msp_desktop.record.people import People
from msp_desktop.record.person import Communication, Person
from msp_desktop.record.planning import planned_time
from msp_desktop.record.times import shown_day
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class PersonOpened:
    """One person, and the visit that is planned next, in words and by its id."""

    id: RecordId
    person: Person
    planned: tuple[RecordId, str] | None


def opened(id: RecordId, *, people: People, visits: Visits, reason: str) -> PersonOpened | None:
    """One person; opening is an event. None where a restricted record wants a reason."""
    if people.get(id).body.is_restricted and not reason.strip():
        return None
    return PersonOpened(id, people.open(id, reason=reason).body, next_planned(visits, id))


def next_planned(visits: Visits, person: RecordId) -> tuple[RecordId, str] | None:
    """The visit that is planned next, or the last one that did not begin."""
    planned = sorted(
        visits.list({"person": person, "state": "planned"}),
        key=lambda each: (each.body.day, each.body.planned_at or ""),
    )
    today = date.today().isoformat()
    coming = next((each for each in planned if each.body.day >= today), planned[-1] if planned else None)
    return (coming.id, _when(coming.body)) if coming else None


def also_called(person: Person) -> str:
    """The full name and the pronouns, where they are known."""
    return ", ".join(filter(None, [person.names, person.pronouns]))


def talk_lines(talk: Communication | None) -> tuple[str, ...]:
    """How to talk with the person, one sentence each, as far as it is written down."""
    if talk is None:
        return ()
    stop = tr("Signal to stop: {words}").format(words=talk.stop_signal) if talk.stop_signal else ""
    return tuple(filter(None, [*how_to_talk(talk), stop]))


def _when(visit: Visit) -> str:
    day, time = shown_day(visit.day), planned_time(visit)
    return tr("{day}, {time}").format(day=day, time=time) if time else day
