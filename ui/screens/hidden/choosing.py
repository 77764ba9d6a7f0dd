"""What choosing a PIN does. Makes no widgets, and keeps nothing itself."""

from __future__ import annotations

from typing import Protocol

from msp_desktop.errors import BadInput
from msp_desktop.pin import Pin


class Choosing(Protocol):
    """What the presenter needs of the field."""

    def show_error(self, sentence: str) -> None:
        """Say what to do."""

    def show_chosen(self) -> None:
        """It is kept. Said here and not in the notice, which would stand there still when a visit begins."""


class PinChoosing:
    """The PIN of this window, chosen or put off."""

    def __init__(self, view: Choosing, pin: Pin) -> None:
        self._view, self._pin = view, pin

    def choose(self, digits: str) -> None:
        """Keep a PIN until the records are locked."""
        try:
            self._pin.choose(digits)
        except BadInput as refused:
            self._view.show_error(str(refused))
        else:
            self._view.show_chosen()

    def put_off(self) -> None:
        """Not now: it is offered again after the next lock."""
        self._pin.is_put_off = True
