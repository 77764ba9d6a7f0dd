"""What the screen for new locked records does. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msp_desktop.doorway import Doorway, Entered
from msp_desktop.errors import Failure
from msp_desktop.passphrase import refuse_weak
from msp_desktop.translation import tr
from ui.background import Background

if TYPE_CHECKING:
    from ui.screens.create.view import CreateView


class CreatePresenter:
    """Checks the name and the passphrase, then makes the vault in the storage thread."""

    def __init__(
        self, view: CreateView, background: Background, *, doorway: Doorway, entered: Callable[[Entered], None]
    ) -> None:
        self._view, self._background, self._doorway, self._entered = view, background, doorway, entered

    def make(self, worker: str, passphrase: str) -> None:
        """A new vault, or the one sentence that says what to do first."""
        if not worker:
            self._view.show_no_name(tr("Enter your name."))
            return
        self._view.show_busy(busy=True)
        self._background.run(
            lambda: refuse_weak(passphrase, known=worker),
            done=lambda _: self._make(worker, passphrase),
            failed=self._weak,
        )

    def _make(self, worker: str, passphrase: str) -> None:
        self._background.run(lambda: self._doorway.make(worker, passphrase), done=self._entered, failed=self._failed)

    def _weak(self, failure: Failure) -> None:
        self._view.show_busy(busy=False)
        self._view.secret.show_problem(str(failure))

    def _failed(self, failure: Failure) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(str(failure))
