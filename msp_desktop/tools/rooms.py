"""Rooms with a door each, and a path from the first door to the last: geometry for screen and paper. Pure numbers.

Everything is in parts of the plan's width, (0, 0) its middle, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msp_desktop.tools import strokes
from msp_desktop.tools.by_hand import WHOLE
from msp_desktop.tools.circles import Place
from msp_desktop.tools.strokes import Point, Stroke

WALL = 0.005
_APART, _DOOR, _PATH, _WAVES = 0.02, 0.07, 0.11, 5


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the rooms lie, their walls, and the path underneath."""

    height: float
    rooms: tuple[Place, ...]
    walls: tuple[Stroke, ...]
    path: tuple[Stroke, ...]


def plan(count: int, *, across: int = 0, tall: float = 1.0) -> Plan:
    """`count` rooms, `across` of them side by side (all for 0), each `tall` times as high as wide."""
    across = across or count
    width = (1 - _APART * (across - 1)) / across
    high = width * tall
    lines = math.ceil(count / across)
    height = lines * (high + _APART) + _PATH
    rooms = tuple(
        Place(
            (at % across) * (width + _APART) + width / 2 - 0.5, (at // across) * (high + _APART) + (high - height) / 2,
            width, high,
        )
        for at in range(count)
    )  # fmt: skip
    walls = tuple(_walls(room) for room in rooms)
    return Plan(height, rooms, walls, tuple(_path(rooms[0], rooms[-1], height)))


def drawing(value: Mapping[str, Any]) -> tuple[float, tuple[Stroke, ...]]:
    """What was drawn by hand, from a corner (0, 0) and as wide as 1, with its height; empty where nothing was."""
    lines = [_points(each) for each in value.get("strokes") or () if len(each) >= 2]
    xs, ys = ([point[axis] for line in lines for point in line] for axis in (0, 1))
    if not lines:
        return 0.0, ()
    left, top, wide = min(xs), min(ys), max(max(xs) - min(xs), max(ys) - min(ys), 0.05)
    moved = (tuple(((x - left) / wide, (y - top) / wide) for x, y in line) for line in lines)
    return (max(ys) - top) / wide, tuple(Stroke(line if len(line) > 1 else (*line, *line), 0.012) for line in moved)


def _points(numbers: Sequence[int]) -> list[Point]:
    return [(x / WHOLE, y / WHOLE) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]


def _walls(room: Place) -> Stroke:
    """Around the room, but for the door in the middle of the wall below."""
    left, right = room.x - room.width / 2 + WALL, room.x + room.width / 2 - WALL
    top, bottom = room.y - room.height / 2 + WALL, room.y + room.height / 2 - WALL
    door = (room.x - _DOOR / 2, room.x + _DOOR / 2)
    corners = ((left, bottom), (left, top), (right, top), (right, bottom))
    return Stroke(((door[0], bottom), *corners, (door[1], bottom)), WALL)


def _path(first: Place, last: Place, height: float) -> Iterator[Stroke]:
    """Winding, from one door to the other; with one below the other it runs along the bottom."""
    start, end = first.x, last.x if last.x > first.x else 0.5 - _DOOR
    if last.x == first.x:
        start = _DOOR - 0.5
    y = height / 2 - _PATH * 0.5
    way: list[Point] = [(start, y - _PATH * 0.45), *_winding(start, end, y), (end, y - _PATH * 0.45)]
    yield Stroke(tuple((round(x, 4), round(y, 4)) for x, y in way), strokes.PLAIN * 2, is_dashed=True)
    yield strokes.head(way)


def _winding(start: float, end: float, y: float) -> Iterator[Point]:
    steps = 60
    for at in range(steps + 1):
        part = at / steps
        yield (start + (end - start) * part, y + 0.018 * math.sin(part * math.tau * _WAVES / 2))
