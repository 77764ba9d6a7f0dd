"""Who looked, put together: the events of opening and revealing, the newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from msp_desktop.errors import Failure
from msp_desktop.practice import codes
from msp_desktop.record.event import Event
from msp_desktop.record.events import Events
from msp_desktop.record.ids import RecordId
from msp_desktop.record.practitioner import PRACTITIONER
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.times import local, shown_day
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.person.looked_view import LookedView
from ui.screens.person.part import Part
from ui.shell import Shell

PAGE = 5
_WHAT = {"safe_contact": tr("Safe contact shown"), "visit": tr("Lines said alone shown while others may see")}


def make(shell: Shell) -> Part:
    """The list of those who looked at one person."""
    view, parts = LookedView(), shell.workspace
    events, workers = Events(parts.store), Shelf(parts.store, PRACTITIONER)

    def page(person: RecordId, after: Record[Event] | None) -> tuple[Record[Event], ...]:
        return events.looks(person, after=after, limit=PAGE)

    def told(event: Record[Event]) -> str:
        return look_words(event, who=workers.get(RecordId(event.author)).body.name, zone=parts.visits.zone)

    presenter = LookedPresenter(view, shell.background, page=page, told=told, tell=shell.told.emit)
    return Part(view, open=presenter.open, leave=lambda: None)


def look_words(event: Record[Event], *, who: str, zone: str) -> str:
    """One line: when, what, by whom, and the reason where one was given."""
    at = local(event.body.at, zone)
    what = _WHAT.get(event.body.subject_kind, codes.event.EVENT.label(event.body.what))
    words = tr("{day}, {time}: {what}. {who}.").format(
        day=shown_day(at.date().isoformat()), time=at.strftime("%H:%M"), what=what, who=who
    )
    reason = tr("Reason: {reason}").format(reason=event.body.reason) if event.body.reason else ""
    return " ".join(filter(None, [words, reason]))


class LookedPresenter(QObject):
    """One person at a time; what comes back for another one is not shown."""

    def __init__(
        self, view: LookedView, background: Background, *,
        page: Callable[[RecordId, Record[Event] | None], tuple[Record[Event], ...]],
        told: Callable[[Record[Event]], str], tell: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._view, self._background, self._page, self._told, self._tell = view, background, page, told, tell
        self._person = RecordId("")
        self._last: Record[Event] | None = None
        view.earlier_requested.connect(lambda: self._read(self._last))

    def open(self, person: RecordId) -> None:
        """Read and show who looked at one person last."""
        self._view.clear()
        self._person = person
        self._read(None)

    def _read(self, after: Record[Event] | None) -> None:
        person = self._person

        def read() -> tuple[tuple[Record[Event], ...], list[str]]:
            events = self._page(person, after)
            return events, list(map(self._told, events))

        def show(found: tuple[tuple[Record[Event], ...], list[str]]) -> None:
            if person == self._person:
                self._show(*found, is_first=after is None)

        self._background.run(read, done=show, failed=self._failed)

    def _show(self, events: tuple[Record[Event], ...], sentences: list[str], *, is_first: bool) -> None:
        if is_first:
            self._view.clear()
        self._last = events[-1] if events else self._last
        self._view.show_looks(sentences, has_more=len(events) == PAGE)

    def _failed(self, failure: Failure) -> None:
        self._tell(str(failure))
