"""The ways in: each slot of the header holds the vault key, wrapped by a passphrase, a code, later an organisation.

A slot of a type this version does not know is kept as it is and never opened. Everything a slot says about itself,
and the vault's id, is bound to the wrapped key (AES-256-GCM associated data), so no part can be edited or swapped.
"""

from __future__ import annotations

import base64
import os
import unicodedata
from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.argon2_cost import DEFAULT, Argon2Cost
from db.keys import KEY_SIZE, VaultKey, wipe
from db.recovery_code import read_code

Slot = Mapping[str, Any]
"""One slot as the header keeps it: a flat JSON object with a `type`."""

_SIZES = {"salt": 16, "nonce": 12, "wrapped": KEY_SIZE + 16}
_EVERY_SLOT: dict[str, type] = {"type": str, "kdf": str, "salt": str, "nonce": str, "wrapped": str}
_PASSPHRASE_TERMS: dict[str, type] = {"memory": int, "passes": int, "lanes": int}
_CODE_TERMS: dict[str, type] = {}


class Secret(Protocol):
    """Something a person knows that opens one type of slot."""

    type: ClassVar[str]

    def terms(self) -> dict[str, str | int]:
        """What a new slot must say so that the same secret opens it again."""

    def wrapping_key(self, slot: Slot) -> bytearray:
        """The key that wraps the vault key in this slot; the caller wipes it."""


class Passphrase:
    """A passphrase, alike from any keyboard (Unicode NFKC). `cost` is for the slots it makes."""

    type: ClassVar[str] = "passphrase"

    def __init__(self, text: str, cost: Argon2Cost = DEFAULT) -> None:
        self._text, self._cost = text, cost

    def terms(self) -> dict[str, str | int]:
        """Argon2id and its cost."""
        return {
            "kdf": "argon2id",
            "memory": self._cost.memory,
            "passes": self._cost.passes,
            "lanes": self._cost.lanes,
        }

    def wrapping_key(self, slot: Slot) -> bytearray:
        """Slow on purpose: a good part of a second."""
        spelled = unicodedata.normalize("NFKC", self._text).encode("utf-8", "surrogatepass")
        return cost_of(slot).derive(spelled, _bytes(slot, "salt"))


class Code:
    """A recovery code. Raises BadInput where the text cannot be one."""

    type: ClassVar[str] = "recovery-code"

    def __init__(self, text: str) -> None:
        self._text = read_code(text)

    def terms(self) -> dict[str, str | int]:
        """HKDF: 130 random bits need no slowing down."""
        return {"kdf": "hkdf-sha256"}

    def wrapping_key(self, slot: Slot) -> bytearray:
        """Quick."""
        key = bytearray(KEY_SIZE)
        kdf = HKDF(SHA256(), KEY_SIZE, salt=_bytes(slot, "salt"), info=b"msp-desktop/1/recovery-code")
        kdf.derive_into(self._text.encode(), key)
        return key


def make_slot(key: VaultKey, vault_id: str, secret: Secret) -> Slot:
    """The vault key wrapped by a secret, with a fresh salt."""
    fresh = {name: _text(os.urandom(_SIZES[name])) for name in ("salt", "nonce")}
    slot = {"type": secret.type, **secret.terms(), **fresh}
    wrapping = secret.wrapping_key(slot)
    try:
        wrapped = AESGCM(wrapping).encrypt(_bytes(slot, "nonce"), key.secret, _bound(slot, vault_id))
    finally:
        wipe(wrapping)
    return {**slot, "wrapped": _text(wrapped)}


def unwrap(slot: Slot, vault_id: str, secret: Secret) -> VaultKey | None:
    """The vault key, None when the secret does not open this slot."""
    if slot["type"] != secret.type:
        return None
    wrapping, key = secret.wrapping_key(slot), bytearray(KEY_SIZE)
    try:
        AESGCM(wrapping).decrypt_into(_bytes(slot, "nonce"), _bytes(slot, "wrapped"), _bound(slot, vault_id), key)
    except InvalidTag:
        return None
    finally:
        wipe(wrapping)
    return VaultKey(key, vault_id)


def is_well_formed(slot: Slot) -> bool:
    """Whether a slot of a known type can be tried at all; its cost is checked here, before anything is derived."""
    kind = slot.get("type")
    if not isinstance(kind, str):
        return False
    terms = {Passphrase.type: _PASSPHRASE_TERMS, Code.type: _CODE_TERMS}.get(kind)
    if terms is None:
        return True
    shape = {**_EVERY_SLOT, **terms}
    if slot.keys() != shape.keys() or any(type(slot[name]) is not shape[name] for name in shape):
        return False
    return _has_right_sizes(slot) and (kind != Passphrase.type or cost_of(slot).is_within_bounds())


def cost_of(slot: Slot) -> Argon2Cost:
    """What a passphrase slot asks for each guess."""
    return Argon2Cost(slot["memory"], slot["passes"], slot["lanes"])


def _has_right_sizes(slot: Slot) -> bool:
    try:
        return all(len(_bytes(slot, name)) == size for name, size in _SIZES.items())
    except ValueError:
        return False


def _bound(slot: Slot, vault_id: str) -> bytes:
    terms = {name: value for name, value in slot.items() if name != "wrapped"}
    return rfc8785.dumps({"vault": vault_id, "slot": terms})


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(slot: Slot, name: str) -> bytes:
    return base64.b64decode(slot[name], validate=True)
