"""The vault key and the keys derived from it. How a passphrase or code leads to the vault key is told in `slots`."""

from __future__ import annotations

import os
from collections.abc import Callable

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_SIZE = 32
"""Every key here is 256 bits."""

KeySupplier = Callable[[], bytearray]
"""Gives a key in a fresh buffer each time, which whoever asked wipes after use."""

DATABASE = "database"
HEADER_MAC = "header-mac"
MARK = "mark"
BACKUP_MANIFEST = "backup-manifest"


def backup(copy_id: bytes) -> str:
    """The label of the key for one backup's database, so that no backup opens with another key than its own."""
    return f"backup/{copy_id.hex()}"


class VaultKey:
    """The 256-bit key of one vault, in a buffer that can be wiped. Equal secrets of two vaults derive unequal keys."""

    def __init__(self, secret: bytearray, vault_id: str) -> None:
        if len(secret) != KEY_SIZE:
            raise ValueError("a vault key is 32 bytes")
        self._secret = secret
        self._salt = vault_id.encode()

    @classmethod
    def random(cls, vault_id: str) -> VaultKey:
        """A new key for a new vault or for a rotation."""
        return cls(bytearray(os.urandom(KEY_SIZE)), vault_id)

    def subkey(self, label: str) -> bytearray:
        """The 32-byte key for one purpose (HKDF-SHA256, RFC 5869), in a fresh buffer that the caller wipes."""
        if not self._secret:
            raise RuntimeError("the vault key was wiped")
        derived = bytearray(KEY_SIZE)
        HKDF(SHA256(), KEY_SIZE, salt=self._salt, info=b"msp-desktop/1/" + label.encode()).derive_into(
            self._secret, derived
        )
        return derived

    @property
    def secret(self) -> bytearray:
        """The key itself, for wrapping into slots; never copy it."""
        return self._secret

    def wipe(self) -> None:
        """Overwrite the key and forget it. Nothing can be derived afterwards."""
        wipe(self._secret)
        self._secret = bytearray()


def wipe(buffer: bytearray) -> None:
    """Overwrite a buffer in place."""
    buffer[:] = bytes(len(buffer))
