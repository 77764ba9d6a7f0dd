"""Whether a vault's database is whole, and its tables rebuilt from the revisions, which are the record of truth."""

from __future__ import annotations

from collections.abc import Iterator

from db import history, search
from db.history import Revision
from db.store import Reading, Store, Stored, Work
from db.tables import KINDS

PAGE = 1000


def faults(store: Store) -> list[str]:
    """Everything found wrong, a plain line each; an empty list when the vault is whole. Changes nothing."""
    with store.reading() as look:
        return [
            *_file_faults(look),
            *_chain_faults(look),
            *(f"{kind}: {lost} records are not as last saved" for kind in KINDS if (lost := _lost(look, kind))),
            *_index_faults(look, store),
        ]


def purged(store: Store) -> int:
    """How many revisions gave up their text to a purge."""
    statement = "SELECT count(*) FROM revision r LEFT JOIN revision_body b ON b.n = r.n WHERE b.n IS NULL"
    with store.reading() as look:
        (counted,) = look.column(statement)
    return int(counted)


def rebuild(store: Store) -> int:
    """Write every state row and the search index again from the revisions; returns how many records there are."""
    with store.work() as work:
        for kind in KINDS:
            _forget(work, kind)
        count = sum(_restate(work, store, kind) for kind in KINDS)
        work.commit()
    return count


def pages(look: Reading) -> Iterator[list[Revision]]:
    """The whole chain from the first revision, a page at a time."""
    last = 0
    while page := look.chain(after=last, limit=PAGE):
        yield page
        last = page[-1].n


def _records(look: Reading, kind: str) -> Iterator[Stored]:
    last = 0
    while page := look.find(kind, after=(last,), limit=PAGE):
        yield from page
        last = page[-1].n


def _file_faults(look: Reading) -> list[str]:
    found = look.column("PRAGMA integrity_check")
    broken = look.column("PRAGMA foreign_key_check")
    return [f"database: {text}" for text in found if text != "ok"] + [
        f"database: a link from {table} leads nowhere" for table in broken
    ]


def _chain_faults(look: Reading) -> Iterator[str]:
    prev, number = history.GENESIS, 0
    for page in pages(look):
        if page[0].n != number + 1 or page[-1].n - page[0].n != len(page) - 1:
            yield f"revision {page[0].n}: one before or after it is missing"
        yield from history.faults_in(page, prev=prev)
        prev, number = page[-1].hash, page[-1].n


def _latest(kind: str) -> str:
    """The last revision with a body of each record of a kind."""
    return (
        "SELECT r.entity AS id, r.id AS rev, b.body AS body FROM revision r JOIN revision_body b ON b.n = r.n"
        f" WHERE r.kind = '{kind}' AND r.n = (SELECT max(x.n) FROM revision x WHERE x.entity = r.entity)"
    )


def _lost(look: Reading, kind: str) -> int:
    (counted,) = look.column(
        f"SELECT (SELECT count(*) FROM ({_latest(kind)}) l LEFT JOIN {kind} s ON s.id = l.id"
        " WHERE s.rev IS NOT l.rev OR s.body IS NOT l.body)"
        f" + (SELECT count(*) FROM {kind} s WHERE NOT EXISTS"
        " (SELECT 1 FROM revision r WHERE r.entity = s.id AND r.id = s.rev))"
    )
    return int(counted)


def _index_faults(look: Reading, store: Store) -> Iterator[str]:
    (orphans,) = look.column(
        "SELECT count(*) FROM search_entry t WHERE source = 'state'"
        " AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.entity = t.entity)"
    )
    if orphans:
        yield f"search index: {orphans} entries belong to no record"
    unfound = sum(
        not search.says(look.run, entity=item.id, source="state", names=prose.names, words=prose.words)
        for kind in KINDS
        for item in _records(look, kind)
        for prose in (store.prose(kind, item.body),)
    )
    if unfound:
        yield f"search index: {unfound} records are not found by what they say now"


def _forget(work: Work, kind: str) -> None:
    # The guard keeps true rows from being deleted, so a rebuild lifts it inside its own transaction and puts it back.
    (guard,) = work.column("SELECT sql FROM sqlite_master WHERE name = ?", (f"{kind}_kept",))
    work.run(f"DROP TRIGGER {kind}_kept")
    work.run(f"DELETE FROM {kind}")
    search.clear(work.run, kind)
    work.run(guard)


def _restate(work: Work, store: Store, kind: str) -> int:
    rows = work.run(f"INSERT INTO {kind} (id, rev, body) {_latest(kind)} ORDER BY r.n").rowcount
    for item in _records(work, kind):
        prose = store.prose(kind, item.body)
        search.put(work.run, entity=item.id, kind=kind, source="state", names=prose.names, words=prose.words)
    return int(rows)
