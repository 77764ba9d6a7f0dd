"""The one way in and out of the tables: plain (kind, id, rev, body). No row, no session leaves; no body is understood.

`work()` is the only writer: what it commits becomes a revision, the latest state and the search index in one
transaction. Leaving without `commit()` undoes it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import uuid6
from sqlalchemy import Engine

from db import history, search
from db.clock import FIRST, instant, next_stamp
from db.engine import Transaction, transaction
from db.errors import Conflict
from db.faults import told
from db.history import Head, Revision
from db.query import Value, Wanted, order_clause, table, where_clause
from db.search import Hit
from db.stored import Draft, Prose, Stored

__all__ = ["Draft", "Hit", "Prose", "Reading", "Revision", "Store", "Stored", "Work"]


_STATE = "s.n, s.id, s.rev, s.body, r.schema, r.at, r.author"
_ITS_REVISION = "JOIN revision r ON r.entity = s.id AND r.id = s.rev"


class Reading:
    """One consistent look at the vault."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction, self.run = transaction, transaction.run
        """`run` is for the rooms of this floor alone."""

    def get(self, kind: str, id: str) -> Stored | None:
        """The latest state of one record, None when there is no such record."""
        row = self.run(f"SELECT {_STATE} FROM {table(kind)} s {_ITS_REVISION} WHERE s.id = ?", (id,)).fetchone()
        return _stored(kind, row) if row else None

    def find(
        self,
        kind: str,
        *,
        where: Mapping[str, Wanted] | None = None,
        order: Sequence[str] = ("n",),
        after: Sequence[Value] = (),
        limit: int | None = None,
        without: Sequence[str] = (),
    ) -> list[Stored]:
        """Records of a kind whose columns match, in order ("-day" counts down), the page that follows `after`.

        `after` holds the values of the `order` columns on the last row seen; all of them must run the same way.
        `without` names parts that are left out of the bodies, which are then only to be looked at.
        """
        clause, values = where_clause(kind, where or {}, order, after)
        body = f"json_remove(s.body{', ?' * len(without)})"
        rows = self.run(
            f"SELECT {_STATE.replace('s.body', body if without else 's.body')} FROM {table(kind)} s"
            f" {_ITS_REVISION}{clause} ORDER BY {order_clause(kind, order)} LIMIT ?",
            (*(f"$.{part}" for part in without), *values, -1 if limit is None else limit),
        )
        return [_stored(kind, row) for row in rows]

    def count(self, kind: str, *, where: Mapping[str, Wanted] | None = None) -> int:
        """How many records of a kind match."""
        clause, values = where_clause(kind, where or {}, (), ())
        (counted,) = self.run(f"SELECT count(*) FROM {table(kind)} s{clause}", values).fetchone()
        return int(counted)

    def history(self, id: str) -> list[Revision]:
        """Every revision of one record, oldest first."""
        return self.revisions("WHERE r.entity = ? ORDER BY r.n", (id,))

    def chain(self, *, after: int = 0, limit: int = 1000) -> list[Revision]:
        """A stretch of the whole chain in order, the part that follows number `after`."""
        return self.revisions("WHERE r.n > ? ORDER BY r.n LIMIT ?", (after, limit))

    def end_of_chain(self) -> Head:
        """The end of the chain."""
        return history.head(self.run)

    def hash_at(self, n: int) -> str | None:
        """The hash of the revision with this number, None where there is none."""
        return self._one("SELECT hash FROM revision WHERE n = ?", n)

    def revisions(self, clause: str, values: tuple[Any, ...]) -> list[Revision]:
        """Revisions by a clause of this floor's own; never one that holds entered text."""
        rows = self.run(f"SELECT {history.COLUMNS} {clause}", values)
        return [history.read(row) for row in rows]

    def search(self, text: str, *, kinds: Sequence[str] = (), limit: int = 50) -> list[Hit]:
        """Records and drafts that hold the words; masked kinds are never among them."""
        return search.find(self.run, text, kinds=kinds, limit=limit)

    def draft(self, id: str) -> Draft | None:
        """The unsaved version of a record, if there is one."""
        found = self._drafts("WHERE entity = ?", (id,))
        return found[0] if found else None

    def drafts(self) -> list[Draft]:
        """Every unsaved version, latest first."""
        return self._drafts("ORDER BY saved_at DESC", ())

    def _drafts(self, clause: str, values: tuple[str, ...]) -> list[Draft]:
        rows = self.run(f"SELECT entity, kind, base, definition, schema, body, saved_at FROM draft {clause}", values)
        return [
            Draft(entity, kind, base, definition, json.loads(body), schema, saved_at)
            for entity, kind, base, definition, schema, body, saved_at in rows
        ]

    def fact(self, key: str) -> str | None:
        """One of the vault's own facts, such as its device or epoch."""
        return self._one("SELECT value FROM meta WHERE key = ?", key)

    def column(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        """The first value of each row; for the rooms of this floor alone, as `run` is."""
        return [row[0] for row in self.run(statement, values)]

    def _one(self, statement: str, value: Value) -> str | None:
        return next(iter(self.column(statement, (value,))), None)


class Work(Reading):
    """One use case that changes something, whole or not at all."""

    def __init__(self, transaction: Transaction, store: Store) -> None:
        super().__init__(transaction)
        self._store = store
        self._head: Head | None = None
        self.is_committed = False

    def save(self, kind: str, id: str, body: dict[str, Any], *, schema: int, base: str | None) -> Stored:
        """Write one revision on top of `base` (None: a new record) and make it the latest state.

        Raises Conflict when somebody saved the record since `base` was read; nothing is written then.
        """
        now = instant(self._store.now())
        self._refuse_stale(kind, id, base)
        rev, spelled = self._store.new_id(), history.canonical(body)
        self._append(
            {
                "id": rev,
                "entity": id,
                "kind": kind,
                "schema": schema,
                "parents": [base] if base else [],
                "device": self._store.device,
                "author": self._store.author,
                "at": now,
            },
            spelled,
        )
        (n,) = self.run(
            f"INSERT INTO {table(kind)} (id, rev, body) VALUES (?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, body = excluded.body RETURNING n",
            (id, rev, spelled.decode()),
        ).fetchone()
        self._index(id, kind, body, "state")
        self.drop_draft(id)
        return Stored(kind, id, rev, schema, body, now, self._store.author, n)

    def keep_draft(self, draft: Draft) -> None:
        """Replace the unsaved version of a record; no revision is made."""
        self.run(
            "INSERT INTO draft (entity, kind, base, definition, schema, body, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (entity) DO UPDATE SET base = excluded.base, definition = excluded.definition,"
            " schema = excluded.schema, body = excluded.body, saved_at = excluded.saved_at",
            (
                draft.id,
                draft.kind,
                draft.base,
                draft.definition,
                draft.schema,
                json.dumps(draft.body),
                instant(self._store.now()),
            ),
        )
        self._index(draft.id, draft.kind, draft.body, "draft")

    def drop_draft(self, id: str) -> None:
        """Forget the unsaved version of a record, if there is one."""
        if self.run("DELETE FROM draft WHERE entity = ?", (id,)).rowcount:
            search.remove(self.run, id, "draft")

    def set_fact(self, key: str, value: str) -> None:
        """Write one of the vault's own facts; facts are no records and have no history."""
        self.run(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )

    def commit(self) -> None:
        """Make it durable: when this returns, a power cut does not undo it."""
        self._transaction.commit()
        self.is_committed = True
        self._store.saved_at = self._store.now()

    def _refuse_stale(self, kind: str, id: str, base: str | None) -> None:
        if self._one(f"SELECT rev FROM {table(kind)} WHERE id = ?", id) != base:
            raise Conflict(
                "This record was changed since you opened it. Nothing was lost: open it again to see both versions."
            )

    def _append(self, header: dict[str, Any], body: bytes) -> None:
        end = self._head or history.head(self.run)
        hlc = next_stamp(end.hlc or FIRST, self._store.now())
        salt = self._store.draw(history.SALT_SIZE)
        chained = history.append(self.run, {**header, "hlc": hlc}, body, prev=end.hash, salt=salt)
        self._head = Head(end.n + 1, chained, hlc, header["at"])

    def _index(self, id: str, kind: str, body: dict[str, Any], source: str) -> None:
        prose = self._store.prose(kind, body)
        search.put(self.run, entity=id, kind=kind, source=source, names=prose.names, words=prose.words)


def time_now() -> datetime:
    """The laptop's time."""
    return datetime.now(UTC)


def fresh_id() -> str:
    """An id that nothing else has; ids made later come later in order."""
    return str(uuid6.uuid7())


class Store:
    """An open vault's records. `device` and `author` stand on every revision.

    Time, ids and chance come from outside; chance salts the digests and names files, and makes no key.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        device: str,
        author: str,
        prose: Callable[[str, dict[str, Any]], Prose],
        now: Callable[[], datetime] = time_now,
        new_id: Callable[[], str] = fresh_id,
        draw: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._engine = engine
        self.device, self.author = device, author
        self.prose, self.now, self.new_id, self.draw = prose, now, new_id, draw
        self.saved_at: datetime | None = None
        """When something was made durable last, since this vault was opened."""

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One consistent look; nothing can be changed through it."""
        with told(), transaction(self._engine) as look:
            yield Reading(look)

    @contextmanager
    def work(self) -> Iterator[Work]:
        """One use case. Leaving without `commit()`, or by an exception, undoes everything."""
        with told(), transaction(self._engine, writes=True) as unit:
            yield Work(unit, self)


def _stored(kind: str, row: Sequence[Any]) -> Stored:
    n, id, rev, body, schema, at, author = row
    return Stored(kind, id, rev, schema, json.loads(body), at, author, n)
