"""What a plain value in a body means: a name, prose, a day, a moment. Search, checks and JSON Schema are
derived from it.

Closed lists of codes are marked with their CodeSet: `Annotated[str, codes.visit.PLACE]`.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from msgspec import Meta

NAME_LENGTH = 300
TEXT_LENGTH = 5 * 1024 * 1024


class Searched(Enum):
    """Which part of the search index a text goes to; a text without this mark is not searched."""

    NAME = "name"
    WORDS = "words"


Name = Annotated[str, Meta(max_length=NAME_LENGTH), Searched.NAME]
"""A name or number a person is looked up by; at most 300 characters."""

Label = Annotated[str, Meta(max_length=NAME_LENGTH)]
"""A short text that is not searched."""

Words = Annotated[str, Meta(max_length=TEXT_LENGTH), Searched.WORDS]
"""Free words; at most 5 Mi characters."""

Secret = Annotated[str, Meta(max_length=TEXT_LENGTH)]
"""Words of a masked kind: never searched, listed, quoted or put into a note."""


class Calendar(Enum):
    """A text that names a day; its form alone cannot tell the 30th of February."""

    DATED = "dated"


Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$"), Calendar.DATED]
"""A local calendar day, ISO 8601."""

Instant = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$"), Calendar.DATED]
"""A moment in UTC, ISO 8601 with Z."""


class Clock(Enum):
    """Which clock a moment is shown on."""

    LOCAL = "local"


Zone = Annotated[str, Meta(max_length=NAME_LENGTH), Clock.LOCAL]
"""The IANA name of a local time, such as Europe/London."""

Score = Annotated[int, Meta(ge=0, le=10)]
"""A place on a scale from 0 to 10 that the person, or the worker about their own work, chose."""

Given = Annotated[Any, Searched.WORDS]
"""A value whose shape its own definition tells: str, int, bool, None, lists and dicts of these; every text is
searched.
"""
