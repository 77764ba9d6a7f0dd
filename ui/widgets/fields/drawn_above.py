"""Rows with a drawing of them above their list. What is drawn, and how the drawing changes rows, others say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from msp_desktop.tools.fields import Rows
from msp_desktop.tools.values import is_blank
from ui.widgets.fields.row_card import MakeField
from ui.widgets.fields.rows import RowsField
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import announce, label


class DrawnAboveField(RowsField):
    """The drawing and the list are equal ways into the same rows; a sentence says what is not drawn yet."""

    def __init__(self, rows: Rows, make: MakeField, drawing: QWidget, *below: QWidget) -> None:
        self._is_ready = False
        super().__init__(rows, make)
        self.unplaced = label("", "hint")
        at = self._stack.indexOf(self._inside)
        self._stack.removeWidget(self.add)
        self._stack.insertWidget(at, self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        for part in (self.unplaced, *reversed(below), drawing):
            self._stack.insertWidget(at + 1, part)
        in_reading_order(self._stack)
        self._is_ready = True
        self.changed.connect(self.draw)

    def load(self, value: Sequence[Mapping[str, Any]] | None) -> None:
        """Show rows, in the list and in the drawing."""
        super().load(value)
        if self._is_ready:
            self.draw()

    def draw(self) -> None:
        """Draw the rows as they are now."""
        raise NotImplementedError

    def all_rows(self) -> list[dict[str, Any]]:
        """Every row, whether it holds something or not."""
        return [card.value() for card in self.cards]

    def open_row(self, row: int) -> None:
        """Show the questions of a row, with the cursor in the first."""
        self.cards[row].open()

    def set_in_row(self, row: int, **values: str) -> None:
        """Answer in one row, from the drawing."""
        card = self.cards[row]
        card.load({**card.value(), **values})
        self.changed.emit()

    def put_at(self, row: int, to: int) -> None:
        """Move a row to another place in the list, from the drawing."""
        card = self.cards.pop(row)
        self.cards.insert(to, card)
        self._list.removeWidget(card)
        self._list.insertWidget(to, card)
        self._show_places()
        self.changed.emit()

    def say_unplaced(self, sentence: str) -> None:
        """What is not drawn yet, and what to do; nothing where all is drawn."""
        self.unplaced.setText(sentence)
        self.unplaced.setHidden(not sentence)

    def tell(self, words: str) -> None:
        """Say what changed in the drawing."""
        announce(self, words)

    def has_name(self, row: Mapping[str, Any], key: str) -> bool:
        """Whether there is something to write down for a row."""
        return not is_blank(row.get(key))
