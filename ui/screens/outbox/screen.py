"""The page about the council put together."""

from __future__ import annotations

from ui.screens.outbox.presenter import OutboxPresenter, Parts
from ui.screens.outbox.view import OutboxView
from ui.screens.screen import Screen
from ui.shell import Shell


def make(shell: Shell) -> Screen:
    """What waits, what is sealed, what the council has."""
    view, whole = OutboxView(), shell.workspace
    parts = Parts(whole.outbox, whole.receipts, whole.enrolment, whole.visits, whole.people)
    presenter = OutboxPresenter(view, shell.background, parts=parts, tell=shell.told.emit)
    view.seal_requested.connect(presenter.seal)
    view.copy_requested.connect(presenter.copy)
    return Screen(view, enter=presenter.refresh, leave=lambda: None)
