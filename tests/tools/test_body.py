"""Outlines of a body: inside their boxes, left and right told apart, and a region in words for every spot."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.tools.body import VIEWS, marks_of, outline, place, region, spot
from msp_desktop.tools.drawing import Body
from msp_desktop.tools.fields import Rows
from msp_desktop.tools.library import shipped

places = st.integers(0, 1000)


@pytest.mark.parametrize("view", VIEWS)
def test_every_outline_lies_in_its_box(view: str) -> None:
    drawn = outline(view)
    points = [point for each in (*drawn.shapes, *drawn.lines) for point in each.points]
    assert drawn.shapes
    assert all(abs(x) <= 0.5 and abs(y) <= drawn.height / 2 for x, y in points)


@pytest.mark.parametrize("view", ["front", "back", "head", "mouth"])
def test_what_is_seen_from_before_and_behind_is_the_same_on_both_sides(view: str) -> None:
    points = {(round(abs(x), 2), round(y, 2)) for x, y in outline(view).shapes[0].points}
    assert len(points) < len(outline(view).shapes[0].points)


@given(st.sampled_from(list(VIEWS)), places, places)
def test_a_spot_is_the_same_after_it_was_drawn_and_has_a_region(view: str, x: int, y: int) -> None:
    assert spot(view, *place(view, x, y)) == (x, y)
    assert region(view, x, y)


@pytest.mark.parametrize("view", VIEWS)
def test_a_place_outside_the_box_becomes_the_nearest_in_it(view: str) -> None:
    assert spot(view, 9.0, -9.0) == (1000, 0)


@pytest.mark.parametrize(
    ("view", "x", "y", "told"),
    [
        ("front", 830, 420, "left forearm"),
        ("front", 170, 420, "right forearm"),
        ("back", 830, 420, "right forearm"),
        ("back", 170, 420, "left forearm"),
        ("front", 500, 60, "forehead"),
        ("left", 500, 600, "left thigh"),
        ("right", 500, 600, "right thigh"),
        ("hands", 71, 150, "back of the left hand, little finger"),
        ("hands", 752, 600, "palm of the right hand, middle finger"),
        ("feet", 340, 60, "top of the left foot, big toe"),
        ("seated", 480, 560, "thigh"),
    ],
)
def test_a_region_is_told_from_the_side_of_the_person(view: str, x: int, y: int, told: str) -> None:
    assert region(view, x, y) == told


def test_only_rows_with_an_outline_and_a_spot_are_marked_with_their_number_in_the_list() -> None:
    rows = next(each for each in shipped() if each.key == "body_map").field("marks")
    assert isinstance(rows, Rows) and isinstance(rows.drawn, Body)
    spot = {"x": 830, "y": 420}
    filled: list[dict[str, Any]] = [
        {"name": "A"},
        {"name": "B", "view": "front", "spot": "what does not fit"},
        {"name": "C", "view": "front", "spot": spot},
    ]
    (mark,) = marks_of(rows, rows.drawn, filled)
    assert (mark.row, mark.number, mark.name, mark.place) == (2, 3, "C", "Front, left forearm")
