"""Scales over time: every number with its day, only where the same thing was measured, and no word of what it means."""

from __future__ import annotations

from typing import Any

import pytest

from msp_desktop.tools.library import Library
from msp_desktop.tools.over_time import Course, Time, courses

RULER, WISHES = Library().tool("scaling"), Library().tool("desired_outcomes")
ENDS = {"zero_means": {"words": "I ask for every pound"}, "ten_means": {"words": "My card is mine"}}


def ruler(day: str, score: int | None, **others: Any) -> Time:  # noqa: ANN401
    return Time(day, {**ENDS, **({} if score is None else {"score": score}), **others})


def wishes(day: str, *rows: tuple[str, int | None]) -> Time:
    given = [{"words": {"words": words}, "score_at_start": score} for words, score in rows]
    return Time(day, {"outcomes": given})


def test_the_numbers_stand_in_the_order_of_their_days_with_the_day_beside_each() -> None:
    (course,) = courses(RULER, [ruler("2026-08-14", 2), ruler("2026-10-01", 3), ruler("2026-11-12", 6)])
    assert course.told() == ("14 Aug 2026: 2", "1 Oct 2026: 3", "12 Nov 2026: 6")
    assert course.places == ((0.0, 0.8), (0.5, 0.7), (1.0, 0.4))


def test_one_number_alone_is_no_course() -> None:
    assert courses(RULER, [ruler("2026-08-14", 2), ruler("2026-10-01", None)]) == ()


def test_a_time_without_an_answer_is_left_out_and_not_taken_for_nought() -> None:
    (course,) = courses(RULER, [ruler("2026-08-14", 2), ruler("2026-10-01", None), ruler("2026-11-12", 0)])
    assert [score for _, score in course.scores] == [2, 0]


def test_another_ruler_measures_something_else() -> None:
    other = ruler("2026-08-14", 9, zero_means={"words": "I never go out"})
    same = ruler("2026-10-01", 3, zero_means={"words": " i ask  for every POUND"})
    (course,) = courses(RULER, [other, same, ruler("2026-11-12", 6)])
    assert [score for _, score in course.scores] == [3, 6]


def test_each_row_has_a_course_of_its_own_by_its_name() -> None:
    found = courses(WISHES, [
        wishes("2026-08-14", ("To go to church", 1), ("A key", 4)),
        wishes("2026-10-01", ("A key", 5), ("To go to church", 3), ("A dog", 1)),
    ])  # fmt: skip
    assert [(each.name, [score for _, score in each.scores]) for each in found] == [
        ("To go to church", [1, 3]), ("A key", [4, 5]),
    ]  # fmt: skip


def test_two_rows_of_one_name_are_not_joined() -> None:
    twice = wishes("2026-08-14", ("A key", 1), ("A key", 8))
    found = courses(WISHES, [twice, wishes("2026-10-01", ("A key", 2), ("A key", 9))])
    assert [[score for _, score in each.scores] for each in found] == [[1, 2], [8, 9]]


@pytest.mark.parametrize("course", [Course("score", "How is it?", "", 0, 10, (("", 4), ("", 6)))])
def test_where_the_days_are_not_told_the_numbers_stand_alone(course: Course) -> None:
    assert course.told() == ("4", "6")
