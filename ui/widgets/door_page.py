"""One page before the door: a card in the middle of the window, with its title on top."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.text import label
from ui.widgets.told import Told


class DoorPage(Column):
    """Scrolls where the window is small or the text is large. `told` is what must be said first, if anything."""

    def __init__(self, title: str) -> None:
        super().__init__(widest=560, middle=True)
        self.card = Card()
        self.title, self.told = label(title, "title"), Told("")
        for part in (self.title, self.told):
            self.card.put(part)
        super().put(self.card)

    def put(self, part: QWidget) -> None:
        """Add a part to the card."""
        self.card.put(part)
