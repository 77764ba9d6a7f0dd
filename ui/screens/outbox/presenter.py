"""What the page about the council does: take receipts, seal what waits, copy sealed files. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop.errors import Failure
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.outbox.words import Shown, council_words, line_of, waiting_words

if TYPE_CHECKING:
    from msp_desktop.record.people import People
    from msp_desktop.record.visits import Visits
    from msp_desktop.sync.enrolment import Enrolment
    from msp_desktop.sync.exporting import Outbox
    from msp_desktop.sync.receipts import Receipts
    from ui.screens.outbox.view import OutboxView

_MOST = 50
"""Lines shown of what waits and of what is sealed; older ones stay in the vault."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the page is about."""

    outbox: Outbox
    receipts: Receipts
    enrolment: Enrolment
    visits: Visits
    people: People


class OutboxPresenter:
    """Receipts are looked for each time the page is opened: they come into the vault's folder by themselves."""

    def __init__(self, view: OutboxView, background: Background, *, parts: Parts, tell: Callable[[str], None]) -> None:
        self._view, self._background, self._parts, self._tell = view, background, parts, tell

    def refresh(self) -> None:
        """Take the receipts that have come, and show how things stand."""
        self._background.run(self._receipts, done=self._refused, failed=self._failed)
        self._show()

    def seal(self) -> None:
        """Seal everything that waits."""
        self._view.show_busy(busy=True)
        self._background.run(lambda: len(list(self._parts.outbox.pack())), done=self._sealed, failed=self._failed)

    def copy(self, folder: Path) -> None:
        """Copy the sealed files that wait; the same bytes, and they stay here too."""
        self._view.show_busy(busy=True)
        copied = lambda: len(list(self._parts.outbox.copy_waiting(folder)))  # noqa: E731
        self._background.run(copied, done=self._copied, failed=self._failed)

    def _show(self) -> None:
        self._ask(failed=self._failed)

    def _ask(self, *, failed: Callable[[Failure], None]) -> None:
        # What is sealed is known at once; what waits is counted in all that was ever saved.
        self._background.run(self._read, done=self._view.show_all, failed=failed)
        self._background.run(self._waiting, done=self._view.show_waiting, failed=failed)

    def _waiting(self) -> tuple[str, ...]:
        parts, waiting = self._parts, self._parts.outbox.waiting()
        visits = parts.visits.list({"id": waiting.visits[-_MOST:]}, order=("-day", "-n"))
        return waiting_words(waiting, visits, parts.people)

    def _read(self) -> Shown:
        parts = self._parts
        council, trial = council_words(parts.enrolment.current())
        parcels = parts.outbox.parcels()
        return Shown(
            council=council,
            trial=trial,
            sealed=tuple(line_of(parcel) for parcel in parcels[:_MOST]),
            can_copy=any(parcel.is_waiting for parcel in parcels),
        )

    def _receipts(self) -> list[str]:
        return list(self._parts.receipts.take_new())

    def _refused(self, sentences: list[str]) -> None:
        if sentences:
            self._tell(" ".join(sentences))

    def _sealed(self, count: int) -> None:
        self._view.show_busy(busy=False)
        at = datetime.now().astimezone().strftime("%H:%M:%S")
        sentence = (
            tr("Sealed at {time}. It waits on this laptop to be sent.") if count else tr("Nothing new was sealed.")
        )
        self._view.show_done(sentence.format(time=at))
        self._show()

    def _copied(self, count: int) -> None:
        self._view.show_busy(busy=False)
        self._view.show_done(
            tr("Copied: {n} sealed files. They stay here too, until the council says that it has them.").format(n=count)
        )

    def _failed(self, failure: Failure) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(str(failure))
        self._ask(failed=lambda _: None)
