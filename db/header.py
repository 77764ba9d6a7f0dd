"""The header of a vault: its slots and which file is its database, in two copies. Not the keys and not the records.

Anyone may read it. A checksum tells damage from a wrong secret before unlocking; a MAC under the vault key tells a
forged copy from a true one afterwards.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import rfc8785

from db.disk import disk_told, remove, write_whole
from db.errors import BadInput, Damaged, Failure, NewerFormat, WrongSecret
from db.keys import HEADER_MAC, VaultKey, wipe
from db.slots import Secret, Slot, is_well_formed, make_slot, unwrap

FORMAT = 1
"""The format of the header this version reads and writes."""

MAIN, COPY = "vault.json", "vault.json.copy"
_MAGIC = "msp-desktop-vault"
_DATABASE = re.compile(r"vault(-[0-9]{1,9})?\.db")
_LEAVING = re.compile(r"(vault(-[0-9]{1,9})?\.db|vault\.mark|(backups/|replaced-)[0-9TZ-]{1,32})")
_ASIDE = re.compile(r"(replaced-[0-9TZ-]{1,32})?")


@dataclass(frozen=True, slots=True)
class Header:
    """What `vault.json` says. `leaving` names what an unfinished change still has to remove or, with a folder, move."""

    vault: str
    generation: int
    demo: bool
    database: str
    slots: tuple[Slot, ...]
    leaving: Mapping[str, str] = field(default_factory=dict)

    def opened_by(self, secret: Secret) -> VaultKey | None:
        """The vault key, where one of the slots opens with this secret."""
        for slot in self.slots:
            if key := unwrap(slot, self.vault, secret):
                return key
        return None

    def with_slot(self, slot: Slot) -> Header:
        """The same header with this slot in place of the one of its type."""
        return replace(self, slots=(*(old for old in self.slots if old["type"] != slot["type"]), slot))

    def with_secret(self, key: VaultKey, secret: Secret) -> Header:
        """The same header, opened by this secret and no longer by the one of its kind before."""
        return self.with_slot(make_slot(key, self.vault, secret))


@dataclass(frozen=True, slots=True)
class Sealed:
    """A header as it was read, with the MAC that is still to be proven."""

    header: Header
    mac: str

    def is_true(self, key: VaultKey) -> bool:
        """Whether somebody who held the vault key wrote exactly this."""
        return hmac.compare_digest(self.mac, _mac(self.header, key))


def seal(header: Header, key: VaultKey) -> bytes:
    """The bytes of `vault.json`: the header, its MAC, and a checksum over both."""
    body = {"format": _MAGIC, "version": FORMAT, **asdict(header), "slots": list(header.slots)}
    body["mac"] = _mac(header, key)
    body["sum"] = _sum(body)
    return json.dumps(body, indent=1, sort_keys=True).encode() + b"\n"


def parse(data: bytes) -> Sealed:
    """A header as written. Raises Damaged for anything but a well-formed one, NewerFormat for a later version's."""
    try:
        body = json.loads(data)
        if body.pop("sum") != _sum(body) or body.pop("format") != _MAGIC:
            raise _damaged()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged() from None
    if isinstance(body.get("version"), int) and body["version"] > FORMAT:
        raise NewerFormat(
            "This vault was written by a newer version of MSP Desktop. Nothing was changed."
            " Ask your IT team to update this laptop."
        )
    if not _is_well_formed(body):
        raise _damaged()
    del body["version"]
    mac = body.pop("mac")
    return Sealed(Header(**{**body, "slots": tuple(body["slots"])}), mac)


def read(folder: Path) -> list[Sealed]:
    """Every well-formed header copy in a folder, the latest generation first; equal copies once.

    Raises BadInput where there is no vault, NewerFormat, and Damaged where no copy is well-formed.
    """
    found, faults = [], []
    for data in _written(folder):
        try:
            found.append(parse(data))
        except (Damaged, NewerFormat) as fault:
            faults.append(fault)
    if not found:
        newer = [fault for fault in faults if isinstance(fault, NewerFormat)]
        raise (newer or faults or [_missing(folder)])[0]
    return sorted(found, key=lambda copy: -copy.header.generation)


def unlock(copies: list[Sealed], secret: Secret) -> tuple[Header, VaultKey]:
    """The true header and the vault key.

    Raises WrongSecret where the secret opens no copy, Damaged where it opens only copies that somebody forged.
    """
    is_forged = False
    for copy in copies:
        key = copy.header.opened_by(secret)
        if key is None:
            continue
        latest = next((other for other in copies if other.is_true(key)), None)
        if latest is copy:
            return copy.header, key
        # Where another copy is the true one, it alone decides: a forged copy, or an old one put back, opens nothing.
        is_forged = is_forged or latest is None
        key.wipe()
    if is_forged:
        raise _damaged()
    raise WrongSecret(
        "This does not open the records. Nothing is lost and nothing is counted: check the keyboard and try again,"
        " or use your recovery code."
    )


def store(folder: Path, header: Header, key: VaultKey) -> None:
    """Write both copies, so that at every moment one true header decides.

    The copy goes first: replacing `vault.json` is then the one moment at which everything changes.
    """
    data = seal(header, key)
    remove(folder / COPY)
    write_whole(folder / MAIN, data)
    write_whole(folder / COPY, data)


def repair(folder: Path, header: Header, key: VaultKey) -> bool:
    """Put the true header where a copy is missing, damaged, forged or old; whether there was one."""
    data = seal(header, key)
    with disk_told():
        wrong = [path for path in (folder / MAIN, folder / COPY) if not path.is_file() or path.read_bytes() != data]
    for path in wrong:
        write_whole(path, data)
    return bool(wrong)


def is_database(name: str) -> bool:
    """Whether a file name is one that a vault's database can have."""
    return _DATABASE.fullmatch(name) is not None


def may_leave(name: str) -> bool:
    """Whether a header may name this as something to remove or move aside."""
    return _LEAVING.fullmatch(name) is not None


def _written(folder: Path) -> list[bytes]:
    with disk_told():
        paths = [folder / name for name in (MAIN, COPY)]
        return list(dict.fromkeys(path.read_bytes() for path in paths if path.is_file()))


def _is_well_formed(body: dict[str, Any]) -> bool:
    shape = {
        "version": int, "vault": str, "generation": int, "demo": bool, "database": str, "slots": list,
        "leaving": dict, "mac": str,
    }  # fmt: skip
    if body.keys() != shape.keys() or any(type(body[name]) is not kind for name, kind in shape.items()):
        return False
    return (
        is_database(body["database"])
        and all(isinstance(slot, dict) and is_well_formed(slot) for slot in body["slots"])
        and all(_is_leaving(name, aside) for name, aside in body["leaving"].items())
        and body["database"] not in body["leaving"]
    )


def _is_leaving(name: str, aside: object) -> bool:
    return may_leave(name) and isinstance(aside, str) and _ASIDE.fullmatch(aside) is not None


def _mac(header: Header, key: VaultKey) -> str:
    derived = key.subkey(HEADER_MAC)
    try:
        body = {"version": FORMAT, **asdict(header), "slots": list(header.slots)}
        return hmac.new(derived, rfc8785.dumps(body), "sha256").hexdigest()
    finally:
        wipe(derived)


def _sum(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(rfc8785.dumps(dict(body))).hexdigest()


def _damaged() -> Damaged:
    return Damaged(
        "The key file of this vault is damaged. Your passphrase was not the fault and nothing was changed."
        " Restore from a backup."
    )


def _missing(folder: Path) -> Failure:
    if any(folder.glob("vault*.db")):
        return Damaged("Both key files of this vault are missing. Nothing was changed. Restore from a backup.")
    return BadInput("There is no vault in this folder. Choose another folder, or make a new vault.")
