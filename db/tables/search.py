"""The search index: the prose of each record and draft, words and names apart. Masked kinds never come here.

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

PAGE = 3970
"""Bytes of an FTS5 page: with its row's head it just fits one page of a SQLCipher file (4096, of which 80 are taken).

FTS5's own 4050 fits a plain file alone; here each would spill into a second page, read and written with it.
"""

_OLD = "VALUES ('delete', OLD.n, OLD.kind, OLD.names, OLD.words)"
_OLD_NAMES = "VALUES ('delete', OLD.n, OLD.names)"
_PERSON = "kind = 'person'"
_NAMES_DIFFER = "NEW.names <> OLD.names"
_TEXTS_DIFFER = f"{_NAMES_DIFFER} OR NEW.words <> OLD.words"

# The kind is a column of the words' index, so that asking for one kind costs no look at the hits of all others. Parts
# of names are looked for among people alone: a visit saved again need not have its names taken apart.
INDEXES = [
    "CREATE VIRTUAL TABLE search_words USING fts5(kind, names, words, content='search_text', content_rowid='n',"
    " tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    "CREATE VIRTUAL TABLE search_names USING fts5(names, content='search_text', content_rowid='n',"
    " tokenize='trigram remove_diacritics 1', columnsize=0)",
    f"INSERT INTO search_words(search_words, rank) VALUES ('pgsz', {PAGE})",
    f"INSERT INTO search_names(search_names, rank) VALUES ('pgsz', {PAGE})",
    "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN"
    " INSERT INTO search_words(rowid, kind, names, words) VALUES (NEW.n, NEW.kind, NEW.names, NEW.words); END",
    "CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN"
    f" INSERT INTO search_words(search_words, rowid, kind, names, words) {_OLD}; END",
    f"CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text WHEN {_TEXTS_DIFFER} BEGIN"
    f" INSERT INTO search_words(search_words, rowid, kind, names, words) {_OLD};"
    " INSERT INTO search_words(rowid, kind, names, words) VALUES (NEW.n, NEW.kind, NEW.names, NEW.words); END",
    f"CREATE TRIGGER search_name_added AFTER INSERT ON search_text WHEN NEW.{_PERSON} BEGIN"
    " INSERT INTO search_names(rowid, names) VALUES (NEW.n, NEW.names); END",
    f"CREATE TRIGGER search_name_removed AFTER DELETE ON search_text WHEN OLD.{_PERSON} BEGIN"
    f" INSERT INTO search_names(search_names, rowid, names) {_OLD_NAMES}; END",
    f"CREATE TRIGGER search_name_changed AFTER UPDATE ON search_text WHEN NEW.{_PERSON} AND {_NAMES_DIFFER} BEGIN"
    f" INSERT INTO search_names(search_names, rowid, names) {_OLD_NAMES};"
    " INSERT INTO search_names(rowid, names) VALUES (NEW.n, NEW.names); END",
]
