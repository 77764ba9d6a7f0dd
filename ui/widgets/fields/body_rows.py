"""Rows that are also drawn as numbered marks on outlines of a body. Drawing and list change the same rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from msp_desktop.tools.body import Mark, marks_of, views_of
from msp_desktop.tools.by_hand import WHOLE
from msp_desktop.tools.drawing import Body
from msp_desktop.tools.fields import Column, Rows, Spot
from msp_desktop.tools.values import is_blank
from ui.widgets.body import BodyCanvas, Outlines
from ui.widgets.field import Field
from ui.widgets.fields.drawn_above import DrawnAboveField
from ui.widgets.fields.row_card import MakeField, RowCard
from ui.widgets.fields.spot import SpotField

_STEP = 10


class BodyField(DrawnAboveField):
    """A press on an outline gives its spot to the open row that has none, or else to a new row."""

    def __init__(self, rows: Rows, drawing: Body, make: MakeField) -> None:
        self._drawing, self.views, self._own = drawing, views_of(rows, drawing), make
        self.outlines, self.canvas = Outlines(self.views), BodyCanvas(next(iter(self.views)))
        self.marks: tuple[Mark, ...] = ()
        super().__init__(rows, self._make_column, self.outlines, self.canvas)
        self.outlines.chosen.connect(self.show_view)
        self.canvas.pressed.connect(self.mark)
        self.canvas.opened.connect(self.open_row)
        self.canvas.stepped.connect(self._step)
        self.canvas.carried.connect(self._carry)
        self.canvas.dropped.connect(lambda row, x, y: self._put(row, self.canvas.view, x, y))
        self.draw()

    def show_view(self, view: str) -> None:
        """Show another outline."""
        marks = [each for each in self.marks if each.view == view]
        self.canvas.show_view(view, self.views[view], marks)
        self.outlines.show_counts(view, Counter(each.view for each in self.marks))

    def mark(self, x: int, y: int) -> None:
        """Put a mark on the outline that is shown."""
        placed = {each.row for each in self.marks}
        waiting = (at for at, card in enumerate(self.cards) if card.fold.is_open and at not in placed)
        row = next(waiting, None)
        if row is None:
            row = self.cards.index(self.add_row())
        self._put(row, self.canvas.view, x, y)

    def draw(self) -> None:
        """Draw every row that has a place, and say where each one is."""
        rows = self.all_rows()
        self.marks = marks_of(self.rows, self._drawing, rows)
        self.show_view(self.canvas.view)
        places = {each.row: each.place for each in self.marks}
        for at, card in enumerate(self.cards):
            if isinstance(field := card.fields.get(self._drawing.spot), SpotField):
                field.say_where(places.get(at, ""))
        waiting = sum(not is_blank(row) and at not in places for at, row in enumerate(rows))
        sentence = self.tr("Not on an outline yet: {count}. Open them below and put them on the drawing.")
        self.say_unplaced(sentence.format(count=waiting) if waiting else "")

    def _added(self, row: Mapping[str, Any]) -> RowCard:
        card = super()._added(row)
        card.fold.turned.connect(lambda _: self.draw())  # its questions are made when it opens, and one tells the spot
        return card

    def _make_column(self, column: Column) -> Field:
        made = self._own(column)
        if isinstance(column, Spot) and isinstance(made, SpotField):
            made.place_wanted.connect(lambda: self._to_middle(made))
        return made

    def _to_middle(self, field: SpotField) -> None:
        row = next(at for at, card in enumerate(self.cards) if field in card.fields.values())
        found = next((each for each in self.marks if each.row == row), None)
        view = self.cards[row].value().get(self._drawing.view) or self.canvas.view
        x, y = (found.x, found.y) if found else (WHOLE // 2, WHOLE // 2)
        self._put(row, view, x, y)
        self.canvas.focus_row(row)

    def _step(self, row: int, across: int, down: int) -> None:
        mark = next(each for each in self.marks if each.row == row)
        x, y = (min(WHOLE, max(0, at + by * _STEP)) for at, by in ((mark.x, across), (mark.y, down)))
        self._put(row, mark.view, x, y)

    def _carry(self, row: int, by: int) -> None:
        mark, codes = next(each for each in self.marks if each.row == row), list(self.views)
        self._put(row, codes[(codes.index(mark.view) + by) % len(codes)], mark.x, mark.y)
        self.canvas.focus_row(row)

    def _put(self, row: int, view: str, x: int, y: int) -> None:
        card, drawing = self.cards[row], self._drawing
        card.load({**card.value(), drawing.view: view, drawing.spot: {"x": x, "y": y}})
        self.canvas.view = view
        self.changed.emit()
        self.tell(next(each.place for each in self.marks if each.row == row))
