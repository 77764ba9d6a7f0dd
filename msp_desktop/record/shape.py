"""How bodies are built, read from their type hints once, and the plain values inside a body with what they
mean.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Annotated, Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

M = TypeVar("M")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a body: its name, the marks on it, and the body inside it where there is one."""

    name: str
    marks: tuple[object, ...]
    body: type | None

    def mark(self, family: type[M] | tuple[type[M], ...]) -> M | None:
        """The first mark of a family, or of several, None without one."""
        return next((mark for mark in self.marks if isinstance(mark, family)), None)


@cache
def parts(body: type) -> tuple[Part, ...]:
    """The fields of a body's dataclass in order."""
    hints = get_type_hints(body, include_extras=True)
    return tuple(_part(field.name, hints[field.name]) for field in fields(body))


def leaves(body: type, data: Mapping[str, Any], *families: type[M]) -> list[tuple[M, Any]]:
    """Every plain value in a body given as a dict that carries a mark of these families, with the first such mark."""
    found: list[tuple[M, Any]] = []
    for name, mark, inside in _ways(body, families):
        value = data.get(name)
        if value is None:
            continue
        for item in value if inside and isinstance(value, (list, tuple)) else (value,):
            if inside and isinstance(item, dict):
                found += leaves(inside, item, *families)
            elif mark is not None and item is not None:
                found.append((mark, item))
    return found


@cache
def _ways(body: type, families: tuple[type[Any], ...]) -> tuple[tuple[str, Any, type | None], ...]:
    """The fields of a body that carry a mark of these families or have a body inside: name, mark, inner body."""
    found = ((part.name, part.mark(families), part.body) for part in parts(body))
    return tuple(way for way in found if way[1] is not None or way[2] is not None)


def inner_bodies(body: type) -> set[type]:
    """The body's dataclass and every one inside it."""
    inside = {part.body for part in parts(body) if part.body}
    return {body}.union(*(inner_bodies(each) for each in inside))


def strangers(body: type, data: Mapping[str, Any]) -> set[str]:
    """Names in a body that its dataclass does not know; reading and saving such a body would lose them."""
    known = {part.name: part for part in parts(body)}
    found = set(data) - set(known)
    for name in set(data) & set(known):
        inner, value = known[name].body, data[name]
        for item in value if isinstance(value, (list, tuple)) else (value,):
            if inner and isinstance(item, Mapping):
                found |= strangers(inner, item)
    return found


def plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower name
    """A body as dicts, lists and plain values. A field that holds its default is left out.

    Every default is an absence (None, "", (), False), so what a stored body means never hangs on a default
    that may change later; a test holds that.
    """
    if value is None or isinstance(value, (str, int, bool)):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        names, defaults, values_of = _fields(type(value))
        return {
            name: item if type(item) is str else plain(item)
            for name, default, item in zip(names, defaults, values_of(value), strict=True)
            # False equals 0 and would drop it, so the types must agree too.
            if item is not default and (item != default or type(item) is not type(default))
        }
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    raise TypeError(f"a body holds no {type(value).__name__}")


@cache
def _fields(body: type[Any]) -> tuple[tuple[str, ...], tuple[object, ...], Callable[[object], tuple[Any, ...]]]:
    """Names and defaults of the fields, and what reads all their values at once."""
    names = tuple(field.name for field in fields(body))
    return names, tuple(field.default for field in fields(body)), _reader(names)


def _reader(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda value: (read(value),)


def built(body: type[T], data: Mapping[str, Any]) -> T:
    """A body from plain values with nothing checked: a draft may hold what is not fit to save yet.

    Raises TypeError where a name is missing or not known.
    """
    hints = get_type_hints(body)
    return body(**{name: _loose(hints.get(name, object), value) for name, value in data.items()})


def _loose(hint: object, value: Any) -> Any:  # noqa: ANN401 - any JSON value
    inside, origin = get_args(hint), get_origin(hint)
    if origin in (Union, UnionType):
        return _loose(next(each for each in inside if each is not type(None)), value)
    if origin is tuple and isinstance(value, list):
        return tuple(_loose(inside[0], item) for item in value)
    if isinstance(hint, type) and is_dataclass(hint) and isinstance(value, Mapping):
        return built(hint, value)
    return value


def _part(name: str, hint: object) -> Part:
    marks: list[object] = []
    while True:
        origin, inside = get_origin(hint), get_args(hint)
        if origin is Annotated:
            hint, *metadata = inside
            marks += metadata
        elif origin in (Union, UnionType):
            hint = next(each for each in inside if each is not type(None))
        elif origin is tuple:
            hint = inside[0]
        elif isinstance(hint, NewType):
            hint = hint.__supertype__
        else:
            return Part(name, tuple(marks), hint if isinstance(hint, type) and is_dataclass(hint) else None)
