"""Circles then and now: who is not there any more, who is new, and who moved. Says what differs, never why.

Whoever asks leaves out first what may not be seen now, of both times.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msp_desktop.tools.circles import OnRing, Place, placed
from msp_desktop.tools.comparing import Difference
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.drawing import Circles
from msp_desktop.tools.fields import Option, Pick, Rows
from msp_desktop.tools.values import ID, in_words, is_blank
from msp_desktop.translation import tr

Row = Mapping[str, Any]

_ROOM = "00000"
"""A number in its circle is as wide as so many letters."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A ring and a quarter, from 0, and how both are called; -1 for none that is drawn."""

    ring: int
    quarter: int
    words: str

    @property
    def is_drawn(self) -> bool:
        """Whether it stands on the rings."""
        return self.ring >= 0 and self.quarter >= 0


@dataclass(frozen=True, slots=True)
class Somebody:
    """One name with its places; None where it was not named. `number` stands for it on both drawings."""

    number: int
    name: str
    then: Spot | None
    now: Spot | None

    @property
    def difference(self) -> Difference:
        """New, gone, changed or the same place."""
        if self.then is None:
            return Difference.NEW
        if self.now is None:
            return Difference.GONE
        return Difference.SAME if self.then == self.now else Difference.CHANGED


@dataclass(frozen=True, slots=True)
class CirclesThenNow:
    """The circles of one field, last time and now, with everybody who stood or stands on them."""

    rows: Rows
    drawing: Circles
    people: tuple[Somebody, ...]

    @property
    def rings(self) -> tuple[Option, ...]:
        """The rings from the middle."""
        return _options(self.rows, self.drawing.rings)

    @property
    def quarters(self) -> tuple[Option, ...]:
        """The quarters, clockwise from the top left."""
        return _options(self.rows, self.drawing.quarters)

    def on_rings(self, *, is_now: bool) -> tuple[tuple[Somebody, Spot, Place], ...]:
        """Everybody who is drawn on one of the two drawings, where their number stands."""
        drawn = [
            (each, spot) for each in self.people
            if (spot := each.now if is_now else each.then) is not None and spot.is_drawn
        ]  # fmt: skip
        wanted = [OnRing(_ROOM, spot.ring, spot.quarter) for each, spot in drawn]
        places = placed(wanted, rings=len(self.rings), quarters=len(self.quarters))
        return tuple((each, spot, place) for (each, spot), place in zip(drawn, places, strict=True))

    def sentences(self) -> tuple[str, ...]:
        """What differs: who vanished, who is new, who moved; one sentence where nobody did."""
        said = tuple(self._sentences())
        return said or (tr("The same people are in the same places as last time."),)

    def told(self, *, is_now: bool) -> str:
        """What one drawing shows, in short."""
        names = ", ".join(f"{each.number} {each.name}" for each, _, _ in self.on_rings(is_now=is_now))
        when = tr("Now: {names}.") if is_now else tr("Last time: {names}.")
        whole = when.format(names=names or tr("nobody"))
        return whole if len(whole) <= 280 else whole[:279].rstrip() + "…"

    def _sentences(self) -> Iterator[str]:
        for each in self._that_are(Difference.GONE):
            yield _with_place(
                tr("Not there any more: {name}."), tr("Not there any more: {name} ({place})."), each, each.then
            )
        for each in self._that_are(Difference.NEW):
            yield _with_place(tr("New: {name}."), tr("New: {name} ({place})."), each, each.now)
        for each in self._that_are(Difference.CHANGED):
            nowhere = tr("no place")
            then, now = (spot.words if spot and spot.words else nowhere for spot in (each.then, each.now))
            yield tr("Moved: {name}, from {then} to {now}.").format(name=each.name, then=then, now=now)

    def _that_are(self, difference: Difference) -> list[Somebody]:
        return [each for each in self.people if each.difference is difference]


def circles_compared(definition: Definition, then: Row, now: Row) -> tuple[CirclesThenNow, ...]:
    """The circles of a tool that somebody stood on last time. Hidden fields are left out."""
    return tuple(
        then_and_now(field, field.drawn, then[field.key], now.get(field.key))
        for field in definition.asked_fields
        if isinstance(field, Rows) and isinstance(field.drawn, Circles) and not field.is_masked and then.get(field.key)
    )


def then_and_now(rows: Rows, drawing: Circles, then: object, now: object) -> CirclesThenNow:
    """Both times of one field; somebody is the same by who they are, or else by the name."""
    before, after = _named(then, drawing), _named(now, drawing)
    people: list[Somebody] = []
    for row in after:
        old = next((each for each in before if _is_same(each[drawing.name], row[drawing.name])), None)
        before = [each for each in before if each is not old]
        people.append(_somebody(rows, drawing, len(people) + 1, old, row))
    for old in before:
        people.append(_somebody(rows, drawing, len(people) + 1, old, None))
    return CirclesThenNow(rows, drawing, tuple(people))


def _named(value: object, drawing: Circles) -> list[Row]:
    given = value if isinstance(value, (list, tuple)) else ()
    return [row for row in given if isinstance(row, Mapping) and not is_blank(row.get(drawing.name))]


def _is_same(one: object, other: object) -> bool:
    ids = [each.get(ID) for each in (one, other) if isinstance(each, Mapping) and each.get(ID)]
    if len(ids) == 2:
        return bool(ids[0] == ids[1])
    return _plain_name(one) == _plain_name(other)


def _plain_name(value: object) -> str:
    name = value.get("name", "") if isinstance(value, Mapping) else value
    return " ".join(str(name).casefold().split())


def _somebody(rows: Rows, drawing: Circles, number: int, then: Row | None, now: Row | None) -> Somebody:
    latest = now if now is not None else then or {}
    name = in_words(rows.column(drawing.name), latest.get(drawing.name))
    return Somebody(number, name, *(None if row is None else _spot(rows, drawing, row) for row in (then, now)))


def _spot(rows: Rows, drawing: Circles, row: Row) -> Spot:
    keys = (drawing.rings, drawing.quarters)
    ring, quarter = ([option.code for option in _options(rows, key)] for key in keys)
    at = (ring.index(row[keys[0]]) if row.get(keys[0]) in ring else -1,
          quarter.index(row[keys[1]]) if row.get(keys[1]) in quarter else -1)  # fmt: skip
    return Spot(*at, ", ".join(words for key in keys if (words := in_words(rows.column(key), row.get(key)))))


def _options(rows: Rows, key: str) -> tuple[Option, ...]:
    pick = rows.column(key)
    return pick.options if isinstance(pick, Pick) else ()


def _with_place(bare: str, placed_at: str, somebody: Somebody, spot: Spot | None) -> str:
    if spot is None or not spot.words:
        return bare.format(name=somebody.name)
    return placed_at.format(name=somebody.name, place=spot.words)
