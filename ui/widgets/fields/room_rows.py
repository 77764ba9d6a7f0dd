"""Rows that are also drawn as things in rooms. The rooms and the list change the same rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msp_desktop.tools.drawing import Rooms
from msp_desktop.tools.fields import Pick, Rows
from msp_desktop.tools.values import is_blank
from ui.widgets.fields.drawn_above import DrawnAboveField
from ui.widgets.fields.row_card import MakeField
from ui.widgets.rooms import RoomsCanvas, Thing


class RoomsField(DrawnAboveField):
    """A press in a room adds to it; what has no room yet stands in the list alone."""

    def __init__(self, rows: Rows, drawing: Rooms, make: MakeField) -> None:
        self._drawing, room = drawing, rows.column(drawing.room)
        self.codes = {option.code: option.label for option in room.options} if isinstance(room, Pick) else {}
        self.canvas = RoomsCanvas(self.codes)
        super().__init__(rows, make, self.canvas)
        self.canvas.opened.connect(self.open_row)
        self.canvas.add_requested.connect(self.add_to)
        self.draw()

    def add_to(self, room: str) -> None:
        """One more row in a room, open, with the cursor in its words."""
        card = self.add_row()
        card.load({**card.value(), self._drawing.room: room})
        card.focus(self._drawing.words)
        self.changed.emit()

    def draw(self) -> None:
        """Put the rows into their rooms, and say which have none."""
        rows = self.all_rows()
        self.canvas.show_things({
            code: [self._thing(at, row) for at, row in enumerate(rows) if row.get(self._drawing.room) == code]
            for code in self.codes
        })  # fmt: skip
        waiting = sum(not is_blank(row) and row.get(self._drawing.room) not in self.codes for row in rows)
        sentence = self.tr("Not in a room yet: {count}. Open them below and choose a room.")
        self.say_unplaced(sentence.format(count=waiting) if waiting else "")

    def _thing(self, at: int, row: Mapping[str, Any]) -> Thing:
        said, sketch = row.get(self._drawing.words), row.get(self._drawing.sketch or "")
        words = str(said.get("words", "")) if isinstance(said, Mapping) else str(said or "")
        drawn = sketch if isinstance(sketch, Mapping) else None
        return Thing(at, words or str((drawn or {}).get("caption", "")), drawn)
