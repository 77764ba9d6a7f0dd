"""Rows that are also drawn as names on rings: the canvas and the list are equal ways into the same rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from msp_desktop.tools.drawing import Circles
from msp_desktop.tools.fields import Pick, Rows
from msp_desktop.tools.values import in_words, is_blank
from ui.widgets.circles import Circles as Rings
from ui.widgets.circles import Name
from ui.widgets.fields.row_card import MakeField
from ui.widgets.fields.rows import RowsField
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import label


class DrawnRowsField(RowsField):
    """A name that has no ring or quarter yet stands in the list alone, and a sentence says so."""

    def __init__(self, rows: Rows, drawing: Circles, make: MakeField) -> None:
        self.canvas: Rings | None = None
        super().__init__(rows, make)
        self._drawing = drawing
        self._rings, self._quarters = self._codes(drawing.rings), self._codes(drawing.quarters)
        self.canvas = Rings(list(self._rings.values()), list(self._quarters.values()), centre=drawing.centre)
        self.unplaced = label("", "hint")
        at = self._stack.indexOf(self._inside)
        self._stack.removeWidget(self.add)
        self._stack.insertWidget(at, self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        for part in (self.unplaced, self.canvas):
            self._stack.insertWidget(at + 1, part)
        in_reading_order(self._stack)
        self.canvas.moved.connect(self._moved)
        self.canvas.opened.connect(lambda row: self.cards[row].open())
        self.changed.connect(self._draw)
        self._draw()

    def load(self, value: Sequence[Mapping[str, Any]] | None) -> None:
        """Show rows, in the list and on the rings."""
        super().load(value)
        if self.canvas is not None:
            self._draw()

    def _draw(self) -> None:
        if self.canvas is None:
            return
        named = [(at, row) for at, row in enumerate(self._rows()) if not is_blank(row.get(self._drawing.name))]
        placed = [(at, row) for at, row in named if self._has_place(row)]
        rings, quarters = list(self._rings), list(self._quarters)
        self.canvas.show_names([
            Name(at, in_words(self.rows.column(self._drawing.name), row[self._drawing.name]),
                 rings.index(row[self._drawing.rings]), quarters.index(row[self._drawing.quarters]))
            for at, row in placed
        ])  # fmt: skip
        waiting = len(named) - len(placed)
        sentence = self.tr("Not on the rings yet: {count}. Open them below and choose how close, and from where.")
        self.unplaced.setText(sentence.format(count=waiting))
        self.unplaced.setHidden(not waiting)

    def _moved(self, row: int, ring: int, quarter: int) -> None:
        card, drawing = self.cards[row], self._drawing
        where = {drawing.rings: list(self._rings)[ring], drawing.quarters: list(self._quarters)[quarter]}
        card.load({**card.value(), **where})
        self.changed.emit()

    def _rows(self) -> list[dict[str, Any]]:
        return [card.value() for card in self.cards]

    def _has_place(self, row: Mapping[str, Any]) -> bool:
        return row.get(self._drawing.rings) in self._rings and row.get(self._drawing.quarters) in self._quarters

    def _codes(self, column: str) -> dict[str, str]:
        pick = self.rows.column(column)
        return {option.code: option.label for option in pick.options} if isinstance(pick, Pick) else {}
