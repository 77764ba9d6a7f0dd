"""What a card of small records does: list them, keep the one being typed as a draft, add it, change one.

Used alike for what the person wants and for what was agreed; the difference is in the two functions it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from msp_desktop.errors import Failure
from msp_desktop.record.body import Body
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record, Shelf
from msp_desktop.translation import tr
from ui.autosave import Autosave
from ui.background import Background
from ui.widgets.adding_card import AddingCard

B = TypeVar("B", bound=Body)

CHANGED_SINCE = tr("This was saved with other words meanwhile. Both are kept: what you wrote is here to be added.")


@dataclass(frozen=True, slots=True)
class Small(Generic[B]):
    """How a small record and its form go together.

    `read` gives a body's answers for the form, `made` a body from answers and what it was before, None while the
    one needed answer is missing. `missing` is the sentence for that, `told` one line of the list.
    """

    read: Callable[[B], dict[str, Any]]
    made: Callable[[dict[str, Any], B | None], B | None]
    told: Callable[[B], str]
    missing: str


class Adding(Generic[B]):
    """The records of one kind that belong to one visit."""

    def __init__(
        self, card: AddingCard, shelf: Shelf[B], background: Background, *, visit: RecordId,
        small: Small[B], kept: Callable[[], None], failed: Callable[[Failure], None],
    ) -> None:  # fmt: skip
        self._card, self._shelf, self._background, self._visit = card, shelf, background, visit
        self._small, self._kept, self._failed = small, kept, failed
        self._records: tuple[Record[B], ...] = ()
        self._changing: Record[B] | None = None
        self._draft = shelf.new_id()
        self._autosave = Autosave(self._keep, card)
        card.changed.connect(self._autosave.touch)
        card.add_requested.connect(self.add)
        card.change_requested.connect(self.change)

    def load(self) -> None:
        """Read the list, and what was being typed when the program last stopped."""

        def found() -> tuple[tuple[Record[B], ...], Any]:
            drafts = [each for each in self._shelf.drafts() if getattr(each.body, "visit", None) == self._visit]
            return self._shelf.list({"visit": self._visit}), drafts[0] if drafts else None

        self._background.run(found, done=lambda result: self._show(*result), failed=self._failed)

    def change(self, place: int) -> None:
        """Put one into the form."""
        self._use(self._records[place], self._records[place].body)

    def add_typed(self) -> None:
        """Save what is in the form, if anything is."""
        if self._small.made(self._card.form.values(), None) is not None:
            self.add()

    def add(self) -> None:
        """Save what is in the form."""
        before = self._changing
        body = self._small.made(self._card.form.values(), before.body if before else None)
        self._card.show_problem("" if body else self._small.missing)
        if body is None:
            return
        self._autosave.stop()
        draft = self._draft

        def saved() -> None:
            if before is None:
                self._shelf.add(body, id=draft)
            else:
                self._shelf.save(before, body)

        self._background.run(saved, done=lambda _: self._saved(), failed=self._refused)

    def leave(self) -> None:
        """Keep what is still being typed."""
        self._autosave.now()

    def _refused(self, failure: Failure) -> None:
        self._autosave.touch()  # what is in the form stays there, and as a draft
        self._failed(failure)

    def _saved(self) -> None:
        self._use(None, None)
        self._kept()
        self.load()

    def _show(self, records: tuple[Record[B], ...], unsaved: Any) -> None:  # noqa: ANN401 - Unsaved of any kind
        self._records = records
        self._card.show_rows([self._small.told(each.body) for each in records])
        if unsaved is not None and self._changing is None:
            before = next((each for each in records if each.id == unsaved.id), None)
            self._use(before, unsaved.body)
            self._draft = unsaved.id
            if before is not None and before.rev != unsaved.base:
                self._part_from(unsaved)

    def _part_from(self, unsaved: Any) -> None:  # noqa: ANN401 - Unsaved of any kind
        """Its record has changed since: what was written must not undo that, so it stands there as a new one."""
        self._changing, self._draft = None, self._shelf.new_id()
        self._card.show_changing(is_changing=False)
        self._card.show_problem(CHANGED_SINCE)
        self._keep()
        self._background.run(lambda: self._shelf.drop_draft(unsaved.id), done=lambda _: None, failed=self._failed)

    def _use(self, record: Record[B] | None, body: B | None) -> None:
        self._changing = record
        self._draft = record.id if record else self._shelf.new_id()
        self._card.form.load(self._small.read(body) if body else {})
        self._card.show_changing(is_changing=record is not None)

    def _keep(self) -> None:
        before, draft = self._changing, self._draft
        body = self._small.made(self._card.form.values(), before.body if before else None)

        def kept() -> None:
            if body is None:
                self._shelf.drop_draft(draft)
            else:
                self._shelf.keep_draft(draft, body, base=before.rev if before else None)

        self._background.run(kept, done=lambda _: self._kept(), failed=self._failed)
