"""Which revisions went into which bundle, and what the council said of it."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, Table, Text

from db.tables.state import metadata

bundle = Table(
    "bundle",
    metadata,
    Column("epoch", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("chain_n", Integer, nullable=False),
    Column("chain_head", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("council", Text, nullable=False),
    Column("digest", Text, nullable=False, server_default=""),
    Column("size", Integer, nullable=False, server_default="0"),
    Column("told_at", Text, nullable=False, server_default=""),
    Column("reissues", Text, nullable=False, server_default="[]"),
    sqlite_strict=True,
)
packed = Table(
    "packed",
    metadata,
    Column("revision", Integer, primary_key=True),
    Column("epoch", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    ForeignKeyConstraint(["epoch", "seq"], ["bundle.epoch", "bundle.seq"]),
    sqlite_strict=True,
)
Index("packed_by_bundle", packed.c.epoch, packed.c.seq, packed.c.revision)
