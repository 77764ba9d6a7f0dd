"""The record of truth: revisions that never change, chained by hash; their bodies, which only a purge may take."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from db.tables.state import metadata

revision = Table(
    "revision",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("parents", Text, nullable=False),
    Column("hlc", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
    sqlite_strict=True,
)
Index("revision_by_entity", revision.c.entity, revision.c.id, unique=True)

revision_body = Table(
    "revision_body",
    metadata,
    Column("n", Integer, ForeignKey("revision.n"), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_strict=True,
)
purge = Table(
    "purge",
    metadata,
    Column("n", Integer, ForeignKey("revision.n"), primary_key=True),
    Column("receipt", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("at", Text, nullable=False),
    sqlite_strict=True,
)

GUARDS = [
    "CREATE TRIGGER revision_unchanged BEFORE UPDATE ON revision"
    " BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END",
    "CREATE TRIGGER revision_kept BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'a revision is kept'); END",
    "CREATE TRIGGER revision_body_unchanged BEFORE UPDATE ON revision_body"
    " BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END",
    "CREATE TRIGGER revision_body_kept BEFORE DELETE ON revision_body"
    " WHEN NOT EXISTS (SELECT 1 FROM purge WHERE purge.n = OLD.n)"
    " BEGIN SELECT RAISE(ABORT, 'a body goes only with a purge that names its receipt'); END",
]
