"""The people around a person: listed, added, changed, taken off with a reason, and whom to offer as somebody to trust.

Each is a record of their own, written while its form is open and saved when the form or the page is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msp_desktop.errors import Failure
from msp_desktop.practice import trusted_person
from msp_desktop.record.connection import Connection
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.about.around_form import LABELS, answered, answers, around_form
from ui.screens.about.around_view import AroundCard
from ui.screens.about.around_words import lines_of
from ui.screens.about.closing import Closing
from ui.screens.about.found import Found
from ui.screens.about.records_card import Shown
from ui.screens.about.saving import save_what_fits
from ui.widgets.text import short
from ui.writing import Writing

if TYPE_CHECKING:
    from msp_desktop.record.connections import Connections
    from msp_desktop.record.ids import RecordId
    from msp_desktop.record.people import People
    from msp_desktop.record.record import Record, Unsaved

CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Read:
    """Everybody around one person, what that person likes to be called, and what was not saved of whom last time."""

    person: RecordId
    name: str
    records: tuple[Record[Connection], ...]
    unsaved: tuple[Record[Connection], Unsaved[Connection]] | None


class Around:
    """The card of the people around somebody."""

    def __init__(
        self, card: AroundCard, connections: Connections, background: Background, *, people: People,
        tell: Callable[[str], None],
    ) -> None:  # fmt: skip
        self._card, self._connections, self._background, self._people = card, connections, background, people
        self._tell = tell
        self._person: RecordId | None = None
        self._read: Read | None = None
        self._writing: Writing[Connection] | None = None
        self._found, self._back_to = Found(card.offer), ""
        self._closing = Closing(self._save)
        card.pressed.connect(lambda _, place: self.change(place))
        card.add_requested.connect(lambda: self.add())
        card.changed.connect(lambda: self.changed())
        card.done_requested.connect(lambda: self.done())
        card.offer.go_on_requested.connect(lambda: self.done())
        card.offer.forget_confirmed.connect(lambda: self.forget())
        card.take_off_requested.connect(lambda reason: self.take_off(reason))

    def open(self, id: RecordId) -> None:
        """Show the people around one person, and what was being written about one of them."""
        self.leave()
        if id == self._person and self._writing is not None:
            return  # the form stays open, as it was left
        self._person, self._read = id, None
        self._put_away()
        self._card.show_rows(())
        self._card.show_offers((), left_out=0)
        self._load()

    def leave(self) -> None:
        """Save what was typed. An offer that nobody answered stays a draft."""
        self._closing.save_again()
        if self._writing is not None and not self._found.is_open:
            self._save(self._writing)

    def change(self, place: int) -> None:
        """Open the form about one of them."""
        if self._read is not None:
            self._write(self._read.records[place])

    def add(self) -> None:
        """Open an empty form; the first save makes the record."""
        if self._read is not None:
            self._write(self._connections.begun(Connection(person=self._read.person, name="")))

    def changed(self) -> None:
        """Keep what was typed."""
        form = self._card.form
        if form is not None and self._writing is not None:
            form.fields["name"].show_error("")
            values = form.values()
            self._writing.change("form", lambda body: answered(body, values))
            self._found.answered()

    def done(self) -> None:
        """Save and show the list, unless somebody new has no name yet."""
        if self._writing is None or self._card.form is None:
            return
        if not self._writing.body.name.strip() and not self._writing.is_saved:
            name = self._card.form.fields["name"]
            name.show_error(tr("Enter a name, or what you know of them, such as: the man from upstairs."))
            name.focus()
            return
        if self._card.leads_to_problem():
            return
        self._found.answered()
        writing = self._writing
        self._save(writing, then=lambda: self._done(writing))

    def forget(self) -> None:
        """Leave out what was found; its draft is gone."""
        self._found.forget(self._writing)
        self._put_away()
        self._load()

    def take_off(self, reason: str) -> None:
        """Take the one whose form is open off the list, with a reason; the history stays."""
        if self._writing is None or not self._writing.record.rev:
            return
        self._writing.step(lambda record: self._connections.delete(record, reason), then=lambda _: self._taken_off())

    def _done(self, writing: Writing[Connection]) -> None:
        if writing is self._writing:
            self._back_to = writing.record.id
            self._put_away()
            self._load()

    def _taken_off(self) -> None:
        self._put_away()
        self._load()

    def _load(self) -> None:
        id = self._person
        if id is not None:
            self._background.run(lambda: self._around(id), done=self._show, failed=self._failed)

    def _around(self, person: RecordId) -> Read:
        records = self._connections.of(person)
        name = self._people.get(person).body.call_me
        return Read(person, name, records, next(self._unsaved(person, records), None))

    def _unsaved(
        self, person: RecordId, records: Sequence[Record[Connection]]
    ) -> Iterator[tuple[Record[Connection], Unsaved[Connection]]]:
        known = {each.id: each for each in records}
        for each in self._connections.drafts():
            if each.body.person == person:
                record = known.get(each.id) or self._connections.begun(Connection(person=person, name=""), id=each.id)
                draft = self._connections.unsaved(record)
                if draft is not None:
                    yield record, draft

    def _show(self, read: Read) -> None:
        if read.person != self._person:
            return
        self._read = read
        self._card.show_name(read.name)
        self._card.show_rows([_shown(each.body, name=read.name) for each in read.records])
        bodies = [each.body for each in read.records]
        offers = trusted_person.offers(bodies, name=read.name)
        self._card.show_offers(offers, left_out=len(bodies) - len(offers))
        self._focus(read)
        if read.unsaved is not None and self._writing is None:
            self._write(*read.unsaved)

    def _focus(self, read: Read) -> None:
        places = [place for place, each in enumerate(read.records) if each.id == self._back_to]
        if self._back_to:
            self._card.focus_on(CHANGE, places[0] if places else -1)
        self._back_to = ""

    def _write(self, record: Record[Connection], draft: Unsaved[Connection] | None = None) -> None:
        if self._read is None:
            return
        self._put_away()
        kept = self._closing.take(record.id)
        self._writing = writing = kept or self._new_writing(record)
        self._found.offer(writing, draft if kept is None else None)
        form = around_form(self._read.name)
        form.load(answers(writing.body))
        self._card.open_about(form, record.body.name, is_new=not record.rev, with_focus=draft is None)

    def _put_away(self) -> None:
        before, self._writing = self._writing, None
        self._found.answered()
        self._card.close_form()
        self._closing.close(before)

    def _new_writing(self, record: Record[Connection]) -> Writing[Connection]:
        writing = Writing(self._connections, record, self._background, self._card)
        writing.kept.connect(self._kept)
        for signal in (writing.failed, writing.told):
            signal.connect(self._tell)
        return writing

    def _save(self, writing: Writing[Connection], *, then: Callable[[], None] = lambda: None) -> None:
        save_what_fits(writing, self._connections, labels=LABELS, tell=self._tell, then=then)

    def _kept(self, at: str) -> None:
        self._card.show_saved(tr("Saved on this laptop at {time}.").format(time=at))

    def _failed(self, failure: Failure) -> None:
        self._tell(str(failure))


def _shown(connection: Connection, *, name: str) -> Shown:
    return Shown(short(connection.name), tuple(lines_of(connection, name=name)), ((CHANGE, tr("Change")),))
