"""Asks why a restricted record is to be opened. What is entered stands in the record of who looked."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.text import label


class WhyView(Column):
    """`given` tells a reason that is not empty; with the words for it, `back_requested` that it stays closed."""

    given = Signal(str)
    back_requested = Signal()

    def __init__(self, *, back: str = "") -> None:
        super().__init__()
        self.reason = LineField(
            self.tr("Why do you need to open it?"), hint=self.tr("Your reason stands in the record of who looked.")
        )
        self.open = button(self.tr("Open"), "primary", press=self._give)
        card = Card()
        card.put(self.reason)
        self.back = button(back, press=self.back_requested.emit)
        card.put(Row(self.open, self.back))
        self.back.setVisible(bool(back))
        self.put(label(self.tr("This record is restricted"), "title"))
        self.put(card)
        self.reason.entered.connect(self._give)

    def ask(self) -> None:
        """An empty field with the cursor in it."""
        self.reason.load("")
        self.reason.show_error("")
        self.reason.focus()

    def _give(self) -> None:
        reason = self.reason.value()
        self.reason.show_error("" if reason else self.tr("Say why you need to open this record."))
        if reason:
            self.given.emit(reason)
