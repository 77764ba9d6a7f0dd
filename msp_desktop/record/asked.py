"""What the record needs to know of a tool's definition, and no more; the tools room has the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class AskedField(Protocol):
    """One field: `makes` is what finishing creates of it, see `making`; masked values are kept apart."""

    @property
    def key(self) -> str: ...
    @property
    def makes(self) -> str | None: ...
    @property
    def is_masked(self) -> bool: ...


class Asked(Protocol):
    """One version of one definition. `source` is its text, word for word."""

    @property
    def key(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def asked_fields(self) -> Iterable[AskedField]: ...
