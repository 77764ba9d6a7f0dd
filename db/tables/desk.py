"""What lies on the desk: the one mutable draft of a record, and the vault's own few facts (device, format, clock)."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from db.tables.state import metadata

draft = Table(
    "draft",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("base", Text),
    Column("definition", Text),
    Column("schema", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    sqlite_strict=True,
)
meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)
