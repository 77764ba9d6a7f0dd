"""Leave, sign, copy, amend: what the last cards of a visit do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msp_desktop.errors import Failure
from msp_desktop.record import company
from msp_desktop.record.finishing import gaps
from msp_desktop.record.ids import RevisionId
from msp_desktop.record.notes import CouncilNote, Notes
from msp_desktop.record.signing import Signer
from msp_desktop.record.times import local, shown_day
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.translation import tr
from ui.clipboard import Clipboard
from ui.widgets.text import say
from ui.widgets.ways_card import Way
from ui.writing import Writing

if TYPE_CHECKING:
    from ui.screens.visit.after_view import AfterView

FIELD_NAMES = {
    "type": tr("Type"), "subtype": tr("Subtype"), "title": tr("Title"), "seen_alone": tr("Seen alone, Y or N"),
    "planned": tr("Planned"), "actual": tr("Actual"), "reason_not_made": tr("Reason not made"),
}  # fmt: skip


class Closing:
    """The end of one open visit. `finished` runs when the visit ended just now, `signed` when it was signed."""

    def __init__(
        self, view: AfterView, *, writing: Writing[Visit], visits: Visits, notes: Notes, sign: Signer,
        finished: Callable[[], None], signed: Callable[[], None],
    ) -> None:  # fmt: skip
        self._going, self._card, self._still, self._council = view.going, view.closing, view.still, view.council
        self._writing, self._visits, self._notes, self._sign = writing, visits, notes, sign
        self._clipboard, self._signed = Clipboard(view.closing), signed
        self._read: RevisionId | None = None
        view.going.finish_requested.connect(lambda: writing.step(visits.finish, then=lambda _: finished()))
        view.closing.amend_requested.connect(self.amend)
        view.council.show_requested.connect(self.show_note)
        view.council.copy_requested.connect(self.copy)

    def show(self, *, is_private: bool) -> None:
        """Where the visit stands and what is still to be said; of a signed one, the note, where it may be seen."""
        visit, rev = self._writing.body, self._writing.record.rev
        is_over = visit.ended_at is not None or visit.not_made is not None
        is_signed = visit.signature is not None
        self._going.setVisible(company.running(visit) is not None and not is_over)
        self._card.show_state(_state(visit), may_sign=is_over and not is_signed, may_amend=is_signed)
        self.show_gaps()
        self._council.setVisible(is_over)
        self._council.show_step(is_signed=is_signed)
        if self._read != rev:
            self._read = None
            self._council.hide_note()
        if is_signed and is_private and self._read is None:
            self.read_note()

    def sign(self) -> None:
        """Sign the visit as it stands; what is left is to copy it."""
        self._writing.step(
            lambda record: self._visits.sign(record, self._sign), then=lambda _: self.read_note(then=self._signed)
        )

    def show_gaps(self) -> None:
        """What is still to be said; nothing before the visit began or after it was signed."""
        visit = self._writing.body
        is_asked = visit.signature is None and (visit.started_at is not None or visit.not_made is not None)
        self._still.show_ways([Way(gap.place, gap.sentence) for gap in gaps(visit)] if is_asked else [])

    def amend(self) -> None:
        """Open a signed visit for a change, with its reason."""
        reason = self._card.reason.value()
        if not reason.strip():
            self._card.reason.show_error(tr("Say why this signed visit is to be changed. Both versions will be shown."))
            return
        self._card.reason.show_error("")
        self._writing.step(lambda record: self._visits.amend(record, record.body, reason))

    def show_note(self) -> None:
        """Make the note and show it; what is not saved yet is saved first."""
        self._writing.save()
        self.read_note(then=self._council.note.setFocus)

    def read_note(self, then: Callable[[], None] = lambda: None) -> None:
        """Make the note of what is saved, and show it."""
        id, self._read = self._writing.record.id, self._writing.record.rev

        def read() -> tuple[CouncilNote, CouncilNote | None]:
            return self._notes.of(id), self._notes.before_amending(id)

        def shown(both: tuple[CouncilNote, CouncilNote | None]) -> None:
            self._show_note(*both)
            then()

        self._writing.background.run(read, done=shown, failed=self._failed)

    def copy(self, place: int) -> None:
        """Copy the note, or one field, once it stands in the record that this was done."""
        id = self._writing.record.id

        def copied(note: CouncilNote) -> None:
            self._clipboard.put(note.text if place < 0 else note.fields[place].value)
            say(self._council.said, tr("Copied. It is taken out of the clipboard again in a minute."))

        where = tr("clipboard")
        self._writing.background.run(lambda: self._notes.copy(id, where_to=where), done=copied, failed=self._failed)

    def leave(self) -> None:
        """Nothing of ours stays in the clipboard when the records are locked."""
        self._clipboard.clear()

    def _failed(self, failure: Failure) -> None:
        self._writing.failed.emit(str(failure))

    def _show_note(self, note: CouncilNote, before: CouncilNote | None) -> None:
        fields = [(FIELD_NAMES.get(each.name, each.name), each.value, each.beside) for each in note.fields]
        self._council.show_note(note.text, before.text if before else "", fields)


def _state(visit: Visit) -> str:
    if visit.signature is not None and visit.signed_at is not None:
        at = local(visit.signed_at, visit.zone)
        words = tr("Signed on {day} at {time}. It can be changed only with a reason.")
        return words.format(day=shown_day(at.date().isoformat()), time=at.strftime("%H:%M"))
    if visit.amends is not None:
        return tr("This visit was signed and is being changed. Reason: {why}").format(why=visit.amends.reason)
    if visit.not_made is not None:
        return tr("The visit was not made, and why is recorded. Sign it to close it.")
    if visit.ended_at is not None:
        return tr("The visit is over. Read the note above, and sign when it says what it should.")
    if visit.started_at is not None:
        return tr("The visit is going on. You sign it when it is over.")
    return tr("The visit has not begun.")
