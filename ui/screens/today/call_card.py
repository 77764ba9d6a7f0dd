"""One visit of today: when and to whom, what for, what matters at the door, and the way to it. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.screens.today.words import CallShown
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.text import breakable, label, short


class CallCard(Card):
    """`chosen` tells the place. The next visit has the one primary button of the page."""

    chosen = Signal(str)

    def __init__(self, call: CallShown, *, is_next: bool) -> None:
        super().__init__()
        self.open = button(self.tr("Open"), "primary" if is_next else "", press=lambda: self.chosen.emit(call.place))
        self.open.setAccessibleName(self.tr("Open: {visit}").format(visit=short(" ".join(call.title.split()))))
        self.open.setProperty("place", call.place)
        self.put(self._head(call.title))
        if call.about:
            self.put(label(breakable(call.about), "hint"))
        if call.facts:
            self.put(Facts(call.facts))

    def _head(self, title: str) -> QWidget:
        head = QWidget()
        sides = QHBoxLayout(head)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(px(16))
        sides.addWidget(label(breakable(title), "heading"), 1)
        sides.addWidget(self.open, alignment=Qt.AlignmentFlag.AlignTop)
        return head
