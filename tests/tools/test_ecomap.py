"""The ring of an ecomap: everybody inside and apart, each line told from every other without colour."""

from __future__ import annotations

import math

import pytest

from msp_desktop.tools.circles import CENTRE
from msp_desktop.tools.ecomap import HEIGHT, MOST_NAMES, Tie, ecomap, empty_ring, sample
from msp_desktop.tools.map import Map

LONG = "Somebody with quite a long name who comes on Thursdays"
CODES = ("strong", "weak", "broken", "new", "to_me", "from_me", "both", "some", "a_lot")


def tie(at: int, words: str = LONG) -> Tie:
    return Tie(words, CODES[at % 4], CODES[4 + at % 3], ("none", "some", "a_lot")[at % 3])


def overlaps(made: Map) -> list[float]:
    places = [node.place for node in made.nodes]
    return [area for at, one in enumerate(places) for other in places[:at] if (area := one.overlap(other))]


def is_inside(made: Map) -> bool:
    boxes = all(
        abs(at.x) + at.width / 2 <= 0.5 and abs(at.y) + at.height / 2 <= made.height / 2
        for at in (node.place for node in made.nodes)
    )
    return boxes and all(abs(x) <= 0.5 and abs(y) <= made.height / 2 for each in made.strokes for x, y in each.points)


@pytest.mark.parametrize("count", range(1, MOST_NAMES + 1))
def test_up_to_fourteen_names_stand_apart_and_inside_however_long_they_are(count: int) -> None:
    made = ecomap([tie(at) for at in range(count)])
    assert len(made.nodes) == count and not made.is_numbered
    assert not overlaps(made) and is_inside(made)


@pytest.mark.parametrize("count", [15, 25, 40])
def test_more_names_than_that_are_numbers_and_still_stand_apart(count: int) -> None:
    made = ecomap([tie(at) for at in range(count)])
    assert [node.mark for node in made.nodes] == [str(at + 1) for at in range(count)]
    assert not overlaps(made) and is_inside(made)


def test_two_hundred_names_break_nothing() -> None:
    assert is_inside(ecomap([tie(at) for at in range(200)]))


def test_few_names_have_larger_letters() -> None:
    few, many = ecomap([tie(0)]), ecomap([tie(at) for at in range(MOST_NAMES)])
    assert few.letter > many.letter


def test_lines_run_between_the_middle_and_the_box_and_touch_neither() -> None:
    made = ecomap([Tie("Ann", "weak")])
    (line,), (node,) = made.strokes, made.nodes
    assert all(math.hypot(x, y) > CENTRE for x, y in line.points)
    assert all(y > node.place.y + node.place.height / 2 for _, y in line.points)


def test_a_name_of_which_nothing_is_said_has_no_line() -> None:
    assert ecomap([Tie("Ann")]).strokes == ()


def test_every_code_is_drawn_otherwise_than_every_other() -> None:
    looks = {repr(sample(code)) for code in CODES}
    assert len(looks) == len(CODES)


def test_a_broken_line_has_a_gap_that_nothing_fills() -> None:
    made = ecomap([Tie("Ann", "broken", stress="a_lot")])
    (node,) = made.nodes
    middle = (node.place.y + node.place.height / 2 - CENTRE) / 2
    assert not [each for each in made.strokes for _, y in each.points if abs(y - middle) < 0.015]


def test_arrows_point_the_way_that_help_goes() -> None:
    def tips(flow: str) -> list[float]:
        made = ecomap([Tie("Ann", "strong", flow)])
        return [math.hypot(*each.points[0]) for each in made.strokes if each.is_filled]

    (towards,), (away,) = tips("to_me"), tips("from_me")
    assert towards < away and sorted(tips("both")) == [towards, away]


def test_the_same_names_stand_in_the_same_places() -> None:
    ties = [tie(at) for at in range(9)]
    assert ecomap(ties) == ecomap(ties)


def test_an_empty_one_has_boxes_to_write_in() -> None:
    made = empty_ring(10)
    assert len(made.nodes) == 10 and made.height == HEIGHT
    assert not overlaps(made) and is_inside(made)
