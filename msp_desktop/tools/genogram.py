"""Who stands where in a family: a row for each generation, who lives here first, partners beside each other.

Pure: it decides rows and columns; the lines between people are in `genogram_lines`, what is drawn in `genogram_map`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

GENERATIONS = ("above_two", "above", "same", "below", "below_two")
COUPLES = frozenset({"married", "partner", "civil_partner", "separated", "divorced"})
APART = frozenset({"separated", "divorced"})
PARENT, SIBLING = "parent", "sibling"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a family. `id` is what links point at; `sex` is man, woman, other or nothing."""

    id: str
    words: str
    generation: str
    sex: str = ""
    is_here: bool = False
    has_died: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one person to another: of a parent to a child, from the parent."""

    one: str
    other: str
    type: str = ""
    quality: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody stands: the row from above, the column from the left."""

    row: int
    column: int


def rows_of(people: Sequence[Person]) -> tuple[str, ...]:
    """The generations that are there, the oldest first."""
    there = {person.generation for person in people}
    return tuple(each for each in GENERATIONS if each in there)


def seated(people: Sequence[Person], links: Sequence[Link]) -> dict[str, Seat]:
    """A seat for everybody, by id. Who lives here stands together at the left, so that one line goes around them."""
    seats: dict[str, Seat] = {}
    here = [at for at, name in enumerate(rows_of(people)) if _some_here(people, name)]
    for row, name in enumerate(rows_of(people)):
        order = _ordered([each for each in people if each.generation == name], links, seats)
        # A row that the line around the household only passes through leaves it the first column.
        is_passed = bool(here) and here[0] < row < here[-1] and row not in here
        seats |= {each.id: Seat(row, column) for column, each in enumerate(order, start=int(is_passed))}
    return seats


def partners(links: Iterable[Link]) -> Mapping[str, tuple[str, ...]]:
    """Whose partners somebody is or was."""
    found: dict[str, tuple[str, ...]] = {}
    for link in links:
        if link.type in COUPLES:
            found[link.one] = (*found.get(link.one, ()), link.other)
            found[link.other] = (*found.get(link.other, ()), link.one)
    return found


def _some_here(people: Sequence[Person], generation: str) -> bool:
    return any(each.is_here for each in people if each.generation == generation)


def _ordered(row: list[Person], links: Sequence[Link], above: Mapping[str, Seat]) -> list[Person]:
    """Who lives here first, children as their parents stand, and partners next to each other."""
    by_id, couples = {each.id: each for each in row}, partners(links)
    wanted = sorted(row, key=lambda each: (not each.is_here, _under(each.id, links, above)))
    order: list[Person] = []
    for group in ([each for each in wanted if each.is_here], [each for each in wanted if not each.is_here]):
        # A partner on the other side of the line around the household is met at that line.
        near = {id for each in order[-1:] for id in couples.get(each.id, ())}
        far = {
            each.id for each in group if any(not by_id[id].is_here for id in couples.get(each.id, ()) if id in by_id)
        }
        first = sorted(group, key=lambda each: (each.id not in near, each.is_here and each.id in far))
        for person in first:
            _seat_couple(person, group, couples, order)
    return order


def _seat_couple(
    person: Person, group: Sequence[Person], couples: Mapping[str, tuple[str, ...]], order: list[Person]
) -> None:
    if person in order:
        return
    order.append(person)
    for other in group:
        if other.id in couples.get(person.id, ()):
            _seat_couple(other, group, couples, order)


def _under(id: str, links: Sequence[Link], above: Mapping[str, Seat]) -> float:
    parents = [
        above[link.one].column for link in links if link.type == PARENT and link.other == id and link.one in above
    ]
    return sum(parents) / len(parents) if parents else float(len(above))
