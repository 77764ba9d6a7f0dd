"""One visit of a made-up situation is lived through, from the plan to the signature, in the order of a worker's day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from msp_desktop.demo.given import Here, Somebody
from msp_desktop.demo.playing import Life, Story
from msp_desktop.demo.situation import Amended, Fields, NotMade, Photo, Step, VisitTold
from msp_desktop.record import company
from msp_desktop.record.ids import SegmentId
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.record import Record
from msp_desktop.record.segment import Segment
from msp_desktop.record.statement import Statement
from msp_desktop.record.times import instant
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits

PLANNING = "16:30"
"""Visits are planned in the afternoon."""

TO_THE_CAR = timedelta(minutes=7)
COUNCIL_SYSTEM = "council system"


def visit_story(life: Life, told: VisitTold) -> Story:
    """The whole of a visit, as far as it has come."""
    visiting, days = Visiting(life, told), life.days
    if told.planned is not None:
        yield days.moment(told.planned.on, PLANNING)
        visiting.plan()
    if told.start is not None:
        yield days.moment(told.day, told.start)
        visiting.start()
    for step in told.steps:
        yield days.moment(told.day, step.at)
        visiting.take(step, day=told.day)
    if told.not_made is not None:
        yield days.moment(told.day, told.not_made.at)
        visiting.say_why_not(told.not_made)
    if told.end is not None:
        yield days.moment(told.day, told.end)
        visiting.finish()
    yield from _afterwards(visiting, life, told)


def _afterwards(visiting: Visiting, life: Life, told: VisitTold) -> Story:
    left = told.end or (told.not_made.at if told.not_made else None)
    if left is None:
        return
    at_car = told.car or ""
    yield life.days.moment(told.day, at_car) if at_car else life.days.moment(told.day, left) + TO_THE_CAR
    visiting.write_down()
    for step in told.later:
        yield life.days.moment(told.day, step.at)
        visiting.take(step, day=told.day)
    if told.signed is not None:
        yield life.days.moment(told.day, told.signed)
        visiting.sign()
    for step in told.unsaved:
        yield life.days.moment(told.day, step.at)
        visiting.take(step, day=told.day)
        visiting.keep_draft()
    if told.amended is not None:
        yield from _amended(visiting, life, told.amended)


def _amended(visiting: Visiting, life: Life, told: Amended) -> Story:
    yield life.days.moment(told.day, told.at)
    visiting.amend(told)
    yield life.days.moment(told.day, told.signed)
    visiting.sign()


@dataclass(slots=True)
class Visiting:
    """One visit. Lines stay in hand until the next step saves them, as they do in the window."""

    life: Life
    told: VisitTold
    _in_hand: Record[Visit] | None = field(default=None, init=False)

    def plan(self) -> None:
        """Plan it for its day and time."""
        planned, values = self.told.planned, self._values(Visit, self.told.visit)
        assert planned is not None  # noqa: S101  only then is it asked for
        usual = {name: values.pop(name) for name in ("type", "purpose", "where") if name in values}
        at = self.life.days.moment(self.told.day, planned.time)
        record = self._visits.plan(self.life.person, at=at, enquiry=self.life.enquiry, **usual)
        self._in_hand = self._visits.save(record, replace(record.body, **values)) if values else record

    def start(self) -> None:
        """Go in; a visit that nobody planned begins there and then."""
        if not self.life.is_short:
            self.life.workspace.people.open(self.life.person, reason=str(self.told.visit.get("purpose", "")))
        if self._in_hand is None:
            record = self._visits.start_unplanned(self.life.person)
            values = self._values(Visit, self.told.visit)
            self._keep(record, replace(record.body, enquiry=self.life.enquiry, **values))
        else:
            self._in_hand = self._visits.start(self._in_hand)

    def take(self, step: Step, *, day: int) -> None:
        """Who is in the room now, what was said or seen, what else was done."""
        self._company(step)
        if step.room and (running := company.running(self._record.body)):
            room = replace(running, **self._values(Segment, step.room))
            self._keep(self._record, company.with_segment(self._record.body, room))
        for kind, words in step.lines:
            self._write(kind, words, step)
        if step.photo is not None:
            self._photograph(step.photo)
        running = company.running(self._record.body)
        self.life.do(step, day=day, visit=self._record.id, segment=running.id if running else None)

    def say_why_not(self, told: NotMade) -> None:
        """It did not take place."""
        self._in_hand = self._visits.not_made(
            self._record, told.reason, what_happened=told.what_happened, who_said_so=told.who_said_so
        )

    def finish(self) -> None:
        """Leave."""
        self._in_hand = self._visits.finish(self._record)

    def write_down(self) -> None:
        """Say in the car whether there was time alone, and the rest."""
        told, before = self.told, self._record.body.private_contact or PrivateContact()
        contact = replace(
            before, segment=self._segment_from(told.alone_from), **self._values(PrivateContact, told.alone)
        )
        body = replace(self._record.body, **self._values(Visit, told.after))
        if told.alone or self._record.body.private_contact:
            body = replace(body, private_contact=contact)
        self._keep(self._record, body)
        if told.other_result is not None:
            self._in_hand = self._visits.change_private_contact(
                self._record, result=told.other_result.result, because=told.other_result.because
            )
        elif told.is_open or not told.alone or told.not_made is not None:
            self._in_hand = self._visits.save(self._record, body)
        else:
            self._in_hand = self._visits.confirm_private_contact(self._record)

    def sign(self) -> None:
        """Sign it, and copy the note for the council system."""
        self._in_hand = self._visits.sign(self._record, self.life.workspace.sign)
        if not self.life.is_short:
            note = self.life.workspace.notes.copy(self._record.id, where_to=COUNCIL_SYSTEM)
            self.life.notes[self._record.id] = note.text

    def amend(self, told: Amended) -> None:
        """Change what was signed, with a reason."""
        record = self._record
        for step in told.steps:
            self.take(step, day=told.day)
        body = replace(self._record.body, **self.life.here(told.day).values(Visit, told.changes))
        self._in_hand = self._visits.amend(record, body, told.reason)

    def keep_draft(self) -> None:
        """Keep what is being written, and stop there."""
        self._visits.keep_draft(self._record.id, self._record.body, base=self._record.rev)

    @property
    def _record(self) -> Record[Visit]:
        assert self._in_hand is not None  # noqa: S101  a test plays every file
        return self._in_hand

    @property
    def _visits(self) -> Visits:
        return self.life.workspace.visits

    @property
    def _here(self) -> Here:
        return self.life.here(self.told.day)

    def _values(self, body: type, fields: Fields) -> Fields:
        return self._here.values(body, fields)

    def _keep(self, record: Record[Visit], body: Visit) -> None:
        self._in_hand = replace(record, body=body)

    def _company(self, step: Step) -> None:
        if step.came_in:
            self._in_hand = self._visits.they_came_in(self._record, *map(self.life.presence, step.came_in))
        if step.left is not None:
            self._in_hand = self._visits.somebody_left(self._record, self.life.presence(step.left))
        if step.only_us:
            self._in_hand = self._visits.only_us(self._record)

    def _write(self, kind: str, words: str, step: Step) -> None:
        by = self.life.somebody(step.by) if step.by in self.life.told.people else Somebody(step.by)
        line = self._visits.new_statement(self._record.body, kind, words, speaker=by.name, question=step.asked)
        line = replace(line, speaker_who=by.id or "", **self._values(Statement, step.line))
        self._keep(self._record, replace(self._record.body, statements=(*self._record.body.statements, line)))

    def _photograph(self, photo: Photo) -> None:
        self.life.workspace.attachments.add_to_visit(
            self._record.id, self.life.darkroom.picture(photo), caption=photo.caption, consent=photo.consent
        )

    def _segment_from(self, time: str | None) -> SegmentId | None:
        if time is None:
            return None
        start = instant(self.life.days.moment(self.told.day, time))
        found = [each.id for each in self._record.body.segments if each.start == start]
        return found[-1] if found else None
