"""Full-text search over the prose of records and drafts. Takes what a person types; never raises on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.engine import Run

PERSON = "person"
"""The kind that is found by any part of a name or number, too."""

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_UNSEARCHABLE = re.compile("[\x00\ud800-\udfff]")  # ends a text for SQLite, or cannot be handed to it at all
_LONGEST = 200  # what somebody pastes by mistake is not all looked for: a query has room for some hundred words


@dataclass(frozen=True, slots=True)
class Hit:
    """One record or draft that holds the words. Which of them may be shown is not known here."""

    kind: str
    id: str
    is_draft: bool


def put(run: Run, *, entity: str, kind: str, source: str, names: str, words: str) -> None:
    """Make the index say what a record (`source` 'state') or its draft ('draft') says now; nothing takes it out."""
    if not names and not words:
        remove(run, entity, source)
        return
    run(
        "INSERT INTO search_text (entity, source, kind, names, words) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (entity, source) DO UPDATE SET names = excluded.names, words = excluded.words",
        (entity, source, kind, names, words),
    )


def remove(run: Run, entity: str, source: str) -> None:
    """Take a record or draft out of the index."""
    run("DELETE FROM search_text WHERE entity = ? AND source = ?", (entity, source))


def find(run: Run, text: str, *, kinds: Sequence[str] = (), limit: int = 50) -> list[Hit]:
    """Records that hold every word typed, the last as a beginning, newest first; then people by any part of a name."""
    text = _UNSEARCHABLE.sub(" ", text[:_LONGEST])
    words = _WORD.findall(text)
    if not words:
        return []
    found = _by_words(run, words, kinds, limit)
    if len(found) < limit and len(text.strip()) >= 3 and (not kinds or PERSON in kinds):
        by_name = _by_name(run, text.strip(), limit)
        found += [hit for hit in by_name if hit not in found][: limit - len(found)]
    return found


# CROSS JOIN: the index is asked first and its hits are looked up, whatever the planner believes of the sizes.
def _by_words(run: Run, words: Sequence[str], kinds: Sequence[str], limit: int) -> list[Hit]:
    query = "{names words} : (" + " ".join(f'"{word}"' for word in words) + "*)"
    if kinds:
        query += " AND kind : (" + " OR ".join(f'"{kind}"' for kind in kinds) + ")"
    return _run(run, "search_words", "ORDER BY search_words.rowid DESC LIMIT ?", (query, limit))


def _by_name(run: Run, text: str, limit: int) -> list[Hit]:
    return _run(run, "search_names", "LIMIT ?", ('"' + text.replace('"', '""') + '"', limit))


def _run(run: Run, index: str, rest: str, values: tuple[object, ...]) -> list[Hit]:
    rows = run(
        f"SELECT t.kind, t.entity, t.source FROM {index} CROSS JOIN search_text t ON t.n = {index}.rowid"
        f" WHERE {index} MATCH ? {rest}",
        values,
    )
    return [Hit(kind, entity, source == "draft") for kind, entity, source in rows]
