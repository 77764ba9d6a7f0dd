"""How safe the records on this laptop are: backups, checks, room, the disk. How a backup is made is `db.backup`'s.

What takes long here runs in a thread of its own, beside the one that writes.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db import backup, checking
from db.attachments import AttachmentFiles
from db.backup import Backup
from db.beside import Beside
from db.disk import disk_told
from db.disk_encryption import is_encrypted
from db.slots import Passphrase
from db.store import Store
from db.vault import OpenVault
from msp_desktop.errors import BadInput
from msp_desktop.record.times import instant, read_instant
from msp_desktop.translation import tr

DUE_AFTER = timedelta(days=1)
"""How old the last good backup is when the next one is made."""

LITTLE_ROOM = 1024**3
"""Bytes below which the disk is nearly full: a backup, a few visits with photos."""

_CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Check:
    """A check that ran to its end: when (UTC), and how many faults it found."""

    at: datetime
    faults: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand. `is_disk_encrypted` is None where the system does not say; `free` is in bytes."""

    last_backup: datetime | None
    backups: int
    last_check: Check | None
    free: int
    is_disk_encrypted: bool | None

    def warnings(self) -> tuple[str, ...]:
        """The codes of `settings.WARNINGS` that are due now; a backup warns by itself when it could not be made."""
        is_due = {"disk": self.is_disk_encrypted is False, "room": self.free < LITTLE_ROOM}
        return tuple(code for code, due in is_due.items() if due)


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and read back. `replaced` says that it stands in place of an earlier one of that day."""

    at: datetime
    replaced: bool


class Safety:
    """The safety net around one open vault."""

    def __init__(self, vault: OpenVault, store: Store) -> None:
        self._vault, self._store = vault, store
        self._beside = Beside(vault, store)

    def standing(self) -> Standing:
        """How things stand now; for the storage thread."""
        with self._store.reading() as look:
            fact = look.fact(_CHECKED)
        made = self._own()
        return Standing(
            last_backup=made[0].made if made else None,
            backups=len(made),
            last_check=_check_of(fact),
            free=self._free(),
            is_disk_encrypted=is_encrypted(self._vault.folder),
        )

    def is_due(self) -> bool:
        """Whether the last good backup is older than a day. One from the future, by a wrong clock, does not count."""
        now = self._store.now()
        return not any(now - DUE_AFTER < one.made <= now + DUE_AFTER for one in self._own())

    def back_up(self) -> Made:
        """Make a backup beside the vault, in any thread. Raises Stopped where the vault is closed meanwhile."""
        before = self._own()
        made = self._vault.back_up(datetime.now(UTC))
        gone = set(before) - set(self._own())
        return Made(made.made, replaced=any(one.made.date() == made.made.date() for one in gone))

    def back_up_elsewhere(self, folder: Path, passphrase: str) -> Made:
        """A backup in a folder that somebody chose, in any thread; it stays there until somebody deletes it.

        Raises WrongSecret first, BadInput for a folder that is not there or is inside the vault.
        """
        self._vault.prove(Passphrase(passphrase))
        if not folder.is_dir():
            raise BadInput(tr("That folder is not there. Nothing was written. Plug it in, or choose another."))
        if folder.resolve().is_relative_to(self._vault.folder.resolve()):
            raise BadInput(
                tr("That folder is part of your records here, so it would be lost with them. Choose another place.")
            )
        return Made(self._vault.back_up(datetime.now(UTC), into=folder).made, replaced=False)

    def check(self) -> Check:
        """Read everything back, in a thread of its own; `note` remembers what it found."""
        with self._vault.aside.work() as stop:
            files = AttachmentFiles(self._beside, self._vault.folder)
            faults = [*checking.faults(self._beside), *files.faults(stop=stop)]
        return Check(self._store.now(), len(faults))

    def note(self, check: Check) -> None:
        """Remember a check, in the storage thread."""
        with self._store.work() as work:
            work.set_fact(_CHECKED, json.dumps({"at": instant(check.at), "faults": check.faults}))
            work.commit()

    def _free(self) -> int:
        with disk_told():
            return shutil.disk_usage(self._vault.folder).free

    def _own(self) -> list[Backup]:
        return backup.backups(self._vault.folder / backup.FOLDER)


def _check_of(fact: str | None) -> Check | None:
    with suppress(ValueError, KeyError, TypeError):
        known = json.loads(fact or "")
        return Check(read_instant(known["at"]), int(known["faults"]))
    return None
