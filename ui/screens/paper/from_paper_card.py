"""Typing in what was written on paper: the sheet is found by the mark at its foot. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.line_field import LineField


class FromPaperCard(Card):
    """`wanted` tells what was typed from the foot of the sheet."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            self.tr("Type in what is on paper"),
            self.tr("The questions come in the order of the paper, line by line."),
        )
        self.mark = LineField(
            self.tr("What stands at the foot of the sheet, on the left?"), hint=self.tr("Such as: T15 A KBCD."),
            width=220,
        )  # fmt: skip
        self.begin = button(self.tr("Type it in"), press=self._begin)
        self.put(self.mark)
        self.put_left(self.begin)
        self.mark.entered.connect(self._begin)

    def _begin(self) -> None:
        self.mark.show_error("")
        self.wanted.emit(self.mark.value())
