"""What a tool is, as its file says it: sections of fields, sheets, and what goes into the record. Shape only.

The form, the paper, the checks, the comparison and the record's text are all derived from here. The grammar and why it
is so: docs/adr/0005-tool-definitions.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, TypeAlias

import msgspec
from msgspec import Meta

from msp_desktop.practice.leave_behind import Leave

Key: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Path: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}(\.[a-z][a-z0-9_]{0,39})?$")]
"""A field, or a column of one: `people`, `people.feels`."""

Said: TypeAlias = Annotated[str, Meta(min_length=1, max_length=600)]
"""A short text in plain words."""

Group: TypeAlias = Literal["network", "safety", "rights", "evidence", "outcome", "worker"]
Part: TypeAlias = Literal["information_and_support", "rights", "resolution_and_recovery", "worker_only"]
"""The guidance's three headings, and what is for the worker alone."""

Page: TypeAlias = Literal["a4", "a4-landscape", "a5", "a6", "pocket"]


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a definition: a word that the grammar does not have is a fault."""


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
    """Some sentences."""

    has_free_words: ClassVar[bool] = True


class Quote(Field, frozen=True, kw_only=True, tag="quote"):
    """Somebody's own words, word for word: `{words, said_by, setting}`."""

    has_free_words: ClassVar[bool] = True


class Pick(Field, frozen=True, kw_only=True, tag="pick"):
    """One of some options: its code."""

    options: tuple[Option, ...]


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


class Person(Field, frozen=True, kw_only=True, tag="person"):
    """Somebody around the person: `{id, name}`, no id for a new name. `trusted` offers no possible source of risk."""

    offers: Literal["anybody", "trusted"] = "anybody"
    has_free_words: ClassVar[bool] = True


class People(Field, frozen=True, kw_only=True, tag="people"):
    """Several of them."""

    offers: Literal["anybody", "trusted"] = "anybody"
    has_free_words: ClassVar[bool] = True


class Computed(Field, frozen=True, kw_only=True, tag="computed"):
    """A value that nobody types: who could hear it now, or what was answered here last time."""

    source: Literal["earshot", "last_time"]
    of: str = ""


Column: TypeAlias = Text | Long | Quote | Pick | Multi | Scale | YesNo | Day | Person | People


class FixedRow(Strict, frozen=True, kw_only=True):
    """A row that is always there, such as the morning."""

    code: Key
    label: Said
    picture: str = ""


class Drawing(Strict, frozen=True, kw_only=True):
    """How rows are also drawn: names in `rings` (a pick) by quarter (another pick), each named by `name`."""

    kind: Literal["circles"]
    name: Key
    rings: Key
    quarters: Key
    centre: Said


class Rows(Field, frozen=True, kw_only=True, tag="rows"):
    """Rows of columns: `[{column: value}]`. With `each` the rows are fixed, and a value holds `row`, its code.

    A drawing is another way to fill and to see the same rows, so the list is always an equal way in.
    """

    columns: tuple[Column, ...]
    each: tuple[FixedRow, ...] = ()
    row_name: str = ""
    paper_rows: Annotated[int, Meta(ge=0, le=20)] = 3
    drawn: Drawing | None = None

    has_free_words: ClassVar[bool] = True

    def column(self, key: str) -> Column:
        """The column of that key; raises KeyError."""
        return {column.key: column for column in self.columns}[key]


AnyField: TypeAlias = Column | Computed | Rows


class Section(Strict, frozen=True, kw_only=True):
    """A part of the tool, with its questions in the order they are asked."""

    key: Key
    title: Said
    help: str = ""
    shown_when: str = ""
    fields: tuple[AnyField, ...]


class Classes(Strict, frozen=True, kw_only=True):
    """The leave-behind class of a sheet, blank and filled (practice.md 1.4 and its corrections)."""

    blank: Leave
    filled: Leave


class Box(Strict, frozen=True, kw_only=True):
    """One big field to point at."""

    words: Said
    picture: str = ""


class BoxRow(Strict, frozen=True, kw_only=True):
    """Big fields under one question."""

    ask: str = ""
    boxes: tuple[Box, ...]


class Panel(Strict, frozen=True, kw_only=True):
    """One face of a folded sheet: some fields, and sentences that always stand there."""

    title: Said
    fields: tuple[Key, ...] = ()
    says: tuple[Said, ...] = ()


class Sheet(Strict, frozen=True, kw_only=True):
    """One print of the tool. `shows` names fields (all, when empty); `leaves_out`, what never stands on it.

    A sheet with `cards` is to point at, one with `panels` is to fold, one with `tells` prints what its options say.
    `neutral_title` is offered where `title` would endanger; `is_dangerous` says that it would.
    """

    name: Key
    title: str = ""
    purpose: str = ""
    page: Page = "a4"
    leave: Classes
    shows: tuple[Key, ...] = ()
    leaves_out: tuple[Path, ...] = ()
    cards: tuple[BoxRow, ...] = ()
    panels: tuple[Panel, ...] = ()
    tells: Key | None = None
    neutral_title: str = ""
    is_dangerous: bool = False
    only_blank: bool = False

    def columns(self, rows: Rows) -> tuple[Column, ...]:
        """The columns of a field that may stand on this sheet."""
        return tuple(each for each in rows.columns if f"{rows.key}.{each.key}" not in self.leaves_out)


class RecordLine(Strict, frozen=True, kw_only=True):
    """One line for the record; it drops when a placeholder in braces is empty.

    With `each` there is one line for every row of that field (`where` chooses rows); with `item` too, the rows are
    joined into `{items}` of one line. With `count` they are counted by the options of a column, as `{items}`.
    """

    line: Said
    each: Key | None = None
    where: str = ""
    item: str = ""
    count: Key | None = None
    shown_when: str = ""


class Definition(Strict, frozen=True, kw_only=True):
    """One version of one tool. `source` is the text of its file, word for word; released ones are never edited."""

    key: Key
    version: Annotated[int, Meta(ge=1)]
    number: Annotated[str, Meta(pattern=r"^[A-Z][A-Z0-9-]{1,11}$")]
    title: Said
    group: Group
    part: Part
    purpose: Said
    when: tuple[Said, ...]
    not_when: tuple[Said, ...] = ()
    happening: tuple[Key, ...] = ()
    kept_as: Literal["answers", "private_contact"] = "answers"
    sections: tuple[Section, ...]
    sheets: tuple[Sheet, ...]
    record: tuple[RecordLine, ...] = ()
    sources: tuple[Said, ...] = ()
    source: str = ""
    is_ours: bool = True

    @property
    def asked_fields(self) -> Iterator[AnyField]:
        """Every field, in the order of the definition."""
        return (field for section in self.sections for field in section.fields)

    def field(self, key: str) -> AnyField:
        """The field of that key; raises KeyError."""
        return {field.key: field for field in self.asked_fields}[key]

    def sheet(self, name: str) -> Sheet:
        """The sheet of that name; raises KeyError."""
        return {sheet.name: sheet for sheet in self.sheets}[name]

    def sheet_id(self, sheet: Sheet) -> str:
        """By what a sheet is asked for: `scaling.ruler`."""
        return f"{self.key}.{sheet.name}"
