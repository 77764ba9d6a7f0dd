"""What can be asked in a tool: one class for each type of field, and what every one of them has. Shape only.

The values that they hold are in `values`; how rows are also drawn is in `drawing`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeAlias

from msgspec import Meta

from msp_desktop.tools.drawing import Drawing
from msp_desktop.tools.shape import Key, Said, Strict


class Line(Strict, frozen=True, kw_only=True):
    """One line made of answers; it drops when a placeholder in braces is empty.

    With `each` there is one line for every row of that field (`where` chooses rows); with `item` too, the rows are
    joined into `{items}` of one line. With `count` they are counted by the options of a column, as `{items}`.
    """

    line: Said
    each: Key | None = None
    where: str = ""
    item: str = ""
    count: Key | None = None
    shown_when: str = ""


class Option(Strict, frozen=True, kw_only=True):
    """One answer to choose. `says` is the sentence that a printed sheet gives for it; `picture` names a picture."""

    code: Key
    label: Said
    help: str = ""
    picture: str = ""
    says: str = ""


class Field(Strict, frozen=True, kw_only=True):
    """What every field has.

    `finish` is `needed` where the tool is not finished without it (it is never needed to save); `shown_when` is an
    expression over other fields; `makes` names the kind of record that finishing creates; `hidden` values are kept
    with the safe contact; `more` fields open later; `lines` is the room on paper; `picture` stands beside the question.
    """

    key: Key
    ask: Said
    help: str = ""
    finish: Literal["needed"] | None = None
    shown_when: str = ""
    makes: Literal["outcome", "must_not_happen", "action", "connection"] | None = None
    hidden: bool = False
    more: bool = False
    lines: Annotated[int, Meta(ge=1, le=20)] = 1
    picture: str = ""

    has_free_words: ClassVar[bool] = False

    @property
    def is_masked(self) -> bool:
        """Whether its value is kept apart, with the safe contact."""
        return self.hidden


class Text(Field, frozen=True, kw_only=True, tag="text"):
    """A few words."""

    has_free_words: ClassVar[bool] = True


class Long(Field, frozen=True, kw_only=True, tag="long"):
    """Some sentences. `drafted` are lines, as for the record, that a button puts in to be edited by hand."""

    drafted: tuple[Line, ...] = ()
    has_free_words: ClassVar[bool] = True


class Quote(Field, frozen=True, kw_only=True, tag="quote"):
    """Somebody's own words, word for word: `{words, said_by, setting}`."""

    has_free_words: ClassVar[bool] = True


class Pick(Field, frozen=True, kw_only=True, tag="pick"):
    """One of some options: its code. `drawn` as a cycle shows the options on a ring, each leading to the next."""

    options: tuple[Option, ...]
    drawn: Literal["cycle"] | None = None


class Multi(Field, frozen=True, kw_only=True, tag="multi"):
    """Any of some options: their codes, in the order of the definition."""

    options: tuple[Option, ...]


class Scale(Field, frozen=True, kw_only=True, tag="scale"):
    """A whole number between two ends; an end is a sentence, or the key of the field that holds it."""

    first: int = 0
    last: int = 10
    low: str = ""
    high: str = ""
    variants: tuple[Literal["numbers", "faces", "stairs", "thumbs"], ...] = ("numbers",)


class YesNo(Field, frozen=True, kw_only=True, tag="yes_no"):
    """Yes, no, not sure or not asked: the code. Nothing is preset."""


class Day(Field, frozen=True, kw_only=True, tag="date"):
    """A day, as YYYY-MM-DD."""


class When(Field, frozen=True, kw_only=True, tag="when"):
    """A time as well as it is known: `{precision, on, until, at, words}`, precision exact, about, range or unknown.

    `on` and `until` are days, `at` is HH:MM, `words` what was said of it ("after Christmas").
    """

    has_free_words: ClassVar[bool] = True


class Number(Field, frozen=True, kw_only=True, tag="number"):
    """A whole number of a unit such as mm; no bounds where none are given."""

    unit: str = ""
    least: int | None = None
    most: int | None = None


class RowOf(Field, frozen=True, kw_only=True, tag="row"):
    """One row of another, numbered field: its id."""

    of: Key


class Spot(Field, frozen=True, kw_only=True, tag="spot"):
    """A place on a drawing: `{x, y}`, whole thousandths of its width and height from the top left."""


class Sketch(Field, frozen=True, kw_only=True, tag="sketch"):
    """Something drawn by hand: `{strokes, caption}`; each stroke is x, y, x, y, in whole thousandths of the width.

    Without a caption it is not finished: what is drawn is always also said.
    """

    has_free_words: ClassVar[bool] = True


class Signature(Field, frozen=True, kw_only=True, tag="signature"):
    """Somebody's name, and their hand where they gave it: `{strokes, name, on}`."""

    has_free_words: ClassVar[bool] = True


class Person(Field, frozen=True, kw_only=True, tag="person"):
    """Somebody around the person: `{id, name}`, no id for a new name. `trusted` offers no possible source of risk."""

    offers: Literal["anybody", "trusted"] = "anybody"
    has_free_words: ClassVar[bool] = True


class People(Field, frozen=True, kw_only=True, tag="people"):
    """Several of them."""

    offers: Literal["anybody", "trusted"] = "anybody"
    has_free_words: ClassVar[bool] = True


class Case(Strict, frozen=True, kw_only=True):
    """A sentence that follows from other answers."""

    when: Said
    says: Said


class Computed(Field, frozen=True, kw_only=True, tag="computed"):
    """A value that nobody types.

    It says who could hear it now, what was answered `of` a field last time, or what the first case that holds says.
    """

    source: Literal["earshot", "last_time", "cases"]
    of: str = ""
    cases: tuple[Case, ...] = ()


Column: TypeAlias = (
    Text | Long | Quote | Pick | Multi | Scale | YesNo | Day | When | Number | Person | People | RowOf | Spot | Sketch
)


class FixedRow(Strict, frozen=True, kw_only=True):
    """A row that is always there, such as the morning."""

    code: Key
    label: Said
    picture: str = ""


class Rows(Field, frozen=True, kw_only=True, tag="rows"):
    """Rows of columns: `[{column: value}]`. With `each` the rows are fixed, and a value holds `row`, its code.

    Rows that are `numbered` keep an `id`, so that a `row` column elsewhere can point at them. `begins_with` names what
    of the person's record a new filling starts from; it fills the columns that are called as the record calls them.
    """

    columns: tuple[Column, ...]
    each: tuple[FixedRow, ...] = ()
    row_name: str = ""
    paper_rows: Annotated[int, Meta(ge=0, le=20)] = 3
    numbered: bool = False
    begins_with: Literal["outcomes", "connections", "visits"] | None = None
    drawn: Drawing | None = None

    has_free_words: ClassVar[bool] = True

    def column(self, key: str) -> Column:
        """The column of that key; raises KeyError."""
        return {column.key: column for column in self.columns}[key]


AnyField: TypeAlias = Column | Computed | Rows | Signature
