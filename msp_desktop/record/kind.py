"""What a kind of record is: its body, the number of that body's shape, and how older shapes become today's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

import msgspec

from db.store import Prose
from msp_desktop.errors import Damaged, NewerFormat
from msp_desktop.practice.codes import CodeSet
from msp_desktop.record.marks import Searched
from msp_desktop.record.shape import built, inner_bodies, leaves, parts, plain, strangers
from msp_desktop.translation import tr

B = TypeVar("B")
Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

_NEWER = tr(
    "This record was written by a newer version of the program. Nothing was changed. Install the newer version."
)
_UNREADABLE = tr(
    "A record does not read back as it was written. Nothing was changed. Run a check, or restore a backup."
)


@dataclass(frozen=True, eq=False)
class Kind(Generic[B]):
    """One kind of record.

    `upcasters[n]` turns a body of shape n into shape n + 1, purely, never the dict it got.
    """

    name: str
    body: type[B]
    schema: int = 1
    masked: bool = False
    upcasters: Mapping[int, Upcaster] = field(default_factory=dict)

    def decode(self, data: Mapping[str, Any], *, schema: int) -> B:
        """The body of any shape up to today's.

        Raises NewerFormat for a later one, Damaged for one that does not fit.
        """
        today = self.upcast(dict(data), schema=schema)
        try:
            found = msgspec.convert(today, self.body, strict=True)
        except msgspec.ValidationError:
            raise Damaged(_UNREADABLE) from None
        if strangers(self.body, today):
            raise Damaged(_UNREADABLE)
        return found

    def decode_draft(self, data: Mapping[str, Any], *, schema: int) -> B:
        """The body of a draft, which may hold what no save would take, such as a name that is too long.

        Raises as `decode` does, but only where the shape itself does not fit.
        """
        try:
            return built(self.body, self.upcast(dict(data), schema=schema))
        except TypeError:
            raise Damaged(_UNREADABLE) from None

    def upcast(self, data: dict[str, Any], *, schema: int) -> dict[str, Any]:
        """A stored body in today's shape. Raises NewerFormat for a later one."""
        if schema > self.schema:
            raise NewerFormat(_NEWER)
        for version in range(schema, self.schema):
            data = self.upcasters[version](data)
        return data

    def encode(self, body: B) -> dict[str, Any]:
        """The body as it is stored: see `shape.plain`."""
        encoded: dict[str, Any] = plain(body)
        return encoded

    def prose(self, data: Mapping[str, Any]) -> Prose:
        """What search may know of a body, stored or draft; nothing of a masked kind or a deleted record."""
        found: dict[Searched, list[str]] = {Searched.NAME: [], Searched.WORDS: []}
        if not self.masked and "deleted" not in data:
            for mark, value in leaves(self.body, data, Searched):
                found[mark] += texts(value)
        return Prose("\n".join(found[Searched.NAME]), "\n".join(found[Searched.WORDS]))

    @cached_property
    def json_schema(self) -> dict[str, Any]:
        """JSON Schema 2020-12 of the stored body, its closed lists of codes included."""
        made = msgspec.json.schema(self.body)
        for body in inner_bodies(self.body):
            _add_codes(made["$defs"][body.__name__]["properties"], body)
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": self.name, **made}


def texts(value: object) -> Iterable[str]:
    """Every text in a plain value, however deep."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, Mapping):
        return texts(list(value.values()))
    inside = value if isinstance(value, (list, tuple)) else ()
    return [text for item in inside for text in texts(item)]


def _add_codes(properties: dict[str, Any], body: type) -> None:
    for part in parts(body):
        if code_set := part.mark(CodeSet):
            place = properties[part.name]
            place = place.get("items", place)
            for option in place.get("anyOf", [place]):
                if option.get("type") == "string":
                    option["enum"] = list(code_set)
