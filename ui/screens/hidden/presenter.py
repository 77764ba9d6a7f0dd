"""What the plain page does: takes the PIN and counts the tries. Makes no widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msp_desktop.pin import Pin
from msp_desktop.translation import tr


class Hidden(Protocol):
    """What the presenter needs of the page."""

    def ask_pin(self) -> None:
        """Show a place for the PIN."""

    def show_wrong(self, sentence: str) -> None:
        """Say that it was another one."""


class HiddenPresenter:
    """`back` brings everything back, `lock` leaves the passphrase as the only way; without a PIN it is."""

    def __init__(self, view: Hidden, *, pin: Pin, back: Callable[[], None], lock: Callable[[], None]) -> None:
        self._view, self._pin, self._back, self._lock = view, pin, back, lock

    def go_on(self) -> None:
        """Somebody wants to go on from the plain page."""
        if self._pin.is_chosen:
            self._view.ask_pin()
        else:
            self._lock()

    def typed(self) -> None:
        """Digits are typed: where there is a PIN, they are the beginning of it."""
        if self._pin.is_chosen:
            self._view.ask_pin()

    def enter(self, digits: str) -> None:
        """A try. The third wrong one locks."""
        if self._pin.fits(digits):
            self._back()
        elif self._pin.tries_left <= 0:
            self._lock()
        elif self._pin.tries_left == 1:
            self._view.show_wrong(tr("This is not the PIN. You can try once more."))
        else:
            self._view.show_wrong(tr("This is not the PIN. You can try again."))
