"""What a drawing and a board need of the fields they show: columns that are there, of the right type and codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.drawing import Body, Circles, Drawing, Ecomap, Genogram, Rooms, Wheel
from msp_desktop.tools.faults import Found
from msp_desktop.tools.fields import AnyField, Column, Pick, Quote, RowOf, Rows, Scale, Sketch, Spot, YesNo
from msp_desktop.translation import tr

SPELLING = tr("Check the spelling of the key.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a column must be; any type and any codes where nothing is said."""

    type: tuple[type, ...] = ()
    codes: tuple[str, ...] = ()


_PICK = Wanted((Pick,))

WANTED: Mapping[type[Drawing], Mapping[str, Wanted]] = {
    Circles: {"name": Wanted(), "rings": _PICK, "quarters": _PICK},
    Ecomap: {
        "name": Wanted(),
        "strength": Wanted((Pick,), ("strong", "weak", "broken", "new")),
        "flow": Wanted((Pick,), ("to_me", "from_me", "both")),
        "stress": Wanted((Pick,), ("none", "some", "a_lot")),
    },
    Genogram: {
        "name": Wanted(),
        "sex": Wanted((Pick,), ("woman", "man", "other")),
        "generation": Wanted((Pick,), ("above_two", "above", "same", "below", "below_two")),
        "here": Wanted((YesNo,)),
        "died": Wanted(),
    },
    Wheel: {"now": Wanted((Scale,)), "wanted": Wanted((Scale,))},
    Rooms: {"room": _PICK, "words": Wanted((Quote,)), "sketch": Wanted((Sketch,))},
    Body: {
        "name": Wanted(),
        "spot": Wanted((Spot,)),
        "view": Wanted((Pick,), ("front", "back", "left", "right", "head", "hands", "feet", "mouth", "seated")),
    },
}
"""For each drawing, what its columns must be. Of known codes a definition may use some, and no others."""

_OF_LINKS: Mapping[str, Wanted] = {
    "one": Wanted((RowOf,)), "other": Wanted((RowOf,)), "type": _PICK, "quality": _PICK,
}  # fmt: skip


def drawing_faults(definition: Definition) -> Iterator[Found]:
    """What is wrong with the drawings and the board of a definition."""
    fields = {field.key: field for field in definition.asked_fields}
    for at, section in enumerate(definition.sections):
        for number, field in enumerate(section.fields):
            path = f"$.sections[{at}].fields[{number}]"
            if isinstance(field, Rows):
                yield from _pointing(path, field, fields)
                yield from _drawn(path, field, fields)
    for at, column in enumerate(definition.board):
        for key in column.fields:
            if key not in fields:
                what = tr("The board names “{key}”, which is no field.").format(key=key)
                yield Found(f"$.board[{at}]", what, SPELLING)


def _pointing(path: str, rows: Rows, fields: Mapping[str, AnyField]) -> Iterator[Found]:
    for column in rows.columns:
        if isinstance(column, RowOf):
            of = fields.get(column.of)
            if not isinstance(of, Rows) or not of.numbered:
                what = tr("“{key}” points at “{of}”, which has no numbered rows.").format(key=column.key, of=column.of)
                yield Found(path, what, tr("Name a field of type rows that says numbered: true."))


def _drawn(path: str, rows: Rows, fields: Mapping[str, AnyField]) -> Iterator[Found]:
    drawing = rows.drawn
    if drawing is None:
        return
    yield from _columns(path, rows, drawing, WANTED[type(drawing)])
    if isinstance(drawing, Wheel) and not rows.each:
        yield Found(path, tr("A wheel needs fixed rows, one for each spoke."), tr("List them under each."))
    if isinstance(drawing, Genogram):
        links = fields.get(drawing.links)
        if isinstance(links, Rows):
            yield from _columns(path, links, drawing, _OF_LINKS)
        else:
            yield Found(path, tr("“{key}” has no rows.").format(key=drawing.links), SPELLING)


def _columns(path: str, rows: Rows, drawing: Drawing, wanted: Mapping[str, Wanted]) -> Iterator[Found]:
    columns = {column.key: column for column in rows.columns}
    for name, must in wanted.items():
        key = getattr(drawing, name)
        if key is None:
            continue
        if key not in columns:
            yield Found(path, tr("The drawing needs the column “{key}”.").format(key=key), SPELLING)
        else:
            yield from _fits(path, columns[key], must)


def _fits(path: str, column: Column, must: Wanted) -> Iterator[Found]:
    if must.type and not isinstance(column, must.type):
        what = tr("“{key}” is of a type that cannot be drawn here.").format(key=column.key)
        yield Found(path, what, tr("docs/how-to/write-a-tool.md says what each drawing needs."))
    elif must.codes and isinstance(column, Pick):
        for option in column.options:
            if option.code not in must.codes:
                what = tr("“{code}” cannot be drawn in “{key}”.").format(code=option.code, key=column.key)
                yield Found(path, what, tr("Use one of: {codes}.").format(codes=", ".join(must.codes)))
