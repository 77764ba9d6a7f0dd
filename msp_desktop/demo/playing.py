"""A situation is lived through: each thing is done by the services a worker's hands reach, at the time it is told for.

A story is an iterator that gives the time of its next step and takes the step when it is asked to go on, so that the
stories of many people are lived side by side, as a worker lives them.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from msp_desktop.demo.days import Clock, Days
from msp_desktop.demo.drawing import Darkroom
from msp_desktop.demo.given import Here, Somebody, answer
from msp_desktop.demo.situation import AtDesk, Changed, Closed, Deed, Fields, Print, Situation
from msp_desktop.errors import BadInput
from msp_desktop.record.action import Action
from msp_desktop.record.connection import Connection
from msp_desktop.record.enquiries import Plans
from msp_desktop.record.enquiry import Enquiry
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.outcome import Outcome
from msp_desktop.record.person import Person
from msp_desktop.record.plan import Plan
from msp_desktop.record.record import Record
from msp_desktop.record.safe_contact import SafeContact
from msp_desktop.record.segment import Presence
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order
from msp_desktop.tools import form
from msp_desktop.tools.filling import Filling, begun
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace

Story = Iterator[datetime]


def live(clock: Clock, stories: Iterable[Story]) -> None:
    """Live through all stories at once, each step when its time has come; at one time, in the order given."""
    waiting = [(next(story), order, story) for order, story in enumerate(stories)]
    heapq.heapify(waiting)
    while waiting:
        clock.at, order, story = heapq.heappop(waiting)
        following = next(story, None)
        if following is not None:
            heapq.heappush(waiting, (following, order, story))


@dataclass(slots=True)
class Life:
    """One person's story in one vault, and what was recorded of it so far.

    `is_short`: the person and the visits alone; nobody is kept around them, and nobody looks anything up. `notes` are
    the notes of signed visits as they were copied out.
    """

    workspace: Workspace
    told: Situation
    days: Days
    darkroom: Darkroom
    is_short: bool = False
    notes: dict[RecordId, str] = field(default_factory=dict)
    person: RecordId = field(default=RecordId(""), init=False)
    enquiry: RecordId | None = field(default=None, init=False)
    _around: dict[str, RecordId] = field(default_factory=dict)
    _fillings: dict[tuple[str, RecordId | None], tuple[Filling, Fields]] = field(default_factory=dict)

    def meeting(self) -> Story:
        """They are heard of for the first time: who they are, who is around them, what the worry is."""
        yield self.days.moment(self.told.met, "09:00")
        fields = dict(self.told.person)
        self.person = self.workspace.people.new(fields.pop("call_me")).id
        if self.is_short:
            return
        self.do(
            Deed(
                at="09:00", person=fields, around=self.told.people, safe_contact=self.told.safe_contact,
                enquiry=self.told.enquiry,
            ),
            day=self.told.met,
        )  # fmt: skip

    def at_desk(self, deed: AtDesk) -> Story:
        """Something done between visits."""
        yield self.days.moment(deed.day, deed.at)
        self.do(deed, day=deed.day)

    def do(
        self, deed: Deed, *, day: int, visit: RecordId | None = None, segment: SegmentId | None = None
    ) -> None:  # fmt: skip
        """Do what a deed says, on a day, during a visit and a stretch of it where there is one."""
        here = self.here(day)
        steps: dict[str, Callable[[Any], object]] = {
            "person": lambda given: self._person(given, here),
            "around": lambda given: self._people_around(given, here),
            "safe_contact": lambda given: self._safe_contact(given, here),
            "revealed": lambda why: self.workspace.safe_contacts.reveal(self.person, reason=why, visit=visit),
            "enquiry": lambda given: self._enquiry(given, here),
            "tool": lambda _: self._fill_in(deed, here, visit=visit, segment=segment),
            "outcome": lambda change: self._outcome(change, visit=visit),
            "promised": lambda given: self._promise(given, here, visit=visit, segment=segment),
            "kept": lambda closed: self._close(closed, done=True),
            "dropped": lambda closed: self._close(closed, done=False),
            "plan": lambda given: self._plan(given, here),
            "printed": lambda wish: self._print(wish, visit=visit),
        }
        for name, step in steps.items():
            if given := getattr(deed, name):
                step(given)

    def here(self, day: int) -> Here:
        """How what the file gives is to be taken on a day."""
        return Here(self.days, day, self.somebody)

    def somebody(self, key: str) -> Somebody:
        """One of the people, by key; raises KeyError."""
        return Somebody(str(self.told.people[key]["name"]), self._around.get(key))

    def presence(self, key: str) -> Presence:
        """One of the people as somebody in the room."""
        found = self.somebody(key)
        return Presence(who=found.id or "", name=found.name, role=self.told.people[key].get("role"))

    def _person(self, given: Fields, here: Here) -> None:
        record = self.workspace.people.get(self.person)
        self.workspace.people.save(record, replace(record.body, **here.values(Person, given)))

    def _people_around(self, given: dict[str, Fields], here: Here) -> None:
        shelf = self.workspace.connections
        for key, fields in given.items():
            values = here.values(Connection, fields)
            if key in self._around:
                record = shelf.get(self._around[key])
                shelf.save(record, replace(record.body, **values))
            else:
                self._around[key] = shelf.add(Connection(person=self.person, **values)).id

    def _safe_contact(self, given: Fields, here: Here) -> None:
        self.workspace.safe_contacts.set(SafeContact(person=self.person, **here.values(SafeContact, given)))

    def _enquiry(self, given: Fields, here: Here) -> None:
        shelf, values = self.workspace.enquiries, here.values(Enquiry, given)
        if self.enquiry is None:
            values = {"state": "open", "opened_on": here.days.day(here.day).isoformat()} | values
            self.enquiry = shelf.add(Enquiry(person=self.person, **values)).id
        else:
            record = shelf.get(self.enquiry)
            shelf.save(record, replace(record.body, **values))

    def _plan(self, given: Fields, here: Here) -> None:
        if self.enquiry is None:
            raise BadInput(tr("A safeguarding plan belongs to an enquiry, and there is none yet."))
        shelf, values = Plans(self.workspace.store), here.values(Plan, given)
        before = shelf.of(self.enquiry)
        plan = before[0].body if before else Plan(person=self.person, enquiry=self.enquiry)
        outcomes = tuple(each.id for each in self.workspace.outcomes.of(self.person))
        actions = tuple(each.id for each in self.workspace.actions.of(self.person))
        plan = replace(plan, outcomes=outcomes, actions=actions, **values)
        if before:
            shelf.save(before[0], plan)
        else:
            shelf.add(plan)

    def _fill_in(self, deed: Deed, here: Here, *, visit: RecordId | None, segment: SegmentId | None) -> None:
        """Fill in a tool, or go on with one that was begun in the same visit."""
        tool = self.workspace.tools.tool(deed.tool)
        started = begun(self.workspace.answers, tool, person=self.person, visit=visit)
        filling, before = self._fillings.pop((deed.tool, visit), (started, {}))
        now = before | {key: answer(tool.field(key), value, here) for key, value in deed.answers.items()}
        now |= form.following(tool, now)
        if deed.unfinished:
            filling.save(now, segment=segment)
            self._fillings[deed.tool, visit] = (filling, now)
        else:
            filling.finish(now, segment=segment)

    def _promise(
        self, given: Fields, here: Here, *, visit: RecordId | None, segment: SegmentId | None
    ) -> None:  # fmt: skip
        values = {"state": "open", **here.values(Action, given)}
        action = Action(person=self.person, visit=visit, enquiry=self.enquiry, segment=segment, **values)
        self.workspace.actions.add(action)

    def _close(self, closed: Closed, *, done: bool) -> None:
        found = [each for each in self.workspace.actions.of(self.person) if each.body.what == closed.what]
        self.workspace.actions.close(_the_one(found), done=done, words=closed.words)

    def _outcome(self, change: Changed, *, visit: RecordId | None) -> None:
        found: list[Record[Outcome]] = [
            each for each in self.workspace.outcomes.of(self.person) if each.body.words == change.of
        ]
        self.workspace.outcomes.change_status(
            _the_one(found), change.status, words=change.words, score=change.score, judged_by=change.judged_by,
            visit=visit,
        )  # fmt: skip

    def _print(self, wish: Print, *, visit: RecordId | None) -> None:
        tool = wish.sheet.partition(".")[0]
        filled = [each.id for each in self.workspace.answers.of(self.person, tool=tool)] if wish.filled else [None]
        choices = Choices(
            going=wish.going, format=wish.format, replies=wish.replies, ticked=frozenset(wish.ticked),
            reason=wish.reason,
        )  # fmt: skip
        order = Order(
            sheet_id=wish.sheet, choices=choices, answers=filled[-1], person=self.person, visit=visit,
            of_visit=wish.of_visit,
        )  # fmt: skip
        self.workspace.printer.print(order, copies=wish.copies)
        if wish.did_not_come:
            self.workspace.printer.did_not_come(order)


def _the_one(found: list[Any]) -> Any:  # noqa: ANN401 - records of any kind
    if not found:
        raise BadInput(tr("This situation names an outcome or a promise that nobody has recorded yet."))
    return found[-1]
