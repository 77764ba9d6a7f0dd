"""The append-only list of revisions: how one is made, chained and checked. Nothing here knows what a body means.

A revision's digest covers salt and body; its hash covers the previous hash and the whole header. So a body can be
purged and the chain still verifies, and nobody can guess a purged body from its digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import rfc8785

from db.engine import Run

GENESIS = "0" * 64
SALT_SIZE = 16

_HEADER = ("id", "entity", "kind", "schema", "parents", "hlc", "device", "author", "at", "digest")
_INSERT = (
    "INSERT INTO revision (id, entity, kind, schema, parents, hlc, device, author, at, digest, prev, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING n"
)


@dataclass(frozen=True, slots=True)
class Revision:
    """One saved version of a record. `body` is None where a purge has taken it."""

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
    digest: str
    prev: str
    hash: str
    salt: bytes | None
    body: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: number and hash of the last revision, and the last logical time."""

    n: int
    hash: str
    hlc: str
    at: str


def canonical(value: Mapping[str, Any]) -> bytes:
    """RFC 8785 JSON: the one spelling of a body or header that digests and signatures are made over."""
    plain = dict(value)
    # Ten times faster, and the same to the byte where there are no fractions, no huge numbers and no foreign names.
    return msgspec.json.encode(plain, order="sorted") if _is_simple(plain) else rfc8785.dumps(plain)


def _is_simple(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    kind = type(value)
    if kind is dict:
        return all(map(str.isascii, value)) and all(map(_is_simple, value.values()))
    if kind is list:
        return all(map(_is_simple, value))
    return value is None or kind is str or kind is bool or (kind is int and abs(value) < 2**53)


def digest_of(salt: bytes, body: bytes) -> str:
    """SHA-256 of the salted canonical body, in hex."""
    return hashlib.sha256(salt + body).hexdigest()


def hash_of(prev: str, header: Mapping[str, Any]) -> str:
    """SHA-256 of the previous hash and the canonical header, in hex."""
    return hashlib.sha256(bytes.fromhex(prev) + canonical(header)).hexdigest()


def head(run: Run) -> Head:
    """The end of the chain as it stands in this transaction."""
    row = run("SELECT n, hash, hlc, at FROM revision ORDER BY n DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head(0, GENESIS, "", "")


def append(run: Run, header: dict[str, Any], body: bytes, *, prev: str, salt: bytes) -> str:
    """Write one revision and its body at the end of the chain; returns its hash.

    `header` holds id, entity, kind, schema, parents (a list), hlc, device, author and at; the digest is added here.
    `salt` is fresh, SALT_SIZE bytes.
    """
    whole = {**header, "digest": digest_of(salt, body)}
    chained = hash_of(prev, whole)
    row = {**whole, "parents": json.dumps(whole["parents"])}
    (n,) = run(_INSERT, (*(row[name] for name in _HEADER), prev, chained)).fetchone()
    run("INSERT INTO revision_body (n, salt, body) VALUES (?, ?, ?)", (n, salt, body.decode()))
    return chained


def faults_in(revisions: Sequence[Revision], *, prev: str) -> list[str]:
    """What is wrong with a stretch of the chain that should follow `prev`; one plain line a fault."""
    faults = []
    for item in revisions:
        if item.prev != prev or item.hash != hash_of(prev, header_of(item)):
            faults.append(f"revision {item.n}: the chain is broken here")
        if item.body is not None and item.digest != digest_of(item.salt or b"", canonical(item.body)):
            faults.append(f"revision {item.n}: the text is not the one that was saved")
        prev = item.hash
    return faults


def header_of(item: Revision) -> dict[str, Any]:
    """The part of a revision that its hash covers."""
    return {
        "id": item.rev,
        "entity": item.entity,
        "kind": item.kind,
        "schema": item.schema,
        "parents": list(item.parents),
        "hlc": item.hlc,
        "device": item.device,
        "author": item.author,
        "at": item.at,
        "digest": item.digest,
    }


def read(row: Sequence[Any]) -> Revision:
    """One row of `COLUMNS` as a revision."""
    values = dict(zip(Revision.__slots__, row, strict=True))
    body = values.pop("body")
    parents = tuple(json.loads(values.pop("parents")))
    return Revision(**values, parents=parents, body=None if body is None else json.loads(body))


COLUMNS = (
    "r.n, r.id, r.entity, r.kind, r.schema, r.parents, r.hlc, r.device, r.author, r.at, r.digest, r.prev, r.hash,"
    " b.salt, b.body FROM revision r LEFT JOIN revision_body b ON b.n = r.n"
)
