"""Photos and other files: what is known of them, and for each file its key, or the file itself where it is small."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, LargeBinary, Table, Text

from db.tables.state import metadata, state

attachment = state("attachment", columns={"person": "$.person", "visit": "$.visit"}, indexed=[("person",), ("visit",)])
# The key is no part of the body: a body travels to the council and stays in history, a key does neither.
attachment_file = Table(
    "attachment_file",
    metadata,
    Column("file", Text, primary_key=True),
    Column("attachment", Text, nullable=False, index=True),
    Column("key", LargeBinary),
    Column("data", LargeBinary),
    Column("thumbnail", LargeBinary),
    CheckConstraint("(key IS NULL) <> (data IS NULL)"),
    sqlite_strict=True,
)
