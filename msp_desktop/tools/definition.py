"""What a tool is, as its file says it: sections of fields, sheets, and what goes into the record. Shape only.

The form, the paper, the checks, the comparison and the record's text are all derived from here. The grammar and why it
is so: docs/adr/0005-tool-definitions.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.tools.fields import AnyField, Column, Line, Rows, Spot
from msp_desktop.tools.shape import Key, Path, Said, Strict

Group: TypeAlias = Literal["network", "safety", "rights", "evidence", "outcome", "worker"]
Part: TypeAlias = Literal["information_and_support", "rights", "resolution_and_recovery", "worker_only"]
"""The guidance's three headings, and what is for the worker alone."""

Page: TypeAlias = Literal["a4", "a4-landscape", "a5", "a6", "pocket"]


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
    `neutral_title` is offered where `title` would endanger; `is_dangerous` says that it would. With `shows_board` the
    tool's board is drawn first.
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
    shows_board: bool = False

    def columns(self, rows: Rows) -> tuple[Column, ...]:
        """The columns of a field that may stand on this sheet; a place on a drawing stands in the drawing alone."""
        named = (each for each in rows.columns if f"{rows.key}.{each.key}" not in self.leaves_out)
        return tuple(each for each in named if not isinstance(each, Spot))


class BoardColumn(Strict, frozen=True, kw_only=True):
    """One column of a board: its heading, and the fields whose answers stand in it."""

    title: Said
    fields: tuple[Key, ...]


class Definition(Strict, frozen=True, kw_only=True):
    """One version of one tool. `source` is the text of its file, word for word; released ones are never edited.

    A `board` shows answers side by side, in columns; its fields are asked like any others.
    """

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
    board: tuple[BoardColumn, ...] = ()
    record: tuple[Line, ...] = ()
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
