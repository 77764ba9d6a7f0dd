"""The list of vaults before the door: one button each. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from ui.widgets.buttons import button
from ui.widgets.door_page import DoorPage
from ui.widgets.text import label


class VaultsView(DoorPage):
    """`chosen` tells the folder of a vault; `new_requested` asks for a new one."""

    chosen = Signal(object)
    new_requested = Signal()

    def __init__(self, vaults: Sequence[tuple[Path, str]]) -> None:
        super().__init__(self.tr("Whose records?"))
        self.put(label(self.tr("Each worker on this laptop has records of their own, with their own passphrase.")))
        self.vaults = [button(words, "big", press=partial(self.chosen.emit, folder)) for folder, words in vaults]
        self.new = button(self.tr("Make new locked records"), press=self.new_requested.emit)
        for each in (*self.vaults, self.new):
            self.put(each)
