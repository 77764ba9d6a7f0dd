"""Fixed rows that are also drawn as a wheel: two numbers on each spoke. The wheel and the list change the same rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QButtonGroup

from msp_desktop.tools.drawing import Wheel
from msp_desktop.tools.fields import Rows, Scale
from msp_desktop.tools.wheel import spoke_of
from ui.widgets.buttons import button
from ui.widgets.choosing import when_chosen
from ui.widgets.fields.drawn_above import DrawnAboveField
from ui.widgets.fields.row_card import MakeField
from ui.widgets.row import Row
from ui.widgets.text import label
from ui.widgets.wheel import WheelCanvas


class WheelField(DrawnAboveField):
    """A press or an arrow key on a spoke sets the number that is chosen above: how it is now, or how it is wanted."""

    def __init__(self, rows: Rows, drawing: Wheel, make: MakeField) -> None:
        self._drawing, self.key, self._group = drawing, drawing.now, QButtonGroup()
        self.scales = {key: _scale(rows, key) for key in (drawing.now, drawing.wanted)}
        self.ways = {key: button("", "step") for key in self.scales}
        self.canvas, names = WheelCanvas(len(rows.each)), [each.label for each in rows.each]
        numbered = label("   ".join(f"{at}.\u00a0{name}" for at, name in enumerate(names, start=1)), "hint")
        super().__init__(rows, make, Row(*self.ways.values()), self.canvas, numbered)
        for at, (each, words) in enumerate(
            zip(self.ways.values(), (self.tr("●  {scale}"), self.tr("□  {scale}")), strict=True)
        ):
            scale = list(self.scales.values())[at].ask
            each.setText(words.format(scale=scale))
            each.setAccessibleName(scale)
            each.setCheckable(True)
            each.setAutoExclusive(True)  # a screen reader hears a radio button
            each.setChecked(at == 0)
            self._group.addButton(each, at)
        when_chosen(self._group, self._choose)
        self.canvas.pressed.connect(self._press)
        self.canvas.stepped.connect(self._step)
        self.canvas.opened.connect(self.open_row)
        self.draw()

    def draw(self) -> None:
        """Put both numbers of every area on its spoke."""
        rows = self.all_rows()
        spokes = [spoke_of(self.rows, self._drawing, row) for row in rows]
        self.canvas.show_spokes(spokes, [self._told(at, row) for at, row in enumerate(rows)])
        self.say_unplaced("")

    def _choose(self, at: int) -> None:
        self.key = list(self.scales)[at]

    def _press(self, spoke: int, part: float) -> None:
        scale = self.scales[self.key]
        self._set(spoke, scale.first + round(part * (scale.last - scale.first)))

    def _step(self, spoke: int, by: int) -> None:
        scale, value = self.scales[self.key], self.cards[spoke].value().get(self.key)
        self._set(spoke, min(scale.last, max(scale.first, scale.first if value is None else value + by)))

    def _set(self, spoke: int, value: int) -> None:
        card = self.cards[spoke]
        card.load({**card.value(), self.key: value})
        self.changed.emit()
        self.tell(self._told(spoke, card.value()))

    def _told(self, at: int, row: Mapping[str, Any]) -> str:
        said = (f"{scale.ask} {row[key]}" for key, scale in self.scales.items() if row.get(key) is not None)
        return ", ".join((f"{at + 1}. {self.rows.each[at].label}", *said))


def _scale(rows: Rows, key: str) -> Scale:
    column = rows.column(key)
    assert isinstance(column, Scale)  # noqa: S101 - the definition was checked when it was read
    return column
