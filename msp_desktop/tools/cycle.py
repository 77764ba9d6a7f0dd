"""Options on a ring, each leading to the next, the chosen one in a thick frame: geometry for screen and paper.

Pure numbers in parts of the ring's width, (0, 0) its middle, y downwards. Options go clockwise from the top.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msp_desktop.tools.circles import Place
from msp_desktop.tools.fields import Pick
from msp_desktop.tools.map import Map, Node, Sample
from msp_desktop.tools.strokes import PLAIN, THICK, Point, Stroke, closed, head
from msp_desktop.translation import tr

HEIGHT = 0.76
_WIDE, _HIGH, _FRAME, _STEPS = 0.21, 0.105, 0.012, 60
_ACROSS, _DOWN = 0.37, 0.3
_LETTER = 0.03
_ALONG: tuple[Point, Point] = ((-0.04, 0.0), (0.04, 0.0))


def places(count: int) -> tuple[Place, ...]:
    """Where the options stand."""
    return tuple(Place(*_at(at / count), _WIDE, _HIGH) for at in range(count))


def arrows(count: int) -> tuple[Stroke, ...]:
    """From each option to the next, with a head at the end."""
    return tuple(stroke for at in range(count) for stroke in _arrow(count, at))


def frame(place: Place) -> Stroke:
    """The thick frame around what is chosen."""
    wide, high = place.width / 2 + _FRAME, place.height / 2 + _FRAME
    corners = [(place.x + x * wide, place.y + y * high) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return Stroke(closed(corners).points, THICK)


def cycle_of(field: Pick, value: object) -> Map:
    """The ring of a question with its answer, for paper; no frame without one."""
    stand = places(len(field.options))
    pairs = list(zip(field.options, stand, strict=True))
    frames = tuple(frame(place) for option, place in pairs if option.code == value)
    nodes = (Node(at, option.label, place, option.label) for at, (option, place) in enumerate(pairs))
    told = tr("{count} steps in a ring, each leading to the next.").format(count=len(pairs))
    chosen = next((option.label for option in field.options if option.code == value), "")
    said = tr("{told} Chosen: {chosen}.").format(told=told, chosen=chosen) if chosen else told
    key = (
        Sample(tr("Where it may go next"), (Stroke(_ALONG, PLAIN), head(_ALONG))),
        Sample(tr("Chosen"), (frame(Place(0, 0, 0.05, 0.004)),)),
    )
    return Map(HEIGHT, tuple(nodes), (*arrows(len(pairs)), *frames), letter=_LETTER).with_words(key=key, told=said)


def _arrow(count: int, at: int) -> Iterator[Stroke]:
    start, end = places(count)[at], places(count)[(at + 1) % count]
    way = [_at((at + step / _STEPS) / count) for step in range(_STEPS + 1)]
    free = [point for point in way if not _inside(point, start) and not _inside(point, end)]
    if len(free) > 1:
        yield Stroke(tuple(free), PLAIN)
        yield head(free[-3:] if len(free) > 2 else free)


def _inside(point: Point, place: Place) -> bool:
    gap = 2 * _FRAME
    return abs(point[0] - place.x) < place.width / 2 + gap and abs(point[1] - place.y) < place.height / 2 + gap


def _at(part: float) -> Point:
    turn = math.tau * (part - 0.25)
    return (round(_ACROSS * math.cos(turn), 4), round(_DOWN * math.sin(turn), 4))
