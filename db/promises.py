"""Promises to try again to see a person that are still open: a question across a person's visits, so one of its own."""

from __future__ import annotations

from db.store import Reading

# A later visit to the person, made or not made, answers the promise: it says itself how things stand.
_OPEN = (
    "SELECT v.id FROM visit v WHERE v.next_by <= ? AND v.deleted IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM visit later WHERE later.person = v.person AND later.state IN ('draft', 'complete', 'addendum')"
    " AND later.deleted IS NULL AND (later.day, later.n) > (v.day, v.n)) ORDER BY v.next_by, v.n LIMIT ?"
)


def due(look: Reading, *, until: str, limit: int) -> list[str]:
    """The visits whose next attempt was promised for a day up to `until`, the longest due first."""
    return look.column(_OPEN, (until, limit))
