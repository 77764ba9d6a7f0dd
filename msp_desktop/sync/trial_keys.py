"""A council to try things with: its private keys in a folder and the signed list of their public halves.

A real council makes its keys on its own machines. Whoever has this folder reads everything that is sealed for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from db.disk import make_folder, remove, write_whole
from msp_desktop.errors import BadInput
from msp_desktop.record.times import instant
from msp_desktop.sync import sshsig
from msp_desktop.sync.council import DOCUMENT, SIGNATURE, Council, Keys
from msp_desktop.translation import tr

NAME = "Trial council"
LASTS = timedelta(days=365)

_SIGNING = {"receipts": "receipt.key", "packs": "pack.key", "tools": "tool.key", "root": "root.key"}
_OPENING = {"operational": "council.key", "breakglass": "breakglass.key"}


def make_trial_keys(folder: Path, *, now: datetime) -> Council:
    """Write the keys and `council.json` with its signature into `folder`, all or nothing, readable by their owner.

    Raises BadInput where one of them is there already: keys that are overwritten can never open a bundle again.
    """
    signing = {role: Ed25519PrivateKey.generate() for role in _SIGNING}
    opening = {role: pyrage.x25519.Identity.generate() for role in _OPENING}
    council = _council(signing, opening, now)
    document = council.document()
    files = {_SIGNING[role]: _openssh(key) for role, key in signing.items()}
    files |= {_OPENING[role]: _age(identity, now) for role, identity in opening.items()}
    files |= {DOCUMENT: document, SIGNATURE: _signature(signing["root"], document)}
    _write(folder, files)
    return council


def _council(
    signing: Mapping[str, Ed25519PrivateKey], opening: Mapping[str, pyrage.x25519.Identity], now: datetime
) -> Council:
    public = {role: sshsig.public_line(key.public_key()) for role, key in signing.items()}
    root = public.pop("root")
    keys = Keys(**public, **{role: str(identity.to_public()) for role, identity in opening.items()})
    return Council(council=NAME, number=1, expires=instant(now + LASTS), root=root, keys=keys, trial=True)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    make_folder(folder)
    if any((folder / name).exists() for name in files):
        raise BadInput(tr("There are council keys in this folder already. Nothing was changed. Choose another folder."))
    try:
        for name, data in files.items():
            write_whole(folder / name, data)
    except BaseException:  # no half set of keys stays, whatever stopped it; raised again
        for name in files:
            remove(folder / name)
        raise


def _openssh(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())


def _age(identity: pyrage.x25519.Identity, now: datetime) -> bytes:
    made = now.isoformat(timespec="seconds")
    return f"# created: {made}\n# public key: {identity.to_public()}\n{identity}\n".encode()


def _signature(root: Ed25519PrivateKey, document: bytes) -> bytes:
    return sshsig.sign(root, document, namespace=sshsig.ENROLMENT).encode()
