"""The search index: the prose of each record and draft, words and names apart. Masked kinds never come here.

The kind of record is a column of the indexes too, so that a search among people does not walk all visits.
Terms of an older wording leave the index when its segments are merged; a purge merges them at once (ADR 0009).
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint

from db.tables.state import metadata

search_text = Table(
    "search_text",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("words", Text, nullable=False),
    UniqueConstraint("entity", "source"),
    sqlite_strict=True,
)

_OLD = "VALUES ('delete', OLD.n, OLD.names, OLD.words, OLD.kind)"
_OLD_NAMES = "VALUES ('delete', OLD.n, OLD.names, OLD.kind)"
_PUT_IN = (
    " INSERT INTO search_words(rowid, names, words, kind) VALUES (NEW.n, NEW.names, NEW.words, NEW.kind);"
    " INSERT INTO search_names(rowid, names, kind) VALUES (NEW.n, NEW.names, NEW.kind);"
)
_TAKE_OUT = (
    f" INSERT INTO search_words(search_words, rowid, names, words, kind) {_OLD};"
    f" INSERT INTO search_names(search_names, rowid, names, kind) {_OLD_NAMES};"
)

INDEXES = [
    "CREATE VIRTUAL TABLE search_words USING fts5(names, words, kind, content='search_text', content_rowid='n',"
    " tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    "CREATE VIRTUAL TABLE search_names USING fts5(names, kind, content='search_text', content_rowid='n',"
    " tokenize='trigram remove_diacritics 1')",
    f"CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN{_PUT_IN} END",
    f"CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN{_TAKE_OUT} END",
    f"CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN{_TAKE_OUT}{_PUT_IN} END",
]
