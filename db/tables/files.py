"""Photos and other files: what is known of them, the key of each sealed file, and small pictures of large ones."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table, Text

from db.tables.state import metadata, state

attachment = state("attachment", columns={"person": "$.person", "visit": "$.visit"}, indexed=[("person",), ("visit",)])
# The key is no part of the body: a body travels to the council and stays in history, a key does neither.
file_key = Table(
    "file_key",
    metadata,
    Column("file", Text, primary_key=True),
    Column("attachment", Text, nullable=False, index=True),
    Column("key", LargeBinary, nullable=False),
    sqlite_strict=True,
)
thumbnail = Table(
    "thumbnail",
    metadata,
    Column("attachment", Text, primary_key=True),
    Column("image", LargeBinary, nullable=False),
    sqlite_strict=True,
)
