"""What goes in and out of the store: plain values, and nothing of the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Stored:
    """The latest state of one record. `n` is its place in the order of arrival on this laptop."""

    kind: str
    id: str
    rev: str
    schema: int
    body: dict[str, Any]
    at: str
    author: str
    n: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The one unsaved version of a record: its base, the shape of its body and, for answers, their definition."""

    id: str
    kind: str
    base: str | None
    definition: str | None
    body: dict[str, Any]
    schema: int = 1
    saved_at: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """What the search index may hold of a body: names, and other words."""

    names: str = ""
    words: str = ""
