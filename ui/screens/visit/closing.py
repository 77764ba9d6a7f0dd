"""Finish, sign, copy, amend: what the last cards of a visit do."""

from __future__ import annotations

from collections.abc import Callable

from msp_desktop.errors import Failure
from msp_desktop.record import company
from msp_desktop.record.council_panel import PanelField
from msp_desktop.record.finishing import gaps
from msp_desktop.record.notes import CouncilNote, Notes
from msp_desktop.record.signing import Signer
from msp_desktop.record.times import local, shown_day
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.translation import tr
from ui.clipboard import Clipboard
from ui.screens.visit.closing_view import ClosingCard, CouncilCard, GapsCard
from ui.widgets.text import say
from ui.writing import Writing

FIELD_NAMES = {
    "type": tr("Type"), "subtype": tr("Subtype"), "title": tr("Title"), "seen_alone": tr("Seen alone, Y or N"),
    "planned": tr("Planned"), "actual": tr("Actual"), "reason_not_made": tr("Reason not made"),
}  # fmt: skip


class Closing:
    """The end of one open visit. `finished` runs when the visit ended just now."""

    def __init__(
        self, card: ClosingCard, still: GapsCard, council: CouncilCard, *, writing: Writing[Visit], visits: Visits,
        notes: Notes, sign: Signer, finished: Callable[[], None],
    ) -> None:  # fmt: skip
        self._card, self._still, self._council, self._writing = card, still, council, writing
        self._visits, self._notes, self._clipboard = visits, notes, Clipboard(card)
        self._fields: tuple[PanelField, ...] = ()
        card.finish_requested.connect(lambda: writing.step(visits.finish, then=lambda _: finished()))
        card.sign_requested.connect(lambda: writing.step(lambda record: visits.sign(record, sign)))
        card.amend_requested.connect(self.amend)
        council.show_requested.connect(self.read_note)
        council.copy_requested.connect(self.copy)

    def show(self) -> None:
        """Where the visit stands and what is still to be said."""
        visit = self._writing.body
        is_over = visit.ended_at is not None or visit.not_made is not None
        is_signed = visit.signature is not None
        self._card.show_state(
            _state(visit), may_finish=company.running(visit) is not None and not is_over,
            may_sign=is_over and not is_signed, may_amend=is_signed,
        )  # fmt: skip
        self.show_gaps()
        self._council.setVisible(is_over)
        self._council.inside.hide()

    def show_gaps(self) -> None:
        """What is still to be said; nothing before the visit began or after it was signed."""
        visit = self._writing.body
        is_asked = visit.signature is None and (visit.started_at is not None or visit.not_made is not None)
        self._still.show_gaps([(gap.place, gap.sentence) for gap in gaps(visit)] if is_asked else [])

    def amend(self) -> None:
        """Open a signed visit for a change, with its reason."""
        reason = self._card.reason.value()
        if not reason.strip():
            self._card.reason.show_error(tr("Say why this signed visit is to be changed. Both versions will be shown."))
            return
        self._card.reason.show_error("")
        self._writing.step(lambda record: self._visits.amend(record, record.body, reason))

    def read_note(self) -> None:
        """Make the note and show it; what is not saved yet is saved first."""
        self._writing.save()
        id = self._writing.record.id

        def read() -> tuple[CouncilNote, CouncilNote | None]:
            return self._notes.of(id), self._notes.before_amending(id)

        self._writing.background.run(read, done=lambda both: self._show_note(*both), failed=self._failed)

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
        return tr("The visit is over. Read the note below, and sign when it says what it should.")
    if visit.started_at is not None:
        return tr("The visit is going on. Press Finish when you leave.")
    return tr("The visit has not begun.")
