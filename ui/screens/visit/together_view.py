"""Together: the place from which tools are opened to fill in with the person."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column


class TogetherView(Column):
    """Says what this place is for, and leads to the tools."""

    tools_requested = Signal()

    def __init__(self, *, has_tools: bool) -> None:
        super().__init__()
        card = Card(
            self.tr("Fill something in together"),
            self.tr("A tool opens on its own, with nothing else on the screen. Say what it is for, and ask first."),
        )
        self.tools = button(self.tr("Choose a tool"), press=self.tools_requested.emit)
        if has_tools:
            card.put_left(self.tools)
        self.put(card)
