"""Full-text search over the prose of records and drafts. Takes what a person types; never raises on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.engine import Run

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
    """Records that hold every word typed, the last as a beginning, newest first; then names that contain the text."""
    text = _UNSEARCHABLE.sub(" ", text[:_LONGEST])
    words = _WORD.findall(text)
    if not words:
        return []
    among = _among(kinds)
    found = _by_words(run, words, among, limit)
    if len(found) < limit and len(text.strip()) >= 3:
        known = {(hit.id, hit.is_draft) for hit in found}
        by_name = _by_name(run, text.strip(), among, limit - len(found))
        found += [hit for hit in by_name if (hit.id, hit.is_draft) not in known]
    return found


def _among(kinds: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    return (f" AND t.kind IN ({','.join('?' * len(kinds))})", tuple(kinds)) if kinds else ("", ())


# CROSS JOIN: the index is asked first and its hits are looked up, whatever the planner believes of the sizes.
def _by_words(run: Run, words: Sequence[str], among: tuple[str, tuple[str, ...]], limit: int) -> list[Hit]:
    query = " ".join(f'"{word}"' for word in words) + "*"
    rows = run(
        "SELECT t.kind, t.entity, t.source, snippet(search_words, -1, ?, ?, '…', 12) FROM search_words"
        f" CROSS JOIN search_text t ON t.n = search_words.rowid WHERE search_words MATCH ?{among[0]}"
        " ORDER BY search_words.rowid DESC LIMIT ?",
        (*_MARKS, query, *among[1], limit),
    )
    return _hits(rows)


def _by_name(run: Run, text: str, among: tuple[str, tuple[str, ...]], limit: int) -> list[Hit]:
    quoted = '"' + text.replace('"', '""') + '"'
    rows = run(
        "SELECT t.kind, t.entity, t.source, t.names FROM search_names"
        f" CROSS JOIN search_text t ON t.n = search_names.rowid WHERE search_names MATCH ?{among[0]} LIMIT ?",
        (quoted, *among[1], limit),
    )
    return _hits(rows)


def _hits(rows: Iterable[tuple[str, str, str, str]]) -> list[Hit]:
    return [Hit(kind, entity, source == "draft", text) for kind, entity, source, text in rows]
