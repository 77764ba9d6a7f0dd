"""Whether a vault's database is whole, and its tables rebuilt from the revisions, which are the record of truth."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from db import history, search
from db.engine import driver
from db.history import Revision
from db.store import Reading, Store, Work
from db.tables import KINDS

PAGE = 1000


def faults(store: Store) -> list[str]:
    """Everything found wrong, a plain line each; an empty list when the vault is whole. Changes nothing."""
    with store.reading() as look:
        connection = look.connection
        return [
            *_file_faults(connection),
            *_chain_faults(look),
            *(f"{kind}: {lost} records are not as last saved" for kind in KINDS if (lost := _lost(connection, kind))),
            *_index_faults(connection),
        ]


def purged(store: Store) -> int:
    """How many revisions gave up their text to a purge."""
    with store.reading() as look:
        statement = "SELECT count(*) FROM revision r LEFT JOIN revision_body b ON b.n = r.n WHERE b.n IS NULL"
        return int(look.connection.exec_driver_sql(statement).scalar_one())


def rebuild(store: Store) -> int:
    """Write every state row and the search index again from the revisions; returns how many records there are."""
    with store.work() as work:
        for kind in KINDS:
            _forget(work.connection, kind)
        count = sum(_restate(work, store, kind) for kind in KINDS)
        work.commit()
    return count


def pages(look: Reading) -> Iterator[list[Revision]]:
    """The whole chain from the first revision, a page at a time."""
    last = 0
    while page := look.chain(after=last, limit=PAGE):
        yield page
        last = page[-1].n


def _file_faults(connection: Connection) -> list[str]:
    found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return [f"database: {text}" for text in found if text != "ok"] + [
        f"database: a link from {row[0]} leads nowhere" for row in broken
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


def _lost(connection: Connection, kind: str) -> int:
    statement = (
        f"SELECT (SELECT count(*) FROM ({_latest(kind)}) l LEFT JOIN {kind} s ON s.id = l.id"
        " WHERE s.rev IS NOT l.rev OR s.body IS NOT l.body)"
        f" + (SELECT count(*) FROM {kind} s WHERE NOT EXISTS (SELECT 1 FROM revision r WHERE r.id = s.rev))"
    )
    return int(connection.exec_driver_sql(statement).scalar_one())


def _index_faults(connection: Connection) -> list[str]:
    orphans = int(
        connection.exec_driver_sql(
            "SELECT count(*) FROM search_text t WHERE source = 'state'"
            " AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.entity = t.entity)"
        ).scalar_one()
    )
    return [f"search index: {orphans} entries belong to no record"] if orphans else []


def _forget(connection: Connection, kind: str) -> None:
    # The guard keeps true rows from being deleted, so a rebuild lifts it inside its own transaction and puts it back.
    guard = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (f"{kind}_kept",)).scalar_one()
    connection.exec_driver_sql(f"DROP TRIGGER {kind}_kept")
    connection.exec_driver_sql(f"DELETE FROM {kind}")
    connection.exec_driver_sql("DELETE FROM search_text WHERE kind = ? AND source = 'state'", (kind,))
    connection.exec_driver_sql(guard)


def _restate(work: Work, store: Store, kind: str) -> int:
    rows = work.connection.exec_driver_sql(f"INSERT INTO {kind} (id, rev, body) {_latest(kind)} ORDER BY r.n").rowcount
    for item in work.find(kind, where={}):
        prose = store.prose(kind, item.body)
        search.put(
            driver(work.connection), entity=item.id, kind=kind, source="state", names=prose.names, words=prose.words
        )
    return int(rows)
