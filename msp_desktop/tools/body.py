"""Outlines of a body with marks on them, and the region of a spot in words: geometry for screen and paper.

A spot is in thousandths of the outline's box. Strokes are in parts of its width, (0, 0) its middle, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from msp_desktop.tools import body_details, body_outlines
from msp_desktop.tools.body_outlines import Points, Raw
from msp_desktop.tools.by_hand import WHOLE
from msp_desktop.tools.drawing import Body
from msp_desktop.tools.fields import Pick, Rows
from msp_desktop.tools.strokes import Point, Stroke
from msp_desktop.tools.values import in_words
from msp_desktop.translation import tr

_RAW: Mapping[str, Raw] = {
    "front": body_outlines.FRONT, "back": body_outlines.BACK, "left": body_outlines.LEFT_SIDE,
    "right": body_outlines.RIGHT_SIDE, "head": body_details.HEAD, "hands": body_details.HANDS,
    "feet": body_details.FEET, "mouth": body_details.MOUTH, "seated": body_details.SEATED,
}  # fmt: skip
VIEWS = tuple(_RAW)
_STEPS, _HEAVY, _LIGHT = 8, 1.6, 1.1


@dataclass(frozen=True, slots=True)
class Word:
    """Words under a part of an outline."""

    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Outline:
    """Closed shapes that cover each other in turn, then lines on them; `height` in parts of the width."""

    height: float
    shapes: tuple[Stroke, ...]
    lines: tuple[Stroke, ...]
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered mark: its row, the view and the spot on it, and what it is in words."""

    row: int
    number: int
    view: str
    x: int
    y: int
    name: str
    place: str


@cache
def outline(view: str) -> Outline:
    """How a view is drawn."""
    raw = _RAW[view]

    def stroke(points: Points, weight: float, *, is_closed: bool) -> Stroke:
        return Stroke(tuple(_scaled(raw, point) for point in _smooth(points, is_closed=is_closed)), weight / raw.wide)

    return Outline(
        raw.high / raw.wide,
        tuple(stroke(each, _HEAVY, is_closed=True) for each in raw.shapes),
        tuple(stroke(each, _LIGHT, is_closed=False) for each in raw.lines),
        tuple(Word(words, *_scaled(raw, (x, y))) for words, x, y in raw.words),
    )


def region(view: str, x: int, y: int) -> str:
    """The region of a spot in words, such as “left forearm”: the one whose middle line is nearest."""
    raw = _RAW[view]
    at = (x * raw.wide / WHOLE, y * raw.high / WHOLE)
    return min(raw.parts, key=lambda part: _away(at, part.line)).name


def place(view: str, x: int, y: int) -> Point:
    """Where a spot lies in the drawing."""
    return (x / WHOLE - 0.5, (y / WHOLE - 0.5) * outline(view).height)


def spot(view: str, x: float, y: float) -> tuple[int, int]:
    """The spot of a place in the drawing, inside its box."""
    across, down = (x + 0.5) * WHOLE, (y / outline(view).height + 0.5) * WHOLE
    return (min(WHOLE, max(0, round(across))), min(WHOLE, max(0, round(down))))


def marks_of(rows: Rows, drawing: Body, given: Sequence[Mapping[str, Any]]) -> tuple[Mark, ...]:
    """The rows that have a view and a spot, numbered by their place in the list."""
    labels = views_of(rows, drawing)
    return tuple(
        _mark(rows, drawing, labels, at, row) for at, row in enumerate(given)
        if row.get(drawing.view) in labels and isinstance(row.get(drawing.spot), Mapping)
    )  # fmt: skip


def views_of(rows: Rows, drawing: Body) -> dict[str, str]:
    """The views that a definition offers, by code, and how it calls them."""
    pick = rows.column(drawing.view)
    return {option.code: option.label for option in pick.options} if isinstance(pick, Pick) else {}


def _mark(rows: Rows, drawing: Body, labels: Mapping[str, str], at: int, row: Mapping[str, Any]) -> Mark:
    view, where = row[drawing.view], row[drawing.spot]
    told = tr("{view}, {part}").format(view=labels[view], part=region(view, where["x"], where["y"]))
    name = in_words(rows.column(drawing.name), row.get(drawing.name))
    return Mark(at, at + 1, view, where["x"], where["y"], name, told)


def _scaled(raw: Raw, point: Point) -> Point:
    return (round(point[0] / raw.wide - 0.5, 4), round((point[1] - raw.high / 2) / raw.wide, 4))


def _smooth(points: Points, *, is_closed: bool) -> Iterable[Point]:
    """A smooth line through the points (Catmull-Rom); a point that stands twice is a corner."""
    around = (points[-1], *points, *points[:2]) if is_closed else (points[0], *points, points[-1])
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        if start != end:
            yield from (_between(before, start, end, after, at / _STEPS) for at in range(_STEPS))
    yield points[0] if is_closed else points[-1]


def _between(before: Point, start: Point, end: Point, after: Point, part: float) -> Point:
    def axis(at: int) -> float:
        a, b, c, d = before[at], start[at], end[at], after[at]
        bent = (2 * a - 5 * b + 4 * c - d) * part**2 + (3 * b - a - 3 * c + d) * part**3
        return (2 * b + (c - a) * part + bent) / 2

    return (axis(0), axis(1))


def _away(at: Point, line: Points) -> float:
    if len(line) == 1:
        return math.dist(at, line[0])
    return min(_from_stretch(at, start, end) for start, end in pairwise(line))


def _from_stretch(at: Point, start: Point, end: Point) -> float:
    x, y = end[0] - start[0], end[1] - start[1]
    part = ((at[0] - start[0]) * x + (at[1] - start[1]) * y) / (x * x + y * y)
    part = min(1.0, max(0.0, part))
    return math.dist(at, (start[0] + x * part, start[1] + y * part))
