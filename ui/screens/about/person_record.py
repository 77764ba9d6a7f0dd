"""The person's own record while their page is open: one writing for all the parts that change it, and its draft.

No widgets are made here. How somebody is reached safely and who is around them are other records.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.about.closing import Closing
from ui.screens.about.found import Found
from ui.screens.about.saving import Labels, save_what_fits
from ui.writing import Change, Writing

if TYPE_CHECKING:
    from msp_desktop.record.ids import RecordId
    from msp_desktop.record.people import People
    from msp_desktop.record.person import Person
    from msp_desktop.record.record import Record, Unsaved
    from ui.screens.about.draft_view import DraftView


@dataclass(frozen=True, slots=True)
class Read:
    """One person as they stand, and what was not saved last time."""

    record: Record[Person]
    draft: Unsaved[Person] | None


class PersonRecord(QObject):
    """`shown` tells that another body is to be shown, `kept` when all that was typed is on disk."""

    shown = Signal()
    kept = Signal(str)

    def __init__(
        self, people: People, background: Background, offer: DraftView, *, labels: Labels, tell: Callable[[str], None]
    ) -> None:
        super().__init__(offer)
        self._people, self._background, self._found = people, background, Found(offer)
        self._labels, self._tell = labels, tell
        self._closing = Closing(self._save)
        self._wanted: RecordId | None = None
        self.writing: Writing[Person] | None = None
        offer.go_on_requested.connect(self.go_on)
        offer.forget_confirmed.connect(self.forget)

    @property
    def body(self) -> Person | None:
        """The person with everything that was typed; None while nobody is open."""
        return self.writing.body if self.writing else None

    @property
    def today(self) -> date:
        """The local day now."""
        return self._people.store.now().astimezone().date()

    def open(self, id: RecordId) -> None:
        """Read one person. Several parts may ask for the same one at once; what is open on them stays open."""
        if self._wanted == id:
            return
        self.leave()
        if self.writing is not None and self.writing.record.id != id:
            self._put_away()
        self._wanted = id
        self._background.run(lambda: self._read(id), done=self._show, failed=lambda problem: self._failed(str(problem)))

    def change(self, name: str, how: Change[Person]) -> None:
        """Something was typed. Typing on is going on with what was found."""
        if self.writing is not None:
            self._found.answered()
            self.writing.change(name, how)

    def leave(self) -> None:
        """Save everything that was typed as one revision. An offer that nobody answered stays a draft."""
        self._closing.save_again()
        if self.writing is not None and not self._found.is_open:
            self._save(self.writing)

    def go_on(self) -> None:
        """Make what was found part of the record."""
        self._found.answered()
        self.leave()

    def forget(self) -> None:
        """Leave out what was found; the draft is gone."""
        self._found.forget(self.writing)
        self.shown.emit()

    def _read(self, id: RecordId) -> Read:
        record = self._people.get(id)
        return Read(record, self._people.unsaved(record))

    def _show(self, read: Read) -> None:
        if read.record.id != self._wanted:
            return
        self._wanted = None
        if self.writing is not None:
            if self.writing.record.rev == read.record.rev:
                return  # nothing happened to it meanwhile
            self._put_away()
        self.writing = self._closing.take(read.record.id)
        if self.writing is None:
            self.writing = self._new_writing(read.record)
            self._found.offer(self.writing, read.draft)
        self.shown.emit()

    def _new_writing(self, record: Record[Person]) -> Writing[Person]:
        writing = Writing(self._people, record, self._background, self)
        for signal in (writing.failed, writing.told):
            signal.connect(self._tell)
        writing.kept.connect(self._kept)
        return writing

    def _save(self, writing: Writing[Person]) -> None:
        save_what_fits(writing, self._people, labels=self._labels, tell=self._tell)

    def _failed(self, sentence: str) -> None:
        self._wanted = None
        self._tell(sentence)

    def _put_away(self) -> None:
        before, self.writing = self.writing, None
        self._found.answered()
        self._closing.close(before)
        self.shown.emit()

    def _kept(self, at: str) -> None:
        self.kept.emit(tr("Saved on this laptop at {time}.").format(time=at))
