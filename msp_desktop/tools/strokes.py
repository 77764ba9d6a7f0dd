"""Lines as a pen draws them, told apart without colour: thick, dashed, doubled, broken, zigzag, with arrow heads.

Pure numbers in parts of a drawing's width, (0, 0) its middle, y downwards. Screen and paper only follow them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

Point = tuple[float, float]
Line = Sequence[Point]

THIN, PLAIN, THICK = 0.0018, 0.0028, 0.0085
HEAD = 0.02
_APART, _GAP, _BAR = 0.0048, 0.05, 0.014
_TOOTH, _LOW, _HIGH = 0.016, 0.009, 0.016


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke through its points; a filled one is a closed shape."""

    points: tuple[Point, ...]
    weight: float = PLAIN
    is_dashed: bool = False
    is_filled: bool = False


def plain(line: Line) -> tuple[Stroke, ...]:
    """A single line."""
    return (_stroke(line),)


def thick(line: Line) -> tuple[Stroke, ...]:
    """A solid thick line."""
    return (_stroke(line, weight=THICK),)


def dashed(line: Line) -> tuple[Stroke, ...]:
    """A thin dashed line."""
    return (_stroke(line, weight=THIN, is_dashed=True),)


def doubled(line: Line) -> tuple[Stroke, ...]:
    """Two thin lines side by side."""
    return tuple(_stroke(beside(line, by), weight=THIN) for by in (_APART, -_APART))


def broken(line: Line) -> tuple[Stroke, ...]:
    """A line that stops at a bar, leaves a gap, and begins again at a bar."""
    at, (start, end) = _longest(line)
    half = min(_GAP / 2, math.dist(start, end) / 4) / (math.dist(start, end) or 1)
    one, other = between(start, end, 0.5 - half), between(start, end, 0.5 + half)
    parts = ((*line[: at + 1], one), (other, *line[at + 1 :]))
    bars = (_across(start, end, part) for part in (one, other))
    return tuple(_stroke(part) for part in (*parts, *bars))


def zigzag(line: Line, *, part: float = 1.0, is_high: bool = False) -> tuple[Stroke, ...]:
    """Teeth over the middle `part` of the longest stretch of a line, which itself is not drawn."""
    _, (start, end) = _longest(line)
    start, end = between(start, end, 0.5 - part / 2), between(start, end, 0.5 + part / 2)
    teeth = max(3, round(math.dist(start, end) / _TOOTH))
    height, (x, y) = _HIGH if is_high else _LOW, _normal(start, end)
    middle = (between(start, end, (at + 0.5) / teeth) for at in range(teeth))
    tips = (_moved(point, (x, y), height * (-1) ** at) for at, point in enumerate(middle))
    return (_stroke((start, *tips, end), weight=THIN if is_high else PLAIN),)


def slashed(line: Line) -> tuple[Stroke, ...]:
    """Two short strokes across the middle of a line, which itself is not drawn."""
    _, (start, end) = _longest(line)
    x, y = _normal(start, end)
    middle, lean = between(start, end, 0.5), 0.4 * _BAR
    shift = (y, -x)
    found = (_moved(middle, shift, by) for by in (-0.006, 0.006))
    return tuple(
        _stroke((_moved(_moved(at, (x, y), -_BAR), shift, -lean), _moved(_moved(at, (x, y), _BAR), shift, lean)))
        for at in found
    )


def head(line: Line) -> Stroke:
    """A filled arrow head at the end of a line."""
    before, tip = line[-2], line[-1]
    x, y = _normal(before, tip)
    back = _moved(tip, _direction(before, tip), -HEAD)
    sides = (_moved(back, (x, y), by * HEAD * 0.45) for by in (1, -1))
    return Stroke((tip, *sides, tip), is_filled=True)


def ring(middle: Point, radius: float) -> Stroke:
    """A circle."""
    turns = (math.tau * at / 36 for at in range(37))
    return _stroke([(middle[0] + radius * math.cos(turn), middle[1] + radius * math.sin(turn)) for turn in turns])


def closed(points: Sequence[Point], *, is_dashed: bool = False) -> Stroke:
    """A shape with an outline only."""
    return replace(_stroke((*points, points[0])), is_dashed=is_dashed)


def beside(line: Line, by: float) -> Line:
    """The line moved sideways, every stretch at the same distance where corners are square."""
    moved = [_moved(point, _corner(line, at), by) for at, point in enumerate(line)]
    return tuple(moved)


def between(one: Point, other: Point, part: float) -> Point:
    """A point on the way from one to the other."""
    return (one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part)


def middle(line: Line) -> Point:
    """The middle of the longest stretch."""
    _, (start, end) = _longest(line)
    return between(start, end, 0.5)


def _stroke(line: Line, *, weight: float = PLAIN, is_dashed: bool = False) -> Stroke:
    return Stroke(tuple((round(x, 4), round(y, 4)) for x, y in line), weight, is_dashed)


def _longest(line: Line) -> tuple[int, tuple[Point, Point]]:
    return max(enumerate(pairwise(line)), key=lambda pair: math.dist(*pair[1]))


def _corner(line: Line, at: int) -> Point:
    around = [pair for pair in (line[max(0, at - 1) : at + 1], line[at : at + 2]) if len(pair) == 2]
    normals = [_normal(*pair) for pair in around]
    if len(normals) == 2 and abs(normals[0][0] * normals[1][0] + normals[0][1] * normals[1][1]) < 0.1:
        return (normals[0][0] + normals[1][0], normals[0][1] + normals[1][1])
    return normals[0]


def _across(start: Point, end: Point, at: Point) -> Line:
    return tuple(_moved(at, _normal(start, end), by) for by in (_BAR, -_BAR))


def _direction(start: Point, end: Point) -> Point:
    length = math.dist(start, end) or 1
    return ((end[0] - start[0]) / length, (end[1] - start[1]) / length)


def _normal(start: Point, end: Point) -> Point:
    x, y = _direction(start, end)
    return (-y, x)


def _moved(point: Point, direction: Point, by: float) -> Point:
    return (point[0] + direction[0] * by, point[1] + direction[1] * by)
