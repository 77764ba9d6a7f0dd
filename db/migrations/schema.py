"""The tables of today's format, whole: what a new vault gets and what every migrated vault must equal."""

from __future__ import annotations

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from db.tables import KINDS, guards, metadata
from db.tables.history import GUARDS
from db.tables.search import INDEXES


def statements() -> list[str]:
    """Every statement that makes an empty vault of today's format, in order."""
    dialect = sqlite.dialect()
    tables = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    indexes = sorted(
        str(CreateIndex(index).compile(dialect=dialect)) for table in metadata.sorted_tables for index in table.indexes
    )
    triggers = [trigger for kind in KINDS for trigger in guards(kind)]
    return [" ".join(line.split()) for line in (*tables, *indexes, *INDEXES, *GUARDS, *triggers)]
