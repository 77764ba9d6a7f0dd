"""What the unlock screen does. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from msp_desktop.errors import Failure
from ui.background import Background

if TYPE_CHECKING:
    from msp_desktop.workspace import Workspace


class Unlock(Protocol):
    """What the presenter needs of the screen."""

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong."""

    def show_busy(self, *, busy: bool) -> None:
        """Say that the vault is being opened."""


class UnlockPresenter:
    """Opens the vault in the storage thread and hands it on."""

    def __init__(
        self, view: Unlock, background: Background, *, open_vault: Callable[[str], Workspace],
        opened: Callable[[Workspace], None],
    ) -> None:  # fmt: skip
        self._view, self._background, self._open, self._opened = view, background, open_vault, opened

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase; a wrong one changes nothing and is told in a sentence."""
        self._view.show_busy(busy=True)
        self._background.run(lambda: self._open(passphrase), done=self._done, failed=self._failed)

    def _done(self, workspace: Workspace) -> None:
        self._view.show_busy(busy=False)
        self._opened(workspace)

    def _failed(self, failure: Failure) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(str(failure))
