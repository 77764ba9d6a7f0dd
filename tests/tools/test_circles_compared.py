"""Circles then and now: who vanished, who is new, who moved, by who they are and not by how they are spelled."""

from __future__ import annotations

from typing import Any

import pytest

from msp_desktop.tools.circles_compared import CirclesThenNow, circles_compared
from msp_desktop.tools.comparing import Difference
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import shipped


@pytest.fixture(scope="module")
def circles() -> Definition:
    return next(tool for tool in shipped() if tool.key == "circles")


def row(name: str, ring: str = "", quarter: str = "", id: str = "") -> dict[str, Any]:
    who = {"name": name, **({"id": id} if id else {})}
    return {"name": who, **({"ring": ring} if ring else {}), **({"quarter": quarter} if quarter else {})}


def compared(circles: Definition, then: list[dict[str, Any]], now: list[dict[str, Any]]) -> CirclesThenNow:
    (found,) = circles_compared(circles, {"people": then}, {"people": now})
    return found


def test_it_says_who_vanished_who_is_new_and_who_moved(circles: Definition) -> None:
    then = [row("Ann", "closest", "family"), row("Raj", "friend", "friends"), row("Mo", "paid", "paid")]
    now = [row("Ann", "could_be", "family"), row("Mo", "paid", "paid"), row("Jo")]
    assert compared(circles, then, now).sentences() == (
        "Not there any more: Raj (Friends, Friends and neighbours).",
        "New: Jo.",
        "Moved: Ann, from Closest to me, Family to Could be closer, Family.",
    )


def test_where_nothing_moved_one_sentence_says_so(circles: Definition) -> None:
    then = [row("Ann", "closest", "family")]
    assert compared(circles, then, then).sentences() == ("The same people are in the same places as last time.",)


def test_somebody_is_the_same_by_who_they_are_or_else_by_the_name(circles: Definition) -> None:
    renamed = compared(circles, [row("Ann", id="c1")], [row("Ann Hill", id="c1")])
    assert [each.difference for each in renamed.people] == [Difference.SAME]
    respelled = compared(circles, [row("ann  hill")], [row("Ann Hill", id="c1")])
    assert [each.difference for each in respelled.people] == [Difference.SAME]
    two = compared(circles, [row("Ann", id="c1")], [row("Ann", id="c2")])
    assert [each.difference for each in two.people] == [Difference.NEW, Difference.GONE]


def test_two_of_one_name_are_two_people(circles: Definition) -> None:
    found = compared(circles, [row("Ann"), row("Ann")], [row("Ann")])
    assert [each.difference for each in found.people] == [Difference.SAME, Difference.GONE]


def test_coming_onto_the_rings_is_a_move(circles: Definition) -> None:
    found = compared(circles, [row("Ann")], [row("Ann", "closest", "family")])
    assert found.sentences() == ("Moved: Ann, from no place to Closest to me, Family.",)


def test_a_number_stands_for_the_same_person_on_both_drawings(circles: Definition) -> None:
    found = compared(
        circles, [row("Raj", "paid", "paid"), row("Ann", "closest", "family")], [row("Ann", "paid", "paid")]
    )
    then, now = ({each.name: each.number for each, _, _ in found.on_rings(is_now=when)} for when in (False, True))
    assert then == {"Ann": 1, "Raj": 2} and now == {"Ann": 1}


def test_without_a_last_time_there_is_nothing_to_compare(circles: Definition) -> None:
    assert circles_compared(circles, {}, {"people": [row("Ann")]}) == ()


def test_what_one_drawing_shows_is_told_in_short(circles: Definition) -> None:
    many = [row(f"Somebody called {at}", "paid", "paid") for at in range(60)]
    found = compared(circles, many, many[:1])
    assert found.told(is_now=True) == "Now: 1 Somebody called 0."
    assert len(found.told(is_now=False)) < 300
