"""The settings page put together."""

from __future__ import annotations

from ui.screens.screen import Screen
from ui.screens.settings.presenter import SettingsPresenter
from ui.screens.settings.view import SettingsView
from ui.shell import Shell


def make(shell: Shell) -> Screen:
    """Everything that may be chosen, and how safe the records are."""
    view = SettingsView(shell.look.settings, fixed=shell.look.policy.fixed)
    presenter = SettingsPresenter(
        view, shell.background, look=shell.look, safety=shell.workspace.safety, safekeeping=shell.safekeeping
    )
    return Screen(view, enter=presenter.enter, leave=presenter.leave)
