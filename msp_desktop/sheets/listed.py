"""Rows of a tool on paper: a table, a grid of fixed rows, a strip of questions for each, or rings with their list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msp_desktop.sheets import content
from msp_desktop.sheets.answered import Setting, block_of, words_of
from msp_desktop.sheets.bodied import with_places
from msp_desktop.sheets.content import Block
from msp_desktop.sheets.drawings import Bodies
from msp_desktop.sheets.drawn import beside, drawn_of, is_numbered
from msp_desktop.tools import circles
from msp_desktop.tools.drawing import Body, Circles
from msp_desktop.tools.fields import Column, Long, Multi, Pick, Quote, Rows, Scale, YesNo
from msp_desktop.tools.form import visible_columns
from msp_desktop.tools.maps import Links
from msp_desktop.tools.values import ROW, in_words, is_blank

Row = Mapping[str, Any]

MOST_COLUMNS, MOST_ON_WIDE = 4, 9
"""More columns than this would be too narrow for a pen: each row becomes a strip of questions."""

_EMPTY_BOX = "\u2610"
_WIDE, _WORDS_WIDE = 5, 9
_NUMBER = "#"
_LONGEST_NAME = 36


def listed(
    rows: Rows, value: object, *, setting: Setting, values: Row, help: str = "", links: Links | None = None,
    then: object = None,
) -> Iterator[Block]:  # fmt: skip
    """The blocks of rows. Blank ones have the rows to write in that the definition says, none for none.

    `links` are the rows that join these, where a drawing shows both; `then` is what was answered last time, to be drawn
    beside now.
    """
    given = tuple(row for row in value if isinstance(row, Mapping)) if isinstance(value, (list, tuple)) else ()
    if isinstance(rows.drawn, Circles) and _can_be_drawn(rows, rows.drawn):
        if then and given:
            yield from beside(rows, rows.drawn, then, given, setting=setting)
        else:
            given = _numbered(given) if setting.is_large else given
            yield circle(rows, rows.drawn, given)
    if (drawing := drawn_of(rows, given, setting=setting, links=links)) is not None:
        given = _numbered(given) if is_numbered(drawing) and not rows.each else given
        yield drawing
    if isinstance(drawing, Bodies) and isinstance(rows.drawn, Body):
        rows, given = with_places(rows, rows.drawn, given)
    if rows.each:
        yield _grid(rows, given, help, setting)
    elif given or rows.paper_rows:
        yield from _list(rows, given, help, setting, values)


def _list(rows: Rows, given: Sequence[Row], help: str, setting: Setting, values: Row) -> Iterator[Block]:
    columns = _columns(rows, given)
    if len(rows.columns) == 1 and not _has_scale(columns):
        yield from _single(rows, given, help, setting)
    elif len(columns) > (MOST_ON_WIDE if setting.is_wide else MOST_COLUMNS) or _has_scale(columns):
        lines = given or ({},) * rows.paper_rows
        yield content.Points((), rows.ask, help)
        yield from (_strip(rows, row, at, setting, values) for at, row in enumerate(lines, start=1))
    else:
        yield content.Table(
            rows.ask,
            _head(columns),
            tuple(_cells(columns, row, setting) for row in given),
            0 if given else rows.paper_rows,
            _widths(columns),
            help,
            tuple(_to_tick(column, setting) for column in columns),
        )


def _single(rows: Rows, given: Sequence[Row], help: str, setting: Setting) -> Iterator[Block]:
    (column,) = rows.columns
    if given:
        yield content.Points(
            tuple(words_of(column, row.get(column.key), setting=setting) for row in given), rows.ask, help
        )
    else:
        yield content.Field(rows.ask, help, lines=rows.paper_rows * column.lines)


def _columns(rows: Rows, given: Sequence[Row]) -> Sequence[Column]:
    """The columns of a table: blank, those that open at once; filled, those that hold something."""
    if not given:
        return [column for column in rows.columns if not column.more]
    return [column for column in rows.columns if any(not is_blank(row.get(column.key)) for row in given)]


def _has_scale(columns: Sequence[Column]) -> bool:
    return any(isinstance(column, Scale) for column in columns)


def _head(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(column.ask for column in columns)


def _cells(columns: Sequence[Column], row: Row, setting: Setting) -> tuple[str, ...]:
    cells = [words_of(column, row.get(column.key), setting=setting) for column in columns]
    if _NUMBER in row:
        cells[0] = setting.words["numbered_name"].format(number=row[_NUMBER], name=cells[0])
    return tuple(cells)


def _widths(columns: Sequence[Column]) -> tuple[int, ...]:
    return tuple(_WORDS_WIDE if isinstance(column, (Long, Quote)) else _WIDE for column in columns)


def _to_tick(column: Column, setting: Setting) -> str:
    """What a blank cell offers to tick; empty where words are wanted."""
    labels: Sequence[str] = ()
    if isinstance(column, (Pick, Multi)):
        labels = [option.label for option in column.options]
    elif isinstance(column, YesNo):
        labels = [setting.words["yes"], setting.words["no"]]
    return "\n".join(f"{_EMPTY_BOX} {label}" for label in labels)


def _grid(rows: Rows, given: Sequence[Row], help: str, setting: Setting) -> content.Slots:
    by_code = {row.get(ROW): row for row in given}
    columns = _columns(rows, given)
    blank = tuple(_to_tick(column, setting) for column in columns)
    slots = (
        content.Slot(each.label, _cells(columns, by_code.get(each.code, {}), setting) if given else blank, each.picture)
        for each in rows.each
    )
    pictures = tuple(column.picture for column in columns)
    return content.Slots(
        rows.ask, rows.row_name or setting.words["when"], _head(columns), tuple(slots), pictures, help,
        _widths(columns), is_blank=not given,
    )  # fmt: skip


def _strip(rows: Rows, row: Row, number: int, setting: Setting, values: Row) -> content.Strip:
    shown = visible_columns(rows, row, values) if row else _columns(rows, ())
    name = rows.row_name or setting.words["row"]
    help = {column.key: column.help if setting.has_help else "" for column in shown}
    blocks = (block_of(column, row.get(column.key), setting=setting, help=help[column.key]) for column in shown)
    return content.Strip(setting.words["numbered"].format(name=name, number=number), tuple(blocks))


def circle(rows: Rows, drawing: Circles, given: Sequence[Row]) -> content.Circle:
    """The rings around the person with the names on them; who has no ring yet stands in the list alone."""
    rings, quarters = _codes(rows, drawing.rings), _codes(rows, drawing.quarters)
    drawn = [row for row in given if row.get(drawing.rings) in rings and row.get(drawing.quarters) in quarters]
    words = [_in_short(in_words(rows.column(drawing.name), row.get(drawing.name))) for row in drawn]
    marks = [str(row.get(_NUMBER, "")) for row in drawn]
    on_rings = [
        circles.OnRing(mark or name, rings.index(row[drawing.rings]), quarters.index(row[drawing.quarters]))
        for row, name, mark in zip(drawn, words, marks, strict=True)
    ]
    places = circles.placed(on_rings, rings=len(rings), quarters=len(quarters))
    labels = [option.label for option in _pick(rows, drawing.rings).options]
    return content.Circle(
        label=rows.ask,
        centre=drawing.centre,
        centre_radius=circles.CENTRE,
        rings=tuple(map(content.Ring, labels, circles.radii(len(rings)))),
        names=tuple(
            content.Name(name, on.ring, at.x, at.y, at.width, mark)
            for name, on, at, mark in zip(words, on_rings, places, marks, strict=True)
        ),
        quarters=tuple(option.label for option in _pick(rows, drawing.quarters).options),
    )


def _in_short(name: str) -> str:
    """A name as it fits on a ring; the list has it whole."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "\u2026"


def _numbered(given: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with numbers: large names would cover each other on the rings, so the rings show the numbers."""
    return tuple({**row, _NUMBER: at} for at, row in enumerate(given, start=1))


def _can_be_drawn(rows: Rows, drawing: Circles) -> bool:
    # A sheet may leave out the very columns that a drawing is made of.
    return {drawing.name, drawing.rings, drawing.quarters} <= {column.key for column in rows.columns}


def _codes(rows: Rows, key: str) -> list[str]:
    return [option.code for option in _pick(rows, key).options]


def _pick(rows: Rows, key: str) -> Pick:
    column = rows.column(key)
    assert isinstance(column, Pick)  # noqa: S101 - the definition was checked when it was read
    return column
