"""What was printed, a line each: when, what, how many, its class and where it went. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.card import Card
from ui.widgets.fold import Fold
from ui.widgets.text import label


class RegisterView(Fold):
    """`opened` asks for the lines. They are left out while somebody else may see the screen."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("What was printed"), self._make_card)
        self.shown: tuple[str, ...] = ()
        self._lines, self._stack_of_lines = QWidget(), QVBoxLayout()
        self._lines.setLayout(self._stack_of_lines)
        self._stack_of_lines.setContentsMargins(0, 0, 0, 0)
        self._stack_of_lines.setSpacing(px(12))
        self.told = label("", "hint")
        self.turned.connect(lambda is_open: self.opened.emit() if is_open else None)

    def show_lines(self, lines: Sequence[tuple[str, str]], *, told: str) -> None:
        """Prints as (what, when and where), or the sentence `told` instead."""
        while (item := self._stack_of_lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        self.shown = tuple(what for what, _ in lines)
        for what, beside in lines:
            self._stack_of_lines.addWidget(_line(what, beside))
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def _make_card(self) -> Card:
        card = Card()
        card.put(self.told)
        card.put(self._lines)
        return card


def _line(what: str, beside: str) -> QWidget:
    line = QWidget()
    stack = QVBoxLayout(line)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(px(2))
    stack.addWidget(label(what))
    stack.addWidget(label(beside, "caption"))
    return line
