"""The safe contact of a person: shown while a button is held, written in a form that covers itself again.

Every look is an event, written before the words are given. No widgets are made here but the form's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msp_desktop.errors import Failure
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.about.closing import Closing
from ui.screens.about.found import Found
from ui.screens.about.quiet import Quiet
from ui.screens.about.safe_form import LABELS, answered, answers, contradiction, in_words, safe_form
from ui.screens.about.saving import save_what_fits
from ui.writing import Writing

if TYPE_CHECKING:
    from msp_desktop.record.ids import RecordId
    from msp_desktop.record.record import Shelf
    from msp_desktop.record.safe_contact import SafeContact
    from msp_desktop.record.safe_contacts import Known, SafeContacts, ToWrite
    from ui.screens.about.safe_view import SafeCard


class Safe:
    """One person's safe contact. `visit_of` tells the visit that is open for a person, None without one."""

    def __init__(
        self, card: SafeCard, safe_contacts: SafeContacts, background: Background, *,
        visit_of: Callable[[RecordId], RecordId | None], tell: Callable[[str], None],
    ) -> None:  # fmt: skip
        self._card, self._safe, self._background = card, safe_contacts, background
        self._visit_of, self._tell = visit_of, tell
        self._person: RecordId | None = None
        self._shelf: Shelf[SafeContact] | None = None
        self._writing: Writing[SafeContact] | None = None
        self._asked, self._found = 0, Found(card.offer)
        self._closing = Closing(self._save)
        self.quiet = Quiet(card)
        self._listen()

    def open(self, id: RecordId) -> None:
        """Show that there is a safe contact, and none of its words."""
        self.leave()
        self._person = id
        self._card.show_said("")
        self._card.show_unknown()
        self._load()

    def leave(self) -> None:
        """Save what was typed, and cover it."""
        self._asked += 1  # an answer that is still on its way opens nothing any more
        self._card.let_go()
        self._closing.save_again()
        self._close()

    def show(self) -> None:
        """Somebody holds the button."""
        person = self._person
        if person is not None:
            visit = self._visit_of(person)
            self._background.run(
                lambda: self._safe.reveal(person, visit=visit),
                done=lambda found: self._revealed(person, found),
                failed=self._failed,
            )

    def write(self) -> None:
        """Open the form: a look like any other."""
        person, self._asked = self._person, self._asked + 1
        if person is not None and self._writing is None:
            visit, asked = self._visit_of(person), self._asked
            self._background.run(
                lambda: self._safe.to_write(person, visit=visit),
                done=lambda opened: self._opened(opened, asked=asked),
                failed=self._failed,
            )

    def changed(self) -> None:
        """Keep what was typed."""
        form = self._card.form
        if form is None or self._writing is None:
            return
        self.quiet.touch()
        self._found.answered()
        values = form.values()
        form.fields["never"].show_error(contradiction(values))
        self._writing.change("form", lambda body: answered(body, values))

    def done(self) -> None:
        """Save, and cover it."""
        if not self._card.leads_to_problem():
            self._found.answered()
            self._close()
            self._load()

    def forget(self) -> None:
        """Leave out what was found; its draft is gone."""
        self._found.forget(self._writing)
        self._close()
        self._load()

    def _went_quiet(self) -> None:
        self._close()
        self._load()
        self._card.show_said(tr("Covered again, because nobody typed for a minute. What was written is kept."))

    def _load(self) -> None:
        person = self._person
        if person is not None:
            self._background.run(
                lambda: self._safe.known(person), done=lambda known: self._known(person, known), failed=self._failed
            )

    def _known(self, person: RecordId, known: Known) -> None:
        if person == self._person:
            self._card.show_state(is_set=known.is_set, is_being_written=known.is_being_written)

    def _revealed(self, person: RecordId, found: SafeContact | None) -> None:
        if person == self._person and found is not None:
            self._card.show_words(in_words(found))

    def _opened(self, opened: ToWrite, *, asked: int) -> None:
        if asked != self._asked or not self._card.isVisible():
            return
        self._shelf = opened.shelf
        kept = self._closing.take(opened.record.id)
        self._writing = writing = kept or self._new_writing(opened)
        self._found.offer(writing, opened.draft if kept is None else None)
        form = safe_form()
        form.load(answers(writing.body))
        self._card.show_said("")
        self._card.open_form(form)
        self.quiet.start(self._card.window().windowHandle())

    def _close(self) -> None:
        self.quiet.stop()
        self._card.close_form()
        writing, self._writing = self._writing, None
        is_offered = self._found.is_open
        self._found.answered()
        if writing is not None and not is_offered:
            self._save(writing)
        self._closing.close(writing)

    def _new_writing(self, opened: ToWrite) -> Writing[SafeContact]:
        writing = Writing(opened.shelf, opened.record, self._background, self._card)
        for signal in (writing.failed, writing.told):
            signal.connect(self._tell)
        writing.kept.connect(self._kept)
        return writing

    def _save(self, writing: Writing[SafeContact]) -> None:
        if self._shelf is not None:
            save_what_fits(writing, self._shelf, labels=LABELS, tell=self._tell)

    def _kept(self, at: str) -> None:
        self._card.show_saved(tr("Saved on this laptop at {time}.").format(time=at))

    def _failed(self, failure: Failure) -> None:
        self._tell(str(failure))

    def _listen(self) -> None:
        card = self._card
        card.show_requested.connect(lambda: self.show())
        card.write_requested.connect(lambda: self.write())
        card.changed.connect(lambda: self.changed())
        card.done_requested.connect(lambda: self.done())
        card.covered.connect(lambda: self.leave())
        card.seen.connect(lambda: self._load())
        card.offer.go_on_requested.connect(lambda: self.done())
        card.offer.forget_confirmed.connect(lambda: self.forget())
        self.quiet.due.connect(lambda: self._went_quiet())
