"""Which revisions are packed in which bundle. Saving queues a revision; packing claims it; sealed bytes never change.

Nothing here reads or writes a bundle file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db import history
from db.clock import instant
from db.query import table
from db.store import Reading, Store, Work

SEALING, WAITING, RECEIVED, DURABLE, REJECTED = "sealing", "waiting", "received", "durable", "rejected"

_COLUMNS = "epoch, seq, id, state, prev, chain_n, chain_head, created, council, digest, size, told_at, reissues"
# A revision still wants packing when no bundle of this epoch holds it that the council could read, and no council
# holds it in its backup too.
_UNPACKED = (
    "NOT EXISTS (SELECT 1 FROM packed p JOIN bundle b ON b.epoch = p.epoch AND b.seq = p.seq"
    f" WHERE p.revision = r.n AND (p.epoch = :epoch AND b.state <> '{REJECTED}' OR b.state = '{DURABLE}'))"
)
_SIGNED = "v.state IN ('complete', 'addendum')"


@dataclass(frozen=True, slots=True)
class Bundle:
    """One numbered export of an epoch.

    `digest` is the SHA-256 of its manifest, empty until it is sealed; `told_at` when the council last said something
    of it; `reissues` the numbers of the unreadable bundles whose revisions it packs again.
    """

    epoch: str
    seq: int
    id: str
    state: str
    prev: str
    chain_n: int
    chain_head: str
    created: str
    council: str
    digest: str = ""
    size: int = 0
    told_at: str = ""
    reissues: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """One revision as it is packed; `body` is its canonical JSON, None where a purge has taken it."""

    n: int
    rev: str
    entity: str
    kind: str
    schema: int
    parents: tuple[str, ...]
    hlc: str
    device: str
    author: str
    at: str
    salt: bytes | None
    body: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Travels:
    """Which kinds leave with a signed visit: those that name it, those about its person, and what goes along.

    A kind may stand in the first two: what names no visit then leaves with the person. What only goes along makes no
    bundle by itself.
    """

    with_visit: Sequence[str]
    with_person: Sequence[str]
    along: Sequence[str]


def interrupted(look: Reading, epoch: str) -> Bundle | None:
    """The bundle whose sealing was cut short, if any: it is built again before the next number is given."""
    return next(iter(_bundles(look, "WHERE epoch = ? AND state = ?", (epoch, SEALING))), None)


def bundles(look: Reading) -> list[Bundle]:
    """Every bundle ever made in this vault, latest first."""
    return _bundles(look, "ORDER BY created DESC, seq DESC", ())


def claim(work: Work, store: Store, travels: Travels, *, epoch: str, council: str, id: str) -> Bundle | None:
    """Give what waits and may leave the next number of the epoch; it belongs to that bundle from the commit on.

    None, and then do not commit, where nothing waits but what only goes along.
    """
    previous = _bundles(work, "WHERE epoch = ? ORDER BY seq DESC LIMIT 1", (epoch,))
    seq, prev = (previous[0].seq + 1, previous[0].digest) if previous else (1, history.GENESIS)
    end = work.end_of_chain()
    bundle = Bundle(epoch, seq, id, SEALING, prev, end.n, end.hash, instant(store.now()), council)
    work.run(
        "INSERT INTO bundle (epoch, seq, id, state, prev, chain_n, chain_head, created, council)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (epoch, seq, id, SEALING, prev, end.n, end.hash, bundle.created, council),
    )
    return interrupted(work, epoch) if _take(work, bundle, travels) else None


def leaving(look: Reading, travels: Travels, *, epoch: str) -> list[tuple[str, str]]:
    """(kind, id) of each record that `claim` would take now, without those that only go along."""
    along = ", ".join(f"'{kind}'" for kind in travels.along)
    rows = look.run(
        f"{_leaving(travels, 'kind, entity, min(n)')} WHERE kind NOT IN ({along}) GROUP BY kind, entity ORDER BY 3",
        {"epoch": epoch},
    )
    return [(kind, entity) for kind, entity, _ in rows]


_LOOKED_THROUGH = 2_000


def has_leaving(look: Reading, *, epoch: str) -> bool:
    """Whether a signed visit came after the last bundle: a quick look for a hint, where `leaving` says all.

    Each claim takes every visit that may leave, so only what was written since is looked through, the latest first,
    and no further than a hint is worth.
    """
    claimed = "SELECT ifnull(max(chain_n), 0) FROM bundle WHERE epoch = ? AND state <> ?"
    since = "SELECT n, entity FROM revision WHERE n > ? AND kind = 'visit' ORDER BY n DESC LIMIT ?"
    found = look.column(
        f"SELECT 1 FROM ({since}) r CROSS JOIN visit v ON v.id = r.entity AND {_SIGNED} LIMIT 1",
        (*look.column(claimed, (epoch, REJECTED)), _LOOKED_THROUGH),
    )
    return bool(found)


def sealed_and_waiting(look: Reading) -> int:
    """How many sealed bundles no receipt names yet."""
    (counted,) = look.column("SELECT count(*) FROM bundle WHERE state = ?", (WAITING,))
    return int(counted)


def contents(look: Reading, bundle: Bundle, *, page: int = 200) -> Iterator[Packed]:
    """The revisions of a bundle in the order of the chain, read a page at a time."""
    last = 0
    while True:
        rows = look.run(
            "SELECT r.n, r.id, r.entity, r.kind, r.schema, r.parents, r.hlc, r.device, r.author, r.at, b.salt, b.body"
            " FROM packed p JOIN revision r ON r.n = p.revision LEFT JOIN revision_body b ON b.n = r.n"
            " WHERE p.epoch = ? AND p.seq = ? AND p.revision > ? ORDER BY p.revision LIMIT ?",
            (bundle.epoch, bundle.seq, last, page),
        ).fetchall()
        for n, rev, entity, kind, schema, parents, *others in rows:
            yield Packed(n, rev, entity, kind, schema, tuple(json.loads(parents)), *others)
        if len(rows) < page:
            return
        last = rows[-1][0]


def files(look: Reading, bundle: Bundle) -> list[str]:
    """The files that travel with a bundle: each with its attachment's first revision, and none that was taken out."""
    return look.column(
        "SELECT a.body->>'$.file' FROM packed p JOIN revision r ON r.n = p.revision"
        " JOIN attachment a ON a.id = r.entity"
        " WHERE p.epoch = ? AND p.seq = ? AND r.kind = 'attachment' AND r.parents = '[]' AND a.deleted IS NULL"
        " ORDER BY p.revision",
        (bundle.epoch, bundle.seq),
    )


def mark_sealed(work: Work, bundle: Bundle, *, digest: str, size: int) -> None:
    """The file lies in the outbox under its final name, synced; from now on its bytes never change."""
    _set(work, bundle, "state = ?, digest = ?, size = ?", (WAITING, digest, size))


def mark(work: Work, bundle: Bundle, state: str, *, at: str) -> None:
    """Record what a verified receipt said of a bundle, and when."""
    _set(work, bundle, "state = ?, told_at = ?", (state, at))


def _take(work: Work, bundle: Bundle, travels: Travels) -> int:
    """Put what may leave into the bundle; returns how many revisions do not only go along."""
    again = work.column(
        "SELECT DISTINCT b.seq FROM bundle b JOIN packed p ON p.epoch = b.epoch AND p.seq = b.seq"
        " WHERE b.epoch = ? AND b.state = ? ORDER BY 1",
        (bundle.epoch, REJECTED),
    )
    _set(work, bundle, "reissues = ?", (json.dumps(again),))
    work.run(
        f"INSERT OR REPLACE INTO packed {_leaving(travels, 'n, :epoch, :seq')}",
        {"epoch": bundle.epoch, "seq": bundle.seq},
    )
    along = ", ".join(f"'{kind}'" for kind in travels.along)
    (taken,) = work.column(
        "SELECT count(*) FROM packed p JOIN revision r ON r.n = p.revision"
        f" WHERE p.epoch = ? AND p.seq = ? AND r.kind NOT IN ({along})",
        (bundle.epoch, bundle.seq),
    )
    return int(taken)


def _leaving(travels: Travels, wanted: str) -> str:
    """What is wanted of each waiting revision that may leave (n, kind, entity), in SQL.

    Of a visit that is being amended, what came after the last signature stays.
    """
    visits = (
        "SELECT w.n, w.kind, w.entity FROM waiting w JOIN (SELECT s.entity, max(s.n) AS until FROM waiting s"
        f" JOIN visit v ON v.id = s.entity AND {_SIGNED} JOIN revision_body b ON b.n = s.n"
        " WHERE b.body->>'$.signature' IS NOT NULL GROUP BY s.entity) last"
        " ON last.entity = w.entity AND w.n <= last.until"
    )
    parts = [visits, _about("person", f"v.person = w.entity AND {_SIGNED}", "")]
    for kind in travels.with_visit:
        parts.append(_about(kind, f"v.id = t.visit AND {_SIGNED}", f"JOIN {table(kind)} t ON t.id = w.entity"))
    for kind in travels.with_person:
        named = " AND t.visit IS NULL" if kind in travels.with_visit else ""
        joined = f"JOIN {table(kind)} t ON t.id = w.entity{named}"
        parts.append(_about(kind, f"v.person = t.person AND {_SIGNED}", joined))
    parts += [f"SELECT w.n, w.kind, w.entity FROM waiting w WHERE w.kind = '{kind}'" for kind in travels.along]
    waiting = f"SELECT r.n, r.kind, r.entity FROM revision r WHERE {_UNPACKED}"
    leaving = " UNION ALL ".join(parts)
    return f"WITH waiting AS MATERIALIZED ({waiting}) SELECT {wanted} FROM ({leaving})"


def _about(kind: str, visit: str, joined: str) -> str:
    return (
        f"SELECT w.n, w.kind, w.entity FROM waiting w {joined}"
        f" WHERE w.kind = '{kind}' AND EXISTS (SELECT 1 FROM visit v WHERE {visit})"
    )


def _bundles(look: Reading, clause: str, values: tuple[object, ...]) -> list[Bundle]:
    rows = look.run(f"SELECT {_COLUMNS} FROM bundle {clause}", values)
    return [Bundle(*(*row[:-1], tuple(json.loads(row[-1])))) for row in rows]


def _set(work: Work, bundle: Bundle, change: str, values: tuple[object, ...]) -> None:
    work.run(f"UPDATE bundle SET {change} WHERE epoch = ? AND seq = ?", (*values, bundle.epoch, bundle.seq))
