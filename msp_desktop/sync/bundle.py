"""One sealed export: a bag encrypted for the council and signed by this laptop. Opens with stock tools; no key is kept.

A stored ZIP of exactly three members: manifest.json (RFC 8785), manifest.json.sig (SSHSIG), payload.age (age v1).
"""

from __future__ import annotations

import hashlib
import os
import threading
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

import pyrage
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from msp_desktop.sync import sshsig
from msp_desktop.sync.bag import FIXED_TIME, Files, write_bag

MEMBERS = ("manifest.json", "manifest.json.sig", "payload.age")
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a bundle says of itself in the open. `prev` is the SHA-256 of the manifest before; nothing is personal."""

    bundle: str
    device: str
    epoch: str
    seq: int
    prev: str
    chain_n: int
    chain_head: str
    created: str
    recipients: tuple[str, str]

    @property
    def file_name(self) -> str:
        """Device, epoch and number, nothing else."""
        return f"{self.device}-{self.epoch}-{self.seq:08d}.visit"


@dataclass(frozen=True, slots=True)
class Sealed:
    """The finished file, the SHA-256 of its manifest and its size in bytes."""

    path: Path
    digest: str
    size: int


def seal(
    plan: Plan,
    *,
    lines: Iterable[Mapping[str, Any]],
    schemas: Mapping[str, bytes],
    key: Ed25519PrivateKey,
    folder: Path,
    files: Files = (),
) -> Sealed:
    """Write the bundle into `folder`, whole or not at all; from then on its bytes never change."""
    path = folder / plan.file_name
    payload, outer = path.with_suffix(".payload"), path.with_suffix(".new")
    try:
        bag = partial(write_bag, name=plan.bundle, info=_info(plan), lines=lines, schemas=schemas, files=files)
        _encrypt(payload, plan.recipients, bag)
        manifest = _manifest(plan, payload)
        signature = sshsig.sign(key, manifest, namespace=sshsig.BUNDLE)
        _wrap(outer, manifest, signature.encode(), payload)
        os.replace(outer, path)
        _sync_folder(folder)
    finally:
        payload.unlink(missing_ok=True)
        outer.unlink(missing_ok=True)
    return Sealed(path, hashlib.sha256(manifest).hexdigest(), path.stat().st_size)


def _encrypt(target: Path, recipients: Sequence[str], write: Callable[[IO[bytes]], None]) -> None:
    """The bag flows through a pipe into age, so neither the plaintext nor the whole of it ever lies anywhere."""
    keys = [pyrage.x25519.Recipient.from_str(each) for each in recipients]
    reading, writing = (os.fdopen(end, mode) for end, mode in zip(os.pipe(), ("rb", "wb"), strict=True))
    failed: list[BaseException] = []
    feeder = threading.Thread(target=_feed, args=(writing, write, failed), name="bag")
    feeder.start()
    with reading, target.open("wb") as file:
        pyrage.encrypt_io(reading, file, keys)
        feeder.join()
        if failed:
            raise failed[0]


def _feed(writing: IO[bytes], write: Callable[[IO[bytes]], None], failed: list[BaseException]) -> None:
    try:
        with writing:
            write(writing)
    except BaseException as error:  # noqa: BLE001  raised again in the thread that waits
        failed.append(error)


def _info(plan: Plan) -> dict[str, str]:
    return {
        "External-Identifier": plan.bundle,
        "Device": plan.device,
        "Epoch": plan.epoch,
        "Sequence": str(plan.seq),
        "Previous": plan.prev,
    }


def _manifest(plan: Plan, payload: Path) -> bytes:
    with payload.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return rfc8785.dumps(
        {
            "format": "visit-bundle",
            "version": 1,
            "bundle": plan.bundle,
            "device": plan.device,
            "epoch": plan.epoch,
            "seq": plan.seq,
            "prev": plan.prev,
            "chain": {"n": plan.chain_n, "head": plan.chain_head},
            "created": plan.created,
            "payload": {"sha256": digest, "size": payload.stat().st_size},
            "recipients": list(plan.recipients),
            "reissues": [],
        }
    )


def _wrap(target: Path, manifest: bytes, signature: bytes, payload: Path) -> None:
    with target.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as outer:
            for name, data in zip(MEMBERS, (manifest, signature), strict=False):
                outer.writestr(zipfile.ZipInfo(name, FIXED_TIME), data)
            entry = zipfile.ZipInfo(MEMBERS[2], FIXED_TIME)
            with outer.open(entry, "w", force_zip64=True) as member, payload.open("rb") as source:
                while chunk := source.read(CHUNK):
                    member.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
