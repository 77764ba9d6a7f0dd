"""A body of any kind with something in every field, every free text of it from the hand of the test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Annotated, Any, NewType, Union, get_args, get_origin, get_type_hints

from msgspec import Meta

from msp_desktop.practice.codes import CodeSet
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Clock

Text = Callable[[int], str]
"""Gives a text of at most so many characters."""

DAY, MOMENT, ZONE = "2026-10-14", "2026-10-14T09:05:00.000Z", "Europe/London"


def filled(kind: Kind[Any], text: Text) -> dict[str, Any]:
    """The body as plain data, as it is stored; not deleted, since then no list and no search would have it."""
    return _body(kind.body, text)


def _body(body: type, text: Text) -> dict[str, Any]:
    hints = get_type_hints(body, include_extras=True)
    return {field.name: _value(hints[field.name], (), text) for field in fields(body) if field.name != "deleted"}


def _value(hint: Any, marks: tuple[object, ...], text: Text) -> Any:  # noqa: ANN401  hints and JSON have no types
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _value(inside[0], (*marks, *inside[1:]), text)
    if origin in (Union, UnionType):
        return _value(next(each for each in inside if each is not type(None)), marks, text)
    if origin is tuple:
        return [_value(inside[0], marks, text)]
    if isinstance(hint, NewType):
        return "an-id"
    if isinstance(hint, type) and is_dataclass(hint):
        return _body(hint, text)
    return _plain(hint, marks, text)


def _plain(hint: Any, marks: tuple[object, ...], text: Text) -> Any:  # noqa: ANN401
    codes = next((mark for mark in marks if isinstance(mark, CodeSet)), None)
    meta = next((mark for mark in marks if isinstance(mark, Meta)), Meta())
    if hint is Any:
        return [text(1000), {"words": text(1000), "count": 3, "sure": False, "none": None}]
    if hint is not str:
        return True if hint is bool else meta.ge or 1
    if codes is not None:
        return next(iter(codes))
    if Clock.LOCAL in marks:
        return ZONE
    if meta.pattern:
        return MOMENT if "T" in meta.pattern else DAY
    return text(meta.max_length) if meta.max_length else "plain"
