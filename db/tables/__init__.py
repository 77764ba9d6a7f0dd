"""The tables of the vault, one module per thing recorded. Importing this package knows them all."""

from db.tables import desk, files, history, journal, outbox, outcomes, people, search, tools, visits
from db.tables.state import KINDS, guards, metadata

__all__ = [
    "KINDS",
    "desk",
    "files",
    "guards",
    "history",
    "journal",
    "metadata",
    "outbox",
    "outcomes",
    "people",
    "search",
    "tools",
    "visits",
]
