"""A map: names, the lines between them, and a key that tells the lines in words. What ecomap and genogram both are.

Everything is in parts of the map's width, (0, 0) its middle, y downwards; it is `height` high. No drawing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from msp_desktop.tools.circles import Place
from msp_desktop.tools.strokes import Point, Stroke

MARK = 0.052
"""How wide and high a number is that stands for a name."""

LONGEST_TOLD = 280
"""Letters of what is said of a whole drawing: an archived PDF takes no endless text there."""


LETTER = 0.0225
"""The size of the letters of a name."""


@dataclass(frozen=True, slots=True)
class Node:
    """A name where it stands: which row it is, what a screen reader says of it. With a `mark` that stands there.

    A mark that is `in_sign` stands in the sign of a person and needs no edge of its own.
    """

    row: int
    words: str
    place: Place
    told: str = ""
    mark: str = ""
    in_sign: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Small words beside the lines; a tag lies over a line."""

    words: str
    place: Place
    is_tag: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """One line of the key: what it looks like, in a field `SAMPLE` wide and high, and what it means."""

    words: str
    strokes: tuple[Stroke, ...]
    letter: str = ""


SAMPLE = (0.1, 0.04)
ACROSS: tuple[Point, Point] = ((-0.046, 0.0), (0.046, 0.0))
"""A line through the field of a sample."""


@dataclass(frozen=True, slots=True)
class Map:
    """A whole map; `told` says in a few sentences what it shows. `centre` stands in a filled circle in the middle.

    `letter` is the size that the places of its names were found for.
    """

    height: float
    nodes: tuple[Node, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    labels: tuple[Label, ...] = ()
    key: tuple[Sample, ...] = ()
    told: str = ""
    centre: str = ""
    letter: float = LETTER

    @property
    def is_numbered(self) -> bool:
        """Whether numbers stand for the names."""
        return any(node.mark for node in self.nodes)

    def with_words(self, *, key: tuple[Sample, ...], told: str, centre: str = "") -> Map:
        """The same map with its key and what is said of it."""
        short = told if len(told) <= LONGEST_TOLD else told[: LONGEST_TOLD - 1].rstrip() + "…"
        return replace(self, key=key, told=short, centre=centre)


def mark_place(x: float, y: float) -> Place:
    """Where a number stands."""
    return Place(round(x, 4), round(y, 4), MARK, MARK)
