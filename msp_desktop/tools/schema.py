"""The JSON Schema of a tool's file, as a person writes it, for editors that know JSON Schema. Derived, never edited.

The classes say what a definition is once it is read; a file names things by a key in front, and `loading` reads that.
"""

from __future__ import annotations

from typing import Any

import msgspec

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.loading import KEYED
from msp_desktop.tools.shape import KEY

ABOUT = "https://json-schema.org/draft/2020-12/schema"
_NOT_WRITTEN = ("source", "is_ours")
_MAY_BE_WORDS = ("record", "drafted")


def schema() -> dict[str, Any]:
    """The whole schema."""
    found = msgspec.json.schema(Definition)
    named = found["$defs"]
    for name in _NOT_WRITTEN:
        named["Definition"]["properties"].pop(name)
    for part in list(named.values()):
        for name, inside in part.get("properties", {}).items():
            if name in KEYED and (parts := _parts_in(inside)):
                part["properties"][name] = _keyed(inside["items"], KEYED[name], [named[each] for each in parts])
            elif name in _MAY_BE_WORDS:
                inside["items"] = {"anyOf": [{"type": "string", "minLength": 1}, inside["items"]]}
    return {"$schema": ABOUT, "title": "A tool of MSP Desktop", **found}


def _parts_in(inside: dict[str, Any]) -> list[str]:
    """The classes that a list holds; none for a list of words."""
    items = inside.get("items", {})
    refs = [each["$ref"] for each in items.get("anyOf", [items]) if "$ref" in each]
    return [ref.rpartition("/")[2] for ref in refs]


def _keyed(items: dict[str, Any], key: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    """A list of parts as a file has it: each part under its key, which then does not stand inside it."""
    pattern: dict[str, Any] = {"pattern": KEY}
    for part in parts:
        part["properties"].pop(key, None)
        part["required"] = [name for name in part["required"] if name != key]
    # An option or a fixed row may be its label alone.
    one = {"anyOf": [{"type": "string", "minLength": 1}, items]} if key == "code" else items
    return {"type": "object", "propertyNames": pattern, "additionalProperties": one}
