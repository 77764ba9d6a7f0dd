"""Actions: what was promised, by whom and by when."""

from __future__ import annotations

from dataclasses import replace

from db.store import Store
from msp_desktop.record.action import ACTION, Action
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.times import instant


class Actions(Shelf[Action]):
    """Actions of every person."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, ACTION)

    def of(self, person: RecordId) -> tuple[Record[Action], ...]:
        """Everything promised around a person, in the order it was added."""
        return self.list({"person": person})

    def still_to_do(self, *, limit: int | None = None) -> tuple[Record[Action], ...]:
        """What is still to be done, the earliest first; those with no day stand before."""
        return self.list({"state": "open"}, order=("due", "n"), limit=limit)

    def promise(
        self, person: RecordId, what: str, *, who: str = "", due: str | None = None, visit: RecordId | None = None,
        enquiry: RecordId | None = None,
    ) -> Record[Action]:  # fmt: skip
        """A new action."""
        return self.add(Action(person=person, what=what, state="open", who=who, due=due, visit=visit, enquiry=enquiry))

    def close(self, record: Record[Action], *, done: bool, words: str = "") -> Record[Action]:
        """The action as done, or as no longer needed."""
        state = "done" if done else "dropped"
        at = instant(self.store.now())
        return self.save(record, replace(record.body, state=state, closed_at=at, closing_words=words))

    def reopen(self, record: Record[Action]) -> Record[Action]:
        """The action as still to be done: it was closed by mistake."""
        return self.save(record, replace(record.body, state="open", closed_at=None, closing_words=""))
