"""Where the lines of a family run: side by side between partners, in lanes of their own between and above the rows.

Pure. No two lines share a lane, but the children of the same parents, who hang on one line as in any family tree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from msp_desktop.tools.genogram import APART, COUPLES, PARENT, Link, Seat
from msp_desktop.tools.strokes import Point

LABELS, LANE = 0.13, 0.03
"""Room at the left for the words of each generation, and how far apart the lanes are."""

_MOST, _WIDEST, _LARGEST, _MARGIN, _PORT, _UNDER = 1.35, 0.2, 0.032, 0.034, 0.014, 0.006
_CLEAR, _INSIDE = 0.004, 0.01
_EVERYWHERE = range(-1, 1_000_000)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where rows and columns lie: `tops` are the upper edges of the gaps above each row, `middles` of the signs.

    `size` is how much larger everything is where few people leave room for it.
    """

    size: float
    column: float
    left: float
    half: float
    tops: tuple[float, ...]
    middles: tuple[float, ...]
    under: float
    height: float

    def at(self, seat: Seat) -> Point:
        """The middle of the sign on a seat."""
        return (self.left + (seat.column + 0.5) * self.column, self.middles[seat.row])

    def bottom(self, row: int) -> float:
        """Under the names of a row."""
        return self.middles[row] + self.half + self.under


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one link; `pair` are both parents where it starts between them."""

    link: Link
    pair: tuple[str, ...] = ()


@dataclass
class Lanes:
    """Which lane each route has in the gap above a row, the uppermost first."""

    taken: dict[int, list[dict[Hashable, range]]] = field(default_factory=dict)

    def take(self, gap: int, key: Hashable, columns: range = _EVERYWHERE) -> None:
        """A lane for whoever has none in this gap, shared only with what lies over other columns."""
        lanes = self.taken.setdefault(gap, [])
        if any(key in lane for lane in lanes):
            return
        free = (lane for lane in lanes if not any(_meet(columns, other) for other in lane.values()))
        lane = next(free, None)
        if lane is None:
            lanes.append({key: columns})
        else:
            lane[key] = columns

    def of(self, gap: int, key: Hashable) -> int:
        """The number of the lane."""
        return next(at for at, lane in enumerate(self.taken[gap]) if key in lane)


def grid(seats: Iterable[Seat], lanes: Lanes, *, under: float) -> Grid:
    """Rows and columns with room for the lanes; `under` is the height of the names under the signs."""
    seats = tuple(seats)
    columns = max((seat.column for seat in seats), default=0) + 1
    size = max(1.0, min(_MOST, (1 - LABELS) / (columns * _WIDEST)))
    column = min(_WIDEST * size, (1 - LABELS) / columns)
    half = min(_LARGEST * size, column * 0.26)
    margin, tops, middles, y = _MARGIN * size, list[float](), list[float](), 0.0
    for row in range(max((seat.row for seat in seats), default=0) + 1):
        tops.append(y + margin / 2)
        y += margin + LANE * size * len(lanes.taken.get(row, ()))
        middles.append(y + half)
        y += 2 * half + under
    y += margin / 2
    left = LABELS - 0.5 + (1 - LABELS - columns * column) / 2
    top = y / 2
    return Grid(
        size, column, left, half, tuple(each - top for each in tops), tuple(each - top for each in middles), under, y
    )  # fmt: skip


def routes(links: Sequence[Link], seats: Mapping[str, Seat]) -> tuple[Route, ...]:
    """What is drawn of the links: of both parents one line, where both are alike and stand beside each other."""
    known = [link for link in links if {link.one, link.other} <= seats.keys() and link.one != link.other]
    found: list[Route] = []
    for link in known:
        pair = tuple(sorted(_pair(link, known, seats), key=lambda id: seats[id].column))
        route = Route(_downward(link, seats), pair)
        if not pair or not any(each.pair == pair and each.link.other == link.other for each in found):
            found.append(route)
    return tuple(found)


def lanes_for(found: Sequence[Route], seats: Mapping[str, Seat]) -> Lanes:
    """Lanes for everything that does not run straight between neighbours; the widest bow is the highest."""
    lanes = Lanes()
    for route in found:
        upper, lower = sorted(seats[id].row for id in (route.link.one, route.link.other))
        if upper != lower:
            for gap in (upper + 1, lower):
                lanes.take(gap, _lane_key(route))
    bows = [each for each in found if _is_bow(each.link, seats)]
    for route in sorted(bows, key=lambda each: -_span(each.link, seats)):
        start, end = sorted(seats[id].column for id in (route.link.one, route.link.other))
        lanes.take(seats[route.link.one].row, _lane_key(route), range(start, end + 1))
    return lanes


def ways(
    found: Sequence[Route], seats: Mapping[str, Seat], lanes: Lanes, on: Grid
) -> tuple[tuple[Route, tuple[Point, ...]], ...]:
    """Each route with its points, from the first person to the other."""
    ports: Counter[tuple[int, int]] = Counter()
    return tuple((route, _way(route, seats, lanes, on, ports)) for route in found)


def around_household(here: Sequence[Seat], on: Grid) -> tuple[Point, ...]:
    """The corners of the line around those who live here, none where nobody does."""
    if not here:
        return ()
    rows = range(min(seat.row for seat in here), max(seat.row for seat in here) + 1)
    edges = [max((seat.column + 1 for seat in here if seat.row == row), default=0.3) for row in rows]
    rights = [on.left + edge * on.column - _INSIDE for edge in edges]
    tops = [on.middles[row] - on.half - 2 * _UNDER for row in rows]
    bottoms = [on.bottom(row) + _UNDER for row in rows]
    points: list[Point] = [(rights[0], tops[0])]
    for at in range(1, len(rights)):
        step = bottoms[at - 1] if rights[at] < rights[at - 1] else tops[at]
        points += [(rights[at - 1], step), (rights[at], step)]
    left = on.left + _INSIDE
    return (*points, (rights[-1], bottoms[-1]), (left, bottoms[-1]), (left, tops[0]))


def is_straight(link: Link, seats: Mapping[str, Seat]) -> bool:
    """Whether it runs from side to side, between partners who stand beside each other."""
    one, other = seats[link.one], seats[link.other]
    return link.type in COUPLES and one.row == other.row and abs(one.column - other.column) == 1


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _is_bow(link: Link, seats: Mapping[str, Seat]) -> bool:
    return seats[link.one].row == seats[link.other].row and not is_straight(link, seats)


def _span(link: Link, seats: Mapping[str, Seat]) -> int:
    return abs(seats[link.one].column - seats[link.other].column)


def _pair(link: Link, links: Sequence[Link], seats: Mapping[str, Seat]) -> tuple[str, ...]:
    """Both parents of a child, if they are a couple side by side whose lines to it are alike."""
    if link.type != PARENT or seats[link.one].row >= seats[link.other].row:
        return ()
    parents = {each.one for each in links if replace(each, one=link.one) == link}
    for couple in links:
        if (
            link.one in (couple.one, couple.other)
            and {couple.one, couple.other} <= parents
            and is_straight(couple, seats)
        ):
            return (couple.one, couple.other)
    return ()


def _downward(link: Link, seats: Mapping[str, Seat]) -> Link:
    """Couples from left to right, so that what crosses a line lies alike; who does something to whom stays."""
    is_turned = link.type in APART and seats[link.one].column > seats[link.other].column
    return replace(link, one=link.other, other=link.one) if is_turned and not link.quality else link


def _lane_key(route: Route) -> Hashable:
    return (route.pair, PARENT) if route.pair else route.link


def _way(
    route: Route, seats: Mapping[str, Seat], lanes: Lanes, on: Grid, ports: Counter[tuple[int, int]]
) -> tuple[Point, ...]:
    link = route.link
    one, other = seats[link.one], seats[link.other]
    if is_straight(link, seats):
        return _side_by_side(one, other, on)
    if one.row == other.row:
        y = _lane_y(one.row, route, lanes, on)
        start, end = (_top(id, seats, on, ports) for id in (link.one, link.other))
        return (start, (start[0], y), (end[0], y), end)
    if one.row > other.row:
        upward = replace(link, one=link.other, other=link.one)
        return tuple(reversed(_down(upward, route, seats, lanes, on, ports)))
    return _down(link, route, seats, lanes, on, ports)


def _down(
    link: Link, route: Route, seats: Mapping[str, Seat], lanes: Lanes, on: Grid, ports: Counter[tuple[int, int]]
) -> tuple[Point, ...]:
    one, other = seats[link.one], seats[link.other]
    start = _between(route.pair, seats, on) if route.pair else _bottom(link.one, seats, on, ports)
    if one.column == other.column and one.row + 1 == other.row and not route.pair:
        return (start, (start[0], on.middles[other.row] - on.half - _CLEAR))
    end = _top(link.other, seats, on, ports)
    first, last = (_lane_y(gap, route, lanes, on) for gap in (one.row + 1, other.row))
    if one.row + 1 == other.row:
        return (start, (start[0], first), (end[0], first), end)
    aside = on.at(other)[0] - on.column / 2  # between the columns, past who stands in the rows between
    return (start, (start[0], first), (aside, first), (aside, last), (end[0], last), end)


def _side_by_side(one: Seat, other: Seat, on: Grid) -> tuple[Point, ...]:
    (x, y), (to, _) = on.at(one), on.at(other)
    edge = on.half + _CLEAR if x < to else -on.half - _CLEAR
    return ((x + edge, y), (to - edge, y))


def _between(pair: Sequence[str], seats: Mapping[str, Seat], on: Grid) -> Point:
    (x, y), (to, _) = (on.at(seats[id]) for id in pair)
    return ((x + to) / 2, y)


def _lane_y(gap: int, route: Route, lanes: Lanes, on: Grid) -> float:
    return on.tops[gap] + LANE * on.size * (lanes.of(gap, _lane_key(route)) + 0.5)


def _top(id: str, seats: Mapping[str, Seat], on: Grid, ports: Counter[tuple[int, int]]) -> Point:
    x, y = on.at(seats[id])
    return (x + _port(seats[id].column, seats[id].row, on, ports), y - on.half - _CLEAR)


def _bottom(id: str, seats: Mapping[str, Seat], on: Grid, ports: Counter[tuple[int, int]]) -> Point:
    return (
        on.at(seats[id])[0] + _port(seats[id].column, seats[id].row + 1, on, ports),
        on.bottom(seats[id].row) + _CLEAR,
    )


def _port(column: int, gap: int, on: Grid, ports: Counter[tuple[int, int]]) -> float:
    """Beside the lines that run up or down there already, from above or from below, as far as a sign is wide."""
    at = ports[column, gap]
    ports[column, gap] += 1
    steps = (0, 1, -1, 2, -2)
    return steps[at % len(steps)] * min(_PORT, on.half / 2.5)
