"""Setting and revealing safe contact. Every reveal is an event; there is no other way to its words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.store import Reading, Store, Work
from msp_desktop.record.events import Events
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.safe_contact import SAFE_CONTACT, MaskedAnswer, SafeContact


@dataclass(frozen=True, slots=True)
class GuardAnswers:
    """The parts of safe contact that decide what may leave the laptop: choices alone, no words."""

    is_set: bool
    never: tuple[str, ...] = ()
    letter_ok: str | None = None
    voicemail_ok: str | None = None
    address_sensitive: str | None = None


class SafeContacts:
    """At most one safe contact for a person."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelf = Shelf(store, SAFE_CONTACT)
        self._events = Events(store)

    def set(self, body: SafeContact) -> None:
        """Keep the person's safe contact as a new revision. What tools keep there stays."""
        with self._store.work() as work:
            before = self._of(work, body.person)
            self._put(work, before, body)
            work.commit()

    def reveal(self, person: RecordId, *, reason: str = "", visit: RecordId | None = None) -> SafeContact | None:
        """The words, and the event that they were shown; None, and no event, where nothing was set."""
        with self._store.work() as work:
            found = self._of(work, person)
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
            found = self._of(look, person)
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
        before = self._of(work, person)
        body = before.body if before else SafeContact(person=person)
        fields = {(each.answers, each.field) for each in answers}
        others = tuple(each for each in body.from_tools if (each.answers, each.field) not in fields)
        self._put(work, before, _with_tools(body, (*others, *answers)))

    def _of(self, look: Reading, person: RecordId) -> Record[SafeContact] | None:
        found = self._shelf.find(look, {"person": person}, limit=1)
        return found[0] if found else None

    def _put(self, work: Work, before: Record[SafeContact] | None, body: SafeContact) -> None:
        if before is None:
            self._shelf.write(work, body)
            return
        kept = body if body.from_tools else _with_tools(body, before.body.from_tools)
        self._shelf.write(work, kept, id=before.id, base=before.rev)


def _with_tools(body: SafeContact, answers: tuple[MaskedAnswer, ...]) -> SafeContact:
    return replace(body, from_tools=answers)
