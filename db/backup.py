"""Making and keeping backups: each a folder with its own database key, whole and proven before it gets its name.

Putting one back is `restore`. A backup's database opens with no other key than its own, so neither its pages nor the
whole file can pass for the vault's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from db import keys
from db.aside import Stop, go_on_unless, never
from db.clock import instant
from db.copying import copy_database
from db.disk import copy_file, disk_told, make_folder, put_in_place, remove, sync_folder, write_whole
from db.engine import SALT_SIZE, connect
from db.errors import Damaged, NewerFormat
from db.header import MAIN, Header, seal
from db.keys import VaultKey
from db.manifest import Manifest, read_manifest, sha256, write_manifest

FOLDER = "backups"
DATABASE = "vault.db"
CARRIED = ("attachments", "outbox")
"""The vault's folders of sealed files that a backup holds beside the database."""

_DAILY, _WEEKLY = 7, 4
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole backup and when it was made (UTC)."""

    path: Path
    made: datetime


def make_backup(vault: Path, header: Header, key: VaultKey, *, into: Path, now: datetime, stop: Stop = never) -> Backup:
    """Copy the vault as it is now into a new folder under `into`, check the copy, then give it its name.

    Raises StorageTrouble, Damaged, or Stopped when told to; nothing is left behind then.
    """
    make_folder(into)
    made = _free_moment(into, now)
    fresh = into / f".{stamp(made)}.new"
    remove(fresh)
    try:
        make_folder(fresh)
        _fill(fresh, vault, header, key, made=made, stop=stop)
        go_on_unless(stop)
        put_in_place(fresh, into / stamp(made))
    except BaseException:
        remove(fresh)
        raise
    return Backup(into / stamp(made), made)


def backups(folder: Path) -> list[Backup]:
    """The backups in a folder by their names, latest first; nothing is opened."""
    with disk_told():
        names = [entry.name for entry in folder.iterdir() if entry.is_dir()] if folder.is_dir() else []
    found = [Backup(folder / name, made) for name in names if (made := _moment(name))]
    return sorted(found, key=lambda one: one.made, reverse=True)


def prune(folder: Path) -> None:
    """Keep the last backup of each of the latest seven days and of each of the latest four weeks that have one."""
    kept = set(_kept(backups(folder)))
    for one in backups(folder):
        if one not in kept:
            going = folder / f".{one.path.name}.going"
            put_in_place(one.path, going)  # a backup half deleted must not look like a whole one
            remove(going)


def renew_headers(folder: Path, header: Header, key: VaultKey) -> None:
    """Put today's header into every backup of this vault, so that no old passphrase or code opens one of them."""
    data = seal(header, key)
    for one in backups(folder):
        path = one.path / MAIN
        with disk_told():
            is_today = path.is_file() and path.read_bytes() == data
        if not is_today and _is_ours(one.path, key):
            write_whole(path, data)


def key_of_copy(path: Path, key: VaultKey) -> keys.KeySupplier:
    """The key that a database file would have if it were one of this vault's backups: its salt names the copy."""
    with disk_told(), path.open("rb") as file:
        salt = file.read(SALT_SIZE)
    return partial(key.subkey, keys.backup(salt))


def stamp(moment: datetime) -> str:
    """A moment as a folder name, UTC to the second."""
    return moment.astimezone(UTC).strftime(_STAMP)


def _fill(fresh: Path, vault: Path, header: Header, key: VaultKey, *, made: datetime, stop: Stop) -> None:
    salt = os.urandom(SALT_SIZE)
    with closing(connect(vault / header.database, partial(key.subkey, keys.DATABASE), readonly=True)) as source:
        copy_database(source, fresh / DATABASE, partial(key.subkey, keys.backup(salt)), salt=salt, stop=stop)
    earlier = next((one.path for one in backups(fresh.parent)), None)
    for name in _carried(vault):
        go_on_unless(stop)
        _bring(vault / name, fresh / name, earlier / name if earlier else None)
    with disk_told():
        files = {}
        for name in (Path(DATABASE), *_carried(fresh)):
            files[name.as_posix()] = sha256(fresh / name, stop=stop)
    write_whole(fresh / MAIN, seal(header, key))
    write_manifest(fresh, Manifest(vault=header.vault, copy=salt.hex(), made=instant(made), files=files), key)


def _carried(folder: Path) -> Iterator[Path]:
    """Names of the sealed files under a vault or backup; a file still being written is hidden and left out."""
    for root in CARRIED:
        for path in sorted((folder / root).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield path.relative_to(folder)


def _bring(source: Path, target: Path, earlier: Path | None) -> None:
    # Sealed files never change, so backups share one file among them: eleven backups cost the photos once.
    make_folder(target.parent)
    with disk_told():
        if earlier and earlier.is_file() and sha256(earlier) == sha256(source) and _is_linked(earlier, target):
            return
    copy_file(source, target)


def _is_linked(existing: Path, target: Path) -> bool:
    try:
        os.link(existing, target)
    except OSError:  # a USB stick's file system has no links
        return False
    sync_folder(target.parent)
    return True


def _is_ours(backup: Path, key: VaultKey) -> bool:
    try:
        read_manifest(backup, key)
    except (Damaged, NewerFormat):
        return False
    return True


def _kept(latest_first: list[Backup]) -> Iterator[Backup]:
    for count, period in ((_DAILY, "%Y-%m-%d"), (_WEEKLY, "%G-%V")):
        last: dict[str, Backup] = {}
        for one in latest_first:
            last.setdefault(one.made.strftime(period), one)
        yield from list(last.values())[:count]


def _free_moment(into: Path, now: datetime) -> datetime:
    made = now.astimezone(UTC).replace(microsecond=0)
    while (into / stamp(made)).exists():
        made += timedelta(seconds=1)
    return made


def _moment(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
