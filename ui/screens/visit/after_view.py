"""After the visit, on one page: time alone first, then what is wanted, agreed, dangerous, counted, and the end."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.screens.visit.alone_view import AloneView
from ui.screens.visit.closing_view import ClosingCard, CouncilCard, GapsCard
from ui.screens.visit.leaving import DangerCard, PaperCard, RestCard
from ui.screens.visit.rooms_view import RoomsView
from ui.screens.visit.wishes import agreed_card, wants_card
from ui.widgets.column import Column
from ui.widgets.text import label


class AfterView(Column):
    """Everything but the end is left out while others may see the screen."""

    note_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.left_out = label(
            self.tr("This part is left out while others may see the screen. Say on top that only you can see it."),
            "label",
        )
        self.still, self.alone, self.rooms = GapsCard(), AloneView(name), RoomsView()
        self.wants, self.agreed = wants_card(name), agreed_card()
        self.danger, self.paper, self.rest = DangerCard(), PaperCard(), RestCard(name)
        self.closing, self.council = ClosingCard(), CouncilCard()
        self._private = (self.alone, self.rooms, self.wants, self.agreed, self.danger, self.paper, self.rest)
        for part in (self.left_out, *self._private, self.still, self.closing, self.council):
            self.put(part)
        self.still.chosen.connect(self.lead_to)

    def show_private(self, *, may_be_seen: bool, may_change: bool) -> None:
        """Show the cards, or say that they are left out. A signed visit shows its end alone."""
        self.left_out.setVisible(not may_be_seen)
        for card in self._private:
            card.setVisible(may_be_seen and may_change)
        if not may_be_seen:
            self.still.hide()
            self.council.hide()

    def show_end(self) -> None:
        """The visit ended just now: go to what is still to be said, or to signing."""
        self.show_part(self.closing if self.still.isHidden() else self.still)

    def lead_to(self, place: str) -> None:
        """Go to the card where a gap is filled."""
        cards = {"danger": self.danger, "alone": self.alone, "company": self.rooms, "paper": self.paper}
        if place in cards:
            self.show_part(cards[place])
        else:
            self.note_wanted.emit()
