"""A scale over time: its numbers oldest first, gaps where it was not answered, one line for each row by its name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import shipped
from msp_desktop.tools.over_time import Line, Time, over_time

TOOLS = {tool.key: tool for tool in shipped()}


def lines(tool: str, *values: dict[str, Any]) -> dict[str, Line]:
    times = [Time(f"Day {at}", each) for at, each in enumerate(values, start=1)]
    return {line.title: line for line in over_time(definition(tool).asked_fields, times)}


def definition(tool: str) -> Definition:
    return TOOLS[tool]


def test_every_number_stands_with_its_day_the_oldest_first() -> None:
    line = lines("scaling", {"score": 4}, {"score": 6}, {"score": 5})["Where is it today?"]
    assert line.points == (("Day 1", 4), ("Day 2", 6), ("Day 3", 5))
    assert line.numbers("no answer") == "Day 1: 4, Day 2: 6, Day 3: 5"
    assert line.runs() == (((0.0, 0.6), (0.5, 0.4), (1.0, 0.5)),)


def test_a_scale_that_was_answered_once_is_no_line() -> None:
    assert "Which number would be good enough?" not in lines("scaling", {"score": 4, "good_enough": 7}, {"score": 6})
    assert lines("scaling", {"score": 4}) == {}


def test_a_time_without_an_answer_is_a_gap_and_said() -> None:
    line = lines("scaling", {"score": 0}, {"question": "My money"}, {"score": 10})["Where is it today?"]
    assert line.runs() == (((0.0, 1.0),), ((1.0, 0.0),))
    assert line.numbers("no answer") == "Day 1: 0, Day 2: no answer, Day 3: 10"


def test_another_ruler_measures_something_else() -> None:
    ends = {"zero_means": {"words": "I ask for every pound"}, "ten_means": {"words": "My card is mine"}}
    other = {**ends, "zero_means": {"words": "I never go out"}, "score": 9}
    same = {**ends, "zero_means": {"words": " i ask for  EVERY pound"}, "score": 3}
    line = lines("scaling", other, same, {**ends, "score": 6}, {"question": "My money"})["Where is it today?"]
    assert line.numbers("no answer") == "Day 2: 3, Day 3: 6"


def test_without_days_the_numbers_stand_alone() -> None:
    (line,) = over_time(TOOLS["scaling"].asked_fields, [Time("", {"score": 4}), Time("", {"score": 6})])
    assert line.numbers("no answer") == "4, 6"


def test_each_spoke_of_the_wheel_is_a_line_of_its_own() -> None:
    found = lines(
        "wellbeing_wheel",
        {"areas": [{"row": "safe", "now": 2, "wanted": 8}, {"row": "money", "now": 1}]},
        {"areas": [{"row": "money", "now": 3}, {"row": "safe", "now": 6}]},
    )
    assert {title: [score for _, score in line.points] for title, line in found.items()} == {
        "Feeling safe: Now": [2, 6], "Money and getting by: Now": [1, 3],
    }  # fmt: skip


def test_an_outcome_is_followed_by_its_words_wherever_it_stands_in_the_list() -> None:
    card, home = {"words": {"words": "My card back"}}, {"words": {"words": "Home"}}
    found = lines(
        "desired_outcomes",
        {"outcomes": [{**card, "score_at_start": 1}, {**home, "score_at_start": 2}]},
        {"outcomes": [{**home, "score_at_start": 5}, {**card, "score_at_start": 3}]},
    )
    assert [(line.name, [score for _, score in line.points]) for line in found.values()] == [
        ("My card back", [1, 3]), ("Home", [2, 5]),
    ]  # fmt: skip


def test_rows_without_a_name_are_not_taken_for_each_other() -> None:
    assert lines("desired_outcomes", *[{"outcomes": [{"score_at_start": 1}]}] * 2) == {}


@pytest.mark.parametrize("value", [11, -1, "4", True, None, [4]])
def test_what_does_not_fit_the_scale_is_no_number(value: object) -> None:
    line = lines("scaling", {"score": 4}, {"score": value}, {"score": 6})["Where is it today?"]
    assert [score for _, score in line.points] == [4, None, 6]


@given(st.lists(st.none() | st.integers(0, 10), min_size=2, max_size=30))
def test_a_line_keeps_inside_its_room_and_runs_forward(scores: list[int | None]) -> None:
    line = Line("score", "How is it?", "", 0, 10, tuple(("", score) for score in scores))
    points = [point for run in line.runs() for point in run]
    assert len(points) == line.answered
    assert all(0 <= part <= 1 for point in points for part in point)
    assert [x for x, _ in points] == sorted({x for x, _ in points})


@given(st.sets(st.sampled_from(["score", "good_enough"])))
def test_what_is_left_out_leaves_no_line(hidden: set[str]) -> None:
    times = [Time("", {"score": 4, "good_enough": 9}).without(hidden) for _ in range(3)]
    found = {line.field for line in over_time(TOOLS["scaling"].asked_fields, times)}
    assert found == {"score", "good_enough"} - hidden
