"""The page about the council put together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.screens.outbox.enrolling import EnrolPresenter
from ui.screens.outbox.presenter import OutboxPresenter, Parts
from ui.screens.outbox.view import OutboxView
from ui.screens.screen import Screen
from ui.shell import Shell

if TYPE_CHECKING:
    from msp_desktop.workspace import Workspace


def make(shell: Shell) -> Screen:
    """What waits, what is sealed, what the council has."""
    view, whole = OutboxView(), shell.workspace
    parts = Parts(whole.outbox, whole.receipts, whole.enrolment, whole.visits, whole.people)
    presenter = OutboxPresenter(view, shell.background, parts=parts, tell=shell.told.emit)
    enrolling = EnrolPresenter(
        view.enrol,
        shell.background,
        enrolment=whole.enrolment,
        enrol=lambda file, words, passphrase: _enrol(whole, file, words=words, passphrase=passphrase),
        enrolled=presenter.refresh,
    )
    # Lambdas hold the presenter; a signal alone would let go of it.
    view.enrol.file_chosen.connect(lambda file: enrolling.read(file))
    view.enrol.agreed.connect(lambda passphrase: enrolling.agree(passphrase))
    view.enrol.refused.connect(lambda: enrolling.differ())
    view.seal_requested.connect(presenter.seal)
    view.copy_requested.connect(presenter.copy)
    return Screen(view, enter=presenter.refresh, leave=lambda: None)


def _enrol(whole: Workspace, file: Path, *, words: str, passphrase: str) -> str:
    """What the command does, for exactly the council whose words were compared."""
    from msp_desktop.commands.council import enrol

    return " ".join(enrol(whole, file, passphrase=passphrase, agreed=lambda given: given.spoken == words))
