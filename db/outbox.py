"""Which revisions are packed in which bundle. Saving queues a revision; packing claims it; sealed bytes never change.

What belongs into a bundle is decided above; nothing here reads or writes a bundle file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db import history
from db.clock import instant
from db.store import Reading, Revision, Store, Work

SEALING, WAITING, RECEIVED, DURABLE, REJECTED = "sealing", "waiting", "received", "durable", "rejected"

_COLUMNS = "epoch, seq, id, state, prev, chain_n, chain_head, created, council, digest, size"
# A revision still wants packing when no bundle of this epoch holds it and no council holds it in its backup too.
_UNPACKED = (
    "NOT EXISTS (SELECT 1 FROM packed p JOIN bundle b ON b.epoch = p.epoch AND b.seq = p.seq"
    " WHERE p.revision = r.n AND (p.epoch = ? OR b.state = 'durable'))"
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """One numbered export of this epoch. `digest` is the SHA-256 of its manifest, empty until it is sealed."""

    epoch: str
    seq: int
    id: str
    state: str
    prev: str
    chain_n: int
    chain_head: str
    created: str
    council: str
    digest: str
    size: int


def unpacked(look: Reading, epoch: str) -> list[tuple[int, str, str]]:
    """(number, kind, record id) of every revision that wants packing, in order."""
    rows = look.connection.exec_driver_sql(
        f"SELECT r.n, r.kind, r.entity FROM revision r WHERE {_UNPACKED} ORDER BY r.n", (epoch,)
    )
    return [(n, kind, entity) for n, kind, entity in rows]


def interrupted(look: Reading, epoch: str) -> Bundle | None:
    """The bundle whose sealing was cut short, if any: it is built again before the next number is given."""
    return next((bundle for bundle in bundles(look) if bundle.epoch == epoch and bundle.state == SEALING), None)


def bundles(look: Reading) -> list[Bundle]:
    """Every bundle ever made in this vault, latest first."""
    rows = look.connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM bundle ORDER BY created DESC, seq DESC")
    return [Bundle(*row) for row in rows]


def claim(work: Work, store: Store, *, epoch: str, council: str, revisions: Sequence[int]) -> Bundle:
    """Give these revisions the next number of the epoch; they belong to that bundle from this commit on."""
    previous = work.connection.exec_driver_sql(
        "SELECT seq, digest FROM bundle WHERE epoch = ? ORDER BY seq DESC LIMIT 1", (epoch,)
    ).first()
    seq, prev = (previous[0] + 1, previous[1]) if previous else (1, history.GENESIS)
    end = work.end_of_chain()
    bundle = Bundle(epoch, seq, store.new_id(), SEALING, prev, end.n, end.hash, instant(store.now()), council, "", 0)
    work.connection.exec_driver_sql(
        f"INSERT INTO bundle ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tuple(getattr(bundle, name) for name in _COLUMNS.split(", ")),
    )
    work.connection.exec_driver_sql(
        "INSERT INTO packed (revision, epoch, seq) VALUES (?, ?, ?)", [(n, epoch, seq) for n in revisions]
    )
    return bundle


def contents(look: Reading, bundle: Bundle, *, page: int = 500) -> Iterator[Revision]:
    """The revisions of a bundle in the order of the chain, read a page at a time."""
    last = 0
    while True:
        rows = look.revisions(
            "JOIN packed p ON p.revision = r.n WHERE p.epoch = ? AND p.seq = ? AND r.n > ? ORDER BY r.n LIMIT ?",
            (bundle.epoch, bundle.seq, last, page),
        )
        yield from rows
        if len(rows) < page:
            return
        last = rows[-1].n


def mark_sealed(work: Work, bundle: Bundle, *, digest: str, size: int) -> None:
    """The file lies in the outbox under its final name, synced; from now on its bytes never change."""
    _set(work, bundle, "state = ?, digest = ?, size = ?", (WAITING, digest, size))


def mark(work: Work, bundle: Bundle, state: str) -> None:
    """Record what a verified receipt said of a bundle."""
    _set(work, bundle, "state = ?", (state,))


def _set(work: Work, bundle: Bundle, change: str, values: tuple[object, ...]) -> None:
    work.connection.exec_driver_sql(
        f"UPDATE bundle SET {change} WHERE epoch = ? AND seq = ?", (*values, bundle.epoch, bundle.seq)
    )
