"""What a definition must keep beyond its shape: keys that meet, conditions that can come true, classes that hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msp_desktop.errors import BadInput
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record.making import unknown_codes
from msp_desktop.tools import expressions
from msp_desktop.tools.checking_drawings import SPELLING, drawing_faults
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.faults import Found
from msp_desktop.tools.fields import AnyField, Column, Computed, Line, Long, Multi, Pick, Rows, YesNo
from msp_desktop.tools.pictures import known_pictures
from msp_desktop.tools.reaching import YES_NO, circle_faults
from msp_desktop.translation import tr

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_FAMILIAR = {"items"}
_TAKEN = {"row", "id"}


def faults(definition: Definition) -> tuple[Found, ...]:
    """Everything that is wrong with a definition whose shape is right."""
    return (
        *_twice(definition), *_conditions(definition), *circle_faults(definition), *_choices(definition),
        *_made(definition), *_computed(definition), *drawing_faults(definition), *_sheets(definition),
        *_record(definition), *_pictures(definition),
    )  # fmt: skip


def _fields(definition: Definition) -> Iterator[tuple[str, AnyField]]:
    for at, section in enumerate(definition.sections):
        for number, field in enumerate(section.fields):
            yield f"$.sections[{at}].fields[{number}]", field


def _columns(definition: Definition) -> Iterator[tuple[str, Rows, Column]]:
    for path, field in _fields(definition):
        if isinstance(field, Rows):
            for at, column in enumerate(field.columns):
                yield f"{path}.columns[{at}]", field, column


def _known(definition: Definition) -> dict[str, AnyField]:
    fields = {field.key: field for _, field in _fields(definition)}
    return {**fields, **{f"{rows.key}.{column.key}": column for _, rows, column in _columns(definition)}}


def _twice(definition: Definition) -> Iterator[Found]:
    again = tr("“{key}” stands here more than once."), tr("Give each its own key.")
    groups: list[tuple[str, Iterable[str]]] = [
        ("$.sections", (field.key for _, field in _fields(definition))),
        ("$.sections", (section.key for section in definition.sections)),
        ("$.sheets", (sheet.name for sheet in definition.sheets)),
    ]
    for path, keys in groups:
        for key, count in Counter(keys).items():
            if count > 1:
                yield Found(path, again[0].format(key=key), again[1])
    for path, _, column in _columns(definition):
        if column.key in _TAKEN:
            yield Found(path, tr("No column may be called “{key}”.").format(key=column.key), tr("Call it otherwise."))


def _conditions(definition: Definition) -> Iterator[Found]:
    known = _known(definition)
    for path, condition, rows in _all_conditions(definition):
        try:
            named = expressions.names(condition)
        except BadInput as fault:
            yield Found(path, tr("The condition cannot be used."), str(fault))
            continue
        here = {**known, **({column.key: column for column in rows.columns} if rows else {})}
        for name in sorted(named - here.keys()):
            yield Found(path, tr("The condition speaks of “{name}”, which is no field.").format(name=name), SPELLING)
        yield from _unreachable(path, condition, here)


def _all_conditions(definition: Definition) -> Iterator[tuple[str, str, Rows | None]]:
    for at, section in enumerate(definition.sections):
        yield f"$.sections[{at}].shown_when", section.shown_when, None
    for path, field in _fields(definition):
        yield f"{path}.shown_when", field.shown_when, None
        if isinstance(field, Computed):
            yield from ((f"{path}.cases[{at}].when", case.when, None) for at, case in enumerate(field.cases))
    for path, rows, column in _columns(definition):
        yield f"{path}.shown_when", column.shown_when, rows
    for path, line in _lines(definition):
        yield f"{path}.shown_when", line.shown_when, None
        if line.each and isinstance(rows_field := _known(definition).get(line.each), Rows):
            yield f"{path}.where", line.where, rows_field


def _unreachable(path: str, condition: str, known: dict[str, AnyField]) -> Iterator[Found]:
    for name, code in sorted(expressions.literals(condition)):
        codes = _codes(known.get(name))
        if codes and code not in codes:
            what = tr("The condition waits for “{code}”, which “{name}” never is.").format(code=code, name=name)
            yield Found(path, what, tr("Use one of: {codes}.").format(codes=", ".join(codes)))


def _codes(field: AnyField | None) -> tuple[str, ...]:
    if isinstance(field, (Pick, Multi)):
        return tuple(option.code for option in field.options)
    return YES_NO if isinstance(field, YesNo) else ()


def _choices(definition: Definition) -> Iterator[Found]:
    both = [*_fields(definition), *((path, column) for path, _, column in _columns(definition))]
    for path, field in both:
        if isinstance(field, (Pick, Multi)):
            if len(field.options) < 2:
                yield Found(path, tr("There is nothing to choose between."), tr("Give at least two options."))
            for code, count in Counter(option.code for option in field.options).items():
                if count > 1:
                    what = tr("The option “{code}” stands here twice.").format(code=code)
                    yield Found(path, what, tr("Give each option its own code."))


def _made(definition: Definition) -> Iterator[Found]:
    for path, rows, column in _columns(definition):
        if rows.makes and (unknown := unknown_codes(rows.makes, column.key, _codes(column))):
            what = tr("The record that is made of these rows does not know: {codes}.").format(codes=", ".join(unknown))
            yield Found(path, what, tr("Call the column otherwise, or use the codes of a tool that comes with this."))


def _computed(definition: Definition) -> Iterator[Found]:
    known = {field.key for _, field in _fields(definition)}
    for path, field in _fields(definition):
        if isinstance(field, Computed) and field.source == "last_time" and field.of not in known:
            yield Found(path, tr("“{key}” is no field that could be looked up.").format(key=field.of), SPELLING)
        if isinstance(field, Computed) and (field.source == "cases") != bool(field.cases):
            what = tr("A value that follows from other answers needs its cases, and no other has any.")
            yield Found(path, what, tr("Give each case its when and its says, or choose another source."))


def _sheets(definition: Definition) -> Iterator[Found]:
    known = {field.key for _, field in _fields(definition)}
    if not definition.sheets:
        yield Found("$.sheets", tr("The tool has no sheet."), tr("Give it at least one."))
    for at, sheet in enumerate(definition.sheets):
        path = f"$.sheets[{at}]"
        for key in sorted({*(_named_on(sheet) - known), *(set(sheet.leaves_out) - _known(definition).keys())}):
            yield Found(path, tr("The sheet names “{key}”, which is no field.").format(key=key), SPELLING)
        hidden = {field.key for _, field in _fields(definition) if field.is_masked}
        if hidden & _stands_on(sheet, known) and sheet.leave.filled is not Leave.C:
            what = tr("A hidden field would stand on a sheet that may be left.")
            yield Found(path, what, tr("Name it in leaves_out, or make the filled sheet C."))
        if sheet.leave.filled < sheet.leave.blank:
            what = tr("A filled sheet cannot be freer than the blank one.")
            yield Found(path, what, tr("Raise the class of the filled sheet."))


def _stands_on(sheet: Sheet, every: set[str]) -> set[str]:
    chosen = {*sheet.shows, *(key for panel in sheet.panels for key in panel.fields)}
    return (chosen if chosen or sheet.cards or sheet.panels else every) - set(sheet.leaves_out)


def _named_on(sheet: Sheet) -> set[str]:
    panels = {key for panel in sheet.panels for key in panel.fields}
    return {*sheet.shows, *panels, *([sheet.tells] if sheet.tells else [])}


def _record(definition: Definition) -> Iterator[Found]:
    known = _known(definition)
    hidden = {field.key for _, field in _fields(definition) if field.is_masked}
    for path, line in _lines(definition):
        rows = known.get(line.each or "")
        if line.each and not isinstance(rows, Rows):
            yield Found(path, tr("“{key}” has no rows.").format(key=line.each), SPELLING)
            continue
        columns = {column.key for column in rows.columns} if isinstance(rows, Rows) else set()
        may = known.keys() | columns | _FAMILIAR | ({"row"} if columns else set())
        named = {name for text in (line.line, line.item) for name in PLACEHOLDER.findall(text)}
        for name in sorted(named - may):
            yield Found(path, tr("The record speaks of “{name}”, which is no field.").format(name=name), SPELLING)
        for name in sorted(named & hidden):
            yield Found(path, tr("“{name}” is hidden and must not go into the record.").format(name=name), SPELLING)


def _lines(definition: Definition) -> Iterator[tuple[str, Line]]:
    """Every line that is made of answers: the record's, and those that a field begins with."""
    yield from ((f"$.record[{at}]", line) for at, line in enumerate(definition.record))
    for path, field in _fields(definition):
        if isinstance(field, Long):
            yield from ((f"{path}.drafted[{at}]", line) for at, line in enumerate(field.drafted))


def _pictures(definition: Definition) -> Iterator[Found]:
    for path, name in _all_pictures(definition):
        if name and name not in known_pictures():
            what = tr("There is no picture “{name}”.").format(name=name)
            yield Found(path, what, tr("Use a name from resources/pictures/pictures.yaml."))


def _all_pictures(definition: Definition) -> Iterator[tuple[str, str]]:
    columns = [(path, column) for path, _, column in _columns(definition)]
    for path, field in [*_fields(definition), *columns]:
        yield path, field.picture
        if isinstance(field, (Pick, Multi)):
            yield from ((path, option.picture) for option in field.options)
        if isinstance(field, Rows):
            yield from ((path, row.picture) for row in field.each)
    for at, sheet in enumerate(definition.sheets):
        yield from ((f"$.sheets[{at}]", box.picture) for row in sheet.cards for box in row.boxes)
