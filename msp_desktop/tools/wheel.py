"""A wheel with a spoke for each area and two marks on it, told apart by shape: geometry for screen and paper.

Pure numbers in parts of the wheel's width, (0, 0) its middle, y downwards. Spokes go clockwise from the top.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msp_desktop.tools.drawing import Wheel
from msp_desktop.tools.fields import Rows, Scale
from msp_desktop.tools.map import Map, Node, Sample, mark_place
from msp_desktop.tools.strokes import THICK, THIN, Point, Stroke, closed, dashed, plain, ring
from msp_desktop.tools.values import ROW
from msp_desktop.translation import tr

RIM, NUMBERS = 0.4, 0.455
_HUB, _DOT, _SQUARE, _FACETS = 0.05, 0.012, 0.02, 16


@dataclass(frozen=True, slots=True)
class Spoke:
    """How far out the two marks lie, from 0 at the hub to 1 at the rim; None for no mark."""

    now: float | None = None
    wanted: float | None = None


def point(count: int, spoke: int, part: float) -> Point:
    """The place on a spoke, `part` of the way from the hub to the rim."""
    return _out(count, spoke, _HUB + (RIM - _HUB) * part)


def number_at(count: int, spoke: int) -> Point:
    """Where the number of a spoke stands."""
    return _out(count, spoke, NUMBERS)


def nearest(count: int, x: float, y: float) -> tuple[int, float]:
    """The spoke nearest to a place, and how far out on it the place is."""
    turn = (math.atan2(y, x) / math.tau + 0.25) % 1
    part = (math.hypot(x, y) - _HUB) / (RIM - _HUB)
    return round(turn * count) % count, min(1.0, max(0.0, part))


def drawn(spokes: Sequence[Spoke]) -> tuple[Stroke, ...]:
    """Rings, spokes, and the marks: a filled dot for now, an open square for wanted, a dashed line between."""
    count = len(spokes)
    rings = (ring((0, 0), _HUB + (RIM - _HUB) * at / 5) for at in range(6))
    lines = (plain((point(count, at, 0), point(count, at, 1))) for at in range(count))
    marks = (stroke for at, spoke in enumerate(spokes) for stroke in _marks(count, at, spoke))
    thin = (Stroke(each.points, THIN) for each in (*rings, *(line for (line,) in lines)))
    return (*thin, *marks)


def wheel_of(rows: Rows, drawing: Wheel, given: Sequence[Mapping[str, Any]]) -> Map:
    """The wheel of rows with its key, for paper; without marks where there are no rows."""
    by_code = {row.get(ROW): row for row in given}
    filled = [by_code.get(each.code, {}) for each in rows.each]
    spokes = [spoke_of(rows, drawing, row) for row in filled]
    names = [each.label for each in rows.each]
    nodes = (Node(at, name, mark_place(*number_at(len(names), at)), name, str(at + 1)) for at, name in enumerate(names))
    marks = (
        Sample(rows.column(drawing.now).ask, (dot((0, 0)),)),
        Sample(rows.column(drawing.wanted).ask, (square((0, 0)),)),
    )
    numbers = (Sample(name, (), str(at)) for at, name in enumerate(names, start=1))
    told = tr("A wheel with {count} areas. {marked} of them are marked.")
    marked = sum(spoke != Spoke() for spoke in spokes)
    return Map(1.0, tuple(nodes), drawn(spokes)).with_words(
        key=(*marks, *numbers), told=told.format(count=len(names), marked=marked)
    )


def spoke_of(rows: Rows, drawing: Wheel, row: Mapping[str, Any]) -> Spoke:
    """The marks of one row; none for a number that does not fit its scale."""
    return Spoke(*(_part(rows, key, row.get(key)) for key in (drawing.now, drawing.wanted)))


def _part(rows: Rows, key: str, value: object) -> float | None:
    scale = rows.column(key)
    if not isinstance(scale, Scale) or not isinstance(value, int) or not scale.first <= value <= scale.last:
        return None
    return (value - scale.first) / (scale.last - scale.first)


def dot(at: Point) -> Stroke:
    """The mark for now."""
    turns = (math.tau * turn / _FACETS for turn in range(_FACETS + 1))
    return Stroke(
        tuple((at[0] + _DOT * math.cos(turn), at[1] + _DOT * math.sin(turn)) for turn in turns), is_filled=True
    )


def square(at: Point) -> Stroke:
    """The mark for how it is wanted; larger, so that it is seen around a dot in the same place."""
    corners = [(at[0] + x * _SQUARE, at[1] + y * _SQUARE) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return Stroke(closed(corners).points, THICK / 1.6)


def _marks(count: int, at: int, spoke: Spoke) -> tuple[Stroke, ...]:
    now, wanted = (None if part is None else point(count, at, part) for part in (spoke.now, spoke.wanted))
    between = dashed((now, wanted)) if now and wanted and now != wanted else ()
    return (*between, *((dot(now),) if now else ()), *((square(wanted),) if wanted else ()))


def _out(count: int, spoke: int, radius: float) -> Point:
    turn = math.tau * (spoke / count - 0.25)
    return (radius * math.cos(turn), radius * math.sin(turn))
