"""Choosing whom a tool is for: one press a person. Shown only while no visit is going on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget

from ui.widgets.buttons import button
from ui.widgets.column import Column
from ui.widgets.row import Row
from ui.widgets.text import label


class ChooseView(Column):
    """`chosen` tells the place in the list."""

    chosen = Signal(int)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list, self.empty = QListWidget(), label(self.tr("Nobody is here yet. Plan a visit on Today first."))
        self.list.setAccessibleName(self.tr("People"))
        self.list.setMinimumHeight(320)
        for part in (label(self.tr("Who is it for?"), "title"), self.empty, self.list):
            self.put(part)
        self.put(Row(button(self.tr("Back to the tools"), press=self.back_requested.emit)))
        self.list.itemActivated.connect(lambda item: self.chosen.emit(self.list.row(item)))
        self.list.itemClicked.connect(lambda item: self.chosen.emit(self.list.row(item)))

    def show_people(self, names: Sequence[str]) -> None:
        """Everybody there is."""
        self.list.clear()
        self.list.addItems(list(names))
        self.list.setVisible(bool(names))
        self.empty.setVisible(not names)
