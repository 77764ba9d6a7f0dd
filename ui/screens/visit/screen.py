"""The Visit screen put together."""

from __future__ import annotations

from ui.screens.screen import Screen
from ui.shell import Shell
from ui.widgets.column import Column
from ui.widgets.text import label


def make(shell: Shell) -> Screen:
    """What is shown of one visit."""
    view = Column()
    view.put(label(view.tr("This visit"), "title"))
    view.put(label(view.tr("No visit is open. Choose one on Today.")))
    return Screen(view, enter=lambda: None, leave=lambda: None)
