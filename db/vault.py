"""The door to a vault: making, opening, changing what opens it, closing. What lies inside is `store`'s to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

import uuid6
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from db import backup, keys, mark, rotation
from db import header as headers
from db.argon2_cost import DEFAULT, Argon2Cost
from db.aside import Aside
from db.backup import Backup
from db.copying import driver_told
from db.disk import disk_told, make_folder, put_in_place, remove, sweep
from db.engine import connect, make_engine, refuse_plaintext
from db.errors import BadInput, Damaged, WrongSecret
from db.header import Header
from db.keys import VaultKey
from db.lock import VaultLock
from db.place import refuse_unsuitable
from db.slots import Code, Passphrase, Secret, cost_of, make_slot
from db.unfinished import finish


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """What anybody can read of a vault. None of it is proven before the vault is open."""

    format: int
    id: str
    generation: int
    is_demo: bool
    ways_in: tuple[str, ...]
    backups: tuple[Backup, ...]


class OpenVault:
    """A vault in use: its keys, its engines, and its lock against other programs. Close it."""

    def __init__(
        self, folder: Path, header: Header, key: VaultKey, *, lock: VaultLock, was_repaired: bool = False
    ) -> None:
        self.folder = folder
        self.was_repaired = was_repaired
        """Whether a copy of the header was missing, damaged or forged and was written again from the true one."""
        self._header, self._key, self._lock = header, key, lock
        self.engine = make_engine(self.database, self._database_key)
        """The writer: one connection, for one thread."""
        self._reading: list[Engine] = []
        self.aside = Aside()  # what other threads do here; closing waits for it
        self.is_closed = False

    @property
    def id(self) -> str:
        """The vault's own id, the same for as long as it lives."""
        return self._header.vault

    @property
    def is_demo(self) -> bool:
        """Whether the vault was made for showing around, with invented people."""
        return self._header.demo

    @property
    def database(self) -> Path:
        """The file that the header names."""
        return self.folder / self._header.database

    def reading_engine(self) -> Engine:
        """A read-only engine of one connection, for one other thread; closed with the vault."""
        self._reading.append(make_engine(self.database, self._database_key, readonly=True))
        return self._reading[-1]

    def subkey(self, label: str) -> bytearray:
        """The 32-byte key for one purpose (labels in `keys`); the caller wipes it."""
        return self._key.subkey(label)

    def prove(self, secret: Secret) -> None:
        """Raises WrongSecret unless this opens the vault, for asking again before something that matters."""
        key = self._header.opened_by(secret)
        if key is None:
            raise WrongSecret("This does not open the records. Nothing was changed. Try again.")
        key.wipe()

    def change_passphrase(self, proof: Secret, passphrase: str, *, cost: Argon2Cost | None = None) -> None:
        """Let another passphrase open the vault and its backups from now on; None keeps what a guess costs."""
        self.prove(proof)
        self._admit(Passphrase(passphrase, cost or self._cost()))

    def change_code(self, proof: Secret, code: str) -> None:
        """Let another recovery code, from `recovery_code.new_code`, open the vault and its backups from now on."""
        self.prove(proof)
        self._admit(Code(code))

    def rotate(
        self, proof: Secret, *, passphrase: str, code: str, now: datetime, cost: Argon2Cost | None = None
    ) -> OpenVault:
        """Everything under a new key, for a passphrase that has leaked; returns the vault as it is open then.

        This one is closed once the proof held. Backups made before are deleted and a fresh one is made; copies
        that lie elsewhere still open with the old passphrase.
        """
        self.prove(proof)
        secrets = (Passphrase(passphrase, cost or self._cost()), Code(code))
        self._let_go_of_database()
        try:
            header, key = rotation.rotate(self.folder, self._header, self._key, secrets=secrets)
        except BaseException:  # whatever it was, the vault ends locked; raised again
            self.close()
            raise
        self._key.wipe()
        self.is_closed = True
        turned = OpenVault(self.folder, header, key, lock=self._lock)
        try:
            turned.back_up(now)
        except BaseException:  # as above
            turned.close()
            raise
        return turned

    def back_up(self, now: datetime, *, into: Path | None = None) -> Backup:
        """Make a checked backup, from any thread; own ones are kept 7 days and 4 weeks. Raises Stopped at closing."""
        folder = into or self.folder / backup.FOLDER
        with self.aside.work() as stop:
            made = backup.make_backup(self.folder, self._header, self._key, into=folder, now=now, stop=stop)
            backup.renew_headers(folder, self._header, self._key)  # what opens it may have changed meanwhile
            if into is None:
                backup.prune(folder)
        return made

    def write_mark(self, *, n: int, head: str) -> None:
        """Remember how far the chain of revisions has come, at lock and at sealing."""
        mark.write_mark(self.folder, self._key, n=n, head=head)

    def check_mark(self, hash_at: Callable[[int], str | None]) -> str | None:
        """A sentence for the person where these records are older than the ones last used here; otherwise None."""
        return mark.check_mark(self.folder, self._key, hash_at)

    def close(self) -> None:
        """Tidy and close the database, wipe the keys, let others in. Calling it twice does no harm."""
        if self.is_closed:
            return
        self.is_closed = True
        try:
            self._let_go_of_database()
        finally:
            self._key.wipe()
            self._lock.release()

    def _let_go_of_database(self) -> None:
        self.aside.end()
        for engine in self._reading:
            engine.dispose()
        # Where tidying fails, on a full disk for one, what was committed stays safe in the write-ahead log.
        with suppress(DBAPIError, dbapi2.Error), closing(self.engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.engine.dispose()

    def _admit(self, secret: Secret) -> None:
        fresh = replace(self._header, generation=self._header.generation + 1).with_secret(self._key, secret)
        headers.store(self.folder, fresh, self._key)
        self._header = fresh
        backup.renew_headers(self.folder / backup.FOLDER, fresh, self._key)

    def _cost(self) -> Argon2Cost:
        return next((cost_of(slot) for slot in self._header.slots if slot["type"] == Passphrase.type), DEFAULT)

    def _database_key(self) -> bytearray:
        return self._key.subkey(keys.DATABASE)


def create(
    folder: Path, passphrase: str, *, code: str, cost: Argon2Cost = DEFAULT, is_demo: bool = False,
    fill: Callable[[OpenVault], object] | None = None,
) -> OpenVault:  # fmt: skip
    """Make a vault, let `fill` write its first records, and open it.

    `folder` must be new or empty: the vault is made beside it and gets its name when it is whole and filled.
    """
    refuse_unsuitable(folder)
    with disk_told():
        if folder.is_dir() and any(folder.iterdir()):
            raise BadInput("This folder is not empty. Nothing was changed. Choose a new folder for the vault.")
    fresh = folder.with_name(f".{folder.name}.new")
    remove(fresh)
    make_folder(fresh)
    try:
        _fill(fresh, [Passphrase(passphrase, cost), Code(code)], is_demo=is_demo)
        if fill:
            with closing(_open(fresh, Code(code))) as held:
                fill(held)
        with disk_told():
            if folder.is_dir():
                folder.rmdir()
            put_in_place(fresh, folder)
    except BaseException:  # a vault is whole or not there, whatever stopped it; raised again
        remove(fresh)
        raise
    return _open(folder, Code(code))


def open_with_passphrase(folder: Path, passphrase: str) -> OpenVault:
    """Open a vault. Raises WrongSecret, Damaged, InUse, NewerFormat, StorageTrouble, or BadInput: no vault is here."""
    return _open(folder, Passphrase(passphrase))


def open_with_code(folder: Path, code: str) -> OpenVault:
    """Open a vault by its recovery code, as `open_with_passphrase`; BadInput also where the code was mistyped."""
    return _open(folder, Code(code))


def read_info(folder: Path) -> VaultInfo:
    """What can be said of a vault without opening it."""
    header = headers.read(folder)[0].header
    return VaultInfo(
        format=headers.FORMAT,
        id=header.vault,
        generation=header.generation,
        is_demo=header.demo,
        ways_in=tuple(slot["type"] for slot in header.slots),
        backups=tuple(backup.backups(folder / backup.FOLDER)),
    )


def _fill(folder: Path, secrets: Sequence[Secret], *, is_demo: bool) -> None:
    vault_id = str(uuid6.uuid7())
    key = VaultKey.random(vault_id)
    try:
        slots = tuple(make_slot(key, vault_id, secret) for secret in secrets)
        header = Header(vault_id, generation=1, demo=is_demo, database=backup.DATABASE, slots=slots)
        with driver_told():
            connect(folder / header.database, partial(key.subkey, keys.DATABASE)).close()
        headers.store(folder, header, key)
    finally:
        key.wipe()


def _open(folder: Path, secret: Secret) -> OpenVault:
    refuse_unsuitable(folder)
    headers.read(folder)
    lock = VaultLock(folder)
    try:
        header, key = headers.unlock(headers.read(folder), secret)
    except BaseException:  # the lock is let go whatever it was; raised again
        lock.release()
        raise
    try:
        _prove_database(folder / header.database, key)
        was_repaired = headers.repair(folder, header, key)
        header = finish(folder, header, key)
        sweep(folder)
        sweep(folder / backup.FOLDER)
        backup.renew_headers(folder / backup.FOLDER, header, key)
    except BaseException:  # no key stays in memory whatever it was; raised again
        key.wipe()
        lock.release()
        raise
    return OpenVault(folder, header, key, lock=lock, was_repaired=was_repaired)


def _prove_database(database: Path, key: VaultKey) -> None:
    """Raises Damaged, with what can be told about why, unless the file is there, whole and this vault's."""
    with disk_told():
        if not database.is_file() or not database.stat().st_size:
            raise Damaged("The records of this vault are missing. Nothing was changed. Restore from a backup.")
        journal = database.with_name(database.name + "-wal")
        ended_cleanly = not journal.exists() or not journal.stat().st_size
    refuse_plaintext(database)
    try:
        with driver_told(), closing(connect(database, partial(key.subkey, keys.DATABASE))) as connection:
            if not ended_cleanly and connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise _not_ours()
    except Damaged:
        raise _told_apart(database, key) from None


def _told_apart(database: Path, key: VaultKey) -> Damaged:
    try:
        with closing(connect(database, backup.key_of_copy(database, key), readonly=True)):
            return Damaged("This is a backup. Use Restore. Nothing was changed.")
    except Damaged:
        return _not_ours()


def _not_ours() -> Damaged:
    return Damaged(
        "The records here are damaged or belong to another vault. Your passphrase was right and nothing was changed."
        " Restore from a backup."
    )
