"""Setting and revealing safe contact. Every reveal is an event; there is no other way to its words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.store import Reading, Store, Work
from msp_desktop.record.events import Events
from msp_desktop.record.ids import RecordId, RevisionId
from msp_desktop.record.record import Record, Shelf, Unsaved
from msp_desktop.record.safe_contact import SAFE_CONTACT, MaskedAnswer, SafeContact


@dataclass(frozen=True, slots=True)
class GuardAnswers:
    """The parts of safe contact that decide what may leave the laptop: choices alone, no words."""

    is_set: bool
    never: tuple[str, ...] = ()
    letter_ok: str | None = None
    voicemail_ok: str | None = None
    address_sensitive: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a safe contact without a look at its words: that it is there, or was being written."""

    is_set: bool
    is_being_written: bool


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A safe contact while somebody writes it: where it is kept, how it stands, and what was not saved last time."""

    shelf: Shelf[SafeContact]
    record: Record[SafeContact]
    draft: Unsaved[SafeContact] | None


class SafeContacts:
    """At most one safe contact for a person."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelf = _Apart(store)
        self._events = Events(store)

    def set(self, body: SafeContact) -> None:
        """Keep the person's safe contact as a new revision. What tools keep there stays."""
        with self._store.work() as work:
            self._shelf.write(work, body)
            work.commit()

    def known(self, person: RecordId) -> Known:
        """Whether there is one, or a draft of one; no words, and no event."""
        with self._store.reading() as look:
            found = self._shelf.of(look, person)
        return Known(found is not None, self._draft_of(person) is not None)

    def to_write(self, person: RecordId, *, visit: RecordId | None = None) -> ToWrite:
        """What it takes to write it. A reveal like any other, and an event, where there are words to see."""
        draft = self._draft_of(person)
        with self._store.work() as work:
            found = self._shelf.of(work, person)
            record = found or self._shelf.begun(SafeContact(person=person), id=draft.id if draft else None)
            if found is not None or draft is not None:
                self._events.note(work, "reveal", subject=record.id, kind="safe_contact", person=person, visit=visit)
                work.commit()
        return ToWrite(self._shelf, record, self._unsaved(record, draft))

    def reveal(self, person: RecordId, *, reason: str = "", visit: RecordId | None = None) -> SafeContact | None:
        """The words, and the event that they were shown; None, and no event, where nothing was set."""
        with self._store.work() as work:
            found = self._shelf.of(work, person)
            if found is None:
                return None
            self._events.note(
                work, "reveal", subject=found.id, kind="safe_contact", person=person, visit=visit, reason=reason
            )
            work.commit()
        return found.body

    def for_guard(self, person: RecordId) -> GuardAnswers:
        """What the leave-behind guard needs, without revealing any words."""
        with self._store.reading() as look:
            found = self._shelf.of(look, person)
        if found is None:
            return GuardAnswers(is_set=False)
        body = found.body
        return GuardAnswers(
            is_set=True, never=body.never, letter_ok=body.letter_ok, voicemail_ok=body.voicemail_ok,
            address_sensitive=body.address_sensitive,
        )  # fmt: skip

    def keep_masked(self, work: Work, person: RecordId, answers: tuple[MaskedAnswer, ...]) -> None:
        """Keep masked values of a tool inside a larger unit, in place of earlier ones for the same fields."""
        if not answers:
            return
        before = self._shelf.of(work, person)
        body = before.body if before else SafeContact(person=person)
        fields = {(each.answers, each.field) for each in answers}
        others = tuple(each for each in body.from_tools if (each.answers, each.field) not in fields)
        draft = work.draft(before.id) if before else None
        saved = self._shelf.put(work, before, _with_tools(body, (*others, *answers)))
        if draft is not None:  # somebody else's words: only their own save clears them
            work.keep_draft(replace(draft, base=saved.rev))

    def _draft_of(self, person: RecordId) -> Unsaved[SafeContact] | None:
        return next((each for each in self._shelf.drafts() if each.body.person == person), None)

    def _unsaved(self, record: Record[SafeContact], draft: Unsaved[SafeContact] | None) -> Unsaved[SafeContact] | None:
        if draft is None or draft.id == record.id:
            return self._shelf.unsaved(record)
        # A tool made the record while the first words were still a draft of their own.
        return replace(draft, id=record.id, base=record.rev, body=_with_tools(draft.body, record.body.from_tools))


class _Apart(Shelf[SafeContact]):
    """Where they are kept. Nothing leaves this module without the event that it was shown."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, SAFE_CONTACT)

    def of(self, look: Reading, person: RecordId) -> Record[SafeContact] | None:
        """The one of a person."""
        found = self.find(look, {"person": person}, limit=1)
        return found[0] if found else None

    def write(
        self, work: Work, body: SafeContact, *, id: RecordId | None = None, base: RevisionId | None = None
    ) -> Record[SafeContact]:
        """What somebody wrote, over whatever is there: what tools have put there since stays, and nothing else does."""
        before = self.of(work, body.person)
        if before is None:
            return super().write(work, body, id=id, base=base)
        if id is not None and id != before.id:
            work.drop_draft(id)
        return self.put(work, before, _with_tools(body, before.body.from_tools))

    def put(self, work: Work, before: Record[SafeContact] | None, body: SafeContact) -> Record[SafeContact]:
        """A whole body in the place of the one before."""
        return super().write(work, body, id=before.id if before else None, base=before.rev if before else None)


def _with_tools(body: SafeContact, answers: tuple[MaskedAnswer, ...]) -> SafeContact:
    return replace(body, from_tools=answers)
