"""Full-text search over the prose of records and drafts. Takes what a person types; never raises on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_UNSEARCHABLE = re.compile("[\x00\ud800-\udfff]")  # ends a text for SQLite, or cannot be handed to it at all
_LONGEST = 200  # what somebody pastes by mistake is not all looked for: a query has room for some hundred words
_MARKS = ("\ue000", "\ue001")


@dataclass(frozen=True, slots=True)
class Hit:
    """One record or draft that holds the words. `snippet` has the found words between U+E000 and U+E001."""

    kind: str
    id: str
    is_draft: bool
    snippet: str


def put(connection: Connection, *, entity: str, kind: str, source: str, names: str, words: str) -> None:
    """Make the index say what a record (`source` 'state') or its draft ('draft') says now; nothing takes it out."""
    if not names and not words:
        remove(connection, entity, source)
        return
    connection.exec_driver_sql(
        "INSERT INTO search_text (entity, source, kind, names, words) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (entity, source) DO UPDATE SET names = excluded.names, words = excluded.words",
        (entity, source, kind, names, words),
    )


def remove(connection: Connection, entity: str, source: str) -> None:
    """Take a record or draft out of the index."""
    connection.exec_driver_sql("DELETE FROM search_text WHERE entity = ? AND source = ?", (entity, source))


def find(connection: Connection, text: str, *, kinds: Sequence[str] = (), limit: int = 50) -> list[Hit]:
    """Records that hold every word typed, the last as a beginning, newest first; then names that contain the text."""
    text = _UNSEARCHABLE.sub(" ", text[:_LONGEST])
    words = _WORD.findall(text)
    if not words:
        return []
    found = _by_words(connection, words, kinds, limit)
    if len(found) < limit and len(text.strip()) >= 3:
        known = {(hit.id, hit.is_draft) for hit in found}
        by_name = _by_name(connection, text.strip(), kinds, limit - len(found))
        found += [hit for hit in by_name if (hit.id, hit.is_draft) not in known]
    return found


def _among(kinds: Sequence[str]) -> str:
    return f" AND kind : ({' OR '.join(_quoted(kind) for kind in kinds)})" if kinds else ""


# CROSS JOIN: the index is asked first and its hits are looked up, whatever the planner believes of the sizes.
def _by_words(connection: Connection, words: Sequence[str], kinds: Sequence[str], limit: int) -> list[Hit]:
    query = " ".join(map(_quoted, words)) + "*"
    return _run(
        connection,
        "SELECT t.kind, t.entity, t.source, snippet(search_words, 1, ?, ?, '…', 12),"
        " snippet(search_words, 0, ?, ?, '…', 12) FROM search_words"
        " CROSS JOIN search_text t ON t.n = search_words.rowid WHERE search_words MATCH ?"
        " ORDER BY search_words.rowid DESC LIMIT ?",
        (*_MARKS, *_MARKS, f"{{names words}} : ({query}){_among(kinds)}", limit),
    )


def _by_name(connection: Connection, text: str, kinds: Sequence[str], limit: int) -> list[Hit]:
    return _run(
        connection,
        "SELECT t.kind, t.entity, t.source, '', t.names FROM search_names"
        " CROSS JOIN search_text t ON t.n = search_names.rowid WHERE search_names MATCH ? LIMIT ?",
        (f"names : {_quoted(text)}{_among(kinds)}", limit),
    )


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _run(connection: Connection, statement: str, values: tuple[object, ...]) -> list[Hit]:
    rows = connection.exec_driver_sql(statement, values)
    return [
        Hit(kind, entity, source == "draft", words if _MARKS[0] in words else names)
        for kind, entity, source, words, names in rows
    ]
