"""One sealed export: a bag encrypted for the council and signed by this laptop. Opens with stock tools; no key is kept.

A stored ZIP of exactly three members: payload.age (age v1), manifest.json (RFC 8785), manifest.json.sig (SSHSIG).
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

import pyrage
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from db.disk import disk_told, write_by
from msp_desktop.sync import sshsig

PAYLOAD, MANIFEST, SIGNATURE = "payload.age", "manifest.json", "manifest.json.sig"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a bundle says of itself in the open. `prev` is the SHA-256 of the manifest before; nothing is personal.

    `receipt` is the last one this laptop took, epoch and number; it is told inside alone.
    """

    bundle: str
    device: str
    epoch: str
    seq: int
    prev: str
    chain_n: int
    chain_head: str
    created: str
    recipients: tuple[str, ...]
    reissues: tuple[int, ...] = ()
    receipt: str = ""

    @property
    def file_name(self) -> str:
        """Device, epoch and number, nothing else."""
        return f"{self.device}-{self.epoch}-{self.seq:08d}.visit"

    def inside(self) -> dict[str, str]:
        """What is told again inside, so that nobody can sign another laptop's payload as their own, and the receipt."""
        return {
            "External-Identifier": self.bundle,
            "Device": self.device,
            "Epoch": self.epoch,
            "Sequence": str(self.seq),
            "Previous": self.prev,
            "Last-Receipt": self.receipt or "none",
        }

    def manifest(self, *, sha256: str, size: int) -> bytes:
        """The bytes of manifest.json over a payload."""
        return rfc8785.dumps(
            {
                "format": "visit-bundle",
                "version": 1,
                "bundle": self.bundle,
                "device": self.device,
                "epoch": self.epoch,
                "seq": self.seq,
                "prev": self.prev,
                "chain": {"n": self.chain_n, "head": self.chain_head},
                "created": self.created,
                "payload": {"sha256": sha256, "size": size},
                "recipients": list(self.recipients),
                "reissues": list(self.reissues),
            }
        )


@dataclass(frozen=True, slots=True)
class Sealed:
    """The finished file, the SHA-256 of its manifest and its size in bytes."""

    path: Path
    digest: str
    size: int


def seal(plan: Plan, bag: Generator[bytes], *, key: Ed25519PrivateKey, folder: Path) -> Sealed:
    """Write the bundle into `folder`, whole or not at all; from then on its bytes never change."""
    path = folder / plan.file_name
    digests = []

    def write(file: IO[bytes]) -> None:
        with closing(bag), zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as outer:
            with outer.open(zipfile.ZipInfo(PAYLOAD), "w", force_zip64=True) as member:
                target = _Target(member)
                _encrypt(bag, target, plan.recipients)
            manifest = plan.manifest(sha256=target.sha256.hexdigest(), size=target.size)
            signature = sshsig.sign(key, manifest, namespace=sshsig.BUNDLE)
            outer.writestr(zipfile.ZipInfo(MANIFEST), manifest)
            outer.writestr(zipfile.ZipInfo(SIGNATURE), signature)
            digests.append(hashlib.sha256(manifest).hexdigest())

    write_by(path, write)
    return Sealed(path, digests[0], path.stat().st_size)


def standing(plan: Plan, *, key: Ed25519PublicKey, folder: Path) -> Sealed | None:
    """The file of this plan, where an earlier sealing brought it to its name; None where it is missing or not whole.

    It may already have been carried to the council, so it is kept and never sealed a second time.
    """
    path = folder / plan.file_name
    with disk_told():
        if not path.is_file():
            return None
        try:
            with zipfile.ZipFile(path) as outer:
                digest = _proven(outer, plan, key)
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError):
            return None
        return Sealed(path, digest, path.stat().st_size) if digest else None


def _proven(outer: zipfile.ZipFile, plan: Plan, key: Ed25519PublicKey) -> str:
    """The digest of a manifest that this laptop signed, for this plan and over this payload; empty for any other."""
    manifest, signature = outer.read(MANIFEST), outer.read(SIGNATURE).decode()
    with outer.open(PAYLOAD) as payload:
        digest = hashlib.sha256()
        while piece := payload.read(_PIECE):
            digest.update(piece)
    # The council's keys may have been renewed since; the file stands as it was sealed.
    plan = replace(plan, recipients=tuple(json.loads(manifest)["recipients"]))
    is_planned = manifest == plan.manifest(sha256=digest.hexdigest(), size=outer.getinfo(PAYLOAD).file_size)
    is_signed = sshsig.verifies(key, manifest, signature, namespace=sshsig.BUNDLE)
    return hashlib.sha256(manifest).hexdigest() if is_planned and is_signed else ""


def _encrypt(bag: Iterator[bytes], target: _Target, recipients: tuple[str, ...]) -> None:
    """The bag flows straight into age, so neither the plaintext nor the whole of it ever lies anywhere."""
    source = _Source(bag)
    try:
        pyrage.encrypt_io(source, target, [pyrage.x25519.Recipient.from_str(each) for each in recipients])
    except pyrage.EncryptError:
        # The library tells every fault of ours as its own and puts its words into the text; ours are told as they are.
        fault = source.fault or target.fault or RuntimeError("age could not seal")
        source.fault = target.fault = None  # each would hold the other, and with them the files that are open
        raise fault from None


class _Source:
    """The pieces of a bag as the file that age reads from."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._held = pieces, bytearray()
        self.fault: BaseException | None = None

    def read(self, size: int) -> bytes:
        try:
            while len(self._held) < size and (piece := next(self._pieces, None)) is not None:
                self._held += piece
        except BaseException as fault:  # age would hide it behind an error of its own, so it is kept and raised later
            self.fault = fault
            raise
        taken = bytes(self._held[:size])
        del self._held[:size]
        return taken


class _Target:
    """The file that age writes to, with the digest and size of what went through."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.sha256, self.size = file, hashlib.sha256(), 0
        self.fault: BaseException | None = None

    def write(self, data: bytes) -> int:
        try:
            self._file.write(data)
        except BaseException as fault:  # as above
            self.fault = fault
            raise
        self.sha256.update(data)
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back here."""
