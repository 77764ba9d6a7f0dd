"""Which keys there are, and how hiding works; a PIN for it can be chosen here. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.keys import Key
from ui.screens.hidden.pin_offer import PinField
from ui.theme import px
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.text import label


class KeysView(Column):
    """Hiding first: it is what somebody may need in a hurry."""

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self.pin, self._by_itself = PinField(), label()
        self.put(label(self.tr("Keys and hiding"), "title"))
        self.put(self._hiding_card())
        for place in dict.fromkeys(key.place for key in keys):
            self.put(self._keys_card(place, [key for key in keys if key.place == place]))

    def show_minutes(self, minutes: int) -> None:
        """When the window hides by itself."""
        words = self.tr("During a visit the window hides by itself when nobody has used it for {minutes} minutes.")
        one = self.tr("During a visit the window hides by itself when nobody has used it for a minute.")
        self._by_itself.setText(one if minutes == 1 else words.format(minutes=minutes))

    def _hiding_card(self) -> Card:
        card = Card(self.tr("Hide everything"))
        for sentence in (
            self.tr("A shopping list stands in the window, everything you typed is saved, and no name can be read."),
            self.tr(
                "These hide at once: F9, Ctrl+Space, a Hide button, and a press into the bottom right corner of the"
                " window."
            ),
            self.tr(
                "To come back, type your PIN on the shopping list, or press Other lists. You have three tries, and at"
                " most ten minutes; then your records lock and ask for the passphrase. Without a PIN they ask at once."
            ),
        ):
            card.put(label(sentence))
        for part in (self._by_itself, self.pin):
            card.put(part)
        return card

    def _keys_card(self, place: str, keys: Sequence[Key]) -> Card:
        card = Card(place)
        for key in keys:
            row = QWidget()
            sides = QHBoxLayout(row)
            sides.setContentsMargins(0, 0, 0, 0)
            name = label(key.told, "label")
            name.setFixedWidth(px(180))
            sides.addWidget(name)
            sides.addWidget(label(key.words), 1)
            card.put(row)
        return card
