"""Names in a ring around somebody, each joined to the middle by its line: geometry for screen and paper. Pure numbers.

The lines tell strength, flow and stress without colour; what they are drawn with is in `strokes`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain, pairwise

from msp_desktop.tools import strokes
from msp_desktop.tools.circles import CENTRE, Place, box
from msp_desktop.tools.map import ACROSS, LETTER, MARK, Map, Node, mark_place
from msp_desktop.tools.strokes import Point, Stroke

MOST_NAMES = 14
"""More names than these would cover each other: then numbers stand in the ring."""

HEIGHT = 0.68
_WIDE, _HIGH, _SHARPNESS, _CLEAR = 0.2, 0.093, 720, 0.008
_SIZES = (1.4, 1.2, 1.0)
"""Letters grow where few names leave room for it."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody or something around the middle, with the codes of its line, "" where nothing was said."""

    words: str
    strength: str = ""
    flow: str = ""
    stress: str = ""
    told: str = ""

    @property
    def has_line(self) -> bool:
        """Whether anything is known of its line."""
        return bool(self.strength or self.flow or self.stress)


def ecomap(ties: Sequence[Tie], *, is_numbered: bool = False) -> Map:
    """Everybody in the ring, clockwise from the top, apart from each other while there is room."""
    if is_numbered or len(ties) > MOST_NAMES:
        around, size = _ring(len(ties), MARK, MARK), 1.0
        nodes = tuple(
            Node(at, tie.words, mark_place(*point), tie.told, str(at + 1))
            for at, (tie, point) in enumerate(zip(ties, around, strict=True))
        )
    else:
        size = _size_for(len(ties))
        around = _ring(len(ties), _WIDE * size, _HIGH * size)
        nodes = tuple(_node(at, tie, around[at], size) for at, tie in enumerate(ties))
    lines = chain.from_iterable(_line(tie, node.place) for tie, node in zip(ties, nodes, strict=True))
    return Map(HEIGHT, nodes, tuple(lines), letter=LETTER * size)


def empty_ring(count: int) -> Map:
    """Empty boxes around the middle, to write in and to draw lines to."""
    boxes = (Place(round(x, 4), round(y, 4), _WIDE - 0.01, _HIGH) for x, y in _ring(count, _WIDE, _HIGH))
    return Map(HEIGHT, tuple(Node(at, "", place) for at, place in enumerate(boxes)))


@cache
def _size_for(count: int) -> float:
    return next((size for size in _SIZES if _steps(_WIDE * size, _HIGH * size)[-1] > 1.05 * count), _SIZES[-1])


@cache
def _ring(count: int, wide: float, high: float) -> tuple[Point, ...]:
    """Middles of `count` boxes, evenly apart as boxes see it: they are wider than high."""
    gone = _steps(wide, high)
    found = (next(at for at in range(_SHARPNESS) if gone[at + 1] > gone[-1] * n / count) for n in range(count))
    return tuple(_on_ring(at, wide, high) for at in found)


def _steps(wide: float, high: float) -> list[float]:
    """How many boxes have gone by at each small step around the ring."""
    points = [_on_ring(at, wide, high) for at in range(_SHARPNESS + 1)]
    steps = (max(abs(x - u) / wide, abs(y - v) / high) for (x, y), (u, v) in pairwise(points))
    return [0.0, *accumulate(steps)]


def _on_ring(at: int, wide: float, high: float) -> Point:
    turn = math.tau * at / _SHARPNESS - math.pi / 2
    return ((0.5 - wide / 2) * math.cos(turn), (HEIGHT / 2 - high / 2) * math.sin(turn))


def line_of(strength: str, line: strokes.Line) -> tuple[Stroke, ...]:
    """How a line of some strength is drawn; an unknown one is a single line."""
    drawn = {
        "strong": strokes.thick, "weak": strokes.dashed, "broken": strokes.broken, "new": strokes.doubled,
    }.get(strength, strokes.plain)  # fmt: skip
    return drawn(line)


def stress_of(stress: str, line: strokes.Line) -> tuple[Stroke, ...]:
    """The zigzag over a line: a short low one for some stress, a long high one for a lot."""
    if stress == "some":
        return strokes.zigzag(line, part=0.4)
    return strokes.zigzag(line, part=0.9, is_high=True) if stress == "a_lot" else ()


def flow_of(flow: str, line: strokes.Line) -> tuple[Stroke, ...]:
    """The arrow heads of a line that runs from the middle outwards."""
    outward = (strokes.head(line),) if flow in ("from_me", "both") else ()
    inward = (strokes.head(tuple(reversed(line))),) if flow in ("to_me", "both") else ()
    return (*outward, *inward)


def sample(code: str) -> tuple[Stroke, ...]:
    """What stands in the key for a code of strength, flow or stress. The person is at the left."""
    if code in ("to_me", "from_me", "both"):
        return (*strokes.plain(ACROSS), *flow_of(code, ACROSS))
    return stress_of(code, ACROSS) or line_of(code, ACROSS)


def _node(at: int, tie: Tie, point: Point, size: float) -> Node:
    width, height = box(tie.words)
    return Node(at, tie.words, Place(round(point[0], 4), round(point[1], 4), width * size, height * size), tie.told)


def _line(tie: Tie, place: Place) -> Iterator[Stroke]:
    if not tie.has_line:
        return
    line = _from_middle(place)
    yield from line_of(tie.strength, _shortened(line, tie.flow) if tie.flow else line)
    for part in _pieces(line) if tie.strength == "broken" else (_shortened(line, "both"),):
        yield from stress_of(tie.stress, part)
    yield from flow_of(tie.flow, line)


def _pieces(line: tuple[Point, Point]) -> Iterator[tuple[Point, Point]]:
    """Both ends of a broken line, so that no zigzag lies over its gap."""
    start, end = line
    yield (start, strokes.between(start, end, 0.32))
    yield (strokes.between(start, end, 0.68), end)


def _from_middle(place: Place) -> tuple[Point, Point]:
    """From the edge of the middle to the edge of a box."""
    away = math.hypot(place.x, place.y)
    x, y = place.x / away, place.y / away
    inside = min((place.width / 2 / abs(x)) if x else 1.0, (place.height / 2 / abs(y)) if y else 1.0)
    start, end = CENTRE + _CLEAR, max(CENTRE + 2 * _CLEAR, away - inside - _CLEAR)
    return ((start * x, start * y), (end * x, end * y))


def _shortened(line: tuple[Point, Point], flow: str) -> tuple[Point, Point]:
    """The line without the room of its arrow heads, so that a thick one does not stick out of them."""
    start, end = line
    part = min(0.3, 0.8 * strokes.HEAD / (math.dist(start, end) or 1))
    begin = strokes.between(start, end, part) if flow in ("to_me", "both") else start
    return (begin, strokes.between(start, end, 1 - part) if flow in ("from_me", "both") else end)
