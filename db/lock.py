"""One process per vault, by a lock of the operating system that dies with its process. Not the lock screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from db.disk import disk_told
from db.errors import InUse

NAME = "vault.lock"


class VaultLock:
    """Holds the vault in `folder` until released. Raises InUse when another program, or another window, has it."""

    def __init__(self, folder: Path) -> None:
        with disk_told():
            self._handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _seize(self._handle)
        except OSError:
            os.close(self._handle)
            raise InUse(
                "This vault is already open in another window. Nothing was changed. Use that window, or close it first."
            ) from None

    def release(self) -> None:
        """Let others in. Calling it twice does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(handle: int) -> None:
        # flock and not lockf: a record lock would let this process in twice and vanish when any handle closes.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
