"""Ed25519 signatures in OpenSSH's own form (SSHSIG), so that `ssh-keygen -Y verify` checks them. No key is kept here.

Format: openssh-portable, PROTOCOL.sshsig. Only ssh-ed25519 and sha512, an empty reserved field, nothing after the end.
"""

from __future__ import annotations

import base64
import hashlib
import struct
import textwrap

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

BUNDLE = "visit-bundle"
RECEIPT = "visit-receipt"
ENROLMENT = "visit-enrolment"
PACK = "visit-pack"
PURGE = "visit-purge"
RECORD = "visit-record"

_KIND = "ssh-ed25519"
_MAGIC = b"SSHSIG"
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"


def sign(key: Ed25519PrivateKey, data: bytes, *, namespace: str) -> str:
    """The armored signature of `data` for one purpose."""
    signature = _string(_KIND.encode()) + _string(key.sign(_signed(data, namespace)))
    public = key.public_key()
    blob = _MAGIC + struct.pack(">I", 1) + _string(public_blob(public)) + _terms(namespace) + _string(signature)
    lines = textwrap.wrap(base64.b64encode(blob).decode(), 70)
    return "\n".join([_BEGIN, *lines, _END, ""])


def verifies(key: Ed25519PublicKey, data: bytes, armored: str, *, namespace: str) -> bool:
    """Whether `armored` is this key's signature of exactly `data`, for exactly this purpose."""
    head = _MAGIC + struct.pack(">I", 1) + _string(public_blob(key)) + _terms(namespace)
    tail = struct.pack(">I", 83) + _string(_KIND.encode()) + struct.pack(">I", 64)
    blob = _unarmored(armored)
    if len(blob) != len(head) + len(tail) + 64 or not blob.startswith(head + tail):
        return False
    try:
        key.verify(blob[-64:], _signed(data, namespace))
    except InvalidSignature:
        return False
    return True


def public_blob(key: Ed25519PublicKey) -> bytes:
    """The key as OpenSSH spells it inside signatures and allowed_signers lines."""
    return _string(_KIND.encode()) + _string(key.public_bytes_raw())


def public_line(key: Ed25519PublicKey) -> str:
    """The key as OpenSSH spells it in a `.pub` file, without a comment."""
    return f"{_KIND} {base64.b64encode(public_blob(key)).decode()}"


def read_public_line(line: str) -> Ed25519PublicKey:
    """The key that `public_line` spells. Raises ValueError for anything else, other kinds of key too."""
    kind, _, spelled = line.partition(" ")
    blob = base64.b64decode(spelled, validate=True)
    key = Ed25519PublicKey.from_public_bytes(blob[-32:])
    if kind != _KIND or blob != public_blob(key):
        raise ValueError("this is no ed25519 key as OpenSSH spells it")
    return key


def allowed_signer(device: str, key: Ed25519PublicKey) -> str:
    """The allowed_signers line by which a council knows this laptop."""
    return f'{device} namespaces="{BUNDLE},{RECORD},{PURGE}" {public_line(key)}'


def _signed(data: bytes, namespace: str) -> bytes:
    return _MAGIC + _terms(namespace) + _string(hashlib.sha512(data).digest())


def _terms(namespace: str) -> bytes:
    return _string(namespace.encode()) + _string(b"") + _string(b"sha512")


def _string(value: bytes) -> bytes:
    return struct.pack(">I", len(value)) + value


def _unarmored(armored: str) -> bytes:
    lines = armored.strip().splitlines()
    if len(lines) < 3 or lines[0] != _BEGIN or lines[-1] != _END:
        return b""
    try:
        return base64.b64decode("".join(lines[1:-1]), validate=True)
    except ValueError:
        return b""
