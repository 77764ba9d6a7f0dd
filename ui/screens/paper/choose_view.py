"""Choosing a sheet: by its plain title, under the guidance's headings, blank or with what was filled in. Decides
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.sheets.offering import SheetOffer
from ui.screens.paper.register_view import RegisterView
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.row import Row
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import label


class ChooseSheetView(Column):
    """`chosen` tells the offer and what is to stand on it."""

    chosen = Signal(object, object)
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.who = label("", "label")
        self.show_all = button(self.tr("Show every sheet"), press=self.all_requested.emit)
        self._more, self._sheets, self.register = Row(self.show_all), QWidget(), RegisterView()
        hint = self.tr("Choose a sheet. Nothing is printed before you have seen it.")
        for part in (label(self.tr("Print"), "title"), label(hint), self.who, self._more, self._sheets, self.register):
            self.put(part)

    def show_sheets(self, headings: Mapping[str, Sequence[SheetOffer]], *, who: str, is_narrowed: bool) -> None:
        """The sheets, and whose filled ones they are."""
        self.who.setText(who)
        self.who.setVisible(bool(who))
        self._more.setVisible(is_narrowed)
        old, self._sheets = self._sheets, QWidget()
        stack = QVBoxLayout(self._sheets)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(12))
        for title, offers in headings.items():
            stack.addWidget(label(title, "heading"))
            for offer in offers:
                stack.addWidget(self._card(offer))
        self._stack.replaceWidget(old, self._sheets)
        in_reading_order(self._stack)
        old.hide()
        old.deleteLater()

    def _card(self, offer: SheetOffer) -> Card:
        card, ways = Card(), Row()
        card.setAccessibleName(offer.title)
        for words, kind in ((offer.title, "label"), (offer.purpose, ""), (offer.may_stay, "caption")):
            card.put(label(words, kind))
        for filling in offer.fillings:
            way = button(filling.words, press=partial(self.chosen.emit, offer, filling))
            way.setAccessibleName(self.tr("{title}: {words}").format(title=offer.title, words=filling.words))
            ways.put(way)
        card.put(ways)
        return card
