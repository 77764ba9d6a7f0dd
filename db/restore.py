"""Putting a backup back in place of the records, which are moved aside and not deleted. Making backups is `backup`."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath

from db import backup, keys, mark
from db import header as headers
from db.copying import copy_database, driver_told, row_counts, verify
from db.disk import copy_file, disk_told, make_folder, remove
from db.engine import connect
from db.errors import BadInput, Damaged, Failure
from db.header import Header
from db.keys import VaultKey
from db.lock import VaultLock
from db.manifest import Manifest, read_manifest, refuse_changed, sha256
from db.place import refuse_unsuitable
from db.rotation import ASIDE
from db.slots import Secret
from db.unfinished import finish, with_journals

EPOCH_NEEDED = "epoch_needed"
"""The fact in `meta` that tells the next opening to start a new epoch of bundles."""


@dataclass(frozen=True, slots=True)
class _Proven:
    """A backup whose every file was checked."""

    path: Path
    manifest: Manifest
    header: Header
    key: VaultKey


def restore(folder: Path, copy: Path, secret: Secret, *, now: datetime) -> None:
    """Make the vault in `folder` what it was when the backup at `copy` was made; open it afterwards with `secret`.

    The backup is checked whole first. The records that stood here go into `replaced-<UTC>/`; attachments and sealed
    bundles made since stay. Raises WrongSecret, Damaged, InUse, StorageTrouble or BadInput; nothing is changed then.
    """
    refuse_unsuitable(folder)
    proven = _prove(copy, secret)
    make_folder(folder)
    lock = VaultLock(folder)
    try:
        _replace(folder, proven, now)
    finally:
        proven.key.wipe()
        lock.release()


def _prove(copy: Path, secret: Secret) -> _Proven:
    if not (copy / headers.MAIN).is_file():
        raise BadInput("There is no backup in this folder. Choose the folder whose name is the backup's date.")
    header, key = headers.unlock(headers.read(copy), secret)
    try:
        manifest = read_manifest(copy, key)
        refuse_changed(copy, manifest)
        verify(copy / backup.DATABASE, backup.key_of_copy(copy / backup.DATABASE, key))
    except Failure:
        key.wipe()
        raise
    return _Proven(copy, manifest, header, key)


def _replace(folder: Path, proven: _Proven, now: datetime) -> None:
    standing = _standing(folder, proven.header.vault)
    ours = next((copy.header for copy in standing if copy.is_true(proven.key)), None)
    generation = max(copy.generation for copy in (proven.header, *(copy.header for copy in standing))) + 2
    name, aside = f"vault-{generation}.db", ASIDE + backup.stamp(now)
    if ours:
        # A file that is not whole yet is named as leaving, so that a restore killed here leaves nothing behind.
        headers.store(folder, replace(ours, generation=generation - 1, leaving={name: ""}), proven.key)
    else:
        _keep_headers(folder, folder / aside)
    _put_records(folder / name, proven)
    _put_files(folder, proven)
    leaving = {old: aside for old in _old_names(folder) if old != name}
    turned = replace(ours or proven.header, generation=generation, database=name, leaving=leaving)
    headers.store(folder, turned, proven.key)
    finish(folder, turned, proven.key)


def _standing(folder: Path, vault_id: str) -> list[headers.Sealed]:
    try:
        standing = headers.read(folder)
    except (BadInput, Damaged):  # no vault, or one whose headers are lost: the backup brings its own
        return []
    if any(copy.header.vault != vault_id for copy in standing):
        raise BadInput("This is a backup of another vault. Nothing was changed. Restore it into an empty folder.")
    return standing


def _keep_headers(folder: Path, aside: Path) -> None:
    """Keep the headers that are about to be replaced: without them the records moved aside would never open again."""
    for name in (headers.MAIN, headers.COPY):
        if (folder / name).is_file():
            make_folder(aside)
            copy_file(folder / name, aside / name)


def _put_records(target: Path, proven: _Proven) -> None:
    for path in with_journals(target):
        remove(path)
    source_path = proven.path / backup.DATABASE
    own_key = partial(proven.key.subkey, keys.DATABASE)
    with (
        driver_told(),
        closing(connect(source_path, backup.key_of_copy(source_path, proven.key), readonly=True)) as source,
    ):
        copy_database(source, target, own_key)
        expected = row_counts(source)
    with driver_told(), closing(connect(target, own_key, journal="delete")) as records:
        if row_counts(records) != expected:
            raise Damaged("The backup could not be read whole, so nothing was changed. Choose another backup.")
        if "meta" in expected:
            records.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, '1')", (EPOCH_NEEDED,))


def _put_files(folder: Path, proven: _Proven) -> None:
    for name, digest in proven.manifest.files.items():
        parts = PurePosixPath(name).parts
        target = folder.joinpath(*parts)
        with disk_told():
            is_there = target.is_file() and sha256(target) == digest
        if parts[0] in backup.CARRIED and not is_there:
            make_folder(target.parent)
            copy_file(proven.path.joinpath(*parts), target)


def _old_names(folder: Path) -> list[str]:
    with disk_told():
        return [path.name for path in folder.iterdir() if headers.is_database(path.name) or path.name == mark.NAME]
