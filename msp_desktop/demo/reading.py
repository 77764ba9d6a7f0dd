"""The situations as they are read from resources/demo, each fault named with file and line. Plays nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from msp_desktop import yaml_text
from msp_desktop.demo.days import Days
from msp_desktop.demo.given import Here, Somebody, Wrong, answer, wrong
from msp_desktop.demo.situation import Deed, Of, Situation, Step
from msp_desktop.errors import BadInput
from msp_desktop.tools.faults import Fault, Faulty, line_of, shape_fault
from msp_desktop.tools.fields import AnyField, Rows
from msp_desktop.tools.library import Library
from msp_desktop.tools.shape import Strict
from msp_desktop.tools.values import ID, ROW, checked
from msp_desktop.translation import tr
from msp_desktop.yaml_text import BadYaml, Listed

_ANY_DAY = Days(date(2026, 1, 5))
"""Which day it is decides nothing about whether a file can be used."""


class FaultySituation(Faulty):
    """A situation that cannot be played."""


@cache
def situations() -> tuple[Situation, ...]:
    """Every situation that comes with the program, by its number."""
    found = sorted(each.name for each in files("resources").joinpath("demo").iterdir() if each.name.endswith(".yaml"))
    return tuple(sorted(map(situation, found), key=lambda each: each.number))


@cache
def situation(name: str) -> Situation:
    """The situation in a file of that name."""
    return loaded(files("resources").joinpath("demo", name).read_text("utf-8"), file=name)


def loaded(text: str, *, file: str) -> Situation:
    """The situation in a text. Raises FaultySituation; `file` is how messages name it."""
    listed = _read(text, file)
    try:
        found = msgspec.convert(listed.value, Situation, strict=True)
    except msgspec.ValidationError as error:
        raise FaultySituation([shape_fault(str(error), listed.lines, file)]) from None
    if faults := [_fault(each, listed, file) for each in _all_wrong(found)]:
        raise FaultySituation(faults)
    return found


def _read(text: str, file: str) -> Listed:
    try:
        return yaml_text.read(text)
    except BadYaml as bad:
        raise FaultySituation([Fault(file, bad.line, str(bad), bad.remedy)]) from None


def _fault(found: Wrong, listed: Listed, file: str) -> Fault:
    if found.message:
        return shape_fault(found.message, listed.lines, file, at=found.path)
    what, remedy = tr("“{word}” is not known here."), tr("Check its spelling, or take it out.")
    return Fault(file, line_of(listed.lines, found.path), what.format(word=found.word), remedy)


def _all_wrong(told: Situation) -> Iterator[Wrong]:
    here = Here(_ANY_DAY, 0, lambda key: Somebody(str(told.people[key]["name"])))
    for path, body, fields in _recorded(told, Situation, "$"):
        yield from wrong(body, fields, path, here)
    for path, deed in _deeds(told, "$"):
        if isinstance(deed, Step):
            yield from _wrong_people(deed, told, path)
        if deed.tool:
            yield from _wrong_answers(deed, path, here)


def _wrong_people(step: Step, told: Situation, path: str) -> Iterator[Wrong]:
    for name, keys in (("came_in", step.came_in), ("left", (step.left,) if step.left else ())):
        yield from (Wrong(f"{path}.{name}", word=key) for key in keys if key not in told.people)


def _wrong_answers(deed: Deed, path: str, here: Here) -> Iterator[Wrong]:
    try:
        fields = {each.key: each for each in Library().tool(deed.tool).asked_fields}
    except BadInput:
        yield Wrong(f"{path}.tool", word=deed.tool)
        return
    for key, value in deed.answers.items():
        if key not in fields:
            yield Wrong(f"{path}.answers.{key}", word=key)
        else:
            yield from _misfits(fields[key], value, f"{path}.answers.{key}", here)


def _misfits(field: AnyField, value: object, path: str, here: Here) -> Iterator[Wrong]:
    """Where an answer does not fit its field; in rows, which column of which row."""
    if isinstance(field, Rows) and isinstance(value, list) and all(isinstance(row, dict) for row in value):
        columns: dict[str, AnyField] = {column.key: column for column in field.columns}
        named = {ROW, ID} if field.numbered else {ROW}
        for at, row in enumerate(value):
            for key, item in row.items():
                if key not in named and not (key in columns and _fits(columns[key], item, here)):
                    yield Wrong(f"{path}[{at}].{key}", word=str(item))
    elif not _fits(field, value, here):
        yield Wrong(path, word=field.key)


def _fits(field: AnyField, value: object, here: Here) -> bool:
    try:
        return checked(field, answer(field, value, here)) is not None
    except (BadInput, KeyError):
        return False


def _recorded(value: object, hint: Any, path: str) -> Iterator[tuple[str, type, dict[str, Any]]]:  # noqa: ANN401
    """Every mapping that gives fields of a recorded body: its path, the body, the fields."""
    marked = next((mark for mark in get_args(hint) if isinstance(mark, Of)), None)
    if marked is not None and isinstance(value, dict):
        yield path, marked.body, value
    elif isinstance(value, Strict):
        for name, inner in _hints(type(value)).items():
            yield from _recorded(getattr(value, name), inner, f"{path}.{name}")
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _recorded(item, type(item), f"{path}[{at}]")
    elif isinstance(value, dict) and get_origin(hint) is dict:
        for key, item in value.items():
            yield from _recorded(item, get_args(hint)[1], f"{path}.{key}")


@cache
def _hints(told: type[Strict]) -> dict[str, Any]:
    return get_type_hints(told, include_extras=True)


def _deeds(value: object, path: str) -> Iterator[tuple[str, Deed]]:
    if isinstance(value, Deed):
        yield path, value
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _deeds(item, f"{path}[{at}]")
    elif isinstance(value, Strict):
        for name in value.__struct_fields__:
            yield from _deeds(getattr(value, name), f"{path}.{name}")
