"""What every part of a tool's definition is made of: keys, short texts, and a class that knows its own words."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

KEY = r"^[a-z][a-z0-9_]{0,39}$"
Key: TypeAlias = Annotated[str, Meta(pattern=KEY)]
Path: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}(\.[a-z][a-z0-9_]{0,39})?$")]
"""A field, or a column of one: `people`, `people.feels`."""

Said: TypeAlias = Annotated[str, Meta(min_length=1, max_length=600)]
"""A short text in plain words."""


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a definition: a word that the grammar does not have is a fault."""
