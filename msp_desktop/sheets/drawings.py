"""Blocks of a sheet that are drawn as laid out in tools: maps, rooms, bodies, boards, lines, and circles side by side.

As in `content`: no layout, no files, no rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msp_desktop.tools.body import Outline
from msp_desktop.tools.map import Map as Drawn
from msp_desktop.tools.rooms import Plan
from msp_desktop.tools.strokes import Stroke

if TYPE_CHECKING:
    from msp_desktop.sheets.content import Circle


@dataclass(frozen=True, slots=True)
class Beside:
    """Two circles side by side, last time and now, with what differs in sentences. Numbers stand for the names."""

    label: str
    then: Circle
    now: Circle
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The numbers of one scale over time, oldest first: `runs` in parts of its room, and the same in words."""

    label: str
    first: int
    last: int
    runs: tuple[tuple[tuple[float, float], ...], ...]
    numbers: str


@dataclass(frozen=True, slots=True)
class Map:
    """Names and the lines between them, with a key in words. Its list stands behind it as a Table or strips."""

    label: str
    drawn: Drawn
    help: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in a room: words, and what was drawn by hand, from a corner and as wide as 1."""

    words: str
    mark: str = ""
    sketch: tuple[Stroke, ...] = ()
    sketch_height: float = 0.0


@dataclass(frozen=True, slots=True)
class Room:
    """One room; `more` things had no room in it and stand in the list alone."""

    label: str
    things: tuple[Thing, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Rooms:
    """Large rooms with the words inside and a path underneath. Its list stands behind it."""

    label: str
    rooms: tuple[Room, ...]
    plan: Plan
    told: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class BodyMark:
    """A number on an outline, at its place in parts of the outline's width from its middle."""

    mark: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class BodyView:
    """One outline with its marks."""

    label: str
    drawn: Outline
    marks: tuple[BodyMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Bodies:
    """Outlines of a body with numbered marks, all of them where they are for a pen. Its list stands behind it."""

    label: str
    views: tuple[BodyView, ...]
    told: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class BoardCard:
    """One answer on a board; `ask` says to what, where a column has several questions."""

    words: str
    ask: str = ""


@dataclass(frozen=True, slots=True)
class BoardAsk:
    """One question of an empty board: things to tick, or room to write where there are none."""

    ask: str
    ticks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One column of a board. Blank, its questions are asked."""

    title: str
    cards: tuple[BoardCard, ...] = ()
    asks: tuple[BoardAsk, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """Columns side by side; the same answers stand behind it as questions and lists."""

    columns: tuple[BoardColumn, ...]
