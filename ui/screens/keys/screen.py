"""The page of keys put together."""

from __future__ import annotations

from ui.keys import KEYS
from ui.screens.hidden.choosing import PinChoosing
from ui.screens.keys.view import KeysView
from ui.screens.screen import Screen
from ui.shell import Shell


def make(shell: Shell) -> Screen:
    """All keys that do something here, and the PIN for hiding."""
    view = KeysView([key for key in KEYS.values() if not key.page or key.page in shell.page_names])
    choosing = PinChoosing(view.pin, shell.pin)
    view.pin.chosen.connect(lambda digits: choosing.choose(digits))  # which keeps it as long as the view

    def enter() -> None:
        view.show_minutes(shell.look.settings.quick_hide_minutes)
        if shell.pin.is_chosen:
            view.pin.show_chosen()

    return Screen(view, enter=enter, leave=lambda: None)
