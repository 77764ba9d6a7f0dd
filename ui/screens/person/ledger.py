"""The private-contact ledger put together: reads every visit of one person and shows what they say about time alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from msp_desktop.errors import Failure
from msp_desktop.practice.ledger import Ledger, ledger
from msp_desktop.record.ids import RecordId
from ui.background import Background
from ui.screens.person.ledger_view import LedgerView
from ui.screens.person.ledger_words import entry_words, ledger_words
from ui.screens.person.part import Part
from ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

    from msp_desktop.record.visits import Visits

FIRST, MORE = 5, 20


def make(shell: Shell) -> Part:
    """The ledger; opening a visit is a request to the shell."""
    view = LedgerView()
    presenter = LedgerPresenter(view, shell.background, visits=shell.workspace.visits, tell=shell.told.emit)
    view.visit_chosen.connect(shell.visit_requested)
    return Part(view, open=presenter.open, leave=lambda: None)


class LedgerPresenter(QObject):
    """One person at a time; what comes back for another one is not shown."""

    def __init__(
        self, view: LedgerView, background: Background, *, visits: Visits, tell: Callable[[str], None]
    ) -> None:
        super().__init__(view)
        self._view, self._background, self._visits, self._tell = view, background, visits, tell
        self._person, self._shown = RecordId(""), 0
        self._found: Ledger | None = None
        view.earlier_requested.connect(lambda: self._show_more(MORE))

    def open(self, person: RecordId) -> None:
        """Read and show one person's ledger."""
        if person != self._person:
            self._view.clear()
        self._person = person
        self._background.run(
            lambda: ledger(self._visits.outlines(person), today=date.today()),
            done=lambda found: self._show(person, found), failed=self._failed,
        )  # fmt: skip

    def _show(self, person: RecordId, found: Ledger) -> None:
        if person != self._person:
            return
        self._view.clear()
        self._found, self._shown = found, 0
        self._view.show_ledger(ledger_words(found, today=date.today().isoformat()))
        self._show_more(FIRST)

    def _show_more(self, count: int) -> None:
        if self._found is None:
            return
        entries = self._found.entries[self._shown : self._shown + count]
        self._shown += len(entries)
        self._view.show_entries(list(map(entry_words, entries)), has_more=self._shown < len(self._found.entries))

    def _failed(self, failure: Failure) -> None:
        self._tell(str(failure))
