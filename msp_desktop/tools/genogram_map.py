"""A family as a map: signs for people, lines for links, a dashed line around who lives here. Pure numbers.

Square, circle and diamond say man, woman and other; a cross, that somebody died. Nothing is told by colour.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from msp_desktop.tools import strokes
from msp_desktop.tools.circles import Place
from msp_desktop.tools.genogram import APART, COUPLES, GENERATIONS, PARENT, SIBLING, Link, Person, Seat, rows_of, seated
from msp_desktop.tools.genogram_lines import (
    LABELS,
    Grid,
    Lanes,
    Route,
    around_household,
    grid,
    is_straight,
    lanes_for,
    routes,
    ways,
)
from msp_desktop.tools.map import ACROSS, LETTER, Label, Map, Node
from msp_desktop.tools.strokes import Line, Point, Stroke

MOST_IN_A_ROW, MOST_ROWS = 6, 4
"""More people side by side, or more generations, would have no room for names: then numbers stand in the signs."""

_LETTER, _LINE, _EDGE, _MOST_LINES, _CLEAR = 0.0118, 0.026, 0.02, 3, 0.006
_BAND, _LOOSE = 0.15, 0.9
_STYLES = ("close", "ordinary", "distant", "conflict", "controlling", "harm_alleged", "cut_off")


def genogram(
    people: Sequence[Person], links: Sequence[Link], *, generations: Mapping[str, str], types: Mapping[str, str],
    styles: Mapping[str, str] | None = None, is_numbered: bool = False,
) -> Map:  # fmt: skip
    """The map of a family; `generations` and `types` are what codes are called, `styles` how qualities are drawn."""
    seats = seated(people, links)
    found = routes(links, seats)
    lanes, by_number = lanes_for(found, seats), is_numbered or _is_crowded(people, seats)
    on = _grid(people, seats, lanes, by_number)
    drawn = tuple(ways(found, seats, lanes, on))
    lines = (stroke for route, way in drawn for stroke in _line(route, way, seats, styles or {}))
    signs = (stroke for each in people for stroke in sign(each.sex, on.at(seats[each.id]), on.half, each.has_died))
    home = around_household([seats[each.id] for each in people if each.is_here], on)
    return Map(
        on.height,
        tuple(_node(at, each, seats[each.id], on, by_number) for at, each in enumerate(people)),
        (*lines, *((strokes.closed(home, is_dashed=True),) if home else ()), *signs),
        (*_generation_labels(people, generations, on), *_tags(drawn, seats, types, by_number)),
        letter=LETTER * on.size * _LOOSE,
    )


def empty_generations(names: Mapping[str, str]) -> Map:
    """A band for each generation, the oldest first, to draw in."""
    codes = [code for code in GENERATIONS if code in names]
    height = _BAND * len(codes)
    tops = [_BAND * at - height / 2 for at in range(len(codes))]
    lines = tuple(stroke for top in tops[1:] for stroke in strokes.dashed(((-0.5, top), (0.5, top))))
    width = LABELS - 0.01
    labels = (
        Label(names[code], Place(LABELS / 2 - 0.5, top + _BAND / 2, width, 4 * _LINE))
        for code, top in zip(codes, tops, strict=True)
    )
    return Map(height, strokes=lines, labels=tuple(labels))


def sign(sex: str, middle: Point, half: float, has_died: bool) -> Iterator[Stroke]:
    """The sign of a person; whoever is neither man nor woman, or of whom nothing was said, has the diamond."""
    x, y = middle
    corners = {
        "man": ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)),
    }.get(sex, ((x, y - half), (x + half, y), (x, y + half), (x - half, y)))  # fmt: skip
    yield strokes.ring(middle, half) if sex == "woman" else strokes.closed(corners)
    if has_died:
        reach = half * (1.0 if sex == "man" else 1 / math.sqrt(2) if sex == "woman" else 0.5)
        yield from strokes.plain(((x - reach, y - reach), (x + reach, y + reach)))
        yield from strokes.plain(((x - reach, y + reach), (x + reach, y - reach)))


def styles_of(codes: Sequence[str]) -> dict[str, str]:
    """How each quality is drawn: known ones as they are called, others as what is left, in their order."""
    left = [style for style in _STYLES if style not in codes]
    unknown = [code for code in codes if code not in _STYLES]
    others = dict(zip(unknown, left, strict=False))
    return {code: others.get(code, code) for code in codes}


def quality_of(style: str, line: Line) -> tuple[Stroke, ...]:
    """A line as its quality is drawn."""
    if style == "close":
        return strokes.doubled(line)
    if style == "distant":
        return strokes.dashed(line)
    if style == "cut_off":
        return strokes.broken(line)
    arrow = (strokes.head(line),) if style in ("controlling", "harm_alleged") else ()
    teeth = strokes.zigzag(line, part=0.95, is_high=True) if style in ("conflict", "harm_alleged") else ()
    return (*strokes.plain(line), *teeth, *arrow)


def letters(types: Mapping[str, str]) -> dict[str, str]:
    """A letter for each type of link that has no line of its own."""
    named = [code for code in types if has_tag(code)]
    return {code: chr(ord("A") + at % 26) for at, code in enumerate(named)}


def has_tag(type: str) -> bool:
    """Whether a word on the line says what it is: partners, parents and brothers and sisters are told by its way."""
    return bool(type) and type not in {*COUPLES, PARENT, SIBLING}


def type_sample(type: str) -> tuple[Stroke, ...]:
    """What stands in the key for a type with a line of its own."""
    line: Line = {
        PARENT: ((0.0, -0.018), (0.0, 0.018)),
        SIBLING: ((-0.03, 0.014), (-0.03, -0.01), (0.03, -0.01), (0.03, 0.014)),
    }.get(type, ACROSS)
    return (*strokes.plain(line), *(strokes.slashed(line) if type in APART else ()))


def _is_crowded(people: Sequence[Person], seats: Mapping[str, Seat]) -> bool:
    widest = max((seat.column + 1 for seat in seats.values()), default=0)
    return widest > MOST_IN_A_ROW or len(rows_of(people)) > MOST_ROWS


def _grid(people: Sequence[Person], seats: Mapping[str, Seat], lanes: Lanes, by_number: bool) -> Grid:
    bare = grid(seats.values(), lanes, under=0)
    if by_number:
        return bare
    tallest = max((_name_box(each.words, bare)[1] for each in people), default=0)
    return grid(seats.values(), lanes, under=tallest + _CLEAR)


def _name_box(words: str, on: Grid) -> tuple[float, float]:
    widest = on.column - 0.034
    wide, edge = len(words) * _LETTER * on.size, _EDGE * on.size
    lines = min(_MOST_LINES, max(1, math.ceil(wide / (widest - edge))))
    return min(widest, wide + edge), lines * _LINE * on.size + edge / 2


def _node(at: int, person: Person, seat: Seat, on: Grid, by_number: bool) -> Node:
    x, y = on.at(seat)
    if by_number:
        side = round(on.half * 1.3, 4)
        return Node(
            at, person.words, Place(round(x, 4), round(y, 4), side, side), person.told, str(at + 1), in_sign=True
        )
    width, height = _name_box(person.words, on)
    middle = y + on.half + _CLEAR + height / 2
    return Node(at, person.words, Place(round(x, 4), round(middle, 4), round(width, 4), round(height, 4)), person.told)


def _line(route: Route, way: Line, seats: Mapping[str, Seat], styles: Mapping[str, str]) -> Iterator[Stroke]:
    link = route.link
    yield from quality_of(styles.get(link.quality, link.quality), way)
    if link.type in APART:
        yield from strokes.slashed(way)


def _generation_labels(people: Sequence[Person], names: Mapping[str, str], on: Grid) -> Iterator[Label]:
    for row, code in enumerate(rows_of(people)):
        yield Label(names.get(code, code), Place(LABELS / 2 - 0.5, on.middles[row], LABELS - 0.01, 4 * _LINE))


def _tags(
    drawn: Sequence[tuple[Route, Line]],
    seats: Mapping[str, Seat],
    types: Mapping[str, str],
    by_number: bool,
) -> Iterator[Label]:
    short = letters(types)
    for route, way in drawn:
        type = route.link.type
        if not has_tag(type) and not (type == PARENT and _is_level(route, seats)):
            continue
        words = short.get(type, types.get(type, type)) if by_number else types.get(type, type)
        x, y = _tag_point(way, is_straight=is_straight(route.link, seats))
        yield Label(words, Place(round(x, 4), round(y, 4), round(len(words) * _LETTER + 0.01, 4), _LINE), is_tag=True)


def _is_level(route: Route, seats: Mapping[str, Seat]) -> bool:
    return seats[route.link.one].row == seats[route.link.other].row


def _tag_point(way: Line, *, is_straight: bool) -> Point:
    """On the stretch in the lane, where no other line runs, unless that is too short for words."""
    start, end = (way[0], way[1]) if is_straight or len(way) == 2 else (way[1], way[2])
    return strokes.between(start, end, 0.5) if math.dist(start, end) > 0.06 else strokes.middle(way)
