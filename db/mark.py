"""The mark beside the header: how far the chain of revisions had come when the vault was last locked or sealed.

It announces an older database put back by accident or by somebody; whoever puts the old mark back too is not seen.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import rfc8785

from db.disk import disk_told, write_whole
from db.keys import MARK, VaultKey, wipe

NAME = "vault.mark"


def write_mark(folder: Path, key: VaultKey, *, n: int, head: str) -> None:
    """Remember the last revision's number and the hash at the head of the chain."""
    body: dict[str, Any] = {"n": n, "head": head}
    write_whole(folder / NAME, json.dumps({**body, "mac": _mac(body, key)}).encode())


def check_mark(folder: Path, key: VaultKey, hash_at: Callable[[int], str | None]) -> str | None:
    """A sentence where the chain does not have the marked revision, None where all is well.

    `hash_at` gives the hash of the revision with a number, None where there is none. A missing mark is no finding: a
    new vault has none, and neither has one just restored.
    """
    path = folder / NAME
    with disk_told():
        data = path.read_bytes() if path.is_file() else None
    if data is None:
        return None
    body = _true_body(data, key)
    if body is None:
        return (
            "The note of where your records ended is damaged or from another vault. Your records open;"
            " look whether your latest visits are there."
        )
    if hash_at(body["n"]) != body["head"]:
        return (
            "These records are older than the ones last used here: somebody put an older copy back."
            " Look whether your latest visits are there, and ask your IT team before going on."
        )
    return None


def _true_body(data: bytes, key: VaultKey) -> dict[str, Any] | None:
    try:
        written = json.loads(data)
        mac = written.pop("mac")
        is_true = hmac.compare_digest(mac, _mac(written, key))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return written if is_true else None


def _mac(body: dict[str, Any], key: VaultKey) -> str:
    derived = key.subkey(MARK)
    try:
        return hmac.new(derived, rfc8785.dumps(body), "sha256").hexdigest()
    finally:
        wipe(derived)
