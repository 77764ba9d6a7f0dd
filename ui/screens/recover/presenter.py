"""What the screen for the recovery code does. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop.doorway import Entered, open_by_code
from msp_desktop.errors import Failure
from msp_desktop.passphrase import refuse_weak
from ui.background import Background

if TYPE_CHECKING:
    from ui.screens.recover.view import RecoverView


class RecoverPresenter:
    """Checks the new passphrase, then opens the vault by its code in the storage thread."""

    def __init__(
        self, view: RecoverView, background: Background, *, folder: Path, entered: Callable[[Entered], None]
    ) -> None:
        self._view, self._background, self._folder, self._entered = view, background, folder, entered

    def recover(self, code: str, passphrase: str) -> None:
        """Open by the code, or say what is wrong with the passphrase or the code, each at its field."""
        self._view.show_busy(busy=True)
        self._background.run(
            lambda: refuse_weak(passphrase), done=lambda _: self._open(code, passphrase), failed=self._weak
        )

    def _open(self, code: str, passphrase: str) -> None:
        self._background.run(
            lambda: open_by_code(self._folder, code, passphrase=passphrase), done=self._entered, failed=self._failed
        )

    def _weak(self, failure: Failure) -> None:
        self._view.show_busy(busy=False)
        self._view.secret.show_problem(str(failure))

    def _failed(self, failure: Failure) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(str(failure))
