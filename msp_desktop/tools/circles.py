"""Where names stand on rings around a person: one geometry for screen and paper. Pure numbers, no drawing.

Everything is in parts of the diagram's width, (0, 0) its centre, y downwards. The same names give the same places.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CENTRE = 0.085
"""Radius of the middle, where the person stands."""

_LETTER, _LINE, _EDGE = 0.0118, 0.026, 0.022
_WIDEST = 0.17
_TURNS, _DEPTHS = 15, (0.5, 0.28, 0.72)
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class OnRing:
    """A name to place: its ring from the middle (0 first) and its quarter (0 top left, clockwise)."""

    words: str
    ring: int
    quarter: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name's box stands: its middle, width and height."""

    x: float
    y: float
    width: float
    height: float

    def overlap(self, other: Place) -> float:
        """The area that two boxes share."""
        across = (self.width + other.width) / 2 - abs(self.x - other.x)
        down = (self.height + other.height) / 2 - abs(self.y - other.y)
        return across * down if across > 0 and down > 0 else 0.0

    def distance(self, other: Place) -> float:
        """From middle to middle."""
        return math.hypot(self.x - other.x, self.y - other.y)


def radii(rings: int) -> tuple[float, ...]:
    """The outer radius of each ring, the last one touching the edge."""
    return tuple(CENTRE + (0.5 - CENTRE) * at / rings for at in range(1, rings + 1))


def placed(names: Sequence[OnRing], *, rings: int, quarters: int = 4) -> tuple[Place, ...]:
    """A place for each name, in the same order, inside its ring and quarter and off the others while there is room."""
    labels = [_label_of(ring, rings) for ring in range(rings)]
    found: list[Place] = []
    for name in names:
        found.append(_best(name, [*labels, *found], rings=rings, quarters=quarters))
    for _ in range(_ROUNDS):  # who came first may make room for who came later
        for at, name in enumerate(names):
            others = [*labels, *found[:at], *found[at + 1 :]]
            found[at] = _best(name, others, rings=rings, quarters=quarters)
    return tuple(found)


def _best(name: OnRing, taken: Sequence[Place], *, rings: int, quarters: int) -> Place:
    places = _candidates(name, rings=rings, quarters=quarters)
    return min(places, key=lambda place: _cost(place, taken))


def ring_and_quarter(x: float, y: float, *, rings: int, quarters: int = 4) -> tuple[int, int]:
    """Which ring and quarter a point lies in; a point outside belongs to the last ring."""
    distance = math.hypot(x, y)
    ring = next((at for at, radius in enumerate(radii(rings)) if distance <= radius), rings - 1)
    turn = (math.degrees(math.atan2(y, x)) + 180) % 360
    return ring, int(turn // (360 / quarters)) % quarters


def _candidates(name: OnRing, *, rings: int, quarters: int) -> Iterator[Place]:
    inner = (CENTRE, *radii(rings))[name.ring]
    step = (0.5 - CENTRE) / rings
    span, (width, height) = 360 / quarters, box(name.words)
    for depth in _DEPTHS:
        for turn in range(_TURNS):
            angle = math.radians(180 + span * (name.quarter + (turn + 0.5) / _TURNS))
            reach = inner + step * depth
            yield Place(round(reach * math.cos(angle), 4), round(reach * math.sin(angle), 4), width, height)


def box(words: str) -> tuple[float, float]:
    """Width and height of a name's box: long names take a second line."""
    width = len(words) * _LETTER
    lines = min(3, max(1, math.ceil(width / _WIDEST)))
    return round(min(width, _WIDEST) + _EDGE, 4), round(lines * _LINE + _EDGE / 2, 4)


def _label_of(ring: int, rings: int) -> Place:
    # The ring's own words stand at its top.
    return Place(0, -radii(rings)[ring] + _LINE / 2, 0.16, _LINE)


def _cost(place: Place, taken: Sequence[Place]) -> float:
    over = sum(place.overlap(other) for other in taken)
    near = sum(1 / max(0.02, place.distance(other)) for other in taken)
    outside = max(0.0, abs(place.x) + place.width / 2 - 0.5) + max(0.0, abs(place.y) + place.height / 2 - 0.5)
    return over * 10_000 + outside * 100 + near * 0.001
