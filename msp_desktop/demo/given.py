"""What a situation's file gives for a recorded body: checked where the file is read, and made ready to be recorded.

A whole number where a day is wanted counts working days from today; a time where a moment is wanted is local, on the
day at hand; somebody is named by their key among the people of the situation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec import Meta

from msp_desktop.demo.days import Days
from msp_desktop.demo.situation import Fields
from msp_desktop.practice.codes import CodeSet
from msp_desktop.record.action import Action
from msp_desktop.record.ids import RecordId
from msp_desktop.record.marks import Day, Instant
from msp_desktop.record.private_contact import AskedOut, Supporter
from msp_desktop.record.shape import Part, parts
from msp_desktop.record.times import instant
from msp_desktop.tools import fields as tools
from msp_desktop.tools.fields import AnyField, Rows

_DAY, _MOMENT = (next(mark for mark in get_args(kind) if isinstance(mark, Meta)) for kind in (Day, Instant))
_WHO = {AskedOut: ("who", "name"), Supporter: ("who", "name"), Action: ("who_id", "who")}
"""Where a body tells who somebody is by an id, and where by name."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """One of the people around: their name, and the id of their record once there is one."""

    name: str
    id: RecordId | None = None


Finder = Callable[[str], Somebody]
"""Finds one of the people by key; raises KeyError."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong at a path of the file: a word that the body does not have, or a value that does not fit."""

    path: str
    word: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """The day at hand, and the people, for what a file gives."""

    days: Days
    day: int
    who: Finder

    def values(self, body: type, fields: Fields) -> dict[str, Any]:
        """The given fields of a body as it keeps them. Raises msgspec.ValidationError or KeyError."""
        hints, ready = _hints(body), self._ready(body, fields)
        return {name: msgspec.convert(value, hints[name], strict=True) for name, value in ready.items()}

    def _ready(self, body: type, fields: Mapping[str, Any]) -> dict[str, Any]:
        known = {part.name: part for part in parts(body)}
        ready = {name: self._value(known[name], value) for name, value in fields.items()}
        id_part, name_part = _WHO.get(body, ("", ""))
        if id_part in ready:
            found = self.who(ready.pop(id_part))
            ready |= {name_part: found.name, **({id_part: found.id} if found.id else {})}
        return ready

    def _value(self, part: Part, value: Any) -> Any:  # noqa: ANN401 - any YAML value
        if isinstance(value, list):
            return [self._value(part, item) for item in value]
        if part.body is not None and isinstance(value, Mapping):
            return self._ready(part.body, value)
        pattern = mark.pattern if (mark := part.mark(Meta)) else None
        if pattern == _DAY.pattern and type(value) is int:
            return self.days.day(value).isoformat()
        if pattern == _MOMENT.pattern and isinstance(value, str):
            return instant(self.days.moment(self.day, value))
        return value


def answer(field: AnyField, value: Any, here: Here) -> Any:  # noqa: ANN401 - any YAML value
    """What a file gives for a field of a tool, as the field takes it. Raises KeyError for an unknown somebody."""
    if isinstance(value, list):
        return [answer(field, item, here) for item in value]
    if isinstance(field, Rows) and isinstance(value, Mapping):
        columns = {column.key: column for column in field.columns}
        return {key: answer(columns[key], item, here) if key in columns else item for key, item in value.items()}
    if isinstance(field, tools.Day) and type(value) is int:
        return here.days.day(value).isoformat()
    if isinstance(field, tools.When) and isinstance(value, Mapping):
        return {key: here.days.day(part).isoformat() if type(part) is int else part for key, part in value.items()}
    if isinstance(field, (tools.Person, tools.People)) and isinstance(value, Mapping) and set(value) == {"who"}:
        found = here.who(str(value["who"]))
        return {"name": found.name, **({"id": found.id} if found.id else {})}
    return value


def wrong(body: type, fields: Fields, path: str, here: Here) -> Iterator[Wrong]:
    """What is wrong with the fields that a file gives for a body, which stand at `path`."""
    found = list(_wrong_parts(body, fields, path))
    yield from found
    if not found:
        try:
            here.values(body, fields)
        except msgspec.ValidationError as error:
            yield Wrong(path, message=str(error))
        except KeyError as error:
            yield Wrong(path, word=str(error.args[0]))


def _wrong_parts(body: type, fields: Mapping[str, Any], path: str) -> Iterator[Wrong]:
    known = {part.name: part for part in parts(body)}
    for name, value in fields.items():
        here, part = f"{path}.{name}", known.get(name)
        if part is None:
            yield Wrong(here, word=name)
            continue
        items = [(f"{here}[{at}]", item) for at, item in enumerate(value)] if isinstance(value, list) else []
        for place, item in items or [(here, value)]:
            if part.body is not None and isinstance(item, Mapping):
                yield from _wrong_parts(part.body, item, place)
            elif isinstance(item, str) and (codes := part.mark(CodeSet)) and item not in codes:
                yield Wrong(place, word=item)


@cache
def _hints(body: type) -> dict[str, Any]:
    return get_type_hints(body, include_extras=True)
