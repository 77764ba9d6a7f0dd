"""Every shipped sheet and two of a team, blank and filled, with answers to any tool and with words to break paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets.composing import Marks, composed
from msp_desktop.sheets.content import Format, Sheet
from msp_desktop.sheets.facing import can_be_easy, languages_of
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.definition import Sheet as SheetOf
from msp_desktop.tools.fields import (
    AnyField,
    Computed,
    Day,
    Multi,
    Number,
    People,
    Person,
    Pick,
    Quote,
    RowOf,
    Rows,
    Scale,
    Signature,
    Sketch,
    Spot,
    When,
    YesNo,
)
from msp_desktop.tools.library import Library
from msp_desktop.tools.loading import loaded
from msp_desktop.tools.strings import ENGLISH
from msp_desktop.tools.values import has_free_words

EVERY_TYPE = Path(__file__).parents[1] / "tools" / "every_type.yaml"
PLAIN = "My sister Ann helps me with the shopping, and I would like to go out on my own again."
NAME = "Ann, my sister"
HOSTILE = (
    '*bold* = Heading #read("/etc/passwd") $x$ @ref <lab> [] {} // \\ `raw` #panic() '
    "\U0001f9ff\u2764\ufe0f \u0633\u0644\u0627\u0645\u062a\u064a \u4e2d\u6587 \x00\x07\x1b\u202e\u2066\u200d\ud800 "
    "\ue000 a\u0301\u0327 " + "x" * 200
)
LONG = "It went on and on, and nobody came. " * 2800


@dataclass(frozen=True)
class Sample:
    """One sheet as it is printed; `name` tells it apart."""

    name: str
    definition: Definition
    sheet: Sheet


def samples(words: str | None = None) -> Iterator[Sample]:
    """Every sheet in every format: blank without words, else filled with these words everywhere."""
    for definition, sheet in (*Library().sheets(), *of_a_team()):
        if words is not None and sheet.only_blank:
            continue
        values = None if words is None else filled(definition, words) if words != LONG else endless(definition)
        leave = sheet.leave.blank if words is None else max(sheet.leave.filled, Leave.B)
        marks = Marks(leave=leave, initials="M" if values else "", date="14 Oct 2026" if values else "")
        for format, language in ways(definition, sheet):
            made = composed(definition, sheet, marks=marks, values=values, format=format, language=language)
            name = (definition.sheet_id(sheet), format, *([language] if language != ENGLISH else []))
            yield Sample(".".join(name), definition, made)


def ways(definition: Definition, sheet: SheetOf) -> Iterator[tuple[Format, str]]:
    """Every format and language that a sheet can be had in."""
    for language in languages_of(definition, sheet):
        yield from ((format, language) for format in (Format.STANDARD, Format.LARGE))
    if can_be_easy(definition, sheet):
        yield Format.EASY, ENGLISH


def of_a_team() -> Iterator[tuple[Definition, SheetOf]]:
    """A tool with every type of field, and one that has strips and no section heading."""
    every = loaded(EVERY_TYPE.read_text("utf-8"), file=EVERY_TYPE.name)
    yield every, every.sheets[0]
    rows, scale = every.field("offers"), every.field("score")
    assert isinstance(rows, Rows) and isinstance(scale, Scale)
    strips = msgspec.structs.replace(rows, columns=(*rows.columns, scale), shown_when="")
    section = msgspec.structs.replace(every.sections[2], fields=(strips,), shown_when="")
    alone = msgspec.structs.replace(every, key="strips", sections=(section,))
    yield alone, alone.sheets[0]


def filled(definition: Definition, words: str = PLAIN) -> dict[str, Any]:
    """An answer to every question of a tool, each text in it being these words."""
    return {field.key: answer(field, words) for field in definition.asked_fields}


def endless(definition: Definition) -> dict[str, Any]:
    """Answers of which the first of each type goes on and on."""
    values = filled(definition)
    met: set[type] = set()
    for field in definition.asked_fields:
        if has_free_words(field) and type(field) not in met:
            met.add(type(field))
            values[field.key] = answer(field, LONG)[:1] if isinstance(field, Rows) else answer(field, LONG)
    return values


def answer(field: AnyField, words: str) -> Any:  # noqa: ANN401 - whatever the field holds
    """An answer to one question."""
    makers: dict[type, Callable[[Any], Any]] = {
        Quote: lambda _: {"words": words, "said_by": "Margaret", "setting": "in the kitchen"},
        Pick: lambda pick: pick.options[-1].code,
        Multi: lambda multi: [option.code for option in multi.options[::2]],
        Scale: lambda scale: (scale.first + scale.last) // 2,
        YesNo: lambda _: "yes",
        Day: lambda _: "2026-10-14",
        Person: lambda _: {"name": NAME if words == PLAIN else words},
        People: lambda _: [{"name": NAME}, {"name": words}],
        Rows: lambda rows: answered_rows(rows, words),
        Computed: lambda _: words,
        When: lambda _: {"precision": "about", "on": "2026-10-14", "words": words},
        Number: lambda number: max(12, number.least or 12),
        RowOf: lambda _: {"id": "1", "name": NAME if words == PLAIN else words},
        Spot: lambda _: {"x": 500, "y": 300},
        Sketch: lambda _: {"strokes": [[100, 100, 500, 400, 900, 120], [300, 300]], "caption": words},
        Signature: lambda _: {"strokes": [[100, 100, 500, 200, 900, 120]], "name": NAME, "on": "2026-10-14"},
    }
    make = makers.get(type(field))
    return make(field) if make else words


def answered_rows(rows: Rows, words: str) -> list[dict[str, Any]]:
    """Two rows of answers, or one for each fixed row; picks differ from row to row."""
    codes = [each.code for each in rows.each] or ["", ""]
    made = []
    for at, code in enumerate(codes):
        row = {column.key: answer(column, words) for column in rows.columns}
        picks = {c.key: c.options[at % len(c.options)].code for c in rows.columns if isinstance(c, Pick)}
        made.append({**row, **picks, **({"row": code} if code else {})})
    return made
