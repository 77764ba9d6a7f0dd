"""Choosing a sheet: by its plain title, under the guidance's headings, blank or with what was filled in. Decides
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from msp_desktop.sheets.offering import SheetOffer
from ui.screens.paper.from_paper_card import FromPaperCard
from ui.screens.paper.pack_card import PackCard
from ui.screens.paper.register_view import RegisterView
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choosing import show_checked
from ui.widgets.column import Column
from ui.widgets.fold import Fold
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import label


class ChooseSheetView(Column):
    """`chosen` tells the offer and what is to stand on it; `in_pack` are the sheets for the visit pack."""

    chosen = Signal(object, object)
    all_requested = Signal()
    pack_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.who, self.nothing = label("", "label"), label(self.tr("No sheet has these words in its title."), "hint")
        self.wanted = LineField(
            self.tr("Find a sheet"), hint=self.tr("Part of its title, or of what it is for."), width=360
        )
        self.in_pack: dict[str, SheetOffer] = {}
        self._can_pack = False
        self.pack, self.from_paper = PackCard(), FromPaperCard()
        self.typing_in = Fold(self.tr("Type in what is on paper"), lambda: self.from_paper)
        self.packing = Fold("", lambda: self.pack)
        self._cards: dict[Card, str] = {}
        self._headings: dict[QLabel, list[Card]] = {}
        self.show_all = button(self.tr("Show every sheet"), press=self.all_requested.emit)
        self._more, self._sheets, self.register = Row(self.show_all), QWidget(), RegisterView()
        hint = self.tr("Choose a sheet. Nothing is printed before you have seen it.")
        self._title = label(self.tr("Print"), "title")
        parts = (self._title, label(hint), self.who, self._more, self.wanted, self.packing, self.typing_in,
                 self.nothing, self._sheets, self.register)  # fmt: skip
        for part in parts:
            self.put(part)
        self.wanted.changed.connect(self._narrow)
        for later in (self.nothing, self.packing, self.typing_in):
            later.hide()

    def show_sheets(
        self, headings: Mapping[str, Sequence[SheetOffer]], *, who: str, is_narrowed: bool, can_pack: bool = False
    ) -> None:
        """The sheets, and whose filled ones they are; with a visit open, blank ones can be put into its pack."""
        self._can_pack = can_pack
        if not can_pack:
            self.in_pack = {}
        self.show_pack()
        self.who.setText(who)
        self.who.setVisible(bool(who))
        self._more.setVisible(is_narrowed)
        old, self._sheets = self._sheets, QWidget()
        stack = QVBoxLayout(self._sheets)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(12))
        self._cards, self._headings = {}, {}
        for title, offers in headings.items():
            cards = [self._card(offer) for offer in offers]
            heading = label(title, "heading")
            self._headings[heading] = cards
            for part in (heading, *cards):
                stack.addWidget(part)
        self._stack.replaceWidget(old, self._sheets)
        in_reading_order(self._stack)
        old.hide()
        old.deleteLater()
        self._narrow()

    def show_pack(self) -> None:
        """What is in the pack now."""
        count = len(self.in_pack)
        self.packing.opener.setText(
            self.tr("The visit pack ({count})").format(count=count) if count else self.tr("The visit pack (empty)")
        )
        self.pack.show_titles([each.title for each in self.in_pack.values()])
        for each in (self.packing, self.typing_in):
            each.setVisible(self._can_pack)

    def empty_pack(self) -> None:
        """Nothing is in the pack any more."""
        self.in_pack = {}
        for each in self._sheets.findChildren(QPushButton):
            if each.isCheckable():
                show_checked(each, checked=False)
        self.show_pack()

    def _narrow(self) -> None:
        """Only the sheets whose title or purpose holds what is typed."""
        typed = self.wanted.value().casefold()
        for card, words in self._cards.items():
            card.setVisible(typed in words)
        for heading, cards in self._headings.items():
            heading.setVisible(any(typed in self._cards[card] for card in cards))
        self.nothing.setVisible(not any(typed in words for words in self._cards.values()))

    def _card(self, offer: SheetOffer) -> Card:
        card, ways = Card(), Row()
        self._cards[card] = f"{offer.title} {offer.purpose}".casefold()
        card.setAccessibleName(offer.title)
        for words, kind in ((offer.title, "label"), (offer.purpose, ""), (offer.may_stay, "caption")):
            card.put(label(words, kind))
        for filling in offer.fillings:
            way = button(filling.words, press=partial(self.chosen.emit, offer, filling))
            way.setAccessibleName(self.tr("{title}: {words}").format(title=offer.title, words=filling.words))
            ways.put(way)
        if self._can_pack and any(filling.is_blank for filling in offer.fillings):
            ways.put(self._into_pack(offer))
        card.put(ways)
        return card

    def _into_pack(self, offer: SheetOffer) -> QPushButton:
        made = button(self.tr("In the visit pack"))
        made.setCheckable(True)
        made.setAccessibleName(self.tr("{title}: in the visit pack").format(title=offer.title))
        show_checked(made, checked=offer.sheet_id in self.in_pack)
        made.toggled.connect(partial(self._packed, offer))
        return made

    def _packed(self, offer: SheetOffer, is_in: bool) -> None:
        if is_in:
            self.in_pack[offer.sheet_id] = offer
        else:
            self.in_pack.pop(offer.sheet_id, None)
        self.show_pack()
        self.pack_changed.emit()
