"""Rooms and the path: side by side or below each other, never over each other; a drawing by hand keeps its shape."""

from __future__ import annotations

import pytest

from msp_desktop.tools.rooms import drawing, plan
from tests.tools.a_life import SKETCH


@pytest.mark.parametrize("across", [1, 2, 3])
@pytest.mark.parametrize("tall", [0.3, 1.0, 4.0])
def test_rooms_lie_apart_and_inside_above_their_path(across: int, tall: float) -> None:
    made = plan(3, across=across, tall=tall)
    for at, room in enumerate(made.rooms):
        assert abs(room.x) + room.width / 2 <= 0.5001 and abs(room.y) + room.height / 2 <= made.height / 2
        assert not any(room.overlap(other) for other in made.rooms[:at])
    lowest = max(room.y + room.height / 2 for room in made.rooms)
    for each in made.path:
        assert all(abs(x) <= 0.5 and lowest < y <= made.height / 2 for x, y in each.points)


def test_every_room_has_a_door() -> None:
    for wall in plan(3).walls:
        (left, y), (right, end) = wall.points[0], wall.points[-1]
        assert y == end and right - left > 0.05


def test_what_was_drawn_by_hand_is_as_wide_as_one_and_keeps_its_shape() -> None:
    height, strokes = drawing(SKETCH)
    xs = [x for each in strokes for x, _ in each.points]
    assert (min(xs), max(xs)) == (0, 1) and height == pytest.approx(300 / 400)


@pytest.mark.parametrize("value", [{}, {"caption": "x"}, {"strokes": []}, {"strokes": [[]]}])
def test_nothing_drawn_is_nothing(value: dict[str, object]) -> None:
    assert drawing(value) == (0.0, ())


def test_a_single_dot_is_a_drawing() -> None:
    assert len(drawing({"strokes": [[500, 500]]})[1]) == 1
