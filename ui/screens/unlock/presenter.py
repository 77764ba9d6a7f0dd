"""What the unlock screen does. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from msp_desktop.doorway import Entered, Listed, get_ready, look_at, open_by_passphrase
from msp_desktop.errors import Failure
from ui.background import Background


class Unlock(Protocol):
    """What the presenter needs of the screen."""

    def show_whose(self, name: str, *, is_demo: bool) -> None:
        """Say whose records these are."""

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong."""

    def show_busy(self, *, busy: bool) -> None:
        """Say that the vault is being opened."""


class UnlockPresenter:
    """Opens the vault in the storage thread and hands it on."""

    def __init__(
        self, view: Unlock, background: Background, *, folder: Path, entered: Callable[[Entered], None]
    ) -> None:
        self._view, self._background, self._folder, self._entered = view, background, folder, entered
        self._has_started = False

    def start(self) -> None:
        """Say whose records these are, and load what opening them needs. Twice does no harm."""
        if self._has_started:
            return
        self._has_started = True
        self._background.run(lambda: look_at(self._folder), done=self._found, failed=self._failed)
        self._background.run(get_ready, done=lambda _: None, failed=self._failed)

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase; a wrong one changes nothing and is told in a sentence."""
        self.start()
        self._view.show_busy(busy=True)
        self._background.run(
            lambda: open_by_passphrase(self._folder, passphrase), done=self._opened, failed=self._failed
        )

    def _found(self, vault: Listed) -> None:
        self._view.show_whose(vault.name, is_demo=vault.is_demo)

    def _opened(self, entered: Entered) -> None:
        self._view.show_busy(busy=False)
        self._entered(entered)

    def _failed(self, failure: Failure) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(str(failure))
