"""After the visit, on one page: leaving first, then the questions in order, then what is missing, signing, copying."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.visit.alone_view import AloneView
from ui.screens.visit.closing_view import ClosingCard, CouncilCard, GapsCard, GoingCard
from ui.screens.visit.danger_card import DangerCard
from ui.screens.visit.paper_card import PaperCard
from ui.screens.visit.rest_card import RestCard
from ui.screens.visit.rooms_view import RoomsView
from ui.screens.visit.wishes import agreed_card, wants_card
from ui.theme import px
from ui.widgets.column import Column
from ui.widgets.fold import Fold
from ui.widgets.text import label


class AfterView(Column):
    """Everything but the ways to leave and to sign is left out while others may see the screen.

    `numbers` are those to ring when something cannot wait, as (who, number).
    """

    note_wanted = Signal()

    def __init__(self, name: str, *, numbers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.going, self.left_out = GoingCard(), label("", "label")
        self.still, self.alone, self.rooms = GapsCard(), AloneView(name), RoomsView()
        self.wants, self.agreed = wants_card(name), agreed_card()
        self.danger, self.paper, self.rest = DangerCard(numbers), PaperCard(), RestCard(name)
        self.closing, self.council = ClosingCard(), CouncilCard()
        self._more = self._together(self.rest, self.rooms)
        self.more = Fold(self.tr("More for the record, and who was in the room"), lambda: self._more)
        self._private = (self.alone, self.wants, self.agreed, self.danger, self.paper, self.more)
        for part in (self.going, self.left_out, *self._private, self.still, self.council, self.closing):
            self.put(part)
        self.still.chosen.connect(self.lead_to)
        self.alone.rooms_wanted.connect(lambda: self.lead_to("company"))

    def show_private(self, *, may_be_seen: bool, may_change: bool) -> None:
        """Show the cards, or say that they are left out. A signed visit shows its end alone."""
        self.left_out.setVisible(not may_be_seen)
        self.left_out.setText(self._why_left_out(has_gaps=not self.still.isHidden()))
        for card in self._private:
            card.setVisible(may_be_seen and may_change)
        if not may_be_seen:
            self.still.hide()
            self.council.hide()

    def show_end(self) -> None:
        """The visit ended just now: go to the first question that is still open, or to signing."""
        open_places = {str(each.property("place")) for each in self.still.go}
        cards = {"alone": self.alone, "danger": self.danger, "paper": self.paper}
        if self.still.isHidden():
            self.show_part(self.closing)
        else:
            self.show_part(next((card for place, card in cards.items() if place in open_places), self.still))

    def show_copying(self) -> None:
        """The visit was signed just now: what is left is to copy it."""
        if self.council.isVisible():
            self.show_part(self.council)
            self.council.copy_note.setFocus(Qt.FocusReason.TabFocusReason)

    def lead_to(self, place: str) -> None:
        """Go to the card where a gap is filled."""
        cards = {"danger": self.danger, "alone": self.alone, "company": self.rooms, "paper": self.paper}
        if place == "company":
            self.more.open()
        if place in cards:
            self.show_part(cards[place])
        else:
            self.note_wanted.emit()

    def _why_left_out(self, *, has_gaps: bool) -> str:
        if has_gaps:
            return self.tr(
                "Some of this visit is still to be said, and is left out while others may see the screen."
                " Say on top that only you can see it."
            )
        return self.tr("This part is left out while others may see the screen. Say on top that only you can see it.")

    def _together(self, *cards: QWidget) -> QWidget:
        inside = QWidget(self)
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(16))
        for card in cards:
            stack.addWidget(card)
        inside.hide()
        return inside
