"""Rows that are also drawn as a map: around somebody, or as a family. The canvas and the list change the same rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from msp_desktop.tools.drawing import Ecomap, Genogram
from msp_desktop.tools.fields import Pick, Rows
from msp_desktop.tools.genogram import GENERATIONS
from msp_desktop.tools.map import Map
from msp_desktop.tools.maps import Links, ecomap_of, genogram_of
from msp_desktop.tools.values import in_words
from ui.widgets.fields.drawn_above import DrawnAboveField
from ui.widgets.fields.row_card import MakeField
from ui.widgets.map import MapCanvas, MapKey
from ui.widgets.text import label


class MapField(DrawnAboveField):
    """What both maps share: the canvas, its key, and the names behind numbers where there is no room for names."""

    def __init__(self, rows: Rows, make: MakeField, how: str) -> None:
        self.canvas, self.key, self.numbers = MapCanvas(how), MapKey(), label("", "hint")
        super().__init__(rows, make, self.canvas, self.numbers, self.key)
        self.canvas.opened.connect(self.open_row)
        self.canvas.stepped.connect(self.step)
        self.canvas.dropped.connect(self.put_down)
        self.canvas.laid_out.connect(self._show_beside)

    def map_of(self, rows: list[dict[str, Any]], *, is_numbered: bool) -> Map:
        """The map of these rows."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw the rows as they are now."""
        rows = self.all_rows()
        self.canvas.show_map(lambda is_numbered: self.map_of(rows, is_numbered=is_numbered))

    def _show_beside(self) -> None:
        made = self.canvas.map
        self.canvas.setHidden(not made.nodes)
        self.key.show_key(made.key if made.nodes else ())
        self.key.setHidden(not made.nodes)
        self.numbers.setText(self._in_words(made))
        self.numbers.setHidden(not self.numbers.text())

    def _in_words(self, made: Map) -> str:
        """What there is no room for on the map."""
        bands = [each.words for each in made.labels if not each.is_tag]
        names = (self.tr("{number}. {name}").format(number=node.mark, name=node.words) for node in made.nodes)
        rows = self.tr("From the top: {rows}.").format(rows=", ".join(bands))
        has_rows = bool(bands) and not self.canvas.has_side_words
        return "\n".join([*([rows] if has_rows else []), *(["   ".join(names)] if made.is_numbered else [])])

    def step(self, row: int, across: int, down: int) -> None:
        """What an arrow key does to a row."""
        raise NotImplementedError

    def put_down(self, row: int, x: float, y: float) -> None:
        """What letting go of a row does, at a place in parts of the map's width from its middle."""
        raise NotImplementedError

    def _move_among(self, row: int, by: int) -> None:
        """To the place of the next one that is drawn."""
        drawn = sorted(node.row for node in self.canvas.map.nodes)
        to = drawn[(drawn.index(row) + by) % len(drawn)]
        self._put(row, to)

    def _put(self, row: int, to: int) -> None:
        if row != to:
            self.put_at(row, to)
        self.canvas.focus_row(to)

    def _answer(self, row: int, key: str, code: str) -> None:
        self.set_in_row(row, **{key: code})
        self.tell(in_words(self.rows.column(key), code))

    def _codes(self, key: str) -> list[str]:
        pick = self.rows.column(key)
        return [option.code for option in pick.options] if isinstance(pick, Pick) else []


class EcomapField(MapField):
    """Names around somebody. Up and down change the line of a name, left and right move it around."""

    def __init__(self, rows: Rows, drawing: Ecomap, make: MakeField) -> None:
        self._drawing = drawing
        super().__init__(
            rows, make,
            self.tr("Press to open it. Up and down change its line, left and right move it around."),
        )  # fmt: skip
        self.draw()

    def map_of(self, rows: list[dict[str, Any]], *, is_numbered: bool) -> Map:
        """The ring of names with their lines."""
        return ecomap_of(self.rows, self._drawing, rows, is_numbered=is_numbered)

    def draw(self) -> None:
        """Draw the rows, and say who has no line yet."""
        super().draw()
        drawing = self._drawing
        named = [row for row in self.all_rows() if self.has_name(row, drawing.name)]
        waiting = sum(
            not any(row.get(key) for key in (drawing.strength, drawing.flow, drawing.stress)) for row in named
        )
        sentence = self.tr("No line yet: {count}. Open them and choose how strong their line is.")
        self.say_unplaced(sentence.format(count=waiting) if waiting else "")

    def step(self, row: int, across: int, down: int) -> None:
        """Across, the next place; down, the next answer."""
        if across:
            self._move_among(row, across)
            return
        codes, key = self._codes(self._drawing.strength), self._drawing.strength
        now = self.all_rows()[row].get(key)
        at = codes.index(now) + down if now in codes else (0 if down > 0 else -1)
        self._answer(row, key, codes[at % len(codes)])

    def put_down(self, row: int, x: float, y: float) -> None:
        """To the place that is nearest to where it was let go."""
        nodes = self.canvas.map.nodes
        near = min(nodes, key=lambda node: math.hypot(node.place.x - x, node.place.y - y))
        self._put(row, near.row)


class GenogramField(MapField):
    """A family. Up and down change the generation of a person, left and right their place among the others."""

    def __init__(self, rows: Rows, drawing: Genogram, make: MakeField, links: Callable[[], Links | None]) -> None:
        self._drawing, self._links = drawing, links
        super().__init__(
            rows, make,
            self.tr("Press to open it. Up and down change the generation, left and right the place in the list."),
        )  # fmt: skip
        self.draw()

    def map_of(self, rows: list[dict[str, Any]], *, is_numbered: bool) -> Map:
        """The family as it stands."""
        return genogram_of(self.rows, self._drawing, rows, self._links(), is_numbered=is_numbered)

    def draw(self) -> None:
        """Draw the rows, and say who has no generation yet."""
        super().draw()
        named = [row for row in self.all_rows() if self.has_name(row, self._drawing.name)]
        waiting = sum(row.get(self._drawing.generation) not in GENERATIONS for row in named)
        sentence = self.tr("Not on the map yet: {count}. Open them below and choose their generation.")
        self.say_unplaced(sentence.format(count=waiting) if waiting else "")

    def refresh(self, around: Mapping[str, Any]) -> None:
        """The lines come from another question."""
        super().refresh(around)
        self.draw()

    def step(self, row: int, across: int, down: int) -> None:
        """Across, the next place; down, the next answer."""
        if across:
            self._move_among(row, across)
            return
        codes, key = (
            [code for code in GENERATIONS if code in self._codes(self._drawing.generation)],
            self._drawing.generation,
        )
        at = codes.index(self.all_rows()[row][key]) + down
        if 0 <= at < len(codes):
            self._answer(row, key, codes[at])
            self.canvas.focus_row(row)

    def put_down(self, row: int, x: float, y: float) -> None:
        """Into the generation of whoever stands nearest."""
        others = [node for node in self.canvas.map.nodes if node.row != row]
        if others:
            near = min(others, key=lambda node: (abs(node.place.y - y), abs(node.place.x - x)))
            self._answer(row, self._drawing.generation, self.all_rows()[near.row][self._drawing.generation])
