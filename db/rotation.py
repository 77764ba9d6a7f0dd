"""Rotation, for a passphrase that has leaked: new vault key, new passphrase, new code, everything old unreadable.

The records are written to a new file under the new key and checked; replacing `vault.json`, which names the file, is
the one moment at which the old way in ends and the new one begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from db import backup, keys, mark
from db.copying import copy_database, driver_told, row_counts
from db.disk import disk_told, remove
from db.engine import connect
from db.errors import Damaged, Failure
from db.header import Header, may_leave, store
from db.keys import VaultKey
from db.slots import Secret, make_slot
from db.unfinished import finish

ASIDE = "replaced-"
"""How the folders begin into which a restore moves what it replaces."""


def rotate(folder: Path, header: Header, key: VaultKey, *, secrets: Sequence[Secret]) -> tuple[Header, VaultKey]:
    """The vault's header and key afterwards; no connection to the database may be open meanwhile.

    `secrets` alone open the vault then: the slots of other types wrapped the old key and go. Raises Damaged or
    StorageTrouble, and the vault is then as it was.
    """
    new = VaultKey.random(header.vault)
    announced = replace(header, generation=header.generation + 1, leaving={_next_name(header): ""})
    store(folder, announced, key)
    try:
        _write_under(new, folder, announced, key)
    except BaseException:
        with suppress(Failure):  # on a full disk the next unlocking does it
            finish(folder, announced, key)
        raise
    turned = Header(
        vault=header.vault,
        generation=announced.generation + 1,
        demo=header.demo,
        database=_next_name(header),
        slots=tuple(make_slot(new, header.vault, secret) for secret in secrets),
        leaving=dict.fromkeys(_old_things(folder, header), ""),
    )
    store(folder, turned, new)
    return finish(folder, turned, new), new


def _next_name(header: Header) -> str:
    return f"vault-{header.generation + 2}.db"


def _write_under(new: VaultKey, folder: Path, announced: Header, key: VaultKey) -> None:
    target = folder / next(iter(announced.leaving))
    remove(target)
    old_key, new_key = partial(key.subkey, keys.DATABASE), partial(new.subkey, keys.DATABASE)
    with driver_told(), closing(connect(folder / announced.database, old_key, readonly=True)) as source:
        copy_database(source, target, new_key)
        with closing(connect(target, new_key, readonly=True)) as copy:
            if row_counts(copy) != row_counts(source):
                raise Damaged("The new copy of the records is not complete, so nothing was changed. Try again.")


def _old_things(folder: Path, header: Header) -> list[str]:
    """All that the leaked passphrase opens: the old database, the backups, what restores put aside, the old mark."""
    with disk_told():
        aside = sorted(path.name for path in folder.glob(f"{ASIDE}*") if may_leave(path.name))
    copies = [f"{backup.FOLDER}/{one.path.name}" for one in backup.backups(folder / backup.FOLDER)]
    return [header.database, mark.NAME, *copies, *aside]
