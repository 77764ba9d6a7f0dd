"""The search index: which words each record and draft holds, words and names apart. Masked kinds never come here.

It holds no text, so it shows none and cannot be laid beside the records but by its digests (ADR 0016). Terms of an
older wording leave the index when its segments are merged; a purge merges them at once (ADR 0009).
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, Table, Text, UniqueConstraint

from db.tables.state import metadata

search_entry = Table(
    "search_entry",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    UniqueConstraint("entity", "source"),
    sqlite_strict=True,
)

PAGE = 3970
"""Bytes of an FTS5 page: with its row's head it just fits one page of a SQLCipher file (4096, of which 80 are taken).

FTS5's own 4050 fits a plain file alone; here each would spill into a second page, read and written with it.
"""

_NO_TEXT = "content='', contentless_delete=1"

# The kind is a column of the words' index, so that asking for one kind costs no look at the hits of all others. Parts
# of names are looked for among people alone: a visit saved again need not have its names taken apart.
INDEXES = [
    f"CREATE VIRTUAL TABLE search_words USING fts5(kind, names, words, {_NO_TEXT}, detail=column,"
    " tokenize='unicode61 remove_diacritics 2', prefix='2')",
    f"CREATE VIRTUAL TABLE search_names USING fts5(names, {_NO_TEXT}, tokenize='trigram remove_diacritics 1')",
    f"INSERT INTO search_words(search_words, rank) VALUES ('pgsz', {PAGE})",
    f"INSERT INTO search_names(search_names, rank) VALUES ('pgsz', {PAGE})",
]
