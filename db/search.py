"""Full-text search over the prose of records and drafts. Takes what a person types; never raises on it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.engine import Run

PERSON = "person"
"""The kind that is found by any part of a name or number, too."""

# The last are letters to Python and none to SQLite: they would part a word, and the index knows no parts in a row.
_WORD = re.compile(r"[^\W_\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]+", re.UNICODE)
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
    known, digest = _known(run, entity, source), _digest_of(names, words)
    if known and known[1] == digest:
        return
    n = _renewed(run, known[0], digest) if known else _added(run, (entity, source, kind, digest))
    run("INSERT INTO search_words (rowid, kind, names, words) VALUES (?, ?, ?, ?)", (n, kind, names, words))
    if kind == PERSON:
        run("INSERT INTO search_names (rowid, names) VALUES (?, ?)", (n, names))


def says(run: Run, *, entity: str, source: str, names: str, words: str) -> bool:
    """Whether a record or draft is in the index as it is worded now, and not there when it has no words."""
    known = _known(run, entity, source)
    return known[1] == _digest_of(names, words) if known else not names and not words


def remove(run: Run, entity: str, source: str) -> None:
    """Take a record or draft out of the index."""
    gone = run("DELETE FROM search_entry WHERE entity = ? AND source = ? RETURNING n", (entity, source)).fetchone()
    if gone:
        _forget(run, gone[0])


def clear(run: Run, kind: str) -> None:
    """Take all records of a kind out of the index, to put them in again; drafts stay."""
    gone = run("DELETE FROM search_entry WHERE kind = ? AND source = 'state' RETURNING n", (kind,)).fetchall()
    for (n,) in gone:
        _forget(run, n)


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


def _known(run: Run, entity: str, source: str) -> tuple[int, bytes] | None:
    found = run("SELECT n, digest FROM search_entry WHERE entity = ? AND source = ?", (entity, source)).fetchone()
    return (found[0], found[1]) if found else None


def _digest_of(names: str, words: str) -> bytes:
    # Tells one wording from another, in whatever order its lines come: the index knows neither text nor order.
    told = "\0".join("\n".join(sorted(part.splitlines())) for part in (names, words))
    return hashlib.sha256(told.encode()).digest()


def _added(run: Run, entry: tuple[str, str, str, bytes]) -> int:
    added = run("INSERT INTO search_entry (entity, source, kind, digest) VALUES (?, ?, ?, ?) RETURNING n", entry)
    return int(added.fetchone()[0])


def _renewed(run: Run, n: int, digest: bytes) -> int:
    run("UPDATE search_entry SET digest = ? WHERE n = ?", (digest, n))
    _forget(run, n)
    return n


def _forget(run: Run, n: int) -> None:
    run("DELETE FROM search_words WHERE rowid = ?", (n,))
    run("DELETE FROM search_names WHERE rowid = ?", (n,))


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
        f"SELECT t.kind, t.entity, t.source FROM {index} CROSS JOIN search_entry t ON t.n = {index}.rowid"
        f" WHERE {index} MATCH ? {rest}",
        values,
    )
    return [Hit(kind, entity, source == "draft") for kind, entity, source in rows]
