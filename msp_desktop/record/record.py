"""One record as a frozen dataclass, and the shelf that gets, lists, saves and keeps the history of one kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from db.store import Draft, Reading, Store, Stored, Work
from msp_desktop.errors import BadInput
from msp_desktop.record import entry
from msp_desktop.record.body import Body, Deletion
from msp_desktop.record.fitting import fitted
from msp_desktop.record.ids import RecordId, RevisionId
from msp_desktop.record.kind import Kind
from msp_desktop.record.merging import merged
from msp_desktop.record.times import instant
from msp_desktop.translation import tr

B = TypeVar("B", bound=Body)
Value = str | int | None
Where = Mapping[str, Value | Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Record(Generic[B]):
    """One record as it stands. `n` is its place of arrival, for paging; without a `rev` it was never saved yet.

    `removed` counts the characters that could not be kept at this save; `entry.removed_sentence` says so.
    """

    id: RecordId
    rev: RevisionId
    body: B
    at: str
    author: str
    n: int
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Version(Generic[B]):
    """One revision of a record; `body` is None where a purge has taken it."""

    rev: RevisionId
    at: str
    author: str
    device: str
    body: B | None


@dataclass(frozen=True, slots=True)
class Unsaved(Generic[B]):
    """What was being written when the program last stopped: its body, and the revision it was based on."""

    id: RecordId
    base: RevisionId | None
    definition: str | None
    body: B
    saved_at: str


class Shelf(Generic[B]):
    """The records of one kind.

    Each public method is one unit of work; `read` and `write` serve a larger one.
    """

    def __init__(self, store: Store, kind: Kind[B]) -> None:
        self.store, self.kind = store, kind

    def get(self, id: RecordId) -> Record[B]:
        """One record as it stands; raises BadInput where there is none."""
        with self.store.reading() as look:
            return self.read(look, id)

    def list(
        self, where: Where | None = None, *, order: Sequence[str] = ("n",), after: Sequence[Value] = (),
        limit: int | None = None,
    ) -> tuple[Record[B], ...]:  # fmt: skip
        """Records whose columns match, without deleted ones; a page at a time with `after` and `limit`."""
        with self.store.reading() as look:
            return self.find(look, where, order=order, after=after, limit=limit)

    def count(self, where: Where | None = None) -> int:
        """How many records match, without deleted ones."""
        with self.store.reading() as look:
            return look.count(self.kind.name, where=where)

    def history(self, id: RecordId) -> tuple[Version[B], ...]:
        """Every revision of a record, oldest first."""
        with self.store.reading() as look:
            return tuple(
                Version(
                    rev=RevisionId(each.rev), at=each.at, author=each.author, device=each.device,
                    body=None if each.body is None else self.kind.decode(each.body, schema=each.schema),
                )
                for each in look.history(id)
            )  # fmt: skip

    def save(self, record: Record[B], body: B) -> Record[B]:
        """The record with a new body as one revision; raises Conflict when it was changed since it was read."""
        with self.store.work() as work:
            saved = self.write(work, self.checked(body), id=record.id, base=record.rev or None)
            work.commit()
        return saved

    def save_what_fits(self, record: Record[B], body: B) -> tuple[Record[B], tuple[str, ...]]:
        """Save all that can be saved; tells the fields of which something could not, and stays as a draft on top.

        Raises as `save` does where a new record cannot be made at all.
        """
        with self.store.work() as work:
            now = self.read(work, record.id) if record.rev else None
            fits, held = fitted(body, now.body if now else None, self._fits)
            if held and now is not None and (now.rev, now.body) == (record.rev, fits):
                saved = now  # nothing in it can be saved, so there is no revision
            else:
                wanted = self.checked(body if fits is None else fits)
                saved = self.write(work, wanted, id=record.id, base=record.rev or None)
            if held:
                data, _ = entry.cleaned(self.kind.encode(body))
                work.keep_draft(Draft(saved.id, self.kind.name, saved.rev, None, data, self.kind.schema))
            work.commit()
        return saved, held

    def begun(self, body: B, *, id: RecordId | None = None) -> Record[B]:
        """A record that is not in the vault yet: its first save adds it. With the `id` of a draft, it is that one's."""
        return Record(id or self.new_id(), RevisionId(""), body, at="", author="", n=0)

    def checked(self, body: B) -> B:
        """The body as it is to be saved; a kind with rules of its own raises BadInput here for what breaks them."""
        return body

    def add(self, body: B, *, id: RecordId | None = None) -> Record[B]:
        """A new record; with the `id` of a draft, the draft becomes it."""
        with self.store.work() as work:
            added = self.write(work, body, id=id)
            work.commit()
        return added

    def delete(self, record: Record[B], reason: str) -> Record[B]:
        """Take a record out of every list, with a reason; its history stays.

        Raises BadInput without a reason.
        """
        return self.save(record, self.deleted(record.body, reason))

    def deleted(self, body: B, reason: str) -> B:
        """The body marked as deleted."""
        if not reason.strip():
            raise BadInput(tr("Say why this is to be deleted. It stays in the history."))
        at = instant(self.store.now())
        return replace(body, deleted=Deletion(at=at, by=self.store.author, reason=reason))

    def keep_draft(self, id: RecordId, body: B, *, base: RevisionId | None, definition: str | None = None) -> None:
        """Keep what is being written, without a revision; the next save of the record clears it."""
        data, _ = entry.cleaned(self.kind.encode(body))
        with self.store.work() as work:
            work.keep_draft(Draft(id, self.kind.name, base or None, definition, data, self.kind.schema))
            work.commit()

    def unsaved(self, record: Record[B]) -> Unsaved[B] | None:
        """What was being written of a record, on top of how it stands now; None where that is no different."""
        draft = self.recover(record.id)
        if draft is not None and draft.base not in (record.rev, None):
            base = next((each.body for each in self.history(record.id) if each.rev == draft.base), None)
            body = merged(draft.body, base, record.body) if base else draft.body
            draft = replace(draft, base=record.rev, body=body)
        return None if draft is None or draft.body == record.body else draft

    def recover(self, id: RecordId) -> Unsaved[B] | None:
        """What was being written of one record, None where nothing was."""
        with self.store.reading() as look:
            draft = look.draft(id)
        return self._unsaved(draft) if draft and draft.kind == self.kind.name else None

    def drafts(self) -> tuple[Unsaved[B], ...]:
        """Everything of this kind that was being written, latest first."""
        with self.store.reading() as look:
            return tuple(self._unsaved(each) for each in look.drafts() if each.kind == self.kind.name)

    def drop_draft(self, id: RecordId) -> None:
        """Forget what was being written of a record."""
        with self.store.work() as work:
            work.drop_draft(id)
            work.commit()

    def new_id(self) -> RecordId:
        """An id for a record that is still only being written."""
        return RecordId(self.store.new_id())

    def read(self, look: Reading, id: RecordId) -> Record[B]:
        """One record inside a larger unit."""
        stored = look.get(self.kind.name, id)
        if stored is None:
            raise BadInput(tr("There is no such record on this laptop. Nothing was changed."))
        return self._read(stored)

    def find(
        self, look: Reading, where: Where | None = None, *, order: Sequence[str] = ("n",),
        after: Sequence[Value] = (), limit: int | None = None,
    ) -> tuple[Record[B], ...]:  # fmt: skip
        """A list inside a larger unit."""
        found = look.find(self.kind.name, where=where, order=order, after=after, limit=limit)
        return tuple(self._read(each) for each in found)

    def write(self, work: Work, body: B, *, id: RecordId | None = None, base: RevisionId | None = None) -> Record[B]:
        """A save inside a larger unit: cleaned, checked, one revision. Raises BadInput or Conflict."""
        data, removed = entry.cleaned(self.kind.encode(body))
        entered = entry.checked(self.kind, data)
        stored = work.save(self.kind.name, id or self.new_id(), data, schema=self.kind.schema, base=base)
        return replace(_record(stored, entered), removed=removed)

    def _fits(self, body: B) -> bool:
        try:
            entry.checked(self.kind, entry.cleaned(self.kind.encode(self.checked(body)))[0])
        except BadInput:
            return False
        return True

    def _read(self, stored: Stored) -> Record[B]:
        return _record(stored, self.kind.decode(stored.body, schema=stored.schema))

    def _unsaved(self, draft: Draft) -> Unsaved[B]:
        body: dict[str, Any] = draft.body
        decoded = self.kind.decode_draft(body, schema=draft.schema)
        base = RevisionId(draft.base) if draft.base else None
        return Unsaved(RecordId(draft.id), base, draft.definition, decoded, draft.saved_at)


def _record(stored: Stored, body: B) -> Record[B]:
    return Record(RecordId(stored.id), RevisionId(stored.rev), body, stored.at, stored.author, stored.n)
