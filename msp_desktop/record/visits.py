"""Visits from plan to signature: each step is one unit of work, and nothing that is missing ever blocks
saving.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from db.firsts import first_of_each
from db.store import Reading, Store, Work
from msp_desktop.errors import BadInput
from msp_desktop.practice import private_contact
from msp_desktop.practice.clocks import private_segment, was_alone
from msp_desktop.practice.codes.private_contact import TRUE_RESULTS
from msp_desktop.record import company, signing
from msp_desktop.record.events import Events
from msp_desktop.record.ids import RecordId, RevisionId, SegmentId, StatementId
from msp_desktop.record.not_made import attempt
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.record import Record, Shelf, Value, Where
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.statement import Statement
from msp_desktop.record.times import LOCAL, day_of, instant
from msp_desktop.record.visit import VISIT, NotMade, Visit
from msp_desktop.translation import tr

_TRUE = {"private_contact": sorted(TRUE_RESULTS)}


class Visits(Shelf[Visit]):
    """Visits of one practitioner. `zone` is the IANA name of the local time that new visits are kept with."""

    def __init__(self, store: Store, *, zone: str = LOCAL) -> None:
        super().__init__(store, VISIT)
        self.zone = zone
        self._events = Events(store)

    def plan(
        self, person: RecordId, *, at: datetime | None = None, type: str | None = None,
        enquiry: RecordId | None = None, purpose: str = "", where: str = "",
    ) -> Record[Visit]:  # fmt: skip
        """A visit to come; `at` is an aware time, without one it is today and nobody said when."""
        planned = instant(at) if at else None
        return self.add(
            Visit(
                person=person, state="planned", day=day_of(planned or self.now(), self.zone), zone=self.zone,
                type=type, enquiry=enquiry, planned_at=planned, purpose=purpose, where=where,
            )
        )  # fmt: skip

    def start(self, record: Record[Visit]) -> Record[Visit]:
        """Begin a planned visit now. Nobody has said yet who is in the room, which counts as company."""
        if record.body.state != "planned":
            raise BadInput(tr("This visit has already begun. Open it to go on."))
        return self.save(record, self._begun(record.body))

    def start_unplanned(self, person: RecordId) -> Record[Visit]:
        """Begin a visit that nobody planned."""
        at = self.now()
        day = day_of(at, self.zone)
        return self.add(self._begun(Visit(person=person, state="draft", day=day, zone=self.zone)))

    def they_came_in(self, record: Record[Visit], *who: Presence) -> Record[Visit]:
        """Somebody came in: a new segment with those who were there and those who came; unknown who is
        allowed.
        """
        before = company.running(record.body)
        present = (*(before.present if before else ()), *(who or (Presence(),)))
        return self._company(record, "company", present)

    def only_us(self, record: Record[Visit]) -> Record[Visit]:
        """Only the person and the worker are in the room now: a new segment."""
        return self._company(record, "only_us", ())

    def somebody_left(self, record: Record[Visit], who: Presence) -> Record[Visit]:
        """One of those in the room went out: a new segment with the others."""
        before = company.running(record.body)
        others = list(before.present if before else ())
        if who in others:
            others.remove(who)
        return self._company(record, "company" if others else "only_us", tuple(others))

    def correct_segment(self, record: Record[Visit], segment: Segment) -> Record[Visit]:
        """Put right who was there, who could hear or when; a result that no longer follows is open again."""
        return self.save(record, company.with_segment(record.body, segment))

    def write_statement(
        self, record: Record[Visit], kind: str, words: str, *, speaker: str = "", question: str = "",
        about_at: str | None = None,
    ) -> Record[Visit]:  # fmt: skip
        """Add a line to the note, heard in the segment that is running; words are kept exactly."""
        line = self.new_statement(record.body, kind, words, speaker=speaker, question=question)
        lines = (*record.body.statements, replace(line, about_at=about_at))
        return self.save(record, replace(record.body, statements=lines))

    def new_statement(self, visit: Visit, kind: str, words: str, *, speaker: str = "", question: str = "") -> Statement:
        """A line that is only being written: heard now, in the segment that is running."""
        segment = company.running(visit)
        return Statement(
            id=StatementId(self.store.new_id()), kind=kind, words=words, written_at=self.now(), speaker=speaker,
            question=question, segment=segment.id if segment else None,
        )  # fmt: skip

    def edit_statement(self, record: Record[Visit], statement: Statement) -> Record[Visit]:
        """Put right a line; when it was first written stays. The line as it was stays in the history."""
        before = {each.id: each for each in record.body.statements}
        if statement.id not in before:
            raise BadInput(tr("This line is no longer in the note. Nothing was changed."))
        kept = replace(statement, written_at=before[statement.id].written_at)
        lines = tuple(kept if each.id == kept.id else each for each in record.body.statements)
        return self.save(record, replace(record.body, statements=lines))

    def set_private_contact(self, record: Record[Visit], contact: PrivateContact) -> Record[Visit]:
        """Keep the answers about time alone.

        What the rule names stands beside; the worker confirms or changes it.
        """
        return self.save(record, replace(record.body, private_contact=contact))

    def confirm_private_contact(self, record: Record[Visit]) -> Record[Visit]:
        """Take what the rule names as the result; raises BadInput while it names none."""
        contact = record.body.private_contact or PrivateContact()
        confirmed = private_contact.confirmed(contact, private_segment(record.body))
        return self.set_private_contact(record, confirmed)

    def change_private_contact(self, record: Record[Visit], *, result: str, because: str) -> Record[Visit]:
        """Take another result than the rule's, with its reason; never a true one."""
        contact = record.body.private_contact or PrivateContact()
        segment = private_segment(record.body)
        changed = private_contact.changed(contact, segment, result=result, because=because)
        return self.set_private_contact(record, changed)

    def finish(self, record: Record[Visit]) -> Record[Visit]:
        """Leave: the running segment and the visit end now.

        Ask `finishing.missing` for what is still to be said.
        """
        if record.body.started_at is None:
            raise BadInput(tr("This visit has not begun. Start it, or say why it was not made."))
        at = self.now()
        return self.save(record, replace(company.closed(record.body, at=at), ended_at=record.body.ended_at or at))

    def not_made(
        self, record: Record[Visit], reason: str, *, what_happened: str = "", who_said_so: str = ""
    ) -> Record[Visit]:
        """The visit did not take place, and why; what that says about time alone is filled in with it."""
        fact = NotMade(
            reason=reason, at=self.now(), what_happened=what_happened, who_said_so=who_said_so
        )  # fmt: skip
        return self.save(record, attempt(company.closed(record.body, at=fact.at), fact))

    def sign(self, record: Record[Visit], signer: signing.Signer) -> Record[Visit]:
        """Sign the visit as it stands: one revision with the signature over its body.

        Raises BadInput before the end.
        """
        if record.body.ended_at is None and record.body.not_made is None:
            raise BadInput(tr("This visit has not ended. Finish it, or say why it was not made, and then sign."))
        self._refuse_signed(record.body)
        signed = signing.signed(self._settled(record.body), signer, at=self.now(), by=self.store.author)
        return super().save(record, signed)

    def amend(self, record: Record[Visit], body: Visit, reason: str) -> Record[Visit]:
        """Change a signed visit: a new revision, to be signed in turn.

        Both versions are shown, with the reason.
        """
        if record.body.signature is None:
            raise BadInput(tr("Only a signed visit is amended. This one can simply be changed."))
        at = self.now()
        amended = signing.amended(body, of=record.rev, reason=reason, at=at, by=self.store.author)
        return self.save(replace(record, body=amended), amended)

    def save(self, record: Record[Visit], body: Visit) -> Record[Visit]:
        """The visit with a new body; raises BadInput for a signed one, which is amended instead."""
        self._refuse_signed(record.body)
        return super().save(record, replace(body, signature=None, signed_at=None, signed_by=""))

    def write(
        self, work: Work, body: Visit, *, id: RecordId | None = None, base: RevisionId | None = None
    ) -> Record[Visit]:
        """A save inside a larger unit; what the private-contact rule names is settled with every save."""
        return super().write(work, body if body.signature else self._settled(body), id=id, base=base)

    def note_shown(self, record: Record[Visit]) -> None:
        """Write the event that lines said alone were shown while others may see the screen; then they may be."""
        with self.store.work() as work:
            self._events.note(
                work, "reveal", subject=record.id, kind="visit", person=record.body.person, visit=record.id
            )
            work.commit()

    def going_on(self) -> Record[Visit] | None:
        """The visit that has begun and has not ended, the latest if there are several."""
        open_visits = self.list({"state": "draft", "ended_at": None}, order=("-day", "-n"))
        return next((each for each in open_visits if company.running(each.body)), None)

    def of(self, person: RecordId) -> tuple[Record[Visit], ...]:
        """A person's visits, the latest first."""
        return self.list({"person": person}, order=("-day", "-n"))

    def outlines(self, person: RecordId) -> dict[RecordId, Visit]:
        """All visits of a person without their lines, which are most of what is kept: to look at, never to save."""
        with self.store.reading() as look:
            found = look.find(VISIT.name, where={"person": person}, without=("statements",))
        return {RecordId(each.id): self.kind.decode(each.body, schema=each.schema) for each in found}

    def last_alone(self, look: Reading, people: Sequence[RecordId]) -> dict[RecordId, Visit]:
        """The latest visit of each person with time alone, inside a larger unit; nobody without one is in it."""
        latest = self._first_of_each(look, people, where=_TRUE, order=("-day", "-n"))
        sure = {person: self._really_alone(look, visit) for person, visit in latest.items()}
        return {person: visit for person, visit in sure.items() if visit is not None}

    def next_planned(self, look: Reading, people: Sequence[RecordId], *, today: str) -> dict[RecordId, Visit]:
        """The visit of each person that is planned next, or else the last one whose day has passed unbegun."""
        planned = {"state": "planned"}
        coming = self._first_of_each(look, people, where=planned, order=("day", "n"), after=(today, 0))
        others = [person for person in people if person not in coming]
        return coming | self._first_of_each(look, others, where=planned, order=("-day", "-n"))

    def now(self) -> str:
        """This moment, as records keep it."""
        return instant(self.store.now())

    def _first_of_each(
        self, look: Reading, people: Iterable[RecordId], *, where: Where, order: Sequence[str],
        after: Sequence[Value] = (),
    ) -> dict[RecordId, Visit]:  # fmt: skip
        found = first_of_each(look, VISIT.name, "person", list(people), where=where, order=order, after=after)
        bodies = [self._read(each).body for each in found]
        return {body.person: body for body in bodies}

    def _really_alone(self, look: Reading, latest: Visit) -> Visit | None:
        # One that was signed under an older rule may not count by today's; then an earlier one may.
        if _counts(latest):
            return latest
        earlier = self.find(look, {"person": latest.person, **_TRUE}, order=("-day", "-n"))
        return next((each.body for each in earlier if _counts(each.body)), None)

    def _begun(self, body: Visit) -> Visit:
        at = self.now()
        begun = replace(body, state="draft", started_at=at, day=day_of(at, body.zone))
        return company.opened(begun, id=SegmentId(self.store.new_id()), at=at, company="unknown")

    def _company(self, record: Record[Visit], said: str, present: tuple[Presence, ...]) -> Record[Visit]:
        if company.running(record.body) is None:
            raise BadInput(tr("This visit is not going on now. Start it first, or correct who was there."))
        id = SegmentId(self.store.new_id())
        body = company.opened(record.body, id=id, at=self.now(), company=said, present=present)
        return self.save(record, body)

    def _settled(self, body: Visit) -> Visit:
        if body.private_contact is None:
            return body
        settled = private_contact.settled(body.private_contact, private_segment(body))
        return replace(body, private_contact=settled)

    def _refuse_signed(self, body: Visit) -> None:
        if body.signature is not None:
            raise BadInput(tr("This visit is signed. Amend it, with a reason."))


def _counts(visit: Visit) -> bool:
    return visit.state != "planned" and was_alone(visit)
