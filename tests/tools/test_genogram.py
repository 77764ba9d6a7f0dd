"""A family in its generations: rows, partners, who lives here, and lines that can be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.tools.genogram import GENERATIONS, Link, Person, seated
from msp_desktop.tools.genogram_lines import grid, lanes_for, routes, ways
from msp_desktop.tools.genogram_map import genogram, quality_of, sign, styles_of, type_sample
from msp_desktop.tools.map import ACROSS, Map

QUALITIES = ("close", "ordinary", "distant", "conflict", "controlling", "harm_alleged", "cut_off")
TYPES = {code: code for code in ("married", "partner", "separated", "parent", "sibling", "carer", "friend")}


def person(id: str, generation: str = "same", **more: object) -> Person:
    return Person(id, f"Called {id}", generation, **more)  # type: ignore[arg-type]


def drawn(people: Sequence[Person], links: Sequence[Link] = ()) -> Map:
    return genogram(people, links, generations={}, types=TYPES)


FAMILY = (
    person("gran", "above", sex="woman", has_died=True), person("me", sex="woman", is_here=True),
    person("ex", sex="man"), person("aunt"), person("kit", "below", is_here=True), person("ann", "below"),
)  # fmt: skip
LINKS = (
    Link("gran", "me", "parent"), Link("me", "ex", "separated", "conflict"), Link("gran", "aunt", "parent"),
    Link("me", "kit", "parent"), Link("ex", "kit", "parent"), Link("me", "ann", "parent"), Link("ex", "ann", "parent"),
    Link("kit", "ann", "sibling", "cut_off"), Link("kit", "me", "carer", "harm_alleged"), Link("gran", "kit", "friend"),
)  # fmt: skip


def test_generations_are_rows_from_the_oldest_down() -> None:
    seats = seated(FAMILY, LINKS)
    assert [seats[each].row for each in ("gran", "me", "kit")] == [0, 1, 2]


def test_partners_stand_beside_each_other_whatever_stands_between_them_in_the_list() -> None:
    people = [person("a"), person("b"), person("c"), person("d")]
    seats = seated(people, [Link("a", "d", "married")])
    assert abs(seats["a"].column - seats["d"].column) == 1


def test_a_partner_who_lives_elsewhere_stands_beside_whoever_lives_here() -> None:
    people = [person("a", is_here=True), person("b", is_here=True), person("c"), person("d")]
    seats = seated(people, [Link("a", "d", "partner")])
    assert abs(seats["a"].column - seats["d"].column) == 1


def outline_of(made: Map) -> list[tuple[float, float]]:
    return next(list(each.points) for each in made.strokes if each.is_dashed and each.points[0] == each.points[-1])


def is_within(point: tuple[float, float], corners: list[tuple[float, float]]) -> bool:
    """Whether a ray to the right crosses the outline an odd number of times."""
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(corners):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize("here", [("me",), ("me", "kit"), ("gran", "kit"), ("gran", "ex", "ann"), ("aunt", "me", "ex")])
def test_the_dashed_line_goes_around_everybody_who_lives_here_and_nobody_else(here: tuple[str, ...]) -> None:
    people = [person(each.id, each.generation, is_here=each.id in here) for each in FAMILY]
    made = drawn(people, LINKS)
    inside = {people[node.row].id for node in made.nodes if is_within((node.place.x, node.place.y), outline_of(made))}
    assert inside == set(here)


def test_without_anybody_living_here_there_is_no_dashed_line() -> None:
    made = drawn([person("a"), person("b")])
    assert not any(each.is_dashed for each in made.strokes)


def test_signs_and_the_cross_are_shapes_and_not_colours() -> None:
    looks = {repr(list(sign(sex, (0, 0), 0.03, died))) for sex in ("woman", "man", "other") for died in (True, False)}
    assert len(looks) == 6


def test_every_quality_and_every_type_with_a_line_of_its_own_looks_different() -> None:
    assert len({repr(quality_of(style, ACROSS)) for style in QUALITIES}) == len(QUALITIES)
    assert len({repr(type_sample(type)) for type in ("married", "separated", "parent", "sibling")}) == 4


def test_a_team_s_own_qualities_are_drawn_each_in_its_own_way() -> None:
    styles = styles_of(["warm", "close", "cold", "none_at_all"])
    assert styles["close"] == "close" and len(set(styles.values())) == 4


def test_other_links_say_their_word_on_the_line() -> None:
    tags = [label.words for label in drawn(FAMILY, LINKS).labels if label.is_tag]
    assert sorted(tags) == ["carer", "friend"]


def test_both_parents_alike_have_one_line_to_their_child() -> None:
    people = (person("a"), person("b"), person("c", "below"))
    couple = (Link("a", "b", "married"), Link("a", "c", "parent"), Link("b", "c", "parent"))
    unlike = (*couple[:2], Link("b", "c", "parent", "close"))
    signs = len(drawn(people).strokes)
    assert len(drawn(people, couple).strokes) == signs + 2
    assert len(drawn(people, unlike).strokes) == signs + 4


def test_lines_that_have_nothing_to_do_with_each_other_run_beside_each_other() -> None:
    seats = seated(FAMILY, LINKS)
    found = routes(LINKS, seats)
    lanes = lanes_for(found, seats)
    stretches: list[tuple[Any, Any, Any]] = [
        (route.pair or route.link, min(start, end), max(start, end))
        for route, way in ways(found, seats, lanes, grid(seats.values(), lanes, under=0.05))
        for start, end in pairwise(way)
    ]
    assert not [pair for pair in combinations(stretches, 2) if pair[0][0] != pair[1][0] and lie_on_each_other(*pair)]


def lie_on_each_other(one: tuple[Any, Any, Any], other: tuple[Any, Any, Any]) -> bool:
    for along, across in ((0, 1), (1, 0)):
        stands = (each[1][across] == each[2][across] for each in (one, other))
        if all(stands) and abs(one[1][across] - other[1][across]) < 0.001:
            return bool(min(one[2][along], other[2][along]) - max(one[1][along], other[1][along]) > 0.001)
    return False


def test_more_people_side_by_side_than_there_is_room_for_are_numbers() -> None:
    made = drawn([person(str(at)) for at in range(9)])
    assert [node.mark for node in made.nodes] == [str(at + 1) for at in range(9)]


def test_links_to_nobody_and_to_oneself_are_left_out() -> None:
    alone = drawn([person("a")])
    assert drawn([person("a")], [Link("a", "a", "friend"), Link("a", "gone", "parent")]) == alone


def overlaps(made: Map) -> list[float]:
    places = [node.place for node in made.nodes]
    return [area for at, one in enumerate(places) for other in places[:at] if (area := one.overlap(other)) > 1e-9]


IDS = [str(at) for at in range(12)]
people = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(GENERATIONS), st.booleans(), st.booleans(), st.text(max_size=60)),
    unique_by=lambda each: each[0],
    min_size=1,
).map(
    lambda found: [Person(id, words or "x", generation, "", here, died) for id, generation, here, died, words in found]
)
links = st.lists(
    st.builds(
        Link,
        st.sampled_from(IDS),
        st.sampled_from(IDS),
        st.sampled_from(["", *TYPES]),
        st.sampled_from(["", *QUALITIES]),
    )
)


@given(people, links)
def test_any_family_lies_inside_with_its_names_apart(people: list[Person], links: list[Link]) -> None:
    made = drawn(people, links)
    assert len(made.nodes) == len(people) and not overlaps(made)
    edge = made.height / 2 + 0.001
    assert all(abs(x) <= 0.51 and abs(y) <= edge for each in made.strokes for x, y in each.points)
    assert all(abs(node.place.y) + node.place.height / 2 <= edge for node in made.nodes)


@given(people, links)
def test_in_any_family_the_dashed_line_tells_who_lives_here(people: list[Person], links: list[Link]) -> None:
    made = drawn(people, links)
    here = {each.id for each in people if each.is_here}
    if here:
        corners = outline_of(made)
        assert {people[n.row].id for n in made.nodes if is_within((n.place.x, n.place.y), corners)} == here


@given(people, links)
def test_nobody_shares_a_seat(people: list[Person], links: list[Link]) -> None:
    seats = seated(people, links)
    assert len(set(seats.values())) == len(people)
