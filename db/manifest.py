"""What a backup holds: each file and its SHA-256, under a MAC of the vault key. It names no person and no record."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import rfc8785

from db.aside import Stop, go_on_unless, never
from db.disk import disk_told, write_whole
from db.errors import Damaged, NewerFormat
from db.keys import BACKUP_MANIFEST, VaultKey, wipe

FORMAT = 1
NAME = "manifest.json"
_PIECE = 1024 * 1024
_MAGIC = "msp-desktop-backup"


@dataclass(frozen=True, slots=True)
class Manifest:
    """`copy` is the salt at the head of the database, in hex, from which its key is derived; `made` is UTC."""

    vault: str
    copy: str
    made: str
    files: Mapping[str, str]


def write_manifest(folder: Path, manifest: Manifest, key: VaultKey) -> None:
    """Put the sealed manifest into a backup's folder."""
    body = {"format": _MAGIC, "version": FORMAT, **asdict(manifest)}
    write_whole(folder / NAME, json.dumps({**body, "mac": _mac(body, key)}, indent=1, sort_keys=True).encode() + b"\n")


def read_manifest(folder: Path, key: VaultKey) -> Manifest:
    """The manifest of a backup. Raises Damaged unless this vault wrote exactly this, NewerFormat for a later one's."""
    try:
        with disk_told():
            body = json.loads((folder / NAME).read_bytes()) if (folder / NAME).is_file() else {}
        mac = body.pop("mac")
        is_true = hmac.compare_digest(mac, _mac(body, key)) and body.pop("format") == _MAGIC
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        is_true = False
    if not is_true:
        raise Damaged("This is not a whole backup of this vault. Nothing was changed. Choose another backup.")
    if body.pop("version") > FORMAT:
        raise NewerFormat(
            "This backup was written by a newer version of MSP Desktop. Nothing was changed."
            " Ask your IT team to update this laptop."
        )
    return Manifest(**body)


def refuse_changed(folder: Path, manifest: Manifest) -> None:
    """Raises Damaged where a file of the backup is missing or not as it was written."""
    for name, digest in manifest.files.items():
        path = folder.joinpath(*PurePosixPath(name).parts)
        with disk_told():
            is_true = path.is_file() and sha256(path) == digest
        if not is_true:
            raise Damaged(
                "A file of this backup is missing or was changed, so it was not used. Your vault is as it was."
                " Choose another backup."
            )


def sha256(path: Path, *, stop: Stop = never) -> str:
    """The SHA-256 of a file, in hex. Raises Stopped when told to."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            go_on_unless(stop)
            digest.update(piece)
    return digest.hexdigest()


def _mac(body: Mapping[str, Any], key: VaultKey) -> str:
    derived = key.subkey(BACKUP_MANIFEST)
    try:
        return hmac.new(derived, rfc8785.dumps(dict(body)), "sha256").hexdigest()
    finally:
        wipe(derived)
