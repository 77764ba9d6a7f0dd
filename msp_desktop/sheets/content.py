"""What stands on a sheet, in order, between a tool or a record and the page: no layout, no files, no rules.

A block is blank when its value is empty: then paper shows lines, boxes and rows to write in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from msp_desktop.sheets.cards import Boxes, Told
from msp_desktop.sheets.drawings import Beside, Board, Bodies, Line, Map, Rooms


class Format(StrEnum):
    """How a sheet is set: 12 point, 18 point and laid out anew, or in Easy Read with a picture beside each question."""

    STANDARD = "standard"
    LARGE = "large"
    EASY = "easy"


class Paper(StrEnum):
    """What a sheet is printed on. POCKET is A4, folded three times to A7."""

    A4 = "a4"
    A4_LANDSCAPE = "a4-landscape"
    A5 = "a5"
    A6 = "a6"
    POCKET = "pocket"


@dataclass(frozen=True, slots=True)
class Heading:
    """A part of the sheet; `help` says in a sentence what it is for."""

    words: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """Short things said one under the other; none for a label that stands above strips."""

    items: tuple[str, ...]
    label: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A question and its answer; blank, `lines` to write on, 9 mm apart."""

    label: str
    help: str = ""
    value: str = ""
    lines: int = 1
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, with who said them and where."""

    label: str
    help: str = ""
    words: str = ""
    said_by: str = ""
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something drawn by hand, `height` times as high as it is wide, and what it shows in words.

    A stroke is x, y, x, y in thousandths of the width. Without strokes there is a frame to draw in and a line to say
    it; with neither strokes nor a place to draw (`has_pad`) there are the words alone.
    """

    label: str
    strokes: tuple[tuple[int, ...], ...] = ()
    words: str = ""
    height: float = 2 / 3
    help: str = ""
    has_pad: bool = True


@dataclass(frozen=True, slots=True)
class Signature:
    """A name, a day, and a line to sign on or the hand that signed."""

    label: str
    name: str = ""
    day: str = ""
    strokes: tuple[tuple[int, ...], ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to tick; `picture` names one of resources/pictures."""

    label: str
    is_ticked: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Options to tick, one or `many`."""

    label: str
    options: tuple[Option, ...]
    help: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A ruler between two ends in the person's words. Faces, stairs and thumbs are for those who do not use numbers.

    An end that has no words yet leaves room to write them under `low_ask` or `high_ask`, and none without a question.
    """

    label: str
    low: str
    high: str
    first: int = 0
    last: int = 10
    score: int | None = None
    variant: Literal["numbers", "faces", "stairs", "thumbs"] = "numbers"
    help: str = ""
    low_ask: str = ""
    high_ask: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column headings; `blank_rows` more to write in. `widths` are shares; empty means all alike.

    A cell of `blank_row` is what stands in a row to write in, such as things to tick, one on each line.
    """

    label: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    blank_rows: int = 0
    widths: tuple[int, ...] = ()
    help: str = ""
    blank_row: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of a grid, such as the morning."""

    label: str
    cells: tuple[str, ...]
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Slots:
    """A grid of fixed rows and columns, such as the hours of a good and a bad day. `widths` are shares.

    `head` stands above the names of the rows.
    """

    label: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Slot, ...]
    pictures: tuple[str, ...] = ()
    help: str = ""
    widths: tuple[int, ...] = ()
    is_blank: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring; `radius` in parts of the diagram's width."""

    label: str
    radius: float


@dataclass(frozen=True, slots=True)
class Name:
    """A name on a ring: its middle and width in parts of the diagram's width, (0, 0) being the centre.

    With a `mark`, that stands on the ring in its place, and the list tells whose it is.
    """

    words: str
    ring: int
    x: float
    y: float
    width: float
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """Rings around the person, inner to outer, and the names on them. Its list stands beside it as a Table.

    `quarters` are named in the corners, clockwise from the top left. `told` says what it shows, where the names do not.
    """

    label: str
    centre: str
    centre_radius: float
    rings: tuple[Ring, ...]
    names: tuple[Name, ...] = ()
    help: str = ""
    quarters: tuple[str, ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """One of several things of a kind, such as one outcome, with its own questions."""

    label: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """One face of a folded sheet."""

    label: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Pictured:
    """A question with a picture beside it, which stands for no answer."""

    picture: str
    blocks: tuple[Block, ...] = ()


Block: TypeAlias = (
    Heading | Words | Points | Field | Quote | Drawn | Signature | Choice | Scale | Table | Slots | Circle | Beside
    | Line | Map | Rooms | Bodies | Board | Boxes | Told | Strip | Panel
    | Pictured
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chrome:
    """What stands around the content of every page. `id` is neutral; `foot` is printed on each page where it is set.

    `has_date` is false where a date would tell a finder that somebody called. `note` says under the foot what to know
    of the words themselves, such as that nobody has checked a translation.
    """

    title: str
    id: str
    purpose: str = ""
    foot: str = ""
    note: str = ""
    has_initials: bool = True
    initials: str = ""
    date: str = ""
    has_date: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole sheet, ready to be set."""

    chrome: Chrome
    paper: Paper
    blocks: tuple[Block, ...]
    format: Format = Format.STANDARD
    language: str = "en"
