"""A wheel: a place on it is told back as the spoke and the part it was drawn at, and its marks differ in shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.tools.drawing import Wheel
from msp_desktop.tools.fields import Rows
from msp_desktop.tools.library import shipped
from msp_desktop.tools.wheel import Spoke, dot, drawn, nearest, point, square, wheel_of


@given(st.integers(3, 12), st.data(), st.floats(0, 1))
def test_a_press_where_a_mark_lies_is_that_mark(count: int, data: st.DataObject, part: float) -> None:
    spoke = data.draw(st.integers(0, count - 1))
    found, out = nearest(count, *point(count, spoke, part))
    assert found == spoke and out == pytest.approx(part)


@given(st.lists(st.builds(Spoke, st.none() | st.floats(0, 1), st.none() | st.floats(0, 1)), min_size=3, max_size=12))
def test_everything_lies_inside_the_wheel(spokes: list[Spoke]) -> None:
    assert all(abs(x) < 0.45 and abs(y) < 0.45 for each in drawn(spokes) for x, y in each.points)


def test_now_and_wanted_are_told_apart_by_their_shape_in_the_same_place() -> None:
    now, wanted = dot((0, 0)), square((0, 0))
    assert now.is_filled and not wanted.is_filled
    assert max(x for x, _ in wanted.points) > 1.3 * max(x for x, _ in now.points)


def test_a_number_that_does_not_fit_is_not_drawn_and_nothing_breaks() -> None:
    rows = next(each for each in shipped() if each.key == "wellbeing_wheel").field("areas")
    assert isinstance(rows, Rows) and isinstance(rows.drawn, Wheel)
    empty, misfit = (wheel_of(rows, rows.drawn, given) for given in ([], [{"row": "safe", "now": 99, "wanted": "x"}]))
    assert empty.strokes == misfit.strokes
    one = wheel_of(rows, rows.drawn, [{"row": "safe", "now": 3, "wanted": 8}])
    assert len(one.strokes) == len(empty.strokes) + 3
    assert one.told == "A wheel with 9 areas. 1 of them are marked."
